// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Questions.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <set>
#include <span>

namespace sallyport::rules {

namespace {

using model::Model;
using model::TableId;
using Ids = std::vector<QString>; ///< In order, each once.

constexpr qsizetype mostQuestions = 20;

/// The elements of a row by kind, and those next to them.
struct Around {
    Ids zones, components, flows, identities, secrets, grants, data;
};

void putInOrder(Ids& ids) {
    if (ids.size() < 2) return;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

Ids* listOf(Around& around, model::ElementKind kind) {
    switch (kind) {
        case model::ElementKind::Zone:
            return &around.zones;
        case model::ElementKind::Component:
            return &around.components;
        case model::ElementKind::Flow:
            return &around.flows;
        case model::ElementKind::Identity:
            return &around.identities;
        case model::ElementKind::Secret:
            return &around.secrets;
        case model::ElementKind::Grant:
            return &around.grants;
        case model::ElementKind::Data:
            return &around.data;
        default:
            return nullptr;
    }
}

/// The elements that words are ids of.
Around sorted(Names& names, std::span<const QString> words) {
    Around around;
    const auto add = [&](const QString& word) {
        if (Ids* list = listOf(around, names.kind(word))) list->push_back(word);
    };
    for (const QString& word : words) {
        if (word.contains(u' '))
            for (const QString& id : word.split(u' ', Qt::SkipEmptyParts)) add(id);
        else if (!word.isEmpty())
            add(word);
    }
    for (Ids* list :
         {&around.zones, &around.components, &around.flows, &around.identities, &around.secrets, &around.grants, &around.data})
        putInOrder(*list);
    return around;
}

using Lists = QHash<QString, QStringList>;

void addAll(Ids& to, const Lists& lists, const Ids& from) {
    for (const QString& id : from)
        if (const auto list = lists.constFind(id); list != lists.constEnd()) to.insert(to.end(), list->begin(), list->end());
    putInOrder(to);
}

struct Asker {
    const Model& model;
    Names& names;
    QList<Question> questions;

    void ask(const QString& element, const QuestionFinder::Asked& about) {
        if (questions.size() >= mostQuestions) return;
        const auto isSame = [&](const Question& q) { return q.element == element && q.attribute == about.attribute; };
        if (std::none_of(questions.cbegin(), questions.cend(), isSame))
            questions.push_back({element, about.attribute, about.label + QStringLiteral(" of ") + names.of(element)});
    }

    static bool isOpen(const QuestionFinder::Asked& about, const void* row) {
        return row && model::isNull(about.table->columns[static_cast<std::size_t>(about.column)].get(row));
    }

    void column(const QuestionFinder::Asked& about, const Ids& ids) {
        for (const QString& id : ids) {
            const model::Value key = id;
            if (isOpen(about, about.table->find(model, std::span(&key, 1)))) ask(id, about);
        }
    }

    template <class Id>
    void member(const QuestionFinder::Asked& about, const Ids& ids) {
        for (const QString& id : ids)
            if (!model.has(Id{id}, about.member) && model.has(Id{id}, about.whole) != false) ask(id, about);
    }
};

/// As QuestionFinder::openLegs has it.
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
    void follow(const Model& model, const WordChanges::Tables& tables);
    Around around(TableId table, const Around& direct) const;
    void addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const;

    Lists componentsOfFlow, componentsOfIdentity, componentsOfZone, componentsOfSecret, zonesOfComponent;
    Lists flowsOfComponent, flowsOfSecret, secretsOfFlow, secretsOfComponent;
    Lists grantsOfSecret, grantsOfIdentity, identitiesOfSecret, targetsOfIdentity, dataOfFlow, dataOfComponent;
    QStringList openLegs;

private:
    void takeComponents(const Model& model);
    void takeFlows(const Model& model);
};

QuestionFinder::Neighbours::Neighbours(const Model& model) { follow(model, WordChanges::Tables().set()); }

namespace {

void clear(std::initializer_list<Lists*> all) {
    for (Lists* lists : all) lists->clear();
}

} // namespace

void QuestionFinder::Neighbours::follow(const Model& model, const WordChanges::Tables& tables) {
    const auto has = [&tables](TableId table) { return tables.test(static_cast<std::size_t>(table)); };
    if (has(TableId::Component)) takeComponents(model);
    if (has(TableId::Flow)) takeFlows(model);
    if (has(TableId::Component) || has(TableId::Flow) || has(TableId::FlowContinues)) openLegs = legsWithoutContinuation(model);
    if (has(TableId::Assignment)) {
        clear({&componentsOfIdentity});
        for (const model::Assignment& assignment : model.assignments)
            componentsOfIdentity[assignment.from.value].append(assignment.to.value);
    }
    if (has(TableId::FlowSecret)) {
        clear({&secretsOfFlow, &flowsOfSecret});
        for (const model::FlowSecret& carried : model.flowSecrets) {
            secretsOfFlow[carried.from.value].append(carried.to.value);
            flowsOfSecret[carried.to.value].append(carried.from.value);
        }
    }
    if (has(TableId::Holding)) {
        clear({&secretsOfComponent, &componentsOfSecret});
        for (const model::Holding& holding : model.holdings) {
            secretsOfComponent[holding.component.value].append(holding.secret.value);
            componentsOfSecret[holding.secret.value].append(holding.component.value);
        }
    }
    if (has(TableId::SecretOnly)) {
        clear({&grantsOfSecret});
        for (const model::SecretOnly& scoped : model.secretOnly) grantsOfSecret[scoped.from.value].append(scoped.to.value);
    }
    if (has(TableId::Grant)) {
        clear({&grantsOfIdentity, &targetsOfIdentity});
        for (const model::Grant& grant : model.grants) {
            grantsOfIdentity[grant.identity.value].append(grant.id.value);
            targetsOfIdentity[grant.identity.value].append(grant.target.value);
        }
    }
    if (has(TableId::Secret)) {
        clear({&identitiesOfSecret});
        for (const model::Secret& secret : model.secrets)
            if (secret.identity) identitiesOfSecret[secret.id.value].append(secret.identity->value);
    }
    if (has(TableId::FlowData)) {
        clear({&dataOfFlow});
        for (const model::FlowData& transfer : model.flowData) dataOfFlow[transfer.flow.value].append(transfer.data.value);
    }
    if (has(TableId::Handling)) {
        clear({&dataOfComponent});
        for (const model::Handling& handling : model.handlings)
            dataOfComponent[handling.component.value].append(handling.data.value);
    }
}

void QuestionFinder::Neighbours::takeComponents(const Model& model) {
    clear({&zonesOfComponent, &componentsOfZone});
    for (const model::Component& component : model.components)
        if (component.zone) {
            zonesOfComponent[component.id.value].append(component.zone->value);
            componentsOfZone[component.zone->value].append(component.id.value);
        }
}

void QuestionFinder::Neighbours::takeFlows(const Model& model) {
    clear({&componentsOfFlow, &flowsOfComponent});
    for (const model::Flow& flow : model.flows) {
        componentsOfFlow[flow.id.value] = {flow.source.value, flow.target.value};
        flowsOfComponent[flow.source.value].append(flow.id.value);
        flowsOfComponent[flow.target.value].append(flow.id.value);
    }
}

/// The row's elements and, for the kind of table asked about, those next to them.
Around QuestionFinder::Neighbours::around(TableId table, const Around& direct) const {
    using enum TableId;
    Around on = direct;
    if ((table == Flow || table == DataAsset) && on.flows.empty()) {
        addAll(on.flows, flowsOfComponent, direct.components);
        addAll(on.flows, flowsOfSecret, direct.secrets);
    }
    if (table == Component || table == Zone) {
        addAll(on.components, componentsOfFlow, on.flows);
        if (on.components.empty()) addAll(on.components, componentsOfIdentity, on.identities);
        if (on.components.empty()) addAll(on.components, componentsOfZone, on.zones);
    }
    if (table == Zone) {
        Ids identities = on.identities;
        addAll(identities, identitiesOfSecret, on.secrets); // what a secret opens
        addAll(on.components, targetsOfIdentity, identities);
        addAll(on.zones, zonesOfComponent, on.components);
    }
    if (table == Secret && on.secrets.empty()) {
        addAll(on.secrets, secretsOfFlow, on.flows);
        if (on.flows.empty()) addAll(on.secrets, secretsOfComponent, on.components);
    }
    if (table == Grant && on.grants.empty()) {
        addAll(on.grants, grantsOfSecret, on.secrets);
        addAll(on.grants, grantsOfIdentity, on.identities);
    }
    if (table == DataAsset && on.data.empty()) {
        addAll(on.data, dataOfFlow, on.flows);
        addAll(on.data, dataOfComponent, on.components);
    }
    return on;
}

namespace {

void unite(QSet<QString>& to, const QStringList& ids) {
    for (const QString& id : ids) to.insert(id);
}

/// Adds those in whose list one of these is.
void addWhoHas(QSet<QString>& to, const Lists& lists, const QSet<QString>& of) {
    for (auto at = lists.cbegin(); at != lists.cend(); ++at)
        if (std::any_of(at->cbegin(), at->cend(), [&of](const QString& id) { return of.contains(id); })) to.insert(at.key());
}

} // namespace

/// around() backwards, whatever the table asked about.
void QuestionFinder::Neighbours::addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const {
    concerned.unite(changed);
    QSet<QString> components = changed; // those whose zone, calls and rights are looked up
    QSet<QString> flows = changed;      // those whose ends and secrets ask about them
    for (const QString& id : changed) {
        unite(components, componentsOfZone.value(id));
        unite(concerned, zonesOfComponent.value(id));
        unite(concerned, componentsOfSecret.value(id));
        unite(concerned, flowsOfSecret.value(id));
    }
    addWhoHas(flows, dataOfFlow, changed);
    addWhoHas(concerned, dataOfComponent, changed);
    for (const QString& id : flows) {
        unite(concerned, componentsOfFlow.value(id));
        unite(concerned, secretsOfFlow.value(id));
    }
    for (const QString& id : components) unite(concerned, flowsOfComponent.value(id));
    QSet<QString> identities = changed; // those whose secrets ask about them
    addWhoHas(identities, targetsOfIdentity, components);
    addWhoHas(identities, grantsOfIdentity, changed);
    addWhoHas(concerned, identitiesOfSecret, identities);
    addWhoHas(concerned, componentsOfIdentity, components);
    addWhoHas(concerned, grantsOfSecret, changed);
    concerned.unite(components);
    concerned.unite(flows);
    concerned.unite(identities);
}

QuestionFinder::QuestionFinder(const model::Model& model) : model_(model), neighbours_(std::make_unique<Neighbours>(model)) {}

void QuestionFinder::follow(const WordChanges::Tables& tables) { neighbours_->follow(model_, tables); }

void QuestionFinder::addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const {
    neighbours_->addConcerned(changed, concerned);
}

const QStringList& QuestionFinder::openLegs() const { return neighbours_->openLegs; }

QuestionFinder::~QuestionFinder() = default;

namespace {

/// Columns of relations: rows with both ends on the row of the rule, or with the one end that it has.
void askHoldings(Asker& asker, const QuestionFinder::Asked& about, const Around& on, const Lists& secretsOf,
                 const Lists& holdersOf) {
    Ids secrets = on.secrets;
    if (secrets.empty()) addAll(secrets, secretsOf, on.components);
    for (const QString& secret : secrets)
        for (const QString& holder : holdersOf.value(secret)) {
            if (!on.components.empty() && !std::binary_search(on.components.begin(), on.components.end(), holder)) continue;
            if (Asker::isOpen(about, asker.model.holdings.find({{secret}, {holder}}))) asker.ask(secret, about);
        }
}

void askHandlings(Asker& asker, const QuestionFinder::Asked& about, const Around& on, const Lists& dataOf) {
    for (const QString& component : on.components)
        for (const QString& data : dataOf.value(component))
            if (Asker::isOpen(about, asker.model.handlings.find({{component}, {data}}))) asker.ask(component, about);
}

} // namespace

std::vector<QuestionFinder::Asked> QuestionFinder::asked(const RuleResult& result) {
    std::vector<Asked> all;
    for (const QString& attribute : result.rule->asks) {
        const QString tableName = attribute.section(u'.', 0, 0);
        const QString name = attribute.section(u'.', 1, 1);
        const QString member = attribute.section(u'.', 2);
        Asked asked{attribute, attributeLabel(attribute), nullptr, -1, {}, {}, attribute == u"flow.continues"};
        asked.table = model::tableNamed(tableName == u"grant" ? QStringLiteral("grant_") : tableName);
        if (asked.table) asked.column = asked.table->column(name);
        asked.whole = name + QStringLiteral(".*");
        asked.member = member.isEmpty() ? asked.whole : name + u'.' + member;
        const auto of = result.rule->askedOf.constFind(attribute);
        if (of != result.rule->askedOf.constEnd()) asked.of = result.column(*of);
        all.push_back(std::move(asked));
    }
    return all;
}

QList<Question> QuestionFinder::open(Names& names, const std::vector<Asked>& asked, const RuleRow& row) const {
    if (asked.empty()) return {};
    const Around direct = sorted(
        names,
        std::span(row.words.constData(), static_cast<std::size_t>(row.words.size()))); // the row's own elements are among them
    const Neighbours& neighbours = *neighbours_; // Several threads ask: a list that is not const would detach itself.
    Asker asker{model_, names, {}};
    Around on;
    std::optional<TableId> known; ///< Whose `on` is.
    for (const Asked& about : asked) {
        if (about.continues)
            for (const QString& leg : neighbours.openLegs) asker.ask(leg, about);
        if (about.continues || !about.table) continue;
        if (about.of >= 0) {
            on = sorted(names, std::span(&row.words.at(about.of), 1));
            known.reset();
        } else if (known != about.table->id) {
            on = neighbours.around(about.table->id, direct);
            known = about.table->id;
        }
        switch (about.table->id) {
            case TableId::Zone:
                if (about.column >= 0) asker.column(about, on.zones);
                break;
            case TableId::Component:
                about.column >= 0 ? asker.column(about, on.components) : asker.member<model::ComponentId>(about, on.components);
                break;
            case TableId::Flow:
                about.column >= 0 ? asker.column(about, on.flows) : asker.member<model::FlowId>(about, on.flows);
                break;
            case TableId::Identity:
                if (about.column >= 0) asker.column(about, on.identities);
                break;
            case TableId::Secret:
                if (about.column >= 0) asker.column(about, on.secrets);
                break;
            case TableId::Grant:
                if (about.column >= 0) asker.column(about, on.grants);
                break;
            case TableId::DataAsset:
                if (about.column >= 0) asker.column(about, on.data);
                break;
            case TableId::Holding:
                if (about.column >= 0)
                    askHoldings(asker, about, on, neighbours.secretsOfComponent, neighbours.componentsOfSecret);
                break;
            case TableId::Handling:
                if (about.column >= 0) askHandlings(asker, about, on, neighbours.dataOfComponent);
                break;
            default:
                break;
        }
    }
    return std::move(asker.questions);
}

} // namespace sallyport::rules
