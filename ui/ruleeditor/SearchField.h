// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace sallyport::ui {

/// The field above a list that finds something in it.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const QString& placeholder, const QString& accessibleName, QWidget* parent = nullptr);

    /// In a box with the margins it has above a list.
    QWidget* boxed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QAction* icon_;
};

} // namespace sallyport::ui
