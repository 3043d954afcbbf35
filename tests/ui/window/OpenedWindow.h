// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FakeDialogs.h"

#include "FileActions.h"
#include "MainWindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace sallyport::tests {

/// A window with its own settings, shown.
struct OpenedWindow {
    FakeDialogs* dialogs = new FakeDialogs;
    QTemporaryDir folder;
    ui::MainWindow window{std::unique_ptr<ui::IDialogs>(dialogs),
                          std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat)};
    OpenedWindow() {
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("no window");
    }
    QString example(const char* name) const { return QString(SALLYPORT_SOURCE_DIR "/models/") + name + ".sallyport"; }
    bool open(const char* name) { return window.files().openFile(example(name)); }
    bool waitForReview() {
        return QTest::qWaitFor([this] { return window.workspace().review() && window.workspace().isReviewCurrent(); }, 20000);
    }
};

} // namespace sallyport::tests
