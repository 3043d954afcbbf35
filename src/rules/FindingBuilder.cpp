// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "analysis/EveryCore.h"
#include "rules/FrameworkChoice.h"

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
    bool areAbout(const QString& rule) const { return rules_.contains(rule); }

    std::shared_ptr<const std::vector<Finding>> decided(std::vector<Finding> findings) const {
        for (Finding& finding : findings) decide(finding);
        return std::make_shared<const std::vector<Finding>>(std::move(findings));
    }

private:
    void decide(Finding& finding) const {
        const model::Decision* decision = model_.decisions.find({finding.rule, finding.elementKey()});
        if (!decision) return;
        finding.decision = *decision;
        const QDate end = decision->expiresAt ? QDate::fromString(decision->expiresAt->left(10), Qt::ISODate) : QDate();
        finding.decisionStands = decision->status != model::DecisionStatus::Open && (!end.isValid() || end >= today_);
    }

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
    if (!row.violated) finding.asks = questions.open(names, result, row);
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

bool FindingBuilder::dependsOn(const document::RowChange& change) {
    using namespace Qt::StringLiterals;
    using enum model::TableId;
    switch (change.table) {
        case Framework: // whose controls findings name
            return true;
        case Meta:
        case Policy:
        case ZoneHas:
        case ComponentHas:
        case FlowHas:
        case Placement:
        case Route:
        case Note:
        case Decision:
        case Snapshot:
            return false;
        default:
            break;
    }
    if (change.kind != document::RowChange::Kind::Updated) return true;
    const model::Table& table = model::table(change.table);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const model::Column& column = table.columns[i];
        if (!change.columns.test(i)) continue;
        const QLatin1StringView name(column.name);
        if (column.type == model::ValueType::Reference || name == "name"_L1 || name == "scope"_L1 || name == "title"_L1 ||
            name == "control"_L1 || name == "kind"_L1)
            return true;
    }
    return false;
}

void FindingBuilder::renew(std::size_t rule) {
    if (rule < kept_.size()) kept_[rule].isCurrent = false;
}

void FindingBuilder::renewAll() {
    for (Kept& kept : kept_) kept.isCurrent = false;
    questions_.reset();
}

FindingBuilder::Part FindingBuilder::partOf(std::vector<Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), findingBefore);
    Part part;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (i == 0 || findings[i].status != findings[i - 1].status || findings[i].severity != findings[i - 1].severity ||
            findings[i].rule != findings[i - 1].rule)
            part.starts.push_back(i);
    part.findings = std::make_shared<const std::vector<Finding>>(std::move(findings));
    return part;
}

FindingBuilder::Kept FindingBuilder::findingsOf(const QuestionFinder& questions, Names& names, const RuleResult& result,
                                                const std::vector<RuleResult>& results, const QList<ControlRef>& controls) {
    Kept kept;
    kept.isCurrent = true;
    std::vector<YieldIndex> yields;
    for (const Yield& yield : result.rule->yields) yields.emplace_back(yield, result, results);
    const References references(*result.rule, results);
    std::vector<Finding> findings;
    findings.reserve(static_cast<std::size_t>(result.rows.size()));
    for (const RuleRow& row : result.rows) {
        if (std::any_of(yields.begin(), yields.end(), [&row](const YieldIndex& y) { return y.contains(row); })) continue;
        Finding finding = findingOf(names, questions, result, row);
        if (row.violated) finding.text += references.text(names, result, row);
        finding.controls = controls;
        kept.missing.add(finding);
        findings.push_back(std::move(finding));
    }
    kept.part = partOf(std::move(findings));
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
    // Those with many rows first, so that no core is left with one of them at the end.
    std::stable_sort(stale.begin(), stale.end(),
                     [&](std::size_t a, std::size_t b) { return results[a].rows.size() > results[b].rows.size(); });
    QSet<QString> attributes;
    const auto noteAttributes = [&] {
        for (const std::size_t rule : stale) attributes.unite(kept_[rule].missing.attributes());
    };
    noteAttributes();
    if (questions_ && &questions_->model() != &model) questions_.reset();
    if (!questions_ && !stale.empty()) questions_ = std::make_unique<const QuestionFinder>(model);
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(stale.size()), [&](std::size_t) {
        Names names(model);
        for (std::size_t at = next.fetch_add(1); at < stale.size(); at = next.fetch_add(1)) {
            const RuleResult& result = results[stale[at]];
            kept_[stale[at]] = findingsOf(*questions_, names, result, results, askedControls(model, pack, *result.rule));
        }
    });
    for (Kept& kept : kept_) kept.isCurrent = true;
    noteAttributes();
    refreshMissing(attributes);
}

void FindingBuilder::refreshMissing(const QSet<QString>& attributes) {
    for (const QString& attribute : attributes) {
        missing_.remove(attribute);
        for (const Kept& kept : kept_) missing_.add(kept.missing, attribute);
    }
}

FindingList FindingBuilder::build(const model::Model& model, const std::vector<RuleResult>& results,
                                  const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today) {
    refresh(model, results, pack);
    std::vector<Finding> others = missing_.findings(model, pack);
    for (const RuleProblem& problem : problems) others.push_back(aboutProblem(problem));
    std::vector<Part> parts;
    const Decisions decisions(model, today);
    const auto add = [&](const Part& part) {
        if (part.starts.empty()) return;
        parts.push_back(part);
        if (decisions.areAbout(part.findings->front().rule)) parts.back().findings = decisions.decided(*part.findings);
    };
    for (const Kept& kept : kept_) add(kept.part);
    parts.push_back(partOf(std::move(others)));
    parts.back().findings = decisions.decided(*parts.back().findings);
    struct Run {
        const Part* part;
        std::size_t first, count;
        const Finding& head() const { return (*part->findings)[first]; }
    };
    std::vector<Run> runs;
    for (const Part& part : parts)
        for (std::size_t i = 0; i < part.starts.size(); ++i) {
            const std::size_t end = i + 1 < part.starts.size() ? part.starts[i + 1] : part.findings->size();
            runs.push_back({&part, part.starts[i], end - part.starts[i]});
        }
    // The findings of one rule are in order already, so there is no need to compare elements again.
    std::stable_sort(runs.begin(), runs.end(), [](const Run& left, const Run& right) {
        const Finding& a = left.head();
        const Finding& b = right.head();
        if (a.status != b.status) return a.status == FindingStatus::Violated;
        return a.severity != b.severity ? a.severity > b.severity : a.rule < b.rule;
    });
    FindingList list;
    for (const Run& run : runs) list.append(run.part->findings, run.first, run.count);
    return list;
}

} // namespace sallyport::rules
