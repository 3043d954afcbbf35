// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace sallyport::ui {

class OutlineModel;
class Workspace;

/// The model as a tree: zones in zones, components in zones, flows beneath the component they start from. Its selection
/// is the workspace's. Elements are renamed and deleted here, and dragged into another zone.
class OutlinePanel : public QWidget {
    Q_OBJECT

public:
    explicit OutlinePanel(Workspace& workspace, QWidget* parent = nullptr);

    QTreeView& tree() const { return *tree_; }
    QLineEdit& filter() const { return *filter_; }
    QModelIndex indexOf(const QString& id) const; ///< of the tree's model
    QSize sizeHint() const override { return {208, 600}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void expandIfZone(const QModelIndex& source);
    void keepExpanded();
    void expandAgain();
    void applyFilter(const QString& text);
    void showSelection();
    void takeSelection();
    void removeSelected();
    void showMenu(const QPoint& at);
    void placeHere(const QStringList& ids);

    Workspace& workspace_;
    QLineEdit* filter_;
    QTreeView* tree_;
    OutlineModel* model_;
    QSortFilterProxyModel* shown_;
    QSet<QString> folded_, opened_; ///< zones are open unless folded, components folded unless opened
    bool following_ = false, isFiltered_ = false;
};

} // namespace sallyport::ui
