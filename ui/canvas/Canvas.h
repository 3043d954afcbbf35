// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Placeable.h"
#include "diagram/Drawing.h"
#include "diagram/Overlay.h"

#include <QGraphicsView>
#include <QTimer>

#include <memory>
#include <vector>

namespace sallyport::diagram {
struct Look;
}

namespace sallyport::ui {

class Camera;
class CanvasCommands;
class CanvasScene;
class InlineEditor;
class Tool;
class Workspace;
struct Pointer;

enum class ToolKind { Select, Pan, Connect, Zone, Note, Place };

/// The middle of the window: the workspace's diagram, painted and edited. Every input event goes to a tool, every edit
/// through Workspace::edit, and what is repainted is what the document's changes touched. Works alike in every lens;
/// handles for sizes, bends and connecting stand in Design alone. Follows Workspace by itself, except for the overlay.
class Canvas : public QGraphicsView {
    Q_OBJECT

public:
    explicit Canvas(Workspace& workspace, QWidget* parent = nullptr);
    ~Canvas() override;

    Workspace& workspace() const { return workspace_; }
    CanvasScene& elements() const { return *scene_; }
    const diagram::Drawing& drawing() const;

    /// What the lens adds; only elements whose mark differs are painted again. Until the overlay of a new lens arrives
    /// the old one stays.
    void setOverlay(const diagram::Overlay& overlay);
    const diagram::Overlay& overlay() const;

    /// Zooming, panning, fitting.
    Camera& camera() const { return *camera_; }
    double zoom() const;        ///< 1 = 100 %
    QRectF visibleArea() const; ///< scene coordinates

    ToolKind tool() const { return kind_; }
    /// Select, Pan, Connect, Zone or Note; placing something of a kind is startPlacing().
    void setTool(ToolKind kind);
    /// The next click puts it there; Enter puts it where there is room; Esc does without.
    void startPlacing(const Placeable& what);
    /// What startPlacing() was asked for last.
    const std::optional<Placeable>& placing() const { return placing_; }

    /// Everything that is done to the selection, or to the diagram as a whole.
    CanvasCommands& commands() const { return *commands_; }

    /// Snapping to neighbours and to the grid of 8; on at first.
    bool isSnapping() const { return snapping_; }
    void setSnapping(bool snapping);

    /// Opens the field for the name (of a note: its text) over the element. False if it is not drawn.
    bool rename(const QString& id);
    InlineEditor& inlineEditor() const { return *editor_; }

    /// The element the keyboard is at; empty: none.
    const QString& focusedElement() const { return focused_; }
    void setFocusedElement(const QString& id, bool bracketed = true);

    /// One line for the status bar: what the tool or drag would do now. Empty: show what is selected.
    const QString& hint() const { return hint_; }
    void setHint(const QString& hint);

    /// The common box of what is selected and has one: where handles stand. Null: nothing has.
    QRectF handleBox() const;

    // For tools.

    Pointer pointerAt(const QPoint& viewport, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const;
    /// What the pointer is over, as hovered: border and edge dots.
    void setHovered(const QString& id);
    const QString& hovered() const { return hovered_; }
    /// Repaints what tools and selection draw over the elements.
    void updateDecorations();
    /// In a drag nothing is scrolled by clamping, and Esc is the drag's.
    bool isDragging() const;

Q_SIGNALS:
    void toolChanged();
    void zoomChanged(double zoom);
    /// Another part of the scene, or the same at another scale.
    void viewChanged();
    /// Shapes or marks differ.
    void pictureChanged();
    void hintChanged(const QString& hint);
    void snappingChanged(bool snapping);
    void hiddenChanged(int hidden);
    /// The selection is what the menu is for; CanvasActions answers it.
    void menuRequested(const QPoint& global, const QPointF& scene);

protected:
    void paintEvent(QPaintEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void take(std::unique_ptr<Tool> tool, ToolKind kind);
    Tool& activeTool() const;
    void followDocument();
    void followSelection();
    void announce();
    void startFlash(const QString& id);
    void setPanning(bool panning);
    void scrollWhileDragging();
    bool handleKey(QKeyEvent& event);
    void paintElementDecorations(QPainter& painter, const QRectF& exposed) const;
    void paintHovered(QPainter& painter, const diagram::Look& look) const;
    void paintEmptyState(QPainter& painter) const;
    std::vector<QRectF> decoratedAreas() const;
    void updateCursor();
    QString tipOf(const QString& id) const;

    Workspace& workspace_;
    std::unique_ptr<CanvasScene> scene_;
    std::unique_ptr<Camera> camera_;
    std::unique_ptr<CanvasCommands> commands_;
    std::unique_ptr<InlineEditor> editor_;
    std::unique_ptr<Tool> tool_, panTool_, dropTool_;
    std::vector<std::unique_ptr<Tool>> retired_; ///< a tool may put itself away; it is gone with the next event
    ToolKind kind_ = ToolKind::Select;
    std::optional<Placeable> placing_;
    QString hovered_, focused_, hint_, flashing_;
    std::vector<QRectF> decorated_; ///< where decorations were painted last
    int flashesLeft_ = 0;
    QTimer* edgeTimer_; ///< runs while something is dragged over the border of the view
    QPoint draggedTo_;
    Qt::KeyboardModifiers draggedWith_;
    bool bracketed_ = false, snapping_ = true, panning_ = false;
};

} // namespace sallyport::ui
