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
    rules::Sandbox::Limits limits;
    limits.trusted = true;
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
            (void)sandbox.run(
                statement, [](sqlite3_stmt*) { return true; }, {}, limits);
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

document::Changes everything() {
    document::Changes changes;
    changes.everything = true;
    return changes;
}

struct Targets {
    double whole, edit;
};

/// Rules and controls over everything, and the parts of that.
void measureWhole(document::Replica& replica, const std::shared_ptr<const rules::RulePack>& pack,
                  const rules::BlastRows& blasts, int runs, double target) {
    const model::Model& model = replica.model();
    bench::report("  rules prepared and run, first time",
                  bench::medianMs(runs,
                                  [&] {
                                      rules::RuleRunner runner(replica.handle(), pack);
                                      runner.run(model, blasts, day);
                                  }),
                  target);
    rules::RuleRunner runner(replica.handle(), pack);
    runner.run(model, blasts, day);
    const auto again = [&] { runner.note(everything()); };
    const auto runAgain = [&] {
        again();
        runner.run(model, blasts, day);
    };
    bench::report("  all rules and all controls",
                  bench::medianMs(
                      runs,
                      [&] {
                          runner.run(model, blasts, day);
                          (void)runner.coverage(model, day);
                      },
                      again),
                  target);
    bench::report("    rules",
                  bench::medianMs(
                      runs, [&] { runner.run(model, blasts, day); }, again),
                  target);
    bench::report("    coverage",
                  bench::medianMs(
                      runs, [&] { (void)runner.coverage(model, day); }, runAgain),
                  target);
    std::size_t count = 0;
    bench::report("  findings of their rows, sentences and questions",
                  bench::medianMs(
                      runs, [&] { count = runner.findings(model, day).size(); }, runAgain),
                  target);
    bench::report("  unknown counts", bench::medianMs(runs, [&] { (void)rules::unknownCounts(model); }), target);
    std::printf("  %zu findings, %zu rules that cannot be used\n", count, runner.problems().size());
    reportEach(replica.handle(), model, *pack);
}

/// From one edit to everything, blast included. Each is made and taken back in turn.
void measureEdits(document::Document& document, const std::shared_ptr<const rules::RulePack>& pack, int runs, double target) {
    const auto replica = document::Replica::ofImage(document.image());
    rules::Reviewer reviewer(*replica, pack);
    (void)reviewer.review(1, day);
    QByteArray changed;
    QObject::connect(&document, &document::Document::changed, &document,
                     [&](const document::Changes&, const QByteArray& changeset) { changed = changeset; });
    using enum model::TableId;
    const model::Model& model = document.model();
    // In the middle of things: neither the first zone, which is the internet, nor a frontend.
    const QString component = std::next(model.components.begin(), model.components.size() / 2)->id.value;
    const model::Flow flow = *std::next(model.flows.begin(), model.flows.size() / 2);
    const auto set = [](model::TableId table, const QString& id, const char* column, const model::Value& value) {
        return [=](document::Editor& editor) { editor.set(table, id, column, value); };
    };
    model::Flow drawn = flow;
    drawn.id = document::Editor::newId<model::Flow>();
    const std::pair<const char*, std::function<void(document::Editor&)>> edits[] = {
        {"  review after an answer about a component", set(Component, component, "egress_control", QStringLiteral("none"))},
        {"  review after an answer about a flow", set(Flow, flow.id.value, "tls", QStringLiteral("1.3"))},
        {"  review after an answer about a secret",
         set(Secret, model.secrets.begin()->id.value, "purpose", QStringLiteral("session"))},
        {"  review after renaming a component", set(Component, component, "name", QStringLiteral("front door"))},
        {"  review after drawing a flow", [&](document::Editor& editor) { editor.put(drawn); }},
    };
    for (const auto& [name, edit] : edits) {
        bool made = false;
        const auto change = [&, &edit = edit] {
            changed.clear();
            if (made)
                document.undo();
            else if (const auto done = document.edit(QStringLiteral("Edit"), edit); !done)
                qFatal("%s", qPrintable(done.error().text()));
            if (changed.isEmpty()) qFatal("the edit changes nothing");
            made = !made;
        };
        const auto review = [&] {
            reviewer.note(replica->apply(changed).value());
            (void)reviewer.review(2, day);
        };
        bench::report(name, bench::medianMs(runs + 1, review, change), target); // made and taken back equally often
    }
}

bool measure(int components, const Targets& targets) {
    const model::Model model = bench::generatedModel(components, 2, true);
    auto document = document::Document::fromModel(model, "generated");
    if (!document) return std::fprintf(stderr, "%s\n", qPrintable(document.error().text())), false;
    const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    const auto stated = engine(model, analysis::Reading::AsStated);
    const auto worst = engine(model, analysis::Reading::WorstCase);
    std::printf("%d components\n", components);
    rules::BlastRows blasts;
    const int runs = components > 2000 ? 3 : 21; // odd: the median is a run
    bench::report("  what rules ask of the engine",
                  bench::medianMs(runs, [&] { blasts = rules::blastRows(model, stated, worst, false).value(); }),
                  targets.whole);
    const auto replica = document::Replica::ofImage((*document)->image());
    measureWhole(*replica, pack, blasts, runs, targets.whole);
    measureEdits(**document, pack, runs, targets.edit);
    return true;
}

} // namespace

/// Both sizes, or the one that is asked for.
int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QString asked = argc > 1 ? QString::fromLatin1(argv[1]) : QString();
    if (asked != u"10000" && !measure(1000, {150, 50})) return 1;
    return asked != u"1000" && !measure(10000, {2000, 500}) ? 1 : 0;
}
