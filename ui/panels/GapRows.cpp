// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/GapRows.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "style/SallyportStyle.h"

#include <QCoreApplication>
#include <QPainter>

namespace sallyport::ui {

namespace {

struct GapRows {
    Q_DECLARE_TR_FUNCTIONS(GapRows)
};

QString valueOf(const rules::CoverageCounts& counts) {
    if (counts.violated > 0) return GapRows::tr("%1 violated").arg(counts.violated);
    if (counts.partial > 0) return GapRows::tr("%1 partial").arg(counts.partial);
    if (counts.unknown > 0) return GapRows::tr("%1 unknown").arg(counts.unknown);
    return GapRows::tr("to attest");
}

/// Draws text at the right of the line, and gives what is left of it.
QRectF takeRight(QPainter& painter, const QRectF& line, const QString& text) {
    if (text.isEmpty()) return line;
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, text);
    return line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 8, 0);
}

void drawCut(QPainter& painter, const QRectF& line, const QString& text) {
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(line.width())));
}

} // namespace

QString gapId(const rules::ControlRef& control) { return control.framework + u'\n' + control.id; }

rules::ControlRef controlOfGap(const QString& id) { return {id.section(u'\n', 0, 0), id.section(u'\n', 1)}; }

ListRow gapRow(const rules::CoverageGap& gap, const QString& frameworkTitle) {
    ListRow row;
    row.id = gapId(gap.control);
    row.name = gap.control.id;
    row.hint = gap.title;
    row.status = charts::toDiagram(gap.status);
    row.value = valueOf(gap.counts);
    QString blast = GapRows::tr("None of its elements can be compromised by itself.");
    if (gap.largestBlast > 0) {
        row.note = GapRows::tr("blast %1").arg(charts::amountText(gap.blast));
        blast = GapRows::tr("The compromises of its elements add up to a blast radius of %1; the largest has %2.")
                    .arg(charts::amountText(gap.blast), charts::amountText(gap.largestBlast));
    }
    row.tip = GapRows::tr("%1 %2, %3. %4. %5").arg(row.name, row.hint, frameworkTitle, gap.counts.text(), blast);
    row.spoken = GapRows::tr("%1 %2, %3, %4").arg(row.name, row.hint, row.value, row.note);
    return row;
}

void paintGap(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    if (row.status) diagram::paintStatus(painter, QRectF(rect.left() + 12, rect.top() + 5, 14, 14), *row.status, theme);
    const QRectF first(rect.left() + 34, rect.top() + 3, rect.width() - 46, 18);
    const QRectF second = first.translated(0, 16);
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    const QRectF name = takeRight(painter, first, row.value);
    drawCut(painter, takeRight(painter, second, row.note), row.hint);
    painter.setFont(typeFont(Type::Table, true));
    painter.setPen(theme.ink);
    drawCut(painter, name, row.name);
}

} // namespace sallyport::ui
