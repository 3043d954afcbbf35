// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/PackSources.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace sallyport::rules {

namespace {
const QString& teamKey() {
    static const QString key = QStringLiteral("rules/team_folder");
    return key;
}
} // namespace

PackSources PackSources::ofUser(const QSettings& settings) {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {data + QStringLiteral("/sallyport/rules"), settings.value(teamKey()).toString()};
}

void PackSources::setTeamFolder(QSettings& settings, const QString& folder) {
    if (folder.isEmpty())
        settings.remove(teamKey());
    else
        settings.setValue(teamKey(), folder);
}

std::shared_ptr<const RulePack> PackSources::pack(const model::Model& model,
                                                  const std::function<bool(const QString& text)>& approved) const {
    auto pack = std::make_shared<RulePack>(RulePack::builtIn());
    const auto add = [&pack](const QString& folder) {
        if (const auto added = pack->addDirectory(folder); !added) pack->addProblem(folder, folder, added.error().what);
    };
    if (!teamFolder.isEmpty()) add(teamFolder);
    if (!userFolder.isEmpty() && QDir(userFolder).exists()) add(userFolder);
    pack->addDocumentRules(model, approved);
    return pack;
}

} // namespace sallyport::rules
