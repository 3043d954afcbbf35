// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Document.h"
#include "rules/Coverage.h"
#include "rules/FindingList.h"

#include <QDate>

namespace sallyport::rules {

// What people decide about findings and vouch for about controls. Nothing here changes a status: a finding that is
// accepted stays violated, an attestation only completes a control whose elements satisfy it. Both hang on ids, so that
// they survive renaming and moving, and outlive what they are about.

/// How a date of expiry stands today.
struct Expiry {
    enum class State { None, Later, Soon, Expired };
    State state = State::None;
    int days = 0; ///< Until the last day it stands; negative: since then.

    /// Whether it still counts: on its last day it does.
    bool stands() const { return state != State::Expired; }
};
/// Soon: within so many days.
inline constexpr int soonDays = 30;
/// An unreadable date is one that has passed: nobody can tell until when it stands.
Expiry expiryOf(const model::Text& expiresAt, const QDate& today, int soon = soonDays);
/// "expires in 5 days", "expires today", "expired 3 days ago", "does not expire".
QString expiryText(const Expiry& expiry);

/// Records a decision, or changes the one about the same rule and elements. Needs a reason, an owner and a last day that
/// is not past; "open" needs none of them. One undoable step, like all below.
Expected<void> decide(document::Document& document, const model::Decision& decision, const QDate& today);
/// The same of several in one step: all of them, or none if one lacks something.
Expected<void> decide(document::Document& document, const std::vector<model::Decision>& decisions, const QDate& today);
/// Takes it back, as if nobody had decided.
Expected<void> withdrawDecision(document::Document& document, const QString& rule, const QString& elements);
/// The same of several in one step.
Expected<void> withdrawDecisions(document::Document& document, const std::vector<model::Decision>& decisions);

/// Records an attestation (then its id is empty, and the new one is returned) or changes the one of its id. Needs a
/// control that exists, an element of the model or none (the whole model), a statement, by whom, and a last day, if any,
/// that is not past. A SHA-256 must be 64 hexadecimal digits, and come with the file's name as evidence.
Expected<model::AttestationId> attest(document::Document& document, model::Attestation attestation, const Catalogue& catalogue,
                                      const QDate& today);
Expected<void> withdrawAttestation(document::Document& document, const model::AttestationId& id);

/// A reference to a file as evidence: its name, without the folder, and the SHA-256 of its bytes. The file itself is
/// neither kept nor copied.
struct EvidenceFile {
    QString name;
    QString sha256;
};
Expected<EvidenceFile> evidenceOf(const QString& path);
/// Whether the file at `path` is the one an attestation refers to.
Expected<bool> isEvidence(const model::Attestation& attestation, const QString& path);

// Questions people ask of the list.

/// Violated, and nobody has decided, or the decision no longer stands.
inline bool isUndecided(const Finding& finding) { return finding.isOpen(); }
/// A standing decision whose last day is within so many days, or one that has passed.
bool isExpiring(const Finding& finding, const QDate& today, int days);
/// Somebody owns or has taken the decision; names are compared without case.
bool isOf(const Finding& finding, const QString& person);

/// The same of attestations.
bool isExpiring(const model::Attestation& attestation, const QDate& today, int days);
bool isOf(const model::Attestation& attestation, const QString& person);

/// Decisions about what is no finding (any more): mended, or the elements are gone. They stay until somebody takes them
/// back. In their order.
std::vector<model::Decision> settledDecisions(const model::Model& model, const FindingList& findings);

} // namespace sallyport::rules
