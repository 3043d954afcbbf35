// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Wording.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::analysis {

namespace {

bool isPlainWord(const QString& name) {
    return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLower() || c == u' '; });
}

QString withArticle(const QString& name) { return isPlainWord(name) ? Wording::tr("the %1").arg(name) : name; }

bool isCarried(const FlowFacts& flow, const Fact& fact) {
    return contains(fact.kind == FactKind::Have ? flow.carries : flow.data, fact.element);
}

} // namespace

QString capital(QString text) {
    // "The gateway", but partner-client-secret stays as it is written.
    const QString article = Wording::tr("the %1").arg(QString());
    if (!text.isEmpty() && text.startsWith(article)) text[0] = text[0].toUpper();
    return text;
}

QString Wording::component(Index index) const { return withArticle(displayName(at(facts_.components, index))); }

QString Wording::instancesAre(Index index, Breadth breadth) const {
    const QString name = component(index);
    if (!at(facts_.components, index).many) return tr("%1 is").arg(capital(name));
    switch (breadth) {
        case Breadth::One:
            return tr("One instance of %1 is").arg(name);
        case Breadth::Live:
            return tr("The live instances of %1 are").arg(name);
        default:
            return tr("Every instance of %1 is").arg(name);
    }
}

QString Wording::zone(Index index) const { return withArticle(displayName(at(facts_.zones, index))); }

QString Wording::secret(Index index) const { return displayName(at(facts_.secrets, index)); }

QString Wording::secrets(Index index, Breadth breadth) const {
    const QString name = secret(index);
    if (!isPerUser(facts_, at(facts_.secrets, index))) return name;
    switch (breadth) {
        case Breadth::One:
            return tr("%1 of one user").arg(name);
        case Breadth::Live:
            return tr("%1 of the live users").arg(name);
        default:
            return tr("%1 of all users").arg(name);
    }
}

QString Wording::identity(Index index) const { return displayName(at(facts_.identities, index)); }

QString Wording::identities(Index index, Breadth breadth) const {
    const QString name = identity(index);
    if (!at(facts_.identities, index).perUser) return name;
    switch (breadth) {
        case Breadth::One:
            return tr("one %1").arg(name);
        case Breadth::Live:
            return tr("every live %1").arg(name);
        default:
            return tr("any %1").arg(name);
    }
}

QString Wording::grant(Index index) const {
    const GrantFacts& grant = at(facts_.grants, index);
    return grant.scope.isEmpty() ? displayName(grant) : grant.scope;
}

QString Wording::dataName(Index index) const { return withArticle(displayName(at(facts_.data, index))); }

QString Wording::data(Index index, Breadth breadth) const {
    const DataFacts& data = at(facts_.data, index);
    const QString name = dataName(index);
    if (data.users == 1) return name;
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    switch (breadth) {
        case Breadth::One:
            return tr("%1 of one user").arg(name);
        case Breadth::Live:
            return tr("%1 of the %2 live users").arg(name, english.toString(liveUsers(data)));
        default:
            return tr("%1 of all %2 users").arg(name, english.toString(data.users));
    }
}

Index Wording::flowAt(Index component, const Fact& fact) const {
    for (Index i = 0; i < count(facts_.flows); ++i) {
        const FlowFacts& flow = at(facts_.flows, i);
        if ((flow.from == component || flow.to == component) && isCarried(flow, fact)) return i;
    }
    return none;
}

Index Wording::flowHeard(Index zone, const Fact& fact) const {
    const auto liesIn = [&](Index component) { return at(facts_.components, component).zone == zone; };
    const auto isLocked = [&](const FlowFacts& flow) {
        return fact.kind != FactKind::Have && (contains(at(facts_.components, flow.from).locked, fact.element) ||
                                               contains(at(facts_.components, flow.to).locked, fact.element));
    };
    for (Index i = 0; i < count(facts_.flows); ++i) {
        const FlowFacts& flow = at(facts_.flows, i);
        if (flow.encrypted || !(liesIn(flow.from) || liesIn(flow.to)) || !isCarried(flow, fact)) continue;
        const bool clientsSide = at(facts_.components, flow.from).many && liesIn(flow.from) && !liesIn(flow.to);
        const bool wideEnough = fact.breadth == Breadth::One || !clientsSide || !hasBreadth(fact.kind);
        if (wideEnough && isLocked(flow) == (fact.kind == FactKind::Get)) return i;
    }
    return none;
}

} // namespace sallyport::analysis
