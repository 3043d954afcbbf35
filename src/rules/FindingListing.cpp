// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingListing.h"

#include <QSet>

#include <algorithm>

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

/// Findings of one rule that have the same status and severity. They are in order already.
struct Run {
    const FindingPart* part;
    std::size_t first, count;
    const Finding& head() const { return *(*part->findings)[first]; }
};

std::vector<Run> runsOf(const std::vector<FindingPart>& parts) {
    std::vector<Run> runs;
    for (const FindingPart& part : parts)
        for (std::size_t i = 0; i < part.starts.size(); ++i) {
            const std::size_t end = i + 1 < part.starts.size() ? part.starts[i + 1] : part.findings->size();
            runs.push_back({&part, part.starts[i], end - part.starts[i]});
        }
    std::stable_sort(runs.begin(), runs.end(), [](const Run& left, const Run& right) {
        const Finding& a = left.head();
        const Finding& b = right.head();
        if (a.status != b.status) return a.status == FindingStatus::Violated;
        return a.severity != b.severity ? a.severity > b.severity : a.rule < b.rule;
    });
    return runs;
}

} // namespace

FindingList listed(std::vector<FindingPart> ofRules, Findings others, const model::Model& model, const QDate& today) {
    const Decisions decisions(model, today);
    for (FindingPart& part : ofRules)
        if (!part.starts.empty() && decisions.areAbout(part.findings->front()->rule))
            part.findings = decisions.decided(*part.findings);
    FindingPart rest = FindingPart::of(std::move(others), {});
    rest.findings = decisions.decided(*rest.findings);
    ofRules.push_back(std::move(rest));
    FindingList list;
    for (const Run& run : runsOf(ofRules)) list.append(run.part->findings, run.first, run.count);
    return list;
}

} // namespace sallyport::rules
