// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"
#include "diagram/Geometry.h"
#include "diagram/Icons.h"
#include "diagram/Text.h"
#include "diagram/Theme.h"

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double farthest = 200'000;
constexpr double largestCard = 2'000;
constexpr double largestZone = 200'000;

const model::Placement* placementOf(const model::Model& model, const model::DiagramId& diagram, const QString& element) {
    return model.placements.find({diagram, element});
}

QRectF rectOf(const model::Placement& placement, double largest) {
    return sane(QRectF(placement.x, placement.y, placement.w, placement.h), largest);
}

bool outsiderStands(const model::Model& model, const model::Zone& zone) {
    if (zone.attackerStartsHere) return *zone.attackerStartsHere;
    // Where nobody answered, outsiders stand in the zones of kind internet.
    return zone.kind == model::ZoneKind::Internet &&
           std::none_of(model.zones.begin(), model.zones.end(),
                        [](const model::Zone& other) { return other.attackerStartsHere.has_value(); });
}

std::vector<Chip> chipsOf(const model::Model& model, const model::Zone& zone) {
    std::vector<Chip> chips;
    const auto add = [&chips](model::YesNo answer, const char* text) {
        if (answer == true) chips.push_back({QString::fromLatin1(text), {}, false, {}});
    };
    add(zone.flat, "flat");
    add(zone.implicitTrust, "implicit trust");
    add(zone.defaultDeny, "default deny");
    add(zone.sealed, "sealed");
    if (outsiderStands(model, zone)) chips.push_back({QStringLiteral("outsider stands here"), icons::openAnyway, true, {}});
    return chips;
}

QString trustText(const model::Number& trust) { return trust ? QString::number(*trust) : QStringLiteral("?"); }

Silhouette silhouetteOf(model::ComponentKind kind) {
    using enum model::ComponentKind;
    if (kind == SecretStore || kind == LogSink) return Silhouette::Store;
    switch (familyOf(kind)) {
        case Family::Client:
            return Silhouette::Client;
        case Family::Entry:
            return Silhouette::Entry;
        case Family::Data:
            return Silhouette::Store;
        default:
            return Silhouette::Service;
    }
}

class ZonePlacer {
public:
    ZonePlacer(const model::Model& model, const model::DiagramId& diagram, const QSet<QString>& hidden)
        : model_(model), diagram_(diagram), hidden_(hidden) {
        for (const model::Zone& zone : model.zones)
            if (zone.trust) distinct_.insert(*zone.trust);
    }

    std::map<model::ZoneId, ZoneShape> run() {
        for (const model::Zone& zone : model_.zones)
            if (const auto* placement = placementOf(model_, diagram_, zone.id.value); placement != nullptr && isShown(zone))
                zones_[zone.id] = made(zone, *placement);
        for (auto& [id, zone] : zones_) nest(zone);
        countContents();
        return std::move(zones_);
    }

private:
    // Neither hidden nor inside one that is hidden or collapsed. Bounded, whatever a file says about parents.
    bool isShown(const model::Zone& zone) const {
        if (hidden_.contains(zone.id.value)) return false;
        const model::Zone* around = parentOf(zone);
        for (int guard = 0; around != nullptr && guard < 1000; ++guard, around = parentOf(*around)) {
            if (hidden_.contains(around->id.value)) return false;
            const auto* placement = placementOf(model_, diagram_, around->id.value);
            if (placement != nullptr && placement->collapsed) return false;
        }
        return true;
    }

    const model::Zone* parentOf(const model::Zone& zone) const {
        return zone.parent ? model_.zones.find(*zone.parent) : nullptr;
    }

    ZoneShape made(const model::Zone& zone, const model::Placement& placement) const {
        ZoneShape shape;
        shape.id = zone.id;
        shape.rect = rectOf(placement, largestZone);
        shape.name = zone.name;
        shape.kind = zone.kind;
        shape.sealed = zone.sealed == true;
        shape.collapsed = placement.collapsed;
        shape.trust = zone.trust;
        shape.insideTrust = trustText(zone.trust);
        shape.chips = chipsOf(model_, zone);
        const model::Zone* around = parentOf(zone);
        const bool outermost = around == nullptr && zone.trust && !distinct_.empty() && *zone.trust == *distinct_.begin();
        shape.outermost = around == nullptr;
        if (around != nullptr) shape.trustAround = around->trust;
        if (around != nullptr)
            shape.outsideTrust = trustText(around->trust);
        else if (!outermost && !distinct_.empty())
            shape.outsideTrust = QString::number(*distinct_.begin());
        return shape;
    }

    void nest(ZoneShape& shape) {
        const model::Zone* zone = model_.zones.find(shape.id);
        if (zone->parent) shape.parent = drawnAround(model_, zones_, zone->parent);
        bool known = zone->trust.has_value();
        if (known) shape.depth = trustDepth(*zone->trust, distinct_);
        const model::Zone* around = parentOf(*zone);
        for (int guard = 0; around != nullptr && guard < 1000; ++guard, around = parentOf(*around)) {
            if (zones_.contains(around->id)) ++shape.nesting;
            if (!known && around->trust) {
                shape.depth = trustDepth(*around->trust, distinct_);
                known = true;
            }
        }
        layOutTitle(shape);
    }

    void countContents() {
        for (const model::Component& component : model_.components) {
            if (placementOf(model_, diagram_, component.id.value) == nullptr) continue;
            const model::Zone* zone = component.zone ? model_.zones.find(*component.zone) : nullptr;
            for (int guard = 0; zone != nullptr && guard < 1000; ++guard, zone = parentOf(*zone)) {
                const auto drawn = zones_.find(zone->id);
                if (drawn == zones_.end()) continue;
                ++drawn->second.components;
                if (drawn->second.collapsed) drawn->second.inside.push_back(component.id);
            }
        }
    }

    const model::Model& model_;
    const model::DiagramId& diagram_;
    const QSet<QString>& hidden_;
    std::set<qint64> distinct_;
    std::map<model::ZoneId, ZoneShape> zones_;
};

} // namespace

QRectF sane(const QRectF& rect, double largest) {
    const auto finite = [](double value, double low, double high) {
        return std::isfinite(value) ? std::clamp(value, low, high) : low > 0 ? low : 0.0;
    };
    return QRectF(finite(rect.x(), -farthest, farthest), finite(rect.y(), -farthest, farthest),
                  finite(rect.width(), 16, largest), finite(rect.height(), 16, largest));
}

std::optional<model::ZoneId> drawnAround(const model::Model& model, const std::map<model::ZoneId, ZoneShape>& zones,
                                         std::optional<model::ZoneId> zone) {
    for (int guard = 0; zone && guard < 1000; ++guard) {
        if (zones.contains(*zone)) return zone;
        const model::Zone* row = model.zones.find(*zone);
        zone = row != nullptr ? row->parent : std::nullopt;
    }
    return std::nullopt;
}

std::map<model::ZoneId, ZoneShape> placedZones(const model::Model& model, const model::DiagramId& diagram,
                                               const QSet<QString>& hidden) {
    return ZonePlacer(model, diagram, hidden).run();
}

void layOutTitle(ZoneShape& zone) {
    const QRectF& rect = zone.rect;
    const double right = rect.right() - 12;
    double x = rect.left() + 34 + textRoom(zone.name, 12, true) + 2;
    for (Chip& chip : zone.chips) {
        const double width = textRoom(chip.text, 10) + 14 + (chip.icon.isEmpty() ? 0 : 15);
        const bool fits = x + width <= right && !zone.collapsed;
        chip.rect = fits ? QRectF(x, rect.top() + 6, width, 16) : QRectF();
        if (fits) x += width + 6;
    }
    const double inside = textRoom(zone.insideTrust, 11, true);
    const double outside =
        zone.outsideTrust.isEmpty() ? textRoom(QStringLiteral("trust"), 11) + 4 : textRoom(zone.outsideTrust, 11) + 18;
    const double width = std::max(44.0, std::round(inside + outside + 18));
    const bool fits = width + 32 <= rect.width() && !zone.collapsed;
    zone.tag = fits ? QRectF(rect.right() - 16 - width, rect.top() - 9, width, 18) : QRectF();
}

double titleEnd(const ZoneShape& zone) {
    double right = zone.rect.left() + 34 + textRoom(zone.name, 12, true);
    for (const Chip& chip : zone.chips)
        if (!chip.rect.isNull()) right = std::max(right, chip.rect.right());
    return std::min(right, zone.rect.right());
}

QRectF titleRect(const ZoneShape& zone) {
    return QRectF(zone.rect.left() + 8, zone.rect.top() + 3, titleEnd(zone) - zone.rect.left() - 8, 21);
}

std::optional<model::ZoneId> collapsedAround(const model::Model& model, const Drawing::Data& data,
                                             const std::optional<model::ZoneId>& zone) {
    std::optional<model::ZoneId> found, at = zone;
    for (int guard = 0; at && guard < 1000; ++guard) {
        const auto drawn = data.zones.find(*at);
        if (drawn != data.zones.end() && drawn->second.collapsed) found = at;
        const model::Zone* row = model.zones.find(*at);
        at = row != nullptr ? row->parent : std::nullopt;
    }
    return found;
}

namespace {

bool insideHidden(const model::Model& model, const Drawing::Data& data, std::optional<model::ZoneId> zone) {
    if (data.hidden.isEmpty()) return false;
    for (int guard = 0; zone && guard < 1000; ++guard) {
        if (data.hidden.contains(zone->value)) return true;
        const model::Zone* row = model.zones.find(*zone);
        zone = row != nullptr ? row->parent : std::nullopt;
    }
    return false;
}

} // namespace

std::optional<CardShape> placedCard(const model::Model& model, const Drawing::Data& data, const model::ComponentId& id) {
    const model::Component* component = model.components.find(id);
    const model::Placement* placement = placementOf(model, data.diagram, id.value);
    if (component == nullptr || placement == nullptr || data.hidden.contains(id.value)) return std::nullopt;
    if (insideHidden(model, data, component->zone) || collapsedAround(model, data, component->zone)) return std::nullopt;
    CardShape card;
    card.id = id;
    card.rect = rectOf(*placement, largestCard);
    card.name = component->name;
    card.secondLine = model::label(component->kind);
    if (component->technology && !component->technology->isEmpty())
        card.secondLine += QStringLiteral(" \u00b7 ") + *component->technology;
    card.kind = component->kind;
    card.silhouette = silhouetteOf(component->kind);
    card.outside = component->kind == model::ComponentKind::ThirdPartyService || component->thirdParty == true;
    if (component->zone) card.zone = drawnAround(model, data.zones, component->zone);
    card.depth = card.zone ? data.zones.at(*card.zone).depth : -1;
    return card;
}

QHash<model::ComponentId, BadgeCounts> badgeCounts(const model::Model& model, const QSet<model::ComponentId>* only) {
    QHash<model::ComponentId, BadgeCounts> counts;
    const auto wanted = [only](const model::ComponentId& id) { return only == nullptr || only->contains(id); };
    for (const model::Assignment& assignment : model.assignments) {
        if (!wanted(assignment.to)) continue;
        BadgeCounts& count = counts[assignment.to];
        const model::Identity* identity = model.identities.find(assignment.from);
        const QString icon = identity != nullptr ? iconOf(identity->kind) : icons::identity;
        // One kind of identity has its own head; a mixture has the common one.
        count.identityIcon = ++count.identities == 1 || count.identityIcon == icon ? icon : icons::identity;
    }
    for (const model::Holding& holding : model.holdings)
        if (wanted(holding.component)) ++counts[holding.component].secrets;
    for (const model::Handling& handling : model.handlings)
        if (wanted(handling.component) && handling.stored != false) ++counts[handling.component].data;
    return counts;
}

} // namespace sallyport::diagram
