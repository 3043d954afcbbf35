// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/FindingList.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace sallyport::rules {

/// SHA-256 of Finding::id(), in hexadecimal: the same finding in every output, however many elements it names.
QString fingerprint(const QString& findingId);

/// How a finding stands to an earlier check. Worse: it was there, but somebody had decided to leave it so, or an answer
/// was missing, or it was less severe.
enum class Since { New, Worse, Unchanged };
/// "new", "worse", "unchanged".
QString sinceWord(Since since);

/// A finding of an earlier check, as far as its output tells.
struct EarlierFinding {
    QString rule;
    QString text;
    Severity severity = Severity::Medium;
    bool open = false; ///< Finding::isOpen() at that time.
};

/// What an earlier check found: the output of `check --format json` or `--format sarif`, checked like any file.
class Baseline {
public:
    static Expected<Baseline> read(const QByteArray& json, const QString& where);

    qsizetype size() const { return findings_.size(); }
    const QMultiHash<QString, EarlierFinding>& findings() const { return findings_; }

private:
    QMultiHash<QString, EarlierFinding> findings_; ///< by fingerprint
};

/// A check against a baseline.
struct Comparison {
    std::vector<Since> since; ///< One per finding, in their order.
    std::vector<EarlierFinding> gone;

    int count(Since since) const;
    /// Whether `check --baseline --fail-on bar` fails: an open finding of that severity or above that is new or worse.
    bool reaches(const FindingList& findings, Severity bar) const;
};
Comparison compare(const FindingList& findings, const Baseline& baseline);

} // namespace sallyport::rules
