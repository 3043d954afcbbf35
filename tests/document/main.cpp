// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include <memory>

QObject* newTestCsv();
QObject* newTestDocument();
QObject* newTestRefusals();

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    int failed = 0;
    for (const auto make : {newTestDocument, newTestRefusals, newTestCsv})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
