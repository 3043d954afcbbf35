// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/AttestationDialog.h"

#include "dialogs/IDialogs.h"
#include "panels/PanelParts.h"
#include "rules/Decisions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

AttestationDialog::AttestationDialog(const rules::ControlCoverage& control, const model::Model& model,
                                     const model::Attestation* known, const QString& person, const QDate& today,
                                     IDialogs& dialogs, QWidget* parent)
    : QDialog(parent), today_(today), dialogs_(dialogs), form_(*this, control.title, known ? tr("Change") : tr("Attest")) {
    setWindowTitle(tr("Attest %1").arg(control.control.id));
    if (known) attestation_ = *known;
    attestation_.framework = control.control.framework;
    attestation_.control = control.control.id;
    element_ = new QComboBox;
    addElements(control, model);
    statement_ = textField(known ? known->statement : QString());
    statement_->setPlaceholderText(control.attest.isEmpty() ? tr("What is so")
                                                            : tr("What is so about: %1").arg(control.attest));
    who_ = new QLineEdit(known ? known->byWhom.value_or(QString()) : person);
    expiry_ = new DayField(today, attestation_.expiresAt);
    expires_ = new QCheckBox(tr("Only until"));
    expires_->setAccessibleDescription(tr("Afterwards it no longer counts, and says so."));
    expires_->setChecked(!known || known->expiresAt);
    auto* until = new QHBoxLayout;
    until->addWidget(expires_);
    until->addWidget(expiry_, 1);
    form_.rows->addRow(tr("&About"), element_);
    form_.rows->addRow(tr("&Statement"), statement_);
    form_.rows->addRow(tr("E&vidence"), buildEvidence());
    form_.rows->addRow(tr("By &whom"), who_);
    auto* untilName = new QLabel(tr("&Expires"));
    untilName->setBuddy(expires_);
    form_.rows->addRow(untilName, until);
    connect(statement_, &QPlainTextEdit::textChanged, this, &AttestationDialog::check);
    connect(who_, &QLineEdit::textChanged, this, &AttestationDialog::check);
    connect(expires_, &QCheckBox::toggled, expiry_, &QWidget::setEnabled);
    connect(expires_, &QCheckBox::toggled, this, &AttestationDialog::check);
    connect(expiry_, &DayField::changed, this, &AttestationDialog::check);
    expiry_->setEnabled(expires_->isChecked());
    showEvidence();
    check();
}

void AttestationDialog::addElements(const rules::ControlCoverage& control, const model::Model& model) {
    element_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    element_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    element_->addItem(tr("The whole model"), QString());
    for (const rules::CoverageElement& element : control.elements) element_->addItem(model.nameOf(element.id), element.id);
    int known = element_->findData(attestation_.element);
    if (known < 0) { // Given when the element was in the control's scope.
        element_->addItem(model.nameOf(attestation_.element), attestation_.element);
        known = element_->count() - 1;
    }
    element_->setCurrentIndex(known);
}

QWidget* AttestationDialog::buildEvidence() {
    auto* box = new QWidget;
    auto* column = columnIn(box, 4, 0);
    auto* line = new QHBoxLayout;
    evidence_ = new QLineEdit(attestation_.evidence.value_or(QString()));
    evidence_->setPlaceholderText(tr("Link, ticket or document; may stay empty"));
    evidence_->setAccessibleName(tr("Evidence"));
    attach_ = new QPushButton(tr("&File…"));
    attach_->setToolTip(tr("Keeps the file's name and SHA-256, not the file"));
    attach_->setAutoDefault(false);
    detach_ = new QPushButton(tr("&No file"));
    detach_->setAutoDefault(false);
    line->addWidget(evidence_, 1);
    line->addWidget(attach_);
    line->addWidget(detach_);
    column->addLayout(line);
    hash_ = textLabel({}, Type::Hint, false, true);
    hash_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeFaint(hash_);
    column->addWidget(hash_);
    connect(attach_, &QPushButton::clicked, this, &AttestationDialog::attach);
    connect(detach_, &QPushButton::clicked, this, [this] {
        attestation_.evidenceSha256.reset();
        evidence_->clear();
        showEvidence();
    });
    return box;
}

void AttestationDialog::attach() {
    const auto path = dialogs_.openFile(tr("Evidence"), {}, {{tr("All files"), {QStringLiteral("*")}}});
    if (!path) return;
    const auto file = rules::evidenceOf(*path);
    if (!file) return dialogs_.refuse(tr("Evidence"), file.error());
    attestation_.evidenceSha256 = file->sha256;
    evidence_->setText(file->name);
    showEvidence();
}

/// The name goes with the hash: while there is one, only another file changes it.
void AttestationDialog::showEvidence() {
    const bool isFile = attestation_.evidenceSha256.has_value();
    evidence_->setReadOnly(isFile);
    detach_->setVisible(isFile);
    hash_->setVisible(isFile);
    hash_->setText(isFile ? tr("SHA-256 %1").arg(*attestation_.evidenceSha256) : QString());
    layout()->activate();
    if (isVisible()) resize(size().expandedTo(sizeHint())); // or the line stands on the fields around it
}

void AttestationDialog::check() {
    QStringList missing;
    if (!given(statement_->toPlainText())) missing << tr("a statement");
    if (!given(who_->text())) missing << tr("who vouches for it");
    if (const QString wrong = expiry_->missing(); expires_->isChecked() && !wrong.isEmpty()) missing << wrong;
    form_.sayMissing(missing);
}

model::Attestation AttestationDialog::attestation() const {
    model::Attestation attestation = attestation_;
    attestation.element = element_->currentData().toString();
    attestation.statement = statement_->toPlainText().trimmed();
    attestation.evidence = given(evidence_->text());
    attestation.byWhom = given(who_->text());
    attestation.givenAt = today_.toString(Qt::ISODate);
    attestation.expiresAt = std::nullopt;
    if (expires_->isChecked()) attestation.expiresAt = expiry_->date().toString(Qt::ISODate);
    return attestation;
}

} // namespace sallyport::ui
