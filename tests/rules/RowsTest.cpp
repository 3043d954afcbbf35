// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/NearRows.h"
#include "rules/RuleRows.h"
#include "rules/WorkQueue.h"

#include <QTest>

#include <thread>

using namespace sallyport;
using rules::Milliseconds;

/// Rows of rules, in order and replaced in part, and how running rules is shared.
class RowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhichElements();
    void rowsArePutInOrder();
    void nearRowsAreReplaced();
    void marksMissNoElement();
    void sameRowsAreFound();
    void elementsInRunsArePutInOrder();
    void theFirstTakesFromTheFront();
    void othersWaitForTheRest();
    void othersDeriveOnlyWhereItIsWorthIt();
};

namespace {

rules::RuleRow row(const QStringList& ids, bool violated = true) {
    rules::RuleRow row;
    row.words = ids;
    row.ids = static_cast<int>(ids.size());
    row.violated = violated;
    row.isPlain = std::none_of(ids.begin(), ids.end(), [](const QString& id) { return id.isEmpty() || id.contains(u' '); });
    return row;
}

QStringList firstWords(const QList<rules::RuleRow>& rows) {
    QStringList words;
    for (const rules::RuleRow& each : rows) words << each.words.join(u'/') + (each.violated ? u'!' : u'?');
    return words;
}

} // namespace

void RowsTest::rowsSayWhichElements() {
    QCOMPARE(row({"a", "b"}).elements(), QStringList({"a", "b"}));
    QCOMPARE(row({"a", "b c", ""}).elements(), QStringList({"a", "b", "c"}));
    QStringList visited;
    row({"", "b c"}).eachElement([&visited](const QString& element) { visited << element; });
    QCOMPARE(visited, QStringList({"b", "c"}));
    QVERIFY(rules::byElements(row({"a", "z"}), row({"b", "a"})) < 0);
    QVERIFY(rules::byElements(row({"a b"}), row({"a", "b"})) == 0);
}

void RowsTest::rowsArePutInOrder() {
    QList<rules::RuleRow> rows{row({"c"}), row({"a"}, false), row({"b"}), row({"a"}, true)};
    rules::putInOrder(rows);
    QCOMPARE(firstWords(rows), QStringList({"a!", "b!", "c!"})); // what is violated stays
}

void RowsTest::nearRowsAreReplaced() {
    const QList<rules::RuleRow> rows{row({"a", "x"}), row({"a", "y"}), row({"b", "x"}), row({"d", "x"})};
    const std::vector<QString> near{"c", "a"};
    const auto places = rules::placesNear(rows, near);
    QCOMPARE(places, (std::vector<qsizetype>{0, 1}));
    const QList<rules::RuleRow> instead{row({"a", "z"}), row({"c", "x"})};
    QCOMPARE(firstWords(rules::replaced(rows, places, instead)), QStringList({"a/z!", "b/x!", "c/x!", "d/x!"}));
    QVERIFY(rules::isAnchored(rows));
    QVERIFY(!rules::isAnchored(QList<rules::RuleRow>{row({"a b", "x"})}));
    QVERIFY(rules::isAnchored(QList<rules::RuleRow>{row({"a", "x y"})}));
    QCOMPARE(rules::replaced(QStringList({"a", "b", "d"}), near, {"c"}), QStringList({"b", "c", "d"}));
    QCOMPARE(rules::replaced(QStringList({"a", "b", "c"}), near, {}), QStringList({"b"}));
}

void RowsTest::marksMissNoElement() {
    const QStringList ids{"a", "zone-1", "zone-2", "0f3b7c1e", QStringLiteral("\u00fcber"), "x"};
    quint64 all = 0;
    for (const QString& id : ids) {
        QVERIFY(rules::marksOf(id) != 0);
        all |= rules::marksOf(id);
    }
    QCOMPARE(rules::marksOf(ids.join(u' ')), all);
    QCOMPARE(rules::marksOf(u" a  x "), rules::marksOf(u"a") | rules::marksOf(u"x"));
    QCOMPARE(rules::marksOf(u""), quint64(0));
    QVERIFY(rules::marksOf(u"zone-1") != rules::marksOf(u"zone-2")); // or nothing would be gained
}

void RowsTest::sameRowsAreFound() {
    const QList<rules::RuleRow> before{row({"a"}), row({"b"}), row({"d"}), row({"e"})};
    const QList<rules::RuleRow> now{row({"b"}), row({"c"}), row({"d"}, false), row({"e"}), row({"f"})};
    QCOMPARE(rules::placesBefore(now, before), (std::vector<qsizetype>{1, -1, -1, 3, -1}));
    QCOMPARE(rules::placesBefore(now, {}), std::vector<qsizetype>(5, -1));
    QVERIFY(rules::placesBefore({}, before).empty());
}

void RowsTest::elementsInRunsArePutInOrder() {
    QStringList elements{"b", "d", "f", "a", "d", "e", "c"};
    rules::putInOrder(elements);
    QCOMPARE(elements, QStringList({"a", "b", "c", "d", "e", "f"}));
    QStringList down;
    for (int i = 0; i < 30; ++i) down.prepend(QStringLiteral("%1").arg(i, 2, 10, QLatin1Char('0')));
    QStringList up = down;
    std::reverse(up.begin(), up.end());
    rules::putInOrder(down);
    QCOMPARE(down, up);
}

void RowsTest::theFirstTakesFromTheFront() {
    rules::WorkQueue queue({{0, Milliseconds(1)}, {1, Milliseconds(5)}, {2, Milliseconds(1), Milliseconds(0.1)}});
    QCOMPARE(queue.take(false), std::optional<std::size_t>(1)); // the most costly one
    QCOMPARE(queue.take(true), std::optional<std::size_t>(2));  // what others would have to derive first
    QCOMPARE(queue.take(false), std::optional<std::size_t>(0));
    QCOMPARE(queue.take(true), std::nullopt);
}

void RowsTest::othersWaitForTheRest() {
    rules::WorkQueue queue({}, false);
    std::optional<std::size_t> taken;
    {
        const std::jthread other([&] { taken = queue.take(false); });
        queue.addLast({{3, Milliseconds(1)}});
    }
    QCOMPARE(taken, std::optional<std::size_t>(3));
    QCOMPARE(queue.take(true), std::nullopt);
}

void RowsTest::othersDeriveOnlyWhereItIsWorthIt() {
    using Found = std::optional<std::size_t>;
    const rules::Work dear{0, Milliseconds(3), Milliseconds(5)}, cheap{1, Milliseconds(3), Milliseconds(1)};
    rules::WorkQueue two({cheap, dear});
    QCOMPARE(two.take(false), Found(1));
    QCOMPARE(two.take(false), std::nullopt); // what is left is done sooner by the first
    QCOMPARE(two.take(true), Found(0));
    rules::WorkQueue much({dear, dear, dear, dear});
    QVERIFY(much.take(false).has_value());
}

QObject* newRowsTest() { return new RowsTest; }
#include "RowsTest.moc"
