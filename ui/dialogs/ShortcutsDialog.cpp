// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ShortcutsDialog.h"

#include "style/SallyportStyle.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// A key as it looks on a keyboard.
class KeyCap : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override {
        const diagram::Theme& theme = themeOf(*this);
        QPainter painter(this);
        paintBox(painter, rect(), theme.base, theme.lineStrong);
        painter.end();
        QLabel::paintEvent(event);
    }
};

class KeyRow : public QWidget {
public:
    KeyRow(const ShortcutGroup::Key& key, QWidget* parent) : QWidget(parent), text(key.what + QLatin1Char(' ') + key.keys) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 1, 0, 1);
        auto* what = new QLabel(key.what, this);
        what->setTextFormat(Qt::PlainText);
        auto* cap = new KeyCap(key.keys, this);
        cap->setFont(typeFont(Type::Caption));
        cap->setContentsMargins(6, 2, 6, 2);
        cap->setTextFormat(Qt::PlainText);
        row->addWidget(what, 1);
        row->addWidget(cap);
    }
    QString text;
};

} // namespace

ShortcutGroup ShortcutGroup::of(const QString& title, const QList<QAction*>& actions) {
    ShortcutGroup group{title, {}};
    for (const QAction* action : actions) {
        if (!action || action->isSeparator() || action->shortcuts().isEmpty()) continue;
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts()) keys << sequence.toString(QKeySequence::NativeText);
        QString what = action->text();
        group.keys << Key{keys.join(QStringLiteral(", ")), what.remove(QLatin1Char('&'))};
    }
    return group;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutGroup>& groups, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard"));
    resize(720, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter by key or by what it does"));
    filter->setAccessibleName(tr("Filter"));
    filter->setClearButtonEnabled(true);
    column->addWidget(filter);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Keys"));
    auto* sheet = new QWidget(area);
    auto* all = new QVBoxLayout(sheet);
    all->setContentsMargins(0, 0, 12, 0);
    QList<KeyRow*> rows;
    for (const ShortcutGroup& group : groups) {
        if (group.keys.isEmpty()) continue;
        auto* title = new QLabel(group.title, sheet);
        title->setFont(typeFont(Type::Question, true));
        all->addWidget(title);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(32);
        grid->setVerticalSpacing(2);
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
        const int half = static_cast<int>(group.keys.size() + 1) / 2;
        for (int i = 0; i < group.keys.size(); ++i) {
            auto* row = new KeyRow(group.keys[i], sheet);
            grid->addWidget(row, i % half, i / half);
            rows << row;
        }
        all->addLayout(grid);
        all->addSpacing(12);
    }
    all->addStretch();
    area->setWidget(sheet);
    column->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(filter, &QLineEdit::textChanged, this, [rows](const QString& text) {
        for (KeyRow* row : rows) row->setVisible(row->text.contains(text.trimmed(), Qt::CaseInsensitive));
    });
}

} // namespace sallyport::ui
