// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QObject>

#include <functional>
#include <vector>

namespace sallyport::ui {

class Canvas;
struct Placeable;

/// Everything people can have done on the canvas, as actions with text, icon, shortcut and status tip, for menus and the
/// toolbar. Shortcuts without Ctrl, and those that lists and fields have too (copy, delete ...), count only while the
/// canvas has the keyboard. Enabled as the selection and the history allow. Owns the canvas's context menu.
class CanvasActions : public QObject {
    Q_OBJECT

public:
    explicit CanvasActions(Canvas& canvas, QObject* parent = nullptr);

    // Edit
    QAction* undo;
    QAction* redo;
    QAction* cut;
    QAction* copy;
    QAction* paste;
    QAction* duplicate;
    QAction* remove;
    QAction* takeOut; ///< from this diagram only
    QAction* rename;
    QAction* selectAll;

    // Tools: exclusive, checked by what the canvas does.
    QActionGroup* tools;
    QAction* selectTool;
    QAction* panTool;
    QAction* connectTool;
    QAction* zoneTool;
    QAction* noteTool;

    /// Insert: one for each of placeables(), in its order; it starts placing.
    std::vector<QAction*> insert;

    // Arrange
    QAction* alignLeft;
    QAction* alignCentre;
    QAction* alignRight;
    QAction* alignTop;
    QAction* alignMiddle;
    QAction* alignBottom;
    QAction* distributeAcross;
    QAction* distributeDown;
    QAction* shrink;     ///< zones as small as what stands in them
    QAction* collapse;   ///< zones; checkable
    QAction* straighten; ///< forgets bends made by hand
    QAction* snap;       ///< checkable

    // View
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomActual;
    QAction* fit;
    QAction* fitSelection;
    QAction* hide;
    QAction* showHidden;

    /// Menus ready for the menu bar, without a title bar entry of their own: Insert's kinds with separators, Arrange.
    void fillEditMenu(QMenu& menu) const;
    void fillInsertMenu(QMenu& menu) const;
    void fillArrangeMenu(QMenu& menu) const;
    void fillViewMenu(QMenu& menu) const;
    /// What a right click offers for the selection as it is.
    void fillContextMenu(QMenu& menu, const QPointF& scene) const;

private:
    QAction* add(const QString& text, const QString& icon, const QKeySequence& keys, const QString& tip, bool ofCanvas,
                 const std::function<void()>& run);
    void addEditing();
    void addTools();
    void addInserting();
    void addArranging();
    void addViewing();
    void follow();
    void followSelection();
    void restyle();

    Canvas& canvas_;
    std::vector<std::pair<QAction*, QString>> icons_;
};

} // namespace sallyport::ui
