// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlRows.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QPainter>

namespace sallyport::ui {

namespace {
constexpr int margin = 12;
} // namespace

void paintElement(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    paintBox(painter, rect.adjusted(margin, 2, -margin, -2), {}, theme.line, 5);
    if (row.status)
        diagram::paintStatus(painter, QRectF(rect.left() + margin + 10, rect.center().y() - 7, 14, 14), *row.status, theme);
    const QRectF text(rect.left() + margin + 34, rect.top() + 4, rect.width() - 2 * margin - 62, 18);
    painter.setFont(typeFont(Type::Table, true));
    painter.setPen(theme.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideMiddle, static_cast<int>(text.width())));
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    painter.drawText(text.translated(0, 16), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.hint, Qt::ElideRight, static_cast<int>(text.width())));
    diagram::paintIcon(painter, QRectF(rect.right() - margin - 24, rect.center().y() - 7, 14, 14), QStringLiteral("chev-right"),
                       theme.ink2);
}

void paintMatch(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    const QRectF text(rect.left() + margin, rect.top() + 4, rect.width() - 2 * margin, 18);
    painter.setFont(typeFont(Type::Table, true));
    painter.setPen(theme.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, static_cast<int>(text.width())));
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    painter.drawText(text.translated(0, 16), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.hint, Qt::ElideRight, static_cast<int>(text.width())));
}

StatusBox::StatusBox() {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StatusBox::setStatus(diagram::Status status, const QString& title, const QString& text) {
    status_ = status;
    title_ = title;
    text_ = text;
    setAccessibleName(title + QStringLiteral(". ") + text);
    updateGeometry();
    update();
}

int StatusBox::heightForWidth(int width) const {
    return 40 + QFontMetrics(typeFont(Type::Hint))
                    .boundingRect(0, 0, std::max(40, width - 54), 1000, Qt::TextWordWrap, text_)
                    .height();
}

void StatusBox::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.statusTint(status_), theme.status(status_), 5, 1.5);
    diagram::paintStatus(painter, QRectF(13, 11, 18, 18), status_, theme);
    painter.setPen(theme.ink);
    painter.setFont(typeFont(Type::Question, true));
    painter.drawText(QRect(42, 8, width() - 54, 20), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(title_, Qt::ElideRight, width() - 54));
    painter.setFont(typeFont(Type::Hint));
    painter.drawText(QRect(42, 29, width() - 54, height() - 34), Qt::TextWordWrap, text_);
}

} // namespace sallyport::ui
