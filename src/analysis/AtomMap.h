// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Program.h"

#include <stop_token>
#include <vector>

namespace sallyport::analysis {

/// Where the facts of one program stand in another, elements found again by their ids.
class AtomMap {
public:
    /// If stopped, it is of no use.
    AtomMap(const Program& from, const Program& to, const std::stop_token& stop = {});

    /// -1 if the element is not there, or its breadths stand and fall together in one program only.
    Atom of(Atom atom) const { return at(map_, atom); }

private:
    std::vector<Atom> map_;
};

} // namespace sallyport::analysis
