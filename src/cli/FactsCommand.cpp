// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"

#include "analysis/AttackFactsJson.h"
#include "analysis/CompileModel.h"

namespace sallyport::cli {

namespace {

Outcome run(const Arguments& arguments) {
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const auto reading =
        arguments.has(QStringLiteral("worst-case")) ? analysis::Reading::WorstCase : analysis::Reading::AsStated;
    return Outcome::of(analysis::writeAttackFacts(analysis::attackFacts((*document)->model(), reading)));
}

} // namespace

Command factsCommand() {
    return {QStringLiteral("facts"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("print the attack facts of a model, as JSON"),
            {{QStringLiteral("worst-case"), {}, {}, QStringLiteral("read every unanswered question as bad as can be")}},
            QStringLiteral("Exactly what the engine runs on: sallyport blast --facts gives the same answers on it."),
            false,
            run};
}

} // namespace sallyport::cli
