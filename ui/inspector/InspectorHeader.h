// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace sallyport::ui {

class Workspace;

/// Tile, name and kind of what is selected; the name is typed in place.
class InspectorHeader : public QWidget {
    Q_OBJECT

public:
    InspectorHeader(Workspace& workspace, QWidget* parent);

    void setElements(const QStringList& ids);
    void refresh();
    void editName();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void rename(const QString& text);
    void fillMenu(QMenu& menu);

    Workspace& workspace_;
    QStringList elements_;
    QLineEdit* name_;
    QLabel* second_;
    QToolButton* more_;
    QWidget* tile_;
};

} // namespace sallyport::ui
