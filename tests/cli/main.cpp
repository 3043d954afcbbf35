// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include <memory>

QObject* newAdviseTest();
QObject* newAnswersTest();
QObject* newBlastTest();
QObject* newModelsTest();
QObject* newOutputTest();
QObject* newPipelineTest();
QObject* newReadmeTest();
QObject* newRefusalsTest();
QObject* newUsageTest();

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    int failed = 0;
    for (const auto make : {newAdviseTest, newAnswersTest, newBlastTest, newModelsTest, newOutputTest, newPipelineTest,
                            newReadmeTest, newRefusalsTest, newUsageTest})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
