// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdviceTest.h"

#include "advice/Advice.h"
#include "document/Document.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <thread>

using namespace sallyport;
using namespace sallyport::advice;

namespace {

std::unique_ptr<document::Document> example(const QString& name) {
    auto document = document::Document::open(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/%1.sallyport").arg(name));
    if (!document) qFatal("%s", qPrintable(document.error().text()));
    return std::move(*document);
}

Question from(const QString& component) {
    Question question;
    question.seeds.push_back({analysis::FactKind::Control, component, analysis::Breadth::All});
    return question;
}
Question gateway() { return from(QStringLiteral("gateway")); }

double hundredths(double value) { return std::round(value * 100) / 100; }

} // namespace

void AdviceTest::splitsTheSharedGateway() {
    const auto document = example(QStringLiteral("shared-gateway"));
    const auto whole = advise(document->model(), {});
    QVERIFY(whole.has_value());
    QVERIFY(!whole->single.empty());
    QCOMPARE(whole->single.front().changes.front().family, Family::SplitCallers);
    QCOMPARE(hundredths(whole->single.front().before), 3.36);
    QCOMPARE(hundredths(whole->single.front().after), 3.04);
    QVERIFY(!whole->pair.has_value());

    const auto seeded = advise(document->model(), gateway());
    QVERIFY(seeded.has_value());
    QCOMPARE(seeded->before, 1.0);
    const Offer& best = seeded->single.front();
    QCOMPARE(best.changes.front().family, Family::SplitCallers);
    QCOMPARE(hundredths(best.after), 0.80);
    QCOMPARE(best.price().components, 1);
    QCOMPARE(best.price().secrets, 0);
    QCOMPARE(best.changes.front().becomes.front().parts.size(), 2);
}

void AdviceTest::noSingleChangeClearsTheForwardingGateway() {
    const auto document = example(QStringLiteral("gateway-and-bffs"));
    const auto advice = advise(document->model(), gateway());
    QVERIFY(advice.has_value());
    QCOMPARE(hundredths(advice->before), 0.10);
    QVERIFY(!advice->single.empty());
    QCOMPARE(advice->single.front().changes.front().family, Family::SplitCallers);
    QCOMPARE(hundredths(advice->single.front().after), 0.08);
    for (const Offer& offer : advice->single) QVERIFY(!offer.clears);
    QVERIFY(advice->pair.has_value());
    std::vector<Family> pair{advice->pair->changes[0].family, advice->pair->changes[1].family};
    std::sort(pair.begin(), pair.end());
    QCOMPARE(pair, (std::vector{Family::Bind, Family::SealData}));
    QVERIFY(advice->pair->clears);
    QCOMPARE(advice->pair->after, 0.0);
}

void AdviceTest::stops() {
    const auto document = example(QStringLiteral("eshop"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!advise(document->model(), {}, stop.get_token()).has_value());
    // And in the middle of the work, from inside it.
    std::stop_source later;
    const auto advice = advise(document->model(), {}, later.get_token(), [&](int done, int) {
        if (done == 3) later.request_stop();
    });
    QVERIFY(!advice.has_value());
}

void AdviceTest::refusesAnUnknownSeed() {
    const auto document = example(QStringLiteral("shared-gateway"));
    QVERIFY(!advise(document->model(), from(QStringLiteral("nowhere"))).has_value());
}

void AdviceTest::tellsProgress() {
    const auto document = example(QStringLiteral("shared-gateway"));
    std::vector<std::pair<int, int>> told;
    const auto advice = advise(document->model(), {}, {}, [&](int done, int total) { told.emplace_back(done, total); });
    QVERIFY(advice.has_value());
    QCOMPARE(static_cast<int>(told.size()), advice->considered);
    for (std::size_t i = 0; i < told.size(); ++i) QCOMPARE(told[i], (std::pair(static_cast<int>(i) + 1, advice->considered)));
}
