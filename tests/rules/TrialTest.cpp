// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "document/Document.h"
#include "rules/Review.h"
#include "rules/RuleTrial.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace sallyport;
using namespace sallyport::tests;

/// A rule tried by itself says what a review says of it; and what is wrong with it, where, and what to do.
class TrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatTheReviewSays();
    void countsAndShowsTheRows();
    void namesTheElementsOfACheck();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void aRunawayIsStopped();
    void stopsWhenAsked();
    void boundsWhatItHands();
    void everythingWrongHasARemedy();

private:
    rules::RuleTrial tried(const QByteArray& text, bool own = false) const;
    QByteArray image_;
};

namespace {

const QByteArray header = "-- ORG-001 A title\n-- medium because\n-- says {component} is wrong, {word}.\n";

QByteArray ownText(const QString& id) {
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/rules/%1.sql").arg(id));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no rule");
    return file.readAll();
}

QStringList told(const rules::RuleTrial& trial) {
    QStringList all;
    for (const rules::TrialRow& row : trial.rows) all << rules::findingStatusWord(row.status) + u' ' + row.elements.join(u' ');
    all.sort();
    return all;
}

} // namespace

void TrialTest::initTestCase() {
    const auto document = document::Document::open(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport"));
    QVERIFY(document);
    image_ = (*document)->image();
}

rules::RuleTrial TrialTest::tried(const QByteArray& text, bool own) const {
    rules::TrialBench bench(image_);
    return bench.run(text, own, day).value();
}

void TrialTest::saysWhatTheReviewSays() {
    const auto document = document::Document::open(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport"));
    const auto replica = document::Replica::ofImage(image_);
    rules::Reviewer reviewer(*replica, ownPack());
    const auto review = reviewer.review(1, day);
    QVERIFY(review);
    rules::TrialBench bench(image_);
    int compared = 0;
    for (const rules::Rule& rule : ownPack()->rules()) {
        const auto trial = bench.run(ownText(rule.id), true, day);
        QVERIFY(trial);
        QVERIFY2(!trial->refusal, qPrintable(rule.id + (trial->refusal ? trial->refusal->text() : QString())));
        QCOMPARE(trial->id, rule.id);
        if (rule.isCheck() || !rule.yields.empty()) continue; // not listed, or not all of it
        QStringList listed, sentences, mine;
        for (const rules::Finding& finding : review->findings) {
            if (finding.rule != rule.id) continue;
            listed << rules::findingStatusWord(finding.status) + u' ' + finding.elements.join(u' ');
            if (rule.refers.isEmpty()) sentences << finding.text;
        }
        listed.sort();
        QCOMPARE(told(*trial), listed);
        for (const rules::TrialRow& row : trial->rows) mine << row.text;
        if (!rule.refers.isEmpty()) continue; // there the review names other findings, too
        sentences.sort();
        mine.sort();
        QCOMPARE(mine, sentences);
        compared += static_cast<int>(mine.size());
    }
    QVERIFY2(compared > 50, qPrintable(QString::number(compared)));
}

void TrialTest::countsAndShowsTheRows() {
    const rules::RuleTrial trial =
        tried(header +
              "select c.id as component, case c.kind when 'backend' then 1 when 'cache' then null else 0 end as violated,\n"
              "       null as severity, c.kind as word from component c where c.kind in ('backend', 'cache', 'data_store')");
    QVERIFY2(!trial.refusal, qPrintable(trial.refusal ? trial.refusal->text() : QString()));
    const auto document = document::Document::open(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport"));
    int backends = 0, caches = 0, stores = 0;
    for (const model::Component& component : (*document)->model().components) {
        backends += component.kind == model::ComponentKind::Backend;
        caches += component.kind == model::ComponentKind::Cache;
        stores += component.kind == model::ComponentKind::DataStore;
    }
    QVERIFY(backends > 0 && caches > 0 && stores > 0);
    QCOMPARE(trial.violated, backends);
    QCOMPARE(trial.unknown, caches);
    QCOMPARE(trial.notViolated, stores);
    QCOMPARE(trial.rowsReturned, backends + caches + stores);
    QCOMPARE(trial.columns, QStringList({"component", "violated", "severity", "word"}));
    QCOMPARE(static_cast<qint64>(trial.cells.size()), trial.rowsReturned);
    QVERIFY(!trial.cells.front()[2].has_value());
    QVERIFY(trial.cells.front()[0].has_value());
    QCOMPARE(trial.columnsRead, QStringList({"component.id", "component.kind"}));
    QVERIFY(trial.rows.front().text.endsWith(u"is wrong, backend."));
    QCOMPARE(trial.rows.back().status, rules::FindingStatus::Unknown);
    QVERIFY(trial.milliseconds > 0);
}

void TrialTest::namesTheElementsOfACheck() {
    const rules::RuleTrial trial =
        tried("-- ORG-002 A check\n-- none counted\nselect id as component, kind = 'cache' as violated from component");
    QVERIFY2(!trial.refusal, qPrintable(trial.refusal ? trial.refusal->text() : QString()));
    QVERIFY(trial.isCheck);
    QVERIFY(trial.violated > 0);
    QVERIFY(!trial.rows.front().text.isEmpty());
}

void TrialTest::saysWhatIsWrongAndWhere_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word"); ///< What is marked; empty: the place alone counts.
    const auto row = [](const char* name, const QByteArray& text, const char* what, int line, const char* word = "") {
        QTest::newRow(name) << text << QString::fromUtf8(what) << line << QString::fromUtf8(word);
    };
    row("nothing", "", "no header", 1);
    row("no id", "-- 1 2\n-- medium\nselect 1", "first line", 1);
    row("unknown key", "-- ORG-001 A title\n-- medium because\n-- sais x\nselect 1", "a line \"sais\"", 3, "sais");
    row("no severity", "-- ORG-001 A title\n-- says x\nselect 1", "no severity", 1);
    row("an edit", "-- ORG-001 A\n-- low a\n-- says a\n-- edit delete from flow\nselect 1", "may have an edit", 4, "edit");
    row("no select", header, "no SELECT", 1);
    row("syntax", header + "select id as component,\n  kind == as violated from component", "syntax error", 5, "as");
    row("column", header + "select id as component, ownr is null as violated, 1 as word\nfrom component",
        "no such column: ownr", 4, "ownr");
    row("column of a table", header + "select c.id as component,\n c.ownr is null as violated, 1 as word\nfrom component c",
        "no such column: c.ownr", 5, "c.ownr");
    row("table", header + "select id as component, 1 as violated\nfrom componant", "no such table: componant", 5, "componant");
    row("after a wide character", header + "select id as component, 'ä€😀' as word, ownr as violated from component",
        "no such column: ownr", 4, "ownr");
    row("hidden table", header + "select c.id as component, 1 as violated\nfrom component c, meta", "the table meta", 5,
        "meta");
    row("function", header + "select id as component,\nrandomblob(9) as violated from component", "the function randomblob", 5,
        "randomblob");
    row("parameter", header + "select id as component,\nname > :nobody as violated, 1 as word from component",
        "parameter \"nobody\"", 5, "nobody");
    row("no condition", header + "select id as component from component", "no column \"violated\"", 0);
    row("text", header + "select id as component, 'x' as violated, 1 as word from component", "is text", 0);
    row("a word of the sentence", header + "select id as component, 1 as violated from component", "no column of its query", 3,
        "word");
    row("whom it asks",
        header + "-- asks component.owner of who\nselect id as component, 1 as violated, 1 as word from component",
        "no column of its query", 4, "who");
    row("where it gives way",
        header +
            "-- yields TBM-101 gateway=gateway\nselect id as component, 1 as violated, 1 as word\n"
            "from component",
        "no column of its query", 4, "gateway");
    row("what it asks", header + "-- asks component.kind, component.ownr\nselect id as component, 1 as violated from component",
        "no answer that a model has", 4, "component.ownr");
    row("severity", header + "select id as component, 1 as violated, 'extreme' as severity, 1 as word from component",
        "is no severity", 0);
    row("names for ids", header + "select name as component, 1 as violated, 1 as word from component", "the id of no element",
        0);
    row("two statements", header + "select id as component, 1 as violated from component; select 1", "more than one", 0);
    row("too long", header + "select 1 -- " + QByteArray(70000, 'x'), "too large", 1);
}

void TrialTest::saysWhatIsWrongAndWhere() {
    QFETCH(QByteArray, text);
    QFETCH(QString, what);
    QFETCH(int, line);
    QFETCH(QString, word);
    const rules::RuleTrial trial = tried(text);
    QVERIFY(trial.refusal);
    QVERIFY2(trial.refusal->what.contains(what), qPrintable(trial.refusal->what));
    QVERIFY(!trial.refusal->remedy.isEmpty());
    QCOMPARE(trial.place.line, line);
    QCOMPARE(trial.refusal->where, trial.place.text());
    QVERIFY(trial.rows.empty() && trial.cells.empty());
    if (word.isEmpty()) return;
    const QString there = QString::fromUtf8(text).split(u'\n').at(line - 1);
    QCOMPARE(there.sliced(trial.place.column - 1, trial.place.length), word);
}

void TrialTest::aRunawayIsStopped() {
    rules::TrialBench bench(image_);
    const QByteArray endless = header +
                               "with recursive n(x) as (select 1 union all select x + 1 from n) "
                               "select c.id as component, count(*) > 0 as violated, 1 as word from n, component c";
    const auto stopped = bench.run(endless, false, day);
    QVERIFY(stopped && stopped->refusal);
    QVERIFY2(stopped->refusal->what.startsWith(u"It took too"), qPrintable(stopped->refusal->what));
    // The bench answers the next one as if nothing had been.
    const auto next = bench.run(header + "select id as component, 1 as violated, 1 as word from component", false, day);
    QVERIFY(next && !next->refusal);
    QVERIFY(next->violated > 0);
}

void TrialTest::stopsWhenAsked() {
    rules::TrialBench bench(image_);
    std::stop_source stop;
    const std::jthread other([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    const QByteArray endless = header +
                               "with recursive n(x) as (select 1 union all select x + 1 from n) "
                               "select c.id as component, count(*) > 0 as violated, 1 as word from n, component c";
    QVERIFY(!bench.run(endless, false, day, stop.get_token()).has_value());
}

void TrialTest::boundsWhatItHands() {
    const rules::RuleTrial trial =
        tried(header + "select c.id as component, f.id as flow, i.id as identity, z.id as zone, 1 as violated, '" +
              QByteArray(2500, 'w') + "' as word\nfrom component c, flow f, identity i, zone z limit 5000");
    QVERIFY2(!trial.refusal, qPrintable(trial.refusal ? trial.refusal->text() : QString()));
    QCOMPARE(trial.violated, 5000);
    QCOMPARE(trial.rowsReturned, 5000);
    QCOMPARE(trial.rows.size(), std::size_t(rules::TrialBench::mostRows));
    QCOMPARE(trial.cells.size(), std::size_t(rules::TrialBench::mostRows));
    for (const rules::TrialRow& row : trial.rows) QVERIFY(row.text.size() <= rules::TrialBench::mostText + 1);
    for (const auto& cells : trial.cells) QVERIFY(cells[5]->size() <= rules::TrialBench::mostText + 1);
    QVERIFY(trial.cells.front()[5]->size() > rules::TrialBench::mostText);
}

void TrialTest::everythingWrongHasARemedy() {
    const QString usual = rules::remedyFor(QStringLiteral("something nobody has thought of"));
    QVERIFY(!usual.isEmpty());
    for (const char* what :
         {"It took too long.", "It took too much memory.", "It returns more than 100000 rows.",
          "It returns more than 16 million characters.", "It calls the function x, which rules may not.",
          "It reads the table x, which rules may not.", "SQLite says: no such column: x.",
          "SQLite says: near \"x\": syntax error.", "It has no column \"violated\".",
          "It has no column of ids left of \"violated\".", "Its column \"violated\" is text, not a condition.",
          "A row names no element.", "There is no policy parameter \"x\".", "It is longer than 16 KB.",
          "It is more than one statement.", "It does more than read.",
          "Only rules that come with the program may have an edit.",
          "This is the id of a rule of the program; give it another.",
          "There is a rule of this id already; one of a document replaces none."})
        QVERIFY2(rules::remedyFor(QString::fromLatin1(what)) != usual, what);
}

QObject* newTrialTest() { return new TrialTest; }
#include "TrialTest.moc"
