// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Navigator.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasScene.h"
#include "diagram/Painting.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr double border = 8;

} // namespace

Navigator::Navigator(Canvas& canvas, QWidget* parent) : QWidget(parent), canvas_(canvas) {
    setAccessibleName(tr("Navigator"));
    setAccessibleDescription(tr("The whole diagram in small; the arrow keys move the view"));
    setToolTip(tr("Drag to move the view"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&canvas, &Canvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&canvas, &Canvas::pictureChanged, this, &Navigator::forget);
    connect(&canvas.workspace(), &Workspace::themeChanged, this, &Navigator::forget);
}

void Navigator::forget() {
    picture_ = {};
    update();
}

QTransform Navigator::toWidget() const {
    // The drawing stands still while the view moves; only what lies beyond it makes it smaller.
    const QRectF scene = canvas_.drawing().bounds().adjusted(-48, -48, 48, 48);
    const QRectF room = QRectF(rect()).adjusted(border + 2, border + 2, -border - 2, -border - 2);
    const double scale = std::min(room.width() / scene.width(), room.height() / scene.height());
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-scene.center().x(), -scene.center().y());
    return transform;
}

void Navigator::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = canvas_.workspace().theme();
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    const QRectF frame = QRectF(rect()).adjusted(border, border, -border, -border);
    const QTransform transform = toWidget();
    if (picture_.isNull()) {
        const double ratio = devicePixelRatioF();
        picture_ = QPixmap((QSizeF(size()) * ratio).toSize());
        picture_.setDevicePixelRatio(ratio);
        picture_.fill(theme.base);
        QPainter into(&picture_);
        into.setTransform(transform, true);
        const double scale = transform.m11();
        const diagram::Look look(theme, canvas_.overlay(), scale, diagram::Detail::Overview);
        if (!canvas_.drawing().isEmpty())
            diagram::paintOverview(into, canvas_.drawing(), look, {}, canvas_.elements().selected());
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, frame, theme.base, theme.line, 5);
    painter.setClipRect(frame.adjusted(1, 1, -1, -1));
    painter.drawPixmap(0, 0, picture_);
    const QRectF seen = transform.mapRect(canvas_.visibleArea()).intersected(frame.adjusted(2, 2, -2, -2));
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    if (!canvas_.drawing().isEmpty()) painter.drawRoundedRect(seen, 2, 2);
    painter.setClipping(false);
    if (hasFocus()) paintFocusRing(painter, frame.adjusted(-3, -3, 3, 3), theme, 7);
}

void Navigator::panTo(const QPointF& point) { canvas_.camera().centreOn(toWidget().inverted().map(point)); }

void Navigator::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) panTo(event->position());
}

void Navigator::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) panTo(event->position());
}

void Navigator::wheelEvent(QWheelEvent* event) {
    canvas_.camera().zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), canvas_.viewport()->rect().center());
    event->accept();
}

void Navigator::keyPressEvent(QKeyEvent* event) {
    constexpr int step = 64;
    switch (event->key()) {
        case Qt::Key_Left:
            return canvas_.camera().panBy({step, 0});
        case Qt::Key_Right:
            return canvas_.camera().panBy({-step, 0});
        case Qt::Key_Up:
            return canvas_.camera().panBy({0, step});
        case Qt::Key_Down:
            return canvas_.camera().panBy({0, -step});
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return canvas_.camera().zoomIn();
        case Qt::Key_Minus:
            return canvas_.camera().zoomOut();
        case Qt::Key_Home:
            return canvas_.camera().fit();
        default:
            event->ignore();
    }
}

void Navigator::resizeEvent(QResizeEvent*) { forget(); }

} // namespace sallyport::ui
