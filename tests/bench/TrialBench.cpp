// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How soon the rule editor shows what a rule says: the first trial of a state of the model, with its replica, and the next
// ones, of a plain rule and of one that reads the blast. The 300 ms it waits for the writer to pause are not in it.
#include "Generated.h"

#include "document/Document.h"
#include "rules/RuleTrial.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sallyport;

namespace {

const QDate day{2026, 6, 1};

const QByteArray plainRule =
    "-- ORG-001 Exposed backend that nobody answers for\n-- medium a\n"
    "-- says {backend} is called from {source} by {flow}.\n-- asks zone.kind\n"
    "select b.id as backend, w.id as flow,\n"
    "       z.kind = 'internet' and (b.owner is null or b.criticality is null) as violated,\n"
    "       s.name as source\n"
    "from flow w join component b on b.id = w.target join component s on s.id = w.source\n"
    "join zone z on z.id = s.zone where b.kind = 'backend'\n";
const QByteArray blastRule =
    "-- ORG-002 Reaches much\n-- high a\n-- says {source} reaches {count}.\n"
    "select source, components > 50 as violated, components as count from blast\n";

bool measure(int components, double nextTarget) {
    const auto document = document::Document::fromModel(bench::generatedModel(components, 2, true), "generated");
    if (!document) return std::fprintf(stderr, "%s\n", qPrintable(document.error().text())), false;
    const QByteArray image = (*document)->image();
    const int runs = components > 2000 ? 3 : 7;
    const auto name = [components](const char* what) { return QStringLiteral("%1, %2 components").arg(what).arg(components); };
    std::optional<rules::RuleTrial> trial;
    const double first = bench::medianMs(runs, [&] { trial = rules::TrialBench(image).run(plainRule, false, day); });
    if (!trial || trial->refusal) return std::fprintf(stderr, "the rule is refused\n"), false;
    rules::TrialBench desk(image);
    (void)desk.run(blastRule, false, day);
    const double next = bench::medianMs(runs, [&] { trial = desk.run(plainRule, false, day); });
    std::printf("    %d rows, %.2f ms of them the query\n", static_cast<int>(trial->rowsReturned), trial->milliseconds);
    const double blast = bench::medianMs(runs, [&] { trial = desk.run(blastRule, false, day); });
    if (!trial || trial->refusal) return std::fprintf(stderr, "the blast rule is refused\n"), false;
    bench::report(qPrintable(name("first trial of a rule after an edit")), first, 2 * nextTarget);
    bench::report(qPrintable(name("next trial of a rule")), next, nextTarget);
    bench::report(qPrintable(name("next trial of a rule on the blast")), blast, nextTarget);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return measure(1000, 100) && measure(10000, 1000) ? 0 : 1;
}
