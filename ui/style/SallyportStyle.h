// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"

#include <QFont>
#include <QProxyStyle>

namespace sallyport::ui {

/// Fusion with our palette, and the few things of it that do not read in both themes: buttons, check boxes and radio
/// buttons, selected rows, line edits, combo boxes, tabs, focus rings. Flat: no gradient, no shadow.
class SallyportStyle : public QProxyStyle {
    Q_OBJECT

public:
    SallyportStyle();

    /// Gives the application our style (once) and the theme's palette.
    static void apply(const diagram::Theme& theme);

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
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

/// The sizes of text of a window, in pixels where the application font has 13: 11, 11.5, 12, 12.5, 13, 16, 18, 34.
enum class Type { Caption, Hint, Table, Question, Body, Title, Heading, Figure };
QFont typeFont(Type type, bool bold = false);

/// The text as a tool tip, shown as it is: a tool tip takes what looks like markup for markup, whoever wrote it.
QString plainTip(const QString& text);
/// How large a window may be so that its frame still fits on the screen it opens on. Without bounds where nothing is shown.
QSize roomOnScreen(const QWidget& window);

/// Two pixels along the inside of a rect: what has the keyboard.
void paintFocusRing(QPainter& painter, const QRectF& rect, const diagram::Theme& theme, double radius = 4);
/// A rounded box with a line along its inside.
void paintBox(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius = 4,
              double width = 1);
/// The dotted line of what is unknown, along the inside of a rounded rect.
void paintDottedBox(QPainter& painter, const QRectF& rect, const QColor& line, double radius = 4);

} // namespace sallyport::ui
