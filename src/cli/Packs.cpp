// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Packs.h"

#include <QDir>

namespace sallyport::cli {

std::vector<Option> packOptions() {
    return {{QStringLiteral("rules"),
             {},
             QStringLiteral("DIR"),
             QStringLiteral("use the rules (*.sql) and frameworks (*.json) of a folder too"),
             true},
            {QStringLiteral("document-rules"), {}, {}, QStringLiteral("run the rules kept in the document as well")}};
}

Expected<std::shared_ptr<const rules::RulePack>> packOf(const Arguments& arguments, const model::Model& model) {
    auto pack = std::make_shared<rules::RulePack>(rules::RulePack::builtIn());
    for (const QString& folder : arguments.values(QStringLiteral("rules"))) {
        if (const auto added = pack->addDirectory(folder); !added) return tl::make_unexpected(added.error());
        if (QDir(folder).entryList({QStringLiteral("*.sql"), QStringLiteral("*.json")}, QDir::Files).isEmpty())
            return refuse(QStringLiteral("The folder has no rules (*.sql) and no frameworks (*.json)."), folder,
                          QStringLiteral("Name the folder that has them."));
    }
    const bool all = arguments.has(QStringLiteral("document-rules"));
    pack->addDocumentRules(model, [all](const QString&) { return all; });
    return pack;
}

QStringList packMessages(const rules::RulePack& pack, const std::vector<rules::RuleProblem>& problems) {
    QStringList messages;
    if (pack.unseen() > 0)
        messages << (pack.unseen() == 1
                         ? QStringLiteral("1 rule kept in the document is not run; --document-rules runs it.")
                         : QStringLiteral("%1 rules kept in the document are not run; --document-rules runs them.")
                               .arg(pack.unseen()));
    for (const rules::RuleProblem& problem : problems)
        messages << QStringLiteral("%1: %2 is not used: %3")
                        .arg(problem.file, problem.rule.isEmpty() ? QStringLiteral("the rule") : problem.rule, problem.what);
    return messages;
}

} // namespace sallyport::cli
