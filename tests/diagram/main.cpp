// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DrawingTest.h"
#include "GeometryTest.h"
#include "PaintingTest.h"
#include "RenderTest.h"
#include "RoutingTest.h"
#include "ThemeTest.h"

#include <QGuiApplication>
#include <QTest>

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    int failed = 0;
    const auto run = [&](auto test) { failed += QTest::qExec(&test, argc, argv); };
    run(ThemeTest{});
    run(GeometryTest{});
    run(DrawingTest{});
    run(RoutingTest{});
    run(PaintingTest{});
    run(RenderTest{});
    return failed == 0 ? 0 : 1;
}
