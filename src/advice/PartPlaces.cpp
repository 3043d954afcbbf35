// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/PartPlaces.h"

#include <algorithm>
#include <iterator>

namespace sallyport::advice {

namespace {

constexpr double gap = 24;
constexpr double padding = 16; ///< of a zone
constexpr double title = 28;   ///< of a zone, above its first component
constexpr int farthest = 6;    ///< steps to look in each direction

QRectF rectOf(const model::Placement& placement) { return {placement.x, placement.y, placement.w, placement.h}; }

} // namespace

/// One diagram as it fills up with parts.
class PartPlaces::Filling {
public:
    Filling(const model::Model& model, const Sheet& sheet) : model_(model), sheet_(sheet) {}

    QRectF place(const QRectF& whole, const std::optional<model::ZoneId>& zone, ModelEdit& edit) {
        QRectF rect = inside(whole, zone).value_or(QRectF());
        if (rect.isNull()) {
            // What stands above or below all of the way is in nobody's way.
            const std::vector<QRectF> beside =
                takenWhere([&](const QRectF& each) { return each.top() < whole.bottom() && each.bottom() > whole.top(); });
            rect = whole;
            do rect.translate(whole.width() + gap, 0);
            while (!isFree(rect, beside));
            grow(zone, rect, edit);
        }
        added_.push_back(rect);
        return rect;
    }

private:
    template <class Is>
    std::vector<QRectF> takenWhere(Is is) const {
        std::vector<QRectF> found;
        std::copy_if(sheet_.taken.begin(), sheet_.taken.end(), std::back_inserter(found), is);
        std::copy_if(added_.begin(), added_.end(), std::back_inserter(found), is);
        return found;
    }
    static bool isFree(const QRectF& rect, const std::vector<QRectF>& taken) {
        return std::none_of(taken.begin(), taken.end(), [&rect](const QRectF& each) { return each.intersects(rect); });
    }

    /// The zone as it has grown; nothing if it is not drawn here.
    std::optional<model::Placement> placementOf(const model::ZoneId& zone) const {
        if (const auto grown = grown_.find(zone); grown != grown_.end()) return grown->second;
        const model::Placement* drawn = sheet_.zones.value(zone.value, nullptr);
        return drawn != nullptr ? std::optional(*drawn) : std::nullopt;
    }

    std::optional<QRectF> inside(const QRectF& whole, const std::optional<model::ZoneId>& zone) const {
        const auto placement = zone ? placementOf(*zone) : std::nullopt;
        if (!placement) return std::nullopt;
        const QRectF room = rectOf(*placement).adjusted(padding, title, -padding, -padding);
        const std::vector<QRectF> taken = takenWhere([&room](const QRectF& each) {
            return each.left() < room.right() && each.right() > room.left() && each.top() < room.bottom() &&
                   each.bottom() > room.top();
        });
        const QPointF directions[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        for (int step = 1; step <= farthest; ++step)
            for (const QPointF& direction : directions) {
                const QRectF rect = whole.translated(direction.x() * step * (whole.width() + gap),
                                                     direction.y() * step * (whole.height() + gap));
                if (room.contains(rect) && isFree(rect, taken)) return rect;
            }
        return std::nullopt;
    }

    void grow(std::optional<model::ZoneId> zone, QRectF content, ModelEdit& edit) {
        for (; zone; zone = model_.zones.find(*zone)->parent) {
            auto placement = placementOf(*zone);
            if (!placement) return;
            const QRectF grown = rectOf(*placement).united(content.adjusted(-padding, -title, padding, padding));
            placement->x = grown.x();
            placement->y = grown.y();
            placement->w = grown.width();
            placement->h = grown.height();
            edit.put(*placement);
            grown_[*zone] = *placement;
            content = grown;
        }
    }

    const model::Model& model_;
    const Sheet& sheet_;
    std::vector<QRectF> added_;
    std::map<model::ZoneId, model::Placement> grown_;
};

PartPlaces::PartPlaces(const model::Model& model) : model_(model) {
    for (const model::Placement& placement : model.placements) {
        Sheet& sheet = sheets_[placement.diagram];
        if (model.zones.contains({placement.element})) {
            sheet.zones.insert(placement.element, &placement);
            continue;
        }
        sheet.taken.push_back(rectOf(placement));
        placements_[placement.element].push_back(&placement);
    }
    for (const model::Note& note : model.notes) sheets_[note.diagram].taken.emplace_back(note.x, note.y, note.w, note.h);
}

void PartPlaces::beside(const model::Component& whole, std::span<const model::ComponentId> parts, ModelEdit& edit) const {
    for (const model::Placement* placement : placements_.value(whole.id.value)) {
        Filling filling(model_, sheets_.at(placement->diagram));
        for (const model::ComponentId& part : parts) {
            const QRectF rect = filling.place(rectOf(*placement), whole.zone, edit);
            edit.put(model::Placement{placement->diagram, part.value, rect.x(), rect.y(), rect.width(), rect.height(), false});
        }
    }
}

} // namespace sallyport::advice
