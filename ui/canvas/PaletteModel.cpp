// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/PaletteModel.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QMimeData>
#include <QPainter>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 26, lineHeight = 9;

} // namespace

void PaletteModel::build() {
    beginResetModel();
    rows_.clear();
    const Placeable* last = nullptr;
    for (const Placeable& what : placeables()) {
        const bool found = filter_.isEmpty() || what.label().contains(filter_, Qt::CaseInsensitive) ||
                           what.tip().contains(filter_, Qt::CaseInsensitive) ||
                           (!what.key.isNull() && filter_.size() == 1 && filter_.front().toUpper() == what.key);
        if (!found) continue;
        if (last && last->group != what.group) rows_.push_back(nullptr);
        rows_.push_back(&what);
        last = &what;
    }
    endResetModel();
}

void PaletteModel::setFilter(const QString& text) {
    filter_ = text.simplified();
    build();
}

const Placeable* PaletteModel::at(const QModelIndex& index) const {
    return index.isValid() ? rows_[static_cast<std::size_t>(index.row())] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    const Placeable* what = at(index);
    if (!what) return {};
    switch (role) {
        case Qt::DisplayRole:
            return what->label();
        case Qt::ToolTipRole:
            return what->tip();
        case Qt::AccessibleTextRole:
            return what->key.isNull() ? what->label() : tr("%1, key %2").arg(what->label(), what->key);
        case Qt::AccessibleDescriptionRole:
            return what->tip();
        default:
            return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    return at(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::NoItemFlags;
}

QMimeData* PaletteModel::mimeData(const QModelIndexList& indexes) const {
    const Placeable* what = indexes.isEmpty() ? nullptr : at(indexes.first());
    if (!what) return nullptr;
    auto* data = new QMimeData;
    data->setData(placeableMimeType, what->text());
    return data;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {option.rect.width(), model_.at(index) ? rowHeight : lineHeight};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const diagram::Theme& theme = themeOf(option.palette);
    const Placeable* what = model_.at(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = option.rect;
    if (!what) {
        painter->fillRect(QRectF(row.left() + 12, row.center().y(), row.width() - 24, 1), theme.line);
        painter->restore();
        return;
    }
    const bool focused = option.state & QStyle::State_HasFocus, selected = option.state & QStyle::State_Selected;
    if (option.state & QStyle::State_MouseOver || selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme.accentTint : theme.base);
        painter->drawRoundedRect(row.adjusted(6, 0.5, -6, -0.5), 4, 4);
    }
    const QRectF tile(row.left() + 12, row.center().y() - 10.5, 21, 21);
    const auto* kind = std::get_if<model::ComponentKind>(&what->what);
    if (kind) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.tileColour(*kind));
        painter->drawRoundedRect(tile, 4, 4);
    }
    diagram::paintIcon(*painter, tile.adjusted(2.5, 2.5, -2.5, -2.5), what->icon(),
                       kind ? theme.familyColour(*kind) : theme.zoneText);
    const QRectF cap(row.right() - 12 - 18, row.center().y() - 9, 18, 18);
    painter->setFont(typeFont(Type::Body));
    painter->setPen(theme.ink);
    const QRectF text(tile.right() + 10, row.top(),
                      (what->key.isNull() ? row.right() - 12 : cap.left() - 6) - tile.right() - 10, row.height());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(what->label(), Qt::ElideRight, static_cast<int>(text.width())));
    if (!what->key.isNull()) {
        paintBox(*painter, cap, theme.base, theme.line, 4);
        painter->setFont(typeFont(Type::Caption));
        painter->setPen(theme.ink2);
        painter->drawText(cap, Qt::AlignCenter, what->key);
    }
    if (focused) paintFocusRing(*painter, row.adjusted(6, 0.5, -6, -0.5), theme);
    painter->restore();
}

} // namespace sallyport::ui
