// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Questions.h"

#include "rules/Sentences.h"

#include <algorithm>
#include <set>

namespace sallyport::rules {

namespace {

using model::Model;
using model::TableId;
using Ids = std::set<QString>;

constexpr std::size_t mostQuestions = 20;

/// The elements of a row by kind, and those next to them.
struct Around {
    Ids zones, components, flows, identities, secrets, grants, data;
};

Around sorted(const Model& model, const RuleRow& row) {
    Around around;
    QStringList ids = row.elements;
    for (const QString& word : row.words) ids += word.split(u' ', Qt::SkipEmptyParts);
    for (const QString& id : ids) {
        switch (model::elementKind(model, id)) {
            case model::ElementKind::Zone:
                around.zones.insert(id);
                break;
            case model::ElementKind::Component:
                around.components.insert(id);
                break;
            case model::ElementKind::Flow:
                around.flows.insert(id);
                break;
            case model::ElementKind::Identity:
                around.identities.insert(id);
                break;
            case model::ElementKind::Secret:
                around.secrets.insert(id);
                break;
            case model::ElementKind::Grant:
                around.grants.insert(id);
                break;
            case model::ElementKind::Data:
                around.data.insert(id);
                break;
            default:
                break;
        }
    }
    return around;
}

void addComponents(const Model& model, Around& around) {
    for (const QString& id : around.flows)
        if (const model::Flow* flow = model.flows.find({id})) {
            around.components.insert(flow->source.value);
            around.components.insert(flow->target.value);
        }
    if (!around.components.empty()) return;
    for (const model::Assignment& assignment : model.assignments)
        if (around.identities.contains(assignment.from.value)) around.components.insert(assignment.to.value);
    for (const model::Component& component : model.components)
        if (component.zone && around.zones.contains(component.zone->value)) around.components.insert(component.id.value);
}

void addFlows(const Model& model, Around& around, const Ids& ofComponents) {
    if (!around.flows.empty()) return;
    for (const model::Flow& flow : model.flows)
        if (ofComponents.contains(flow.source.value) || ofComponents.contains(flow.target.value))
            around.flows.insert(flow.id.value);
    for (const model::FlowSecret& carried : model.flowSecrets)
        if (around.secrets.contains(carried.to.value)) around.flows.insert(carried.from.value);
}

void addSecrets(const Model& model, Around& around) {
    if (!around.secrets.empty()) return;
    for (const model::FlowSecret& carried : model.flowSecrets)
        if (around.flows.contains(carried.from.value)) around.secrets.insert(carried.to.value);
    for (const model::Holding& holding : model.holdings)
        if (around.flows.empty() && around.components.contains(holding.component.value))
            around.secrets.insert(holding.secret.value);
}

void addGrants(const Model& model, Around& around) {
    if (!around.grants.empty()) return;
    for (const model::SecretOnly& scoped : model.secretOnly)
        if (around.secrets.contains(scoped.from.value)) around.grants.insert(scoped.to.value);
    for (const model::Grant& grant : model.grants)
        if (around.identities.contains(grant.identity.value)) around.grants.insert(grant.id.value);
}

void addData(const Model& model, Around& around) {
    if (!around.data.empty()) return;
    for (const model::FlowData& transfer : model.flowData)
        if (around.flows.contains(transfer.flow.value)) around.data.insert(transfer.data.value);
    for (const model::Handling& handling : model.handlings)
        if (around.components.contains(handling.component.value)) around.data.insert(handling.data.value);
}

void addZones(const Model& model, Around& around) {
    for (const QString& id : around.components)
        if (const model::Component* component = model.components.find({id}); component && component->zone)
            around.zones.insert(component->zone->value);
}

/// The targets of what a secret's identity may do: their zones decide what the secret opens.
void addOpened(const Model& model, Around& around) {
    Ids identities = around.identities;
    for (const QString& id : around.secrets)
        if (const model::Secret* secret = model.secrets.find({id}); secret && secret->identity)
            identities.insert(secret->identity->value);
    for (const model::Grant& grant : model.grants)
        if (identities.contains(grant.identity.value)) around.components.insert(grant.target.value);
}

struct Asker {
    const Model& model;
    std::vector<Question> questions;

    void ask(const QString& element, const QString& attribute) {
        const QString label = QStringLiteral("%1 of %2").arg(attributeLabel(attribute), nameIn(model, element));
        Question question{element, attribute, label};
        if (questions.size() < mostQuestions && std::find(questions.begin(), questions.end(), question) == questions.end())
            questions.push_back(std::move(question));
    }

    void column(const model::Table& table, const QString& attribute, int column, const Ids& ids) {
        for (const QString& id : ids) {
            const model::Value key = id;
            const void* row = table.find(model, std::span(&key, 1));
            if (row && model::isNull(table.columns[static_cast<std::size_t>(column)].get(row))) ask(id, attribute);
        }
    }

    /// Rows whose key is two elements: those with one end on the row, both if the row has both.
    void relation(const model::Table& table, const QString& attribute, int column, const Ids& first, const Ids& second) {
        table.each(model, [&](const void* row) {
            const QString one = std::get<QString>(table.columns[0].get(row));
            const QString two = std::get<QString>(table.columns[1].get(row));
            const bool fits = (first.empty() || first.contains(one)) && (second.empty() || second.contains(two));
            if (fits && model::isNull(table.columns[static_cast<std::size_t>(column)].get(row))) ask(one, attribute);
        });
    }

    template <class Id>
    void member(const QString& attribute, const QString& what, const Ids& ids) {
        for (const QString& id : ids)
            if (!model.has(Id{id}, what) && model.has(Id{id}, what.section(u'.', 0, 0) + QStringLiteral(".*")) != false)
                ask(id, attribute);
    }
};

/// Legs that leave a gateway or cdn and do not say which call they forward, while they could.
void askForContinuations(Asker& asker) {
    const Model& model = asker.model;
    std::set<QString> continuing, reached;
    for (const model::FlowContinues& continuation : model.flowContinues) continuing.insert(continuation.from.value);
    for (const model::Flow& flow : model.flows) reached.insert(flow.target.value);
    for (const model::Flow& flow : model.flows) {
        const model::Component* source = model.components.find(flow.source);
        const bool proxy =
            source && (source->kind == model::ComponentKind::ApiGateway || source->kind == model::ComponentKind::Cdn);
        if (proxy && reached.contains(flow.source.value) && !continuing.contains(flow.id.value))
            asker.ask(flow.id.value, QStringLiteral("flow.continues"));
    }
}

void askColumn(Asker& asker, const QString& attribute, const QString& tableName, const QString& columnName, const Around& on) {
    const model::Table* table = model::tableNamed(tableName == u"grant" ? QStringLiteral("grant_") : tableName);
    const int column = table ? table->column(columnName) : -1;
    if (column < 0) return;
    switch (table->id) {
        case TableId::Zone:
            return asker.column(*table, attribute, column, on.zones);
        case TableId::Component:
            return asker.column(*table, attribute, column, on.components);
        case TableId::Flow:
            return asker.column(*table, attribute, column, on.flows);
        case TableId::Identity:
            return asker.column(*table, attribute, column, on.identities);
        case TableId::Secret:
            return asker.column(*table, attribute, column, on.secrets);
        case TableId::Grant:
            return asker.column(*table, attribute, column, on.grants);
        case TableId::DataAsset:
            return asker.column(*table, attribute, column, on.data);
        case TableId::Holding:
            return asker.relation(*table, attribute, column, on.secrets, on.components);
        case TableId::Handling:
            return asker.relation(*table, attribute, column, on.components, on.data);
        default:
            return;
    }
}

} // namespace

QString attributeLabel(const QString& attribute) {
    const QStringList parts = attribute.split(u'.');
    const model::Table* table = model::tableNamed(parts.value(0) == u"grant" ? QStringLiteral("grant_") : parts.value(0));
    if (attribute == u"flow.continues") return QStringLiteral("Which call it forwards");
    if (!table) return attribute;
    if (const int column = table->column(parts.value(1)); column >= 0)
        return QString::fromUtf8(table->columns[static_cast<std::size_t>(column)].label);
    for (const model::SetColumn& set : table->sets)
        if (parts.value(1) == QLatin1StringView(set.prefix)) {
            QString member = parts.value(2);
            for (const model::Word& word : set.words)
                if (member == QLatin1StringView(word.word)) member = QString::fromUtf8(word.label);
            return member.isEmpty() ? QString::fromUtf8(set.label)
                                    : QStringLiteral("%1: %2").arg(QString::fromUtf8(set.label), member);
        }
    return attribute;
}

std::vector<Question> openQuestions(const Model& model, const Rule& rule, const RuleRow& row) {
    const Around direct = sorted(model, row);
    Asker asker{model, {}};
    for (const QString& attribute : rule.asks) {
        if (attribute == u"flow.continues") {
            askForContinuations(asker);
            continue;
        }
        const QString table = attribute.section(u'.', 0, 0);
        const QString column = attribute.section(u'.', 1, 1);
        const QString member = attribute.section(u'.', 2);
        Around on = direct;
        if (table == u"flow" || table == u"data_asset") addFlows(model, on, direct.components);
        if (table == u"component" || table == u"zone") addComponents(model, on);
        if (table == u"zone") addOpened(model, on);
        if (table == u"zone") addZones(model, on);
        if (table == u"secret") addSecrets(model, on);
        if (table == u"grant") addGrants(model, on);
        if (table == u"data_asset") addData(model, on);
        if (!member.isEmpty() && table == u"component")
            asker.member<model::ComponentId>(attribute, column + u'.' + member, on.components);
        else if (!member.isEmpty() && table == u"flow")
            asker.member<model::FlowId>(attribute, column + u'.' + member, on.flows);
        else if (attribute == u"flow.required_scope")
            asker.member<model::FlowId>(attribute, column + QStringLiteral(".*"), on.flows);
        else
            askColumn(asker, attribute, table, column, on);
    }
    return std::move(asker.questions);
}

} // namespace sallyport::rules
