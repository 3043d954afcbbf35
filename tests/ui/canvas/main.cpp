// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClipboardTest.h"
#include "DragTest.h"
#include "EditTest.h"
#include "KeyboardTest.h"
#include "PanelTest.h"

#include "style/SallyportStyle.h"

#include <QApplication>
#include <QTest>

#include <vector>

using namespace sallyport;

namespace {

template <class Test>
int run(int argc, char** argv) {
    // "test_ui_canvas Class ..." runs one class.
    std::vector<char*> words(argv, argv + argc);
    if (argc > 1 && argv[1][0] >= 'A' && argv[1][0] <= 'Z') {
        if (!QByteArray(Test::staticMetaObject.className()).endsWith(argv[1])) return 0;
        words.erase(words.begin() + 1);
    }
    Test test;
    return QTest::qExec(&test, static_cast<int>(words.size()), words.data());
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::SallyportStyle::apply(diagram::Theme::light());
    return run<tests::ClipboardTest>(argc, argv) + run<tests::DragTest>(argc, argv) + run<tests::EditTest>(argc, argv) +
           run<tests::KeyboardTest>(argc, argv) + run<tests::PanelTest>(argc, argv);
}
