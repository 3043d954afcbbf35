// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/MissingAnswers.h"

#include "rules/FrameworkChoice.h"
#include "rules/Questions.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

struct Group {
    QStringList elements;
    std::vector<std::pair<QString, int>> attributes; ///< And how many findings wait for each.
};

} // namespace

const QStringList& MissingAnswers::Missing::sorted() const {
    if (inOrder.isEmpty()) {
        inOrder = elements.keys();
        inOrder.sort();
    }
    return inOrder;
}

void MissingAnswers::Missing::change(const QString& element, int by) {
    const auto at = elements.find(element);
    const auto place = [&] { return std::lower_bound(inOrder.begin(), inOrder.end(), element); };
    if (at == elements.end()) {
        elements.insert(element, by);
        if (!inOrder.isEmpty()) inOrder.insert(place(), element);
        return;
    }
    *at += by;
    if (*at != 0) return;
    elements.erase(at);
    if (!inOrder.isEmpty()) inOrder.erase(place());
}

/// `by`: 1, or -1 if it was added before.
void MissingAnswers::change(const Finding& finding, int by) {
    Missing* missing = nullptr;
    const QString* attribute = nullptr;
    for (const Question& question : finding.asks) { // those about one attribute follow each other
        if (!attribute || *attribute != question.attribute) {
            attribute = &question.attribute;
            missing = &all_[*attribute];
            missing->findings += by;
        }
        missing->change(question.element, by);
    }
}

void MissingAnswers::change(const MissingAnswers& others, int by) {
    for (const auto& [attribute, theirs] : others.all_) {
        Missing& missing = all_[attribute];
        missing.findings += by * theirs.findings;
        for (auto element = theirs.elements.cbegin(); element != theirs.elements.cend(); ++element)
            missing.change(element.key(), by * element.value());
    }
}

void MissingAnswers::add(const Finding& finding) { change(finding, 1); }
void MissingAnswers::remove(const Finding& finding) { change(finding, -1); }
void MissingAnswers::add(const MissingAnswers& others) { change(others, 1); }
void MissingAnswers::remove(const MissingAnswers& others) { change(others, -1); }

std::vector<Finding> MissingAnswers::findings(const model::Model& model, const RulePack& pack) const {
    std::vector<Group> groups;
    for (const auto& [attribute, what] : all_) {
        if (what.findings == 0) continue;
        const QStringList& elements = what.sorted();
        const auto same =
            std::find_if(groups.begin(), groups.end(), [&elements](const Group& g) { return g.elements == elements; });
        Group& group = same == groups.end() ? groups.emplace_back(Group{elements, {}}) : *same;
        group.attributes.emplace_back(attribute, what.findings);
    }
    Rule rule;
    rule.id = QStringLiteral("TBM-607");
    rule.controls = {{QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-02")},
                     {QStringLiteral("nist-csf-2.0"), QStringLiteral("ID.AM-03")}};
    const QList<ControlRef> controls = askedControls(model, pack, rule);
    Names names(model);
    std::vector<Finding> findings;
    for (const Group& group : groups) {
        Finding finding;
        finding.rule = rule.id;
        finding.title = QStringLiteral("Not assessable: required attributes missing");
        finding.severity = Severity::Info;
        finding.severityReason = QStringLiteral("unknown must not read as safe");
        finding.elements = group.elements;
        QStringList said;
        for (const auto& [attribute, waiting] : group.attributes)
            said.append(QStringLiteral("\"%1\" of %2; %3 on it")
                            .arg(attributeLabel(attribute),
                                 said.isEmpty() ? names.of(finding.elements) : QStringLiteral("the same"),
                                 waiting == 1 ? QStringLiteral("1 finding depends")
                                              : QStringLiteral("%1 findings depend").arg(waiting)));
        finding.text = QStringLiteral("Not answered, %1.").arg(said.join(QStringLiteral("; ")));
        finding.fix = QStringLiteral("Answer it in the inspector; \"none\" is an answer, too.");
        finding.controls = controls;
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace sallyport::rules
