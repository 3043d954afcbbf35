// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasActions.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/InlineEditor.h"
#include "diagram/Icons.h"
#include "workspace/Workspace.h"

#include <algorithm>

namespace sallyport::ui {

CanvasActions::CanvasActions(Canvas& canvas, QObject* parent) : QObject(parent), canvas_(canvas) {
    addEditing();
    addTools();
    addInserting();
    addArranging();
    addViewing();
    Workspace& workspace = canvas.workspace();
    connect(&workspace, &Workspace::historyChanged, this, &CanvasActions::follow);
    connect(&workspace, &Workspace::documentReplaced, this, &CanvasActions::follow);
    connect(&workspace, &Workspace::selectionChanged, this, &CanvasActions::followSelection);
    connect(&workspace, &Workspace::changed, this, &CanvasActions::followSelection);
    connect(&workspace, &Workspace::themeChanged, this, &CanvasActions::restyle);
    connect(&canvas, &Canvas::toolChanged, this, &CanvasActions::follow);
    connect(&canvas, &Canvas::snappingChanged, snap, &QAction::setChecked);
    connect(&canvas, &Canvas::hiddenChanged, this, [this](int hidden) {
        showHidden->setEnabled(hidden > 0);
        showHidden->setText(hidden > 0 ? tr("&Show hidden (%1)").arg(hidden) : tr("&Show hidden"));
    });
    connect(&canvas, &Canvas::menuRequested, this, [this](const QPoint& global, const QPointF& scene) {
        QMenu menu;
        fillContextMenu(menu, scene);
        menu.exec(global);
    });
    restyle();
    follow();
    followSelection();
}

QAction* CanvasActions::add(const QString& text, const QString& icon, const QKeySequence& keys, const QString& tip,
                            bool ofCanvas, const std::function<void()>& run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    // Letters and the keys that fields and lists use as well are the canvas's only while it has the keyboard.
    action->setShortcutContext(ofCanvas ? Qt::WidgetShortcut : Qt::WindowShortcut);
    canvas_.addAction(action);
    connect(action, &QAction::triggered, this, run);
    if (!icon.isEmpty()) icons_.emplace_back(action, icon);
    QString plain = text;
    plain.remove('&');
    action->setToolTip(keys.isEmpty() ? plain : tr("%1 (%2)").arg(plain, keys.toString(QKeySequence::NativeText)));
    return action;
}

void CanvasActions::addEditing() {
    CanvasCommands& commands = canvas_.commands();
    Workspace& workspace = canvas_.workspace();
    const auto settled = [this](const std::function<void()>& run) {
        return [this, run] {
            canvas_.inlineEditor().close(true);
            run();
        };
    };
    undo = add(tr("&Undo"), "act-undo", QKeySequence::Undo, tr("Take the last step back"), false,
               settled([&workspace] { workspace.document().undo(); }));
    redo = add(tr("&Redo"), "act-redo", QKeySequence::Redo, tr("Do again what was taken back"), false,
               settled([&workspace] { workspace.document().redo(); }));
    cut = add(tr("Cu&t"), {}, QKeySequence::Cut, tr("Copy the selection and delete it"), true, [&commands] { commands.cut(); });
    copy = add(tr("&Copy"), "act-copy", QKeySequence::Copy, tr("Copy the selection with what it holds"), true,
               [&commands] { commands.copy(); });
    paste = add(tr("&Paste"), {}, QKeySequence::Paste, tr("Put what was copied into this diagram"), true,
                [&commands] { commands.paste(); });
    duplicate = add(tr("&Duplicate"), {}, QKeySequence(Qt::CTRL | Qt::Key_D), tr("A second one beside the selection"), true,
                    [&commands] { commands.duplicate(); });
    remove = add(tr("&Delete"), "act-delete", QKeySequence::Delete, tr("Delete the selection from the model"), true,
                 [&commands] { commands.remove(); });
    remove->setShortcuts({QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)});
    takeOut = add(tr("Take &out of this diagram"), {}, {}, tr("It stays in the model and in other diagrams"), true,
                  [&commands] { commands.takeOut(); });
    rename = add(tr("Re&name"), {}, QKeySequence(Qt::Key_F2), tr("Type another name, or the text of a note"), true,
                 [&commands] { commands.rename(); });
    selectAll = add(tr("Select &all"), {}, QKeySequence::SelectAll, tr("Everything in this diagram"), true,
                    [&commands] { commands.selectAll(); });
}

void CanvasActions::addTools() {
    tools = new QActionGroup(this);
    const auto tool = [this](const QString& text, const QString& icon, Qt::Key key, const QString& tip, ToolKind kind) {
        QAction* action = add(text, icon, QKeySequence(key), tip, true, [this, kind] {
            canvas_.setTool(kind);
            canvas_.setFocus(Qt::OtherFocusReason);
        });
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        tools->addAction(action);
        return action;
    };
    selectTool = tool(tr("&Select"), "tool-select", Qt::Key_V, tr("Select, move and resize"), ToolKind::Select);
    panTool = tool(tr("&Pan"), "tool-pan", Qt::Key_H, tr("Move the view; Space and the middle button do so in every tool"),
                   ToolKind::Pan);
    connectTool =
        tool(tr("&Connect"), "tool-connect", Qt::Key_C, tr("Draw a flow from one component to another"), ToolKind::Connect);
    zoneTool = tool(tr("Draw &zone"), "tool-zone", Qt::Key_Z, tr("Draw the border of a trust zone"), ToolKind::Zone);
    noteTool = tool(tr("Write &note"), "tool-note", Qt::Key_T, tr("Put words beside the drawing"), ToolKind::Note);
}

void CanvasActions::addInserting() {
    for (const Placeable& what : placeables()) {
        // The note's letter is its tool's, which does the same.
        const QKeySequence keys = what.key.isNull() || what.isNote() ? QKeySequence() : QKeySequence(QString(what.key));
        insert.push_back(add(what.label(), what.icon(), keys, what.tip(), true, [this, what] { canvas_.startPlacing(what); }));
    }
}

void CanvasActions::addArranging() {
    CanvasCommands& commands = canvas_.commands();
    const auto align = [&](const QString& text, diagram::Alignment alignment, const QString& tip) {
        return add(text, {}, {}, tip, true, [&commands, alignment] { commands.align(alignment); });
    };
    alignLeft = align(tr("Align &left"), diagram::Alignment::Left, tr("Left borders on the leftmost one"));
    alignCentre = align(tr("Align &centres"), diagram::Alignment::Centre, tr("Centres above each other"));
    alignRight = align(tr("Align &right"), diagram::Alignment::Right, tr("Right borders on the rightmost one"));
    alignTop = align(tr("Align &top"), diagram::Alignment::Top, tr("Upper borders on the topmost one"));
    alignMiddle = align(tr("Align &middles"), diagram::Alignment::Middle, tr("Middles beside each other"));
    alignBottom = align(tr("Align &bottom"), diagram::Alignment::Bottom, tr("Lower borders on the lowest one"));
    distributeAcross = add(tr("Distribute &across"), {}, {}, tr("Equal gaps from left to right"), true,
                           [&commands] { commands.distribute(Qt::Horizontal); });
    distributeDown = add(tr("Distribute &down"), {}, {}, tr("Equal gaps from top to bottom"), true,
                         [&commands] { commands.distribute(Qt::Vertical); });
    shrink = add(tr("&Fit zone to content"), {}, {}, tr("As small as what stands in it"), true,
                 [&commands] { commands.shrinkToContent(); });
    collapse = add(tr("C&ollapse zone"), {}, {}, tr("Show the zone as one card"), true,
                   [&commands, this] { commands.setCollapsed(collapse->isChecked()); });
    collapse->setCheckable(true);
    straighten =
        add(tr("&Straighten flow"), {}, {}, tr("Forget the bends made by hand"), true, [&commands] { commands.straighten(); });
    snap = add(tr("S&nap"), "act-snap", QKeySequence(Qt::CTRL | Qt::Key_G), tr("Snap to neighbours and to the grid of 8"),
               false, [this] { canvas_.setSnapping(snap->isChecked()); });
    snap->setCheckable(true);
    snap->setChecked(canvas_.isSnapping());
}

void CanvasActions::addViewing() {
    Camera& camera = canvas_.camera();
    zoomIn = add(tr("Zoom &in"), "act-zoom_in", QKeySequence::ZoomIn, tr("Larger; Ctrl and the wheel do so around the pointer"),
                 false, [&camera] { camera.zoomIn(); });
    zoomIn->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut =
        add(tr("Zoom &out"), "act-zoom_out", QKeySequence::ZoomOut, tr("Smaller"), false, [&camera] { camera.zoomOut(); });
    zoomActual =
        add(tr("&Actual size"), {}, QKeySequence(Qt::CTRL | Qt::Key_0), tr("100 %"), false, [&camera] { camera.zoomActual(); });
    fit = add(tr("Zoom to &fit"), "act-zoom_fit", QKeySequence(Qt::CTRL | Qt::Key_9), tr("The whole diagram"), false,
              [&camera] { camera.fit(); });
    fitSelection = add(tr("Zoom to s&election"), {}, QKeySequence(Qt::CTRL | Qt::Key_8),
                       tr("What is selected, as large as it fits"), false, [&camera] { camera.fitSelection(); });
    hide = add(tr("&Hide"), "act-hide", {}, tr("Hide the selection until it is shown again; the model keeps it"), true,
               [this] { canvas_.commands().hideSelection(); });
    showHidden = add(tr("&Show hidden"), "act-show", {}, tr("Everything that was hidden"), true,
                     [this] { canvas_.commands().showHidden(); });
    showHidden->setEnabled(false);
}

void CanvasActions::follow() {
    const document::Document& document = canvas_.workspace().document();
    undo->setEnabled(document.canUndo());
    redo->setEnabled(document.canRedo());
    undo->setText(document.canUndo() ? tr("&Undo: %1").arg(document.undoText()) : tr("&Undo"));
    redo->setText(document.canRedo() ? tr("&Redo: %1").arg(document.redoText()) : tr("&Redo"));
    undo->setToolTip(document.canUndo() ? tr("Undo: %1").arg(document.undoText()) : tr("Undo"));
    redo->setToolTip(document.canRedo() ? tr("Redo: %1").arg(document.redoText()) : tr("Redo"));
    const auto now = static_cast<int>(canvas_.placing() && canvas_.placing()->isZone()   ? ToolKind::Zone
                                      : canvas_.placing() && canvas_.placing()->isNote() ? ToolKind::Note
                                                                                         : canvas_.tool());
    // While a component is placed none of the tools is on.
    tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (QAction* action : tools->actions()) action->setChecked(action->data().toInt() == now);
    tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::Exclusive);
}

void CanvasActions::followSelection() {
    const CanvasCommands& commands = canvas_.commands();
    const QStringList boxes = commands.selectedBoxes(), zones = commands.selectedZones();
    const bool any = !canvas_.workspace().selection().isEmpty(), anyBox = !boxes.isEmpty();
    for (QAction* action : {cut, copy, duplicate, takeOut, hide}) action->setEnabled(anyBox);
    for (QAction* action : {remove, rename, fitSelection}) action->setEnabled(any);
    for (QAction* action : {alignLeft, alignCentre, alignRight, alignTop, alignMiddle, alignBottom})
        action->setEnabled(boxes.size() > 1);
    for (QAction* action : {distributeAcross, distributeDown}) action->setEnabled(boxes.size() > 2);
    for (QAction* action : {shrink, collapse}) action->setEnabled(!zones.isEmpty());
    collapse->setChecked(
        std::ranges::any_of(zones, [this](const QString& id) { return canvas_.drawing().zone({id})->collapsed; }));
    straighten->setEnabled(!commands.selectedRoutes().isEmpty());
}

void CanvasActions::restyle() {
    const diagram::Theme& theme = canvas_.workspace().theme();
    for (const auto& [action, icon] : icons_)
        action->setIcon(diagram::actionIcon(icon, theme.ink, theme.disabled, action->isCheckable() ? theme.accent : QColor()));
}

// ---- menus

void CanvasActions::fillEditMenu(QMenu& menu) const {
    menu.addActions({undo, redo});
    menu.addSeparator();
    menu.addActions({cut, copy, paste, duplicate});
    menu.addSeparator();
    menu.addActions({rename, remove, takeOut});
    menu.addSeparator();
    menu.addAction(selectAll);
}

void CanvasActions::fillInsertMenu(QMenu& menu) const {
    int group = 0;
    for (std::size_t i = 0; i < insert.size(); ++i) {
        if (placeables()[i].group != group) menu.addSeparator();
        group = placeables()[i].group;
        menu.addAction(insert[i]);
    }
    menu.addSeparator();
    menu.addAction(connectTool);
}

void CanvasActions::fillArrangeMenu(QMenu& menu) const {
    menu.addActions({alignLeft, alignCentre, alignRight});
    menu.addSeparator();
    menu.addActions({alignTop, alignMiddle, alignBottom});
    menu.addSeparator();
    menu.addActions({distributeAcross, distributeDown});
    menu.addSeparator();
    menu.addActions({shrink, collapse, straighten});
    menu.addSeparator();
    menu.addAction(snap);
}

void CanvasActions::fillViewMenu(QMenu& menu) const {
    menu.addActions({zoomIn, zoomOut, zoomActual, fit, fitSelection});
    menu.addSeparator();
    menu.addActions({hide, showHidden});
}

void CanvasActions::fillContextMenu(QMenu& menu, const QPointF& scene) const {
    const QStringList boxes = canvas_.commands().selectedBoxes();
    const bool any = !canvas_.workspace().selection().isEmpty();
    const auto addHere = [&](QMenu& into, const Placeable& what) {
        into.addAction(icons_.empty() ? QIcon() : insert[static_cast<std::size_t>(&what - placeables().data())]->icon(),
                       what.label(), &canvas_, [this, what, scene] {
                           const QString id = canvas_.commands().place(what, scene);
                           if (what.isNote() && !id.isEmpty()) canvas_.rename(id);
                       });
    };
    if (any) {
        menu.addAction(rename);
        if (boxes.size() > 1)
            fillArrangeMenu(*menu.addMenu(tr("Arra&nge")));
        else if (!canvas_.commands().selectedZones().isEmpty())
            menu.addActions({shrink, collapse});
        if (straighten->isEnabled()) menu.addAction(straighten);
        menu.addSeparator();
    }
    QMenu* addMenu = menu.addMenu(tr("&Add here"));
    int group = 0;
    for (const Placeable& what : placeables()) {
        if (what.group != group) addMenu->addSeparator();
        group = what.group;
        addHere(*addMenu, what);
    }
    menu.addSeparator();
    if (any) menu.addActions({cut, copy});
    menu.addAction(paste->icon(), tr("&Paste here"), &canvas_, [this, scene] { canvas_.commands().paste(scene); })
        ->setEnabled(canvas_.commands().canPaste());
    if (!boxes.isEmpty()) menu.addActions({duplicate, takeOut, hide});
    if (any) {
        menu.addAction(remove);
    } else {
        menu.addAction(selectAll);
        menu.addSeparator();
        menu.addActions({fit, snap});
    }
    if (showHidden->isEnabled()) menu.addAction(showHidden);
}

} // namespace sallyport::ui
