// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

// Q_INIT_RESOURCE wants to stand outside every namespace.
static void initialiseTemplates() { Q_INIT_RESOURCE(templates); }

namespace sallyport::cli {

namespace {

QStringList templateNames() {
    initialiseTemplates();
    QStringList names{QStringLiteral("blank")};
    for (const QString& file : QDir(QStringLiteral(":/templates")).entryList(QDir::Files, QDir::Name))
        names << QFileInfo(file).completeBaseName();
    return names;
}

Expected<DocumentPointer> fromTemplate(const QString& name) {
    if (name == QStringLiteral("blank")) return std::make_unique<document::Document>();
    QFile file(QStringLiteral(":/templates/%1.sallyport").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return refuse(QStringLiteral("The template cannot be read."), name);
    return document::Document::fromImage(file.readAll(), name);
}

Outcome run(const Arguments& arguments) {
    const QString path = arguments.operands().first();
    const QString name =
        arguments.has(QStringLiteral("template")) ? arguments.value(QStringLiteral("template")) : QStringLiteral("blank");
    if (!templateNames().contains(name))
        return Outcome::wrongUse(QStringLiteral("There is no template \"%1\"; there are: %2.")
                                     .arg(name, templateNames().join(QStringLiteral(", "))));
    if (QFileInfo::exists(path))
        return Outcome::notWritten(
            {QStringLiteral("There is a file of this name already."), path, QStringLiteral("Choose another name.")});
    const auto document = fromTemplate(name);
    if (!document) return Outcome::refused(document.error());
    if (const auto saved = (*document)->save(path); !saved) return Outcome::notWritten(saved.error());
    return {};
}

} // namespace

Command newCommand() {
    return {QStringLiteral("new"),
            QStringLiteral("OUT"),
            1,
            1,
            QStringLiteral("make a model, empty or from a template"),
            {{QStringLiteral("template"), {}, QStringLiteral("NAME"), QStringLiteral("start from an example")}},
            QStringLiteral("Templates: %1.").arg(templateNames().join(QStringLiteral(", "))),
            false,
            run};
}

} // namespace sallyport::cli
