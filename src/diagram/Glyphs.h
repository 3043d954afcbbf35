// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"
#include "diagram/Theme.h"

#include <QRectF>

#include <array>

class QPainter;

/// The signs that lists, cells, panels and charts share with the diagram. Shape first, then colour.
namespace sallyport::diagram {

void paintSeverity(QPainter& painter, const QRectF& rect, Severity severity, const Theme& theme);
void paintStatus(QPainter& painter, const QRectF& rect, Status status, const Theme& theme);
void paintLevel(QPainter& painter, const QRectF& rect, Level level, bool openAnyway, const QColor& colour);

enum class Verdict { InPlace, Misplaced, NotSaid, NotNeeded, Doubled, Missing };
void paintVerdict(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme);

/// Three cells, filled from the bottom for one, live, all, in the level's own pattern. About 7 wide and three times as
/// high; a small level strip for lists is fine too. text: the colour on a controlled fill, none elsewhere.
void paintLevelMeter(QPainter& painter, const QRectF& rect, Level level, Breadth breadth, bool openAnyway, const Theme& theme,
                     const QColor& onFill = {});
/// A swatch of a level as the legend has it: a small card with its meter.
void paintLevelSwatch(QPainter& painter, const QRectF& rect, Level level, Breadth breadth, bool openAnyway, const Theme& theme);

/// Shares 0..1 of the whole bar, of data lost: what an outsider has anyway, what the compromise has in all (the gross
/// score, so at least `anyway`), and, dotted, in the worst case (negative: not known).
struct ScoreBar {
    double anyway = 0, gross = 0, worst = -1;
};
void paintScoreBar(QPainter& painter, const QRectF& rect, const ScoreBar& bar, const Theme& theme);

/// Satisfied, partial, violated, unknown: solid, upright rules, diagonals, dotted outline, the counts inside where they
/// fit. In the order of Status; what is not applicable is left out of the whole.
void paintStatusBar(QPainter& painter, const QRectF& rect, const std::array<int, 5>& counts, const Theme& theme);

/// "1" to "99" in a disc, as on the path.
void paintDisc(QPainter& painter, const QPointF& centre, int number, const Theme& theme, double diameter = 18);
/// Dotted pill "? 5" with its right edge at x; returns its width, 0 for no unknowns.
double paintUnknownPill(QPainter& painter, const QPointF& rightCentre, int unknown, const QColor& colour);

} // namespace sallyport::diagram
