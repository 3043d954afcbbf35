// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include "analysis/CompileModel.h"
#include "document/Document.h"
#include "rules/BlastInput.h"
#include "rules/Review.h"
#include "rules/Sandbox.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace sallyport;

namespace {

const QDate day{2026, 6, 1};

analysis::Engine engine(const model::Model& model, analysis::Reading reading) {
    return analysis::Engine::compile(analysis::attackFacts(model, reading));
}

/// Processor time of each rule by itself, the slowest first: what to tune. The replica's runner has run.
void reportEach(sqlite3* handle, const model::Model& model, const rules::RulePack& pack) {
    const rules::Sandbox sandbox(handle);
    std::vector<std::pair<double, QString>> times;
    double sum = 0;
    for (const rules::Rule& rule : pack.rules()) {
        auto prepared = sandbox.prepare(rule.sql.toUtf8());
        if (!prepared) continue;
        sqlite3_stmt* statement = prepared->statement.get();
        for (int i = 0; i < prepared->parameters.size(); ++i)
            for (const rules::PolicyParameter& parameter : rules::policyParameters())
                if (prepared->parameters[i] == QLatin1StringView(parameter.name))
                    sqlite3_bind_int64(statement, i + 1, rules::policyValue(model, parameter));
        const int today = sqlite3_bind_parameter_index(statement, ":today");
        if (today > 0) sqlite3_bind_text(statement, today, "2026-06-01", -1, SQLITE_STATIC);
        std::vector<double> each;
        for (int i = 0; i < 3; ++i) {
            const std::clock_t begin = std::clock();
            (void)sandbox.run(statement, [](sqlite3_stmt*) { return true; });
            each.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        std::sort(each.begin(), each.end());
        times.emplace_back(each[1], rule.id);
        sum += each[1];
    }
    std::sort(times.rbegin(), times.rend());
    for (std::size_t i = 0; i < std::min<std::size_t>(times.size(), 15); ++i)
        std::printf("    %-56s %9.2f ms\n", qPrintable(times[i].second), times[i].first);
    std::printf("    %-56s %9.2f ms\n", "processor time of all rules, each by itself", sum);
}

/// Everything once, its parts, and what one answer costs afterwards.
bool measure(int components, double wholeTarget) {
    const model::Model model = bench::generatedModel(components, 2, true);
    auto document = document::Document::fromModel(model, "generated");
    if (!document) return std::fprintf(stderr, "%s\n", qPrintable(document.error().text())), false;
    const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    const auto stated = engine(model, analysis::Reading::AsStated);
    const auto worst = engine(model, analysis::Reading::WorstCase);
    std::printf("%d components\n", components);
    rules::BlastRows blasts;
    const int runs = components > 2000 ? 1 : 5;
    bench::report("  what rules ask of the engine",
                  bench::medianMs(runs, [&] { blasts = rules::blastRows(model, stated, worst, false).value(); }), wholeTarget);
    const auto replica = document::Replica::ofImage((*document)->image());
    bench::report("  all rules, prepared anew",
                  bench::medianMs(runs,
                                  [&] {
                                      rules::RuleRunner runner(replica->handle(), pack);
                                      runner.run(model, blasts, day);
                                  }),
                  wholeTarget);
    rules::RuleRunner runner(replica->handle(), pack);
    runner.run(model, blasts, day);
    document::Changes everything;
    everything.everything = true;
    bench::report("  all rules, prepared",
                  bench::medianMs(
                      runs, [&] { runner.run(model, blasts, day); }, [&] { runner.note(everything); }),
                  wholeTarget);
    rules::RuleRunner derivedOnly(replica->handle(), std::make_shared<const rules::RulePack>());
    bench::report("  derived tables alone",
                  bench::medianMs(
                      runs, [&] { derivedOnly.run(model, blasts, day); }, [&] { derivedOnly.note(everything); }),
                  wholeTarget);
    reportEach(replica->handle(), model, *pack);
    std::size_t count = 0;
    bench::report("  findings of their rows", bench::medianMs(runs, [&] { count = runner.findings(model, day).size(); }),
                  wholeTarget);
    bench::report("  coverage", bench::medianMs(runs, [&] { (void)runner.coverage(model, day); }), wholeTarget);
    bench::report("  coverage, scopes read anew",
                  bench::medianMs(
                      runs, [&] { (void)runner.coverage(model, day); },
                      [&] {
                          runner.note(everything);
                          runner.run(model, blasts, day);
                      }),
                  wholeTarget);
    bench::report("  unknown counts", bench::medianMs(runs, [&] { (void)rules::unknownCounts(model); }), wholeTarget);
    document::Changes oneAnswer;
    const auto& table = model::table(model::TableId::Component);
    oneAnswer.rows.push_back(
        {model::TableId::Component, document::RowChange::Kind::Updated, {model.components.begin()->id.value}, {}});
    oneAnswer.rows.front().columns.set(static_cast<std::size_t>(table.column(u"egress_control")));
    bench::report("  rules after one answer",
                  bench::medianMs(
                      runs, [&] { runner.run(model, blasts, day); }, [&] { runner.note(oneAnswer); }),
                  wholeTarget);
    rules::Reviewer reviewer(*replica, pack);
    (void)reviewer.review(1, day);
    bench::report("  review after one answer, blast included",
                  bench::medianMs(
                      runs, [&] { (void)reviewer.review(2, day); }, [&] { reviewer.note(oneAnswer); }),
                  wholeTarget);
    std::printf("  %zu findings\n", count);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (!measure(1000, 200)) return 1;
    return argc > 1 && !measure(10000, 2000) ? 1 : 0;
}
