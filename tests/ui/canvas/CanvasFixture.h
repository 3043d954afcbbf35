// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasActions.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/InlineEditor.h"
#include "diagram/Geometry.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QTest>

namespace sallyport::tests {

/// A canvas of 1000 x 700 at 100 %, looking at a small model:
///
///     zone "edge" (trust 10): gateway            zone "apps" (trust 30): web-bff, api      browser outside of both
///
/// with flows browser -> gateway -> web-bff, and a note.
class CanvasFixture {
public:
    CanvasFixture();

    ui::Workspace workspace;
    ui::Canvas canvas{workspace};
    ui::CanvasActions actions{canvas};

    const model::Model& model() const { return workspace.model(); }
    document::Document& document() { return workspace.document(); }
    QRectF rectOf(const QString& id) const { return diagram::rectOf(canvas.drawing(), id); }
    QPoint at(const QPointF& scene) const { return canvas.mapFromScene(scene); }
    QPoint centreOf(const QString& id) const { return at(rectOf(id).center()); }
    /// A point of the zone's title strip.
    QPoint titleOf(const QString& zone) const { return at(rectOf(zone).topLeft() + QPointF(120, 12)); }

    void click(const QPoint& at, Qt::KeyboardModifiers modifiers = {});
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {});
    void press(const QPoint& at, Qt::KeyboardModifiers modifiers = {});
    void moveTo(const QPoint& at);
    void release(const QPoint& at, Qt::KeyboardModifiers modifiers = {});
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void drop(const QString& type, const QByteArray& data, const QPoint& at);
    int steps() { return document().historyPosition(); }
    /// Types into the open inline field and presses Enter.
    void typeName(const QString& name);
};

/// A model with everything that can be copied, in one diagram "v".
model::Model richModel();

} // namespace sallyport::tests
