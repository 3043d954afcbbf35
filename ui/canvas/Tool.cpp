// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Tool.h"

#include "canvas/Canvas.h"

namespace sallyport::ui {

Tool::~Tool() = default;

void Tool::begin(std::unique_ptr<Drag> drag) { drag_ = std::move(drag); }

void Tool::drag(const Pointer& pointer) {
    if (!drag_) return;
    drag_->to(pointer);
    canvas_.updateDecorations();
}

void Tool::release(const Pointer& pointer) {
    if (!drag_) return;
    // Whatever the end of the drag does, the drag itself is over.
    const std::unique_ptr<Drag> done = std::move(drag_);
    canvas_.setHint(hint());
    done->finish(pointer);
    canvas_.updateDecorations();
}

bool Tool::cancel() {
    if (!drag_) return false;
    const std::unique_ptr<Drag> done = std::move(drag_);
    canvas_.setHint(hint());
    done->cancel();
    canvas_.updateDecorations();
    return true;
}

void addBorder(Areas& areas, const QRectF& rect, double reach) {
    const QRectF outer = rect.adjusted(-reach, -reach, reach, reach);
    if (outer.width() < 8 * reach || outer.height() < 8 * reach) return areas.push_back(outer);
    const double side = 2 * reach;
    areas.emplace_back(outer.left(), outer.top(), outer.width(), side);
    areas.emplace_back(outer.left(), outer.bottom() - side, outer.width(), side);
    areas.emplace_back(outer.left(), outer.top(), side, outer.height());
    areas.emplace_back(outer.right() - side, outer.top(), side, outer.height());
}

void Tool::addAreas(Areas& areas) const {
    if (drag_) drag_->addAreas(areas);
}

void Tool::paint(QPainter& painter, const diagram::Look& look) const {
    if (drag_) drag_->paint(painter, look);
}

} // namespace sallyport::ui
