// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Type.h"
#include "diagram/Theme.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace sallyport::report {

/// The page, in points.
namespace page {
inline constexpr QSizeF upright{595, 842};
inline constexpr QSizeF wide{842, 595};
inline constexpr double margin = 56;
inline constexpr double headRule = 46;  ///< from the top edge
inline constexpr double footRule = 44;  ///< from the bottom edge
inline constexpr double firstLine = 62; ///< where text begins
inline constexpr double lastLine = 56;  ///< where it ends, from the bottom edge
inline constexpr double gutter = 12;
inline constexpr double rule = 0.6;
} // namespace page

/// How a run of text is set.
struct Style {
    double size = 9.5;
    double leading = 14;
    charts::Weight weight = charts::Weight::Regular;
    QColor colour = diagram::Theme::light().ink;
};
namespace style {
inline const Style text{};
inline const Style faint{9.5, 14, charts::Weight::Regular, diagram::Theme::light().ink2};
inline const Style strong{9.5, 14, charts::Weight::Bold};
inline const Style caption{8, 11.5, charts::Weight::Regular, diagram::Theme::light().ink2};
inline const Style section{20, 26, charts::Weight::Bold};
inline const Style block{12, 16, charts::Weight::Bold};
} // namespace style

/// Paints onto one page, in points from its top left corner.
using Paint = std::function<void(QPainter&)>;

/// A place the outline, the contents and links lead to. Pages count from 0.
struct Entry {
    QString title;
    int level = 0; ///< 0: section, 1: under it
    int page = 0;
    double y = 0;
};
struct Link {
    int page = 0;
    QRectF rect;
    int entry = 0; ///< position among the entries
};

struct Page {
    bool isWide = false;
    bool isBare = false; ///< no head and no foot: the cover
    QString head;        ///< the section, at the right of the head
    std::vector<Paint> paints;

    QSizeF size() const { return isWide ? page::wide : page::upright; }
    QRectF textArea() const;
};

/// Pages being filled from top to bottom. What is taken in one piece is never split: it goes to the next page if there
/// is no room left on this one. Layout and painting are apart, so page numbers are known before anything is painted.
class Book {
public:
    Book() = default;

    const std::vector<Page>& pages() const { return pages_; }
    const std::vector<Entry>& entries() const { return entries_; }
    const std::vector<Link>& links() const { return links_; }
    int pageCount() const { return static_cast<int>(pages_.size()); }

    /// The section's name in the heads of pages begun from now on.
    void setHead(const QString& head) { head_ = head; }
    void newPage(bool isWide = false);
    /// A page of its own without head and foot.
    Page& newBarePage();

    QRectF textArea() const { return pages_.back().textArea(); }
    double width() const { return textArea().width(); }
    double room() const;
    bool isAtTop() const;
    /// A new (upright) page unless so much room is left.
    void need(double height);
    /// Goes down; nothing at the top of a page.
    void space(double height);
    /// The next rect of that height over the text's width, on a new page if need be.
    QRectF take(double height);
    /// Paints onto the page that is being filled.
    void paint(Paint paint) { pages_.back().paints.push_back(std::move(paint)); }

    /// Remembers this place.
    int enter(const QString& title, int level);
    void link(const QRectF& rect, int entry) { links_.push_back({pageCount() - 1, rect, entry}); }

    /// A section's heading, with words at its right. Starts a page if less than `least` is left.
    void section(const QString& title, const QString& right = {}, double least = 300, int level = 0);
    /// A block's heading, never alone at the foot of a page: so much must follow it.
    void block(const QString& title, const QString& right = {}, double following = 40, bool enters = false);
    /// Lines may go over to the next page, but never one alone.
    void text(const QString& text, const Style& style = style::text, double indent = 0);
    void rule();

    /// Puts the other book's pages behind these.
    void append(Book&& other);

private:
    std::vector<Page> pages_;
    std::vector<Entry> entries_;
    std::vector<Link> links_;
    QString head_;
    double y_ = 0;
};

/// A line of text as a paint.
Paint textPaint(const QPointF& baseline, const QString& text, const Style& style, charts::Side side = charts::Side::Left);
/// A hairline.
Paint rulePaint(double x1, double x2, double y);

} // namespace sallyport::report
