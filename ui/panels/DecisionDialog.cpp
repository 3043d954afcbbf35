// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/DecisionDialog.h"

#include "panels/PanelParts.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int usualMonths = 6;

/// Title, form and buttons as every dialog has them.
QFormLayout* buildForm(QDialog& dialog, const QString& sentence, QLabel*& missing, QPushButton*& accept, const QString& verb) {
    dialog.setMinimumWidth(480);
    auto* column = columnIn(&dialog, 12, 16);
    column->addWidget(textLabel(sentence, Type::Body, false, true));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    column->addLayout(form);
    missing = textLabel({}, Type::Hint, false, true);
    makeFaint(missing);
    column->addWidget(missing);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    accept = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return form;
}

QPlainTextEdit* textField(const QString& text) {
    auto* field = new QPlainTextEdit(text);
    field->setTabChangesFocus(true);
    field->setFixedHeight(72);
    return field;
}

QDateEdit* dateField(const QDate& today, const std::optional<QString>& kept) {
    const QDate known = kept ? QDate::fromString(*kept, Qt::ISODate) : QDate();
    auto* field = new QDateEdit(known.isValid() && known > today ? known : today.addMonths(usualMonths));
    field->setCalendarPopup(true);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    field->setMinimumDate(today.addDays(1));
    return field;
}

void sayMissing(QLabel& label, QPushButton& accept, const QStringList& missing) {
    label.setText(missing.isEmpty() ? QString()
                                    : DecisionDialog::tr("Still needed: %1.").arg(missing.join(QStringLiteral(", "))));
    accept.setEnabled(missing.isEmpty());
}

std::optional<QString> given(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? std::nullopt : std::optional(trimmed);
}

} // namespace

DecisionDialog::DecisionDialog(const rules::Finding& finding, const QDate& today, QWidget* parent)
    : QDialog(parent), today_(today) {
    setWindowTitle(tr("Decide about %1").arg(finding.rule));
    if (finding.decision) decision_ = *finding.decision;
    decision_.rule = finding.rule;
    decision_.elements = finding.elementKey();
    QFormLayout* form = buildForm(*this, finding.text, missing_, accept_, tr("Decide"));
    status_ = new QComboBox;
    for (const auto status :
         {model::DecisionStatus::Accepted, model::DecisionStatus::Mitigated, model::DecisionStatus::FalsePositive,
          model::DecisionStatus::Transferred, model::DecisionStatus::Open})
        status_->addItem(model::label(status), static_cast<int>(status));
    const int known = finding.decision ? status_->findData(static_cast<int>(decision_.status)) : 0;
    status_->setCurrentIndex(std::max(0, known));
    reason_ = textField(decision_.reason.value_or(QString()));
    owner_ = new QLineEdit(decision_.owner.value_or(QString()));
    ticket_ = new QLineEdit(decision_.ticket.value_or(QString()));
    expiry_ = dateField(today, decision_.expiresAt);
    form->addRow(tr("&Decision"), status_);
    form->addRow(tr("&Reason"), reason_);
    form->addRow(tr("&Owner"), owner_);
    form->addRow(tr("&Ticket (optional)"), ticket_);
    form->addRow(tr("&Expires"), expiry_);
    connect(reason_, &QPlainTextEdit::textChanged, this, &DecisionDialog::check);
    connect(owner_, &QLineEdit::textChanged, this, &DecisionDialog::check);
    check();
}

void DecisionDialog::check() {
    QStringList missing;
    if (!given(reason_->toPlainText())) missing << tr("a reason");
    if (!given(owner_->text())) missing << tr("an owner");
    sayMissing(*missing_, *accept_, missing);
}

model::Decision DecisionDialog::decision() const {
    model::Decision decision = decision_;
    decision.status = static_cast<model::DecisionStatus>(status_->currentData().toInt());
    decision.reason = given(reason_->toPlainText());
    decision.owner = given(owner_->text());
    decision.ticket = given(ticket_->text());
    decision.expiresAt = expiry_->date().toString(Qt::ISODate);
    decision.decidedAt = today_.toString(Qt::ISODate);
    return decision;
}

AttestationDialog::AttestationDialog(const rules::ControlCoverage& control, const QDate& today, QWidget* parent)
    : QDialog(parent), today_(today) {
    setWindowTitle(tr("Attest %1").arg(control.control.id));
    attestation_.framework = control.control.framework;
    attestation_.control = control.control.id;
    QFormLayout* form = buildForm(*this, control.title, missing_, accept_, tr("Attest"));
    statement_ = textField(control.attest);
    evidence_ = new QLineEdit;
    who_ = new QLineEdit;
    expiry_ = dateField(today, std::nullopt);
    form->addRow(tr("&Statement"), statement_);
    form->addRow(tr("E&vidence (optional)"), evidence_);
    form->addRow(tr("By &whom"), who_);
    form->addRow(tr("&Expires"), expiry_);
    connect(statement_, &QPlainTextEdit::textChanged, this, &AttestationDialog::check);
    connect(who_, &QLineEdit::textChanged, this, &AttestationDialog::check);
    check();
}

void AttestationDialog::check() {
    QStringList missing;
    if (!given(statement_->toPlainText())) missing << tr("a statement");
    if (!given(who_->text())) missing << tr("who vouches for it");
    sayMissing(*missing_, *accept_, missing);
}

model::Attestation AttestationDialog::attestation() const {
    model::Attestation attestation = attestation_;
    attestation.statement = statement_->toPlainText().trimmed();
    attestation.evidence = given(evidence_->text());
    attestation.byWhom = given(who_->text());
    attestation.givenAt = today_.toString(Qt::ISODate);
    attestation.expiresAt = expiry_->date().toString(Qt::ISODate);
    return attestation;
}

} // namespace sallyport::ui
