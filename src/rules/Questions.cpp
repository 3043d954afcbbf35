// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Questions.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace sallyport::rules {

namespace {

using model::Model;
using model::TableId;
using Ids = std::set<QString>;

constexpr qsizetype mostQuestions = 20;

/// The elements of a row by kind, and those next to them.
struct Around {
    Ids zones, components, flows, identities, secrets, grants, data;
};

QStringList idsOf(const QString& word) { return word.split(u' ', Qt::SkipEmptyParts); }

Around sorted(Names& names, const QStringList& ids) {
    Around around;
    for (const QString& id : ids) {
        switch (names.kind(id)) {
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

using Lists = QHash<QString, QStringList>;

void addAll(Ids& to, const Lists& lists, const Ids& from) {
    for (const QString& id : from)
        for (const QString& neighbour : lists.value(id)) to.insert(neighbour);
}

struct Asker {
    const Model& model;
    Names& names;
    QList<Question> questions;

    void ask(const QString& element, const QString& attribute) {
        const QString label = QStringLiteral("%1 of %2").arg(attributeLabel(attribute), names.of(element));
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

    void holding(const QString& attribute, const model::Holding& row, const model::Table& table, int column) {
        if (model::isNull(table.columns[static_cast<std::size_t>(column)].get(&row))) ask(row.secret.value, attribute);
    }

    template <class Id>
    void member(const QString& attribute, const QString& what, const Ids& ids) {
        for (const QString& id : ids)
            if (!model.has(Id{id}, what) && model.has(Id{id}, what.section(u'.', 0, 0) + QStringLiteral(".*")) != false)
                ask(id, attribute);
    }
};

/// Legs that leave a gateway or cdn and do not say which call they forward, while they could.
QStringList legsWithoutContinuation(const Model& model) {
    QStringList legs;
    std::set<QString> continuing, reached;
    for (const model::FlowContinues& continuation : model.flowContinues) continuing.insert(continuation.from.value);
    for (const model::Flow& flow : model.flows) reached.insert(flow.target.value);
    for (const model::Flow& flow : model.flows) {
        const model::Component* source = model.components.find(flow.source);
        const bool proxy =
            source && (source->kind == model::ComponentKind::ApiGateway || source->kind == model::ComponentKind::Cdn);
        if (proxy && reached.contains(flow.source.value) && !continuing.contains(flow.id.value)) legs.append(flow.id.value);
    }
    return legs;
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

struct QuestionFinder::Neighbours {
    explicit Neighbours(const Model& model);
    Around around(const QString& table, const Around& direct) const;

    Lists componentsOfFlow, componentsOfIdentity, componentsOfZone, componentsOfSecret, zonesOfComponent;
    Lists flowsOfComponent, flowsOfSecret, secretsOfFlow, secretsOfComponent;
    Lists grantsOfSecret, grantsOfIdentity, identitiesOfSecret, targetsOfIdentity, dataOfFlow, dataOfComponent;
    QStringList openLegs;
};

QuestionFinder::Neighbours::Neighbours(const Model& model) : openLegs(legsWithoutContinuation(model)) {
    for (const model::Component& component : model.components)
        if (component.zone) {
            zonesOfComponent[component.id.value].append(component.zone->value);
            componentsOfZone[component.zone->value].append(component.id.value);
        }
    for (const model::Assignment& assignment : model.assignments)
        componentsOfIdentity[assignment.from.value].append(assignment.to.value);
    for (const model::Flow& flow : model.flows) {
        componentsOfFlow[flow.id.value] = {flow.source.value, flow.target.value};
        flowsOfComponent[flow.source.value].append(flow.id.value);
        flowsOfComponent[flow.target.value].append(flow.id.value);
    }
    for (const model::FlowSecret& carried : model.flowSecrets) {
        secretsOfFlow[carried.from.value].append(carried.to.value);
        flowsOfSecret[carried.to.value].append(carried.from.value);
    }
    for (const model::Holding& holding : model.holdings) {
        secretsOfComponent[holding.component.value].append(holding.secret.value);
        componentsOfSecret[holding.secret.value].append(holding.component.value);
    }
    for (const model::SecretOnly& scoped : model.secretOnly) grantsOfSecret[scoped.from.value].append(scoped.to.value);
    for (const model::Grant& grant : model.grants) {
        grantsOfIdentity[grant.identity.value].append(grant.id.value);
        targetsOfIdentity[grant.identity.value].append(grant.target.value);
    }
    for (const model::Secret& secret : model.secrets)
        if (secret.identity) identitiesOfSecret[secret.id.value].append(secret.identity->value);
    for (const model::FlowData& transfer : model.flowData) dataOfFlow[transfer.flow.value].append(transfer.data.value);
    for (const model::Handling& handling : model.handlings)
        dataOfComponent[handling.component.value].append(handling.data.value);
}

/// The row's elements and, for the kind of table asked about, those next to them.
Around QuestionFinder::Neighbours::around(const QString& table, const Around& direct) const {
    Around on = direct;
    if ((table == u"flow" || table == u"data_asset") && on.flows.empty()) {
        addAll(on.flows, flowsOfComponent, direct.components);
        addAll(on.flows, flowsOfSecret, direct.secrets);
    }
    if (table == u"component" || table == u"zone") {
        addAll(on.components, componentsOfFlow, on.flows);
        if (on.components.empty()) addAll(on.components, componentsOfIdentity, on.identities);
        if (on.components.empty()) addAll(on.components, componentsOfZone, on.zones);
    }
    if (table == u"zone") {
        Ids identities = on.identities;
        addAll(identities, identitiesOfSecret, on.secrets); // what a secret opens
        addAll(on.components, targetsOfIdentity, identities);
        addAll(on.zones, zonesOfComponent, on.components);
    }
    if (table == u"secret" && on.secrets.empty()) {
        addAll(on.secrets, secretsOfFlow, on.flows);
        if (on.flows.empty()) addAll(on.secrets, secretsOfComponent, on.components);
    }
    if (table == u"grant" && on.grants.empty()) {
        addAll(on.grants, grantsOfSecret, on.secrets);
        addAll(on.grants, grantsOfIdentity, on.identities);
    }
    if (table == u"data_asset" && on.data.empty()) {
        addAll(on.data, dataOfFlow, on.flows);
        addAll(on.data, dataOfComponent, on.components);
    }
    return on;
}

QuestionFinder::QuestionFinder(const model::Model& model)
    : model_(model), neighbours_(std::make_unique<const Neighbours>(model)) {}

QuestionFinder::~QuestionFinder() = default;

namespace {

/// Columns of relations: rows with both ends on the row of the rule, or with the one end that it has.
void askHoldings(Asker& asker, const QString& attribute, const model::Table& table, int column, const Around& on,
                 const Lists& secretsOf, const Lists& holdersOf) {
    Ids secrets = on.secrets;
    if (secrets.empty()) addAll(secrets, secretsOf, on.components);
    for (const QString& secret : secrets)
        for (const QString& holder : holdersOf.value(secret)) {
            if (!on.components.empty() && !on.components.contains(holder)) continue;
            if (const model::Holding* row = asker.model.holdings.find({{secret}, {holder}}))
                asker.holding(attribute, *row, table, column);
        }
}

void askHandlings(Asker& asker, const QString& attribute, const model::Table& table, int column, const Around& on,
                  const Lists& dataOf) {
    for (const QString& component : on.components)
        for (const QString& data : dataOf.value(component))
            if (const model::Handling* row = asker.model.handlings.find({{component}, {data}}))
                if (model::isNull(table.columns[static_cast<std::size_t>(column)].get(row))) asker.ask(component, attribute);
}

} // namespace

QList<Question> QuestionFinder::open(Names& names, const RuleResult& result, const RuleRow& row) const {
    QStringList all = row.elements;
    for (const QString& word : row.words) all += idsOf(word);
    const Around everything = sorted(names, all);
    Asker asker{model_, names, {}};
    for (const QString& attribute : result.rule->asks) {
        const auto of = result.rule->askedOf.constFind(attribute);
        const int named = of == result.rule->askedOf.constEnd() ? -1 : result.column(*of);
        const Around direct = named < 0 ? everything : sorted(names, idsOf(row.words[static_cast<std::size_t>(named)]));
        const QString tableName = attribute.section(u'.', 0, 0);
        const QString name = attribute.section(u'.', 1, 1);
        const QString member = attribute.section(u'.', 2);
        const Around on = named < 0 ? neighbours_->around(tableName, direct) : direct;
        const model::Table* table = model::tableNamed(tableName == u"grant" ? QStringLiteral("grant_") : tableName);
        const int column = table ? table->column(name) : -1;
        if (attribute == u"flow.continues") {
            for (const QString& leg : neighbours_->openLegs) asker.ask(leg, attribute);
        } else if (column < 0) {
            const QString what = name + u'.' + (member.isEmpty() ? QStringLiteral("*") : member);
            if (tableName == u"component") asker.member<model::ComponentId>(attribute, what, on.components);
            if (tableName == u"flow") asker.member<model::FlowId>(attribute, what, on.flows);
        } else {
            switch (table->id) {
                case TableId::Zone:
                    asker.column(*table, attribute, column, on.zones);
                    break;
                case TableId::Component:
                    asker.column(*table, attribute, column, on.components);
                    break;
                case TableId::Flow:
                    asker.column(*table, attribute, column, on.flows);
                    break;
                case TableId::Identity:
                    asker.column(*table, attribute, column, on.identities);
                    break;
                case TableId::Secret:
                    asker.column(*table, attribute, column, on.secrets);
                    break;
                case TableId::Grant:
                    asker.column(*table, attribute, column, on.grants);
                    break;
                case TableId::DataAsset:
                    asker.column(*table, attribute, column, on.data);
                    break;
                case TableId::Holding:
                    askHoldings(asker, attribute, *table, column, on, neighbours_->secretsOfComponent,
                                neighbours_->componentsOfSecret);
                    break;
                case TableId::Handling:
                    askHandlings(asker, attribute, *table, column, on, neighbours_->dataOfComponent);
                    break;
                default:
                    break;
            }
        }
    }
    return std::move(asker.questions);
}

} // namespace sallyport::rules
