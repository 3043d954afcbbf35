// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LensOverlay.h"

#include "charts/DrawnChanges.h"
#include "charts/Overlays.h"
#include "panels/ControlSelection.h"
#include "workspace/WhatIf.h"

namespace sallyport::ui {

LensOverlay::LensOverlay(Workspace& workspace, ControlSelection& selection, QObject* parent)
    : QObject(parent), workspace_(workspace), selection_(selection) {
    connect(&workspace, &Workspace::lensChanged, this, &LensOverlay::recompute);
    connect(&workspace, &Workspace::reviewChanged, this, &LensOverlay::recompute);
    connect(&selection, &ControlSelection::changed, this, &LensOverlay::recompute);
    // After the views that answer to the same signal, because one of them tells the path.
    connect(&workspace, &Workspace::blastChanged, this, &LensOverlay::recompute, Qt::QueuedConnection);
}

bool LensOverlay::addBlast() {
    const auto engine = workspace_.engine();
    const auto blast = workspace_.blast();
    if (!engine || !blast) return false;
    const bool hasPath = path_ && workspace_.lens() == Lens::Blast;
    overlay_ =
        charts::blastOverlay(workspace_.model(), *engine, *blast, hasPath ? path_() : nullptr, workspace_.review().get());
    return true;
}

void LensOverlay::compareWith(WhatIf& whatIf, Side side) {
    whatIf_ = &whatIf;
    side_ = side;
    for (const auto signal : {&WhatIf::changed, &WhatIf::resultsChanged})
        connect(&whatIf, signal, this, &LensOverlay::recompute, Qt::QueuedConnection);
    recompute();
}

void LensOverlay::addChanges() {
    if (whatIf_ == nullptr || !whatIf_->isActive()) return;
    const charts::DrawnChanges changes = charts::drawnChanges(whatIf_->original().model(), whatIf_->copy().model());
    charts::mark(overlay_, workspace_.model(), side_ == Side::Original ? changes.before : changes.after);
}

void LensOverlay::recompute() {
    const auto review = workspace_.review();
    const model::Model& model = workspace_.model();
    switch (workspace_.lens()) {
        case Lens::Design:
            overlay_ = charts::designOverlay(model, review.get());
            break;
        case Lens::Blast:
            overlay_ = {};
            overlay_.lens = Lens::Blast;
            addBlast();
            break;
        case Lens::Advice:
            if (!addBlast()) overlay_ = charts::designOverlay(model, review.get());
            addChanges();
            break;
        case Lens::Coverage:
            overlay_ = {};
            overlay_.lens = Lens::Coverage;
            if (review) overlay_ = charts::coverageOverlay(model, review->coverage, selection_.choice(), review.get());
            break;
    }
    Q_EMIT changed();
}

} // namespace sallyport::ui
