// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdviceTest.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    int failed = 0;
    const auto run = [&](auto test) { failed += QTest::qExec(&test, argc, argv); };
    run(AdviceTest());
    run(LawsTest());
    run(FloorsTest());
    run(UnknownsTest());
    return failed == 0 ? 0 : 1;
}
