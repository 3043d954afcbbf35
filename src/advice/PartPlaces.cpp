// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/PartPlaces.h"

#include <QRectF>

#include <algorithm>
#include <map>

namespace sallyport::advice {

namespace {

constexpr double gap = 24;
constexpr double padding = 16; ///< of a zone
constexpr double title = 28;   ///< of a zone, above its first component
constexpr int farthest = 6;    ///< steps to look in each direction

QRectF rectOf(const model::Placement& placement) { return {placement.x, placement.y, placement.w, placement.h}; }

/// One diagram, as it fills up.
class Sheet {
public:
    Sheet(const model::Model& model, const model::DiagramId& diagram) : model_(model) {
        for (const model::Placement& placement : model.placements) {
            if (placement.diagram != diagram) continue;
            if (model.zones.contains({placement.element}))
                zones_[placement.element] = placement;
            else
                taken_.push_back(rectOf(placement));
        }
        for (const model::Note& note : model.notes)
            if (note.diagram == diagram) taken_.emplace_back(note.x, note.y, note.w, note.h);
    }

    QRectF place(const QRectF& whole, const std::optional<model::ZoneId>& zone, ModelEdit& edit) {
        QRectF rect = inside(whole, zone).value_or(QRectF());
        if (rect.isNull()) {
            rect = whole;
            do rect.translate(whole.width() + gap, 0);
            while (!isFree(rect));
            grow(zone, rect, edit);
        }
        taken_.push_back(rect);
        return rect;
    }

private:
    bool isFree(const QRectF& rect) const {
        return std::none_of(taken_.begin(), taken_.end(), [&rect](const QRectF& each) { return each.intersects(rect); });
    }

    std::optional<QRectF> inside(const QRectF& whole, const std::optional<model::ZoneId>& zone) const {
        const auto at = zone ? zones_.find(zone->value) : zones_.end();
        if (at == zones_.end()) return std::nullopt;
        const QRectF room = rectOf(at->second).adjusted(padding, title, -padding, -padding);
        const QPointF directions[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        for (int step = 1; step <= farthest; ++step)
            for (const QPointF& direction : directions) {
                const QRectF rect = whole.translated(direction.x() * step * (whole.width() + gap),
                                                     direction.y() * step * (whole.height() + gap));
                if (room.contains(rect) && isFree(rect)) return rect;
            }
        return std::nullopt;
    }

    void grow(std::optional<model::ZoneId> zone, QRectF content, ModelEdit& edit) {
        for (; zone; zone = model_.zones.find(*zone)->parent) {
            const auto at = zones_.find(zone->value);
            if (at == zones_.end()) return;
            const QRectF grown = rectOf(at->second).united(content.adjusted(-padding, -title, padding, padding));
            model::Placement& placement = at->second;
            placement.x = grown.x();
            placement.y = grown.y();
            placement.w = grown.width();
            placement.h = grown.height();
            edit.put(placement);
            content = grown;
        }
    }

    const model::Model& model_;
    std::map<QString, model::Placement> zones_;
    std::vector<QRectF> taken_;
};

} // namespace

void placeBeside(const model::Model& model, const model::Component& whole, std::span<const model::ComponentId> parts,
                 ModelEdit& edit) {
    for (const model::Placement& placement : model.placements) {
        if (placement.element != whole.id.value) continue;
        Sheet sheet(model, placement.diagram);
        for (const model::ComponentId& part : parts) {
            const QRectF rect = sheet.place(rectOf(placement), whole.zone, edit);
            edit.put(model::Placement{placement.diagram, part.value, rect.x(), rect.y(), rect.width(), rect.height(), false});
        }
    }
}

} // namespace sallyport::advice
