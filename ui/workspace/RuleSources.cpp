// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/RuleSources.h"

#include "rules/RuleApprovals.h"

#include <QDir>
#include <QSettings>

namespace sallyport::ui {

namespace {
constexpr int settledAfter = 200; // ms
} // namespace

RuleSources::RuleSources(QObject* parent)
    : QObject(parent), pack_(std::make_shared<const rules::RulePack>(rules::RulePack::builtIn())) {
    settled_.setSingleShot(true);
    settled_.setInterval(settledAfter);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settled_, qOverload<>(&QTimer::start));
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &settled_, qOverload<>(&QTimer::start));
    connect(&settled_, &QTimer::timeout, this, &RuleSources::reload);
}

void RuleSources::setSettings(QSettings* settings) {
    if (settings == settings_) return;
    settings_ = settings;
    reload();
}

void RuleSources::follow(const model::Model& model) {
    if (model.customRules == documentRules_) return;
    documentRules_ = model.customRules;
    reload();
}

void RuleSources::setTeamFolder(const QString& folder) {
    if (settings_ == nullptr) return;
    rules::PackSources::setTeamFolder(*settings_, folder);
    reload();
}

void RuleSources::reload() {
    sources_ = settings_ ? rules::PackSources::ofUser(*settings_) : rules::PackSources{};
    model::Model documents;
    documents.customRules = documentRules_;
    pack_ = sources_.pack(documents, [this](const QString& text) { return isApproved(text); });
    watch();
    Q_EMIT changed();
}

void RuleSources::watch() {
    QStringList wanted;
    for (const QString& folder : {sources_.userFolder, sources_.teamFolder}) {
        if (folder.isEmpty() || !QDir(folder).exists()) continue;
        wanted << folder;
        for (const QFileInfo& file :
             QDir(folder).entryInfoList({QStringLiteral("*.sql"), QStringLiteral("*.json")}, QDir::Files))
            wanted << file.filePath();
    }
    const QStringList watched = watcher_.directories() + watcher_.files();
    if (!watched.isEmpty()) watcher_.removePaths(watched);
    if (!wanted.isEmpty()) watcher_.addPaths(wanted);
}

bool RuleSources::isApproved(const QString& text) const {
    return settings_ != nullptr && rules::RuleApprovals(*settings_).isApproved(text);
}

void RuleSources::approve(const QStringList& texts) {
    if (settings_ == nullptr) return;
    rules::RuleApprovals approvals(*settings_);
    for (const QString& text : texts) approvals.approve(text);
    reload();
}

void RuleSources::withdraw(const QString& text) {
    if (settings_ == nullptr) return;
    rules::RuleApprovals(*settings_).withdraw(text);
    reload();
}

} // namespace sallyport::ui
