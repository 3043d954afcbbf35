// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Links.h"

#include "document/Edits.h"

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

const std::vector<Links>& all() {
    using enum TableId;
    static const std::vector<Links> table{
        {Component, "Acts as", Assignment, "component", "identity", nullptr, "Assign an identity", "Acts as nobody.",
         "identity", "identities", true},
        {Component, "Holds", Holding, "component", "secret", nullptr, "Hold a secret", "Holds no secret.", "secret", "secrets",
         true},
        {Component, "Handles data", Handling, "component", "data", nullptr, "Handle data", "Handles no data.", "data asset",
         "data assets", true},
        {Flow, "Carries", FlowSecret, "flow", "secret", nullptr, "Carry a secret", "Carries no secret.", "secret", "secrets",
         true},
        {Flow, "Data", FlowData, "flow", "data", nullptr, "Move data", "Moves no data.", "data asset", "data assets", true},
        {Flow, "Forwards", FlowContinues, "flow", "leg", nullptr, "Forward a call", "Forwards no call.", "call", "calls",
         false},
        {Identity, "Assigned to", Assignment, "identity", "component", nullptr, "Assign to a component",
         "No component acts as it.", "component", "components", false},
        {Identity, "Proven by", Secret, "identity", "id", nullptr, "Prove by a secret", "No secret proves it.", "secret",
         "secrets", true},
        {Identity, "May", Grant, "identity", "id", nullptr, "Grant at a component", "May do nothing.", "grant", "grants", true},
        {Secret, "Held by", Holding, "secret", "component", nullptr, "Give to a component", "Nobody holds it.", "holder",
         "holders", false},
        {Secret, "Carried by", FlowSecret, "secret", "flow", nullptr, "Let a flow carry it", "No flow carries it.", "flow",
         "flows", false},
        {Secret, "Good for only", SecretOnly, "secret", "grant", nullptr, "Scope to a grant", "Not scoped to any grant.",
         "grant", "grants", false},
        {Grant, "Reads", GrantData, "grant", "data", "read", "Read data", "Reads no data.", "data asset", "data assets", true},
        {Grant, "Writes", GrantData, "grant", "data", "write", "Write data", "Writes no data.", "data asset", "data assets",
         true},
        {Grant, "Reveals", GrantReveals, "grant", "secret", nullptr, "Reveal a secret", "Reveals no secret.", "secret",
         "secrets", true},
        {Grant, "Assumes", GrantAssumes, "grant", "identity", nullptr, "Assume an identity", "Assumes no identity.", "identity",
         "identities", true},
        {DataAsset, "Handled by", Handling, "data", "component", nullptr, "Give to a component", "No component handles it.",
         "component", "components", false},
    };
    return table;
}

const model::Column& columnOf(TableId table, const char* name) {
    const model::Table& description = model::table(table);
    return description.columns[static_cast<std::size_t>(description.column(QString::fromLatin1(name)))];
}

/// What an identity or secret made for a component most likely is; its kind is the first thing one sees of it.
model::IdentityKind identityKindFor(const model::Component* component) {
    using enum model::ComponentKind;
    if (!component) return model::IdentityKind::Workload;
    switch (component->kind) {
        case ClientBrowser:
        case ClientNative:
            return model::IdentityKind::Human;
        case Bff:
        case TokenMediator:
            return model::IdentityKind::OauthClient;
        case CiCd:
            return model::IdentityKind::Pipeline;
        case ThirdPartyService:
            return model::IdentityKind::ThirdParty;
        case AiAgent:
            return model::IdentityKind::Agent;
        default:
            return model::IdentityKind::Workload;
    }
}

model::SecretKind secretKindFor(const model::Component* component) {
    using enum model::ComponentKind;
    if (!component) return model::SecretKind::Password;
    switch (component->kind) {
        case ClientBrowser:
            return model::SecretKind::SessionCookie;
        case ClientNative:
            return model::SecretKind::RefreshToken;
        case ClientMachine:
            return model::SecretKind::ApiKey;
        case Cdn:
        case ApiGateway:
            return model::SecretKind::TlsKey;
        case Bff:
        case TokenMediator:
            return model::SecretKind::ClientSecret;
        case Backend:
            return model::SecretKind::DbPassword;
        case IdentityProvider:
            return model::SecretKind::SigningKey;
        default:
            return model::SecretKind::Password;
    }
}

} // namespace

TableId Links::others() const { return pointing() ? table : *columnOf(table, other).references; }

QStringList Links::of(const model::Model& model, const QString& id) const {
    const model::Table& description = model::table(table);
    const model::Column& mine = columnOf(table, self);
    const model::Column& theirs = columnOf(table, other);
    const model::Column* how = access ? &columnOf(table, "access") : nullptr;
    QStringList found;
    description.each(model, [&](const void* row) {
        const Value owner = mine.get(row);
        const auto* text = std::get_if<QString>(&owner);
        if (!text || *text != id) return;
        if (how && std::get<QString>(how->get(row)) != QLatin1StringView(access)) return;
        found << std::get<QString>(theirs.get(row));
    });
    std::stable_sort(found.begin(), found.end(), [&](const QString& a, const QString& b) {
        return model.nameOf(a).localeAwareCompare(model.nameOf(b)) < 0;
    });
    return found;
}

std::vector<Value> Links::key(const QString& owner, const QString& linked) const {
    if (pointing()) return {Value(linked)};
    const model::Table& description = model::table(table);
    std::vector<Value> made(static_cast<std::size_t>(description.keyColumns));
    made[static_cast<std::size_t>(description.column(QString::fromLatin1(self)))] = Value(owner);
    made[static_cast<std::size_t>(description.column(QString::fromLatin1(other)))] = Value(linked);
    if (access) made[static_cast<std::size_t>(description.column(u"access"))] = Value(QString::fromLatin1(access));
    return made;
}

std::span<const Links> links() { return all(); }

std::vector<const Links*> linkColumns(TableId owner) {
    std::vector<const Links*> columns;
    for (const Links& one : all())
        if (one.owner == owner && !one.pointing()) columns.push_back(&one);
    return columns;
}

void addLink(document::Editor& editor, const Links& links, const QString& self, const QString& other) {
    if (links.pointing()) {
        editor.set(links.table, other, links.self, Value(self));
        return;
    }
    const model::Table& description = model::table(links.table);
    std::vector<Value> row = links.key(self, other);
    if (description.find(editor.model(), row)) return;
    row.resize(description.columns.size());
    editor.putValues(links.table, row);
}

void removeLink(document::Editor& editor, const Links& links, const QString& self, const QString& other) {
    if (!links.pointing()) {
        editor.eraseKey(links.table, links.key(self, other));
        return;
    }
    if (columnOf(links.table, links.self).kind == model::ColumnKind::Fixed)
        editor.erase(links.table, other);
    else
        editor.set(links.table, other, links.self, Value());
}

QString makeLinked(document::Editor& editor, const Links& links, const QString& self, const QString& name) {
    const model::Model& model = editor.model();
    const auto free = [&](TableId table, const QString& usual) {
        return document::freeName(model, table, name.isEmpty() ? usual : name);
    };
    const QString owner = model.nameOf(self);
    QString id;
    switch (links.others()) {
        case TableId::Identity: {
            model::Identity row;
            row.id = document::Editor::newId<model::Identity>();
            row.kind = identityKindFor(model.components.find({self}));
            row.name = free(TableId::Identity, links.owner == TableId::Component ? owner : QStringLiteral("identity"));
            editor.put(row);
            id = row.id.value;
            break;
        }
        case TableId::Secret: {
            model::Secret row;
            row.id = document::Editor::newId<model::Secret>();
            row.kind = secretKindFor(model.components.find({self}));
            row.name = free(TableId::Secret, owner + QStringLiteral(" secret"));
            editor.put(row);
            id = row.id.value;
            break;
        }
        case TableId::DataAsset: {
            model::DataAsset row;
            row.id = document::Editor::newId<model::DataAsset>();
            row.name = free(TableId::DataAsset, QStringLiteral("data"));
            editor.put(row);
            id = row.id.value;
            break;
        }
        default:
            return {};
    }
    addLink(editor, links, self, id);
    return id;
}

} // namespace sallyport::ui
