// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowsTest.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

QObject* newTablesTest();

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    RowsTest rows;
    int failed = QTest::qExec(&rows, argc, argv);
    failed += QTest::qExec(std::unique_ptr<QObject>(newTablesTest()).get(), argc, argv);
    return failed == 0 ? 0 : 1;
}
