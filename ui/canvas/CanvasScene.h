// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/CanvasItems.h"
#include "diagram/Drawing.h"
#include "diagram/Painting.h"

#include <QGraphicsScene>
#include <QRegion>
#include <QSet>
#include <QTransform>

namespace sallyport::document {
struct Changes;
}

namespace sallyport::ui {

class Workspace;

/// The workspace's diagram as items, one a shape (flows and zones two, for what lies over other lines). Keeps the drawing
/// in step with the document, and repaints just what is different: shapes that Drawing::update() touched, elements whose
/// mark in the overlay differs, flows that are selected.
class CanvasScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit CanvasScene(Workspace& workspace);
    ~CanvasScene() override;

    Workspace& workspace() const { return workspace_; }
    const diagram::Drawing& drawing() const { return drawing_; }
    const diagram::Overlay& overlay() const { return overlay_; }
    void setOverlay(const diagram::Overlay& overlay);

    /// What elements are painted with at a scale, now.
    diagram::Look look(double scale) const;
    bool isSelected(const QString& id) const { return selected_.contains(id); }
    const QSet<QString>& selected() const { return selected_; }
    /// Handles stand in the Design lens.
    bool hasHandles() const;

    /// Shapes stand elsewhere for the time of a drag; nothing ends it.
    void preview(const QHash<QString, QRectF>& moved);
    bool isPreviewing() const { return previewing_; }
    void setHidden(const QSet<QString>& hidden);

    /// The element under a point, the topmost; flows within the reach of their line. Empty: none.
    QString elementAt(const QPointF& scene, double reach) const;
    /// Elements that stand within an area: cards and notes it touches, zones and flows that are wholly in it.
    QStringList elementsIn(const QRectF& area) const;

    /// What of the view is being painted, in its pixels.
    void setExposure(const QRegion& exposure, const QTransform& toView);
    /// The box around the exposed parts of an area of the scene; null if there are none.
    QRectF exposedWithin(const QRectF& scene) const;
    /// Items painted since the last call; for tests and benchmarks.
    int takePainted() { return std::exchange(painted_, 0); }
    void countPainted() { ++painted_; }

Q_SIGNALS:
    /// Shapes were added, changed or removed.
    void shapesChanged(const sallyport::diagram::Touched& touched);
    /// All of them; another diagram or document, perhaps.
    void rebuilt();
    void marksChanged();

private:
    template <class Item, class Over, class Id, class Shapes>
    void sync(const QSet<Id>& touched, const Shapes& shapes);
    template <class Item>
    void syncItem(QHash<QString, ElementItem*>& items, const QString& id, bool exists);

    void rebuild();
    void follow(const document::Changes& changes);
    void followSelection();
    void apply(const diagram::Touched& touched);
    void growIndex(const QRectF& bounds);
    ElementItem* itemOf(const QString& id) const;
    void updateElement(const QString& id);
    void updateAll();

    Workspace& workspace_;
    diagram::Drawing drawing_;
    diagram::Overlay overlay_;
    QSet<QString> selected_;
    QRegion exposure_;
    QTransform toView_, toScene_;
    QHash<QString, ElementItem*> items_, over_; ///< over_: tags and labels, which lie over lines
    int painted_ = 0;
    bool previewing_ = false;
};

} // namespace sallyport::ui
