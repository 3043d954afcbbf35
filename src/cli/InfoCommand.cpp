// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"

#include "document/Sqlite.h"
#include "rules/Review.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sallyport::cli {

namespace {

constexpr std::array counted{model::TableId::Zone,     model::TableId::Component,   model::TableId::Flow,
                             model::TableId::Identity, model::TableId::Secret,      model::TableId::Holding,
                             model::TableId::Grant,    model::TableId::DataAsset,   model::TableId::Diagram,
                             model::TableId::Decision, model::TableId::Attestation, model::TableId::Rule,
                             model::TableId::Snapshot};

QString listName(const model::Table& table) {
    return table.list ? QString::fromLatin1(table.list) : QString::fromLatin1(table.name) + u's';
}

int unknownQuestions(const model::Model& model) {
    int total = 0;
    for (const auto& [element, count] : rules::unknownCounts(model)) total += count;
    return total;
}

QByteArray json(const model::Model& model) {
    QJsonObject counts;
    for (const model::TableId id : counted) counts.insert(listName(model::table(id)), model::table(id).count(model));
    const QJsonObject all{{QStringLiteral("title"), model.title()},
                          {QStringLiteral("schema"), document::schemaVersion},
                          {QStringLiteral("digest"), QString::fromLatin1(digestOf(model))},
                          {QStringLiteral("counts"), counts},
                          {QStringLiteral("unknown"), unknownQuestions(model)}};
    return QJsonDocument(all).toJson();
}

QByteArray text(const QString& path, const model::Model& model) {
    QString text = model.title().isEmpty() ? path : QStringLiteral("%1 (%2)").arg(model.title(), path);
    text += u'\n';
    const auto line = [&](const QString& name, const QString& value) {
        text += QStringLiteral("  %1%2\n").arg(name.leftJustified(22), value);
    };
    for (const model::TableId id : counted) {
        const model::Table& table = model::table(id);
        if (const qsizetype count = table.count(model); count > 0)
            line(listName(table).replace(u'_', u' '), QString::number(count));
    }
    line(QStringLiteral("unanswered questions"), QString::number(unknownQuestions(model)));
    line(QStringLiteral("schema version"), QString::number(document::schemaVersion));
    line(QStringLiteral("digest"), QString::fromLatin1(digestOf(model)));
    return text.toUtf8();
}

Outcome run(const Arguments& arguments) {
    const QString path = arguments.operands().first();
    const auto document = openModel(path);
    if (!document) return Outcome::refused(document.error());
    const model::Model& model = (*document)->model();
    return Outcome::of(arguments.has(QStringLiteral("json")) ? json(model) : text(path, model));
}

} // namespace

Command infoCommand() {
    return {
        QStringLiteral("info"),
        QStringLiteral("FILE"),
        1,
        1,
        QStringLiteral("tell what a model holds"),
        {{QStringLiteral("json"), {}, {}, QStringLiteral("as JSON")}},
        QStringLiteral("The digest is the SHA-256 of the canonical JSON (sallyport export): equal models have equal digests,\n"
                       "however their files were written."),
        false,
        run};
}

} // namespace sallyport::cli
