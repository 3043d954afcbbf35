// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QAction;

namespace sallyport::ui {

/// One part of the keyboard map: keys that belong to no action ("B N M", "browser, native, machine") may stand in it too.
struct ShortcutGroup {
    struct Key {
        QString keys, what;
    };
    QString title;
    QList<Key> keys;

    /// Those of the actions that have a shortcut.
    static ShortcutGroup of(const QString& title, const QList<QAction*>& actions);
};

/// The keyboard map ("?"), in columns, with a filter.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<ShortcutGroup>& groups, QWidget* parent = nullptr);
};

} // namespace sallyport::ui
