// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

/// The composed controls of SallyportStyle.
namespace sallyport::ui {

using diagram::Theme;

namespace {

void paintTab(QPainter& painter, const QStyleOptionTab& tab, const Theme& theme) {
    const QRect r = tab.rect;
    const bool chosen = tab.state & QStyle::State_Selected;
    const bool hover = (tab.state & QStyle::State_MouseOver) && !chosen;
    if (chosen) {
        painter.fillRect(r, theme.base);
        painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), theme.accent);
        painter.fillRect(QRect(r.left(), r.top(), 1, r.height()), theme.line);
        painter.fillRect(QRect(r.right(), r.top(), 1, r.height()), theme.line);
    } else {
        if (hover) painter.fillRect(r, diagram::mixed(theme.line, theme.panel, 0.4));
        painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.line);
    }
    if (tab.state & QStyle::State_HasFocus) paintFocusRing(painter, QRectF(r).adjusted(2, 4, -2, -2), theme, 3);
}

void paintHeaderSection(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.fillRect(rect, theme.panel);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    painter.fillRect(QRect(rect.right(), rect.top() + 5, 1, rect.height() - 10), theme.line);
}

void paintSpinBox(QPainter& painter, const QStyleOptionComplex& option, const QStyle& style, const QWidget* widget) {
    const Theme& theme = themeOf(option.palette);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!spin || spin->frame)
        paintBox(painter, option.rect, enabled ? theme.base : theme.panel, enabled ? theme.lineStrong : theme.line);
    for (const auto& [part, name, step] :
         {std::tuple{QStyle::SC_SpinBoxUp, QStringLiteral("chev-up"), QAbstractSpinBox::StepUpEnabled},
          std::tuple{QStyle::SC_SpinBoxDown, QStringLiteral("chev-down"), QAbstractSpinBox::StepDownEnabled}}) {
        const QRect button = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool hot = (option.activeSubControls & part) && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
        QRectF at(0, 0, 10, 10);
        at.moveCenter(QRectF(button).center());
        const bool usable = enabled && (!spin || (spin->stepEnabled & step));
        diagram::paintIcon(painter, at, name, !usable ? theme.disabled : hot ? theme.accent : theme.ink2);
    }
    if ((option.state & QStyle::State_HasFocus) && enabled) paintFocusRing(painter, option.rect, theme);
}

} // namespace

void SallyportStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    const Theme& theme = themeOf(option->palette);
    switch (element) {
        case CE_PushButtonLabel: {
            const auto* given = qstyleoption_cast<const QStyleOptionButton*>(option);
            if (given && (given->features & QStyleOptionButton::DefaultButton) && (given->state & State_Enabled)) {
                QStyleOptionButton button = *given;
                button.palette.setColor(QPalette::ButtonText, theme.onAccent);
                QProxyStyle::drawControl(element, &button, painter, widget);
                return;
            }
            break;
        }
        case CE_ItemViewItem: {
            const auto* given = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            if (!given) break;
            QStyleOptionViewItem item = *given;
            item.palette.setColor(QPalette::Highlight, theme.accentTint);
            item.palette.setColor(QPalette::HighlightedText, theme.ink);
            QProxyStyle::drawControl(element, &item, painter, widget);
            return;
        }
        case CE_HeaderSection:
            paintHeaderSection(*painter, option->rect, theme);
            return;
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, theme.panel);
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
            return;
        case CE_TabBarTabShape: {
            const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
            if (tab && (tab->shape == QTabBar::RoundedNorth || tab->shape == QTabBar::TriangularNorth)) {
                paintTab(*painter, *tab, theme);
                return;
            }
            break;
        }
        case CE_TabBarTabLabel: {
            const auto* given = qstyleoption_cast<const QStyleOptionTab*>(option);
            if (!given) break;
            QStyleOptionTab tab = *given;
            tab.state &= ~State_HasFocus;
            painter->save();
            QFont text = painter->font();
            text.setBold(tab.state & State_Selected);
            painter->setFont(text);
            QProxyStyle::drawControl(element, &tab, painter, widget);
            painter->restore();
            return;
        }
        case CE_ToolBar:
            painter->fillRect(option->rect, theme.panel);
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
            return;
        case CE_MenuBarEmptyArea:
            painter->fillRect(option->rect, theme.panel);
            return;
        case CE_Splitter:
            painter->fillRect(option->rect, theme.window);
            return;
        case CE_ComboBoxLabel: {
            // The field's text stands where a line edit's would.
            const auto* given = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            if (!given || given->editable) break;
            QRect field = subControlRect(CC_ComboBox, given, SC_ComboBoxEditField, widget).adjusted(4, 0, -2, 0);
            painter->save();
            if (!given->currentIcon.isNull()) {
                const QSize size = given->iconSize.isValid() ? given->iconSize : QSize(16, 16);
                const QRect at = alignedRect(given->direction, Qt::AlignLeft | Qt::AlignVCenter, size, field);
                given->currentIcon.paint(painter, at, Qt::AlignCenter,
                                         given->state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
                field.setLeft(at.right() + 7);
            }
            painter->setPen(given->state & State_Enabled ? given->palette.color(QPalette::Text) : theme.disabled);
            painter->drawText(field, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(given->currentText, Qt::ElideRight, field.width()));
            painter->restore();
            return;
        }
        default:
            break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SallyportStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const Theme& theme = themeOf(option->palette);
        const bool upright = option->rect.height() > option->rect.width();
        const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool hot = option->state & (State_MouseOver | State_Sunken);
        const double inset = hot ? 2.5 : 3.5;
        paintBox(*painter, upright ? slider.adjusted(inset, 2, -inset, -2) : slider.adjusted(2, inset, -2, -inset),
                 hot ? theme.ink3 : theme.lineStrong, {}, 3.5);
        return;
    }
    if (control == CC_SpinBox) {
        paintSpinBox(*painter, *option, *this, widget);
        return;
    }
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control != CC_ComboBox || !box) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme& theme = themeOf(option->palette);
    const bool enabled = option->state & State_Enabled;
    const bool hover = (option->state & State_MouseOver) && enabled;
    if (box->frame) {
        const bool focus = (option->state & State_HasFocus) && enabled;
        paintBox(*painter, option->rect, enabled ? theme.base : theme.panel,
                 !enabled ? theme.line
                 : hover  ? theme.accent
                          : theme.lineStrong);
        if (focus) paintFocusRing(*painter, option->rect, theme);
    }
    QRect arrow(0, 0, 12, 12);
    arrow.moveCenter(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget).center());
    diagram::paintIcon(*painter, arrow, QStringLiteral("chev-down"), enabled ? theme.ink2 : theme.disabled);
}

} // namespace sallyport::ui
