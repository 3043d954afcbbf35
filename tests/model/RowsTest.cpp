// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowsTest.h"

#include "model/Model.h"

#include <QTest>

#include <map>
#include <random>

using namespace sallyport::model;

namespace {

using Map = std::map<SecretOnly::Key, SecretOnly>;

SecretOnly row(int number) { return {{QString::number(number / 7)}, {QString::number(number % 7)}}; }

bool same(const Rows<SecretOnly>& rows, const Map& map) {
    if (rows.size() != static_cast<qsizetype>(map.size()) || rows.isEmpty() != map.empty()) return false;
    return std::equal(map.begin(), map.end(), rows.begin(), rows.end(),
                      [](const auto& entry, const SecretOnly& found) { return entry.second == found; });
}

DataAsset asset(int number) {
    DataAsset asset;
    asset.id = {QString::number(number)};
    asset.name = QStringLiteral("asset %1").arg(number);
    return asset;
}

} // namespace

void RowsTest::doesWhatAMapDoes_data() {
    QTest::addColumn<int>("keys");
    QTest::addColumn<int>("erased");
    for (const int keys : {1, 3, 300, 20'000})
        for (const int erased : {5, 45, 60}) QTest::addRow("%d keys, %d %% erased", keys, erased) << keys << erased;
}

void RowsTest::doesWhatAMapDoes() {
    QFETCH(int, keys);
    QFETCH(int, erased);
    std::mt19937 random(static_cast<unsigned>(keys + erased));
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    Rows<SecretOnly> rows;
    Map map;
    for (int i = 0; i < 6000; ++i) {
        const SecretOnly changed = row(below(keys));
        if (below(100) < erased) {
            QCOMPARE(rows.erase(changed.key()), map.erase(changed.key()) > 0);
        } else {
            rows.put(changed);
            map.insert_or_assign(changed.key(), changed);
        }
        const SecretOnly sought = row(below(keys));
        QCOMPARE(rows.contains(sought.key()), map.contains(sought.key()));
        if (i % 200 == 0) QVERIFY(same(rows, map));
    }
    QVERIFY(same(rows, map));
    const Rows<SecretOnly> copy = rows;
    QVERIFY(same(copy, map) && copy == rows);
}

void RowsTest::rowsStayWhereTheyAre() {
    std::mt19937 random(1);
    Rows<DataAsset> rows;
    std::map<int, const DataAsset*> places;
    for (int i = 0; i < 5000; ++i) {
        const int number = static_cast<int>(random() % 1000);
        const DataAsset changed = asset(number);
        if (random() % 3 == 0) {
            rows.erase(changed.id);
            places.erase(number);
            continue;
        }
        rows.put(changed);
        const DataAsset* place = rows.find(changed.id);
        const auto [known, isNew] = places.emplace(number, place);
        QVERIFY(isNew || known->second == place);
    }
    for (const auto& [number, place] : places) QCOMPARE(*place, asset(number));
}

void RowsTest::copiesAreTheirOwn() {
    Rows<DataAsset> rows;
    for (int i = 0; i < 600; ++i) rows.put(asset(i));
    Rows<DataAsset> copy = rows;
    copy.find({"7"})->name = "changed";
    copy.erase({"8"});
    copy.put(asset(1000));
    QCOMPARE(rows.find({"7"})->name, QString("asset 7"));
    QVERIFY(rows.contains({"8"}) && !rows.contains({"1000"}));
    QCOMPARE(rows.size(), 600);
    rows = copy;
    QVERIFY(rows == copy);
    rows.find({"7"})->name = "again";
    QVERIFY(!(rows == copy));
}

void RowsTest::whatWasMovedFromIsEmpty() {
    Rows<DataAsset> rows;
    for (int i = 0; i < 10; ++i) rows.put(asset(i));
    const DataAsset* place = rows.find({"3"});
    Rows<DataAsset> moved = std::move(rows);
    QCOMPARE(moved.find({"3"}), place);
    QVERIFY(rows.isEmpty() && rows.begin() == rows.end()); // NOLINT(bugprone-use-after-move): what this test is about.
    rows.put(asset(1));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(moved.size(), 10);
}
