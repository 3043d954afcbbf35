// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/SallyportStyle.h"

#include "diagram/Icons.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStyleOption>
#include <QToolTip>

namespace sallyport::ui {

using diagram::Theme;

SallyportStyle::SallyportStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void SallyportStyle::apply(const Theme& theme) {
    if (!qobject_cast<SallyportStyle*>(QApplication::style())) QApplication::setStyle(new SallyportStyle);
    const QPalette palette = diagram::palette(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void SallyportStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        QFont bold = typeFont(Type::Table, true);
        header->setFont(bold);
    }
}

const Theme& themeOf(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Theme::dark() : Theme::light();
}

const Theme& themeOf(const QWidget& widget) { return themeOf(widget.palette()); }

bool desktopIsDark() { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

QFont typeFont(Type type, bool bold) {
    static constexpr double sizes[] = {11, 11.5, 12, 12.5, 13, 16, 18, 34};
    QFont made = QApplication::font();
    const double share = sizes[static_cast<std::size_t>(type)] / 13.0;
    if (made.pointSizeF() > 0)
        made.setPointSizeF(made.pointSizeF() * share);
    else
        made.setPixelSize(qMax(9, qRound(made.pixelSize() * share)));
    made.setBold(bold);
    return made;
}

QString plainTip(const QString& text) {
    if (text.isEmpty()) return {};
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QSize roomOnScreen(const QWidget& window) {
    constexpr QSize frame(12, 40); // of the window manager, which draws it later
    if (QGuiApplication::platformName() == QStringLiteral("offscreen") || !window.screen())
        return {QWIDGETSIZE_MAX, QWIDGETSIZE_MAX};
    return window.screen()->availableGeometry().size() - frame;
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.focus, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void paintBox(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius, double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double inset = line.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintDottedBox(QPainter& painter, const QRectF& rect, const QColor& line, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(line, 1.4);
    pen.setDashPattern({0.1, 1.9});
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

namespace {

void paintIndicator(QPainter& painter, const QStyleOption& option, bool round, const Theme& theme) {
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor line = !enabled ? theme.line : on ? theme.accent : theme.lineStrong;
    const QColor fill = on ? (enabled ? theme.accent : theme.line) : theme.base;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(fill);
    if (round)
        painter.drawEllipse(rect);
    else
        painter.drawRoundedRect(rect, 3, 3);
    const QColor mark = enabled ? theme.onAccent : theme.disabled;
    const QPointF c = rect.center();
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(c, 3, 3);
    } else if (option.state & QStyle::State_NoChange) {
        painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(c + QPointF(-3.5, 0), c + QPointF(3.5, 0));
    } else if (on) {
        painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({c + QPointF(-3.8, 0.2), c + QPointF(-1.2, 2.8), c + QPointF(3.8, -2.8)}));
    }
    painter.restore();
}

void paintPushButton(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool primary = button && (button->features & QStyleOptionButton::DefaultButton) && enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = (option.state & QStyle::State_MouseOver) && enabled;
    if (button && (button->features & QStyleOptionButton::Flat) && !down && !hover) return;
    if (primary) {
        const QColor fill = down ? theme.focus : hover ? diagram::mixed(theme.accent, theme.ink, 0.88) : theme.accent;
        paintBox(painter, option.rect, fill, fill);
    } else {
        const QColor fill = down ? theme.accentTint : theme.base;
        paintBox(painter, option.rect, fill, !enabled ? theme.line : hover || down ? theme.accent : theme.lineStrong);
    }
}

void paintSelectedRow(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option, const Theme& theme) {
    painter.fillRect(rect, theme.accentTint);
    const bool active = option.state & QStyle::State_Active;
    const QColor line = active ? theme.accent : theme.line;
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
}

} // namespace

void SallyportStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    const Theme& theme = themeOf(option->palette);
    switch (element) {
        case PE_PanelLineEdit:
        case PE_FrameLineEdit: {
            // Fusion darkens the field and drops the ring while the mouse is down on it: State_Sunken is not looked at.
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            if (frame && frame->lineWidth <= 0 && element == PE_PanelLineEdit) {
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
                // Inside a spin or combo box the box shows the focus, in a cell the line itself.
                const QWidget* around = widget ? widget->parentWidget() : nullptr;
                const bool boxed = qobject_cast<const QAbstractSpinBox*>(around) || qobject_cast<const QComboBox*>(around);
                if ((option->state & State_HasFocus) && !boxed) paintFocusRing(*painter, option->rect, theme, 3);
                return;
            }
            const bool enabled = option->state & State_Enabled;
            paintBox(*painter, option->rect, enabled ? theme.base : theme.panel, enabled ? theme.lineStrong : theme.line);
            if ((option->state & State_HasFocus) && enabled) paintFocusRing(*painter, option->rect, theme);
            return;
        }
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            paintIndicator(*painter, *option, false, theme);
            return;
        case PE_IndicatorRadioButton:
            paintIndicator(*painter, *option, true, theme);
            return;
        case PE_PanelButtonCommand:
            paintPushButton(*painter, *option, theme);
            return;
        case PE_PanelButtonTool: {
            const bool on = option->state & State_On;
            const bool down = option->state & State_Sunken;
            const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
            if (on || down)
                paintBox(*painter, option->rect, theme.accentTint, theme.accent);
            else if (hover)
                paintBox(*painter, option->rect, diagram::mixed(theme.line, theme.panel, 0.5), {});
            return;
        }
        case PE_FrameFocusRect: {
            paintFocusRing(*painter, option->rect, theme, 3);
            return;
        }
        case PE_Frame:
        case PE_FrameTabBarBase:
            if (element == PE_Frame) {
                const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                if (frame && frame->lineWidth <= 0) return;
                if (qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget)) {
                    const bool focus = option->state & State_HasFocus;
                    paintBox(*painter, option->rect, {}, focus ? theme.focus : theme.lineStrong, 3, focus ? 2 : 1);
                    return;
                }
                painter->save();
                painter->setPen(theme.line);
                painter->setBrush(Qt::NoBrush);
                painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
                painter->restore();
            } else {
                painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
            }
            return;
        case PE_PanelItemViewItem: {
            const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            if (item && (item->state & State_Selected)) {
                paintSelectedRow(*painter, item->rect, *item, theme);
                return;
            }
            if (item && item->backgroundBrush.style() != Qt::NoBrush) painter->fillRect(item->rect, item->backgroundBrush);
            if (item && (item->state & State_MouseOver) && (item->state & State_Enabled))
                painter->fillRect(item->rect, diagram::mixed(theme.accentTint, theme.base, 0.45));
            return;
        }
        case PE_PanelItemViewRow: {
            const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            if (item && (item->features & QStyleOptionViewItem::Alternate)) painter->fillRect(item->rect, theme.alt);
            return;
        }
        case PE_IndicatorDockWidgetResizeHandle:
            painter->fillRect(option->rect, theme.window);
            return;
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight: {
            static const QHash<int, QString> names{{PE_IndicatorArrowDown, QStringLiteral("chev-down")},
                                                   {PE_IndicatorArrowUp, QStringLiteral("chev-up")},
                                                   {PE_IndicatorArrowLeft, QStringLiteral("chev-left")},
                                                   {PE_IndicatorArrowRight, QStringLiteral("chev-right")}};
            const int size = qMin(12, qMin(option->rect.width(), option->rect.height()));
            QRect square(0, 0, size, size);
            square.moveCenter(option->rect.center());
            diagram::paintIcon(*painter, square, names.value(element),
                               option->state & State_Enabled ? theme.ink2 : theme.disabled);
            return;
        }
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QRect SallyportStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_HeaderLabel) return rect.adjusted(6, -2, 0, 2); // in line with the cells below
    // Text does not touch the border.
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(4, 0, -4, 0) : rect;
}

QRect SallyportStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar) return QProxyStyle::subControlRect(control, option, part, widget);
    // A groove and a slider; no arrows.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int across = upright ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int slider =
        range > 0 ? qBound(qMin(28, length), static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)), length)
                  : length;
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, across, size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, across);
    };
    switch (part) {
        case SC_ScrollBarSlider:
            return piece(at, slider);
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return piece(0, at);
        case SC_ScrollBarAddPage:
            return piece(at + slider, length - at - slider);
        default:
            return {};
    }
}

int SallyportStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return 16;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
            return 0;
        case PM_FocusFrameHMargin:
            return 6;
        case PM_ScrollBarExtent:
            return 12;
        case PM_SplitterWidth:
        case PM_DockWidgetSeparatorExtent:
            return 5;
        case PM_SmallIconSize:
            return 16;
        case PM_ToolBarIconSize:
            return 20;
        case PM_TabBarTabHSpace:
            return 28;
        case PM_MenuVMargin:
            return 4;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SallyportStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_ComboBox_Popup:
            return 0;
        case SH_ItemView_ShowDecorationSelected:
            return 1;
        case SH_ToolTip_WakeUpDelay:
            return 500;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize SallyportStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_PushButton:
            return {made.width() + 8, qMax(28, made.height())};
        case CT_ComboBox:
        case CT_LineEdit:
            return {made.width(), qMax(26, made.height())};
        case CT_ToolButton:
            return made.expandedTo({24, 24});
        case CT_TabBarTab:
            return {made.width() + made.width() / 12, qMax(30, made.height())}; // the chosen one is bold
        case CT_HeaderSection:
            return {made.width(), qMax(26, made.height())};
        default:
            return made;
    }
}

} // namespace sallyport::ui
