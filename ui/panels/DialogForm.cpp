// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/DialogForm.h"

#include "panels/PanelParts.h"

#include <QCoreApplication>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
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

QDateEdit* expiryField(const QDate& today, const std::optional<QString>& kept) {
    const QDate known = kept ? QDate::fromString(*kept, Qt::ISODate) : QDate();
    auto* field = new QDateEdit(known.isValid() && known > today ? known : today.addMonths(usualMonths));
    field->setCalendarPopup(true);
    field->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    field->setMinimumDate(today.addDays(1));
    return field;
}

std::optional<QString> given(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? std::nullopt : std::optional(trimmed);
}

} // namespace sallyport::ui
