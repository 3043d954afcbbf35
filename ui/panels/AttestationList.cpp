// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/AttestationList.h"

#include "charts/Words.h"
#include "dialogs/IDialogs.h"
#include "panels/AttestationDialog.h"
#include "panels/PanelParts.h"
#include "rules/Decisions.h"
#include "workspace/Workspace.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// Other people's text is never markup.
QLabel* plainLabel(const QString& text, Type type, bool isFaint) {
    auto* label = textLabel(text, type, false, true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isFaint) makeFaint(label);
    return label;
}

QPushButton* smallButton(const QString& text, const QString& spoken) {
    auto* button = new QPushButton(text);
    button->setAccessibleName(spoken);
    button->setAutoDefault(false);
    button->setFont(typeFont(Type::Hint));
    return button;
}

QString givenText(const model::Attestation& attestation) {
    QStringList said{AttestationList::tr("By %1").arg(attestation.byWhom.value_or(AttestationList::tr("somebody")))};
    if (attestation.givenAt) said << charts::dateText(*attestation.givenAt);
    return said.join(QStringLiteral(", "));
}

QString evidenceText(const model::Attestation& attestation) {
    if (!attestation.evidence) return AttestationList::tr("No evidence is named.");
    QString text = AttestationList::tr("Evidence: %1").arg(*attestation.evidence);
    if (attestation.evidenceSha256)
        text += AttestationList::tr(" (a file; SHA-256 %1…)").arg(attestation.evidenceSha256->left(12));
    return text;
}

} // namespace

AttestationList::AttestationList(Workspace& workspace, IDialogs& dialogs, QWidget* parent)
    : QWidget(parent), workspace_(workspace), dialogs_(dialogs) {
    auto* column = columnIn(this, 6, 0);
    title_ = textLabel(tr("What people attest"), Type::Question, true);
    column->addWidget(title_);
    asked_ = plainLabel({}, Type::Hint, false);
    column->addWidget(asked_);
    cards_ = new QVBoxLayout;
    cards_->setSpacing(8);
    column->addLayout(cards_);
    compared_ = plainLabel({}, Type::Hint, false);
    compared_->hide();
    column->addWidget(compared_);
    attest_ = new QPushButton(tr("Attest…"));
    column->addWidget(attest_, 0, Qt::AlignLeft);
    connect(attest_, &QPushButton::clicked, this, [this] { attest(nullptr); });
    show(nullptr);
}

void AttestationList::show(const rules::ControlCoverage* control) {
    setVisible(control != nullptr);
    while (QLayoutItem* item = cards_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    compared_->hide();
    if (control == nullptr) return;
    control_ = *control;
    asked_->setText(!control->attest.isEmpty()
                        ? control->attest
                        : tr("Its status follows from the model alone; an attestation is kept beside it."));
    for (const QString& id : control->attestations)
        if (const model::Attestation* given = workspace_.model().attestations.find({id})) cards_->addWidget(cardOf(*given));
    attest_->setText(control->attestations.empty() ? tr("Attest…") : tr("Attest once more…"));
}

QWidget* AttestationList::cardOf(const model::Attestation& attestation) {
    auto* card = new QWidget;
    auto* column = columnIn(card, 2, 0);
    column->addWidget(hairline());
    column->addWidget(plainLabel(attestation.statement, Type::Hint, false));
    if (!attestation.element.isEmpty())
        column->addWidget(plainLabel(tr("About %1").arg(workspace_.model().nameOf(attestation.element)), Type::Hint, true));
    column->addWidget(plainLabel(evidenceText(attestation), Type::Hint, true));
    column->addWidget(plainLabel(givenText(attestation), Type::Hint, true));
    const rules::Expiry expiry = rules::expiryOf(attestation.expiresAt, QDate::currentDate());
    const bool isUrgent = expiry.state == rules::Expiry::State::Soon || expiry.state == rules::Expiry::State::Expired;
    QString until = rules::expiryText(expiry);
    until[0] = until[0].toUpper();
    auto* due = plainLabel(until, Type::Hint, !isUrgent);
    if (isUrgent) {
        QPalette palette = due->palette();
        palette.setColor(QPalette::WindowText, expiry.stands() ? workspace_.theme().part : workspace_.theme().bad);
        due->setPalette(palette);
    }
    column->addWidget(due);
    column->addLayout(buttonsOf(attestation));
    return card;
}

QLayout* AttestationList::buttonsOf(const model::Attestation& attestation) {
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    const QString about = attestation.statement.left(60);
    auto* change = smallButton(tr("Change…"), tr("Change the attestation: %1").arg(about));
    auto* takeBack = smallButton(tr("Take back"), tr("Take back the attestation: %1").arg(about));
    line->addWidget(change);
    line->addWidget(takeBack);
    connect(change, &QPushButton::clicked, this, [this, id = attestation.id] {
        if (const model::Attestation* known = workspace_.model().attestations.find(id)) attest(known);
    });
    connect(takeBack, &QPushButton::clicked, this, [this, id = attestation.id] {
        if (const auto done = rules::withdrawAttestation(workspace_.document(), id); !done) workspace_.refuse(done.error());
    });
    if (attestation.evidenceSha256) {
        auto* compare = smallButton(tr("Compare file…"), tr("Compare a file with the evidence of: %1").arg(about));
        line->addWidget(compare);
        connect(compare, &QPushButton::clicked, this, [this, id = attestation.id] {
            if (const model::Attestation* known = workspace_.model().attestations.find(id)) compareFile(*known);
        });
    }
    line->addStretch(1);
    return line;
}

void AttestationList::attest(const model::Attestation* known) {
    const auto catalogue = workspace_.ruleSources().pack()->catalogue(control_.control.framework);
    if (!catalogue) return;
    const QDate today = QDate::currentDate();
    AttestationDialog dialog(control_, workspace_.model(), known, workspace_.person(), today, dialogs_, this);
    if (dialog.exec() != QDialog::Accepted) return;
    const model::Attestation attestation = dialog.attestation();
    const auto done = rules::attest(workspace_.document(), attestation, *catalogue, today);
    if (!done) return workspace_.refuse(done.error());
    if (known == nullptr) workspace_.setPerson(attestation.byWhom.value_or(QString()));
}

void AttestationList::compareFile(const model::Attestation& attestation) {
    const auto path = dialogs_.openFile(tr("Compare with the evidence"), {}, {{tr("All files"), {QStringLiteral("*")}}});
    if (!path) return;
    const auto same = rules::isEvidence(attestation, *path);
    if (!same) return dialogs_.refuse(tr("Compare with the evidence"), same.error());
    compared_->setText(*same ? tr("The file is the one that was attested.")
                             : tr("The file is not the one that was attested: its SHA-256 is another."));
    compared_->show();
}

} // namespace sallyport::ui
