// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ComparisonRows.h"

#include "analysis/Seeds.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "style/SallyportStyle.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>
#include <map>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 40;
constexpr int margin = 12;
constexpr int barWidth = 116;
constexpr int barHeight = 8;
constexpr int figureWidth = 44;

bool isElement(const model::Model& model, const QString& id) {
    return model::elementKind(model, id) != model::ElementKind::None;
}

} // namespace

std::vector<ComparedSource> comparedSources(const RankedModel& before, const RankedModel& after) {
    std::map<QString, ComparedSource> all;
    for (const analysis::RankedSource& source : before.ranking.sources) {
        const QString& id = analysis::seedElement(before.engine.facts(), source.seed);
        if (isElement(before.model, id)) all[id] = {id, before.model.nameOf(id), source.shares.score, std::nullopt};
    }
    for (const analysis::RankedSource& source : after.ranking.sources) {
        const QString& id = analysis::seedElement(after.engine.facts(), source.seed);
        if (!isElement(after.model, id)) continue;
        ComparedSource& compared = all[id];
        compared.element = id;
        compared.name = after.model.nameOf(id);
        compared.after = source.shares.score;
    }
    std::vector<ComparedSource> rows;
    for (auto& [id, compared] : all)
        if (compared.before != compared.after) rows.push_back(std::move(compared));
    std::stable_sort(rows.begin(), rows.end(), [](const ComparedSource& a, const ComparedSource& b) {
        return a.gain() != b.gain() ? a.gain() > b.gain() : a.name < b.name;
    });
    return rows;
}

class ComparisonList::Rows : public QAbstractListModel {
public:
    explicit Rows(ComparisonList& list) : QAbstractListModel(&list), list_(list) {}
    int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(list_.rows_.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const ComparedSource& row = list_.rows_[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole) return row.name;
        const QString said = ComparisonList::tr("%1: %2 before, %3 after").arg(row.name, figure(row.before), figure(row.after));
        if (role == Qt::AccessibleTextRole) return said;
        if (role == Qt::ToolTipRole) return plainTip(said);
        return {};
    }
    static QString figure(const std::optional<double>& score) {
        return score ? charts::shareText(*score) : ComparisonList::tr("not there");
    }
    void reset(std::vector<ComparedSource> rows) {
        beginResetModel();
        list_.rows_ = std::move(rows);
        endResetModel();
    }

private:
    ComparisonList& list_;
};

class ComparisonList::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(ComparisonList& list) : QStyledItemDelegate(&list), list_(list) {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        list_.style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, &list_);
        painter->save();
        paintRow(*painter, option.rect, list_.rows_[static_cast<std::size_t>(index.row())]);
        painter->restore();
    }

private:
    void paintRow(QPainter& painter, const QRectF& rect, const ComparedSource& row) const {
        const diagram::Theme& theme = themeOf(list_);
        const double barLeft = rect.right() - margin - figureWidth - barWidth;
        painter.setFont(typeFont(Type::Table));
        painter.setPen(theme.ink);
        const QRectF name(rect.left() + margin, rect.top(), barLeft - rect.left() - margin - 8, rect.height());
        painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(painter.font()).elidedText(row.name, Qt::ElideMiddle, static_cast<int>(name.width())));
        paintSide(painter, QPointF(barLeft, rect.center().y() - barHeight - 3), row.before, false, theme);
        paintSide(painter, QPointF(barLeft, rect.center().y() + 3), row.after, true, theme);
    }

    /// Before is an outline, after is solid: told apart without colour.
    void paintSide(QPainter& painter, const QPointF& at, const std::optional<double>& score, bool isAfter,
                   const diagram::Theme& theme) const {
        const QRectF track(at, QSizeF(barWidth, barHeight));
        painter.setFont(typeFont(Type::Caption, isAfter));
        const QRectF words(track.right() + 6, track.center().y() - 8, figureWidth - 6, 16);
        painter.setPen(score ? theme.ink : theme.ink2);
        if (!score) {
            painter.drawText(QRectF(track.left(), words.top(), barWidth + figureWidth, 16), Qt::AlignVCenter | Qt::AlignRight,
                             isAfter ? tr("gone") : tr("new"));
            return;
        }
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, charts::shareText(*score));
        QRectF bar = track;
        bar.setWidth(std::max(1.0, track.width() * std::clamp(*score, 0.0, 1.0)));
        painter.setPen(QPen(theme.expo, 1));
        painter.setBrush(isAfter ? QBrush(theme.expo) : Qt::NoBrush);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    ComparisonList& list_;
};

ComparisonList::ComparisonList(QWidget* parent) : QListView(parent), model_(new Rows(*this)) {
    setAccessibleName(tr("Single compromises before and after"));
    setModel(model_);
    setItemDelegate(new Delegate(*this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex& index) {
        Q_EMIT chosen(rows_[static_cast<std::size_t>(index.row())].element);
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
}

void ComparisonList::setRows(std::vector<ComparedSource> rows) { model_->reset(std::move(rows)); }

} // namespace sallyport::ui
