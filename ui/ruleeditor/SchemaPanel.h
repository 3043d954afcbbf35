// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/TableHelp.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTabBar;
class QTextBrowser;
class QTreeWidget;
class QTreeWidgetItem;

namespace sallyport::ui {

/// What a rule may be written with: the tables and columns, functions and parameters, searchable, each with its meaning; and
/// the form of a rule file with a worked example.
class SchemaPanel : public QWidget {
    Q_OBJECT

public:
    explicit SchemaPanel(const std::vector<rules::TableHelp>& tables, QWidget* parent = nullptr);

    QLineEdit& search() const { return *search_; }
    QTreeWidget& tree() const { return *tree_; }
    void showForm();

Q_SIGNALS:
    /// To be put into the text.
    void nameChosen(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildSchema(const std::vector<rules::TableHelp>& tables);
    void buildTree(const std::vector<rules::TableHelp>& tables);
    QTreeWidgetItem* addGroup(const QString& title);
    void filter();
    void tell(const QTreeWidgetItem* item);
    void restyle();

    QTabBar* tabs_;
    QLineEdit* search_ = nullptr;
    QTreeWidget* tree_;
    QLabel* told_;
    QTextBrowser* form_;
};

} // namespace sallyport::ui
