// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/DialogForm.h"

#include "panels/PanelParts.h"
#include "style/CalendarButton.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int usualMonths = 6;

struct DialogForms {
    Q_DECLARE_TR_FUNCTIONS(DialogForms)
};

} // namespace

DialogForm::DialogForm(QDialog& dialog, const QString& sentence, const QString& verb) {
    dialog.setMinimumWidth(520);
    auto* column = columnIn(&dialog, 12, 16);
    auto* said = textLabel(sentence, Type::Body, false, true);
    said->setTextFormat(Qt::PlainText);
    column->addWidget(said);
    rows = new QFormLayout;
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(8);
    column->addLayout(rows);
    missing = textLabel({}, Type::Hint, false, true);
    makeFaint(missing);
    column->addWidget(missing);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // not the one that stands out while something is missing
    accept = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
}

void DialogForm::sayMissing(const QStringList& what) const {
    missing->setText(what.isEmpty() ? QString() : DialogForms::tr("Still needed: %1.").arg(what.join(QStringLiteral(", "))));
    accept->setEnabled(what.isEmpty());
}

QPlainTextEdit* textField(const QString& text) {
    auto* field = new QPlainTextEdit(text);
    field->setTabChangesFocus(true);
    field->setFixedHeight(72);
    return field;
}

DayField::DayField(const QDate& today, const std::optional<QString>& kept, QWidget* parent)
    : QWidget(parent), today_(today), line_(new QLineEdit) {
    const QDate known = kept ? dayIn(*kept) : QDate();
    line_->setText((known.isValid() && known > today ? known : today.addMonths(usualMonths)).toString(Qt::ISODate));
    line_->setAccessibleName(tr("Expires"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(line_, 1);
    row->addWidget(new CalendarButton(*line_, tr("Choose the last day")));
    setFocusProxy(line_);
    connect(line_, &QLineEdit::textChanged, this, &DayField::changed);
}

QDate DayField::date() const {
    const QString text = line_->text().trimmed();
    return text.size() == 10 ? dayIn(text) : QDate(); // a time behind it would be dropped
}

QString DayField::missing() const {
    if (!date().isValid()) return tr("a last day, as in %1").arg(today_.addMonths(usualMonths).toString(Qt::ISODate));
    return date() < today_ ? tr("a last day that is not past") : QString();
}

std::optional<QString> given(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? std::nullopt : std::optional(trimmed);
}

} // namespace sallyport::ui
