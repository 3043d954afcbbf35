// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/WelcomeParts.h"

#include "diagram/Icons.h"
#include "diagram/Render.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"

#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace sallyport::ui {

namespace {

constexpr int footHeight = 62;

QString shortPath(const QString& path) {
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

} // namespace

QString whenText(const QDateTime& then, const QDateTime& now) {
    if (!then.isValid()) return {};
    const QDate day = then.toLocalTime().date(), today = now.toLocalTime().date();
    if (day == today) return RecentRow::tr("today, %1").arg(then.toLocalTime().toString(QStringLiteral("HH:mm")));
    if (day == today.addDays(-1)) return RecentRow::tr("yesterday");
    return QLocale::c().toString(day, day.year() == today.year() ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

RecentRow::RecentRow(const RecentFile& file, bool first, bool last, QWidget* parent)
    : QAbstractButton(parent), file_(file), first_(first), last_(last) {
    setText(file.title);
    setAccessibleName(tr("Open %1").arg(file.title));
    setAccessibleDescription(file.path);
    setToolTip(file.path);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecentRow::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setClipRect(rect());
    // One frame around all rows: each draws its part of it.
    const QRectF frame = QRectF(rect()).adjusted(0, first_ ? 0 : -10, 0, last_ ? 0 : 10);
    paintBox(painter, frame, underMouse() || isDown() ? diagram::mixed(theme.accentTint, theme.base, 0.5) : theme.base,
             theme.line, 6);
    if (!first_) painter.fillRect(QRect(1, 0, width() - 2, 1), theme.line);
    if (hasFocus()) paintFocusRing(painter, rect(), theme, first_ || last_ ? 6 : 2);
    diagram::paintIcon(painter, QRectF(13, height() / 2.0 - 12, 24, 24), QStringLiteral("app-sallyport"), theme.accent);
    const QFont title = typeFont(Type::Body, true), small = typeFont(Type::Hint);
    const int right = width() - 16;
    painter.setFont(small);
    painter.setPen(theme.ink2);
    const QString when = whenText(file_.opened, QDateTime::currentDateTime());
    painter.drawText(QRect(right - 130, 0, 130, height()), Qt::AlignRight | Qt::AlignVCenter, when);
    if (file_.components >= 0 && width() > 480)
        painter.drawText(QRect(right - 300, 0, 130, height()), Qt::AlignRight | Qt::AlignVCenter,
                         countText(file_.components, tr("component"), tr("components")));
    const int room = (width() > 480 ? right - 310 : right - 140) - 52;
    painter.setFont(title);
    painter.setPen(theme.ink);
    const QString name = painter.fontMetrics().elidedText(file_.title, Qt::ElideRight, room - 24);
    painter.drawText(QRect(52, 4, room, 20), Qt::AlignLeft | Qt::AlignVCenter, name);
    if (file_.sealed)
        diagram::paintIcon(painter, QRectF(52 + painter.fontMetrics().horizontalAdvance(name) + 8, 8, 12, 12),
                           QStringLiteral("lock-closed"), theme.ink2);
    painter.setFont(small);
    painter.setPen(theme.ink2);
    painter.drawText(QRect(52, 22, room, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(shortPath(file_.path), Qt::ElideMiddle, room));
}

ExampleCard::ExampleCard(const ExampleModel& example, QWidget* parent) : QAbstractButton(parent), example_(example) {
    setText(example.title);
    setAccessibleName(tr("Open the example %1").arg(example.title));
    QStringList said{example.line};
    for (const ExampleModel::Figure& figure : example.figures) said << figure.value + QLatin1Char(' ') + figure.label;
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ExampleCard::resizeEvent(QResizeEvent* event) {
    picture_ = {};
    QAbstractButton::resizeEvent(event);
}

void ExampleCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) picture_ = {};
    QAbstractButton::changeEvent(event);
}

void ExampleCard::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = QRectF(rect());
    const QRectF top = all.adjusted(0, 0, 0, -footHeight);
    paintBox(painter, all, underMouse() ? diagram::mixed(theme.accentTint, theme.base, 0.5) : theme.base, {}, 6);
    QPainterPath rounded;
    rounded.addRoundedRect(all.adjusted(1, 1, -1, -1), 6, 6);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(top, theme.canvas);
    painter.restore();
    const double ratio = devicePixelRatioF();
    if (picture_.isNull() && !example_.drawing.isEmpty()) {
        picture_ = QPixmap((top.size() * ratio).toSize());
        picture_.setDevicePixelRatio(ratio);
        picture_.fill(Qt::transparent);
        QPainter inside(&picture_);
        inside.setRenderHint(QPainter::Antialiasing);
        diagram::RenderOptions options;
        options.theme = &theme;
        options.legend = false;
        options.ground = false;
        options.margin = 0;
        diagram::renderOverview(inside, QRectF(QPointF(0, 0), top.size()).adjusted(20, 16, -20, -14), example_.drawing,
                                options);
    }
    if (!picture_.isNull()) painter.drawPixmap(QPointF(0, 0), picture_);
    painter.fillRect(QRectF(0, top.bottom(), width(), 1), theme.line);
    paintBox(painter, all, {}, underMouse() ? theme.accent : theme.line, 6);
    if (hasFocus()) paintFocusRing(painter, all, theme, 6);

    const QFont title = typeFont(Type::Body, true), small = typeFont(Type::Hint), figure = typeFont(Type::Title, true);
    const double first = top.bottom() + 10, second = top.bottom() + 32;
    double right = width() - 16;
    for (auto at = example_.figures.rbegin(); at != example_.figures.rend(); ++at) {
        const double w =
            qMax(QFontMetrics(figure).horizontalAdvance(at->value), QFontMetrics(small).horizontalAdvance(at->label)) + 2;
        painter.setFont(figure);
        painter.setPen(theme.ink);
        painter.drawText(QRectF(right - w, first, w, 22), Qt::AlignRight | Qt::AlignVCenter, at->value);
        painter.setFont(small);
        painter.setPen(theme.ink2);
        painter.drawText(QRectF(right - w, second, w, 18), Qt::AlignRight | Qt::AlignVCenter, at->label);
        right -= w + 20;
    }
    const double room = right - 16;
    painter.setFont(title);
    painter.setPen(theme.ink);
    painter.drawText(QRectF(16, first, room, 22), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(example_.title, Qt::ElideRight, static_cast<int>(room)));
    painter.setFont(small);
    painter.setPen(theme.ink2);
    painter.drawText(QRectF(16, second, room, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(example_.line, Qt::ElideRight, static_cast<int>(room)));
}

} // namespace sallyport::ui
