// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Glyphs.h"

#include "diagram/Hatching.h"
#include "diagram/Icons.h"
#include "diagram/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sallyport::diagram {

namespace {

QString iconOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::InPlace:
            return diagram::iconOf(Status::Satisfied);
        case Verdict::Misplaced:
            return diagram::iconOf(Status::Violated);
        case Verdict::NotSaid:
            return diagram::iconOf(Status::Unknown);
        case Verdict::NotNeeded:
            return diagram::iconOf(Status::NotApplicable);
        case Verdict::Doubled:
            return QStringLiteral("verdict-doubled");
        case Verdict::Missing:
            return QStringLiteral("verdict-missing");
    }
    return {};
}

const QColor& colourOf(Verdict verdict, const Theme& theme) {
    switch (verdict) {
        case Verdict::InPlace:
            return theme.ok;
        case Verdict::Misplaced:
            return theme.bad;
        case Verdict::NotSaid:
            return theme.unk;
        case Verdict::NotNeeded:
            return theme.na;
        case Verdict::Doubled:
            return theme.part;
        case Verdict::Missing:
            return theme.bad;
    }
    return theme.ink;
}

void fillCell(QPainter& painter, const QRectF& cell, Level level, bool openAnyway, const QColor& colour) {
    switch (level) {
        case Level::Controlled:
            painter.fillRect(cell, colour);
            break;
        case Level::Exposed:
            paintDiagonals(painter, cell, colour, 3.4, 1.5);
            break;
        case Level::Callable:
            paintRungs(painter, cell, colour, 3.2, 1.2);
            break;
        case Level::Reachable:
        case Level::None:
            break;
    }
    Q_UNUSED(openAnyway)
}

} // namespace

void paintSeverity(QPainter& painter, const QRectF& rect, Severity severity, const Theme& theme) {
    paintIcon(painter, rect, iconOf(severity), theme.severity(severity));
}

void paintStatus(QPainter& painter, const QRectF& rect, Status status, const Theme& theme) {
    paintIcon(painter, rect, iconOf(status), theme.status(status));
}

void paintLevel(QPainter& painter, const QRectF& rect, Level level, bool openAnyway, const QColor& colour) {
    if (level == Level::None) return;
    paintIcon(painter, rect, openAnyway ? icons::openAnyway : iconOf(level), colour);
}

void paintVerdict(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme) {
    paintIcon(painter, rect, iconOf(verdict), colourOf(verdict, theme));
}

void paintLevelMeter(QPainter& painter, const QRectF& rect, Level level, Breadth breadth, bool openAnyway, const Theme& theme,
                     const QColor& onFill) {
    if (level == Level::None) return;
    const QColor colour = onFill.isValid() ? onFill : levelStyle(theme, level, openAnyway).line;
    const double gap = std::min(2.0, rect.height() / 12), height = (rect.height() - 2 * gap) / 3;
    const int filled = level == Level::Reachable ? 0 : static_cast<int>(breadth) + 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 3; ++i) {
        const QRectF cell(rect.left(), rect.bottom() - height - i * (height + gap), rect.width(), height);
        const QRectF frame = cell.adjusted(0.5, 0.5, -0.5, -0.5);
        if (i < filled) fillCell(painter, frame, level, openAnyway, colour);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    }
    painter.restore();
}

void paintLevelSwatch(QPainter& painter, const QRectF& rect, Level level, Breadth breadth, bool openAnyway,
                      const Theme& theme) {
    const LevelStyle style = levelStyle(theme, level, openAnyway);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.line, std::min(style.width, 1.75)));
    painter.setBrush(style.fill);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3);
    painter.restore();
    const QRectF meter(rect.left() + 4, rect.top() + 4, 6, rect.height() - 8);
    paintLevelMeter(painter, meter, level, breadth, openAnyway, theme, level == Level::Controlled ? theme.onCtrl : QColor());
}

void paintScoreBar(QPainter& painter, const QRectF& rect, const ScoreBar& bar, const Theme& theme) {
    const auto upTo = [&](double share) { return rect.left() + rect.width() * std::clamp(share, 0.0, 1.0); };
    const double anyway = upTo(bar.anyway), gross = std::max(anyway, upTo(bar.gross));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    if (anyway > rect.left()) {
        const QRectF part(rect.topLeft(), QPointF(anyway, rect.bottom()));
        painter.fillRect(part, theme.anywayTint);
        paintDiagonals(painter, part, theme.anyway, 4, 1.4);
        painter.setPen(QPen(theme.anyway, 1));
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (gross > anyway)
        painter.fillRect(QRectF(QPointF(anyway, rect.top()), QPointF(std::max(gross, anyway + 1.5), rect.bottom())),
                         theme.expo);
    if (const double worst = upTo(bar.worst); bar.worst >= 0 && worst > gross + 0.5) {
        painter.setPen(dottedPen(theme.expo, 1.4));
        painter.drawRect(QRectF(QPointF(gross, rect.top()), QPointF(worst, rect.bottom())).adjusted(0.7, 0.7, -0.7, -0.7));
    }
    painter.restore();
}

void paintStatusBar(QPainter& painter, const QRectF& rect, const std::array<int, 5>& counts, const Theme& theme) {
    constexpr std::array shown{Status::Satisfied, Status::Partial, Status::Violated, Status::Unknown};
    const auto count = [&](Status status) { return std::max(0, counts[static_cast<std::size_t>(status)]); };
    const int whole =
        std::accumulate(shown.begin(), shown.end(), 0, [&](int sum, Status status) { return sum + count(status); });
    if (whole == 0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    double x = rect.left();
    for (const Status status : shown) {
        if (count(status) == 0) continue;
        const double width = rect.width() * count(status) / whole;
        const QRectF part(x, rect.top(), width, rect.height());
        const QRectF frame = part.adjusted(0.5, 0.5, -0.5, -0.5);
        const QColor& colour = theme.status(status);
        QColor text = theme.isDark ? theme.base : theme.onCtrl, patch = colour;
        painter.setPen(QPen(colour, 1));
        switch (status) {
            case Status::Satisfied:
                painter.fillRect(part, colour);
                break;
            case Status::Partial:
                painter.fillRect(part, theme.partTint);
                paintUprights(painter, frame, colour, 4.5, 1.2);
                painter.drawRect(frame);
                text = theme.ink;
                patch = theme.partTint;
                break;
            case Status::Violated:
                painter.fillRect(part, colour);
                paintDiagonals(painter, frame, theme.badTint, 6.5, 1.2);
                break;
            default:
                painter.setPen(dottedPen(colour, 1.2));
                painter.setBrush(theme.unkTint);
                painter.drawRect(frame);
                text = theme.ink;
                patch = theme.unkTint;
                break;
        }
        const QString number = QString::number(count(status));
        if (const double room = textRoom(number, 11, true); room + 6 <= width) {
            const QRectF ground(part.center() - QPointF(room / 2 + 2, 7), QSizeF(room + 4, 14));
            painter.fillRect(ground.intersected(frame), patch);
            paintCentred(painter, part.center(), number, text, 11, true);
        }
        x += width;
    }
    painter.restore();
}

void paintDisc(QPainter& painter, const QPointF& centre, int number, const Theme& theme, double diameter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.pathHalo, 1.5));
    painter.setBrush(theme.path);
    painter.drawEllipse(centre, diameter / 2 + 0.75, diameter / 2 + 0.75);
    paintCentred(painter, centre, QString::number(number), theme.pathHalo, number > 9 ? 10 : 11, true);
    painter.restore();
}

double paintUnknownPill(QPainter& painter, const QPointF& rightCentre, int unknown, const QColor& colour) {
    if (unknown <= 0) return 0;
    const QString text = QStringLiteral("? %1").arg(unknown);
    const double width = std::max(22.0, std::ceil(textRoom(text, 11) + 9));
    const QRectF pill(rightCentre.x() - width, rightCentre.y() - 7.5, width, 15);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dottedPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill, 7.5, 7.5);
    paintCentred(painter, pill.center(), text, colour, 11);
    painter.restore();
    return width;
}

} // namespace sallyport::diagram
