// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Questions.h"

#include "rules/Attributes.h"
#include "rules/Neighbours.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <span>

namespace sallyport::rules {

namespace {

using model::Model;
using model::TableId;

constexpr qsizetype mostQuestions = 20;

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

/// The elements that words are ids of, sorted by what they are.
class Sorter {
public:
    explicit Sorter(Names& names) : names_(names) {}

    void add(const QString& word) {
        if (word.contains(u' '))
            for (const QString& id : word.split(u' ', Qt::SkipEmptyParts)) addOne(id);
        else if (!word.isEmpty())
            addOne(word);
    }
    Around sorted() {
        for (Ids* list : {&around_.zones, &around_.components, &around_.flows, &around_.identities, &around_.secrets,
                          &around_.grants, &around_.data})
            putInOrder(*list);
        return std::move(around_);
    }

private:
    void addOne(const QString& id) {
        if (Ids* list = listOf(around_, names_.kind(id))) list->push_back(id);
    }

    Names& names_;
    Around around_;
};

/// Of all words of a row: the row's own elements are among them.
Around allOf(Names& names, const RuleRow& row) {
    Sorter sorter(names);
    for (qsizetype i = 0; i < row.idCount(); ++i) sorter.add(row.id(i).text);
    for (const QString& word : row.words) sorter.add(word);
    return sorter.sorted();
}

Around oneOf(Names& names, const QString& word) {
    Sorter sorter(names);
    sorter.add(word);
    return sorter.sorted();
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

} // namespace

QString attributeLabel(const QString& attribute) {
    const QStringList parts = attribute.split(u'.');
    const model::Table* table = tableOfAttribute(attribute);
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

QuestionFinder::QuestionFinder(const model::Model& model) : model_(model), neighbours_(std::make_unique<Neighbours>(model)) {}

void QuestionFinder::follow(const WordChanges::Tables& tables, const QSet<QString>& changed) {
    neighbours_->follow(model_, tables, changed);
}

void QuestionFinder::addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const {
    neighbours_->addConcerned(changed, concerned);
}

const QStringList& QuestionFinder::openLegs() const { return neighbours_->openLegs(); }

QuestionFinder::~QuestionFinder() = default;

namespace {

/// Columns of relations: rows with both ends on the row of the rule, or with the one end that it has.
void askHoldings(Asker& asker, const QuestionFinder::Asked& about, const Around& on, const Neighbours::Lists& secretsOf,
                 const Neighbours::Lists& holdersOf) {
    Ids secrets = on.secrets;
    if (secrets.empty()) Neighbours::addAll(secrets, secretsOf, on.components);
    for (const QString& secret : secrets)
        for (const QString& holder : holdersOf.value(secret)) {
            if (!on.components.empty() && !std::binary_search(on.components.begin(), on.components.end(), holder)) continue;
            if (Asker::isOpen(about, asker.model.holdings.find({{secret}, {holder}}))) asker.ask(secret, about);
        }
}

void askHandlings(Asker& asker, const QuestionFinder::Asked& about, const Around& on, const Neighbours::Lists& dataOf) {
    for (const QString& component : on.components)
        for (const QString& data : dataOf.value(component))
            if (Asker::isOpen(about, asker.model.handlings.find({{component}, {data}}))) asker.ask(component, about);
}

} // namespace

std::vector<QuestionFinder::Asked> QuestionFinder::asked(const RuleResult& result) {
    std::vector<Asked> all;
    for (const QString& attribute : result.rule->asks) {
        const QString name = attribute.section(u'.', 1, 1);
        const QString member = attribute.section(u'.', 2);
        Asked asked{attribute, attributeLabel(attribute), nullptr, -1, {}, {}, attribute == u"flow.continues"};
        asked.table = tableOfAttribute(attribute);
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
    const Around direct = allOf(names, row);
    const Neighbours& neighbours = *neighbours_; // Several threads ask: a list that is not const would detach itself.
    Asker asker{model_, names, {}};
    Around on;
    std::optional<TableId> known; ///< Whose `on` is.
    for (const Asked& about : asked) {
        if (about.continues)
            for (const QString& leg : neighbours.openLegs()) asker.ask(leg, about);
        if (about.continues || !about.table) continue;
        if (about.of >= 0) {
            on = oneOf(names, row.word(about.of));
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
                    askHoldings(asker, about, on, neighbours.secretsOfComponent(), neighbours.componentsOfSecret());
                break;
            case TableId::Handling:
                if (about.column >= 0) askHandlings(asker, about, on, neighbours.dataOfComponent());
                break;
            default:
                break;
        }
    }
    return std::move(asker.questions);
}

} // namespace sallyport::rules
