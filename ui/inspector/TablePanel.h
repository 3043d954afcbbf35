// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QWidget>

#include <memory>

class QAbstractItemView;

namespace sallyport::ui {

class Workspace;

/// Bottom tab: all identities, secrets, grants or data assets of the model as a table that is edited in place, pasted
/// into from a spreadsheet, filtered and sorted. Links with other elements (holders, effects ...) are columns too.
class TablePanel : public QWidget {
    Q_OBJECT

public:
    /// table: Identity, Secret, Grant or DataAsset.
    TablePanel(Workspace& workspace, model::TableId table, QWidget* parent = nullptr);
    ~TablePanel() override;

    QSize sizeHint() const override { return {900, 220}; }
    model::TableId table() const;
    QAbstractItemView& view() const;
    /// "Secrets", and how many there are: for the tab.
    QString tabText() const;
    QString tabIcon() const;

    /// A new element, selected and ready to be named; a grant asks for its identity and component first.
    void addRow();

Q_SIGNALS:
    void tabTextChanged();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
