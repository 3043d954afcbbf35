// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AttackFactsCheck.h"

#include <cmath>

namespace sallyport::analysis {

namespace {

/// Nobody draws zones this deep; finding the zone around both ends of a flow walks up them.
constexpr int deepestZone = 1000;

struct Checker {
    const AttackFacts& facts;
    const QString& fileName;

    Error at(const char* list, const QString& id, QString what, QString remedy = {}) const {
        return {std::move(what), QStringLiteral("%1: %2 \"%3\"").arg(fileName, QLatin1StringView(list), id), std::move(remedy)};
    }

    std::optional<Error> enclosesItself(const ZoneFacts& zone) const {
        Index up = zone.parent;
        for (int depth = 0; up != none && depth < deepestZone; ++depth) {
            const ZoneFacts& outer = analysis::at(facts.zones, up);
            if (&outer == &zone) return at("zones", zone.id, QStringLiteral("The zone encloses itself."));
            up = outer.parent;
        }
        return std::nullopt;
    }

    std::optional<Error> tooDeep(const ZoneFacts& zone) const {
        Index up = zone.parent;
        for (int depth = 0; up != none; ++depth) {
            if (depth == deepestZone)
                return at("zones", zone.id, QStringLiteral("It lies more than %1 zones deep.").arg(deepestZone));
            up = analysis::at(facts.zones, up).parent;
        }
        return std::nullopt;
    }

    std::optional<Error> weight(const char* list, const QString& id, double weight) const {
        if (std::isfinite(weight) && weight >= 0) return std::nullopt;
        return at(list, id, QStringLiteral("The weight must be a finite number that is not negative."));
    }

    std::optional<Error> component(const ComponentFacts& component) const {
        for (const Index data : component.locked)
            if (const DataFacts& d = analysis::at(facts.data, data); d.key == none)
                return at("components", component.id, QStringLiteral("\"locked\" names \"%1\", which has no key.").arg(d.id),
                          QStringLiteral("Give the data a key, or do not call it locked."));
        return weight("components", component.id, component.weight);
    }

    std::optional<Error> secret(const SecretFacts& secret) const {
        if (secret.lifetimeSeconds.value_or(0) < 0)
            return at("secrets", secret.id, QStringLiteral("The lifetime is negative."),
                      QStringLiteral("Leave it out for a secret that does not expire."));
        return std::nullopt;
    }

    std::optional<Error> flow(const FlowFacts& flow) const {
        for (const Index leg : flow.continues)
            if (const FlowFacts& earlier = analysis::at(facts.flows, leg); earlier.to != flow.from)
                return at("flows", flow.id,
                          QStringLiteral("It continues \"%1\", which ends at \"%2\" and not at \"%3\" where this one starts.")
                              .arg(earlier.id, analysis::at(facts.components, earlier.to).id,
                                   analysis::at(facts.components, flow.from).id));
        return std::nullopt;
    }

    std::optional<Error> data(const DataFacts& data) const {
        if (data.users < 1) return at("data", data.id, QStringLiteral("\"users\" is below 1."));
        if (data.live && (*data.live < 1 || *data.live > data.users))
            return at("data", data.id, QStringLiteral("\"live\" is not between 1 and \"users\"."));
        return weight("data", data.id, data.weight);
    }
};

template <class List, class Check>
std::optional<Error> firstOf(const List& list, Check check) {
    for (const auto& element : list)
        if (auto error = check(element)) return error;
    return std::nullopt;
}

} // namespace

std::optional<Error> unsound(const AttackFacts& facts, const QString& fileName) {
    const Checker checker{facts, fileName};
    if (auto error = firstOf(facts.zones, [&](const auto& zone) { return checker.enclosesItself(zone); })) return error;
    if (auto error = firstOf(facts.zones, [&](const auto& zone) { return checker.tooDeep(zone); })) return error;
    if (auto error = firstOf(facts.components, [&](const auto& component) { return checker.component(component); }))
        return error;
    if (auto error = firstOf(facts.secrets, [&](const auto& secret) { return checker.secret(secret); })) return error;
    if (auto error = firstOf(facts.flows, [&](const auto& flow) { return checker.flow(flow); })) return error;
    return firstOf(facts.data, [&](const auto& data) { return checker.data(data); });
}

} // namespace sallyport::analysis
