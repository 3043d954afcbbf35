// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/OfferRows.h"

#include "charts/Words.h"
#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int margin = 12;
constexpr int textLeft = 36;
constexpr int mostLines = 4;
constexpr int barHeight = 8;

QString tr(const char* text) { return QCoreApplication::translate("OfferRows", text); }

/// The lines of a title in a width; the last one shortened if there would be more.
QStringList linesOf(const QString& title, const QFont& font, int width) {
    QTextLayout layout(title, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(40, width));
        if (lines.size() + 1 == mostLines) {
            lines << QFontMetrics(font).elidedText(title.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << title.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QString counted(int count, const char* one, const char* many) { return charts::counted(count, tr(one), tr(many)); }

} // namespace

QString fromToText(double before, double after) {
    QString from = charts::amountText(before), to = charts::amountText(after);
    // What is not the same never reads the same.
    for (int places = 3; from == to && before != after && places <= 8; ++places) {
        from = QString::number(before, 'f', places);
        to = QString::number(after, 'f', places);
    }
    return tr("%1 to %2").arg(from, to);
}

QString priceText(const advice::Price& price) {
    QStringList parts;
    if (price.components > 0) parts << counted(price.components, "component", "components");
    if (price.secrets > 0) parts << counted(price.secrets, "secret", "secrets");
    if (price.deployments > 0) parts << counted(price.deployments, "deployment", "deployments");
    return parts.isEmpty() ? tr("nothing more to build") : tr("%1 more").arg(parts.join(QStringLiteral(", ")));
}

ListRow offerRow(const advice::Offer& offer, int position) {
    ListRow row;
    row.id = QString::number(position);
    row.name = offer.title();
    row.hint = priceText(offer.price());
    row.value = fromToText(offer.before, offer.after);
    row.number = position + 1;
    row.bar = {0, offer.before > 0 ? std::clamp(offer.after / offer.before, 0.0, 1.0) : 0, -1};
    row.spoken = tr("%1. From %2, %3.").arg(row.name, row.value, row.hint);
    row.tip = row.spoken;
    return row;
}

void paintOffer(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    const QFont bold = typeFont(Type::Table, true);
    const QFont plain = typeFont(Type::Hint);
    const QFontMetrics metrics(bold);
    painter.setFont(bold);
    painter.setPen(theme.ink2);
    double top = rect.top() + 8;
    painter.drawText(QRectF(rect.left() + margin, top, textLeft - margin, metrics.height()), Qt::AlignLeft,
                     QString::number(row.number));
    painter.setPen(theme.ink);
    const int width = static_cast<int>(rect.width()) - textLeft - margin;
    for (const QString& line : linesOf(row.name, bold, width)) {
        painter.drawText(QRectF(rect.left() + textLeft, top, width, metrics.height()), Qt::AlignLeft, line);
        top += metrics.lineSpacing();
    }
    top += 3;
    diagram::paintScoreBar(painter, QRectF(rect.left() + textLeft, top + 3, 72, barHeight), row.bar, theme);
    painter.setFont(typeFont(Type::Hint, true));
    const QFontMetrics small(painter.font());
    painter.drawText(QRectF(rect.left() + textLeft + 80, top, width - 80, small.height()), Qt::AlignLeft, row.value);
    top += small.lineSpacing() + 1;
    painter.setFont(plain);
    painter.setPen(theme.ink2);
    painter.drawText(QRectF(rect.left() + textLeft, top, width, small.height()), Qt::AlignLeft,
                     QFontMetrics(plain).elidedText(row.hint, Qt::ElideRight, width));
    painter.fillRect(QRectF(rect.left() + margin, rect.bottom() - 1, rect.width() - 2 * margin, 1), theme.line);
}

int offerHeight(const ListRow& row, int width) {
    const QFont bold = typeFont(Type::Table, true);
    const auto lines = static_cast<int>(linesOf(row.name, bold, width - textLeft - margin).size());
    const QFontMetrics small(typeFont(Type::Hint, true));
    return 8 + lines * QFontMetrics(bold).lineSpacing() + 3 + 2 * (small.lineSpacing() + 1) + 9;
}

} // namespace sallyport::ui
