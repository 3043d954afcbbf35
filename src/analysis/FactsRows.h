// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"

#include <cstdint>

namespace sallyport::analysis {

/// One numbering of all rows of some attack facts: a clause is made for one of them.
class FactsRows {
public:
    using Number = std::int32_t;

    explicit FactsRows(const AttackFacts& facts)
        : components_(count(facts.zones)),
          identities_(components_ + count(facts.components)),
          secrets_(identities_ + count(facts.identities)),
          grants_(secrets_ + count(facts.secrets)),
          flows_(grants_ + count(facts.grants)),
          data_(flows_ + count(facts.flows)),
          size_(data_ + count(facts.data)) {}

    Number zone(Index index) const { return index; }
    Number component(Index index) const { return components_ + index; }
    Number identity(Index index) const { return identities_ + index; }
    Number secret(Index index) const { return secrets_ + index; }
    Number grant(Index index) const { return grants_ + index; }
    Number flow(Index index) const { return flows_ + index; }
    Number data(Index index) const { return data_ + index; }
    Number size() const { return size_; }

    bool isFlow(Number number) const { return number >= flows_ && number < data_; }
    bool isGrant(Number number) const { return number >= grants_ && number < flows_; }
    bool isSecret(Number number) const { return number >= secrets_ && number < grants_; }
    Index flowAt(Number number) const { return number - flows_; }
    Index grantAt(Number number) const { return number - grants_; }
    Index secretAt(Number number) const { return number - secrets_; }

private:
    Number components_, identities_, secrets_, grants_, flows_, data_, size_;
};

} // namespace sallyport::analysis
