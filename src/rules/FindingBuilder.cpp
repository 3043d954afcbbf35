// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "analysis/EveryCore.h"
#include "rules/FindingTeller.h"
#include "rules/FrameworkChoice.h"

#include <algorithm>
#include <atomic>
#include <bitset>
#include <numeric>

namespace sallyport::rules {

namespace {

/// Decisions by finding; of most rules nobody has decided anything.
class Decisions {
public:
    Decisions(const model::Model& model, const QDate& today) : model_(model), today_(today) {
        for (const model::Decision& decision : model.decisions) rules_.insert(decision.rule);
    }
    bool areAbout(const QString& rule) const { return rules_.contains(rule); }

    FindingList::Part decided(std::vector<std::shared_ptr<const Finding>> findings) const {
        for (auto& finding : findings) decide(finding);
        return std::make_shared<const std::vector<std::shared_ptr<const Finding>>>(std::move(findings));
    }

private:
    void decide(std::shared_ptr<const Finding>& finding) const {
        const model::Decision* decision = model_.decisions.find({finding->rule, finding->elementKey()});
        if (!decision) return;
        auto decided = std::make_shared<Finding>(*finding);
        decided->decision = *decision;
        const QDate end = decision->expiresAt ? QDate::fromString(decision->expiresAt->left(10), Qt::ISODate) : QDate();
        decided->decisionStands = decision->status != model::DecisionStatus::Open && (!end.isValid() || end >= today_);
        finding = std::move(decided);
    }

    const model::Model& model_;
    QDate today_;
    QSet<QString> rules_;
};

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

void FindingBuilder::renewAll() {
    for (Kept& kept : kept_) kept = {};
    missing_ = {};
    questions_.reset();
    words_ = {};
}

/// `rows`: of the findings, by place among the rule's; kept beside them.
FindingBuilder::Part FindingBuilder::partOf(Findings findings, std::vector<qsizetype> rows) {
    Part part;
    const auto isBefore = [](const auto& a, const auto& b) { return findingBefore(*a, *b); };
    if (std::is_sorted(findings.begin(), findings.end(), isBefore)) {
        part.rows = std::move(rows);
    } else {
        std::vector<std::size_t> order(findings.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return isBefore(findings[a], findings[b]); });
        Findings sorted;
        sorted.reserve(findings.size());
        for (const std::size_t at : order) {
            sorted.push_back(std::move(findings[at]));
            if (!rows.empty()) part.rows.push_back(rows[at]);
        }
        findings = std::move(sorted);
    }
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (i == 0 || findings[i]->status != findings[i - 1]->status || findings[i]->severity != findings[i - 1]->severity ||
            findings[i]->rule != findings[i - 1]->rule)
            part.starts.push_back(i);
    part.findings = std::make_shared<const Findings>(std::move(findings));
    return part;
}

namespace {

/// Elements to look for in many words, few of which are any of them.
class Elements {
public:
    explicit Elements(const QSet<QString>& elements) : all_(elements) {
        for (const QString& element : elements) ends_.set(end(element));
    }
    bool contains(const QString& word) const { return ends_.test(end(word)) && all_.contains(word); }
    /// Whether one of them is among the ids in the words of a row.
    bool areIn(const RuleRow& row) const {
        return std::any_of(row.words.begin(), row.words.end(), [this](const QString& word) {
            if (!word.contains(u' ')) return contains(word);
            const QStringList ids = word.split(u' ', Qt::SkipEmptyParts);
            return std::any_of(ids.begin(), ids.end(), [this](const QString& id) { return contains(id); });
        });
    }

private:
    /// Ids differ in their last letters.
    static std::size_t end(const QString& word) {
        const qsizetype size = word.size();
        if (size < 2) return static_cast<std::size_t>(size);
        return (static_cast<std::size_t>(word.at(size - 1).unicode()) * 61 + word.at(size - 2).unicode()) % buckets;
    }

    static constexpr std::size_t buckets = 4096;
    const QSet<QString>& all_;
    std::bitset<buckets> ends_;
};

bool asksAbout(const Finding& finding, const QSet<QString>& elements) {
    return std::any_of(finding.asks.begin(), finding.asks.end(),
                       [&elements](const Question& question) { return elements.contains(question.element); });
}

/// Finds what was told of rows before; asked in the rows' order.
class ToldBefore {
public:
    ToldBefore(const QList<RuleRow>& rows, const std::vector<qsizetype>& told) : rows_(rows) {
        places_.assign(static_cast<std::size_t>(rows.size()), -1);
        for (std::size_t i = 0; i < told.size(); ++i) places_[static_cast<std::size_t>(told[i])] = static_cast<qsizetype>(i);
    }
    /// The place of the finding of a row that is the same; -1: there was none, or no finding of it.
    qsizetype of(const RuleRow& row) {
        const auto isSame = [&] { return next_ < rows_.size() && rows_.at(next_) == row; };
        if (!isSame())
            while (next_ < rows_.size() && byElements(rows_.at(next_), row) < 0) ++next_;
        return isSame() ? places_[static_cast<std::size_t>(next_++)] : -1;
    }

private:
    const QList<RuleRow>& rows_;
    std::vector<qsizetype> places_;
    qsizetype next_ = 0;
};

} // namespace

FindingTeller FindingBuilder::tellerOf(const RuleResult& result, Names& names, const Sources& from) const {
    return {*questions_, names, result, from.results, askedControls(from.model, from.pack, *result.rule)};
}

/// All findings of the rule.
void FindingBuilder::tellAnew(std::size_t rule, Names& newNames, const Sources& from) {
    const RuleResult& result = from.results[rule];
    Kept& kept = kept_[rule];
    const FindingTeller teller = tellerOf(result, newNames, from);
    kept.missingBefore = std::exchange(kept.missing, {});
    kept.isAnew = true;
    Findings findings;
    std::vector<qsizetype> rows;
    findings.reserve(static_cast<std::size_t>(result.rows.size()));
    for (qsizetype i = 0; i < result.rows.size(); ++i) {
        if (teller.yields(result.rows.at(i))) continue;
        rows.push_back(i);
        findings.push_back(std::make_shared<const Finding>(teller.tell(result.rows.at(i))));
        kept.missing.add(*findings.back());
    }
    kept.part = partOf(std::move(findings), std::move(rows));
    kept.rows = result.rows;
    kept.isKnown = true;
}

/// By place among the findings of the rule: those that may read otherwise.
std::vector<std::size_t> FindingBuilder::concerned(const Kept& kept, const Concern& concern) {
    std::vector<std::size_t> places;
    if (concern.elements.isEmpty()) return places;
    const Elements elements(concern.elements);
    for (std::size_t i = 0; i < kept.part.rows.size(); ++i)
        if (elements.areIn(kept.rows.at(kept.part.rows[i])) ||
            (!concern.renamed.isEmpty() && asksAbout(*(*kept.part.findings)[i], concern.renamed)))
            places.push_back(i);
    return places;
}

/// The rule has other rows; what the same row says again and is not concerned is kept.
void FindingBuilder::tellOthers(std::size_t rule, Names& newNames, const Concern& concern, const Sources& from) {
    const RuleResult& result = from.results[rule];
    Kept& kept = kept_[rule];
    const Findings& before = *kept.part.findings;
    std::vector<char> isGone(before.size(), true), isConcerned(before.size());
    for (const std::size_t place : concerned(kept, concern)) isConcerned[place] = true;
    const FindingTeller teller = tellerOf(result, newNames, from);
    Findings findings;
    std::vector<qsizetype> rows;
    findings.reserve(static_cast<std::size_t>(result.rows.size()));
    rows.reserve(static_cast<std::size_t>(result.rows.size()));
    ToldBefore told(kept.rows, kept.part.rows);
    for (qsizetype i = 0; i < result.rows.size(); ++i) {
        const RuleRow& row = result.rows.at(i);
        const qsizetype place = told.of(row);
        if (place < 0 && teller.yields(row)) continue;
        rows.push_back(i);
        if (const auto at = static_cast<std::size_t>(place); place >= 0 && !isConcerned[at]) {
            isGone[at] = false;
            findings.push_back(before[at]);
            continue;
        }
        findings.push_back(std::make_shared<const Finding>(teller.tell(row)));
        kept.come.push_back(findings.back());
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (isGone[i]) kept.gone.push_back(before[i]);
    kept.part = partOf(std::move(findings), std::move(rows));
    kept.rows = result.rows;
}

/// The rows are the same, and so are status and severity of each finding: those that name one of these elements are told
/// anew where they stand.
void FindingBuilder::tellConcerned(std::size_t rule, Names& newNames, const Concern& concern, const Sources& from) {
    const RuleResult& result = from.results[rule];
    Kept& kept = kept_[rule];
    const std::vector<std::size_t> places = concerned(kept, concern);
    if (places.empty()) return;
    const FindingTeller teller = tellerOf(result, newNames, from);
    Findings findings = *kept.part.findings;
    for (const std::size_t place : places) {
        auto finding = std::make_shared<const Finding>(teller.tell(kept.rows.at(kept.part.rows[place])));
        kept.gone.push_back(std::exchange(findings[place], finding));
        kept.come.push_back(std::move(finding));
    }
    kept.part.findings = std::make_shared<const Findings>(std::move(findings));
}

FindingBuilder::Concern FindingBuilder::followChanges(const model::Model& model) {
    Concern concern;
    if (words_.isEmpty()) return concern;
    concern.renamed = words_.renamed(model);
    concern.elements = concern.renamed;
    questions_->addConcerned(words_.changed(), concern.elements);
    if (words_.moved().none()) return concern;
    questions_->follow(words_.moved());
    questions_->addConcerned(words_.changed(), concern.elements);
    return concern;
}

/// Rules with other rows, or about which words may have changed. Those to tell wholly are not known any more.
std::vector<std::size_t> FindingBuilder::stale(const std::vector<RuleResult>& results) {
    std::vector<std::size_t> stale;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Rule& rule = *results[i].rule;
        if (rule.isCheck()) continue;
        for (std::size_t other = 0; other < results.size() && kept_[i].isKnown; ++other)
            kept_[i].isKnown = other == i || kept_[other].isCurrent || !listensTo(rule, results[other].rule->id);
        if (!kept_[i].isKnown || !kept_[i].isCurrent || words_.concern(rule.asks)) stale.push_back(i);
    }
    return stale;
}

void FindingBuilder::refresh(const Sources& from) {
    const std::vector<RuleResult>& results = from.results;
    kept_.resize(results.size());
    if (words_.concernAll() || (questions_ && &questions_->model() != &from.model)) renewAll();
    if (!questions_) {
        questions_ = std::make_unique<QuestionFinder>(from.model);
        words_ = {};
    }
    const QStringList openLegs = questions_->openLegs();
    const Concern concern = followChanges(from.model);
    for (std::size_t i = 0; i < results.size() && openLegs != questions_->openLegs(); ++i)
        if (results[i].rule->asks.contains(QStringLiteral("flow.continues"))) kept_[i].isKnown = false; // asks about each
    std::vector<std::size_t> work = stale(results);
    words_ = {};
    // Those with many rows first, so that no core is left with one of them at the end.
    std::stable_sort(work.begin(), work.end(),
                     [&](std::size_t a, std::size_t b) { return results[a].rows.size() > results[b].rows.size(); });
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(work.size()), [&](std::size_t) {
        Names names(from.model);
        for (std::size_t at = next.fetch_add(1); at < work.size(); at = next.fetch_add(1))
            if (const std::size_t rule = work[at]; !kept_[rule].isKnown)
                tellAnew(rule, names, from);
            else if (kept_[rule].rows.constData() != results[rule].rows.constData())
                tellOthers(rule, names, concern, from);
            else
                tellConcerned(rule, names, concern, from);
    });
    for (Kept& kept : kept_) kept.isCurrent = true;
    refreshMissing();
}

void FindingBuilder::refreshMissing() {
    for (Kept& kept : kept_) {
        if (std::exchange(kept.isAnew, false)) {
            missing_.remove(std::exchange(kept.missingBefore, {}));
            missing_.add(kept.missing);
        }
        for (const auto& finding : std::exchange(kept.gone, {})) {
            kept.missing.remove(*finding);
            missing_.remove(*finding);
        }
        for (const auto& finding : std::exchange(kept.come, {})) {
            kept.missing.add(*finding);
            missing_.add(*finding);
        }
    }
}

FindingList FindingBuilder::build(const model::Model& model, const std::vector<RuleResult>& results,
                                  const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today) {
    refresh({model, results, pack});
    Findings others;
    for (Finding& finding : missing_.findings(model, pack))
        others.push_back(std::make_shared<const Finding>(std::move(finding)));
    for (const RuleProblem& problem : problems) others.push_back(std::make_shared<const Finding>(aboutProblem(problem)));
    std::vector<Part> parts;
    const Decisions decisions(model, today);
    const auto add = [&](const Part& part) {
        if (part.starts.empty()) return;
        parts.push_back(part);
        if (decisions.areAbout(part.findings->front()->rule)) parts.back().findings = decisions.decided(*part.findings);
    };
    for (const Kept& kept : kept_) add(kept.part);
    parts.push_back(partOf(std::move(others), {}));
    parts.back().findings = decisions.decided(*parts.back().findings);
    struct Run {
        const Part* part;
        std::size_t first, count;
        const Finding& head() const { return *(*part->findings)[first]; }
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
