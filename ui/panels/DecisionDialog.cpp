// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/DecisionDialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sallyport::ui {

using model::DecisionStatus;

DecisionDialog::DecisionDialog(const rules::Finding& finding, const QString& person, const QDate& today, QWidget* parent)
    : QDialog(parent), today_(today), form_(*this, finding.text, tr("Decide")) {
    setWindowTitle(tr("Decide about %1").arg(finding.rule));
    if (finding.decision) decision_ = *finding.decision;
    decision_.rule = finding.rule;
    decision_.elements = finding.elementKey();
    status_ = new QComboBox;
    for (const auto status : {DecisionStatus::Accepted, DecisionStatus::Mitigated, DecisionStatus::FalsePositive,
                              DecisionStatus::Transferred, DecisionStatus::Open})
        status_->addItem(model::label(status), static_cast<int>(status));
    const int known = finding.decision ? status_->findData(static_cast<int>(decision_.status)) : 0;
    status_->setCurrentIndex(std::max(0, known));
    reason_ = textField(decision_.reason.value_or(QString()));
    owner_ = new QLineEdit(decision_.owner.value_or(QString()));
    owner_->setPlaceholderText(tr("Who answers for it until then"));
    ticket_ = new QLineEdit(decision_.ticket.value_or(QString()));
    who_ = new QLineEdit(person);
    expiry_ = expiryField(today, decision_.expiresAt);
    form_.rows->addRow(tr("&Decision"), status_);
    form_.rows->addRow(tr("&Reason"), reason_);
    form_.rows->addRow(tr("&Owner"), owner_);
    form_.rows->addRow(tr("&Ticket (optional)"), ticket_);
    form_.rows->addRow(tr("Decided &by"), who_);
    form_.rows->addRow(tr("&Expires"), expiry_);
    connect(status_, &QComboBox::currentIndexChanged, this, &DecisionDialog::check);
    connect(reason_, &QPlainTextEdit::textChanged, this, &DecisionDialog::check);
    for (QLineEdit* field : {owner_, who_}) connect(field, &QLineEdit::textChanged, this, &DecisionDialog::check);
    check();
}

DecisionStatus DecisionDialog::status() const { return static_cast<DecisionStatus>(status_->currentData().toInt()); }

void DecisionDialog::check() {
    const bool isOpen = status() == DecisionStatus::Open;
    expiry_->setEnabled(!isOpen);
    QStringList missing;
    if (!isOpen && !given(reason_->toPlainText())) missing << tr("a reason");
    if (!isOpen && !given(owner_->text())) missing << tr("an owner");
    if (!given(who_->text())) missing << tr("who decides");
    form_.sayMissing(missing);
}

model::Decision DecisionDialog::decision() const {
    model::Decision decision = decision_;
    decision.status = status();
    decision.reason = given(reason_->toPlainText());
    decision.owner = given(owner_->text());
    decision.ticket = given(ticket_->text());
    decision.decidedBy = given(who_->text());
    decision.decidedAt = today_.toString(Qt::ISODate);
    decision.expiresAt = std::nullopt;
    if (decision.status != DecisionStatus::Open) decision.expiresAt = expiry_->date().toString(Qt::ISODate);
    return decision;
}

} // namespace sallyport::ui
