// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

QObject* newRuleEditorTest();
QObject* newRuleKeepingTest();
QObject* newRuleTextTest();

int main(int argc, char** argv) {
    // A user's folder, and a trash, of our own.
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    const QApplication application(argc, argv);
    int failed = 0;
    for (const auto make : {newRuleTextTest, newRuleEditorTest, newRuleKeepingTest})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
