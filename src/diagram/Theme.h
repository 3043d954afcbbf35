// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"
#include "model/Enumerations.h"

#include <QColor>
#include <QPalette>

#include <array>
#include <set>

namespace sallyport::diagram {

/// The families of component kinds: each has one accent and one tile colour.
enum class Family { Client, Entry, Bff, Service, Data, Trust, Operations, Outside };
inline constexpr int familyCount = 8;
Family familyOf(model::ComponentKind kind);

/// Every colour of the program, by role; nothing else chooses a colour. All opaque, so valid in PDF/A-1b.
struct Theme {
    bool isDark = false;

    QColor window, panel, base, alt, line, lineStrong;      ///< grounds and rules of the window
    QColor ink, ink2, ink3, disabled;                       ///< text: first, second line, hints
    QColor accent, accentTint, onAccent, focus;             ///< selection, primary action, keyboard focus
    QColor canvas, grid;                                    ///< the diagram's ground
    std::array<QColor, 5> zone;                             ///< fills by trust depth: 0 outside ... 4 most trusted
    QColor zoneLine, zoneText, card, cardLine, flow, label; ///< boundaries, cards, flows and their labels
    QColor note, noteLine;
    std::array<QColor, familyCount> family, tile;            ///< icon and its tile, by Family
    QColor reach, reachTint, call, callTint, expo, expoTint; ///< blast levels: line and fill
    QColor ctrl, onCtrl;                                     ///< controlled: fill, and text on it
    QColor anyway, anywayTint;                               ///< open to an outsider without any compromise
    QColor seed, onSeed;                                     ///< the start of a blast, and text on it
    QColor path, pathHalo, pathCore;                         ///< the lit path: casing, halo around it, core
    QColor dim;                                              ///< flows that are not opened
    QColor sevCritical, sevHigh, sevMedium, sevLow, sevInfo;
    QColor ok, okTint, bad, badTint, part, partTint, unk, unkTint, na; ///< coverage: mark and tint

    static const Theme& light();
    static const Theme& dark();

    const QColor& familyColour(model::ComponentKind kind) const { return family[static_cast<std::size_t>(familyOf(kind))]; }
    const QColor& tileColour(model::ComponentKind kind) const { return tile[static_cast<std::size_t>(familyOf(kind))]; }
    /// The fill of a zone of that depth; the canvas for a negative depth (no zone).
    const QColor& ground(int depth) const;
    const QColor& severity(Severity severity) const;
    /// The mark's colour, and the tint of a card or cell with that status.
    const QColor& status(Status status) const;
    const QColor& statusTint(Status status) const;
};

/// How a component of a level is drawn. Text is the ink that reads on the fill.
struct LevelStyle {
    QColor fill, line, text;
    double width;
};
LevelStyle levelStyle(const Theme& theme, Level level, bool openAnyway);

/// 42 % of the colour on 58 % of the ground: what dimmed elements are drawn with.
QColor dimmed(const QColor& colour, const QColor& ground);
QColor mixed(const QColor& colour, const QColor& ground, double share);

/// The contrast ratio of WCAG 2.1 (1 to 21), of opaque colours in sRGB.
double contrast(const QColor& one, const QColor& other);

/// The depth 0..4 of a trust value among the distinct values of a model: the lowest is 0, the others are spread over
/// 1..4. A value not in the set counts as the nearest lower one.
int trustDepth(qint64 trust, const std::set<qint64>& distinct);

/// The window's palette, every role and group from the theme.
QPalette palette(const Theme& theme);

} // namespace sallyport::diagram
