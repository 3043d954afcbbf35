// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "rules/Questions.h"
#include "rules/Sentences.h"

#include <algorithm>
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

    QString text(const model::Model& model, const RuleResult& result, const RuleRow& row) const {
        if (rulesOf_.empty()) return {};
        QStringList ids = row.elements + word(row, result.column(u"joins")).split(u' ', Qt::SkipEmptyParts);
        QStringList said;
        for (const QString& id : ids)
            if (const auto at = rulesOf_.find(id); at != rulesOf_.end())
                said.append(QStringLiteral("%1 (%2)").arg(
                    nameIn(model, id), QStringList(at->second.begin(), at->second.end()).join(QStringLiteral(", "))));
        said.removeDuplicates();
        return said.isEmpty() ? QString() : QStringLiteral(" Reported on its own: %1.").arg(said.join(QStringLiteral(", ")));
    }

private:
    std::map<QString, std::set<QString>> rulesOf_;
};

void decide(const model::Model& model, Finding& finding, const QDate& today) {
    const model::Decision* decision = model.decisions.find({finding.rule, finding.elementKey()});
    if (!decision) return;
    finding.decision = *decision;
    const QDate end = decision->expiresAt ? QDate::fromString(decision->expiresAt->left(10), Qt::ISODate) : QDate();
    finding.decisionStands = decision->status != model::DecisionStatus::Open && (!end.isValid() || end >= today);
}

void addEdit(Finding& finding, const RuleResult& result, const RuleRow& row) {
    if (!result.rule->own || result.rule->edit.isEmpty() || !row.violated) return;
    FindingEdit edit{result.rule->edit, {}};
    for (qsizetype i = 0; i < result.columns.size(); ++i)
        if (edit.sql.contains(u':' + result.columns[i]))
            edit.parameters.insert(result.columns[i], row.words[static_cast<std::size_t>(i)]);
    finding.edit = std::move(edit);
}

Finding findingOf(const model::Model& model, const QuestionFinder& questions, const RuleResult& result, const RuleRow& row) {
    const Rule& rule = *result.rule;
    Finding finding;
    finding.rule = rule.id;
    finding.title = rule.title;
    finding.status = row.violated ? FindingStatus::Violated : FindingStatus::Unknown;
    finding.severity = row.severity.value_or(rule.severities.front().severity);
    const SeverityReason* reason = rule.reasonFor(finding.severity);
    finding.severityReason = reason ? reason->reason : rule.severities.front().reason;
    finding.elements = row.elements;
    finding.text = sentence(model, rule, result.columns, row);
    if (!row.violated) finding.text.prepend(QStringLiteral("Undecided: "));
    finding.fix = rule.fix;
    if (!row.violated) finding.asks = questions.open(rule, row);
    addEdit(finding, result, row);
    return finding;
}

void addFindingsOf(const model::Model& model, const QuestionFinder& questions, const RuleResult& result,
                   const std::vector<RuleResult>& results, std::vector<Finding>& findings) {
    std::vector<YieldIndex> yields;
    for (const Yield& yield : result.rule->yields) yields.emplace_back(yield, result, results);
    const References references(*result.rule, results);
    const std::vector<ControlRef> controls = controlsOf(*result.rule);
    for (const RuleRow& row : result.rows) {
        if (std::any_of(yields.begin(), yields.end(), [&row](const YieldIndex& y) { return y.contains(row); })) continue;
        Finding finding = findingOf(model, questions, result, row);
        if (row.violated) finding.text += references.text(model, result, row);
        finding.controls = controls;
        findings.push_back(std::move(finding));
    }
}

/// TBM-607: the questions that keep findings from being decided, one finding an attribute.
void addMissingAnswers(const model::Model& model, std::vector<Finding>& findings) {
    struct Missing {
        std::set<QString> elements;
        int findings = 0;
    };
    std::map<QString, Missing> missing;
    for (const Finding& finding : findings) {
        std::set<QString> counted;
        for (const Question& question : finding.asks) {
            missing[question.attribute].elements.insert(question.element);
            if (counted.insert(question.attribute).second) ++missing[question.attribute].findings;
        }
    }
    Rule rule;
    rule.id = QStringLiteral("TBM-607");
    rule.controls = {{QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-02")},
                     {QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-03")}};
    const std::vector<ControlRef> controls = controlsOf(rule);
    for (const auto& [attribute, what] : missing) {
        Finding finding;
        finding.rule = rule.id;
        finding.title = QStringLiteral("Not assessable: required attributes missing");
        finding.severity = Severity::Info;
        finding.severityReason = QStringLiteral("unknown must not read as safe");
        finding.elements = QStringList(what.elements.begin(), what.elements.end());
        finding.text = QStringLiteral("Not answered, \"%1\" of %2; %3 finding(s) depend on it.")
                           .arg(attributeLabel(attribute), namesIn(model, finding.elements))
                           .arg(what.findings);
        finding.fix = QStringLiteral("Answer it in the inspector; \"none\" is an answer, too.");
        finding.controls = controls;
        findings.push_back(std::move(finding));
    }
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

} // namespace

std::vector<Finding> buildFindings(const model::Model& model, const std::vector<RuleResult>& results,
                                   const std::vector<RuleProblem>& problems, const QDate& today) {
    const QuestionFinder questions(model);
    std::vector<Finding> findings;
    for (const RuleResult& result : results)
        if (!result.rule->isCheck()) addFindingsOf(model, questions, result, results, findings);
    addMissingAnswers(model, findings);
    for (const RuleProblem& problem : problems) findings.push_back(aboutProblem(problem));
    for (Finding& finding : findings) decide(model, finding, today);
    std::stable_sort(findings.begin(), findings.end(), findingBefore);
    return findings;
}

} // namespace sallyport::rules
