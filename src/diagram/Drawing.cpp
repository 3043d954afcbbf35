// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Drawing.h"

#include "diagram/DrawingData.h"

#include <algorithm>

namespace sallyport::diagram {

void Touched::add(const Touched& other) {
    zones.unite(other.zones);
    cards.unite(other.cards);
    flows.unite(other.flows);
    notes.unite(other.notes);
}

Drawing::Drawing() : data_(std::make_shared<Data>()) {}

Drawing::Drawing(const model::Model& model, const model::DiagramId& diagram) : Drawing() {
    data_->diagram = diagram;
    const model::Diagram* row = model.diagrams.find(diagram);
    if (row == nullptr) return;
    data_->title = row->title;
    drawnAnew(*data_, model);
}

Drawing::Drawing(const Drawing&) = default;
Drawing::Drawing(Drawing&& other) noexcept : data_(other.data_) {}
Drawing& Drawing::operator=(const Drawing&) = default;
Drawing& Drawing::operator=(Drawing&& other) noexcept {
    data_ = other.data_;
    return *this;
}
Drawing::~Drawing() = default;

Drawing::Data& Drawing::detached() {
    if (data_.use_count() > 1) data_ = std::make_shared<Data>(*data_);
    return *data_;
}

const model::DiagramId& Drawing::diagram() const { return data_->diagram; }
const QString& Drawing::title() const { return data_->title; }
const std::map<model::ZoneId, ZoneShape>& Drawing::zones() const { return data_->zones; }
const std::map<model::ComponentId, CardShape>& Drawing::cards() const { return data_->cards; }
const std::map<model::FlowId, FlowShape>& Drawing::flows() const { return data_->flows; }
const std::map<model::NoteId, NoteShape>& Drawing::notes() const { return data_->notes; }
const QSet<QString>& Drawing::hidden() const { return data_->hidden; }

namespace {

template <class Id, class Shape>
const Shape* found(const std::map<Id, Shape>& shapes, const Id& id) {
    const auto at = shapes.find(id);
    return at == shapes.end() ? nullptr : &at->second;
}

} // namespace

const ZoneShape* Drawing::zone(const model::ZoneId& id) const { return found(data_->zones, id); }
const CardShape* Drawing::card(const model::ComponentId& id) const { return found(data_->cards, id); }
const FlowShape* Drawing::flow(const model::FlowId& id) const { return found(data_->flows, id); }
const NoteShape* Drawing::note(const model::NoteId& id) const { return found(data_->notes, id); }

std::vector<const ZoneShape*> Drawing::zonesOutsideIn() const {
    std::vector<const ZoneShape*> ordered;
    for (const auto& [id, zone] : data_->zones) ordered.push_back(&zone);
    std::ranges::stable_sort(ordered, {}, [](const ZoneShape* zone) { return zone->nesting; });
    return ordered;
}

QRectF Drawing::bounds() const {
    QRectF bounds;
    for (const auto& [id, zone] : data_->zones) bounds = bounds.united(paintedRect(zone));
    for (const auto& [id, card] : data_->cards) bounds = bounds.united(card.rect.adjusted(-12, -12, 12, 12));
    for (const auto& [id, flow] : data_->flows) bounds = bounds.united(paintedRect(flow));
    for (const auto& [id, note] : data_->notes) bounds = bounds.united(paintedRect(note));
    return bounds;
}

bool Drawing::isEmpty() const { return data_->zones.empty() && data_->cards.empty() && data_->notes.empty(); }

Touched Drawing::update(const model::Model& model, const QSet<QString>& changed) {
    Touched touched = preview({});
    Data& data = detached();
    if (const model::Diagram* row = model.diagrams.find(data.diagram)) data.title = row->title;
    touched.add(broughtInStep(data, model, changed));
    return touched;
}

Touched Drawing::setHidden(const model::Model& model, const QSet<QString>& hidden) {
    Touched touched = preview({});
    Data& data = detached();
    data.hidden = hidden;
    touched.add(drawnAnew(data, model));
    return touched;
}

} // namespace sallyport::diagram
