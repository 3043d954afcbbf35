// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoverageReasons.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

QString withStop(QString text) {
    if (!text.isEmpty() && !text.endsWith(u'.')) text += u'.';
    return text;
}

QString listOf(const QStringList& words) { return words.join(QStringLiteral(", ")); }

/// The first row's sentence, and how many more there are.
QString told(const std::vector<ReasonRow>& rows) {
    QString text = withStop(rows.front().text);
    if (rows.size() > 1) text += QStringLiteral(" And %1 more.").arg(rows.size() - 1);
    return text;
}

QStringList idsWith(const ControlCoverage& control, CoverageStatus status) {
    QStringList ids;
    for (const CoverageElement& element : control.elements)
        if (element.status == status) ids.append(element.id);
    return ids;
}

} // namespace

CoverageReasons::CoverageReasons(const model::Model& model, const Coverage& coverage) : coverage_(coverage), names_(model) {}

const CoverageReasons::RowsAt& CoverageReasons::rowsOf(const QString& rule) const {
    const auto known = at_.constFind(rule);
    if (known != at_.constEnd()) return *known;
    RowsAt& at = at_[rule];
    const auto statement = coverage_.said ? coverage_.said->find(rule) : decltype(coverage_.said->end())();
    if (!coverage_.said || statement == coverage_.said->end()) return at;
    for (qsizetype i = 0; i < statement->second.rows.size(); ++i) {
        const QStringList elements = statement->second.rows.at(i).elements();
        for (const QString& element : elements) at[element].push_back(i);
        if (elements.size() > 1) at[elements.join(u' ')].push_back(i);
    }
    return at;
}

std::vector<ReasonRow> CoverageReasons::rows(const QStringList& rules, const QString& element, bool violated) const {
    std::vector<ReasonRow> all;
    for (const QString& rule : rules) {
        for (const qsizetype index : rowsOf(rule).value(element)) {
            const RuleStatement& statement = coverage_.said->at(rule);
            const RuleRow& row = statement.rows.at(index);
            if (row.violated != violated) continue;
            // A check has no sentence of its own: its title says what it looks for.
            const QString text = statement.says.isEmpty()
                                     ? QStringLiteral("%1: %2.").arg(names_.of(row.elements()), statement.title)
                                     : sentence(names_, statement.says, statement.columns, row);
            all.push_back({rule, statement.title, violated, row.elements(), text});
        }
    }
    return all;
}

CoverageReason CoverageReasons::of(const ControlCoverage& control, const CoverageElement& element) const {
    const QString name = names_.of(element.id);
    if (element.status == CoverageStatus::Violated) {
        auto all = rows(control.violatedBy, element.id, true);
        if (!all.empty()) return {told(all), std::move(all)};
    }
    if (element.status == CoverageStatus::Partial) {
        auto all = rows(control.partialBy, element.id, true);
        if (!all.empty()) return {QStringLiteral("In part: ") + told(all), std::move(all)};
    }
    const QStringList deciding = control.violatedBy + control.partialBy;
    if (element.status == CoverageStatus::Unknown) {
        QStringList missing;
        for (const QString& rule : deciding)
            if (!coverage_.said || !coverage_.said->contains(rule) || !coverage_.said->at(rule).usable) missing.append(rule);
        auto all = rows(deciding, element.id, false);
        if (!missing.isEmpty())
            return {
                QStringLiteral("Not decided for %1: %2 cannot be used or is not among the rules.").arg(name, listOf(missing)),
                std::move(all)};
        if (!all.empty()) {
            QStringList titles;
            for (const ReasonRow& row : all) titles.append(row.title);
            titles.removeDuplicates();
            return {QStringLiteral("Not decided for %1: an answer is missing for \"%2\".")
                        .arg(name, titles.join(QStringLiteral("\", \""))),
                    std::move(all)};
        }
        return {withStop(QStringLiteral("Not decided for %1: %2").arg(name, element.because)), {}};
    }
    if (deciding.isEmpty()) return {QStringLiteral("Somebody vouches for %1.").arg(name), {}};
    if (deciding.size() == 1)
        return {QStringLiteral("%1 looks for what would violate it, and does not name %2.").arg(deciding.front(), name), {}};
    return {QStringLiteral("%1 rules look for what would violate it, and none names %2: %3.")
                .arg(deciding.size())
                .arg(name, listOf(deciding)),
            {}};
}

QString CoverageReasons::of(const ControlCoverage& control) const {
    const int total = control.counts.total();
    const QString attest = control.attest.isEmpty() || control.attested ? QString()
                           : control.attestationExpired
                               ? QStringLiteral(" Its attestation has expired: %1.").arg(control.attest)
                               : QStringLiteral(" Nobody has attested: %1.").arg(control.attest);
    if (!control.problem.isEmpty()) return QStringLiteral("Its scope cannot be read. %1").arg(control.problem);
    switch (control.status) {
        case CoverageStatus::NotApplicable:
            return QStringLiteral("Nothing of the model is in its scope.");
        case CoverageStatus::Violated:
            return (control.counts.violated == 1 ? QStringLiteral("%1 of %2 violates it: %3.")
                                                 : QStringLiteral("%1 of %2 violate it: %3."))
                .arg(control.counts.violated)
                .arg(total)
                .arg(names_.of(idsWith(control, CoverageStatus::Violated)));
        case CoverageStatus::Unknown:
            return control.undecided.isEmpty()
                       ? QStringLiteral("None of the %1 in its scope can be decided.").arg(total) + attest
                       : QStringLiteral("No rule decides: %1.").arg(control.undecided.join(QStringLiteral("; "))) + attest;
        case CoverageStatus::Satisfied:
            return QStringLiteral("All %1 in its scope satisfy it.").arg(total);
        case CoverageStatus::Partial:
            break;
    }
    return QStringLiteral("Of %1 in its scope: %2.").arg(total).arg(control.counts.text()) + attest;
}

} // namespace sallyport::rules
