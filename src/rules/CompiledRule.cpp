// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CompiledRule.h"

namespace sallyport::rules {

Sandbox::Limits limitsFor(bool own) {
    return own ? Sandbox::Limits{std::chrono::minutes(1), qint64(4) * 1024 * 1024 * 1024, 50'000'000, true} : Sandbox::Limits();
}

QString noTables() { return QStringLiteral("The tables rules read could not be made."); }

CompiledRule compiled(const Rule& rule, const Expected<Prepared>* prepared, const DerivedTables* tables, RuleResult& result) {
    CompiledRule done;
    done.rule = &rule;
    const auto broken = [&](const QString& what) {
        result.problem = RuleProblem{rule.id, rule.file, what};
        return std::move(done);
    };
    if (!prepared || !tables) return broken(noTables());
    if (!*prepared) return broken(prepared->error().what);
    const Prepared& known = **prepared;
    done.parameters = known.parameters;
    result.columns = known.columns;
    done.violated = static_cast<int>(result.columns.indexOf(QStringLiteral("violated")));
    done.severity = static_cast<int>(result.columns.indexOf(QStringLiteral("severity")));
    if (done.violated < 0) return broken(QStringLiteral("It has no column \"violated\"."));
    if (done.violated == 0) return broken(QStringLiteral("It has no column of ids left of \"violated\"."));
    for (const ReadColumn& read : known.reads) {
        done.readsBlast = done.readsBlast || read.table.startsWith(u"blast");
        done.readsBlastComponents = done.readsBlastComponents || read.table == u"blast_component";
    }
    done.reads = Reads(known.reads, *tables);
    done.isUsable = true;
    return done;
}

} // namespace sallyport::rules
