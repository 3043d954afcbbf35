// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Glyphs.h"
#include "diagram/Theme.h"

#include <QAbstractListModel>
#include <QListView>

#include <functional>
#include <optional>
#include <vector>

namespace sallyport::ui {

/// One row of a panel's list. Painters take what they know of it.
struct ListRow {
    QString id; ///< of the element or control it stands for; empty: it stands for none
    QString icon;
    QColor iconColour; ///< invalid: the second ink
    QString name;
    QString hint;   ///< second ink
    QString value;  ///< at the right
    QString note;   ///< at the right of a second line
    QString spoken; ///< what a screen reader says; the name if empty
    QString tip;
    int number = 0;
    diagram::ScoreBar bar;
    diagram::Level level = diagram::Level::None;
    diagram::Breadth breadth = diagram::Breadth::One;
    bool openAnyway = false;
    std::optional<diagram::Status> status;
};

class RowListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ListRow> rows);
    const std::vector<ListRow>& rows() const { return rows_; }
    const ListRow& row(const QModelIndex& index) const { return rows_[static_cast<std::size_t>(index.row())]; }
    int find(const QString& id) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ListRow> rows_;
};

/// A flat list whose rows a function paints. A click, Return or Enter chooses a row. Hovered and selected grounds and the
/// focus ring are the style's.
class RowList : public QListView {
    Q_OBJECT

public:
    using Painter = std::function<void(QPainter&, const QRectF&, const ListRow&, const diagram::Theme&)>;
    /// Height of a row for a width; rows of one height give a constant.
    using Height = std::function<int(const ListRow&, int width)>;

    RowList(const QString& accessibleName, Painter painter, Height height, QWidget* parent = nullptr);

    /// Keeps the row chosen, by id.
    void setRows(std::vector<ListRow> rows);
    const std::vector<ListRow>& rows() const { return model_->rows(); }
    /// Marks a row without choosing it; an empty or unknown id marks none.
    void mark(const QString& id);
    int contentHeight() const;
    /// Takes as much room as its rows need, and no more; scrolls where there is less.
    void fitToContent(int mostHeight = QWIDGETSIZE_MAX);

Q_SIGNALS:
    void chosen(const QString& id, int row);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Delegate;
    RowListModel* model_;
    Height height_;
    int most_ = -1;
};

/// The usual parts of a row: icon 16, name and hint between left and right, cut where needed.
void paintNamed(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme, bool bold = false);

} // namespace sallyport::ui
