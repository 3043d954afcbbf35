// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include "analysis/CompileModel.h"
#include "document/Document.h"
#include "rules/BlastInput.h"
#include "rules/Review.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sallyport;

namespace {

const QDate day{2026, 6, 1};

analysis::Engine engine(const model::Model& model, analysis::Reading reading) {
    return analysis::Engine::compile(analysis::attackFacts(model, reading));
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
