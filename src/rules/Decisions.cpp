// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Decisions.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace sallyport::rules {

namespace {

bool isGiven(const model::Text& text) { return text && !text->trimmed().isEmpty(); }

bool samePerson(const model::Text& text, const QString& person) {
    return text && !person.trimmed().isEmpty() && text->trimmed().compare(person.trimmed(), Qt::CaseInsensitive) == 0;
}

std::optional<Error> wrongDay(const model::Text& expiresAt, const QDate& today) {
    if (!expiresAt) return std::nullopt;
    const QString remedy = QStringLiteral("Give the last day it stands, as in 2027-03-31.");
    if (!QDate::fromString(expiresAt->left(10), Qt::ISODate).isValid())
        return Error{QStringLiteral("\"%1\" is no day.").arg(expiresAt->left(40)), QStringLiteral("expires_at"), remedy};
    if (!expiryOf(expiresAt, today).stands())
        return Error{QStringLiteral("The day %1 is past.").arg(*expiresAt), QStringLiteral("expires_at"), remedy};
    return std::nullopt;
}

std::optional<Error> objection(const model::Decision& decision, const QDate& today) {
    if (decision.rule.isEmpty())
        return Error{QStringLiteral("A decision is about a rule's finding."), QStringLiteral("rule"), {}};
    if (decision.status == model::DecisionStatus::Open) return std::nullopt;
    if (!isGiven(decision.reason))
        return Error{QStringLiteral("A decision needs a reason."), QStringLiteral("reason"), QStringLiteral("Say why.")};
    if (!isGiven(decision.owner))
        return Error{QStringLiteral("A decision needs an owner."), QStringLiteral("owner"),
                     QStringLiteral("Say who answers for it.")};
    if (!decision.expiresAt)
        return Error{QStringLiteral("A decision needs a last day."), QStringLiteral("expires_at"),
                     QStringLiteral("Give the last day it stands, as in 2027-03-31.")};
    return wrongDay(decision.expiresAt, today);
}

std::optional<Error> objection(const model::Model& model, const model::Attestation& attestation, const Catalogue& catalogue,
                               const QDate& today) {
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    if (attestation.framework != catalogue.id || !catalogue.find(attestation.control))
        return Error{QStringLiteral("There is no control \"%1\" in %2.").arg(attestation.control, catalogue.title),
                     QStringLiteral("control"), QStringLiteral("Choose one of the catalogue.")};
    if (!attestation.element.isEmpty() && model::elementKind(model, attestation.element) == model::ElementKind::None)
        return Error{QStringLiteral("The model has no element \"%1\".").arg(attestation.element), QStringLiteral("element"),
                     QStringLiteral("Name an element, or none for the whole model.")};
    if (attestation.statement.trimmed().isEmpty())
        return Error{QStringLiteral("An attestation needs a statement."), QStringLiteral("statement"),
                     QStringLiteral("Say what is so.")};
    if (!isGiven(attestation.byWhom))
        return Error{QStringLiteral("An attestation needs somebody who gives it."), QStringLiteral("by"),
                     QStringLiteral("Say who vouches for it.")};
    if (attestation.evidenceSha256 && (!sha256.match(*attestation.evidenceSha256).hasMatch() || !isGiven(attestation.evidence)))
        return Error{QStringLiteral("A SHA-256 is 64 hexadecimal digits, beside the name of its file."),
                     QStringLiteral("evidence_sha256"), QStringLiteral("Attach the file again.")};
    return wrongDay(attestation.expiresAt, today);
}

/// "TBM-301", "3 findings".
QString aboutText(const std::vector<model::Decision>& decisions) {
    return decisions.size() == 1 ? decisions.front().rule : QStringLiteral("%1 findings").arg(decisions.size());
}

} // namespace

Expiry expiryOf(const model::Text& expiresAt, const QDate& today, int soon) {
    if (!expiresAt) return {};
    const QDate last = QDate::fromString(expiresAt->left(10), Qt::ISODate);
    if (!last.isValid()) return {Expiry::State::Expired, 0};
    const auto days = static_cast<int>(today.daysTo(last));
    if (days < 0) return {Expiry::State::Expired, days};
    return {days <= soon ? Expiry::State::Soon : Expiry::State::Later, days};
}

QString expiryText(const Expiry& expiry) {
    const auto daysText = [](int days) { return days == 1 ? QStringLiteral("1 day") : QStringLiteral("%1 days").arg(days); };
    switch (expiry.state) {
        case Expiry::State::None:
            return QStringLiteral("does not expire");
        case Expiry::State::Expired:
            return expiry.days == 0 ? QStringLiteral("expired") : QStringLiteral("expired %1 ago").arg(daysText(-expiry.days));
        case Expiry::State::Later:
        case Expiry::State::Soon:
            break;
    }
    return expiry.days == 0 ? QStringLiteral("expires today") : QStringLiteral("expires in %1").arg(daysText(expiry.days));
}

Expected<void> decide(document::Document& document, const model::Decision& decision, const QDate& today) {
    return decide(document, std::vector{decision}, today);
}

Expected<void> decide(document::Document& document, const std::vector<model::Decision>& decisions, const QDate& today) {
    std::vector<model::Decision> kept = decisions;
    for (model::Decision& decision : kept) {
        if (const auto wrong = objection(decision, today)) return tl::unexpected<Error>(*wrong);
        if (!decision.decidedAt) decision.decidedAt = today.toString(Qt::ISODate);
    }
    return document.edit(QStringLiteral("Decide about %1").arg(aboutText(kept)), [&kept](document::Editor& editor) {
        for (const model::Decision& decision : kept) editor.put(decision);
    });
}

Expected<void> withdrawDecision(document::Document& document, const QString& rule, const QString& elements) {
    const model::Decision* decision = document.model().decisions.find({rule, elements});
    if (!decision) return refuse(QStringLiteral("There is no decision about this finding of %1.").arg(rule), {}, {});
    return withdrawDecisions(document, {*decision});
}

Expected<void> withdrawDecisions(document::Document& document, const std::vector<model::Decision>& decisions) {
    return document.edit(QStringLiteral("Take back the decision about %1").arg(aboutText(decisions)),
                         [&decisions](document::Editor& editor) {
                             for (const model::Decision& decision : decisions) editor.erase(decision);
                         });
}

Expected<model::AttestationId> attest(document::Document& document, model::Attestation attestation, const Catalogue& catalogue,
                                      const QDate& today) {
    if (const auto wrong = objection(document.model(), attestation, catalogue, today)) return tl::unexpected<Error>(*wrong);
    if (attestation.id.isEmpty())
        attestation.id = document::Editor::newId<model::Attestation>();
    else if (!document.model().attestations.contains(attestation.id))
        return refuse(QStringLiteral("The attestation is gone."), {}, QStringLiteral("Give a new one."));
    if (!attestation.givenAt) attestation.givenAt = today.toString(Qt::ISODate);
    const auto done = document.edit(QStringLiteral("Attest %1").arg(attestation.control),
                                    [&attestation](document::Editor& editor) { editor.put(attestation); });
    if (!done) return tl::unexpected<Error>(done.error());
    return attestation.id;
}

Expected<void> withdrawAttestation(document::Document& document, const model::AttestationId& id) {
    const model::Attestation* attestation = document.model().attestations.find(id);
    if (!attestation) return refuse(QStringLiteral("The attestation is gone already."), {}, {});
    return document.edit(QStringLiteral("Take back the attestation of %1").arg(attestation->control),
                         [old = *attestation](document::Editor& editor) { editor.erase(old); });
}

Expected<EvidenceFile> evidenceOf(const QString& path) {
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("The file cannot be read."), path, QStringLiteral("Check its name and your rights."));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return refuse(QStringLiteral("The file cannot be read to its end."), path, QStringLiteral("Try again."));
    return EvidenceFile{QFileInfo(path).fileName(), QString::fromLatin1(hash.result().toHex())};
}

Expected<bool> isEvidence(const model::Attestation& attestation, const QString& path) {
    const auto file = evidenceOf(path);
    if (!file) return tl::unexpected<Error>(file.error());
    return attestation.evidenceSha256 == file->sha256;
}

bool isExpiring(const Finding& finding, const QDate& today, int days) {
    if (!finding.decision || finding.decision->status == model::DecisionStatus::Open) return false;
    const Expiry::State state = expiryOf(finding.decision->expiresAt, today, days).state;
    return state == Expiry::State::Soon || state == Expiry::State::Expired;
}

bool isOf(const Finding& finding, const QString& person) {
    return finding.decision && (samePerson(finding.decision->owner, person) || samePerson(finding.decision->decidedBy, person));
}

bool isExpiring(const model::Attestation& attestation, const QDate& today, int days) {
    const Expiry::State state = expiryOf(attestation.expiresAt, today, days).state;
    return state == Expiry::State::Soon || state == Expiry::State::Expired;
}

bool isOf(const model::Attestation& attestation, const QString& person) { return samePerson(attestation.byWhom, person); }

std::vector<model::Decision> settledDecisions(const model::Model& model, const FindingList& findings) {
    QSet<QString> current;
    for (const Finding& finding : findings) current.insert(finding.id());
    std::vector<model::Decision> settled;
    for (const model::Decision& decision : model.decisions)
        if (!current.contains(decision.rule + u' ' + decision.elements)) settled.push_back(decision);
    return settled;
}

} // namespace sallyport::rules
