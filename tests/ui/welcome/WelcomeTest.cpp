// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../inspector/AccessibleNames.h"

#include "style/CardButton.h"
#include "style/SallyportStyle.h"
#include "welcome/RecentFiles.h"
#include "welcome/WelcomePage.h"
#include "welcome/WelcomeParts.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

class WelcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void choicesAreTold();
    void examplesCarryTheirFigures();
    void droppedFilesAreOpenedOrImported();
    void recentFilesAreKept();
    void daysAreSaidAsPeopleSayThem();
    void everythingHasAName();

private:
    static QString example(const QString& name) {
        return QStringLiteral(SALLYPORT_SOURCE_DIR "/models/%1.sallyport").arg(name);
    }
};

void WelcomeTest::initTestCase() { ui::SallyportStyle::apply(diagram::Theme::light()); }

void WelcomeTest::choicesAreTold() {
    ui::WelcomePage page;
    page.resize(1400, 850);
    page.setRecent({{"/tmp/a.sallyport", "Shop", 12, QDateTime::currentDateTime(), false}});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy fresh(&page, &ui::WelcomePage::newRequested), opened(&page, &ui::WelcomePage::openRequested),
        imported(&page, &ui::WelcomePage::importRequested), asked(&page, &ui::WelcomePage::sixQuestionsRequested);
    const auto buttons = page.findChildren<ui::CardButton*>();
    QCOMPARE(buttons.size(), 4);
    for (auto* button : buttons) QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][0].toString().isEmpty());
    QCOMPARE(imported.size(), 1);
    QCOMPARE(asked.size(), 1);
    auto* row = page.findChild<ui::RecentRow*>();
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Space);
    QTRY_COMPARE(opened.size(), 2);
    QCOMPARE(opened[1][0].toString(), QStringLiteral("/tmp/a.sallyport"));
    page.setSixQuestionsOffered(false);
    QVERIFY(!buttons[3]->isVisible());
}

void WelcomeTest::examplesCarryTheirFigures() {
    const auto shared = ui::exampleFrom(example("shared-gateway"), "holds both client secrets");
    QVERIFY2(shared, qPrintable(shared ? QString() : shared.error().text()));
    QCOMPARE(shared->figures.size(), 2u);
    QCOMPARE(shared->figures[0].value, QStringLiteral("1.00"));
    QCOMPARE(shared->figures[0].label, QStringLiteral("gateway falls"));
    QVERIFY(!shared->drawing.isEmpty());
    const auto both = ui::exampleFrom(example("gateway-and-bffs"), "");
    QVERIFY(both);
    QCOMPARE(both->figures[0].value, QStringLiteral("0.10"));
    QVERIFY(!ui::exampleFrom("/nowhere.sallyport", ""));

    ui::WelcomePage page;
    page.resize(1400, 850);
    page.setExamples({*shared, *both});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy chosen(&page, &ui::WelcomePage::exampleRequested);
    const auto cards = page.findChildren<ui::ExampleCard*>();
    QCOMPARE(cards.size(), 2);
    QTest::mouseClick(cards[1], Qt::LeftButton);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), example("gateway-and-bffs"));
    page.grab();
}

void WelcomeTest::droppedFilesAreOpenedOrImported() {
    ui::WelcomePage page;
    page.resize(1400, 850);
    QSignalSpy opened(&page, &ui::WelcomePage::openRequested), imported(&page, &ui::WelcomePage::importRequested);
    const auto drop = [&](const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(100, 600), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(100, 600), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &event);
    };
    drop("/tmp/shop.sallyport");
    drop("/tmp/shop.drawio");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), QStringLiteral("/tmp/shop.sallyport"));
    QCOMPARE(imported.size(), 1);
    QCOMPARE(imported[0][0].toString(), QStringLiteral("/tmp/shop.drawio"));
}

void WelcomeTest::recentFilesAreKept() {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
    ui::RecentFiles recent(settings);
    model::Model model;
    const QDateTime now = QDateTime::currentDateTime();
    for (int i = 0; i < 15; ++i) {
        QFile file(folder.filePath(QString("%1.sallyport").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        recent.add(file.fileName(), model, false, now);
    }
    QCOMPARE(recent.list().size(), 12u);
    QCOMPARE(recent.list().front().title, QStringLiteral("14"));
    recent.add(folder.filePath("5.sallyport"), model, true, now);
    QCOMPARE(recent.list().size(), 12u);
    QCOMPARE(recent.list().front().title, QStringLiteral("5"));
    QVERIFY(recent.list().front().sealed);
    QVERIFY(QFile::remove(folder.filePath("5.sallyport")));
    QCOMPARE(recent.list().size(), 11u); // gone, not forgotten
    recent.remove(folder.filePath("14.sallyport"));
    QCOMPARE(recent.list().size(), 10u);
    recent.clear();
    QVERIFY(recent.list().empty());
}

void WelcomeTest::daysAreSaidAsPeopleSayThem() {
    const QDateTime now(QDate(2026, 11, 24), QTime(15, 0));
    QCOMPARE(ui::whenText(now.addSecs(-3600), now), QStringLiteral("today, 14:00"));
    QCOMPARE(ui::whenText(now.addDays(-1), now), QStringLiteral("yesterday"));
    QCOMPARE(ui::whenText(QDateTime(QDate(2026, 10, 12), QTime(9, 0)), now), QStringLiteral("12 October"));
    QCOMPARE(ui::whenText(QDateTime(QDate(2025, 5, 3), QTime(9, 0)), now), QStringLiteral("3 May 2025"));
    QCOMPARE(ui::whenText({}, now), QString());
}

void WelcomeTest::everythingHasAName() {
    ui::WelcomePage page;
    page.resize(1400, 850);
    page.setRecent({{"/tmp/a.sallyport", "Shop", 12, QDateTime::currentDateTime(), false}});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(namelessWidgets(page), QStringList());
}

QTEST_MAIN(WelcomeTest)

#include "WelcomeTest.moc"
