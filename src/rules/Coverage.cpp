// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Coverage.h"

#include "rules/FindingBuilder.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sallyport::rules {

namespace {

/// Per rule: the elements its rows name, violated or unknown.
struct Named {
    QSet<QString> violated, unknown;
    bool usable = false;
};

class Verdicts {
public:
    explicit Verdicts(const std::vector<RuleResult>& results) {
        for (const RuleResult& result : results) {
            Named& named = byRule_[result.rule->id];
            named.usable = !result.problem;
            for (const RuleRow& row : result.rows) {
                QSet<QString>& set = row.violated ? named.violated : named.unknown;
                for (const QString& id : row.elements) set.insert(id);
                if (row.elements.size() > 1) set.insert(row.elements.join(u' '));
            }
        }
    }

    enum class Say { No, Unknown, Yes };
    struct Verdict {
        Say say = Say::No;
        QString because;
    };

    /// What a list of rules says of an element: the worst, and the first rule that says it.
    Verdict of(const QStringList& rules, const QString& element) const {
        Verdict worst;
        for (const QString& rule : rules) {
            const auto named = byRule_.constFind(rule);
            const bool usable = named != byRule_.constEnd() && named->usable;
            if (usable && named->violated.contains(element)) return {Say::Yes, rule};
            if (worst.say != Say::No) continue;
            if (!usable)
                worst = {Say::Unknown, QStringLiteral("%1 is not among the rules").arg(rule)};
            else if (named->unknown.contains(element))
                worst = {Say::Unknown, QStringLiteral("%1 lacks an answer").arg(rule)};
        }
        return worst;
    }

private:
    QHash<QString, Named> byRule_;
};

bool isValid(const model::Attestation& attestation, const QDate& today) {
    const QDate end = attestation.expiresAt ? QDate::fromString(attestation.expiresAt->left(10), Qt::ISODate) : QDate();
    return !end.isValid() || end >= today;
}

/// Who vouches for a control: for the whole model, or for single elements.
struct Vouched {
    bool whole = false;
    QSet<QString> elements;
    std::vector<QString> ids;
    bool anyValid = false;
};

Vouched vouched(const model::Model& model, const ControlRef& control, const QDate& today) {
    Vouched result;
    for (const model::Attestation& attestation : model.attestations) {
        if (attestation.framework != control.framework || attestation.control != control.id) continue;
        result.ids.push_back(attestation.id.value);
        if (!isValid(attestation, today)) continue;
        result.anyValid = true;
        if (attestation.element.isEmpty())
            result.whole = true;
        else
            result.elements.insert(attestation.element);
    }
    return result;
}

CoverageElement judge(const QString& id, const ControlMapping& mapping, const Verdicts& verdicts, const Vouched& attestations) {
    using enum Verdicts::Say;
    const auto violated = verdicts.of(mapping.violated, id);
    if (violated.say == Yes) return {id, CoverageStatus::Violated, violated.because};
    if (violated.say == Unknown) return {id, CoverageStatus::Unknown, violated.because};
    const auto partial = verdicts.of(mapping.partial, id);
    if (partial.say == Yes) return {id, CoverageStatus::Partial, partial.because};
    if (partial.say == Unknown) return {id, CoverageStatus::Unknown, partial.because};
    if (!mapping.undecided.isEmpty()) return {id, CoverageStatus::Unknown, mapping.undecided.join(QStringLiteral("; "))};
    const bool byPeopleAlone = mapping.violated.isEmpty() && mapping.partial.isEmpty();
    if (byPeopleAlone && !attestations.whole && !attestations.elements.contains(id))
        return {id, CoverageStatus::Unknown, QStringLiteral("nobody has attested it")};
    return {id, CoverageStatus::Satisfied, {}};
}

CoverageStatus rolledUp(const CoverageCounts& counts, bool attestationMissing) {
    if (counts.total() == 0) return CoverageStatus::NotApplicable;
    if (counts.violated > 0) return CoverageStatus::Violated;
    if (counts.unknown == counts.total()) return CoverageStatus::Unknown;
    if (counts.satisfied == counts.total() && !attestationMissing) return CoverageStatus::Satisfied;
    return CoverageStatus::Partial;
}

QStringList rulesOf(const ControlMapping& mapping, const std::vector<RuleResult>& results) {
    QStringList rules = mapping.violated + mapping.partial + mapping.related;
    for (const RuleResult& result : results)
        if (std::count(result.rule->controls.begin(), result.rule->controls.end(), mapping.control))
            rules.append(result.rule->id);
    rules.removeDuplicates();
    rules.sort();
    return rules;
}

std::shared_ptr<const std::map<QString, RuleStatement>> statements(const std::vector<ScopedControl>& controls,
                                                                   const std::vector<RuleResult>& results) {
    auto all = std::make_shared<std::map<QString, RuleStatement>>();
    for (const ScopedControl& scoped : controls)
        for (const QStringList* rules : {&scoped.mapping->violated, &scoped.mapping->partial})
            for (const QString& rule : *rules) all->try_emplace(rule);
    for (const RuleResult& result : results)
        if (const auto at = all->find(result.rule->id); at != all->end())
            at->second = {result.rule->id, result.rule->title, result.rule->says, result.columns, result.rows, !result.problem};
    return all;
}

ControlCoverage cover(const model::Model& model, const ScopedControl& scoped, const std::vector<RuleResult>& results,
                      const Verdicts& verdicts, const QDate& today) {
    const ControlMapping& mapping = *scoped.mapping;
    const Vouched attestations = vouched(model, mapping.control, today);
    ControlCoverage control;
    control.control = mapping.control;
    const CatalogueControl* known = scoped.catalogue ? scoped.catalogue->find(mapping.control.id) : nullptr;
    if (known) control.title = known->title;
    for (const QString& id : scoped.elements) {
        control.elements.push_back(judge(id, mapping, verdicts, attestations));
        if (!scoped.problem.isEmpty()) control.elements.back() = {id, CoverageStatus::Unknown, scoped.problem};
        ++control.counts[control.elements.back().status];
    }
    control.rules = rulesOf(mapping, results);
    control.violatedBy = mapping.violated;
    control.partialBy = mapping.partial;
    control.undecided = mapping.undecided;
    control.attest = mapping.attest;
    control.attestations = attestations.ids;
    control.attested =
        attestations.whole ||
        (!scoped.elements.isEmpty() && std::all_of(scoped.elements.begin(), scoped.elements.end(),
                                                   [&](const QString& id) { return attestations.elements.contains(id); }));
    control.attestationExpired = !attestations.ids.empty() && !attestations.anyValid;
    control.problem = scoped.problem;
    control.status = scoped.problem.isEmpty() ? rolledUp(control.counts, !mapping.attest.isEmpty() && !control.attested)
                                              : CoverageStatus::Unknown;
    return control;
}

} // namespace

QString coverageStatusWord(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return QStringLiteral("satisfied");
        case CoverageStatus::Violated:
            return QStringLiteral("violated");
        case CoverageStatus::Partial:
            return QStringLiteral("partial");
        case CoverageStatus::Unknown:
            return QStringLiteral("unknown");
        case CoverageStatus::NotApplicable:
            break;
    }
    return QStringLiteral("not_applicable");
}

QString coverageStatusLabel(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return QStringLiteral("Satisfied");
        case CoverageStatus::Violated:
            return QStringLiteral("Violated");
        case CoverageStatus::Partial:
            return QStringLiteral("Partial");
        case CoverageStatus::Unknown:
            return QStringLiteral("Unknown");
        case CoverageStatus::NotApplicable:
            break;
    }
    return QStringLiteral("Not applicable");
}

int& CoverageCounts::operator[](CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return satisfied;
        case CoverageStatus::Violated:
            return violated;
        case CoverageStatus::Partial:
            return partial;
        case CoverageStatus::Unknown:
            return unknown;
        case CoverageStatus::NotApplicable:
            break;
    }
    return notApplicable;
}

QString CoverageCounts::text() const {
    QStringList parts;
    if (satisfied) parts.append(QStringLiteral("%1 satisfied").arg(satisfied));
    if (violated) parts.append(QStringLiteral("%1 violated").arg(violated));
    if (partial) parts.append(QStringLiteral("%1 partial").arg(partial));
    if (unknown) parts.append(QStringLiteral("%1 unknown").arg(unknown));
    if (notApplicable) parts.append(QStringLiteral("%1 not applicable").arg(notApplicable));
    return parts.join(QStringLiteral(", "));
}

const FrameworkCoverage* Coverage::find(QStringView framework) const {
    const auto at =
        std::find_if(frameworks.begin(), frameworks.end(), [framework](const auto& f) { return f.id == framework; });
    return at == frameworks.end() ? nullptr : &*at;
}

const ControlCoverage* Coverage::find(const ControlRef& control) const {
    const FrameworkCoverage* framework = find(control.framework);
    if (!framework) return nullptr;
    const auto& all = framework->controls;
    const auto at = std::find_if(all.begin(), all.end(), [&control](const ControlCoverage& c) { return c.control == control; });
    return at == all.end() ? nullptr : &*at;
}

Coverage buildCoverage(const model::Model& model, const std::vector<ScopedControl>& controls,
                       const std::vector<RuleResult>& results, const QDate& today) {
    const Verdicts verdicts(results);
    Coverage coverage;
    coverage.said = statements(controls, results);
    for (const ScopedControl& scoped : controls) {
        const QString& id = scoped.mapping->control.framework;
        if (coverage.frameworks.empty() || coverage.frameworks.back().id != id) {
            FrameworkCoverage framework;
            framework.id = id;
            framework.catalogue = scoped.catalogue;
            if (const auto& catalogue = scoped.catalogue) {
                framework.title = catalogue->title;
                framework.version = catalogue->version;
                framework.credit = catalogue->credit;
            }
            coverage.frameworks.push_back(std::move(framework));
        }
        FrameworkCoverage& framework = coverage.frameworks.back();
        framework.controls.push_back(cover(model, scoped, results, verdicts, today));
        ++framework.counts[framework.controls.back().status];
    }
    return coverage;
}

} // namespace sallyport::rules
