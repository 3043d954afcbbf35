// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/SectionHeader.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QPainter>

namespace sallyport::ui {

SectionHeader::SectionHeader(const QString& title, QWidget* parent) : QAbstractButton(parent) {
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void SectionHeader::setNote(const QString& note) {
    if (note == note_) return;
    note_ = note;
    setAccessibleDescription(note);
    update();
}

QSize SectionHeader::sizeHint() const {
    return {QFontMetrics(typeFont(Type::Question, true)).horizontalAdvance(text()) + 120, 30};
}

QSize SectionHeader::minimumSizeHint() const { return {80, 30}; }

void SectionHeader::enterEvent(QEnterEvent*) { update(); }
void SectionHeader::leaveEvent(QEvent*) { update(); }

void SectionHeader::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    const double middle = height() / 2.0 + 0.5;
    diagram::paintIcon(painter, QRectF(4, middle - 6, 12, 12),
                       isChecked() ? QStringLiteral("chev-down") : QStringLiteral("chev-right"),
                       underMouse() ? theme.accent : theme.ink2);
    painter.setFont(typeFont(Type::Question, true));
    painter.setPen(theme.ink);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(text());
    painter.drawText(QRect(22, 1, titleWidth + 2, height() - 1), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(typeFont(Type::Hint));
    painter.setPen(theme.ink2);
    const QRect noteRect(22 + titleWidth + 10, 1, width() - titleWidth - 37, height() - 1);
    painter.drawText(noteRect, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(note_, Qt::ElideRight, noteRect.width()));
    if (hasFocus()) paintFocusRing(painter, QRectF(rect()).adjusted(-0.0, 2, 0, -1), theme, 3);
}

} // namespace sallyport::ui
