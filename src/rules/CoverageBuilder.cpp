// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoverageBuilder.h"

#include "analysis/EveryCore.h"

#include <algorithm>
#include <atomic>

namespace sallyport::rules {

namespace {

bool isValid(const model::Attestation& attestation, const QDate& today) {
    const QDate end = attestation.expiresAt ? QDate::fromString(attestation.expiresAt->left(10), Qt::ISODate) : QDate();
    return !end.isValid() || end >= today;
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

FrameworkCoverage frameworkOf(const ScopedControl& scoped) {
    FrameworkCoverage framework;
    framework.id = scoped.mapping->control.framework;
    framework.catalogue = scoped.catalogue;
    if (const auto& catalogue = scoped.catalogue) {
        framework.title = catalogue->title;
        framework.version = catalogue->version;
        framework.credit = catalogue->credit;
    }
    return framework;
}

/// Most are the same text, not only an equal one.
bool isSame(const QString& a, const QString& b) { return a.constData() == b.constData() ? a.size() == b.size() : a == b; }

std::shared_ptr<const std::map<QString, RuleStatement>> statements(const std::vector<ScopedControl>& controls,
                                                                   const std::vector<RuleResult>& results) {
    auto all = std::make_shared<std::map<QString, RuleStatement>>();
    for (const ScopedControl& scoped : controls)
        if (scoped.asked)
            for (const QStringList* rules : {&scoped.mapping->violated, &scoped.mapping->partial})
                for (const QString& rule : *rules) all->try_emplace(rule);
    for (const RuleResult& result : results)
        if (const auto at = all->find(result.rule->id); at != all->end())
            at->second = {result.rule->id, result.rule->title, result.rule->says, result.columns,
                          result.ids,      result.rows,        !result.problem};
    return all;
}

} // namespace

void CoverageBuilder::renewScope(std::size_t control) {
    if (control < controls_.size()) controls_[control].isCovered = false;
}

void CoverageBuilder::setUp(const std::vector<ScopedControl>& controls, const std::vector<RuleResult>& results) {
    QHash<QString, std::size_t> positions;
    const auto add = [&](const QString& rule) { positions.insert(rule, verdicts_.add(rule)); };
    for (const RuleResult& result : results) add(result.rule->id);
    const auto positionsOf = [&](const QStringList& rules) {
        std::vector<std::size_t> all;
        for (const QString& rule : rules) {
            if (!positions.contains(rule)) add(rule);
            all.push_back(positions.value(rule));
        }
        return all;
    };
    for (const ScopedControl& scoped : controls) {
        const ControlMapping& mapping = *scoped.mapping;
        Control& control = controls_.emplace_back();
        control.violated = positionsOf(mapping.violated);
        control.partial = positionsOf(mapping.partial);
        ControlCoverage& coverage = control.coverage;
        coverage.control = mapping.control;
        if (const auto* known = scoped.catalogue ? scoped.catalogue->find(mapping.control.id) : nullptr)
            coverage.title = known->title;
        coverage.rules = rulesOf(mapping, results);
        coverage.violatedBy = mapping.violated;
        coverage.partialBy = mapping.partial;
        coverage.undecided = mapping.undecided;
        coverage.attest = mapping.attest;
    }
}

std::map<ControlRef, CoverageBuilder::Vouched> CoverageBuilder::vouchedOf(const model::Model& model, const QDate& today) {
    std::map<ControlRef, Vouched> all;
    for (const model::Attestation& attestation : model.attestations) {
        Vouched& vouched = all[{attestation.framework, attestation.control}];
        vouched.ids.push_back(attestation.id.value);
        if (!isValid(attestation, today)) continue;
        vouched.anyValid = true;
        if (attestation.element.isEmpty())
            vouched.whole = true;
        else
            vouched.elements.insert(attestation.element);
    }
    return all;
}

CoverageElement CoverageBuilder::judge(const KnownId& id, const ControlMapping& mapping, const Control& control) const {
    if (auto [says, because] = verdicts_.worst(control.violated, id.number); says != RuleVerdicts::Say::No)
        return {id.text, says == RuleVerdicts::Say::Yes ? CoverageStatus::Violated : CoverageStatus::Unknown,
                std::move(because)};
    if (auto [says, because] = verdicts_.worst(control.partial, id.number); says != RuleVerdicts::Say::No)
        return {id.text, says == RuleVerdicts::Say::Yes ? CoverageStatus::Partial : CoverageStatus::Unknown,
                std::move(because)};
    if (!mapping.undecided.isEmpty()) return {id.text, CoverageStatus::Unknown, mapping.undecided.join(QStringLiteral("; "))};
    const bool byPeopleAlone = mapping.violated.isEmpty() && mapping.partial.isEmpty();
    if (byPeopleAlone && !control.vouched.whole && !control.vouched.elements.contains(id.text))
        return {id.text, CoverageStatus::Unknown, QStringLiteral("nobody has attested it")};
    return {id.text, CoverageStatus::Satisfied, {}};
}

/// By number: the elements of which a rule of this control says something else than before. No beyond the end.
std::vector<char> CoverageBuilder::changedBy(const Control& control) const {
    std::vector<char> changed;
    for (const auto* rules : {&control.violated, &control.partial})
        for (const std::size_t rule : *rules)
            for (const std::size_t element : verdicts_.changed(rule)) {
                if (element >= changed.size()) changed.resize(element + 1);
                changed[element] = true;
            }
    return changed;
}

/// Of elements that are judged already, and of which nothing else is said, the judgement stays.
QList<CoverageElement> CoverageBuilder::judgeAll(const ScopedControl& scoped, const Control& control) const {
    const QList<CoverageElement> before = control.isCurrent ? control.coverage.elements : QList<CoverageElement>();
    const std::vector<char> changed = changedBy(control);
    QList<CoverageElement> elements;
    elements.reserve(scoped.elements.size());
    qsizetype known = 0;
    for (const KnownId* id : scoped.elements) {
        while (known < before.size() && !isSame(before.at(known).id, id->text) && before.at(known).id < id->text) ++known;
        const bool isKnown = known < before.size() && isSame(before.at(known).id, id->text);
        const bool isChanged = id->number < changed.size() && changed[id->number];
        elements.push_back(isKnown && !isChanged ? before.at(known) : judge(*id, *scoped.mapping, control));
    }
    return elements;
}

void CoverageBuilder::cover(const ScopedControl& scoped, Control& control) const {
    ControlCoverage& coverage = control.coverage;
    const Vouched& vouched = control.vouched;
    QList<CoverageElement> elements;
    if (scoped.problem.isEmpty())
        elements = judgeAll(scoped, control);
    else
        for (const KnownId* id : scoped.elements) elements.push_back({id->text, CoverageStatus::Unknown, scoped.problem});
    coverage.counts = {};
    for (const CoverageElement& element : elements) ++coverage.counts[element.status];
    coverage.elements = std::move(elements);
    coverage.attestations = vouched.ids;
    coverage.attested = vouched.whole || (!scoped.elements.isEmpty() &&
                                          std::all_of(scoped.elements.begin(), scoped.elements.end(),
                                                      [&](const KnownId* id) { return vouched.elements.contains(id->text); }));
    coverage.attestationExpired = !vouched.ids.empty() && !vouched.anyValid;
    coverage.problem = scoped.problem;
    coverage.status = scoped.problem.isEmpty() ? rolledUp(coverage.counts, !coverage.attest.isEmpty() && !coverage.attested)
                                               : CoverageStatus::Unknown;
    control.isCovered = true;
    control.isCurrent = scoped.problem.isEmpty();
}

/// Those that are asked and not current.
std::vector<std::size_t> CoverageBuilder::staleControls(const model::Model& model, const std::vector<ScopedControl>& controls,
                                                        const std::vector<RuleResult>& results, const QDate& today) {
    using Wanted = RuleVerdicts::Wanted;
    std::vector<Wanted> wanted(verdicts_.count(), Wanted::No);
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (!controls[i].asked) continue;
        Control& control = controls_[i];
        if (!control.isCovered)
            control.hasPairs = std::any_of(controls[i].elements.begin(), controls[i].elements.end(),
                                           [](const KnownId* id) { return !id->isOne; });
        for (const auto* rules : {&control.violated, &control.partial})
            for (const std::size_t rule : *rules)
                wanted[rule] = std::max(wanted[rule], control.hasPairs ? Wanted::WithPairs : Wanted::Elements);
    }
    verdicts_.refresh(wanted, results);
    const auto vouched = vouchedOf(model, today);
    std::vector<std::size_t> stale;
    for (std::size_t i = 0; i < controls.size(); ++i) {
        Control& control = controls_[i];
        const auto any = [&control](const auto& is) {
            return std::any_of(control.violated.begin(), control.violated.end(), is) ||
                   std::any_of(control.partial.begin(), control.partial.end(), is);
        };
        const bool isTouched = any([this](std::size_t rule) { return !verdicts_.changed(rule).empty(); });
        // What a rule says is new but once: one that is not asked must look at everything when it is.
        if (any([this](std::size_t rule) { return verdicts_.isOther(rule); }) || (isTouched && !controls[i].asked))
            control.isCurrent = false;
        const auto people = vouched.find(controls[i].mapping->control);
        Vouched now = people == vouched.end() ? Vouched() : people->second;
        if (now != control.vouched) control.isCurrent = false;
        control.vouched = std::move(now);
        if (controls[i].asked && (!control.isCurrent || !control.isCovered || isTouched)) stale.push_back(i);
    }
    return stale;
}

Coverage CoverageBuilder::build(const model::Model& model, const std::vector<ScopedControl>& controls,
                                const std::vector<RuleResult>& results, const QDate& today) {
    if (controls_.empty()) setUp(controls, results);
    const std::vector<std::size_t> stale = staleControls(model, controls, results, today);
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(stale.size() / 4), [&](std::size_t) {
        for (std::size_t at = next.fetch_add(1); at < stale.size(); at = next.fetch_add(1))
            cover(controls[stale[at]], controls_[stale[at]]);
    });
    verdicts_.settle();
    Coverage coverage;
    coverage.said = statements(controls, results);
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (!controls[i].asked) continue;
        if (coverage.frameworks.empty() || coverage.frameworks.back().id != controls[i].mapping->control.framework)
            coverage.frameworks.push_back(frameworkOf(controls[i]));
        FrameworkCoverage& framework = coverage.frameworks.back();
        framework.controls.push_back(controls_[i].coverage);
        ++framework.counts[framework.controls.back().status];
    }
    return coverage;
}

} // namespace sallyport::rules
