// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/RecentFiles.h"

#include <QFileInfo>
#include <QSettings>

namespace sallyport::ui {

namespace {
constexpr std::size_t most = 12;
const QString group = QStringLiteral("recent");
} // namespace

std::vector<RecentFile> RecentFiles::read() const {
    std::vector<RecentFile> files;
    const int count = settings_.beginReadArray(group);
    for (int i = 0; i < count; ++i) {
        settings_.setArrayIndex(i);
        RecentFile file;
        file.path = settings_.value(QStringLiteral("path")).toString();
        file.title = settings_.value(QStringLiteral("title")).toString();
        file.components = settings_.value(QStringLiteral("components"), -1).toInt();
        file.opened = settings_.value(QStringLiteral("opened")).toDateTime();
        file.sealed = settings_.value(QStringLiteral("sealed")).toBool();
        if (!file.path.isEmpty()) files.push_back(file);
    }
    settings_.endArray();
    return files;
}

void RecentFiles::write(const std::vector<RecentFile>& files) {
    settings_.remove(group);
    settings_.beginWriteArray(group, static_cast<int>(files.size()));
    for (std::size_t i = 0; i < files.size(); ++i) {
        settings_.setArrayIndex(static_cast<int>(i));
        settings_.setValue(QStringLiteral("path"), files[i].path);
        settings_.setValue(QStringLiteral("title"), files[i].title);
        settings_.setValue(QStringLiteral("components"), files[i].components);
        settings_.setValue(QStringLiteral("opened"), files[i].opened);
        settings_.setValue(QStringLiteral("sealed"), files[i].sealed);
    }
    settings_.endArray();
}

std::vector<RecentFile> RecentFiles::list() const {
    std::vector<RecentFile> files = read();
    std::erase_if(files, [](const RecentFile& file) { return !QFileInfo::exists(file.path); });
    return files;
}

void RecentFiles::add(const QString& path, const model::Model& model, bool sealed, const QDateTime& now) {
    if (path.isEmpty()) return;
    const QString whole = QFileInfo(path).absoluteFilePath();
    std::vector<RecentFile> files = read();
    std::erase_if(files, [&](const RecentFile& file) { return file.path == whole; });
    const QString title = model.title().isEmpty() ? QFileInfo(whole).completeBaseName() : model.title();
    files.insert(files.begin(), {whole, title, static_cast<int>(model.components.size()), now, sealed});
    if (files.size() > most) files.resize(most);
    write(files);
}

void RecentFiles::remove(const QString& path) {
    std::vector<RecentFile> files = read();
    std::erase_if(files, [&](const RecentFile& file) { return file.path == path; });
    write(files);
}

void RecentFiles::clear() { settings_.remove(group); }

} // namespace sallyport::ui
