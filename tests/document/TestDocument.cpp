// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomRows.h"

#include "document/Document.h"
#include "document/Edits.h"
#include "document/Json.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using document::Document;
using document::Editor;
using model::TableId;
using model::Value;

/// Laws of the document: what is done can be undone, what is saved can be opened, what is refused changes nothing.
class TestDocument : public QObject {
    Q_OBJECT

private:
    static model::ComponentId backend(Document& document, const QString& name) {
        model::Component component;
        component.id = Editor::newId<model::Component>();
        component.name = name;
        [&] { QVERIFY(document.edit("Add", [&](Editor& editor) { editor.put(component); })); }();
        return component.id;
    }

private Q_SLOTS:
    /// 1,000 random sequences: after each step back and forth, every row is as it was, and the typed model, the
    /// replica fed by changesets, and a document opened from the image all agree with the database.
    void undoRestoresEveryRow_data();
    void undoRestoresEveryRow();
    void saveThenOpenIsIdentity();
    void jsonOutThenInIsIdentity();
    void aRefusedEditChangesNothing();
    void continuingEditsAreOneStep();
    void aDragBackToItsStartLeavesNoStep();
    void zonesCannotEncloseThemselves();
    void aContinuationMustJoin();
    void aMovedFlowLosesContinuationsThatNoLongerJoin();
    void anErasedComponentLeavesItsPlacements();
    void modifiedFollowsTheSavedState();
    void aFileChangedUnderneathIsNoticed();
    void changesNameRowsAndColumns();
    void deletedTextIsNotInTheFile();
};

/// With SALLYPORT_SHORT set (the sanitizers, which take ten times as long) the first hundred alone.
void TestDocument::undoRestoresEveryRow_data() {
    QTest::addColumn<unsigned>("first");
    const unsigned hundreds = qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 1 : 10;
    for (unsigned i = 0; i < hundreds; ++i) QTest::addRow("seeds from %u", i * 100 + 1) << i * 100 + 1;
}

void TestDocument::undoRestoresEveryRow() {
    QFETCH(unsigned, first);
    int steps = 0;
    int cascades = 0;
    int nulled = 0;
    // Models with enough in them that deletes have something to cascade to.
    std::vector<QByteArray> bases;
    for (unsigned seed = 1; seed <= 20; ++seed)
        bases.push_back((*Document::fromModel(tests::RandomRows(seed).model(60), "base"))->image());
    for (unsigned seed = first; seed < first + 100; ++seed) {
        tests::RandomRows random(seed);
        const auto opened = Document::fromImage(bases[seed % bases.size()], "base");
        Document& document = **opened;
        auto follower = document::Replica::ofImage(document.image());
        connect(&document, &Document::changed, &document, [&](const document::Changes& changes, const QByteArray& changeset) {
            for (const auto& row : changes.rows) {
                cascades += row.kind == document::RowChange::Kind::Deleted && model::table(row.table).letter == 0 ? 1 : 0;
                nulled += row.kind == document::RowChange::Kind::Updated ? 1 : 0;
            }
            if (!follower->apply(changeset)) qFatal("a replica does not take a changeset");
        });
        std::vector<QByteArray> dumps{document.dump()};
        for (int i = 0; i < 12; ++i) {
            const int before = document.historyPosition();
            (void)document.edit("random", [&](Editor& editor) { random.edit(editor); });
            if (document.historyPosition() > before)
                dumps.push_back(document.dump());
            else
                QCOMPARE(document.dump(), dumps.back());
        }
        steps += static_cast<int>(dumps.size()) - 1;
        QCOMPARE(follower->dump(), document.dump());
        for (std::size_t i = dumps.size() - 1; i > 0; --i) {
            document.undo();
            if (document.dump() != dumps[i - 1]) QFAIL(qPrintable(QString("seed %1: undo of step %2").arg(seed).arg(i)));
        }
        QVERIFY(!document.canUndo());
        for (std::size_t i = 1; i < dumps.size(); ++i) {
            document.redo();
            if (document.dump() != dumps[i]) QFAIL(qPrintable(QString("seed %1: redo of step %2").arg(seed).arg(i)));
        }
        QVERIFY(!document.canRedo());
        QCOMPARE(follower->dump(), document.dump());
        const auto fresh = document::Replica::ofImage(document.image());
        if (!(fresh->model() == document.model()) || !(follower->model() == document.model()))
            QFAIL(qPrintable(QString("seed %1: the typed model is not in step").arg(seed)));
    }
    qInfo("%d steps undone and redone; %d link rows deleted, %d rows updated", steps, cascades, nulled);
    QVERIFY(steps > 500);
    QVERIFY(cascades > 100);
}

void TestDocument::saveThenOpenIsIdentity() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("model.sallyport");
    for (unsigned seed = 1; seed <= 60; ++seed) {
        auto document = Document::fromModel(tests::RandomRows(seed).model(120), "random");
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().text()));
        QVERIFY((*document)->save(path));
        const auto opened = Document::open(path);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().text()));
        QCOMPARE((*opened)->dump(), (*document)->dump());
        QVERIFY((*opened)->model() == (*document)->model());
    }
}

void TestDocument::jsonOutThenInIsIdentity() {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        model::Model model = tests::RandomRows(seed).model(120);
        model.snapshots = {};
        const QByteArray json = document::writeJson(model);
        const auto read = document::readJson(json, "round trip");
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
        const auto first = document::Replica::ofModel(model);
        const auto second = document::Replica::ofModel(*read);
        QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().text()));
        QCOMPARE((*second)->dump(), (*first)->dump());
        QCOMPARE(document::writeJson(*read), json);
    }
}

void TestDocument::aRefusedEditChangesNothing() {
    Document document;
    const auto id = backend(document, "orders-api");
    const QByteArray before = document.dump();
    const quint64 revision = document.revision();
    QSignalSpy changed(&document, &Document::changed);
    const auto refused = document.edit("Rename", [&](Editor& editor) {
        editor.set(TableId::Component, id.value, "name", Value(QString("ok")));
        editor.set(TableId::Component, id.value, "name", Value(QString()));
        editor.set(TableId::Component, id.value, "name", Value(QString("never reached")));
    });
    QVERIFY(!refused);
    QVERIFY(refused.error().what.contains(id.value));
    const auto dangling = document.edit("Put", [&](Editor& editor) {
        editor.put(model::Holding{{"s-nowhere"}, id, std::nullopt, std::nullopt});
    });
    QVERIFY(!dangling);
    QVERIFY2(dangling.error().what.contains("s-nowhere"), qPrintable(dangling.error().text()));
    QCOMPARE(document.dump(), before);
    QCOMPARE(document.revision(), revision);
    QCOMPARE(changed.count(), 0);
}

void TestDocument::continuingEditsAreOneStep() {
    Document document;
    const auto id = backend(document, "api");
    const QByteArray before = document.dump();
    for (const char* text : {"o", "or", "ord"})
        QVERIFY(document.edit(
            "Rename", [&](Editor& editor) { editor.set(TableId::Component, id.value, "name", Value(QString(text))); },
            "name of " + id.value));
    QCOMPARE(document.historyPosition(), 2);
    document.endContinuing();
    QVERIFY(document.edit(
        "Rename", [&](Editor& editor) { editor.set(TableId::Component, id.value, "name", Value(QString("x"))); },
        "name of " + id.value));
    QCOMPARE(document.historyPosition(), 3);
    document.undo();
    QCOMPARE(document.model().components.find(id)->name, QString("ord"));
    document.undo();
    QCOMPARE(document.dump(), before);
}

void TestDocument::aDragBackToItsStartLeavesNoStep() {
    Document document;
    const auto id = backend(document, "api");
    const auto diagram = document.model().diagrams.begin()->id;
    QVERIFY(document.edit("Place", [&](Editor& editor) { document::place(editor, diagram, id.value, {0, 0, 176, 64}); }));
    document.endContinuing();
    const int steps = document.historyPosition();
    for (const double x : {8.0, 16.0, 0.0})
        QVERIFY(document.edit(
            "Move",
            [&](Editor& editor) {
                document::place(editor, diagram, id.value, {x, 0, 176, 64});
            },
            "drag"));
    QCOMPARE(document.historyPosition(), steps);
    QVERIFY(document.canUndo());
    document.undo();
    QVERIFY(document.model().placements.isEmpty());
}

void TestDocument::zonesCannotEncloseThemselves() {
    Document document;
    model::Zone outer{{"outer"}, "outer", {}, {}, {}, {}, {}, {}, {}, {}};
    model::Zone inner{{"inner"}, "inner", {}, model::ZoneId{"outer"}, {}, {}, {}, {}, {}, {}};
    QVERIFY(document.edit("Add", [&](Editor& editor) {
        editor.put(outer);
        editor.put(inner);
    }));
    const QByteArray before = document.dump();
    const auto refused =
        document.edit("Move", [&](Editor& editor) { editor.set(TableId::Zone, "outer", "parent", Value(QString("inner"))); });
    QVERIFY(!refused);
    QVERIFY(refused.error().what.contains("encloses itself"));
    QCOMPARE(document.dump(), before);
    QVERIFY(document.model().zones.find({"outer"})->parent == std::nullopt);
}

namespace {
/// browser -> gateway -> api, the second leg continuing the first.
struct Chain {
    Document document;
    model::ComponentId browser{"browser"}, gateway{"gateway"}, api{"api"};
    model::FlowId first{"first"}, second{"second"};
    Chain() {
        const auto done = document.edit("Draw", [&](Editor& editor) {
            for (const auto& id : {browser, gateway, api}) {
                model::Component component;
                component.id = id;
                component.name = id.value;
                editor.put(component);
            }
            model::Flow flow;
            flow.id = first;
            flow.source = browser;
            flow.target = gateway;
            editor.put(flow);
            flow.id = second;
            flow.source = gateway;
            flow.target = api;
            editor.put(flow);
            editor.put(model::FlowContinues{second, first});
        });
        if (!done) qFatal("%s", qPrintable(done.error().text()));
    }
};
} // namespace

void TestDocument::aContinuationMustJoin() {
    Chain chain;
    const QByteArray before = chain.document.dump();
    const auto refused = chain.document.edit("Continue", [&](Editor& editor) {
        editor.put(model::FlowContinues{chain.first, chain.second});
    });
    QVERIFY(!refused);
    QVERIFY(refused.error().what.contains("does not end where it starts"));
    QCOMPARE(chain.document.dump(), before);
}

void TestDocument::aMovedFlowLosesContinuationsThatNoLongerJoin() {
    Chain chain;
    const QByteArray before = chain.document.dump();
    QVERIFY(chain.document.edit("Reconnect",
                                [&](Editor& editor) { editor.set(TableId::Flow, "first", "target", Value(QString("api"))); }));
    QVERIFY(chain.document.model().flowContinues.isEmpty());
    chain.document.undo();
    QCOMPARE(chain.document.dump(), before);
    QCOMPARE(chain.document.model().flowContinues.size(), 1);
}

void TestDocument::anErasedComponentLeavesItsPlacements() {
    Chain chain;
    const auto diagram = chain.document.model().diagrams.begin()->id;
    QVERIFY(chain.document.edit("Place", [&](Editor& editor) {
        document::place(editor, diagram, "gateway", {0, 0, 176, 64});
    }));
    const QByteArray before = chain.document.dump();
    QVERIFY(chain.document.edit("Delete", [&](Editor& editor) { document::eraseElements(editor, {"gateway"}); }));
    QVERIFY(chain.document.model().placements.isEmpty());
    QVERIFY(chain.document.model().flows.isEmpty());
    chain.document.undo();
    QCOMPARE(chain.document.dump(), before);
}

void TestDocument::modifiedFollowsTheSavedState() {
    const QTemporaryDir folder;
    Document document;
    QVERIFY(!document.isModified());
    backend(document, "a");
    QVERIFY(document.isModified());
    QVERIFY(document.save(folder.filePath("a.sallyport")));
    QVERIFY(!document.isModified());
    backend(document, "b");
    document.undo();
    QVERIFY(!document.isModified());
    document.undo();
    QVERIFY(document.isModified());
    backend(document, "c");
    QVERIFY(document.isModified());
    document.undo();
    QVERIFY2(document.isModified(), "the saved state is out of reach");
}

void TestDocument::aFileChangedUnderneathIsNoticed() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("shared.sallyport");
    Document document;
    QVERIFY(!document.changedOnDisk());
    QVERIFY(document.save(path));
    QVERIFY(!document.changedOnDisk());
    Document other;
    backend(other, "by somebody else");
    QVERIFY(other.save(path));
    QVERIFY(document.changedOnDisk());
    QVERIFY(document.save(path));
    QVERIFY(!document.changedOnDisk());
    QVERIFY(QFile::remove(path));
    QVERIFY(document.changedOnDisk());
}

void TestDocument::changesNameRowsAndColumns() {
    Chain chain;
    std::vector<document::RowChange> rows;
    connect(&chain.document, &Document::changed, this, [&](const document::Changes& changes) { rows = changes.rows; });
    QVERIFY(chain.document.edit(
        "Rename", [&](Editor& editor) { editor.set(TableId::Component, "api", "owner", Value(QString("team"))); }));
    QCOMPARE(rows.size(), std::size_t(1));
    QVERIFY(rows[0].table == TableId::Component);
    QCOMPARE(rows[0].firstKey(), QString("api"));
    QCOMPARE(rows[0].columns.count(), std::size_t(1));
    QVERIFY(rows[0].columns[static_cast<std::size_t>(model::table(TableId::Component).column(u"owner"))]);
}

void TestDocument::deletedTextIsNotInTheFile() {
    const QTemporaryDir folder;
    Document document;
    const auto id = backend(document, "a-name-that-must-not-stay");
    QVERIFY(document.edit("Delete", [&](Editor& editor) { document::eraseElements(editor, {id.value}); }));
    QVERIFY(document.save(folder.filePath("a.sallyport")));
    QVERIFY(!document.image().contains("a-name-that-must-not-stay"));
}

#include "TestDocument.moc"

QObject* newTestDocument() { return new TestDocument; }
