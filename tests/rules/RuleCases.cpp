// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "document/Json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace sallyport::tests {

namespace {

QStringList texts(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& each : value.toArray()) list.append(each.toString());
    return list;
}

rules::BlastRow blastRow(const QJsonObject& object) {
    rules::BlastRow row;
    row.source = object["source"].toString();
    row.score = object["score"].toDouble();
    row.worstScore = object["worst_score"].toDouble();
    row.components = object["components"].toInt();
    row.worstComponents = object["worst_components"].toInt();
    if (object["critical"].isBool()) row.critical = object["critical"].toBool();
    row.frontends = object["frontends"].toInt();
    row.worstFrontends = object["worst_frontends"].toInt();
    return row;
}

RuleCase readCase(const QString& rule, const QJsonObject& object) {
    RuleCase result;
    result.rule = rule;
    result.name = object["name"].toString();
    result.expect = object["expect"].toString();
    result.severity = object["severity"].toString();
    result.says = object["says"].toString();
    result.elements = texts(object["elements"]);
    result.listed = object["listed"].toBool(true);
    result.model = modelOf(QJsonDocument(object["model"].toObject()).toJson());
    for (const QJsonValue& row : object["blast"].toArray()) result.blasts.rows.push_back(blastRow(row.toObject()));
    std::sort(result.blasts.rows.begin(), result.blasts.rows.end(),
              [](const rules::BlastRow& a, const rules::BlastRow& b) { return a.source < b.source; });
    return result;
}

} // namespace

model::Model modelOf(const QByteArray& json) {
    Expected<model::Model> model = document::readJson(json, QStringLiteral("case"));
    if (!model) qFatal("%s", qPrintable(model.error().text()));
    return std::move(*model);
}

std::vector<RuleCase> ruleCases() {
    std::vector<RuleCase> cases;
    const QDir folder(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/rules"));
    for (const QString& name :
         folder.entryList({QStringLiteral("TBM-*.json"), QStringLiteral("CHK-*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(name));
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        for (const QJsonValue& each : object["cases"].toArray())
            cases.push_back(readCase(object["rule"].toString(), each.toObject()));
    }
    return cases;
}

std::shared_ptr<const rules::RulePack> ownPack() {
    static const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    return pack;
}

Bench::Bench(const model::Model& model, const rules::BlastRows& rows, std::shared_ptr<const rules::RulePack> pack)
    : replica([&model] {
          auto made = document::Replica::ofModel(model);
          if (!made) qFatal("%s", qPrintable(made.error().text()));
          return std::move(*made);
      }()),
      blasts(rows),
      runner(replica->handle(), std::move(pack)) {
    run();
}

bool Bench::run() { return runner.run(replica->model(), blasts, day); }

const rules::RuleResult* Bench::result(const QString& rule) const {
    for (const rules::RuleResult& result : runner.results())
        if (result.rule->id == rule) return &result;
    return nullptr;
}

QString Bench::verdict(const QString& rule, const QStringList& elements) const {
    const rules::RuleResult* found = result(rule);
    if (!found) return QStringLiteral("no such rule");
    if (found->problem) return found->problem->what;
    for (const rules::RuleRow& row : found->rows)
        if (row.elements() == elements) return row.violated ? QStringLiteral("violated") : QStringLiteral("unknown");
    return QStringLiteral("satisfied");
}

} // namespace sallyport::tests
