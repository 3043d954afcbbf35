// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "rules/FrameworkChoice.h"
#include "rules/Review.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

/// Switching frameworks on and off, and bringing one's own.
class FrameworksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreThoseOfTheResearch();
    void switchingIsAnEditOfTheDocument();
    void coverageHasOnlyWhatIsAsked();
    void findingsNameWhatIsAsked();
    void ourOwnFilesHaveTheForm();
    void refusals_data();
    void refusals();
};

namespace {
const QByteArray sound =
    R"({"id": "x", "title": "X", "version": "1", "licence": {"name": "none"}, "controls": [{"id": "A", "title": "A"}]})";

QByteArray with(const QByteArray& from, const QByteArray& to) { return QByteArray(sound).replace(from, to); }
} // namespace

void FrameworksTest::defaultsAreThoseOfTheResearch() {
    QStringList on;
    for (const rules::FrameworkState& state : rules::frameworkStates({}, *ownPack())) {
        QVERIFY(state.own && !state.title.isEmpty() && state.controls > 0);
        QCOMPARE(state.enabled, state.byDefault);
        if (state.enabled) on.append(state.id);
    }
    on.sort();
    QCOMPARE(on, (QStringList{QStringLiteral("nist-csf-2.0"), QStringLiteral("nist-sp-800-207"),
                              QStringLiteral("nist-sp-800-53-r5"), QStringLiteral("owasp-nhi-2025")}));
}

void FrameworksTest::switchingIsAnEditOfTheDocument() {
    document::Document document;
    const QString nhi = QStringLiteral("owasp-nhi-2025"), api = QStringLiteral("owasp-api-2023");
    QVERIFY(rules::setEnabled(document, *ownPack(), {{nhi, false}}));
    QVERIFY(rules::setEnabled(document, *ownPack(), {{api, true}}));
    QVERIFY(!rules::isEnabled(document.model(), nhi) && rules::isEnabled(document.model(), api));
    const auto again = document::Document::fromImage(document.image(), QStringLiteral("copy"));
    QVERIFY(again && !rules::isEnabled((*again)->model(), nhi) && rules::isEnabled((*again)->model(), api));
    document.undo();
    document.undo();
    QVERIFY(rules::isEnabled(document.model(), nhi) && !rules::isEnabled(document.model(), api));
    const auto unknown = rules::setEnabled(document, *ownPack(), {{QStringLiteral("castles"), true}});
    QVERIFY(!unknown && unknown.error().what.contains(QStringLiteral("castles")));
}

void FrameworksTest::coverageHasOnlyWhatIsAsked() {
    model::Model model = modelOf(R"({"components": [{"id": "a", "name": "A", "kind": "backend"}]})");
    const auto ids = [](const model::Model& of) {
        Bench bench(of);
        QStringList all;
        for (const rules::FrameworkCoverage& framework : bench.runner.coverage(of, day).frameworks) all.append(framework.id);
        return all;
    };
    QVERIFY(ids(model).contains(QStringLiteral("owasp-nhi-2025")));
    model.frameworks.put({QStringLiteral("owasp-nhi-2025"), false});
    QVERIFY(!ids(model).contains(QStringLiteral("owasp-nhi-2025")));
    QVERIFY(ids(model).contains(QStringLiteral("nist-csf-2.0")));
    model = modelOf(R"({"frameworks": [{"id": "nist-csf-2.0", "enabled": false}]})");
    QVERIFY(!ids(model).contains(QStringLiteral("nist-csf-2.0")));
}

/// A finding names the controls of what is asked, and of nothing else; switching a framework changes it.
void FrameworksTest::findingsNameWhatIsAsked() {
    const auto document = document::Document::fromModel(
        modelOf(R"({"components": [{"id": "a", "name": "A", "kind": "backend"}, {"id": "b", "name": "B", "kind": "backend"}],
                    "flows": [{"id": "f", "source": "a", "target": "b", "tls": "none"}]})"),
        QStringLiteral("test"));
    QVERIFY(document);
    const auto replica = document::Replica::ofImage((*document)->image());
    rules::Reviewer reviewer(*replica, ownPack());
    connect(document->get(), &document::Document::changed, document->get(),
            [&](const document::Changes&, const QByteArray& changeset) { reviewer.note(replica->apply(changeset).value()); });
    const QString csf = QStringLiteral("nist-csf-2.0");
    const auto names = [&] {
        QSet<QString> frameworks;
        for (const rules::Finding& finding : reviewer.review((*document)->revision(), day)->findings)
            if (finding.rule == u"TBM-301" || finding.rule == u"TBM-607")
                for (const rules::ControlRef& control : finding.controls) frameworks.insert(control.framework);
        return frameworks;
    };
    const rules::RulePack& pack = *ownPack();
    QVERIFY(names().contains(csf) && !names().contains(QStringLiteral("owasp-api-2023")));
    QVERIFY(rules::setEnabled(**document, pack, {{csf, false}}));
    QVERIFY(!names().contains(csf) && !names().isEmpty());
    QVERIFY(rules::setEnabled(**document, pack, {{csf, true}}));
    QVERIFY(names().contains(csf));
}

void FrameworksTest::ourOwnFilesHaveTheForm() {
    const QString base = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/frameworks/");
    int catalogues = 0, mappings = 0;
    for (const QString& under : {QString(), QStringLiteral("controls/")})
        for (const QString& name : QDir(base + under).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            if (name == u"crosswalks.json") continue;
            QFile file(base + under + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto read = rules::readFrameworkFile(file.readAll(), name);
            QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text()));
            ++(std::holds_alternative<rules::Catalogue>(*read) ? catalogues : mappings);
        }
    QCOMPARE(catalogues, static_cast<int>(rules::Catalogues::builtIn().all().size()));
    QVERIFY(mappings >= 3);
}

void FrameworksTest::refusals_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& json, const char* says) {
        QTest::newRow(name) << json << QString::fromLatin1(says);
    };
    row("empty", "", "JSON");
    row("truncated", sound.chopped(3), "JSON");
    row("a list", "[]", "object");
    row("deep", with("\"none\"", QByteArray("[").repeated(20) + QByteArray("]").repeated(20)), "8 levels");
    row("very deep", QByteArray("[").repeated(100000), "JSON");
    row("large", with("\"none\"", '"' + QByteArray(3 * 1024 * 1024, 'x') + '"'), "2 MB");
    row("a long text", with("\"title\": \"A\"", "\"title\": \"" + QByteArray(20000, 'x') + '"'), "controls[0].title");
    row("unknown member", with("\"version\"", "\"sql\": \"drop\", \"version\""), "sql");
    row("unknown member of a control", with("\"title\": \"A\"", "\"title\": \"A\", \"titel\": \"A\""), "controls[0].titel");
    row("no title", with("\"title\": \"X\", ", ""), "title");
    row("no licence", with("\"licence\": {\"name\": \"none\"}, ", ""), "licence");
    row("no controls", with(", \"controls\": [{\"id\": \"A\", \"title\": \"A\"}]", ""), "controls");
    row("controls are no list", with("[{\"id\": \"A\", \"title\": \"A\"}]", "7"), "controls");
    row("a control is no object", with("{\"id\": \"A\", \"title\": \"A\"}", "7"), "controls[0]");
    row("a number for a title", with("\"title\": \"A\"", "\"title\": 7"), "controls[0].title");
    row("twice", with("{\"id\": \"A\", \"title\": \"A\"}", R"({"id": "A", "title": "A"}, {"id": "A", "title": "B"})"),
        "controls[1].id");
    row("no such modelability", with("\"title\": \"A\"", "\"title\": \"A\", \"modelability\": \"maybe\""),
        "controls[0].modelability");
    row("inside itself", with("\"title\": \"A\"", "\"title\": \"A\", \"parent\": \"A\""), "inside itself");
    row("mapping without scope", R"({"framework": "x", "controls": [{"control": "A"}]})", "controls[0].scope");
    row("mapped twice", R"({"framework": "x", "controls": [{"control": "A", "scope": "s"}, {"control": "A", "scope": "s"}]})",
        "controls[1].control");
    row("mapping of text", R"({"framework": "x", "controls": [{"control": "A", "scope": "s", "violated": "TBM-101"}]})",
        "controls[0].violated");
    row("mapping with SQL", R"({"framework": "x", "controls": [{"control": "A", "scope": "s", "sql": "x"}]})",
        "controls[0].sql");
    QByteArray many = "{\"id\": \"c0\", \"title\": \"t\"}";
    for (int i = 1; i < 6000; ++i) many += ", {\"id\": \"c" + QByteArray::number(i) + "\", \"title\": \"t\"}";
    row("many controls", with("{\"id\": \"A\", \"title\": \"A\"}", many), "5,000");
}

void FrameworksTest::refusals() {
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    QVERIFY(rules::readFrameworkFile(sound, QStringLiteral("f.json")));
    const auto read = rules::readFrameworkFile(json, QStringLiteral("f.json"));
    QVERIFY(!read);
    QVERIFY2(read.error().text().contains(says) && read.error().text().startsWith(u"f.json"), qPrintable(read.error().text()));
    QVERIFY(!read.error().remedy.isEmpty());
}

QObject* newFrameworksTest() { return new FrameworksTest; }
#include "FrameworksTest.moc"
