// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Links.h"

#include <QWidget>

#include <map>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class LinkCard;
class Workspace;

/// The body of "Acts as", "Holds" ...: a card for each linked element, and a button to link one more, existing or new.
class LinkSection : public QWidget {
    Q_OBJECT

public:
    LinkSection(Workspace& workspace, const Links& links, QWidget* parent);

    const Links& links() const { return links_; }
    void setElement(const QString& id);
    void refresh();
    /// "2 secrets".
    QString note() const;
    /// Opens the chooser for one more under an anchor (its own button if null).
    void add(QWidget* anchor = nullptr);
    void focusAdd();
    /// Opens the card whose question this is; false if there is none.
    bool showQuestion(model::TableId table, QStringView name);

private:
    void link(const QString& other);
    void make(const QString& name);

    Workspace& workspace_;
    const Links& links_;
    QString element_;
    std::map<QString, LinkCard*> cards_;
    QWidget* list_;
    QLabel* none_;
    QPushButton* add_;
};

} // namespace sallyport::ui
