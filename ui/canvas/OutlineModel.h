// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>

#include <memory>
#include <tuple>
#include <vector>

namespace sallyport::document {
struct Changes;
}

namespace sallyport::ui {

class Workspace;

/// Zones, components and flows as a tree. Follows the document row by row, so that a view keeps what is expanded and
/// selected; only another document, or very much at once, is a reset.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1 };

    OutlineModel(Workspace& workspace, QObject* parent);
    ~OutlineModel() override;

    QModelIndex indexOf(const QString& id) const;
    QString idOf(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

private:
    struct Node;
    using Key = std::tuple<int, QString, QString>; ///< zones, components, flows; then by name

    void rebuild();
    void follow(const document::Changes& changes);
    void settle(const QString& id, int depth = 0);
    void remove(const QString& id);
    void refresh(const QString& id);
    void refreshAll(const Node& node);
    Node* wantedParent(const QString& id, int depth);
    Key keyOf(const QString& id) const;
    static std::size_t placeFor(const Node& parent, const Node* node, const Key& key);
    void forget(const Node& node);
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node) const;
    std::optional<model::ZoneId> zoneAt(const QModelIndex& index) const;

    Workspace& workspace_;
    std::unique_ptr<Node> root_;
    QHash<QString, Node*> nodes_;
    mutable QHash<QString, QIcon> icons_; ///< by drawing and colour
};

} // namespace sallyport::ui
