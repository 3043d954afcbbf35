// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Arranging.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/SelectTool.h"
#include "diagram/Geometry.h"
#include "workspace/Workspace.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

/// What the canvas paints itself: the ground, the overview, and everything that tools and selection draw over elements.
namespace sallyport::ui {

namespace {

constexpr std::size_t mostAreas = 200; // beyond that the whole view is painted again

double onScreen(double size, double zoom) { return size / std::clamp(zoom, 0.35, 1.0); }

} // namespace

void Canvas::paintEvent(QPaintEvent* event) {
    scene_->setExposure(event->region(), viewportTransform());
    if (diagram::detailFor(zoom()) != diagram::Detail::Overview) return QGraphicsView::paintEvent(event);
    // Far away, everything is a few batches of rectangles and lines: no item is asked.
    QPainter painter(viewport());
    painter.setWorldTransform(viewportTransform());
    const QRectF exposed = viewportTransform().inverted().mapRect(QRectF(event->rect().adjusted(-1, -1, 1, 1)));
    drawBackground(&painter, exposed);
    diagram::paintOverview(painter, drawing(), scene_->look(zoom()), exposed, scene_->selected());
    drawForeground(&painter, exposed);
}

void Canvas::drawBackground(QPainter* painter, const QRectF& rect) {
    diagram::paintGround(*painter, rect, scene_->look(zoom()), workspace_.lens() == diagram::Lens::Design);
}

void Canvas::drawForeground(QPainter* painter, const QRectF& rect) {
    if (drawing().isEmpty()) paintEmptyState(*painter);
    paintElementDecorations(*painter, rect);
    const diagram::Look look = scene_->look(zoom());
    if (look.detail != diagram::Detail::Overview) diagram::paintPathStops(*painter, drawing(), look);
    activeTool().paint(*painter, look);
    if (dropTool_) dropTool_->paint(*painter, look);
}

QRectF Canvas::handleBox() const {
    QRectF box;
    for (const QString& id : workspace_.selection()) {
        const QRectF rect = diagram::rectOf(drawing(), id);
        if (!rect.isNull()) box = box.isNull() ? rect : box.united(rect);
    }
    return box;
}

void Canvas::paintElementDecorations(QPainter& painter, const QRectF& exposed) const {
    const diagram::Look look = scene_->look(zoom());
    const bool overview = look.detail == diagram::Detail::Overview;
    const double reach = onScreen(24, zoom());
    const QRectF near = exposed.adjusted(-reach, -reach, reach, reach);
    const bool hasHandles = scene_->hasHandles() && !overview;
    int boxes = 0;
    for (const QString& id : workspace_.selection()) {
        const QRectF rect = diagram::rectOf(drawing(), id);
        if (rect.isNull()) continue;
        ++boxes;
        if (overview || !rect.intersects(near)) continue;
        if (const auto* card = drawing().card({id}))
            diagram::paintSelection(painter, *card, look, false);
        else
            diagram::paintSelection(painter, rect, look, false);
    }
    if (hasHandles && boxes > 0) diagram::paintSelection(painter, handleBox(), look, true);
    paintHovered(painter, look);
    if (!flashing_.isEmpty() && flashesLeft_ % 2 == 0) {
        if (const auto* flow = drawing().flow({flashing_}))
            diagram::paintHover(painter, *flow, look);
        else
            diagram::paintDropPreview(painter, diagram::rectOf(drawing(), flashing_).adjusted(-4, -4, 4, 4), {}, look);
    }
    if (bracketed_ && hasFocus()) {
        const auto* flow = drawing().flow({focused_});
        const QRectF rect =
            flow ? diagram::paintedRect(*flow).adjusted(12, 12, -12, -12) : diagram::rectOf(drawing(), focused_);
        if (flow || !rect.isNull()) diagram::paintFocus(painter, rect, look);
    }
}

void Canvas::paintHovered(QPainter& painter, const diagram::Look& look) const {
    if (hovered_.isEmpty() || look.detail == diagram::Detail::Overview) return;
    if (const auto* flow = drawing().flow({hovered_})) {
        if (!scene_->isSelected(hovered_)) diagram::paintHover(painter, *flow, look);
        return;
    }
    const auto* card = drawing().card({hovered_});
    if (!card) return;
    const bool connects = scene_->hasHandles() && !isDragging() && (kind_ == ToolKind::Select || kind_ == ToolKind::Connect);
    const bool selected = scene_->isSelected(hovered_);
    diagram::paintHover(painter, *card, look, connects && !selected);
    if (!connects || !selected) return;
    painter.setPen(QPen(look.theme.accent, 1.5));
    painter.setBrush(look.theme.base);
    for (const QRectF& dot : diagram::edgeDots(dotsRect(card->rect, true), zoom())) painter.drawEllipse(dot);
}

void Canvas::paintEmptyState(QPainter& painter) const {
    painter.save();
    painter.resetTransform();
    painter.setPen(workspace_.theme().ink3);
    QFont font = this->font();
    font.setPixelSize(16);
    painter.setFont(font);
    painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Press a letter and click, or drag a kind here."));
    painter.restore();
}

std::vector<QRectF> Canvas::decoratedAreas() const {
    std::vector<QRectF> areas;
    const double reach = onScreen(16, zoom());
    const auto add = [&](const QString& id, double wide) {
        if (const QRectF rect = diagram::rectOf(drawing(), id); !rect.isNull())
            addBorder(areas, rect, wide);
        else if (const auto* flow = drawing().flow({id}))
            areas.push_back(diagram::paintedRect(*flow));
    };
    for (const QString& id : workspace_.selection()) {
        if (areas.size() > mostAreas) return areas;
        if (!drawing().flow({id})) add(id, reach);
    }
    if (workspace_.selection().size() > 1) addBorder(areas, handleBox(), reach);
    add(hovered_, onScreen(26, zoom()));
    if (bracketed_) add(focused_, reach);
    add(flashing_, reach);
    activeTool().addAreas(areas);
    if (dropTool_) dropTool_->addAreas(areas);
    return areas;
}

void Canvas::updateDecorations() {
    std::vector<QRectF> now = decoratedAreas();
    const bool whole = now.size() > mostAreas || decorated_.size() > mostAreas ||
                       diagram::detailFor(zoom()) == diagram::Detail::Overview || drawing().isEmpty();
    if (whole) {
        viewport()->update();
    } else {
        const QTransform transform = viewportTransform();
        for (const auto* areas : {&decorated_, &now})
            for (const QRectF& area : *areas)
                viewport()->update(transform.mapRect(area).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
    decorated_ = std::move(now);
}

} // namespace sallyport::ui
