// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "welcome/WelcomePage.h"

class QSettings;

namespace sallyport::ui {

/// The files opened last, newest first, at most twelve, kept in the settings. Files that are gone are left out of
/// list(), but stay remembered: a drive may come back.
class RecentFiles {
public:
    explicit RecentFiles(QSettings& settings) : settings_(settings) {}

    std::vector<RecentFile> list() const;
    void add(const QString& path, const model::Model& model, bool sealed, const QDateTime& now);
    void remove(const QString& path);
    void clear();

private:
    std::vector<RecentFile> read() const;
    void write(const std::vector<RecentFile>& files);
    QSettings& settings_;
};

} // namespace sallyport::ui
