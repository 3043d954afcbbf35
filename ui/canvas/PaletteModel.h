// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Placeable.h"
#include "diagram/Theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace sallyport::ui {

/// placeables() as a list, with rows for the lines between groups; only what the filter's words are found in.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFilter(const QString& text);
    /// Null for a line between groups.
    const Placeable* at(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return {placeableMimeType}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    void build();

private:
    std::vector<const Placeable*> rows_;
    QString filter_;
};

/// Icon on its tile, label, key cap.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PaletteDelegate(const PaletteModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const PaletteModel& model_;
};

} // namespace sallyport::ui
