// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/DecisionDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sallyport::ui {

using model::DecisionStatus;

namespace {

/// The first sentences, and how many more there are.
QString told(const std::vector<rules::Finding>& findings) {
    constexpr std::size_t most = 3;
    QStringList lines;
    for (std::size_t i = 0; i < std::min(findings.size(), most); ++i) lines << findings[i].text;
    if (findings.size() > most) lines << DecisionDialog::tr("And %1 more.").arg(findings.size() - most);
    return lines.join(u'\n');
}

} // namespace

DecisionDialog::DecisionDialog(std::vector<rules::Finding> findings, const QString& person, const QDate& today, QWidget* parent)
    : QDialog(parent), findings_(std::move(findings)), today_(today), form_(*this, told(findings_), tr("Decide")) {
    setWindowTitle(findings_.size() == 1 ? tr("Decide about %1").arg(findings_.front().rule)
                                         : tr("Decide about %1 findings").arg(findings_.size()));
    const model::Decision known = findings_.front().decision.value_or(model::Decision());
    status_ = new QComboBox;
    for (const auto status : {DecisionStatus::Accepted, DecisionStatus::Mitigated, DecisionStatus::FalsePositive,
                              DecisionStatus::Transferred, DecisionStatus::Open})
        status_->addItem(model::label(status), static_cast<int>(status));
    const bool isKnown = findings_.front().decision.has_value();
    status_->setCurrentIndex(std::max(0, isKnown ? status_->findData(static_cast<int>(known.status)) : 0));
    reason_ = textField(known.reason.value_or(QString()));
    owner_ = new QLineEdit(known.owner.value_or(QString()));
    owner_->setPlaceholderText(tr("Who answers for it until then"));
    ticket_ = new QLineEdit(known.ticket.value_or(QString()));
    who_ = new QLineEdit(person);
    expiry_ = new DayField(today, known.expiresAt);
    form_.rows->addRow(tr("&Decision"), status_);
    form_.rows->addRow(tr("&Reason"), reason_);
    form_.rows->addRow(tr("&Owner"), owner_);
    form_.rows->addRow(tr("&Ticket (optional)"), ticket_);
    form_.rows->addRow(tr("Decided &by"), who_);
    form_.rows->addRow(tr("&Expires"), expiry_);
    connect(status_, &QComboBox::currentIndexChanged, this, &DecisionDialog::check);
    connect(reason_, &QPlainTextEdit::textChanged, this, &DecisionDialog::check);
    for (QLineEdit* field : {owner_, who_}) connect(field, &QLineEdit::textChanged, this, &DecisionDialog::check);
    connect(expiry_, &DayField::changed, this, &DecisionDialog::check);
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
    if (const QString wrong = expiry_->missing(); !isOpen && !wrong.isEmpty()) missing << wrong;
    form_.sayMissing(missing);
}

std::vector<model::Decision> DecisionDialog::decisions() const {
    std::vector<model::Decision> decisions;
    for (const rules::Finding& finding : findings_) {
        model::Decision decision = finding.decision.value_or(model::Decision());
        decision.rule = finding.rule;
        decision.elements = finding.elementKey();
        decision.status = status();
        decision.reason = given(reason_->toPlainText());
        decision.owner = given(owner_->text());
        decision.ticket = given(ticket_->text());
        decision.decidedBy = given(who_->text());
        decision.decidedAt = today_.toString(Qt::ISODate);
        decision.expiresAt = std::nullopt;
        if (decision.status != DecisionStatus::Open) decision.expiresAt = expiry_->date().toString(Qt::ISODate);
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

} // namespace sallyport::ui
