// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/Chip.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QKeyEvent>
#include <QPainter>

namespace sallyport::ui {

Chip::Chip(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &Chip::next);
    tell();
}

void Chip::setAnswer(Answer answer) {
    if (answer == answer_) return;
    answer_ = answer;
    tell();
    update();
}

void Chip::setRemovable(bool removable) {
    removable_ = removable;
    tell();
    updateGeometry();
}

void Chip::tell() {
    static const QHash<Answer, QString> words{{Answer::Unknown, tr("unknown")},
                                              {Answer::Yes, tr("yes")},
                                              {Answer::No, tr("no")},
                                              {Answer::Mixed, tr("several answers")}};
    if (removable_) {
        setAccessibleName(tr("Remove %1").arg(text()));
        setToolTip(accessibleName());
    } else {
        setAccessibleName(text() + QStringLiteral(": ") + words.value(answer_));
        setToolTip(accessibleName() + tr(". Press for yes, no, unknown; or y, n, u."));
    }
}

void Chip::next() {
    if (removable_) {
        Q_EMIT removalAsked();
        return;
    }
    switch (answer_) {
        case Answer::Unknown:
        case Answer::Mixed:
            Q_EMIT answered(Answer::Yes);
            break;
        case Answer::Yes:
            Q_EMIT answered(Answer::No);
            break;
        case Answer::No:
            Q_EMIT answered(Answer::Unknown);
            break;
    }
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (removable_ && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removalAsked();
        return;
    }
    if (!removable_ && event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
            case Qt::Key_Y:
                Q_EMIT answered(Answer::Yes);
                return;
            case Qt::Key_N:
                Q_EMIT answered(Answer::No);
                return;
            case Qt::Key_U:
                Q_EMIT answered(Answer::Unknown);
                return;
            default:
                break;
        }
    }
    QAbstractButton::keyPressEvent(event);
}

QSize Chip::sizeHint() const { return {QFontMetrics(typeFont(Type::Hint, true)).horizontalAdvance(text()) + 34, 24}; }

void Chip::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    const double radius = box.height() / 2;
    const bool hover = underMouse() && isEnabled();
    QColor ink = theme.ink2;
    QFont text = typeFont(Type::Hint);
    const bool yes = removable_ || answer_ == Answer::Yes;
    if (yes) {
        paintBox(painter, box, theme.accentTint, theme.accent, radius, 1.25);
        ink = theme.ink;
    } else if (answer_ == Answer::No) {
        paintBox(painter, box, theme.base, hover ? theme.accent : theme.line, radius);
        text.setStrikeOut(true);
    } else if (answer_ == Answer::Mixed) {
        paintBox(painter, box, theme.base, hover ? theme.accent : theme.lineStrong, radius);
    } else {
        paintBox(painter, box, theme.base, {}, radius);
        paintDottedBox(painter, box, hover ? theme.accent : theme.ink3, radius);
        text.setItalic(true);
    }
    if (hasFocus()) paintFocusRing(painter, box, theme, radius);

    const QPointF c(removable_ ? box.right() - 13 : box.left() + 13, box.center().y());
    painter.setPen(QPen(yes && !removable_ ? theme.accent : ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (removable_ || answer_ == Answer::No) {
        painter.drawLine(c + QPointF(-2.8, -2.8), c + QPointF(2.8, 2.8));
        painter.drawLine(c + QPointF(-2.8, 2.8), c + QPointF(2.8, -2.8));
    } else if (yes) {
        painter.drawPolyline(QPolygonF({c + QPointF(-3.6, 0.2), c + QPointF(-1.1, 2.7), c + QPointF(3.8, -2.8)}));
    } else if (answer_ == Answer::Mixed) {
        painter.drawLine(c + QPointF(-3, 0), c + QPointF(3, 0));
    } else {
        painter.setFont(typeFont(Type::Hint, true));
        painter.drawText(QRectF(c.x() - 6, box.top(), 12, box.height()), Qt::AlignCenter, QStringLiteral("?"));
    }
    painter.setFont(text);
    painter.setPen(ink);
    painter.drawText(removable_ ? box.adjusted(11, 0, -22, 0) : box.adjusted(22, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     this->text());
}

} // namespace sallyport::ui
