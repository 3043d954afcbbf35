// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/SallyportStyle.h"

#include <QApplication>
#include <QTest>

#include <memory>

QObject* newCoverageTest();
QObject* newPanelsTest();
QObject* newPeopleTest();

int main(int argc, char** argv) {
    const QApplication app(argc, argv);
    sallyport::ui::SallyportStyle::apply(sallyport::diagram::Theme::light());
    int failed = 0;
    for (const auto make : {newPanelsTest, newCoverageTest, newPeopleTest})
        failed |= QTest::qExec(std::unique_ptr<QObject>(make()).get(), argc, argv);
    return failed;
}
