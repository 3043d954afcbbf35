// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Catalogue.h"
#include "rules/ControlMapping.h"
#include "rules/Finding.h"
#include "rules/RuleRows.h"

#include <QList>

#include <map>
#include <memory>

namespace sallyport::rules {

/// What the model indicates about a control, for one element or rolled up. Never "compliant".
enum class CoverageStatus { Satisfied, Violated, Partial, Unknown, NotApplicable };
/// "satisfied", "violated", "partial", "unknown", "not_applicable".
QString coverageStatusWord(CoverageStatus status);
QString coverageStatusLabel(CoverageStatus status);

struct CoverageCounts {
    int satisfied = 0;
    int violated = 0;
    int partial = 0;
    int unknown = 0;
    int notApplicable = 0; ///< Of a framework's controls; never of a control's elements.

    int total() const { return satisfied + violated + partial + unknown; }
    int& operator[](CoverageStatus status);
    /// "7 satisfied, 2 unknown"; empty counts are left out.
    QString text() const;
    friend bool operator==(const CoverageCounts&, const CoverageCounts&) = default;
};

struct CoverageElement {
    QString id;
    CoverageStatus status = CoverageStatus::Unknown;
    QString because; ///< "TBM-101", or what is missing; empty if satisfied.
};

/// What a rule said of the model, kept so that a status can be explained (CoverageReasons.h).
struct RuleStatement {
    QString rule;
    QString title;
    QString says;
    QStringList columns;
    std::shared_ptr<KnownIds> ids; ///< Those of its rows, at least.
    QList<RuleRow> rows;
    bool usable = false; ///< Else the rule is missing or broken, and what it looks for is unknown.
};

struct ControlCoverage {
    ControlRef control;
    QString title;
    CoverageStatus status = CoverageStatus::Unknown;
    CoverageCounts counts; ///< Of elements.
    QList<CoverageElement> elements;
    QStringList rules;                 ///< Of the mapping, and those whose controls name it.
    QStringList violatedBy, partialBy; ///< Those of them that decide the status.
    QStringList undecided;             ///< What these rules do not decide, in words.
    QString problem;                   ///< Its scope cannot be read; then it is unknown. Empty otherwise.
    QString attest;
    bool attested = false;             ///< A valid attestation exists (where none is asked for, too, if there is one).
    std::vector<QString> attestations; ///< Ids of all there are, valid or expired.
    bool attestationExpired = false;   ///< There are some, and none is valid.
};

struct FrameworkCoverage {
    QString id;
    QString title;
    QString version;
    QString credit;
    std::shared_ptr<const Catalogue> catalogue; ///< Null if there is none for it.
    CoverageCounts counts;                      ///< Of controls.
    std::vector<ControlCoverage> controls;
};

/// What the catalogue asks one by one and nothing is mapped to, in its order: without a status
/// (reasonWithoutMapping). Groups of controls and withdrawn ones are not among them.
std::vector<const CatalogueControl*> withoutMapping(const FrameworkCoverage& framework);

/// Of the frameworks the model is asked about.
struct Coverage {
    std::vector<FrameworkCoverage> frameworks;
    /// By rule id, of every rule that decides a status here. Never null once built.
    std::shared_ptr<const std::map<QString, RuleStatement>> said;

    const FrameworkCoverage* find(QStringView framework) const;
    const ControlCoverage* find(const ControlRef& control) const;
};

/// A cell of the matrix of controls by component: the elements that count there.
struct MatrixCell {
    CoverageCounts counts;
    CoverageStatus status = CoverageStatus::NotApplicable;
};
/// Rows: components, and zones where a control's scope has zones; columns: the controls of one framework.
/// A flow counts at its target, a secret at its holders, an identity at its components, a grant at its identity's
/// components, a data asset at those that store it.
struct CoverageMatrix {
    QStringList rows;
    std::vector<ControlRef> columns;
    std::vector<MatrixCell> cells; ///< Row by row.

    const MatrixCell& at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};
CoverageMatrix coverageMatrix(const model::Model& model, const FrameworkCoverage& framework);

} // namespace sallyport::rules
