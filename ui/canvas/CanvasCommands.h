// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Arranging.h"
#include "canvas/Placeable.h"
#include "diagram/Geometry.h"

#include <QObject>

namespace sallyport::ui {

class Canvas;

/// What is done to the selection or the diagram without a drag. Each command is one undoable edit, or none.
class CanvasCommands : public QObject {
    Q_OBJECT

public:
    explicit CanvasCommands(Canvas& canvas);

    /// Puts something new with its centre there; the zone it lands in grows if it has to. Its id; empty if refused.
    QString place(const Placeable& what, const QPointF& centre);
    QString place(const Placeable& what, const QRectF& rect);
    /// Where there is room: in the selected zone, else in the middle of the view.
    QString placeSomewhere(const Placeable& what);
    /// Existing elements that this diagram does not show yet; the first stands with its centre there.
    void placeExisting(const QStringList& ids, const QPointF& centre);
    /// Both are components. The flow's id; empty if refused.
    QString connect(const QString& source, const QString& target);

    void copy();
    void cut();
    bool canPaste() const;
    void paste(std::optional<QPointF> centre = {});
    void duplicate();
    void remove();
    /// From this diagram; it stays in the model.
    void takeOut();
    void selectAll();
    /// Opens the field for the name over what is selected.
    void rename();

    /// Moves the selection; presses in a row are one step.
    void nudge(const QPointF& by);
    void align(diagram::Alignment alignment);
    void distribute(Qt::Orientation along);
    void shrinkToContent();
    void setCollapsed(bool collapsed);
    void straighten();

    void hideSelection();
    void showHidden();

    /// What can be done with the selection: elements with a rect of this diagram; zones of it; routed flows of it.
    QStringList selectedBoxes() const;
    QStringList selectedZones() const;
    QStringList selectedRoutes() const;

private:
    QString place(const Placeable& what, const QRectF& rect, const std::optional<model::ZoneId>& zone);
    void pasteText(const QByteArray& text, std::optional<QPointF> centre, const QString& title);
    QStringList selectedInDiagram() const;
    void arrange(const QString& verb, const QStringList& boxes, const std::vector<QRectF>& rects, const ArrangeRules& rules,
                 const QString& continuing = {});

    Canvas& canvas_;
};

} // namespace sallyport::ui
