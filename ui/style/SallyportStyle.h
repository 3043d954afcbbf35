// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"

#include <QFont>
#include <QProxyStyle>

namespace sallyport::ui {

/// Fusion with our palette, and the few things of it that do not read in both themes: text on the default button,
/// outlines of check boxes and radio buttons, selected rows, line edits, focus rings.
class SallyportStyle : public QProxyStyle {
    Q_OBJECT

public:
    SallyportStyle();

    /// Gives the application our style (once) and the theme's palette.
    static void apply(const diagram::Theme& theme);

    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* data = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget = nullptr) const override;
};

/// The theme a palette belongs to, by the lightness of its window: for widgets that paint themselves.
const diagram::Theme& themeOf(const QPalette& palette);
const diagram::Theme& themeOf(const QWidget& widget);
/// What the desktop asks for; read before apply().
bool desktopIsDark();

/// The sizes of text of a window, in pixels where the application font has 13.
enum class Type { Caption, Hint, Table, Question, Body, Title, Heading, Figure };
QFont font(Type type, bool bold = false);

/// Two pixels along the inside of a rect: what has the keyboard.
void paintFocusRing(QPainter& painter, const QRectF& rect, const diagram::Theme& theme, double radius = 4);

} // namespace sallyport::ui
