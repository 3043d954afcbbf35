// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "analysis/EveryCore.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

namespace sallyport::rules {

namespace {

const RuleResult* resultOf(const std::vector<RuleResult>& results, QStringView rule) {
    const auto at = std::find_if(results.begin(), results.end(), [rule](const RuleResult& r) { return r.rule->id == rule; });
    return at == results.end() ? nullptr : &*at;
}

QString word(const RuleRow& row, int column) { return column < 0 ? QString() : row.words[static_cast<std::size_t>(column)]; }

/// For one `yields` of a rule: the tuples of column values at which the other rule has a violated row.
class YieldIndex {
public:
    YieldIndex(const Yield& yield, const RuleResult& ours, const std::vector<RuleResult>& results) {
        const RuleResult* theirs = resultOf(results, yield.rule);
        if (!theirs) return;
        std::vector<int> theirColumns;
        for (const auto& [our, their] : yield.columns) {
            ourColumns_.push_back(ours.column(our));
            theirColumns.push_back(theirs->column(their));
        }
        if (std::count(ourColumns_.begin(), ourColumns_.end(), -1) || std::count(theirColumns.begin(), theirColumns.end(), -1))
            return;
        for (const RuleRow& row : theirs->rows)
            if (row.violated) addTuples(row, theirColumns);
    }

    bool contains(const RuleRow& row) const {
        if (tuples_.empty()) return false;
        QStringList tuple;
        for (int column : ourColumns_) tuple.append(word(row, column));
        return tuples_.contains(tuple.join(u' '));
    }

private:
    /// A column with several ids stands for each of them.
    void addTuples(const RuleRow& row, const std::vector<int>& columns) {
        QStringList tuples{QString()};
        for (int column : columns) {
            QStringList longer;
            for (const QString& tuple : tuples)
                for (const QString& id : word(row, column).split(u' ', Qt::SkipEmptyParts))
                    longer.append(tuple.isEmpty() ? id : tuple + u' ' + id);
            tuples = longer;
        }
        for (const QString& tuple : tuples) tuples_.insert(tuple);
    }

    std::vector<int> ourColumns_;
    std::set<QString> tuples_;
};

/// Sentences that point at what other rules already say about the same elements.
class References {
public:
    References(const Rule& rule, const std::vector<RuleResult>& results) {
        for (const QString& id : rule.refers)
            if (const RuleResult* other = resultOf(results, id))
                for (const RuleRow& row : other->rows)
                    if (row.violated) rulesOf_[row.elements.front()].insert(id);
    }

    QString text(Names& names, const RuleResult& result, const RuleRow& row) const {
        if (rulesOf_.empty()) return {};
        QStringList ids = row.elements + word(row, result.column(u"joins")).split(u' ', Qt::SkipEmptyParts);
        QStringList said;
        for (const QString& id : ids)
            if (const auto at = rulesOf_.find(id); at != rulesOf_.end())
                said.append(QStringLiteral("%1 (%2)").arg(
                    names.of(id), QStringList(at->second.begin(), at->second.end()).join(QStringLiteral(", "))));
        said.removeDuplicates();
        return said.isEmpty() ? QString() : QStringLiteral(" Reported on its own: %1.").arg(said.join(QStringLiteral(", ")));
    }

private:
    std::map<QString, std::set<QString>> rulesOf_;
};

/// Decisions by finding; of most rules nobody has decided anything.
class Decisions {
public:
    Decisions(const model::Model& model, const QDate& today) : model_(model), today_(today) {
        for (const model::Decision& decision : model.decisions) rules_.insert(decision.rule);
    }
    void decide(Finding& finding) const {
        if (!rules_.contains(finding.rule)) return;
        const model::Decision* decision = model_.decisions.find({finding.rule, finding.elementKey()});
        if (!decision) return;
        finding.decision = *decision;
        const QDate end = decision->expiresAt ? QDate::fromString(decision->expiresAt->left(10), Qt::ISODate) : QDate();
        finding.decisionStands = decision->status != model::DecisionStatus::Open && (!end.isValid() || end >= today_);
    }

private:
    const model::Model& model_;
    QDate today_;
    QSet<QString> rules_;
};

void addEdit(Finding& finding, const RuleResult& result, const RuleRow& row) {
    if (!result.rule->own || result.rule->edit.isEmpty() || !row.violated) return;
    FindingEdit edit{result.rule->edit, {}};
    for (qsizetype i = 0; i < result.columns.size(); ++i)
        if (edit.sql.contains(u':' + result.columns[i]))
            edit.parameters.insert(result.columns[i], row.words[static_cast<std::size_t>(i)]);
    finding.edit = std::move(edit);
}

Finding findingOf(Names& names, const QuestionFinder& questions, const RuleResult& result, const RuleRow& row) {
    const Rule& rule = *result.rule;
    Finding finding;
    finding.rule = rule.id;
    finding.title = rule.title;
    finding.status = row.violated ? FindingStatus::Violated : FindingStatus::Unknown;
    finding.severity = row.severity.value_or(rule.severities.front().severity);
    const SeverityReason* reason = rule.reasonFor(finding.severity);
    finding.severityReason = reason ? reason->reason : rule.severities.front().reason;
    finding.elements = row.elements;
    finding.text = sentence(names, rule.says, result.columns, row);
    if (!row.violated) finding.text.prepend(QStringLiteral("Undecided: "));
    finding.fix = rule.fix;
    if (!row.violated) finding.asks = questions.open(names, rule, row);
    addEdit(finding, result, row);
    return finding;
}

Finding aboutProblem(const RuleProblem& problem) {
    Finding finding;
    finding.rule = problem.rule;
    finding.title = QStringLiteral("Rule cannot be used");
    finding.status = FindingStatus::Unknown;
    finding.severity = Severity::Info;
    finding.severityReason = QStringLiteral("what it looks for is not looked for");
    finding.text = QStringLiteral("The rule %1 (%2) cannot be used. %3").arg(problem.rule, problem.file, problem.what);
    finding.fix = QStringLiteral("Mend the rule file, or take it out of the folder.");
    return finding;
}

/// Whether a rule's findings depend on the rows of another.
bool listensTo(const Rule& rule, const QString& other) {
    return rule.refers.contains(other) ||
           std::any_of(rule.yields.begin(), rule.yields.end(), [&other](const Yield& y) { return y.rule == other; });
}

} // namespace

void FindingBuilder::renew(std::size_t rule) {
    if (rule < kept_.size()) kept_[rule].isCurrent = false;
}

FindingBuilder::Kept FindingBuilder::findingsOf(const QuestionFinder& questions, Names& names, const RuleResult& result,
                                                const std::vector<RuleResult>& results, const RulePack& pack) {
    Kept kept;
    kept.isCurrent = true;
    std::vector<YieldIndex> yields;
    for (const Yield& yield : result.rule->yields) yields.emplace_back(yield, result, results);
    const References references(*result.rule, results);
    const QList<ControlRef> controls = pack.controlsOf(*result.rule);
    for (const RuleRow& row : result.rows) {
        if (std::any_of(yields.begin(), yields.end(), [&row](const YieldIndex& y) { return y.contains(row); })) continue;
        Finding finding = findingOf(names, questions, result, row);
        if (row.violated) finding.text += references.text(names, result, row);
        finding.controls = controls;
        QSet<QString> counted;
        for (const Question& question : std::as_const(finding.asks)) {
            Missing& missing = kept.missing[question.attribute];
            missing.elements.insert(question.element);
            if (counted.contains(question.attribute)) continue;
            counted.insert(question.attribute);
            ++missing.findings;
        }
        kept.findings.push_back(std::move(finding));
    }
    std::stable_sort(kept.findings.begin(), kept.findings.end(), findingBefore);
    return kept;
}

void FindingBuilder::refresh(const model::Model& model, const std::vector<RuleResult>& results, const RulePack& pack) {
    kept_.resize(results.size());
    std::vector<std::size_t> stale;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto changed = [&](std::size_t other) {
            return !kept_[other].isCurrent && (other == i || listensTo(*results[i].rule, results[other].rule->id));
        };
        bool isStale = false;
        for (std::size_t other = 0; other < results.size() && !isStale; ++other) isStale = changed(other);
        if (isStale && !results[i].rule->isCheck()) stale.push_back(i);
    }
    const QuestionFinder questions(model);
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(stale.size()), [&](std::size_t) {
        Names names(model);
        for (std::size_t at = next.fetch_add(1); at < stale.size(); at = next.fetch_add(1))
            kept_[stale[at]] = findingsOf(questions, names, results[stale[at]], results, pack);
    });
    for (Kept& kept : kept_) kept.isCurrent = true;
}

/// TBM-607: the questions that keep findings from being decided, one finding an attribute.
std::vector<Finding> FindingBuilder::missingAnswers(Names& names, const RulePack& pack) const {
    std::map<QString, Missing> missing;
    for (const Kept& kept : kept_)
        for (auto each = kept.missing.cbegin(); each != kept.missing.cend(); ++each) {
            Missing& all = missing[each.key()];
            all.elements.unite(each->elements);
            all.findings += each->findings;
        }
    Rule rule;
    rule.id = QStringLiteral("TBM-607");
    rule.controls = {{QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-02")},
                     {QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-03")}};
    const QList<ControlRef> controls = pack.controlsOf(rule);
    std::vector<Finding> findings;
    for (const auto& [attribute, what] : missing) {
        Finding finding;
        finding.rule = rule.id;
        finding.title = QStringLiteral("Not assessable: required attributes missing");
        finding.severity = Severity::Info;
        finding.severityReason = QStringLiteral("unknown must not read as safe");
        finding.elements = QStringList(what.elements.begin(), what.elements.end());
        finding.elements.sort();
        finding.text = QStringLiteral("Not answered, \"%1\" of %2; %3 finding(s) depend on it.")
                           .arg(attributeLabel(attribute), names.of(finding.elements))
                           .arg(what.findings);
        finding.fix = QStringLiteral("Answer it in the inspector; \"none\" is an answer, too.");
        finding.controls = controls;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> FindingBuilder::build(const model::Model& model, const std::vector<RuleResult>& results,
                                           const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today) {
    refresh(model, results, pack);
    Names names(model);
    std::vector<Finding> others = missingAnswers(names, pack);
    for (const RuleProblem& problem : problems) others.push_back(aboutProblem(problem));
    std::stable_sort(others.begin(), others.end(), findingBefore);
    std::vector<const Finding*> order;
    for (const Kept& kept : kept_)
        for (const Finding& finding : kept.findings) order.push_back(&finding);
    for (const Finding& finding : others) order.push_back(&finding);
    // The findings of one rule are in order already, so there is no need to compare elements again.
    std::stable_sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) {
        if (a->status != b->status) return a->status == FindingStatus::Violated;
        return a->severity != b->severity ? a->severity > b->severity : a->rule < b->rule;
    });
    const Decisions decisions(model, today);
    std::vector<Finding> findings;
    findings.reserve(order.size());
    for (const Finding* finding : order) {
        findings.push_back(*finding);
        decisions.decide(findings.back());
    }
    return findings;
}

} // namespace sallyport::rules
