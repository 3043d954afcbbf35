// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Placeable.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace sallyport::ui {

class PaletteModel;
class Workspace;

/// Left in Design, 208 wide: all kinds of components and zones, and notes, with their keys. Dragged onto the canvas, or
/// clicked and then placed by a click there; Enter puts one where there is room.
class PalettePanel : public QWidget {
    Q_OBJECT

public:
    explicit PalettePanel(Workspace& workspace, QWidget* parent = nullptr);

    QLineEdit& filter() const { return *filter_; }
    QListView& list() const { return *list_; }
    QSize sizeHint() const override { return {208, 600}; }

Q_SIGNALS:
    /// Connect to Canvas::startPlacing.
    void placingRequested(const sallyport::ui::Placeable& what);
    /// Connect to Canvas::commands().placeSomewhere: at once, where there is room.
    void placeRequested(const sallyport::ui::Placeable& what);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();

    Workspace& workspace_;
    QLineEdit* filter_;
    QListView* list_;
    PaletteModel* model_;
};

} // namespace sallyport::ui
