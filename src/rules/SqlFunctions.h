// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace sallyport::rules {

/// Adds what rules may call beside SQLite's own: some(c), every(c), at_least(n, c), which are OR, AND and counting over
/// rows in three values, and days(from, to), whole days between two dates, NULL if either is none.
void addSqlFunctions(sqlite3* handle);

} // namespace sallyport::rules
