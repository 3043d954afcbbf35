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
    if (inOrder.size() != elements.size()) {
        inOrder = elements.keys();
        inOrder.sort();
    }
    return inOrder;
}

void MissingAnswers::add(const Finding& finding) {
    Missing* missing = nullptr;
    const QString* attribute = nullptr;
    for (const Question& question : finding.asks) { // those about one attribute follow each other
        if (!attribute || *attribute != question.attribute) {
            attribute = &question.attribute;
            missing = &all_[*attribute];
            ++missing->findings;
        }
        ++missing->elements[question.element];
        missing->inOrder.clear();
    }
}

void MissingAnswers::remove(const Finding& finding) {
    auto missing = all_.end();
    for (const Question& question : finding.asks) {
        if (missing == all_.end() || missing->first != question.attribute) {
            missing = all_.find(question.attribute);
            --missing->second.findings;
        }
        const auto element = missing->second.elements.find(question.element);
        missing->second.inOrder.clear();
        if (--*element == 0) missing->second.elements.erase(element);
    }
    std::erase_if(all_, [](const auto& each) { return each.second.findings == 0; });
}

void MissingAnswers::add(const MissingAnswers& others, const QString& attribute) {
    const auto at = others.all_.find(attribute);
    if (at == others.all_.end()) return;
    Missing& missing = all_[attribute];
    for (auto element = at->second.elements.keyBegin(); element != at->second.elements.keyEnd(); ++element)
        missing.elements.insert(*element, 1);
    missing.inOrder.clear();
    missing.findings += at->second.findings;
}

QSet<QString> MissingAnswers::attributes() const {
    QSet<QString> attributes;
    for (const auto& [attribute, missing] : all_) attributes.insert(attribute);
    return attributes;
}

std::vector<Finding> MissingAnswers::findings(const model::Model& model, const RulePack& pack) const {
    std::vector<Group> groups;
    for (const auto& [attribute, what] : all_) {
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
            said.append(
                QStringLiteral("\"%1\" of %2; %3 finding(s) depend on it")
                    .arg(attributeLabel(attribute), said.isEmpty() ? names.of(finding.elements) : QStringLiteral("the same"))
                    .arg(waiting));
        finding.text = QStringLiteral("Not answered, %1.").arg(said.join(QStringLiteral("; ")));
        finding.fix = QStringLiteral("Answer it in the inspector; \"none\" is an answer, too.");
        finding.controls = controls;
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace sallyport::rules
