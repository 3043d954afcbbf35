// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Placeable.h"

#include "diagram/Geometry.h"
#include "diagram/Icons.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sallyport::ui {

namespace {

using model::ComponentKind;
using model::ZoneKind;

constexpr QSizeF newZone{384, 208};

QString translated(const char* text) { return QCoreApplication::translate("Placeable", text); }

const char* meaning(ComponentKind kind) {
    switch (kind) {
        case ComponentKind::ClientBrowser:
            return "A page in a user's browser; it can keep no secret.";
        case ComponentKind::ClientNative:
            return "An app on a user's own device.";
        case ComponentKind::ClientMachine:
            return "A program somewhere else that calls in by itself.";
        case ComponentKind::Cdn:
            return "Delivers static files and caches near the user.";
        case ComponentKind::ApiGateway:
            return "One entry with shared policy for many clients.";
        case ComponentKind::Bff:
            return "Backend for one frontend: its session, its data, its calls.";
        case ComponentKind::TokenMediator:
            return "Keeps refresh tokens and hands access tokens to a page.";
        case ComponentKind::Backend:
            return "A service with business logic.";
        case ComponentKind::DataStore:
            return "A database or a store of objects.";
        case ComponentKind::Cache:
            return "Keeps copies for speed.";
        case ComponentKind::SessionStore:
            return "Keeps the sessions of users.";
        case ComponentKind::MessageBroker:
            return "Passes messages on, later.";
        case ComponentKind::IdentityProvider:
            return "Logs users and services in, and issues tokens.";
        case ComponentKind::SecretStore:
            return "Hands out secrets to those who may have them.";
        case ComponentKind::CiCd:
            return "Builds and deploys.";
        case ComponentKind::AdminConsole:
            return "Where operators change the system.";
        case ComponentKind::LogSink:
            return "Where records of what happened end up.";
        case ComponentKind::ThirdPartyService:
            return "Run by somebody else.";
        case ComponentKind::AiAgent:
            return "Acts by what a language model says.";
    }
    return "";
}

const char* meaning(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::Internet:
            return "Anybody can stand here.";
        case ZoneKind::Edge:
            return "Where calls from outside come in.";
        case ZoneKind::Application:
            return "Where the services run.";
        case ZoneKind::Data:
            return "Where data is kept.";
        case ZoneKind::Identity:
            return "Where identities are decided about.";
        case ZoneKind::Management:
            return "From where the system is run.";
        case ZoneKind::Delivery:
            return "Where code is built and deployed from.";
        case ZoneKind::ThirdParty:
            return "Somebody else's ground.";
    }
    return "";
}

const auto& all() {
    using K = ComponentKind;
    using Z = ZoneKind;
    static const std::array<Placeable, 28> list{{
        {K::ClientBrowser, 'B', 0},
        {K::ClientNative, 'N', 0},
        {K::ClientMachine, 'M', 0},
        {K::Cdn, 'E', 1},
        {K::ApiGateway, 'G', 1},
        {K::Bff, 'F', 2},
        {K::TokenMediator, 'X', 2},
        {K::Backend, 'S', 3},
        {K::AiAgent, 'U', 3},
        {K::DataStore, 'D', 4},
        {K::Cache, 'K', 4},
        {K::SessionStore, 'O', 4},
        {K::MessageBroker, 'Q', 4},
        {K::IdentityProvider, 'I', 5},
        {K::SecretStore, 'Y', 5},
        {K::CiCd, 'P', 6},
        {K::AdminConsole, 'A', 6},
        {K::LogSink, 'L', 6},
        {K::ThirdPartyService, 'R', 7},
        {Z::Internet, {}, 8},
        {Z::Edge, {}, 8},
        {Z::Application, {}, 8},
        {Z::Data, {}, 8},
        {Z::Identity, {}, 8},
        {Z::Management, {}, 8},
        {Z::Delivery, {}, 8},
        {Z::ThirdParty, {}, 8},
        {NotePlaceable{}, 'T', 9},
    }};
    return list;
}

} // namespace

QString Placeable::label() const {
    if (const auto* kind = std::get_if<ComponentKind>(&what)) return model::label(*kind);
    if (const auto* kind = std::get_if<ZoneKind>(&what)) return translated("%1 zone").arg(model::label(*kind));
    return translated("Note");
}

QString Placeable::icon() const {
    if (const auto* kind = std::get_if<ComponentKind>(&what)) return diagram::iconOf(*kind);
    if (const auto* kind = std::get_if<ZoneKind>(&what)) return diagram::iconOf(std::optional(*kind));
    return diagram::icons::note;
}

QString Placeable::tip() const {
    if (const auto* kind = std::get_if<ComponentKind>(&what)) return translated(meaning(*kind));
    if (const auto* kind = std::get_if<ZoneKind>(&what)) return translated(meaning(*kind));
    return translated("Words beside the drawing.");
}

QSizeF Placeable::size() const { return isComponent() ? diagram::cardSize : isZone() ? newZone : diagram::noteSize; }

QByteArray Placeable::text() const {
    if (const auto* kind = std::get_if<ComponentKind>(&what)) return QByteArray("component:") + model::word(*kind);
    if (const auto* kind = std::get_if<ZoneKind>(&what)) return QByteArray("zone:") + model::word(*kind);
    return "note";
}

std::span<const Placeable> placeables() { return all(); }

std::optional<Placeable> placeableFromText(const QByteArray& text) {
    for (const Placeable& one : all())
        if (one.text() == text) return one;
    return std::nullopt;
}

namespace {

Placeable placeableWith(const std::variant<ComponentKind, ZoneKind, NotePlaceable>& what) {
    const auto found = std::ranges::find(all(), what, &Placeable::what);
    return found == all().end() ? Placeable{what, {}, 0} : *found;
}

} // namespace

Placeable placeableOf(ComponentKind kind) { return placeableWith(kind); }
Placeable placeableOf(ZoneKind kind) { return placeableWith(kind); }
Placeable notePlaceable() { return placeableWith(NotePlaceable{}); }

} // namespace sallyport::ui
