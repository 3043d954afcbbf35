// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Dependencies.h"

namespace sallyport::analysis {

namespace {

constexpr std::int32_t stopEvery = 16384;

/// Tells the rows of one clause after the other, as Grounding.cpp reads them.
class Reader {
public:
    Reader(const Program& program, const FactsRows& rows)
        : facts_(program.facts), atoms_(program.atoms), rows_(rows), zonesAround_(zonesAroundFlows(program.facts)) {}

    template <class Take>
    void read(Dependencies::Row origin, int rule, Atom premise, Atom head, Take take) const {
        if (origin < 0) return;
        take(origin);
        switch (rule) {
            case 2:
                zone(premise, take);
                if (const Family& open = atoms_[FactKind::Open]; open.contains(premise)) {
                    take(rows_.flow(open.elementOf(premise)));
                    trust(open.elementOf(premise), take);
                }
                return;
            case 3:
                return zone(premise, take);
            case 4:
                return gained(head, take);
            case 5:
                gained(head, take);
                if (isData(head)) take(rows_.component(atoms_[FactKind::Control].elementOf(premise)));
                return;
            case 6: {
                const FlowFacts& flow = at(facts_.flows, rows_.flowAt(origin));
                zone(premise, take);
                gained(head, take);
                take(rows_.component(flow.from));
                take(rows_.component(flow.to));
                return;
            }
            case 7:
                if (const Index key = at(facts_.secrets, rows_.secretAt(origin)).boundTo; key != none) take(rows_.secret(key));
                if (const Family& claim = atoms_[FactKind::Claim]; claim.contains(head))
                    take(rows_.grant(claim.elementOf(head) / 2));
                return;
            case 9:
                if (rows_.isFlow(origin)) trust(rows_.flowAt(origin), take);
                return;
            case 11:
                gained(head, take);
                if (isData(head)) take(rows_.component(at(facts_.grants, rows_.grantAt(origin)).target));
                return;
            default:
                return;
        }
    }

private:
    bool isData(Atom atom) const { return atom >= atoms_[FactKind::Get].begin(); }

    template <class Take>
    void zone(Atom premise, Take take) const {
        if (const Family& foothold = atoms_[FactKind::Foothold]; foothold.contains(premise))
            take(rows_.zone(foothold.elementOf(premise)));
    }
    /// The zone that makes a call trusted.
    template <class Take>
    void trust(Index flow, Take take) const {
        if (at(facts_.flows, flow).checked && at(zonesAround_, flow) != none) take(rows_.zone(at(zonesAround_, flow)));
    }
    template <class Take>
    void gained(Atom head, Take take) const {
        if (const Family& have = atoms_[FactKind::Have]; have.contains(head)) take(rows_.secret(have.elementOf(head)));
        for (const FactKind kind : {FactKind::Get, FactKind::Read, FactKind::Write})
            if (const Family& data = atoms_[kind]; data.contains(head)) take(rows_.data(data.elementOf(head)));
    }

    const AttackFacts& facts_;
    const Atoms& atoms_;
    const FactsRows& rows_;
    std::vector<Index> zonesAround_;
};

} // namespace

Dependencies::Dependencies(const Program& program, const Clauses& clauses, const std::stop_token& stop)
    : rows_(program.facts), ones_(static_cast<Clause>(clauses.oneHead.size())) {
    const Reader reader(program, rows_);
    const std::size_t all = clauses.oneHead.size() + clauses.all.size();
    rowStart_.reserve(all + 1);
    rowsOf_.reserve(3 * all);
    const auto take = [this](Row row) { rowsOf_.push_back(row); };
    const auto each = [&](const std::vector<std::int32_t>& start, auto clause) {
        for (Atom premise = 0; premise + 1 < static_cast<Atom>(start.size()); ++premise) {
            if (premise % stopEvery == 0 && stop.stop_requested()) return;
            for (std::int32_t i = at(start, premise); i < at(start, premise + 1); ++i) {
                clause(premise, i);
                rowStart_.push_back(static_cast<std::int32_t>(rowsOf_.size()));
            }
        }
    };
    each(clauses.oneStart, [&](Atom premise, std::int32_t i) {
        reader.read(at(clauses.oneOrigin, i), at(clauses.oneTag, i).rule, premise, at(clauses.oneHead, i), take);
    });
    each(clauses.allStart, [&](Atom premise, std::int32_t i) {
        reader.read(at(clauses.allOrigin, i), at(clauses.allTag, i).rule, premise, at(clauses.all, i).head, take);
    });
    if (!stop.stop_requested()) invert(stop);
}

void Dependencies::invert(const std::stop_token& stop) {
    clauseStart_.assign(static_cast<std::size_t>(rows_.size()) + 1, 0);
    for (const Row row : rowsOf_) ++at(clauseStart_, row + 1);
    for (Row row = 0; row < rows_.size(); ++row) at(clauseStart_, row + 1) += at(clauseStart_, row);
    clausesOn_.resize(rowsOf_.size());
    std::vector<std::int32_t> next(clauseStart_.begin(), clauseStart_.end() - 1);
    for (Clause clause = 0; clause < clauses() && !(clause % stopEvery == 0 && stop.stop_requested()); ++clause)
        for (const Row row : rowsOf(clause)) at(clausesOn_, at(next, row)++) = clause;
}

} // namespace sallyport::analysis
