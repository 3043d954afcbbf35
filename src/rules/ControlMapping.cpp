// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ControlMapping.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

static void initialiseMappings() { Q_INIT_RESOURCE(rules_files); }

namespace sallyport::rules {

namespace {

QStringList textList(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& each : value.toArray()) list.append(each.toString());
    return list;
}

std::vector<ControlMapping> readMappings() {
    initialiseMappings();
    std::vector<ControlMapping> all;
    const QDir folder(QStringLiteral(":/frameworks/controls"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto mappings = mappingsOf(QJsonDocument::fromJson(file.readAll()).object());
        all.insert(all.end(), mappings.begin(), mappings.end());
    }
    return all;
}

} // namespace

std::vector<ControlMapping> mappingsOf(const QJsonObject& file) {
    std::vector<ControlMapping> all;
    const QString framework = file.value(u"framework").toString();
    for (const QJsonValue& value : file.value(u"controls").toArray()) {
        const QJsonObject object = value.toObject();
        ControlMapping mapping;
        mapping.control = {framework, object.value(u"control").toString()};
        mapping.scope = object.value(u"scope").toString();
        if (object.contains(u"near")) mapping.near = Nearness{object.value(u"near").toInt(), {}};
        mapping.violated = textList(object.value(u"violated"));
        mapping.partial = textList(object.value(u"partial"));
        mapping.attest = object.value(u"attest").toString();
        mapping.related = textList(object.value(u"related"));
        mapping.undecided = textList(object.value(u"undecided"));
        all.push_back(std::move(mapping));
    }
    return all;
}

const std::vector<ControlMapping>& controlMappings() {
    static const std::vector<ControlMapping> mappings = readMappings();
    return mappings;
}

} // namespace sallyport::rules
