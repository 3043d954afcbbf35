// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "analysis/EveryCore.h"
#include "rules/FindingListing.h"
#include "rules/FindingTeller.h"
#include "rules/FrameworkChoice.h"

#include <QStringTokenizer>

#include <algorithm>
#include <atomic>

namespace sallyport::rules {

namespace {

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

namespace {

/// Elements to look for in many words, few of which are any of them.
class Elements {
public:
    explicit Elements(const QSet<QString>& elements) : all_(elements) {
        for (const QString& element : elements) marks_ |= marksOf(element);
    }
    /// Whether one of them is among the ids in the words of a row.
    bool areIn(const RuleRow& row) const {
        if ((row.marks & marks_) == 0) return false;
        for (qsizetype i = 0; i < row.idCount(); ++i)
            if ((row.id(i).marks & marks_) != 0 && areIn(row.id(i).text)) return true;
        return std::any_of(row.words.begin(), row.words.end(), [this](const QString& word) { return areIn(word); });
    }

private:
    bool areIn(const QString& word) const {
        if (!word.contains(u' ')) return all_.contains(word);
        for (const QStringView id : QStringTokenizer(word, u' ', Qt::SkipEmptyParts))
            if ((marksOf(id) & marks_) != 0 && all_.contains(id.toString())) return true;
        return false;
    }

    const QSet<QString>& all_;
    quint64 marks_ = 0;
};

bool asksAbout(const Finding& finding, const QSet<QString>& elements) {
    return std::any_of(finding.asks.begin(), finding.asks.end(),
                       [&elements](const Question& question) { return elements.contains(question.element); });
}

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
    kept.part = FindingPart::of(std::move(findings), std::move(rows));
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
    const FindingPart& before = kept.part;
    const FindingTeller teller = tellerOf(result, newNames, from);
    std::vector<qsizetype> now(static_cast<std::size_t>(kept.rows.size()), -1); // where a row stands now
    ToldFindings come;
    const std::vector<qsizetype> was = placesBefore(result.rows, kept.rows);
    for (qsizetype i = 0; i < result.rows.size(); ++i) {
        if (const qsizetype place = was[static_cast<std::size_t>(i)]; place >= 0)
            now[static_cast<std::size_t>(place)] = i;
        else if (!teller.yields(result.rows.at(i)))
            come.emplace_back(std::make_shared<const Finding>(teller.tell(result.rows.at(i))), i);
    }
    for (const auto& [finding, row] : come) kept.come.push_back(finding);
    Findings findings;
    std::vector<qsizetype> rows;
    findings.reserve(before.rows.size() + come.size());
    rows.reserve(before.rows.size() + come.size());
    const std::vector<std::size_t> places = concerned(kept, concern);
    auto place = places.begin();
    for (std::size_t i = 0; i < before.rows.size(); ++i) {
        const bool isConcerned = place != places.end() && *place == i;
        if (isConcerned) ++place;
        const std::shared_ptr<const Finding>& finding = (*before.findings)[i];
        const qsizetype row = now[static_cast<std::size_t>(before.rows[i])];
        if (row < 0 || isConcerned) kept.gone.push_back(finding);
        if (row < 0) continue;
        findings.push_back(isConcerned ? std::make_shared<const Finding>(teller.tell(result.rows.at(row))) : finding);
        rows.push_back(row);
        if (isConcerned) kept.come.push_back(findings.back());
    }
    if (!come.empty()) insert(std::move(come), findings, rows);
    kept.part = FindingPart::inOrder(std::move(findings), std::move(rows));
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
    questions_->follow(words_.moved(), words_.changed());
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

FindingList FindingBuilder::list(const model::Model& model, const std::vector<RuleProblem>& problems, const RulePack& pack,
                                 const QDate& today) const {
    Findings others;
    for (Finding& finding : missing_.findings(model, pack))
        others.push_back(std::make_shared<const Finding>(std::move(finding)));
    for (const RuleProblem& problem : problems) others.push_back(std::make_shared<const Finding>(aboutProblem(problem)));
    std::vector<FindingPart> parts;
    for (const Kept& kept : kept_) parts.push_back(kept.part);
    return listed(std::move(parts), std::move(others), model, today);
}

} // namespace sallyport::rules
