// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"
#include "charts/BlastCharts.h"
#include "charts/CoverageCharts.h"
#include "charts/DrawnChanges.h"
#include "charts/Overlays.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Theme.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace sallyport;
using analysis::Breadth;
using diagram::Level;

namespace {

struct Case {
    model::Model model = samples::sharedGateway();
    std::shared_ptr<const rules::Review> review = samples::reviewOf(model);

    const analysis::Engine& engine() const { return *review->asStated.engine; }
    analysis::Blast blast(const QString& id, int tier = analysis::everyTier) const {
        const auto seed = charts::seedOf(engine(), id);
        return engine().blast(std::span(&*seed, 1), {tier});
    }
};

} // namespace

class ChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesInWords() {
        QCOMPARE(charts::shareText(0), QStringLiteral("0.00"));
        QCOMPARE(charts::shareText(1e-9), QStringLiteral("<0.01"));
        QCOMPARE(charts::shareText(0.005), QStringLiteral("0.01"));
        QCOMPARE(charts::shareText(0.999), QStringLiteral(">0.99"));
        QCOMPARE(charts::shareText(1), QStringLiteral("1.00"));
        QCOMPARE(charts::percentText(1), QStringLiteral("100 %"));
        QCOMPARE(charts::percentText(0.0001), QStringLiteral("<1 %"));
        QCOMPARE(charts::percentText(0.9999), QStringLiteral(">99 %"));
    }

    void durationsInWords() {
        QCOMPARE(charts::durationText(std::nullopt), QStringLiteral("no end"));
        QCOMPARE(charts::durationText(28800), QStringLiteral("8 hours"));
        QCOMPARE(charts::durationText(86400), QStringLiteral("1 day"));
        QCOMPARE(charts::durationText(90 * 60), QStringLiteral("90 minutes"));
        QCOMPARE(charts::durationText(1), QStringLiteral("1 second"));
        QCOMPARE(charts::durationText(0), QStringLiteral("0 seconds"));
        QCOMPARE(charts::durationText(7776000), QStringLiteral("90 days"));
    }

    void listsInWords() {
        QCOMPARE(charts::listed({}), QString());
        QCOMPARE(charts::listed({"a"}), QStringLiteral("a"));
        QCOMPARE(charts::listed({"a", "b"}), QStringLiteral("a and b"));
        QCOMPARE(charts::listed({"a", "b", "c"}), QStringLiteral("a, b and c"));
        QCOMPARE(charts::listed({"a", "b", "c", "d", "e"}, 2), QStringLiteral("a, b and 3 more"));
        QCOMPARE(charts::listed({"a", "b", "c", "d", "e"}, 0), QStringLiteral("a, b, c, d and e"));
    }

    void levelsAndStart() {
        const Case c;
        const diagram::Overlay overlay = charts::blastOverlay(c.model, c.engine(), c.blast("gateway"));
        QCOMPARE(overlay.lens, diagram::Lens::Blast);
        QCOMPARE(overlay.components["gateway"].level, Level::Controlled);
        QVERIFY(overlay.components["gateway"].start);
        QVERIFY(!overlay.components["idp"].start);
        QCOMPARE(overlay.components["orders-api"].level, Level::Exposed);
        QCOMPARE(overlay.components["orders-api"].breadth, diagram::Breadth::All);
        QCOMPARE(overlay.components["idp"].level, Level::Callable);
        QCOMPARE(overlay.components["orders-db"].level, Level::None);
        for (const auto& mark : overlay.components) QVERIFY(!mark.openAnyway || mark.level != Level::None);
    }

    void lostBadges() {
        const Case c;
        const diagram::Overlay overlay = charts::blastOverlay(c.model, c.engine(), c.blast("gateway"));
        const diagram::BadgeMark& secrets = overlay.components["gateway"].secrets;
        QCOMPARE(secrets.lost, 2);
        QCOMPARE(secrets.breadth, diagram::Breadth::All);
        QVERIFY(!secrets.openAnyway);
        QCOMPARE(overlay.components["payouts-db"].data.lost, 1);
        QCOMPARE(overlay.components["payouts-db"].data.breadth, diagram::Breadth::All);
        QCOMPARE(overlay.components["browser"].secrets.breadth, diagram::Breadth::Live); // the cookies of those live
        QCOMPARE(overlay.components["orders-api"].secrets.lost, 0);
    }

    void secretAsStartTurnsItsBadge() {
        const Case c;
        const diagram::Overlay overlay = charts::blastOverlay(c.model, c.engine(), c.blast("idp-signing-key"));
        QVERIFY(overlay.components["idp"].secrets.start);
        QVERIFY(!overlay.components["idp"].start);
        QVERIFY(!overlay.components["gateway"].secrets.start);
    }

    void flowsAreLitOnlyWhereAGrantRaisedTheirTarget() {
        const Case c;
        const diagram::Overlay overlay = charts::blastOverlay(c.model, c.engine(), c.blast("gateway"));
        QCOMPARE(overlay.flows["f-payouts"].light, diagram::FlowLight::Lit);
        QCOMPARE(overlay.flows["f-payouts"].level, Level::Exposed);
        QCOMPARE(overlay.flows["f-idp-web"].light, diagram::FlowLight::Lit);
        QCOMPARE(overlay.flows["f-idp-web"].level, Level::Callable);
        QCOMPARE(overlay.flows["f-orders-db"].light, diagram::FlowLight::Dim);
        QVERIFY(overlay.flows["f-browser"].light != diagram::FlowLight::Lit); // the gateway fell by itself
    }

    void stopsHaveTheNumbersOfTheSentences() {
        const Case c;
        const analysis::Blast blast = c.blast("gateway");
        const auto path = charts::pathTo(c.engine(), blast, "payouts-api");
        QVERIFY(path);
        const diagram::Overlay overlay = charts::blastOverlay(c.model, c.engine(), blast, &*path);
        QVERIFY(!overlay.path.empty());
        int last = 0;
        for (const diagram::PathStop& stop : overlay.path) {
            QVERIFY(stop.number > last);
            last = stop.number;
            QVERIFY(stop.number <= static_cast<int>(path->sentences.size()));
            const bool isDrawn = stop.at == diagram::StopAt::Flow ? c.model.flows.contains({stop.element})
                                                                  : c.model.components.contains({stop.element});
            QVERIFY2(isDrawn, qPrintable(stop.element));
        }
        QCOMPARE(overlay.path.front().number, 1);
        QCOMPARE(overlay.path.front().element, QStringLiteral("gateway"));
        QVERIFY(overlay.onPath("f-payouts"));
        QVERIFY(!overlay.onPath("f-orders"));
    }

    void pathToAComponentEndsInWhatItYields() {
        const Case c;
        const analysis::Blast blast = c.blast("gateway");
        const auto path = charts::pathTo(c.engine(), blast, "payouts-api");
        QVERIFY(path);
        QCOMPARE(path->target.kind, analysis::FactKind::Read);
        const auto idp = charts::pathTo(c.engine(), blast, "idp");
        QVERIFY(idp);
        QCOMPARE(idp->target.kind, analysis::FactKind::Use);
        QVERIFY(!charts::pathTo(c.engine(), blast, "orders-db"));
        QVERIFY(!charts::pathTo(c.engine(), blast, "nothing of that id"));
        QVERIFY(!charts::pathTo(c.engine(), blast, {}));
    }

    void everythingFallenHasAPath() {
        const Case c;
        for (const char* seed : {"gateway", "idp", "browser", "idp-signing-key", "shopper"}) {
            const analysis::Blast blast = c.blast(seed);
            for (const charts::Fallen& fallen : charts::whatFalls(c.model, c.engine(), blast)) {
                const auto path = charts::pathTo(c.engine(), blast, fallen.element);
                QVERIFY2(path && !path->isEmpty(), qPrintable(seed + QStringLiteral(": ") + fallen.element));
            }
        }
    }

    void aCompromiseIsToldAsATitleAndInsideASentence() {
        const Case c;
        const auto told = [&c](const QString& element, auto tell) {
            return tell(c.engine(), *charts::seedOf(c.engine(), element));
        };
        QCOMPARE(told("gateway", charts::seedTitle), QStringLiteral("The gateway falls"));
        QCOMPARE(told("gateway", charts::seedClause), QStringLiteral("the gateway falls"));
        QCOMPARE(told("browser", charts::seedTitle), QStringLiteral("One instance of the browser falls"));
        QCOMPARE(told("browser", charts::seedClause), QStringLiteral("one instance of the browser falls"));
        QCOMPARE(told("shopper", charts::seedTitle), QStringLiteral("One shopper is impersonated"));
        QCOMPARE(told("shopper", charts::seedClause), QStringLiteral("one shopper is impersonated"));
        QCOMPARE(told("idp-signing-key", charts::seedClause),
                 charts::seedTitle(c.engine(), *charts::seedOf(c.engine(), "idp-signing-key")));
    }

    void whatFallsAddsFirst() {
        const Case c;
        const auto falls = charts::whatFalls(c.model, c.engine(), c.blast("gateway"));
        QVERIFY(!falls.empty());
        QCOMPARE(falls.front().element, QStringLiteral("gateway"));
        QVERIFY(falls.front().start);
        bool anyway = false;
        for (const charts::Fallen& fallen : falls) {
            QVERIFY(fallen.openAnyway || !anyway);
            anyway = fallen.openAnyway;
            QVERIFY(!fallen.name.isEmpty() && !fallen.said.isEmpty() && !fallen.icon.isEmpty());
        }
    }

    void chokePointOfTheWorstPath() {
        const Case c;
        const analysis::Blast blast = c.blast("gateway");
        const auto path = charts::pathTo(c.engine(), blast, "payouts");
        QVERIFY(path);
        const charts::ChokeText choke = charts::chokeText(c.engine(), *path);
        QCOMPARE(choke.name, QStringLiteral("partner-client-secret"));
        QCOMPARE(choke.effect, QStringLiteral("without it, all 500 users become the 50 live users"));
    }

    void worstDataWeighsMost() {
        const Case c;
        QCOMPARE(charts::worstData(c.engine(), c.blast("gateway")), QStringLiteral("payouts"));
        QCOMPARE(charts::worstData(c.engine(), c.blast("orders-api")), QStringLiteral("orders"));
    }

    void designOverlayCounts() {
        const Case c;
        const diagram::Overlay overlay = charts::designOverlay(c.model, c.review.get());
        int open = 0;
        for (const rules::Finding& finding : c.review->findings)
            open += finding.isOpen() && finding.elements.contains("gateway");
        QVERIFY(open > 0);
        QCOMPARE(overlay.components["gateway"].findings, open);
        QCOMPARE(overlay.components["gateway"].unknown, c.review->unknownsOf("gateway"));
        QVERIFY(charts::designOverlay(c.model, nullptr).components.isEmpty());
    }

    void coverageOverlayOfOneControl() {
        const Case c;
        const rules::ControlRef leakage{"owasp-nhi-2025", "NHI2:2025"};
        const diagram::Overlay overlay = charts::coverageOverlay(c.model, c.review->coverage, {leakage.framework, leakage});
        QCOMPARE(overlay.lens, diagram::Lens::Coverage);
        QCOMPARE(overlay.components["gateway"].status, diagram::Status::Violated);
        const diagram::Overlay all = charts::coverageOverlay(c.model, c.review->coverage);
        for (auto at = overlay.components.cbegin(); at != overlay.components.cend(); ++at)
            QVERIFY(at.value().status.has_value());
        QCOMPARE(all.components.size(), overlay.components.size());
    }

    void rankedRowsKeepTheOrderAndTheWorstCase() {
        const Case c;
        const auto rows = charts::rankedRows(c.model, c.engine(), c.review->asStated.ranking, c.review->worstCase.engine.get(),
                                             &c.review->worstCase.ranking);
        QCOMPARE(rows.size(), c.review->asStated.ranking.sources.size());
        for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i - 1].adds >= rows[i].adds);
        for (const charts::RankedRow& row : rows) QVERIFY(row.worst < 0 || row.worst >= row.gross);
        const auto secrets =
            charts::rankedRows(c.model, c.engine(), c.review->asStated.ranking, nullptr, nullptr, charts::SourceKind::Secrets);
        QCOMPARE(secrets.size(), static_cast<std::size_t>(c.model.secrets.size()));
        for (const charts::RankedRow& row : secrets) QVERIFY(row.worst < 0);
    }

    void barsStandInTheirTracks() {
        const Case c;
        const auto rows = charts::rankedRows(c.model, c.engine(), c.review->asStated.ranking, nullptr, nullptr);
        const std::unique_ptr<charts::RowChart> chart(charts::rankingChart(rows, diagram::Theme::light(), 7));
        QImage image(480, static_cast<int>(chart->naturalHeight()) + 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        chart->paint(painter, QRectF(0, 0, 480, 400));
        painter.end();
        for (int row = 0; row < 7; ++row) {
            const QRectF track = chart->track(row);
            const double share = rows[static_cast<std::size_t>(row)].gross;
            const auto at = [&](double of) {
                return image.pixelColor(static_cast<int>(track.left() + track.width() * of),
                                        static_cast<int>(track.center().y()));
            };
            QCOMPARE(at(share - 0.02), diagram::Theme::light().expo);
            if (share < 0.9) QCOMPARE(at(share + 0.03), QColor(Qt::white));
        }
    }

    void clickingARowSaysItsElement() {
        const Case c;
        const auto rows = charts::rankedRows(c.model, c.engine(), c.review->asStated.ranking, nullptr, nullptr);
        QGraphicsScene scene;
        auto* chart = charts::rankingChart(rows, diagram::Theme::light(), 7);
        scene.addItem(chart);
        chart->resize(400, chart->naturalHeight());
        QGraphicsView view(&scene);
        view.resize(500, 400);
        view.show();
        QSignalSpy clicked(chart, &charts::RowChart::clicked);
        const QPoint at = view.mapFromScene(chart->mapToScene(chart->track(2).center()));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), rows[2].element);
    }

    void chartsPrintAsVectors() {
        const QString pdfimages = QStandardPaths::findExecutable("pdfimages");
        if (pdfimages.isEmpty()) QSKIP("pdfimages is not installed");
        const Case c;
        const auto rows = charts::rankedRows(c.model, c.engine(), c.review->asStated.ranking, c.review->worstCase.engine.get(),
                                             &c.review->worstCase.ranking);
        auto hatched = rows;
        for (charts::RankedRow& row : hatched) row.anyway = row.gross / 2;
        const std::unique_ptr<charts::RowChart> ranking(charts::rankingChart(hatched, diagram::Theme::light()));
        const std::unique_ptr<charts::RowChart> coverage(charts::coverageChart(c.review->coverage, diagram::Theme::light()));
        const std::unique_ptr<charts::RowChart> severity(charts::severityChart(c.review->counts(), diagram::Theme::light()));
        QTemporaryDir folder;
        const QString path = folder.filePath("charts.pdf");
        QPdfWriter writer(path);
        QPainter painter(&writer);
        painter.scale(writer.resolution() / 72.0, writer.resolution() / 72.0);
        double y = 0;
        for (charts::RowChart* chart : {ranking.get(), coverage.get(), severity.get()})
            y += chart->paint(painter, QRectF(0, y, 400, 300)) + 10;
        painter.end();
        QProcess process;
        process.start(pdfimages, {"-list", path});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed().count('\n'), 1); // the head alone
    }

    void differencesAreMarkedWhereTheyAreDrawn() {
        using diagram::Change;
        const model::Model before = samples::sharedGateway();
        QVERIFY(charts::drawnChanges(before, before).isEmpty());

        model::Model after = before;
        model::Component extra = *after.components.begin();
        extra.id = {QStringLiteral("extra")};
        after.components.put(extra);
        after.components.erase({QStringLiteral("portal")});
        const auto drawn = charts::drawnChanges(before, after);
        QCOMPARE(drawn.after.value("extra"), Change::Added);
        QVERIFY(!drawn.before.contains("extra"));
        QCOMPARE(drawn.before.value("portal"), Change::Removed);
        QVERIFY(!drawn.after.contains("portal"));

        // A secret is drawn at its holders; a holding that goes changes the component on both sides.
        after = before;
        const model::Holding held = *after.holdings.begin();
        after.holdings.erase(held.key());
        const auto moved = charts::drawnChanges(before, after);
        const QString holder = held.component.value;
        QCOMPARE(moved.before, (QHash<QString, Change>{{holder, Change::Changed}}));
        QCOMPARE(moved.after, moved.before);

        after = before;
        model::Flow flow = *after.flows.begin();
        flow.name = QStringLiteral("other");
        after.flows.put(flow);
        QCOMPARE(charts::drawnChanges(before, after).after, (QHash<QString, Change>{{flow.id.value, Change::Changed}}));

        // Where something stands, and what people decided, is no difference of the architecture.
        after = before;
        for (model::Placement placement : before.placements) {
            placement.x += 8;
            after.placements.put(placement);
        }
        QVERIFY(charts::drawnChanges(before, after).isEmpty());

        diagram::Overlay overlay;
        charts::mark(overlay, before, drawn.before);
        QVERIFY(overlay.has(Change::Removed) && !overlay.has(Change::Added));
    }

    void eachFunctionHasABar() {
        const Case c;
        const rules::FrameworkCoverage* csf = c.review->coverage.find(u"nist-csf-2.0");
        QVERIFY(csf);
        const auto bars = charts::coverageBars(rules::byFunction(*csf));
        QCOMPARE(bars.size(), std::size_t(6));
        rules::CoverageCounts all;
        for (const charts::CoverageBar& bar : bars) {
            QVERIFY2(!bar.caption.isEmpty(), qPrintable(bar.id));
            all.satisfied += bar.counts.satisfied;
            all.violated += bar.counts.violated;
            all.partial += bar.counts.partial;
            all.unknown += bar.counts.unknown;
            all.notApplicable += bar.counts.notApplicable;
        }
        QCOMPARE(all, csf->counts);
        const std::unique_ptr<charts::RowChart> chart(charts::coverageChart(bars, diagram::Theme::light()));
        QCOMPARE(chart->rows().size(), bars.size());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ChartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ChartsTest.moc"
