// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClipboardTest.h"

#include "CanvasFixture.h"

#include "document/Clipboard.h"
#include "document/Json.h"

#include <QClipboard>
#include <QMimeData>

#include <random>

namespace sallyport::tests {

using document::Document;

namespace {

/// Rows of a model with every id replaced by its element's name, as sorted lines: equal for isomorphic models whose
/// names are unique.
QStringList linesByName(const model::Model& model) {
    QStringList lines;
    for (const model::Table& table : model::tables()) {
        table.each(model, [&](const void* row) {
            QStringList words{QString::fromLatin1(table.name)};
            const auto values = table.values(row);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto* text = std::get_if<QString>(&values[i]);
                const bool isId = text && model::elementKind(model, *text) != model::ElementKind::None;
                const model::Note* note = isId ? model.notes.find({*text}) : nullptr;
                const model::Grant* grant = isId ? model.grants.find({*text}) : nullptr;
                words << (note    ? "note " + note->text
                          : grant ? "grant " + model.nameOf(grant->identity.value) + model.nameOf(grant->target.value)
                          : isId  ? model.nameOf(*text)
                          : text  ? *text
                          : std::holds_alternative<qint64>(values[i]) ? QString::number(std::get<qint64>(values[i]))
                          : std::holds_alternative<double>(values[i]) ? QString::number(std::get<double>(values[i]))
                                                                      : QString());
            }
            lines << words.join('|');
        });
    }
    lines.sort();
    return lines;
}

QStringList everyId(const model::Model& model) {
    QStringList ids;
    for (const model::Table& table : model::tables())
        if (table.letter != 0 && table.id != model::TableId::Diagram)
            table.each(model, [&](const void* row) { ids << std::get<QString>(table.columns.front().get(row)); });
    return ids;
}

std::unique_ptr<Document> emptyDocument() {
    auto document = std::make_unique<Document>();
    const model::Diagram diagram = *document->model().diagrams.begin();
    (void)document->edit("title", [&](document::Editor& editor) { editor.put(model::Diagram{diagram.id, "Overview", 0}); });
    return document;
}

} // namespace

void ClipboardTest::copyingEverythingGivesAnIsomorphicModel() {
    const model::Model model = richModel();
    const QByteArray text = document::copyElements(model, {"v"}, everyId(model));
    const auto copied = document::readCopied(text);
    QVERIFY2(copied.has_value(), copied ? "" : qPrintable(copied.error().text()));
    const auto into = emptyDocument();
    const auto done = into->edit(
        "Paste", [&](document::Editor& editor) { document::paste(editor, *copied, into->model().diagrams.begin()->id, {}); });
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().text()));
    QCOMPARE(linesByName(into->model()).join('\n'), linesByName(model).join('\n'));
}

void ClipboardTest::copyingTheDiagramBringsWhatItUses() {
    const model::Model model = richModel();
    const auto copied = document::readCopied(document::copyElements(model, {"v"}, {"edge", "apps", "browser", "n1"}));
    QVERIFY(copied.has_value());
    QCOMPARE(linesByName(*copied).join('\n'), linesByName(model).join('\n'));
}

void ClipboardTest::aPartLeavesOutWhatItRefersTo() {
    const model::Model model = richModel();
    const auto copied = document::readCopied(document::copyElements(model, {"v"}, {"apps"}));
    QVERIFY2(copied.has_value(), copied ? "" : qPrintable(copied.error().text()));
    QVERIFY(!copied->components.contains({"gateway"}));
    QVERIFY(copied->components.contains({"api"})); // two zones deep
    QVERIFY(copied->flows.contains({"f3"}));
    QVERIFY(!copied->flows.contains({"f2"}));
    QVERIFY(copied->zoneAllowedSources.isEmpty());
    // "No sources but these" would be another statement without these.
    QVERIFY(!copied->zoneHas.contains({{"apps"}, "allowed_source.*"}));
    QVERIFY(!copied->identities.find({"i1"})->issuer);
    QVERIFY(copied->grants.contains({"g1"}));
}

void ClipboardTest::whatTheDocumentHasIsShared() {
    const auto document = std::move(*Document::fromModel(richModel(), "test"));
    const auto copied = document::readCopied(document::copyElements(document->model(), {"v"}, {"web-bff"}));
    QVERIFY(copied.has_value());
    QStringList ids;
    QVERIFY(document->edit("Paste", [&](document::Editor& editor) { ids = document::paste(editor, *copied, {"v"}, {8, 8}); }));
    QCOMPARE(ids.size(), 1);
    QCOMPARE(document->model().secrets.size(), 1);
    QCOMPARE(document->model().identities.size(), 2);
    QVERIFY(document->model().holdings.contains({{"s1"}, {ids.first()}}));
    QVERIFY(document->model().assignments.contains({{"i1"}, {ids.first()}}));
    QCOMPARE(document->model().nameOf(ids.first()), "web-bff 2");
    document->undo();
    QCOMPARE(document->model(), richModel());
}

void ClipboardTest::pastingAnywhereKeepsTheLaws_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void ClipboardTest::pastingAnywhereKeepsTheLaws() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const model::Model model = richModel();
    QStringList ids;
    for (const QString& id : everyId(model))
        if (random() % 2) ids << id;
    const QByteArray text = document::copyElements(model, {"v"}, ids);
    if (text.isEmpty()) return;
    const auto copied = document::readCopied(text);
    QVERIFY2(copied.has_value(), copied ? "" : qPrintable(copied.error().text()));
    const auto document = std::move(*Document::fromModel(model, "test"));
    const QByteArray before = document->dump();
    for (int twice = 0; twice < 2; ++twice) {
        const auto done = document->edit("Paste", [&](document::Editor& editor) {
            document::paste(editor, *copied, {"v"}, {16, 16});
        });
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().text()));
    }
    QVERIFY(Document::fromModel(document->model(), "again").has_value());
    while (document->canUndo()) document->undo();
    QCOMPARE(document->dump(), before);
}

void ClipboardTest::nastyTextIsRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("nothing like it") << QByteArray("hello");
    QTest::addRow("half") << QByteArray("{\"components\": [");
    QTest::addRow("deep") << QByteArray(200000, '[');
    QTest::addRow("deep object") << QByteArray("{\"components\": ") + QByteArray(200000, '[');
    QTest::addRow("unknown list") << QByteArray("{\"viruses\": []}");
    QTest::addRow("unknown kind") << QByteArray(R"({"components": [{"id": "c1", "name": "x", "kind": "rocket"}]})");
    QTest::addRow("dangling flow") << QByteArray(R"({"flows": [{"id": "f1", "source": "nowhere", "target": "nobody"}]})");
    QTest::addRow("zone in itself") << QByteArray(R"({"zones": [{"id": "z1", "name": "z", "parent": "z1"}]})");
    QTest::addRow("id twice") << QByteArray(
        R"({"components": [{"id": "a", "name": "x", "kind": "bff"}], "zones": [{"id": "a", "name": "z"}]})");
    QTest::addRow("far away") << QByteArray(
        R"({"components": [{"id": "a", "name": "x", "kind": "bff"}], "diagrams": [{"id": "v", "title": "t",
        "ordinal": 0, "placements": [{"element": "a", "x": 1e300, "y": 0, "w": 176, "h": 64, "collapsed": false}]}]})");
    QTest::addRow("placement of nothing") << QByteArray(R"({"diagrams": [{"id": "v", "title": "t", "ordinal": 0,
        "placements": [{"element": "a", "x": 1, "y": 0, "w": 176, "h": 64, "collapsed": false}]}]})");
    QByteArray nulls("{\"components\": []}");
    nulls[3] = '\0';
    QTest::addRow("zero byte") << nulls;
}

void ClipboardTest::nastyTextIsRefused() {
    QFETCH(QByteArray, text);
    CanvasFixture fixture;
    const QByteArray before = fixture.document().dump();
    int refusals = 0;
    QObject::connect(&fixture.workspace, &ui::Workspace::refused, &fixture.canvas, [&](const Error& error) {
        ++refusals;
        QVERIFY(!error.what.isEmpty());
    });
    auto* data = new QMimeData;
    data->setData("application/x-sallyport-model+json", text);
    QGuiApplication::clipboard()->setMimeData(data);
    fixture.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(refusals, 1);
    QCOMPARE(fixture.document().dump(), before);
    QVERIFY(!fixture.document().canUndo());
}

void ClipboardTest::copyAndPasteBetweenDocuments() {
    CanvasFixture from, to;
    from.canvas.activateWindow();
    from.canvas.setFocus();
    from.workspace.select({"apps"});
    from.actions.copy->trigger();
    to.workspace.setDocument(std::make_unique<Document>());
    to.actions.paste->trigger();
    QCOMPARE(to.model().components.size(), 2);
    QCOMPARE(to.model().zones.size(), 1);
    QCOMPARE(to.model().zones.begin()->name, "apps");
    for (const model::Component& component : to.model().components) QCOMPARE(component.zone, to.model().zones.begin()->id);
    QCOMPARE(to.workspace.selection(), QStringList{to.model().zones.begin()->id.value});
    to.document().undo();
    QVERIFY(to.model().components.isEmpty());
}

void ClipboardTest::duplicateStandsBesideTheOriginal() {
    CanvasFixture fixture;
    fixture.click(fixture.centreOf("web-bff"));
    fixture.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(fixture.model().components.size(), 5);
    const QString made = fixture.workspace.current();
    QVERIFY(made != "web-bff");
    QCOMPARE(fixture.model().components.find({made})->zone, model::ZoneId{"apps"});
    QVERIFY(!fixture.rectOf(made).intersects(fixture.rectOf("web-bff")));
    QVERIFY(fixture.rectOf("apps").contains(fixture.rectOf(made)));
    QCOMPARE(fixture.steps(), 1);
}

void ClipboardTest::cutAndPasteComesBack() {
    CanvasFixture fixture;
    fixture.click(fixture.centreOf("api"));
    const QRectF was = fixture.rectOf("api");
    fixture.key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(!fixture.model().components.contains({"api"}));
    fixture.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.model().components.size(), 4);
    const QString made = fixture.workspace.current();
    QCOMPARE(fixture.rectOf(made), was);
    QCOMPARE(fixture.model().nameOf(made), "api");
    QCOMPARE(fixture.model().components.find({made})->zone, model::ZoneId{"apps"});
}

} // namespace sallyport::tests
