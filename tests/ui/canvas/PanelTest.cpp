// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PanelTest.h"

#include "CanvasFixture.h"
#include "canvas/Navigator.h"
#include "canvas/OutlineModel.h"
#include "canvas/OutlinePanel.h"
#include "canvas/PaletteModel.h"
#include "canvas/PalettePanel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTreeView>

#include <random>

namespace sallyport::tests {

namespace {

/// The tree as lines, each id under its parent's.
QStringList linesOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, const QString& above = {}) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString line = above + '/' + index.data(ui::OutlineModel::IdRole).toString() + '=' + index.data().toString();
        lines << line << linesOf(model, index, above + '/' + index.data(ui::OutlineModel::IdRole).toString());
    }
    return lines;
}

struct Outlined : CanvasFixture {
    ui::OutlinePanel outline{workspace};
    Outlined() {
        outline.resize(240, 600);
        outline.show();
    }
    QPoint rowAt(const QString& id) {
        outline.tree().scrollTo(outline.indexOf(id));
        return outline.tree().visualRect(outline.indexOf(id)).center();
    }
};

} // namespace

void PanelTest::paletteClickPlacesWithTheNextClick() {
    CanvasFixture fixture;
    ui::PalettePanel palette(fixture.workspace);
    QObject::connect(&palette, &ui::PalettePanel::placingRequested, &fixture.canvas, &ui::Canvas::startPlacing);
    palette.resize(208, 700);
    palette.show();
    const QModelIndex backend =
        palette.list().model()->match(palette.list().model()->index(0, 0), Qt::DisplayRole, "Backend").first();
    palette.list().scrollTo(backend);
    QTest::mouseClick(palette.list().viewport(), Qt::LeftButton, {}, palette.list().visualRect(backend).center());
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Place);
    fixture.click(fixture.at({600, 420}));
    QCOMPARE(fixture.model().components.find({fixture.workspace.current()})->kind, model::ComponentKind::Backend);
}

void PanelTest::paletteFiltersAndPlacesByEnter() {
    CanvasFixture fixture;
    ui::PalettePanel palette(fixture.workspace);
    QObject::connect(&palette, &ui::PalettePanel::placeRequested, &fixture.canvas,
                     [&](const ui::Placeable& what) { fixture.canvas.commands().placeSomewhere(what); });
    palette.show();
    const int all = palette.list().model()->rowCount();
    QVERIFY(all > 28);
    QTest::keyClicks(&palette.filter(), "identity p");
    QCOMPARE(palette.list().model()->rowCount(), 1);
    fixture.workspace.select({"apps"});
    QTest::keyClick(&palette.filter(), Qt::Key_Return);
    const model::Component* made = fixture.model().components.find({fixture.workspace.current()});
    QVERIFY(made);
    QCOMPARE(made->kind, model::ComponentKind::IdentityProvider);
    QCOMPARE(made->zone, model::ZoneId{"apps"});
    QTest::keyClick(&palette.filter(), Qt::Key_Escape);
    QCOMPARE(palette.list().model()->rowCount(), all);
}

void PanelTest::paletteDragsItsKind() {
    ui::PaletteModel model;
    model.build();
    const QAbstractItemModelTester tester(&model);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const std::unique_ptr<QMimeData> data(model.mimeData({index}));
        QCOMPARE(data != nullptr, model.at(index) != nullptr);
        if (data) QCOMPARE(ui::placeableFromText(data->data(ui::placeableMimeType)), std::optional(*model.at(index)));
    }
    QVERIFY(!ui::placeableFromText("component:rocket"));
    QVERIFY(!ui::placeableFromText(""));
}

void PanelTest::outlineFollowsTheSelection() {
    Outlined fixture;
    fixture.click(fixture.centreOf("web-bff"));
    QCOMPARE(fixture.outline.tree().currentIndex(), fixture.outline.indexOf("web-bff"));
    QTest::mouseClick(fixture.outline.tree().viewport(), Qt::LeftButton, {}, fixture.rowAt("gateway"));
    QCOMPARE(fixture.workspace.selection(), QStringList{"gateway"});
    QTest::mouseClick(fixture.outline.tree().viewport(), Qt::LeftButton, Qt::ControlModifier, fixture.rowAt("api"));
    QCOMPARE(fixture.workspace.selection(), QStringList({"gateway", "api"}));
    fixture.workspace.select({"f2"}); // beneath a folded component
    QVERIFY(fixture.outline.tree().selectionModel()->isSelected(fixture.outline.indexOf("f2")));
    fixture.workspace.select({});
    QVERIFY(!fixture.outline.tree().selectionModel()->hasSelection());
}

void PanelTest::outlineRenamesAndDeletes() {
    Outlined fixture;
    fixture.workspace.select({"api"});
    fixture.outline.tree().setFocus();
    fixture.outline.tree().edit(fixture.outline.indexOf("api"));
    auto* field = fixture.outline.tree().findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, "orders-api");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(fixture.model().nameOf("api"), "orders-api"); // the view takes it with its next event
    QCOMPARE(fixture.outline.indexOf("api").data().toString(), "orders-api");
    QTest::keyClick(&fixture.outline.tree(), Qt::Key_Delete);
    QVERIFY(!fixture.model().components.contains({"api"}));
    QVERIFY(!fixture.outline.indexOf("api").isValid());
    fixture.document().undo();
    QVERIFY(fixture.outline.indexOf("api").isValid());
}

void PanelTest::outlineDragChangesTheZone() {
    Outlined fixture;
    QAbstractItemModel* tree = fixture.outline.tree().model();
    const std::unique_ptr<QMimeData> data(tree->mimeData({fixture.outline.indexOf("browser")}));
    QVERIFY(data);
    QVERIFY(tree->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, fixture.outline.indexOf("edge")));
    tree->dropMimeData(data.get(), Qt::MoveAction, -1, -1, fixture.outline.indexOf("edge"));
    QCOMPARE(fixture.model().components.find({"browser"})->zone, model::ZoneId{"edge"});
    QCOMPARE(fixture.outline.indexOf("browser").parent(), fixture.outline.indexOf("edge"));
    QVERIFY(fixture.rectOf("edge").contains(fixture.rectOf("browser"))); // and it stands there
    QVERIFY(!fixture.rectOf("gateway").intersects(fixture.rectOf("browser")));
    QCOMPARE(fixture.steps(), 1);
    const std::unique_ptr<QMimeData> zone(tree->mimeData({fixture.outline.indexOf("edge")}));
    tree->dropMimeData(zone.get(), Qt::MoveAction, -1, -1, fixture.outline.indexOf("apps"));
    QCOMPARE(fixture.model().zones.find({"edge"})->parent, model::ZoneId{"apps"});
    QVERIFY(fixture.rectOf("apps").contains(fixture.rectOf("edge")));
    QVERIFY(fixture.rectOf("edge").contains(fixture.rectOf("gateway")));
}

void PanelTest::outlineFollowsEveryEdit_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void PanelTest::outlineFollowsEveryEdit() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    ui::Workspace workspace;
    workspace.setDocument(std::move(*document::Document::fromModel(richModel(), "test")));
    ui::OutlineModel followed(workspace, nullptr);
    const QAbstractItemModelTester tester(&followed, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto anyOf = [&](const auto& rows) {
        auto at = rows.begin();
        for (auto steps = random() % static_cast<unsigned>(rows.size()); steps > 0; --steps) ++at;
        return at->id;
    };
    for (int i = 0; i < 60; ++i) {
        const model::Model& model = workspace.model();
        (void)workspace.document().edit("step", [&](document::Editor& editor) {
            const auto zone = random() % 3 && !model.zones.isEmpty() ? std::optional(anyOf(model.zones)) : std::nullopt;
            switch (random() % 8) {
                case 0:
                    return void(document::addComponent(editor, {"v"}, model::ComponentKind::Backend, zone, {0, 0, 176, 64}));
                case 1:
                    return void(document::addZone(editor, {"v"}, model::ZoneKind::Data, zone, {0, 0, 200, 100}));
                case 2:
                    if (!model.components.isEmpty()) document::moveInto(editor, anyOf(model.components).value, zone);
                    return;
                case 3:
                    if (!model.zones.isEmpty()) document::moveInto(editor, anyOf(model.zones).value, zone);
                    return;
                case 4:
                    if (!model.components.isEmpty())
                        document::rename(editor, anyOf(model.components).value, QString::number(random() % 100));
                    return;
                case 5:
                    if (!model.components.isEmpty())
                        document::addFlow(editor, anyOf(model.components), anyOf(model.components));
                    return;
                case 6:
                    if (model.components.size() > 3) document::eraseElements(editor, {anyOf(model.components).value});
                    return;
                default:
                    if (model.zones.size() > 2) document::eraseElements(editor, {anyOf(model.zones).value});
                    return;
            }
        });
        if (random() % 4 == 0) workspace.document().undo();
        const ui::OutlineModel anew(workspace, nullptr);
        QCOMPARE(linesOf(followed).join('\n'), linesOf(anew).join('\n'));
    }
}

void PanelTest::outlineKeepsWhatIsExpanded() {
    Outlined fixture;
    QVERIFY(fixture.outline.tree().isExpanded(fixture.outline.indexOf("apps")));
    fixture.outline.tree().collapse(fixture.outline.indexOf("apps"));
    fixture.outline.tree().expand(fixture.outline.indexOf("gateway"));
    fixture.workspace.edit("rename", [](document::Editor& editor) { document::rename(editor, "apps", "a new name"); });
    fixture.workspace.edit("add", [](document::Editor& editor) {
        document::addComponent(editor, {"v"}, model::ComponentKind::Bff, model::ZoneId{"edge"}, {0, 0, 176, 64});
    });
    QVERIFY(!fixture.outline.tree().isExpanded(fixture.outline.indexOf("apps")));
    QVERIFY(fixture.outline.tree().isExpanded(fixture.outline.indexOf("gateway")));
    QTest::keyClicks(&fixture.outline.filter(), "api");
    QVERIFY(fixture.outline.tree().isExpanded(fixture.outline.indexOf("apps")));
    fixture.outline.filter().clear();
    QVERIFY(!fixture.outline.tree().isExpanded(fixture.outline.indexOf("apps")));
    QVERIFY(fixture.outline.tree().isExpanded(fixture.outline.indexOf("gateway")));
}

void PanelTest::outlineFilters() {
    Outlined fixture;
    QTest::keyClicks(&fixture.outline.filter(), "WEB");
    QVERIFY(fixture.outline.indexOf("web-bff").isValid());
    QVERIFY(fixture.outline.indexOf("apps").isValid()); // above it
    QVERIFY(!fixture.outline.indexOf("browser").isValid());
    fixture.outline.filter().clear();
    QVERIFY(fixture.outline.indexOf("browser").isValid());
}

void PanelTest::navigatorPans() {
    CanvasFixture fixture;
    ui::Navigator navigator(fixture.canvas);
    navigator.resize(208, 114);
    navigator.show();
    fixture.canvas.camera().zoomBy(2, {500, 350});
    const QPoint to = navigator.toWidget().map(fixture.rectOf("api").center()).toPoint();
    QTest::mouseClick(&navigator, Qt::LeftButton, {}, to);
    QVERIFY(QLineF(fixture.canvas.camera().centre(), fixture.rectOf("api").center()).length() < 12);
    QTest::keyClick(&navigator, Qt::Key_Left);
    QVERIFY(fixture.canvas.camera().centre().x() < fixture.rectOf("api").center().x());
}

void PanelTest::everythingHasAName() {
    Outlined fixture;
    ui::PalettePanel palette(fixture.workspace);
    ui::Navigator navigator(fixture.canvas);
    for (const QWidget* panel : {static_cast<QWidget*>(&fixture.outline), static_cast<QWidget*>(&palette),
                                 static_cast<QWidget*>(&navigator), static_cast<QWidget*>(&fixture.canvas)}) {
        QVERIFY(panel->focusPolicy() == Qt::NoFocus || !panel->accessibleName().isEmpty());
        for (const QWidget* child : panel->findChildren<QWidget*>())
            if (child->focusPolicy() & Qt::TabFocus && child->metaObject()->className() != QByteArray("QWidget") &&
                !child->isHidden())
                QVERIFY2(!child->accessibleName().isEmpty() || child->objectName().startsWith("qt_"),
                         child->metaObject()->className());
    }
}

} // namespace sallyport::tests
