// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Elements.h"
#include "model/Model.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>
#include <vector>

namespace sallyport::rules {

/// How bad, rising. None: a check, counted by controls and never listed as a finding.
enum class Severity { None, Info, Low, Medium, High, Critical };
inline constexpr int severityCount = 6;

/// "critical", as in rule files, JSON and --fail-on.
QString severityWord(Severity severity);
/// "Critical", for people.
QString severityLabel(Severity severity);
std::optional<Severity> severityFromWord(QStringView word);

/// A control of a framework: {"owasp-nhi-2025", "NHI2:2025"}.
struct ControlRef {
    QString framework;
    QString id;

    friend bool operator==(const ControlRef&, const ControlRef&) = default;
    friend bool operator<(const ControlRef& a, const ControlRef& b) {
        return a.framework != b.framework ? a.framework < b.framework : a.id < b.id;
    }
};

enum class FindingStatus { Violated, Unknown };
/// "violated", "unknown".
QString findingStatusWord(FindingStatus status);

/// An unanswered question that keeps a finding from being decided.
struct Question {
    QString element;   ///< Id of the element to ask about; for a relation (holding) that of its first element.
    QString attribute; ///< As in the rule file: "secret.purpose", "component.function.rate_limit".
    QString label;     ///< For people: "purpose of Web client secret".

    friend bool operator==(const Question&, const Question&) = default;
};

/// A fix that can be applied with one click: document::Editor::run(sql, parameters) inside one edit.
struct FindingEdit {
    QString sql;
    QMap<QString, QString> parameters;
};

/// What one rule says about some elements of one model. Rules and severities: findings.json of the design, as
/// rule files under resources/rules.
struct Finding {
    QString rule;  ///< "TBM-101"
    QString title; ///< The rule's.
    FindingStatus status = FindingStatus::Violated;
    Severity severity = Severity::Medium;
    QString severityReason;
    QStringList elements; ///< Ids, in the order of the rule's columns; with the rule they are the identity.
    QString text;         ///< A sentence naming the elements.
    QString fix;
    QList<ControlRef> controls; ///< Those of the rule and those whose mapping names the rule, of frameworks that are asked.
    QList<Question> asks;       ///< Of an unknown one: what to answer first.
    std::optional<FindingEdit> edit;
    std::optional<model::Decision> decision; ///< As recorded, expired or not.
    bool decisionStands = false;             ///< There is one, it is not "open", and it has not expired.

    /// As in model::Decision::elements.
    QString elementKey() const { return elements.join(QLatin1Char(' ')); }
    /// Stable over runs, and over renaming and moving elements.
    QString id() const { return rule + QLatin1Char(' ') + elementKey(); }
    /// Violated, and nobody has decided to leave it so.
    bool isOpen() const { return status == FindingStatus::Violated && !decisionStands; }
};

/// Order of lists: violated before unknown, worst first, then rule, then elements. Total, so the same model always
/// gives the same list.
bool findingBefore(const Finding& a, const Finding& b);

class FindingList;

/// How many findings stand at each severity: violated ones without a standing decision.
struct SeverityCounts {
    int of[severityCount] = {};
    int unknown = 0;
    int decided = 0;

    int operator[](Severity severity) const { return of[static_cast<int>(severity)]; }
};
SeverityCounts countFindings(const FindingList& findings);

} // namespace sallyport::rules
