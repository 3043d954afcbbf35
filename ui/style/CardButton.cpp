// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/CardButton.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QEvent>
#include <QPainter>

namespace sallyport::ui {

namespace {
constexpr int side = 12;
constexpr int drawingSize = 20;
} // namespace

CardButton::CardButton(const QString& title, QWidget* parent) : QAbstractButton(parent) {
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardButton::setDrawing(const QString& icon, const QColor& colour) {
    icon_ = icon;
    colour_ = colour;
    update();
}

void CardButton::setSecondLine(const QString& line) {
    if (line == second_) return;
    second_ = line;
    setAccessibleDescription(line);
    updateGeometry();
    update();
}

void CardButton::setUnknownLine(const QString& line) {
    if (line == unknown_) return;
    unknown_ = line;
    updateGeometry();
    update();
}

void CardButton::setTrailingIcon(const QString& icon) {
    trailingIcon_ = icon;
    update();
}

void CardButton::setTrailingText(const QString& text) {
    trailingText_ = text;
    update();
}

void CardButton::setTrailingRoom(int width) {
    room_ = width;
    update();
}

void CardButton::setPrimary(bool primary) {
    primary_ = primary;
    update();
}

void CardButton::setMinimumCardHeight(int height) {
    least_ = height;
    updateGeometry();
}

void CardButton::setWordWrap(bool wrap) {
    wrap_ = wrap;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrap);
    setSizePolicy(policy);
    updateGeometry();
}

void CardButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QAbstractButton::changeEvent(event);
}

QRect CardButton::textRect(int width) const {
    const int left = icon_.isEmpty() ? side : side + drawingSize + (least_ > 48 ? 16 : 8);
    const QFontMetrics small(typeFont(Type::Caption));
    int right = side + room_;
    if (!trailingIcon_.isEmpty()) right += 24;
    if (!trailingText_.isEmpty()) right += small.horizontalAdvance(trailingText_) + 12;
    return {left, 0, qMax(20, width - left - right), 0};
}

int CardButton::heightForWidth(int width) const {
    const QFontMetrics bold(typeFont(least_ > 48 ? Type::Body : Type::Question, !wrap_));
    int height = bold.height();
    if (wrap_) height = bold.boundingRect(QRect(0, 0, textRect(width).width(), 1000), Qt::TextWordWrap, text()).height();
    const QFontMetrics hint(typeFont(Type::Hint));
    if (!second_.isEmpty()) height += hint.height() + 1;
    if (!unknown_.isEmpty()) height += hint.height() + 1;
    return qMax(least_, height + 14);
}

QSize CardButton::sizeHint() const { return {240, heightForWidth(width() > 40 ? width() : 280)}; }
QSize CardButton::minimumSizeHint() const { return {80, wrap_ ? least_ : sizeHint().height()}; }

void CardButton::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    const bool big = least_ > 48;
    const bool hover = underMouse() && isEnabled();
    const QColor ink = !isEnabled() ? theme.disabled : primary_ ? theme.onAccent : theme.ink;
    const QColor ink2 = !isEnabled() ? theme.disabled : primary_ ? theme.onAccent : theme.ink2;
    if (primary_)
        paintBox(painter, rect(), hover ? diagram::mixed(theme.accent, theme.ink, 0.88) : theme.accent, {}, 6);
    else
        paintBox(painter, rect(), isDown() ? theme.accentTint : theme.base,
                 hover ? theme.accent
                 : big ? theme.lineStrong
                       : theme.line,
                 6);
    if (hasFocus()) {
        if (primary_) {
            // A ring of its own colour would not show on the fill: a gap in the text's colour parts them.
            paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), {}, theme.onAccent, 5, 1.5);
            paintBox(painter, QRectF(rect()), {}, theme.focus, 6, 2);
        } else {
            paintFocusRing(painter, rect(), theme, 6);
        }
    }
    if (!icon_.isEmpty()) {
        const double y = big ? (height() - drawingSize) / 2.0 : wrap_ ? 8 : qMax(8.0, (least_ - drawingSize) / 2.0);
        diagram::paintIcon(painter, QRectF(side + (big ? 4 : 0), y, drawingSize, drawingSize), icon_,
                           colour_.isValid() ? colour_ : ink);
    }
    const QFont titleFont = typeFont(big ? Type::Body : Type::Question, !wrap_);
    const QFont hintFont = typeFont(Type::Hint);
    const QFontMetrics title(titleFont), hint(hintFont);
    QRect text = textRect(width());
    const int titleHeight =
        wrap_ ? title.boundingRect(QRect(0, 0, text.width(), 1000), Qt::TextWordWrap, this->text()).height() : title.height();
    int total = titleHeight + (second_.isEmpty() ? 0 : hint.height() + 1) + (unknown_.isEmpty() ? 0 : hint.height() + 1);
    int y = (height() - total) / 2;
    painter.setFont(titleFont);
    painter.setPen(ink);
    const QRect titleRect(text.left(), y, text.width(), titleHeight);
    if (wrap_)
        painter.drawText(titleRect, Qt::TextWordWrap, this->text());
    else
        painter.drawText(titleRect, Qt::AlignLeft | Qt::AlignVCenter,
                         title.elidedText(this->text(), Qt::ElideMiddle, text.width()));
    y += titleHeight + 1;
    painter.setFont(hintFont);
    if (!second_.isEmpty()) {
        painter.setPen(ink2);
        painter.drawText(QRect(text.left(), y, text.width(), hint.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         hint.elidedText(second_, Qt::ElideRight, text.width()));
        y += hint.height() + 1;
    }
    if (!unknown_.isEmpty()) {
        diagram::paintIcon(painter, QRectF(text.left(), y + (hint.height() - 12) / 2.0, 12, 12), QStringLiteral("cov-unknown"),
                           ink2);
        QFont italic = hintFont;
        italic.setItalic(true);
        painter.setFont(italic);
        painter.setPen(ink2);
        painter.drawText(QRect(text.left() + 16, y, text.width() - 16, hint.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(italic).elidedText(unknown_, Qt::ElideRight, text.width() - 16));
    }
    double right = width() - side;
    if (!trailingIcon_.isEmpty()) {
        diagram::paintIcon(painter, QRectF(right - 16, height() / 2.0 - 8, 16, 16), trailingIcon_, ink2);
        right -= 24;
    }
    if (!trailingText_.isEmpty()) {
        painter.setFont(typeFont(Type::Caption));
        painter.setPen(ink2);
        painter.drawText(QRectF(0, 0, right - 4, height()), Qt::AlignRight | Qt::AlignVCenter, trailingText_);
    }
}

} // namespace sallyport::ui
