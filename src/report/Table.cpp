// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Table.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace sallyport::report {

namespace {

constexpr double above = 4, below = 4; // of a row's text
constexpr double headHeight = 18;
constexpr double signSize = 11;
constexpr double signRoom = 17;
constexpr int mostLines = 30;

struct SetLine {
    QString text;
    Style style;
};

struct SetCell {
    std::vector<SetLine> lines;
    double height = 0;
};

class TableSetter {
public:
    TableSetter(Book& book, const std::vector<Column>& columns) : book_(book), columns_(columns) {
        if (book.pageCount() == 0) book.newPage();
        double fixed = page::gutter * static_cast<double>(columns.size() - 1);
        double shares = 0;
        for (const Column& column : columns) column.fixed > 0 ? fixed += column.fixed : shares += column.share;
        double x = 0;
        for (const Column& column : columns) {
            const double width =
                column.fixed > 0 ? column.fixed : std::max(20.0, (book.width() - fixed) * column.share / shares);
            places_.push_back({x, width});
            x += width + page::gutter;
        }
    }

    void head() {
        const bool isTitled = std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return !c.title.isEmpty(); });
        if (isTitled) {
            const QRectF rect = book_.take(headHeight);
            const Style titles{8, 11.5, charts::Weight::Bold, diagram::Theme::light().ink2};
            for (std::size_t i = 0; i < columns_.size(); ++i) line(i, rect, rect.top() + 11, {columns_[i].title, titles}, 0);
        }
        book_.rule();
    }

    double heightOf(const Row& row) {
        set_.clear();
        double highest = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            set_.push_back(i < row.cells.size() ? setCell(row.cells[i], places_[i].width) : SetCell());
            highest = std::max(highest, set_.back().height);
        }
        return highest + above + below;
    }

    /// As measured by heightOf just before.
    void put(const Row& row, double height) {
        const QRectF rect = book_.take(height);
        for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
            const bool hasSign = row.cells[i].sign != nullptr;
            if (hasSign) {
                const QRectF sign(rect.left() + places_[i].x, rect.top() + above + 1.5, signSize, signSize);
                book_.paint([paint = row.cells[i].sign, sign](QPainter& painter) { paint(painter, sign); });
            }
            double y = rect.top() + above;
            for (const SetLine& set : set_[i].lines) {
                line(i, rect, y + set.style.leading * 0.74, set, hasSign ? signRoom : 0);
                y += set.style.leading;
            }
        }
        if (row.linksTo >= 0) book_.link(rect, row.linksTo);
        book_.rule();
    }

private:
    struct Place {
        double x, width;
    };

    SetCell setCell(const Cell& cell, double width) const {
        SetCell set;
        const double indent = cell.sign ? signRoom : 0;
        for (const Cell::Run& run : cell.runs)
            for (const QString& text : charts::lines(run.text, width - indent, run.style.size, run.style.weight)) {
                if (static_cast<int>(set.lines.size()) == mostLines) {
                    set.lines.back().text += QStringLiteral(" …");
                    return set;
                }
                set.lines.push_back({text, run.style});
                set.height += run.style.leading;
            }
        if (cell.sign) set.height = std::max(set.height, 14.0);
        return set;
    }

    void line(std::size_t column, const QRectF& rect, double baseline, const SetLine& set, double indent) {
        const Place& place = places_[column];
        const bool isRight = columns_[column].side == charts::Side::Right;
        const double x = rect.left() + place.x + (isRight ? place.width : indent);
        book_.paint(textPaint({x, baseline}, set.text, set.style, isRight ? charts::Side::Right : charts::Side::Left));
    }

    Book& book_;
    const std::vector<Column>& columns_;
    std::vector<Place> places_;
    std::vector<SetCell> set_;
};

} // namespace

Cell Cell::unknown() {
    return {QCoreApplication::translate("Report", "unknown"), {9.5, 14, charts::Weight::Regular, diagram::Theme::light().unk}};
}

void writeTable(Book& book, const std::vector<Column>& columns, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    TableSetter setter(book, columns);
    // A head never stands alone.
    book.need(headHeight + setter.heightOf(rows.front()));
    setter.head();
    for (const Row& row : rows) {
        const double height = setter.heightOf(row);
        if (height > book.room()) {
            book.newPage();
            setter.head();
        }
        setter.put(row, height);
    }
}

} // namespace sallyport::report
