// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"

#include <QWidget>

namespace sallyport::ui {

class Workspace;

/// Under the canvas, 36 high: the explanation of the lens. Takes the overlay the canvas shows; hidden where the lens
/// needs none.
class LegendBar : public QWidget {
    Q_OBJECT

public:
    explicit LegendBar(Workspace& workspace, QWidget* parent = nullptr);

    void setOverlay(const diagram::Overlay& overlay);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Workspace& workspace_;
    diagram::Overlay overlay_;
};

} // namespace sallyport::ui
