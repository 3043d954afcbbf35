// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Review.h"

#include "analysis/CompileModel.h"
#include "model/Architecture.h"
#include "rules/BlastInput.h"

#include <future>
#include <thread>

namespace sallyport::rules {

namespace {

/// Whether a step can change a blast: drawings, decisions, attestations and the like cannot.
bool touchesBlast(const document::Changes& changes) {
    return changes.everything || std::any_of(changes.rows.begin(), changes.rows.end(),
                                             [](const document::RowChange& row) { return model::isArchitecture(row.table); });
}

/// Whether a step can change what blastRows() reads beside the attack facts: what stands next to what, kinds, how critical
/// components are, and which data belongs to single users.
bool touchesRows(const document::Changes& changes) {
    using namespace Qt::StringLiterals;
    const auto isRead = [](const model::Column& column) {
        const QLatin1StringView name(column.name);
        return column.type == model::ValueType::Reference || name == "kind"_L1 || name == "criticality"_L1 ||
               name == "per_user"_L1;
    };
    return changes.everything || std::any_of(changes.rows.begin(), changes.rows.end(), [&](const document::RowChange& row) {
               if (!model::isArchitecture(row.table)) return false;
               if (row.kind != document::RowChange::Kind::Updated) return true;
               const model::Table& table = model::table(row.table);
               for (std::size_t i = 0; i < table.columns.size(); ++i)
                   if (row.columns.test(i) && isRead(table.columns[i])) return true;
               return false;
           });
}

/// `before`: what it was; the same facts have the same blasts. isOther: they have others now.
std::optional<BlastReview> blastReview(const model::Model& model, analysis::Reading reading, const BlastReview& before,
                                       bool& isOther, const std::stop_token& stop) {
    auto facts = analysis::attackFacts(model, reading, stop);
    if (facts && before.engine && analysis::areSameButForNames(*facts, before.engine->facts())) {
        if (*facts == before.engine->facts()) return before;
        return BlastReview{std::make_shared<analysis::Engine>(before.engine->named(std::move(*facts))), before.ranking};
    }
    isOther = true;
    BlastReview review;
    auto engine = facts ? analysis::Engine::compile(std::move(*facts), stop) : std::nullopt;
    if (!engine) return std::nullopt;
    review.engine = std::make_shared<analysis::Engine>(std::move(*engine));
    auto ranking = review.engine->ranking({}, stop);
    if (!ranking) return std::nullopt;
    review.ranking = std::move(*ranking);
    return review;
}

} // namespace

int Review::unknownsOf(const QString& element) const { return unknownCount(unknowns, element); }

struct Reviewer::Private {
    Private(document::Replica& r, std::shared_ptr<const RulePack> p)
        : replica(r), pack(std::move(p)), runner(r.handle(), pack) {
        for (const Rule& rule : pack->rules()) {
            const QStringList columns = runner.columnsRead(rule.id);
            wantsComponents = wantsComponents || std::any_of(columns.begin(), columns.end(), [](const QString& c) {
                                  return c.startsWith(u"blast_component.");
                              });
            wantsBlast = wantsBlast || runner.readsBlast(rule.id);
        }
    }

    bool refreshBlast(const std::stop_token& stop);
    bool refreshRows(const std::stop_token& stop);

    document::Replica& replica;
    std::shared_ptr<const RulePack> pack;
    RuleRunner runner;
    bool wantsBlast = false, wantsComponents = false;
    bool blastIsStale = true, rowsAreStale = true;
    BlastReview asStated, worstCase;
    BlastRows rows;
    std::shared_ptr<const Review> last;
};

bool Reviewer::Private::refreshBlast(const std::stop_token& stop) {
    if (!blastIsStale) return true;
    // The two readings have nothing to do with each other: a core for each.
    std::optional<BlastReview> stated, worst;
    bool isStatedOther = false, isWorstOther = false;
    {
        const std::jthread other(
            [&] { worst = blastReview(replica.model(), analysis::Reading::WorstCase, worstCase, isWorstOther, stop); });
        stated = blastReview(replica.model(), analysis::Reading::AsStated, asStated, isStatedOther, stop);
    }
    if (!stated || !worst) return false;
    rowsAreStale = rowsAreStale || isStatedOther || isWorstOther;
    asStated = std::move(*stated);
    worstCase = std::move(*worst);
    blastIsStale = false;
    return true;
}

/// Of the blasts, what rules read. False if stopped.
bool Reviewer::Private::refreshRows(const std::stop_token& stop) {
    if (!wantsBlast || !rowsAreStale) return true;
    auto now = blastRows(replica.model(), *asStated.engine, *worstCase.engine, wantsComponents, stop);
    if (!now) return false;
    rows = std::move(*now);
    rowsAreStale = false;
    return true;
}

Reviewer::Reviewer(document::Replica& replica, std::shared_ptr<const RulePack> pack)
    : d_(std::make_unique<Private>(replica, std::move(pack))) {}

Reviewer::~Reviewer() = default;

void Reviewer::note(const document::Changes& changes) {
    d_->runner.note(changes);
    d_->blastIsStale = d_->blastIsStale || touchesBlast(changes);
    d_->rowsAreStale = d_->rowsAreStale || touchesRows(changes);
}

std::shared_ptr<const Review> Reviewer::review(quint64 revision, const QDate& today, std::stop_token stop,
                                               const std::function<void(std::shared_ptr<const Review>)>& blastReady) {
    const model::Model& model = d_->replica.model();
    if (!d_->refreshBlast(stop)) return nullptr;
    auto review = d_->last ? std::make_shared<Review>(*d_->last) : std::make_shared<Review>();
    review->revision = revision;
    review->today = today.toString(Qt::ISODate);
    review->asStated = d_->asStated;
    review->worstCase = d_->worstCase;
    review->findingsAreCurrent = false;
    if (blastReady) blastReady(std::make_shared<const Review>(*review));
    {
        // Most rules do not ask for blasts, and counting has nothing to do with rules.
        std::future<bool> rows = std::async(std::launch::async, [&] { return d_->refreshRows(stop); });
        const std::jthread other([&] { review->unknowns = unknownCounts(model); });
        const auto wait = [&]() -> const BlastRows* { return rows.get() ? &d_->rows : nullptr; };
        if (!d_->runner.run(model, wait, today, stop) || stop.stop_requested()) return nullptr;
        // From here on nothing stops it: taking the last one apart, which takes as long as a rule or two, is work like any
        // other.
        review->findings = {};
        review->coverage = {};
        const std::jthread another([last = std::exchange(d_->last, nullptr)]() mutable { last.reset(); });
        RuleRunner::Told told = d_->runner.tell(model, today);
        review->findings = std::move(told.findings);
        review->problems = std::move(told.problems);
        review->coverage = std::move(told.coverage);
    }
    review->unknownTotal = 0;
    for (const auto& [element, count] : review->unknowns) review->unknownTotal += count;
    review->findingsAreCurrent = true;
    d_->last = review;
    return d_->last;
}

void Reviewer::makeReady(const std::stop_token& stop) { d_->runner.makeReady(d_->replica.model(), stop); }

std::shared_ptr<const Review> reviewOf(const document::Document& document, std::shared_ptr<const RulePack> pack,
                                       const QDate& today) {
    const std::unique_ptr<document::Replica> replica = document::Replica::ofImage(document.image());
    Reviewer reviewer(*replica, std::move(pack));
    return reviewer.review(document.revision(), today);
}

} // namespace sallyport::rules
