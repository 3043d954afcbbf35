// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"

#include <set>

namespace sallyport::test {

/// What somebody can do with some components in their hands who makes calls and shows credentials, and nothing else: a
/// naive fixpoint of its own, without breadths, that shares no code with the engine.
class OrdinaryUse {
public:
    OrdinaryUse(const analysis::AttackFacts& facts, const std::set<analysis::Index>& components);

    bool canUse(analysis::Index grant) const { return used_.contains(grant); }

private:
    using Index = analysis::Index;

    bool asksNobody(const analysis::FlowFacts& flow) const;
    bool round();
    void look();
    void speak();
    void call();
    void use();
    bool canClaim(Index grant, Index identity) const;

    const analysis::AttackFacts& facts_;
    std::set<Index> components_;
    std::set<Index> secrets_, identities_, open_, passed_, used_;
    std::set<std::pair<Index, Index>> claims_;  // Grant and identity: by a scoped secret.
    std::set<std::pair<Index, Index>> trusted_; // Identity and component that believes it.
};

} // namespace sallyport::test
