// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingTeller.h"

#include <algorithm>
#include <map>
#include <set>

namespace sallyport::rules {

namespace {

const RuleResult* resultOf(const std::vector<RuleResult>& results, QStringView rule) {
    const auto at = std::find_if(results.begin(), results.end(), [rule](const RuleResult& r) { return r.rule->id == rule; });
    return at == results.end() ? nullptr : &*at;
}

QString word(const RuleRow& row, int column) { return column < 0 ? QString() : row.word(column); }

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
                    if (row.violated) rulesOf_[row.elements().constFirst()].insert(id);
    }

    QString text(Names& names, const RuleResult& result, const RuleRow& row) const {
        if (rulesOf_.empty()) return {};
        QStringList ids = row.elements() + word(row, result.column(u"joins")).split(u' ', Qt::SkipEmptyParts);
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

void addEdit(Finding& finding, const RuleResult& result, const RuleRow& row) {
    if (!result.rule->own || result.rule->edit.isEmpty() || !row.violated) return;
    FindingEdit edit{result.rule->edit, {}};
    for (int i = 0; i < int(result.columns.size()); ++i)
        if (edit.sql.contains(u':' + result.columns[i])) edit.parameters.insert(result.columns[i], row.word(i));
    finding.edit = std::move(edit);
}

} // namespace

/// What all findings of the rule have in common.
struct FindingTeller::Private {
    const QuestionFinder& questions;
    Names& names;
    const RuleResult& result;
    QList<ControlRef> controls;
    std::vector<QuestionFinder::Asked> asked;
    Saying saying;
    std::vector<YieldIndex> yields;
    References references;
};

namespace {

std::vector<YieldIndex> yieldsOf(const RuleResult& result, const std::vector<RuleResult>& results) {
    std::vector<YieldIndex> yields;
    for (const Yield& yield : result.rule->yields) yields.emplace_back(yield, result, results);
    return yields;
}

} // namespace

FindingTeller::FindingTeller(const QuestionFinder& questions, Names& names, const RuleResult& result,
                             const std::vector<RuleResult>& results, const QList<ControlRef>& controls)
    : d_(new Private{questions, names, result, controls, QuestionFinder::asked(result),
                     Saying(result.rule->says, result.columns), yieldsOf(result, results), References(*result.rule, results)}) {
}

FindingTeller::~FindingTeller() = default;

bool FindingTeller::yields(const RuleRow& row) const {
    return std::any_of(d_->yields.begin(), d_->yields.end(), [&row](const YieldIndex& each) { return each.contains(row); });
}

Finding FindingTeller::tell(const RuleRow& row) const {
    const Rule& rule = *d_->result.rule;
    Finding finding;
    finding.rule = rule.id;
    finding.title = rule.title;
    finding.status = row.violated ? FindingStatus::Violated : FindingStatus::Unknown;
    finding.severity = row.severity.value_or(rule.severities.front().severity);
    const SeverityReason* reason = rule.reasonFor(finding.severity);
    finding.severityReason = reason ? reason->reason : rule.severities.front().reason;
    finding.elements = row.elements();
    finding.text = d_->saying.of(d_->names, row);
    if (!row.violated) finding.text.prepend(QStringLiteral("Not known: "));
    finding.fix = rule.fix;
    if (!row.violated) finding.asks = d_->questions.open(d_->names, d_->asked, row);
    finding.controls = d_->controls;
    addEdit(finding, d_->result, row);
    if (row.violated) finding.text += d_->references.text(d_->names, d_->result, row);
    return finding;
}

} // namespace sallyport::rules
