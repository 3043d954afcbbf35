// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QComboBox>
#include <QWidget>

/// Widgets that the Tab key reaches and that a screen reader would have no name for.
inline QStringList namelessWidgets(const QWidget& root) {
    QStringList nameless;
    QList<QWidget*> all = root.findChildren<QWidget*>();
    for (QWidget* one : all) {
        if (!(one->focusPolicy() & Qt::TabFocus) || !one->isVisibleTo(&root)) continue;
        if (one->objectName().startsWith(QStringLiteral("qt_"))) continue; // the field inside a spin box
        if (qobject_cast<QComboBox*>(one->parentWidget())) continue;       // the field inside a combo box
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(one);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QString::fromLatin1(one->metaObject()->className()) + QLatin1Char(' ') + one->objectName() +
                            QStringLiteral(" in ") + (one->parentWidget() ? one->parentWidget()->objectName() : QString());
    }
    return nameless;
}
