// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AttackFacts.h"

namespace sallyport::analysis {

namespace {

template <class Facts>
bool areSameButForName(const Facts& a, const Facts& b) {
    if (a.name == b.name) return a == b;
    Facts renamed = a;
    renamed.name = b.name;
    return renamed == b;
}

template <class Facts>
bool areSameButForNames(const std::vector<Facts>& a, const std::vector<Facts>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), areSameButForName<Facts>);
}

} // namespace

bool areSameButForNames(const AttackFacts& a, const AttackFacts& b) {
    return areSameButForNames(a.zones, b.zones) && areSameButForNames(a.components, b.components) &&
           areSameButForNames(a.identities, b.identities) && areSameButForNames(a.secrets, b.secrets) &&
           areSameButForNames(a.grants, b.grants) && areSameButForNames(a.flows, b.flows) &&
           areSameButForNames(a.data, b.data) && a.attackerZones == b.attackerZones;
}

} // namespace sallyport::analysis
