// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include <memory>

QObject* newCatalogueTest();
QObject* newCoverageTest();
QObject* newBlastInputTest();
QObject* newCoverageGroupsTest();
QObject* newDecisionsTest();
QObject* newErasureTest();
QObject* newFrameworksTest();
QObject* newHelpTest();
QObject* newHostilePackTest();
QObject* newNearTest();
QObject* newPackTest();
QObject* newReviewTest();
QObject* newRowsTest();
QObject* newRuleCasesTest();
QObject* newSandboxTest();
QObject* newTrialTest();

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    int failed = 0;
    for (const auto make : {newPackTest, newSandboxTest, newBlastInputTest, newRuleCasesTest, newErasureTest, newCatalogueTest,
                            newCoverageTest, newReviewTest, newFrameworksTest, newCoverageGroupsTest, newDecisionsTest,
                            newHostilePackTest, newHelpTest, newTrialTest, newNearTest, newRowsTest})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
