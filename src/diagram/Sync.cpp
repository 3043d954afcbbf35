// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"

#include <algorithm>

namespace sallyport::diagram {

namespace {

using Data = Drawing::Data;

// Up to here every change of a place looks for all routes again, so that a picture depends on nothing but its model;
// beyond it only what a change concerns is looked for.
constexpr qsizetype fewWires = 60;

/// Brings the shapes in step with a model, one kind of element after the other.
class Sync {
public:
    Sync(Data& data, const model::Model& model) : data_(data), model_(model), facts_(model) {}

    Touched all() {
        syncZones();
        everyCard_ = everyFlow_ = true;
        syncCards({});
        syncNotes();
        syncFlows({});
        return finished();
    }

    Touched some(const QSet<QString>& changed) {
        bool zones = false;
        for (const QString& id : changed) {
            zones = zones || data_.zones.contains({id}) || model_.zones.contains({id});
            const bool unseen = data_.placedIn.contains({id}) && !data_.nodeOfCard.contains({id});
            if (unseen || hasMovedHouse({id})) arrived_.insert({id});
        }
        if (zones || !arrived_.isEmpty()) syncZones();
        syncCards(concernedCards(changed));
        if (std::ranges::any_of(changed,
                                [&](const QString& id) { return data_.notes.contains({id}) || model_.notes.contains({id}); }))
            syncNotes();
        syncFlows(concernedFlows(changed));
        return finished();
    }

private:
    // ---- zones

    // Zones say how many components they hold.
    bool hasMovedHouse(const model::ComponentId& id) const {
        const model::Component* component = model_.components.find(id);
        const bool isPlaced = component != nullptr && model_.placements.contains({data_.diagram, id.value});
        const auto known = data_.placedIn.constFind(id);
        if (known == data_.placedIn.constEnd()) return isPlaced;
        return !isPlaced || *known != component->zone;
    }

    void syncZones() {
        std::map<model::ZoneId, ZoneShape> zones = placedZones(model_, data_.diagram, data_.hidden);
        for (const auto& [id, old] : data_.zones)
            if (!zones.contains(id)) zoneDiffers(&old, nullptr);
        for (const auto& [id, zone] : zones) {
            const auto old = data_.zones.find(id);
            if (old == data_.zones.end() || !(old->second == zone))
                zoneDiffers(old == data_.zones.end() ? nullptr : &old->second, &zone);
        }
        data_.zones = std::move(zones);
        data_.placedIn.clear();
        for (const model::Component& component : model_.components)
            if (model_.placements.contains({data_.diagram, component.id.value}))
                data_.placedIn.insert(component.id, component.zone);
        for (const auto& [id, number] : QHash<model::ZoneId, int>(data_.nodeOfZone).asKeyValueRange()) {
            const auto zone = data_.zones.find(id);
            if (zone == data_.zones.end() || !zone->second.collapsed) {
                retire(number);
                data_.nodeOfZone.remove(id);
            }
        }
        for (const auto& [id, zone] : data_.zones)
            if (zone.collapsed) stand(nodeFor(data_.nodeOfZone, id), zone.rect, zone.parent);
    }

    void zoneDiffers(const ZoneShape* old, const ZoneShape* now) {
        touched_.zones.insert(old != nullptr ? old->id : now->id);
        const bool moved =
            old == nullptr || now == nullptr || old->rect != now->rect || old->tag != now->tag || old->name != now->name;
        if (moved)
            for (const ZoneShape* zone : {old, now})
                if (zone != nullptr) borders_.push_back(zone->rect.adjusted(-24, -24, 24, 24));
        const bool regrouped =
            old == nullptr || now == nullptr || old->collapsed != now->collapsed || old->parent != now->parent;
        if (regrouped) everyFlow_ = true;
        if (regrouped || old->depth != now->depth) everyCard_ = true;
        if (old != nullptr && now != nullptr && (old->trust != now->trust || old->trustAround != now->trustAround))
            borders_.push_back(now->rect);
    }

    // ---- cards

    QSet<model::ComponentId> concernedCards(const QSet<QString>& changed) const {
        QSet<model::ComponentId> cards;
        bool named = false;
        for (const QString& id : changed) {
            if (model_.components.contains({id}) || data_.cards.contains({id})) cards.insert({id});
            named = named || model_.identities.contains({id});
        }
        if (named)
            for (const model::Assignment& assignment : model_.assignments)
                if (changed.contains(assignment.from.value)) cards.insert(assignment.to);
        return cards;
    }

    void syncCards(QSet<model::ComponentId> cards) {
        if (everyCard_) {
            for (const model::Component& component : model_.components) cards.insert(component.id);
            for (const auto& [id, card] : data_.cards) cards.insert(id);
        }
        if (cards.isEmpty()) return;
        const auto counts = badgeCounts(model_, everyCard_ ? nullptr : &cards);
        const std::set<model::ComponentId> ordered(cards.begin(), cards.end()); // node numbers must not depend on hashing
        for (const model::ComponentId& id : ordered) syncCard(id, counts.value(id));
    }

    void syncCard(const model::ComponentId& id, const BadgeCounts& count) {
        std::optional<CardShape> card = placedCard(model_, data_, id);
        const auto old = data_.cards.find(id);
        if (!card) {
            if (old == data_.cards.end()) return;
            touched_.cards.insert(id);
            data_.cards.erase(old);
            retire(data_.nodeOfCard.take(id));
            return;
        }
        card->identities = count.identities;
        card->secrets = count.secrets;
        card->data = count.data;
        card->identityIcon = count.identityIcon;
        attributed_.insert(id);
        if (old != data_.cards.end() && old->second == *card) return;
        touched_.cards.insert(id);
        stand(nodeFor(data_.nodeOfCard, id), card->rect, card->zone);
        data_.cards[id] = std::move(*card);
    }

    // ---- notes

    void syncNotes() {
        std::map<model::NoteId, NoteShape> notes;
        for (const model::Note& note : model_.notes)
            if (note.diagram == data_.diagram && !data_.hidden.contains(note.id.value))
                notes[note.id] = {note.id, sane(QRectF(note.x, note.y, note.w, note.h), 4000), note.text};
        for (const auto& [id, note] : data_.notes)
            if (!notes.contains(id)) touched_.notes.insert(id);
        for (const auto& [id, note] : notes) {
            const auto old = data_.notes.find(id);
            if (old != data_.notes.end() && old->second == note) continue;
            touched_.notes.insert(id);
            if (old == data_.notes.end() || old->second.rect != note.rect) claimed_.push_back(note.rect);
        }
        data_.notes = std::move(notes);
    }

    // ---- flows

    QSet<model::FlowId> concernedFlows(const QSet<QString>& changed) const {
        QSet<model::FlowId> flows;
        bool named = false;
        for (const QString& id : changed) {
            if (model_.flows.contains({id}) || data_.wireOf.contains({id})) flows.insert({id});
            named = named || model_.identities.contains({id}) || model_.data.contains({id});
        }
        for (const model::ComponentId& id : attributed_)
            if (const auto node = data_.nodeOfCard.constFind(id); node != data_.nodeOfCard.constEnd())
                for (const int wire : data_.node(*node).wires) flows.insert(data_.wire(wire).id);
        // Flows whose end has come into the diagram have no wire yet; those of a collapsed zone's content have no card.
        if (!arrived_.isEmpty() || named)
            for (const model::Flow& flow : model_.flows)
                if (arrived_.contains(flow.source) || arrived_.contains(flow.target) ||
                    (flow.callerIdentity && changed.contains(flow.callerIdentity->value)))
                    flows.insert(flow.id);
        if (named)
            for (const model::FlowData& row : model_.flowData)
                if (changed.contains(row.data.value)) flows.insert(row.flow);
        for (const int wire : orphans_) flows.insert(data_.wire(wire).id);
        return flows;
    }

    void syncFlows(QSet<model::FlowId> flows) {
        if (everyFlow_) {
            for (const model::Flow& flow : model_.flows) flows.insert(flow.id);
            for (const auto& [id, wire] : data_.wireOf.asKeyValueRange()) flows.insert(id);
        }
        const std::set<model::FlowId> ordered(flows.begin(), flows.end());
        for (const model::FlowId& id : ordered) syncFlow(id);
    }

    void syncFlow(const model::FlowId& id) {
        const model::Flow* row = model_.flows.find(id);
        const int source = row != nullptr ? endOf(row->source) : -1, target = row != nullptr ? endOf(row->target) : -1;
        const bool inside = source >= 0 && source == target && row->source != row->target; // both in one collapsed zone
        const bool drawn = source >= 0 && target >= 0 && !inside;
        const bool known = data_.wireOf.contains(id);
        if (!drawn) {
            if (known) dropWire(data_.wireOf.take(id));
            return;
        }
        const int number = known ? data_.wireOf.value(id) : newWire(id);
        remember(number);
        FlowShape& shape = data_.flows[id];
        shape.id = id;
        describe(shape, model_);
        Wire& wire = data_.wire(number);
        const model::Route* route = model_.routes.find({data_.diagram, id});
        auto bends = route != nullptr ? bendsFromText(route->bends) : std::nullopt;
        QString bundle;
        if (!bends && row->callerIdentity)
            bundle = QStringLiteral("%1 %2 %3")
                         .arg(row->callerIdentity->value)
                         .arg(static_cast<int>(shape.style))
                         .arg(static_cast<int>(shape.head));
        if (wire.source != source || wire.target != target || wire.bends != bends || wire.bundle != bundle) {
            detach(number);
            wire.source = source;
            wire.target = target;
            wire.bends = std::move(bends);
            wire.bundle = bundle;
            attach(number);
            routing_.insert(number);
        }
        dressing_.insert(number);
    }

    int endOf(const model::ComponentId& id) const {
        if (const auto node = data_.nodeOfCard.constFind(id); node != data_.nodeOfCard.constEnd()) return *node;
        const model::Component* component = model_.components.find(id);
        if (component == nullptr || data_.hidden.contains(id.value) || !model_.placements.contains({data_.diagram, id.value}))
            return -1;
        const auto zone = collapsedAround(model_, data_, component->zone);
        return zone ? data_.nodeOfZone.value(*zone, -1) : -1;
    }

    // ---- nodes and wires

    template <class Id>
    int nodeFor(QHash<Id, int>& index, const Id& id) {
        if (const auto known = index.constFind(id); known != index.constEnd()) return *known;
        int number = static_cast<int>(data_.nodes.size());
        if (data_.freeNodes.empty()) {
            data_.nodes.emplace_back();
        } else {
            number = data_.freeNodes.back();
            data_.freeNodes.pop_back();
        }
        if constexpr (std::is_same_v<Id, model::ComponentId>) {
            data_.node(number).card = id;
            arrived_.insert(id);
        } else {
            data_.node(number).collapsed = id;
        }
        return *index.insert(id, number);
    }

    void stand(int number, const QRectF& rect, const std::optional<model::ZoneId>& zone) {
        Node& node = data_.node(number);
        if (node.zone != zone) // its flows go through other boundaries now
            for (const int wire : node.wires) dressing_.insert(wire);
        node.zone = zone;
        if (node.drawn && node.rect == rect) return;
        if (node.drawn) data_.boxes.remove(number, node.rect);
        node.rect = rect;
        node.drawn = true;
        data_.boxes.insert(number, rect);
        moved_.insert(number);
        claimed_.push_back(rect);
    }

    void retire(int number) {
        Node& node = data_.node(number);
        if (node.drawn) data_.boxes.remove(number, node.rect);
        node.drawn = false;
        orphans_.insert(node.wires.begin(), node.wires.end());
        retired_.push_back(number);
    }

    int newWire(const model::FlowId& id) {
        int number = static_cast<int>(data_.wires.size());
        if (data_.freeWires.empty()) {
            data_.wires.emplace_back();
        } else {
            number = data_.freeWires.back();
            data_.freeWires.pop_back();
        }
        data_.wire(number) = {};
        data_.wire(number).id = id;
        data_.wire(number).alive = true;
        data_.wireOf.insert(id, number);
        return number;
    }

    void attach(int number) {
        const Wire& wire = data_.wire(number);
        for (const int end : std::set<int>{wire.source, wire.target}) {
            std::vector<int>& wires = data_.node(end).wires;
            wires.insert(std::ranges::lower_bound(wires, wire.id, {}, [&](int other) { return data_.wire(other).id; }), number);
        }
    }

    void detach(int number) {
        Wire& wire = data_.wire(number);
        for (const int end : {wire.source, wire.target})
            if (end >= 0) {
                std::erase(data_.node(end).wires, number);
                moved_.insert(end); // the ports of the others move up
            }
        wire.placed = false;
    }

    void dropWire(int number) {
        remember(number);
        detach(number);
        Wire& wire = data_.wire(number);
        data_.segments.remove(number);
        unlabel(number);
        data_.flows.erase(wire.id);
        wire.alive = false;
        data_.freeWires.push_back(number);
    }

    // ---- routes and what is drawn along them

    /// The shape before anything changes it.
    void remember(int number) {
        const auto flow = data_.flows.find(data_.wire(number).id);
        if (flow != data_.flows.end())
            before_.try_emplace(flow->first, flow->second);
        else
            touchedNew_.insert(data_.wire(number).id);
    }

    void unlabel(int number) {
        const auto flow = data_.flows.find(data_.wire(number).id);
        if (flow != data_.flows.end() && !flow->second.label.rect.isNull()) {
            data_.labels.remove(number, flow->second.label.rect);
            flow->second.label.rect = {};
        }
    }

    Touched finished() {
        std::erase_if(routing_, [&](int wire) { return !data_.wire(wire).alive; });
        std::erase_if(moved_, [&](int node) { return !data_.node(node).drawn; });
        const bool places = !routing_.empty() || !moved_.empty() || !claimed_.empty() || !borders_.empty();
        for (const auto& [id, number] : data_.wireOf.asKeyValueRange())
            if (places && data_.wireOf.size() <= fewWires) forget(number);
        if (places) {
            const std::set<int> routed = reroute(data_, routing_, moved_, claimed_, before_);
            dressing_.insert(routed.begin(), routed.end());
        }
        addDisturbed();
        dress();
        compare();
        release();
        return std::move(touched_);
    }

    void forget(int number) {
        data_.wire(number).placed = false;
        data_.segments.remove(number);
        routing_.insert(number);
    }

    // Flows that keep their route but not what is drawn along it.
    void addDisturbed() {
        std::vector<Segment> found;
        std::vector<QRectF> areas = borders_;
        areas.insert(areas.end(), claimed_.begin(), claimed_.end());
        for (const QRectF& area : areas) {
            found.clear();
            data_.segments.near(area, found);
            for (const Segment& segment : found) dressing_.insert(segment.wire);
        }
        std::vector<int> numbers;
        for (const QRectF& area : claimed_) {
            numbers.clear();
            data_.labels.near(area, numbers);
            for (const int number : numbers)
                if (data_.flows.at(data_.wire(number).id).label.rect.intersects(area)) dressing_.insert(number);
        }
        std::erase_if(dressing_, [&](int wire) { return !data_.wire(wire).alive || !data_.wire(wire).placed; });
    }

    void dress() {
        for (const int number : dressing_) {
            remember(number);
            unlabel(number);
        }
        countBundles();
        for (const int number : dressing_) findCrossings(data_, data_.wire(number), data_.flows[data_.wire(number).id]);
        for (const int number : data_.byId(dressing_)) {
            FlowShape& flow = data_.flows[data_.wire(number).id];
            placeLabel(data_, number, flow, fullLabel(facts_, *model_.flows.find(flow.id), flow.bundled));
            if (!flow.label.rect.isNull()) data_.labels.insert(number, flow.label.rect);
        }
        for (const int number : hopping()) {
            FlowShape& flow = data_.flows[data_.wire(number).id];
            std::vector<Hop> hops = findHops(data_, number, flow);
            if (hops == flow.hops && !dressing_.contains(number)) continue;
            before_.try_emplace(flow.id, flow);
            flow.hops = std::move(hops);
            drawLine(flow);
            branchOff(number, flow);
        }
    }

    // Dashes drawn twice close their gaps: every piece of a trunk is drawn by one flow only, the lead or the next.
    void branchOff(int number, FlowShape& flow) const {
        const Wire& own = data_.wire(number);
        if (!own.shared || flow.bundleLead) return;
        std::vector<Segment> drawn;
        for (const int other : data_.node(own.target).wires) {
            const Wire& wire = data_.wire(other);
            if (other == number) break; // earlier ones only, so that somebody draws it
            if (!wire.shared || wire.target != own.target || wire.enters != own.enters || wire.bundle != own.bundle) continue;
            const std::vector<Segment> route = segmentsOf(other, data_.flows.at(wire.id).points);
            drawn.insert(drawn.end(), route.begin(), route.end());
        }
        drawBranch(flow, drawn);
    }

    void countBundles() {
        std::map<std::tuple<int, Side, QString>, std::vector<int>> bundles;
        for (const int number : dressing_) {
            FlowShape& flow = data_.flows[data_.wire(number).id];
            const Wire& wire = data_.wire(number);
            flow.bundled = 0;
            flow.bundleLead = false;
            if (wire.shared) bundles[{wire.target, wire.enters, wire.bundle}];
        }
        // All members count, those that need no dressing too.
        for (auto& [key, members] : bundles) {
            const auto& [target, side, bundle] = key;
            for (const int number : data_.node(target).wires) {
                const Wire& wire = data_.wire(number);
                if (wire.shared && wire.target == target && wire.enters == side && wire.bundle == bundle)
                    members.push_back(number);
            }
            for (const int number : members) {
                remember(number);
                FlowShape& flow = data_.flows[data_.wire(number).id];
                flow.bundled = static_cast<int>(members.size());
                flow.bundleLead = number == members.front();
                dressing_.insert(number);
            }
        }
    }

    // Those dressed, and horizontal ones that go, or went, over a route that has moved.
    std::set<int> hopping() const {
        std::set<int> wires = dressing_;
        std::vector<Segment> found;
        for (const auto& [id, old] : before_) {
            const auto now = data_.flows.find(id);
            if (now != data_.flows.end() && now->second.points == old.points) continue;
            addCrossed(old.points, found);
            if (now != data_.flows.end()) addCrossed(now->second.points, found);
        }
        for (const model::FlowId& id : touchedNew_)
            if (const auto now = data_.flows.find(id); now != data_.flows.end()) addCrossed(now->second.points, found);
        for (const Segment& segment : found)
            if (segment.horizontal && data_.wire(segment.wire).alive) wires.insert(segment.wire);
        return wires;
    }

    void addCrossed(const std::vector<QPointF>& points, std::vector<Segment>& found) const {
        for (const Segment& segment : segmentsOf(0, points))
            if (!segment.horizontal) data_.segments.near(segment.box(), found);
    }

    void compare() {
        for (const auto& [id, old] : before_) {
            const auto now = data_.flows.find(id);
            if (now == data_.flows.end() || !(now->second == old)) touched_.flows.insert(id);
        }
        touched_.flows.unite(touchedNew_);
    }

    void release() {
        for (const int number : retired_) {
            data_.node(number) = {};
            data_.freeNodes.push_back(number);
        }
    }

    Data& data_;
    const model::Model& model_;
    FlowFacts facts_;
    Touched touched_;
    bool everyCard_ = false, everyFlow_ = false;
    std::vector<QRectF> borders_, claimed_;
    QSet<model::ComponentId> attributed_, arrived_;
    std::set<int> orphans_, routing_, moved_, dressing_;
    std::vector<int> retired_;
    std::map<model::FlowId, FlowShape> before_;
    QSet<model::FlowId> touchedNew_;
};

} // namespace

Touched drawnAnew(Drawing::Data& data, const model::Model& model) { return Sync(data, model).all(); }

Touched broughtInStep(Drawing::Data& data, const model::Model& model, const QSet<QString>& changed) {
    return Sync(data, model).some(changed);
}

} // namespace sallyport::diagram
