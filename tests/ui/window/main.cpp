// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#include <memory>

QObject* newTestAdvice();
QObject* newTestRules();
QObject* newTestWindow();

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    int failed = 0;
    for (const auto make : {newTestWindow, newTestAdvice, newTestRules})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
