// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <type_traits>

namespace sallyport::test {

/// A row with this id and otherwise unanswered.
template <class Row>
Row blank(const QString& id) {
    Row row;
    row.id.value = id;
    if constexpr (std::is_same_v<decltype(row.name), QString>) row.name = id;
    return row;
}

/// The same for rows that have no name.
template <class Row>
Row unnamed(const QString& id) {
    Row row;
    row.id.value = id;
    return row;
}

/// A small model with answers, unknowns and links of every sort the attack facts depend on.
model::Model randomModel(unsigned seed);

} // namespace sallyport::test
