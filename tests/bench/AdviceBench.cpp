// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include "advice/Advice.h"
#include "advice/Unknowns.h"
#include "document/Document.h"

#include <cstdio>

/// The best single change and the unknowns of whole models, and of one component.
namespace {

using namespace sallyport;

void time(const char* name, const model::Model& model, const advice::Question& question, int runs, double targetMs) {
    std::optional<advice::Advice> found;
    const double ms = bench::medianMs(runs, [&] { found = advice::advise(model, question); });
    bench::report(name, ms, targetMs);
    std::printf("    %d changes, %d ruled out by proof, %zu offered\n", found->considered, found->ruledOut,
                found->single.size());
}

advice::Question from(const model::Model& model) {
    advice::Question question;
    question.seeds.push_back({analysis::FactKind::Control, model.components.begin()->id.value, analysis::Breadth::All});
    return question;
}

} // namespace

int main() {
    const auto eshop = document::Document::open(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport");
    if (!eshop) qFatal("%s", qPrintable(eshop.error().text()));
    time("best change, eshop", (*eshop)->model(), {}, 5, 500);
    const model::Model large = bench::generatedModel(1000, 3.6, true);
    time("best change, 1k components", large, {}, 1, 20'000);
    time("best change, one component of 1k", large, from(large), 1, 20'000);
    const double ms = bench::medianMs(1, [&] { (void)advice::unknowns((*eshop)->model(), {}); });
    bench::report("unknowns, eshop", ms, 500);
}
