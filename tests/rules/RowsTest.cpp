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
    void theSameIdIsTheSameObject();
    void rowsSayWhichElements();
    void rowsHaveAllTheirColumns();
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

rules::KnownIds& known() {
    static rules::KnownIds ids;
    return ids;
}

rules::RuleRow row(const QStringList& ids, bool violated = true) {
    rules::RuleRow row;
    for (const QString& id : ids) row.addId(known().of(id));
    row.violated = violated;
    return row;
}

rules::ScopeElements scope(const QStringList& ids) {
    rules::ScopeElements elements;
    for (const QString& id : ids) elements << &known().of(id);
    return elements;
}

QStringList texts(const rules::ScopeElements& elements) {
    QStringList texts;
    for (const rules::KnownId* id : elements) texts << id->text;
    return texts;
}

QStringList firstWords(const QList<rules::RuleRow>& rows) {
    QStringList words;
    for (const rules::RuleRow& each : rows) {
        QStringList ids;
        for (int i = 0; i < each.idCount(); ++i) ids << each.word(i);
        words << ids.join(u'/') + (each.violated ? u'!' : u'?');
    }
    return words;
}

} // namespace

void RowsTest::theSameIdIsTheSameObject() {
    rules::KnownIds ids;
    const rules::KnownId& one = ids.of(QStringLiteral("\u00fcber"));
    QCOMPARE(&ids.of(std::string_view("\xc3\xbc"
                                      "ber")),
             &one);
    QVERIFY(one.isOne && !ids.of(std::string_view("a b")).isOne && !ids.of(std::string_view()).isOne);
    QCOMPARE(ids.of(std::string_view("a b")).marks, rules::marksOf(u"a b"));
    QCOMPARE(ids.count(), std::size_t(3));
    QCOMPARE(ids.of(QStringLiteral("a b")).number, 1U);
    // Bytes that are no UTF-8 read as another text does: then they are that.
    const rules::KnownId& broken = ids.of(std::string_view("\xff"));
    QCOMPARE(&ids.of(broken.text), &broken);
    QCOMPARE(&ids.of(std::string_view("\xfe")), &broken);
}

void RowsTest::rowsHaveAllTheirColumns() {
    rules::RuleRow unknown = row({"a", "b", "c", "d"}, false);
    unknown.words = QStringList{"high", ""};
    QStringList words;
    for (int i = 0; i < 7; ++i) words << unknown.word(i);
    QCOMPARE(words, QStringList({"a", "b", "c", "d", "", "high", ""}));
    rules::RuleRow violated = unknown;
    violated.violated = true;
    QCOMPARE(violated.word(4), QStringLiteral("1"));
    QVERIFY(violated != unknown);
    rules::KnownIds others; // of another table, the same row is the same
    rules::RuleRow same;
    for (const char* id : {"a", "b", "c", "d"}) same.addId(others.of(std::string_view(id)));
    same.words = unknown.words;
    QVERIFY(same == unknown);
    QVERIFY(rules::byElements(same, unknown) == 0);
}

void RowsTest::rowsSayWhichElements() {
    QCOMPARE(row({"a", "b"}).elements(), QStringList({"a", "b"}));
    QCOMPARE(row({"a", "b c", ""}).elements(), QStringList({"a", "b", "c"}));
    QStringList visited;
    row({"", "b c"}).eachElement(known(), [&visited](const rules::KnownId& element) { visited << element.text; });
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
    QCOMPARE(texts(rules::replaced(scope({"a", "b", "d"}), near, scope({"c"}))), QStringList({"b", "c", "d"}));
    QCOMPARE(texts(rules::replaced(scope({"a", "b", "c"}), near, {})), QStringList({"b"}));
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
    rules::ScopeElements elements = scope({"b", "d", "f", "a", "d", "e", "c"});
    rules::putInOrder(elements);
    QCOMPARE(texts(elements), QStringList({"a", "b", "c", "d", "e", "f"}));
    QStringList up;
    for (int i = 0; i < 30; ++i) up << QStringLiteral("%1").arg(i, 2, 10, QLatin1Char('0'));
    rules::ScopeElements down = scope(QStringList(up.rbegin(), up.rend()));
    rules::putInOrder(down);
    QCOMPARE(texts(down), up);
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
