// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <map>
#include <set>

namespace sallyport::rules {

/// Where an element counts in the matrix and in roll-ups: a component or zone at itself, a flow at its target, a secret
/// at its holders, an identity at its components, a grant at its identity's components, a data asset at those that
/// store it. The model must outlive it.
class CoveragePlaces {
public:
    explicit CoveragePlaces(const model::Model& model);

    /// Ids of components and zones; empty for what stands nowhere.
    std::set<QString> of(const QString& element) const;
    /// Ids of the zones these places are in; what is in no zone gives an empty id.
    std::set<QString> zonesOf(const QString& element) const;
    /// Who answers for the element: its own owner if it can have one, else the owners of the components it counts at.
    /// Empty: nobody is named.
    std::set<QString> ownersOf(const QString& element) const;

private:
    const model::Model& model_;
    std::map<QString, std::set<QString>> holders_, components_, stores_;
};

} // namespace sallyport::rules
