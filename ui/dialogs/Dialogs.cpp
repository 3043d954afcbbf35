// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/IDialogs.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

QString filterText(const QList<FileFilter>& filters) {
    QStringList all;
    for (const FileFilter& filter : filters)
        all << QStringLiteral("%1 (%2)").arg(filter.name, filter.patterns.join(QLatin1Char(' ')));
    return all.join(QStringLiteral(";;"));
}

QLabel* line(const QString& text, Type type, bool bold, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(typeFont(type, bold));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A sign at the left, lines beside it, buttons below.
class Notice : public QDialog {
public:
    Notice(const QString& title, const QString& icon, const QColor& colour, QWidget* parent) : QDialog(parent) {
        setWindowTitle(title);
        setMinimumWidth(480);
        auto* all = new QVBoxLayout(this);
        all->setContentsMargins(16, 16, 16, 16);
        all->setSpacing(16);
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        auto* sign = new QLabel(this);
        sign->setPixmap(diagram::icon(icon, colour, 24, devicePixelRatioF()));
        row->addWidget(sign, 0, Qt::AlignTop);
        lines_ = new QVBoxLayout;
        lines_->setSpacing(6);
        row->addLayout(lines_, 1);
        all->addLayout(row);
        all->addStretch();
        buttons = new QDialogButtonBox(this);
        all->addWidget(buttons);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    }
    void say(const QString& text, Type type = Type::Body, bool bold = false) {
        if (!text.isEmpty()) lines_->addWidget(line(text, type, bold, this));
    }
    QVBoxLayout* lines() const { return lines_; }
    QDialogButtonBox* buttons;

private:
    QVBoxLayout* lines_;
};

const diagram::Theme& themeNow(const QWidget* window) { return window ? themeOf(*window) : themeOf(QPalette()); }

} // namespace

std::optional<QString> Dialogs::openFile(const QString& title, const QString& folder, const QList<FileFilter>& filters) {
    const QString path = QFileDialog::getOpenFileName(window_, title, folder, filterText(filters));
    return path.isEmpty() ? std::nullopt : std::optional<QString>(path);
}

std::optional<QString> Dialogs::saveFile(const QString& title, const QString& path, const QList<FileFilter>& filters) {
    QFileDialog dialog(window_, title, path, filterText(filters));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    const auto useEnding = [&dialog, &filters] {
        for (const FileFilter& filter : filters)
            if (dialog.selectedNameFilter().startsWith(filter.name + QStringLiteral(" (")) && !filter.patterns.isEmpty())
                dialog.setDefaultSuffix(filter.patterns.first().section(QLatin1Char('.'), 1));
    };
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, useEnding);
    useEnding();
    if (!path.isEmpty()) dialog.selectFile(path);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return std::nullopt;
    return dialog.selectedFiles().first();
}

std::optional<QString> Dialogs::chooseFolder(const QString& title, const QString& folder) {
    const QString path = QFileDialog::getExistingDirectory(window_, title, folder);
    return path.isEmpty() ? std::nullopt : std::optional<QString>(path);
}

UnsavedAnswer Dialogs::askToSave(const QString& name) {
    const diagram::Theme& theme = themeNow(window_);
    Notice dialog(QDialog::tr("Save changes"), QStringLiteral("act-save"), theme.ink2, window_);
    dialog.say(QDialog::tr("Save the changes to “%1”?").arg(name), Type::Body, true);
    dialog.say(QDialog::tr("Without saving, they are lost."), Type::Hint);
    QPushButton* save = dialog.buttons->addButton(QDialogButtonBox::Save);
    QPushButton* discard = dialog.buttons->addButton(QDialogButtonBox::Discard);
    dialog.buttons->addButton(QDialogButtonBox::Cancel);
    save->setDefault(true);
    UnsavedAnswer answer = UnsavedAnswer::Cancel;
    QObject::connect(save, &QPushButton::clicked, &dialog, [&] { answer = UnsavedAnswer::Save; });
    QObject::connect(discard, &QPushButton::clicked, &dialog, [&] {
        answer = UnsavedAnswer::Discard;
        dialog.accept();
    });
    return dialog.exec() == QDialog::Accepted ? answer : UnsavedAnswer::Cancel;
}

bool Dialogs::confirm(const Confirmation& confirmation) {
    const diagram::Theme& theme = themeNow(window_);
    Notice dialog(confirmation.title, confirmation.destructive ? QStringLiteral("act-delete") : QStringLiteral("act-help"),
                  confirmation.destructive ? theme.bad : theme.ink2, window_);
    dialog.say(confirmation.title, Type::Body, true);
    dialog.say(confirmation.text);
    QPushButton* yes = dialog.buttons->addButton(
        confirmation.button, confirmation.destructive ? QDialogButtonBox::DestructiveRole : QDialogButtonBox::AcceptRole);
    QPushButton* no = dialog.buttons->addButton(QDialogButtonBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, &dialog, &QDialog::accept);
    (confirmation.destructive ? no : yes)->setDefault(true);
    yes->setAutoDefault(!confirmation.destructive);
    (confirmation.destructive ? no : yes)->setFocus();
    return dialog.exec() == QDialog::Accepted;
}

std::optional<QString> Dialogs::askText(const QString& title, const QString& label, const QString& text) {
    QDialog dialog(window_);
    dialog.setWindowTitle(title);
    dialog.setMinimumWidth(480);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto* said = new QLabel(label, &dialog);
    auto* field = new QLineEdit(text, &dialog);
    said->setBuddy(field);
    field->setAccessibleName(label);
    field->selectAll();
    column->addWidget(said);
    column->addWidget(field);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    column->addSpacing(8);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    const auto check = [&] { buttons->button(QDialogButtonBox::Ok)->setEnabled(!field->text().trimmed().isEmpty()); };
    QObject::connect(field, &QLineEdit::textChanged, &dialog, check);
    check();
    return dialog.exec() == QDialog::Accepted ? std::optional<QString>(field->text().trimmed()) : std::nullopt;
}

std::optional<QString> Dialogs::askPassphrase(const QString& title, const QString& text, bool repeat) {
    QDialog dialog(window_);
    dialog.setWindowTitle(title);
    dialog.setMinimumWidth(480);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(line(text, Type::Body, false, &dialog));
    auto* form = new QFormLayout;
    auto* first = new QLineEdit(&dialog);
    auto* second = new QLineEdit(&dialog);
    first->setEchoMode(QLineEdit::Password);
    second->setEchoMode(QLineEdit::Password);
    first->setAccessibleName(QDialog::tr("Passphrase"));
    second->setAccessibleName(QDialog::tr("Passphrase again"));
    form->addRow(QDialog::tr("Passphrase"), first);
    if (repeat)
        form->addRow(QDialog::tr("Again"), second);
    else
        second->hide();
    column->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    column->addSpacing(8);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    const auto check = [&] {
        buttons->button(QDialogButtonBox::Ok)
            ->setEnabled(!first->text().isEmpty() && (!repeat || first->text() == second->text()));
    };
    QObject::connect(first, &QLineEdit::textChanged, &dialog, check);
    QObject::connect(second, &QLineEdit::textChanged, &dialog, check);
    check();
    return dialog.exec() == QDialog::Accepted ? std::optional<QString>(first->text()) : std::nullopt;
}

void Dialogs::refuse(const QString& title, const Error& error) {
    const diagram::Theme& theme = themeNow(window_);
    Notice dialog(title, QStringLiteral("sev-high"), theme.bad, window_);
    dialog.say(error.what, Type::Body, true);
    dialog.say(error.where);
    dialog.say(error.remedy);
    dialog.buttons->addButton(QDialogButtonBox::Close)->setDefault(true);
    dialog.exec();
}

} // namespace sallyport::ui
