// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Book.h"

#include <QPainter>

namespace sallyport::report {

QRectF Page::textArea() const {
    const QSizeF whole = size();
    return {page::margin, page::firstLine, whole.width() - 2 * page::margin, whole.height() - page::firstLine - page::lastLine};
}

void Book::newPage(bool isWide) {
    pages_.push_back({isWide, false, head_, {}});
    y_ = textArea().top();
}

Page& Book::newBarePage() {
    pages_.push_back({false, true, {}, {}});
    y_ = textArea().bottom();
    return pages_.back();
}

double Book::room() const { return pages_.empty() ? 0 : textArea().bottom() - y_; }

bool Book::isAtTop() const { return !pages_.empty() && y_ <= textArea().top(); }

void Book::need(double height) {
    // Half a point of rounding must not cost a page.
    if (pages_.empty() || (height > room() + 0.5 && !isAtTop())) newPage();
}

void Book::space(double height) {
    if (!pages_.empty() && !isAtTop()) y_ += height;
}

QRectF Book::take(double height) {
    need(height);
    const QRectF taken(textArea().left(), y_, width(), height);
    y_ += height;
    return taken;
}

int Book::enter(const QString& title, int level) {
    entries_.push_back({title, level, pageCount() - 1, y_});
    return static_cast<int>(entries_.size()) - 1;
}

void Book::section(const QString& title, const QString& right, double least, int level) {
    if (level == 0) head_ = title;
    if (pages_.empty() || room() < least)
        newPage();
    else
        space(26);
    enter(title, level);
    const QStringList broken =
        charts::lines(title, width() - (right.isEmpty() ? 0 : charts::textWidth(right, 9.5) + 16), 20, charts::Weight::Bold);
    const QRectF rect = take(style::section.leading * static_cast<double>(broken.size()) + 8);
    double baseline = rect.top() + 18;
    for (const QString& line : broken) {
        paint(textPaint({rect.left(), baseline}, line, style::section));
        baseline += style::section.leading;
    }
    if (!right.isEmpty())
        paint(textPaint({rect.right(), rect.top() + 18}, right, {9.5, 14, charts::Weight::Bold}, charts::Side::Right));
}

void Book::block(const QString& title, const QString& right, double following, bool enters) {
    space(16);
    if (pages_.empty()) newPage();
    const QStringList titles = charts::lines(title, width(), style::block.size, charts::Weight::Bold);
    // The words at the right stand beside the title's last line, or under it.
    const double rightWidth = right.isEmpty() ? 0 : charts::textWidth(right, style::caption.size) + 12;
    const bool isBeside = charts::textWidth(titles.last(), style::block.size, charts::Weight::Bold) + rightWidth <= width();
    const double height =
        style::block.leading * static_cast<double>(titles.size()) + (isBeside ? 6 : 6 + style::caption.leading);
    need(height + following);
    if (enters) enter(title, 1);
    const QRectF rect = take(height);
    double baseline = rect.top() + 12 - style::block.leading;
    for (const QString& line : titles) paint(textPaint({rect.left(), baseline += style::block.leading}, line, style::block));
    if (right.isEmpty()) return;
    if (isBeside)
        paint(textPaint({rect.right(), baseline}, right, style::caption, charts::Side::Right));
    else
        paint(textPaint({rect.left(), baseline + style::caption.leading + 1}, right, style::caption));
}

void Book::text(const QString& text, const Style& style, double indent) {
    if (pages_.empty()) newPage();
    const QStringList broken = charts::lines(text, width() - indent, style.size, style.weight);
    const qsizetype count = broken.size();
    for (qsizetype i = 0; i < count; ++i) {
        // The first two lines and the last two stay together.
        const bool keepsNext = count > 1 && (i == 0 || i == count - 2);
        need(style.leading * (keepsNext ? 2 : 1));
        const QRectF line = take(style.leading);
        paint(textPaint({line.left() + indent, line.top() + style.leading * 0.74}, broken[i], style));
    }
}

void Book::rule() {
    const QRectF line = take(page::rule);
    paint(rulePaint(line.left(), line.right(), line.top()));
}

void Book::append(Book&& other) {
    const int pagesBefore = pageCount();
    const int entriesBefore = static_cast<int>(entries_.size());
    for (Page& page : other.pages_) pages_.push_back(std::move(page));
    for (Entry& entry : other.entries_) {
        entry.page += pagesBefore;
        entries_.push_back(std::move(entry));
    }
    for (Link& link : other.links_) {
        link.page += pagesBefore;
        link.entry += entriesBefore;
        links_.push_back(link);
    }
}

Paint textPaint(const QPointF& baseline, const QString& text, const Style& style, charts::Side side) {
    return [baseline, text, style, side](QPainter& painter) {
        charts::paintText(painter, baseline, text, style.colour, style.size, style.weight, side);
    };
}

Paint rulePaint(double x1, double x2, double y) {
    return [=](QPainter& painter) {
        painter.setPen(QPen(diagram::Theme::light().line, page::rule));
        painter.drawLine(QPointF(x1, y), QPointF(x2, y));
    };
}

} // namespace sallyport::report
