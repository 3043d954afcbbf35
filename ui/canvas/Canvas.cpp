// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Canvas.h"

#include "canvas/Camera.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/ElementOrder.h"
#include "canvas/InlineEditor.h"
#include "canvas/SelectTool.h"
#include "canvas/Tools.h"
#include "workspace/Workspace.h"

#include <QAccessible>
#include <QStyle>
#include <QTimer>

namespace sallyport::ui {

Canvas::Canvas(Workspace& workspace, QWidget* parent)
    : QGraphicsView(parent), workspace_(workspace), scene_(std::make_unique<CanvasScene>(workspace)) {
    setObjectName("canvas");
    setAccessibleName(tr("Diagram"));
    setScene(scene_.get());
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(SmartViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
    camera_ = std::make_unique<Camera>(*this);
    commands_ = std::make_unique<CanvasCommands>(*this);
    editor_ = std::make_unique<InlineEditor>(*this);
    edgeTimer_ = new QTimer(this);
    edgeTimer_->setInterval(30);
    connect(edgeTimer_, &QTimer::timeout, this, &Canvas::scrollWhileDragging);
    panTool_ = std::make_unique<PanTool>(*this);
    tool_ = std::make_unique<SelectTool>(*this);

    connect(scene_.get(), &CanvasScene::shapesChanged, this, &Canvas::followDocument);
    connect(scene_.get(), &CanvasScene::marksChanged, this, &Canvas::pictureChanged);
    connect(scene_.get(), &CanvasScene::rebuilt, this, [this] {
        activeTool().cancel();
        hovered_.clear();
        focused_.clear();
        viewport()->update();
        camera_->enter(workspace_.diagram());
        Q_EMIT pictureChanged();
        Q_EMIT hiddenChanged(static_cast<int>(drawing().hidden().size()));
    });
    connect(&workspace, &Workspace::documentReplaced, this, [this] { camera_->forget(); });
    connect(&workspace, &Workspace::selectionChanged, this, &Canvas::followSelection);
    connect(&workspace, &Workspace::lensChanged, this, [this] { viewport()->update(); });
    connect(&workspace, &Workspace::themeChanged, this, [this] { viewport()->update(); });
    connect(&workspace, &Workspace::goToRequested, this, &Canvas::startFlash);
    camera_->enter(workspace.diagram());
}

Canvas::~Canvas() {
    // Tools and drags use the canvas while they go.
    retired_.clear();
    tool_.reset();
    dropTool_.reset();
    panTool_.reset();
    setScene(nullptr);
}

const diagram::Drawing& Canvas::drawing() const { return scene_->drawing(); }
const diagram::Overlay& Canvas::overlay() const { return scene_->overlay(); }
void Canvas::setOverlay(const diagram::Overlay& overlay) { scene_->setOverlay(overlay); }

double Canvas::zoom() const { return camera_->zoom(); }

QRectF Canvas::visibleArea() const { return viewportTransform().inverted().mapRect(QRectF(viewport()->rect())); }

// ---- tools

Tool& Canvas::activeTool() const { return panning_ ? *panTool_ : *tool_; }

bool Canvas::isDragging() const { return activeTool().isDragging(); }

void Canvas::take(std::unique_ptr<Tool> tool, ToolKind kind) {
    tool_->cancel();
    retired_.push_back(std::move(tool_));
    tool_ = std::move(tool);
    kind_ = kind;
    setHovered({});
    setHint(tool_->hint());
    updateCursor();
    updateDecorations();
    Q_EMIT toolChanged();
}

void Canvas::setTool(ToolKind kind) {
    placing_.reset();
    switch (kind) {
        case ToolKind::Select:
            return take(std::make_unique<SelectTool>(*this), kind);
        case ToolKind::Pan:
            return take(std::make_unique<PanTool>(*this), kind);
        case ToolKind::Connect:
            return take(std::make_unique<ConnectTool>(*this), kind);
        case ToolKind::Zone:
            return take(std::make_unique<ZoneTool>(*this), kind);
        case ToolKind::Note:
            return take(std::make_unique<NoteTool>(*this), kind);
        case ToolKind::Place:
            if (placing_) startPlacing(*placing_);
            return;
    }
}

void Canvas::startPlacing(const Placeable& what) {
    setFocus(Qt::OtherFocusReason);
    const auto* zone = std::get_if<model::ZoneKind>(&what.what);
    const Placeable placed = what; // may be our own, which the tool before forgets
    if (zone)
        take(std::make_unique<ZoneTool>(*this, *zone), ToolKind::Place);
    else
        take(std::make_unique<PlaceTool>(*this, placed), ToolKind::Place);
    placing_ = placed;
}

void Canvas::setPanning(bool panning) {
    if (panning == panning_ || (panning && tool_->isDragging())) return;
    if (!panning) panTool_->cancel();
    panning_ = panning;
    setHovered({});
    updateCursor();
}

void Canvas::updateCursor() { viewport()->setCursor(activeTool().cursor()); }

void Canvas::setSnapping(bool snapping) {
    if (snapping == snapping_) return;
    snapping_ = snapping;
    Q_EMIT snappingChanged(snapping);
}

void Canvas::setHint(const QString& hint) {
    if (hint == hint_) return;
    hint_ = hint;
    Q_EMIT hintChanged(hint);
}

void Canvas::setHovered(const QString& id) {
    if (id == hovered_) return;
    hovered_ = id;
    updateDecorations();
}

bool Canvas::rename(const QString& id) { return editor_->open(id); }

void Canvas::setFocusedElement(const QString& id, bool bracketed) {
    focused_ = id;
    bracketed_ = bracketed && !id.isEmpty();
    updateDecorations();
    announce();
}

// ---- following

void Canvas::followDocument() {
    updateDecorations();
    if (scene_->isPreviewing()) return; // what is dragged is shown here, and elsewhere once it has come to stand
    camera_->updateReach();
    Q_EMIT pictureChanged();
}

void Canvas::followSelection() {
    const QString current = workspace_.current();
    if (current != focused_) {
        focused_ = current;
        bracketed_ = false;
    }
    updateDecorations();
    announce();
    Q_EMIT pictureChanged();
}

void Canvas::announce() {
    const QString text = focused_.isEmpty() ? QString() : spoken(workspace_.model(), focused_);
    if (text == accessibleDescription()) return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void Canvas::startFlash(const QString& id) {
    QRectF rect = diagram::rectOf(drawing(), id);
    if (const auto* flow = drawing().flow({id})) rect = diagram::paintedRect(*flow);
    if (rect.isNull()) return;
    camera_->reveal(rect);
    setFocusedElement(id, hasFocus());
    flashing_ = id;
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    flashesLeft_ = still ? 0 : 4;
    updateDecorations();
    for (int i = 1; i <= flashesLeft_; ++i)
        QTimer::singleShot(i * 250, this, [this, id, i] {
            if (flashing_ != id) return;
            flashesLeft_ = 4 - i;
            if (flashesLeft_ == 0) flashing_.clear();
            updateDecorations();
        });
}

} // namespace sallyport::ui
