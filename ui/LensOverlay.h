// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"

#include <QObject>

#include <functional>

namespace sallyport::charts {
struct Path;
}

namespace sallyport::ui {

class ControlSelection;
class WhatIf;
class Workspace;

/// What the lens adds to the diagram now, from the newest review, the blast looked at and the control chosen. The canvas,
/// the legend and an exported picture all show this one.
class LensOverlay : public QObject {
    Q_OBJECT

public:
    LensOverlay(Workspace& workspace, ControlSelection& selection, QObject* parent = nullptr);

    const diagram::Overlay& overlay() const { return overlay_; }
    /// Where the path lit comes from; without one, none is.
    void setPathSource(const std::function<const charts::Path*()>& path) { path_ = path; }
    /// Marks in the Advice lens what differs between a model and its copy: whose side this overlay is on.
    enum class Side { Original, Copy };
    void compareWith(WhatIf& whatIf, Side side);
    void recompute();

Q_SIGNALS:
    void changed();

private:
    /// False if there is none.
    bool addBlast();
    void addChanges();

    Workspace& workspace_;
    ControlSelection& selection_;
    std::function<const charts::Path*()> path_;
    WhatIf* whatIf_ = nullptr;
    Side side_ = Side::Original;
    diagram::Overlay overlay_;
};

} // namespace sallyport::ui
