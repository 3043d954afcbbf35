// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace sallyport::ui {

class Workspace;

/// The inspector with nothing selected: the model's title, what it consists of, where most is unknown, and its notes.
class ModelPage : public QWidget {
    Q_OBJECT

public:
    ModelPage(Workspace& workspace, QWidget* parent);

    void refresh();
    void refreshUnknowns();
    void editTitle();

private:
    void write(const QString& name, const QString& value, const QString& step);

    Workspace& workspace_;
    QLineEdit* title_;
    QLabel* counts_;
    QLabel* unknownTitle_;
    QVBoxLayout* unknowns_;
    std::vector<QWidget*> cards_;
    QStringList shown_;
    QPlainTextEdit* notes_;
    bool setting_ = false;
};

} // namespace sallyport::ui
