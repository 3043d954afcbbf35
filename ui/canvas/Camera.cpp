// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Camera.h"

#include "canvas/Canvas.h"
#include "canvas/CanvasScene.h"
#include "diagram/Geometry.h"
#include "workspace/Workspace.h"

#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <array>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr double margin = 24;
constexpr double smallestRevealed = 0.7; // what is gone to shall be readable
constexpr std::array steps{0.05, 0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, 4.0};

} // namespace

Camera::Camera(Canvas& canvas) : QObject(&canvas), canvas_(canvas) {
    motion_.setStartValue(0.0);
    motion_.setEndValue(1.0);
    motion_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&motion_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double t = value.toDouble();
        show({from_.centre + (to_.centre - from_.centre) * t, from_.zoom * std::pow(to_.zoom / from_.zoom, t)});
    });
}

double Camera::zoom() const { return canvas_.transform().m11(); }

QPointF Camera::centre() const { return canvas_.mapToScene(canvas_.viewport()->rect()).boundingRect().center(); }

bool Camera::canFit() const { return canvas_.viewport()->width() > 64 && canvas_.viewport()->height() > 64; }

int Camera::animationTime() const {
    const int style = canvas_.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &canvas_);
    return style == 0 || !canvas_.isVisible() ? 0 : 180;
}

void Camera::updateReach() {
    // The view can be moved until the drawing just leaves it, and no further.
    const QRectF bounds = canvas_.drawing().bounds();
    const double width = canvas_.viewport()->width() / zoom(), height = canvas_.viewport()->height() / zoom();
    QRectF reach = bounds.adjusted(-width, -height, width, height);
    // What is in view stays there, also while a drag or an edit makes the drawing smaller.
    reach = reach.united(canvas_.visibleArea().adjusted(-8, -8, 8, 8));
    if (canvas_.isDragging()) reach = reach.united(canvas_.QGraphicsView::sceneRect());
    if (reach != canvas_.QGraphicsView::sceneRect()) canvas_.setSceneRect(reach);
}

void Camera::show(const Place& place) {
    const double zoom = std::clamp(place.zoom, smallest, largest);
    const double before = this->zoom();
    const QSizeF seen = QSizeF(canvas_.viewport()->size()) / zoom;
    // First far enough for any centre, then exactly as far as the drawing asks for.
    QRectF around(QPointF(), seen * 2);
    around.moveCenter(place.centre);
    canvas_.setSceneRect(canvas_.QGraphicsView::sceneRect().united(around));
    canvas_.setTransform(QTransform::fromScale(zoom, zoom));
    canvas_.centerOn(place.centre);
    updateReach();
    if (zoom != before) Q_EMIT canvas_.zoomChanged(zoom);
    Q_EMIT canvas_.viewChanged();
}

void Camera::go(const Place& place, bool animated) {
    motion_.stop();
    fitWhenShown_ = false;
    const int time = animated ? animationTime() : 0;
    from_ = {centre(), zoom()};
    to_ = {place.centre, std::clamp(place.zoom, smallest, largest)};
    if (time == 0) return show(to_);
    motion_.setDuration(time);
    motion_.start();
}

void Camera::zoomBy(double factor, const QPoint& around) {
    const double now = zoom(), wanted = std::clamp(now * factor, smallest, largest);
    if (wanted == now) return;
    const QPointF fixed = canvas_.viewportTransform().inverted().map(QPointF(around));
    const QPointF middle = QPointF(canvas_.viewport()->rect().center()) + QPointF(0.5, 0.5);
    go({fixed + (middle - QPointF(around)) / wanted, wanted}, false);
}

void Camera::zoomIn() {
    const auto* next = std::ranges::upper_bound(steps, zoom() * 1.01);
    if (next != steps.end()) go({centre(), *next}, true);
}

void Camera::zoomOut() {
    const auto* next = std::ranges::lower_bound(steps, zoom() / 1.01);
    if (next != steps.begin()) go({centre(), *(next - 1)}, true);
}

void Camera::zoomActual() { go({centre(), 1}, true); }

void Camera::panBy(const QPoint& pixels) {
    motion_.stop();
    fitWhenShown_ = false;
    canvas_.horizontalScrollBar()->setValue(canvas_.horizontalScrollBar()->value() - pixels.x());
    canvas_.verticalScrollBar()->setValue(canvas_.verticalScrollBar()->value() - pixels.y());
}

void Camera::centreOn(const QPointF& scene, bool animated) { go({scene, zoom()}, animated); }

Camera::Place Camera::fitting(const QRectF& rect, double most) const {
    if (rect.isEmpty()) return {rect.center(), 1};
    const QSizeF room = QSizeF(canvas_.viewport()->size()) - QSizeF(2 * margin, 2 * margin);
    const double zoom = std::min({most, room.width() / rect.width(), room.height() / rect.height()});
    return {rect.center(), std::max(zoom, smallest)};
}

void Camera::fit(bool animated) {
    if (!canFit()) {
        fitWhenShown_ = true;
        return;
    }
    go(fitting(canvas_.drawing().bounds(), 1.0), animated);
}

void Camera::fitSelection() {
    QRectF bounds;
    for (const QString& id : canvas_.workspace().selection()) {
        bounds = bounds.united(diagram::rectOf(canvas_.drawing(), id));
        if (const auto* flow = canvas_.drawing().flow({id})) bounds = bounds.united(diagram::paintedRect(*flow));
    }
    if (!bounds.isNull()) go(fitting(bounds, 2.0), true);
}

void Camera::reveal(const QRectF& rect, bool animated) {
    if (rect.isNull() || !canFit()) return;
    const QRectF wide = rect.adjusted(-margin, -margin, margin, margin);
    const bool readable = zoom() >= smallestRevealed;
    if (readable && canvas_.visibleArea().contains(wide)) return;
    Place place = fitting(wide, std::max(zoom(), smallestRevealed));
    if (!readable && place.zoom > smallestRevealed) place.zoom = smallestRevealed;
    go(place, animated);
}

void Camera::enter(const model::DiagramId& diagram) {
    if (!diagram_.isEmpty() && !fitWhenShown_) left_[diagram_] = {centre(), zoom()};
    diagram_ = diagram;
    const auto known = left_.constFind(diagram);
    if (known != left_.constEnd()) return go(*known, false);
    fitWhenShown_ = true;
    if (canvas_.isVisible()) fit(false);
}

void Camera::forget() {
    left_.clear();
    diagram_ = {};
    fitWhenShown_ = true;
}

void Camera::resized() {
    if (fitWhenShown_ && canvas_.isVisible() && canFit()) return fit(false);
    updateReach();
}

} // namespace sallyport::ui
