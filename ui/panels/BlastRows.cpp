// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/BlastRows.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QPainter>
#include <QTextLayout>

namespace sallyport::ui {

namespace {

constexpr int margin = 12;
constexpr int ruleRoom = 56;

/// The lines of a step's sentence, laid out in the body's type.
void layOutStep(QTextLayout& layout, double width) {
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
}

double stepTextWidth(double rowWidth) { return std::max(60.0, rowWidth - margin - 30 - ruleRoom - margin); }

} // namespace

void paintFallen(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    const QRectF meter(rect.left() + margin + 1, rect.top() + 3, 7, rect.height() - 6);
    diagram::paintLevelMeter(painter, meter, row.level, row.breadth, row.openAnyway, theme);
    painter.setFont(typeFont(Type::Hint));
    const double said = painter.fontMetrics().horizontalAdvance(row.value);
    const QRectF inner(rect.left() + margin + 16, rect.top(), rect.width() - 2 * margin - 16, rect.height());
    painter.setPen(theme.ink2);
    const double saidWidth = std::min(said, inner.width() * 0.6);
    painter.drawText(QRectF(inner.right() - saidWidth, inner.top(), saidWidth, inner.height()),
                     Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(row.value, Qt::ElideRight, static_cast<int>(saidWidth + 1)));
    paintNamed(painter, inner.adjusted(0, 0, -saidWidth - 10, 0), row, theme, row.number == 1);
}

int stepHeight(const ListRow& row, int width) {
    QTextLayout layout(row.name, typeFont(Type::Table));
    layOutStep(layout, stepTextWidth(width));
    return std::max(24, static_cast<int>(layout.boundingRect().height()) + 8);
}

void paintStep(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    const QPointF centre(rect.left() + margin + 9, rect.top() + 12);
    // The thread from step to step; the last one ends it.
    painter.setPen(QPen(theme.lineStrong, 2));
    if (row.bar.gross > 0) painter.drawLine(centre + QPointF(0, 10), QPointF(centre.x(), rect.bottom() + 4));
    diagram::paintDisc(painter, centre, row.number, theme);
    QTextLayout layout(row.name, typeFont(Type::Table));
    layOutStep(layout, stepTextWidth(rect.width()));
    painter.setPen(theme.ink);
    const QPointF at(rect.left() + margin + 30, rect.top() + 12 - (layout.lineCount() > 0 ? layout.lineAt(0).height() / 2 : 8));
    layout.draw(&painter, at);
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    painter.drawText(QRectF(rect.right() - margin - ruleRoom, at.y(), ruleRoom, 18), Qt::AlignRight | Qt::AlignVCenter,
                     row.value);
}

ChokeStrip::ChokeStrip() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ChokeStrip::setChoke(const charts::ChokeText& choke) {
    choke_ = choke;
    setVisible(!choke.isEmpty());
    const QString spoken = QStringLiteral("%1: %2. %3").arg(tr("Choke point"), choke.name, choke.effect);
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
}

void ChokeStrip::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, theme.line);
    diagram::paintIcon(painter, QRectF(margin, 14, 18, 18), diagram::icons::choke, theme.ink);
    const QRectF text(margin + 28, 6, width() - 2 * margin - 28, 18);
    painter.setPen(theme.ink);
    painter.setFont(typeFont(Type::Question, true));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(tr("Choke point: %1").arg(choke_.name), Qt::ElideMiddle,
                                                      static_cast<int>(text.width())));
    painter.setPen(theme.ink2);
    painter.setFont(typeFont(Type::Hint));
    painter.drawText(text.translated(0, 18), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(choke_.effect, Qt::ElideRight, static_cast<int>(text.width())));
}

} // namespace sallyport::ui
