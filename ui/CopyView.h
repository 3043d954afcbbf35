// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LensOverlay.h"
#include "panels/ControlSelection.h"

#include <QWidget>

class QLabel;

namespace sallyport::ui {

class Canvas;
class CanvasActions;
class WhatIf;

/// Beside the canvas in the Advice lens: the copy that an edit is tried on, drawn and coloured like the original, and
/// editable: while it has the keyboard, keys for the canvas, undo among them, are the copy's.
class CopyView : public QWidget {
    Q_OBJECT

public:
    explicit CopyView(WhatIf& whatIf, QWidget* parent = nullptr);

    Canvas& canvas() const { return *canvas_; }

Q_SIGNALS:
    /// canvas().overlay() is another.
    void overlayChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    WhatIf& whatIf_;
    ControlSelection selection_;
    LensOverlay overlay_;
    Canvas* canvas_;
    CanvasActions* actions_;
    QLabel* title_;
};

} // namespace sallyport::ui
