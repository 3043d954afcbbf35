// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Signs.h"

#include "diagram/Icons.h"

namespace sallyport::charts {

diagram::Level toDiagram(analysis::Level level) { return static_cast<diagram::Level>(level); }

diagram::Breadth toDiagram(analysis::Breadth breadth) {
    return breadth == analysis::Breadth::All    ? diagram::Breadth::All
           : breadth == analysis::Breadth::Live ? diagram::Breadth::Live
                                                : diagram::Breadth::One;
}

diagram::Severity toDiagram(rules::Severity severity) {
    return severity == rules::Severity::None ? diagram::Severity::Info
                                             : static_cast<diagram::Severity>(static_cast<int>(severity) - 1);
}

diagram::Status toDiagram(rules::CoverageStatus status) { return static_cast<diagram::Status>(status); }

static_assert(static_cast<int>(analysis::Level::Controlled) == static_cast<int>(diagram::Level::Controlled));
static_assert(static_cast<int>(rules::Severity::Critical) - 1 == static_cast<int>(diagram::Severity::Critical));
static_assert(static_cast<int>(rules::CoverageStatus::NotApplicable) == static_cast<int>(diagram::Status::NotApplicable));
static_assert(static_cast<int>(rules::CoverageStatus::Partial) == static_cast<int>(diagram::Status::Partial));

QString iconOfElement(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case model::ElementKind::Component:
            return diagram::iconOf(model.components.find(model::ComponentId{id})->kind);
        case model::ElementKind::Zone:
            return diagram::iconOf(model.zones.find(model::ZoneId{id})->kind);
        case model::ElementKind::Flow:
            return diagram::icons::flow;
        case model::ElementKind::Identity:
            return diagram::iconOf(model.identities.find(model::IdentityId{id})->kind);
        case model::ElementKind::Secret:
            return diagram::iconOf(model.secrets.find(model::SecretId{id})->kind);
        case model::ElementKind::Grant:
            return diagram::icons::grant;
        case model::ElementKind::Data:
            return diagram::icons::data;
        default:
            return diagram::icons::note;
    }
}

QColor colourOfElement(const model::Model& model, const QString& id, const diagram::Theme& theme) {
    const model::Component* component = model.components.find(model::ComponentId{id});
    return component ? theme.familyColour(component->kind) : theme.ink2;
}

QString kindOfElement(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case model::ElementKind::Component:
            return model::label(model.components.find(model::ComponentId{id})->kind);
        case model::ElementKind::Zone:
            return QStringLiteral("Zone");
        case model::ElementKind::Flow:
            return QStringLiteral("Flow");
        case model::ElementKind::Identity:
            return model::label(model.identities.find(model::IdentityId{id})->kind);
        case model::ElementKind::Secret:
            return model::label(model.secrets.find(model::SecretId{id})->kind);
        case model::ElementKind::Grant:
            return QStringLiteral("Grant");
        case model::ElementKind::Data:
            return QStringLiteral("Data");
        default:
            return {};
    }
}

} // namespace sallyport::charts
