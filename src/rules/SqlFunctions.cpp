// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/SqlFunctions.h"

#include <QDate>
#include <QString>

#include <sqlite3.h>

#include <cstring>

namespace sallyport::rules {

namespace {

/// How many rows said yes, no and nothing. SQLite hands it out zeroed.
struct Votes {
    sqlite3_int64 yes, no, unknown, wanted;
};

void vote(sqlite3_context* context, sqlite3_value* value, sqlite3_int64 wanted) {
    auto* votes = static_cast<Votes*>(sqlite3_aggregate_context(context, sizeof(Votes)));
    if (!votes) return sqlite3_result_error_nomem(context);
    votes->wanted = wanted;
    if (sqlite3_value_type(value) == SQLITE_NULL)
        ++votes->unknown;
    else if (sqlite3_value_int64(value) != 0 || (sqlite3_value_type(value) == SQLITE_FLOAT && sqlite3_value_double(value) != 0))
        ++votes->yes;
    else
        ++votes->no;
}

Votes counted(sqlite3_context* context) {
    const auto* votes = static_cast<const Votes*>(sqlite3_aggregate_context(context, 0));
    return votes ? *votes : Votes{0, 0, 0, 0};
}

void answer(sqlite3_context* context, bool yes, bool no) {
    if (yes)
        sqlite3_result_int(context, 1);
    else if (no)
        sqlite3_result_int(context, 0);
    else
        sqlite3_result_null(context);
}

void step(sqlite3_context* context, int, sqlite3_value** values) { vote(context, values[0], 0); }

void stepCounting(sqlite3_context* context, int, sqlite3_value** values) {
    vote(context, values[1], sqlite3_value_int64(values[0]));
}

void finishSome(sqlite3_context* context) {
    const Votes votes = counted(context);
    answer(context, votes.yes > 0, votes.unknown == 0);
}

void finishEvery(sqlite3_context* context) {
    const Votes votes = counted(context);
    answer(context, votes.no == 0 && votes.unknown == 0, votes.no > 0);
}

void finishAtLeast(sqlite3_context* context) {
    const Votes votes = counted(context);
    answer(context, votes.yes >= votes.wanted, votes.yes + votes.unknown < votes.wanted);
}

QDate dateOf(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text ? QDate::fromString(QString::fromUtf8(text).left(10), Qt::ISODate) : QDate();
}

void days(sqlite3_context* context, int, sqlite3_value** values) {
    const QDate from = dateOf(values[0]);
    const QDate to = from.isValid() ? dateOf(values[1]) : QDate();
    if (to.isValid())
        sqlite3_result_int64(context, from.daysTo(to));
    else
        sqlite3_result_null(context);
}

} // namespace

void addSqlFunctions(sqlite3* handle) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(handle, "some", 1, flags, nullptr, nullptr, step, finishSome, nullptr);
    sqlite3_create_function_v2(handle, "every", 1, flags, nullptr, nullptr, step, finishEvery, nullptr);
    sqlite3_create_function_v2(handle, "at_least", 2, flags, nullptr, nullptr, stepCounting, finishAtLeast, nullptr);
    sqlite3_create_function_v2(handle, "days", 2, flags, nullptr, days, nullptr, nullptr, nullptr);
}

} // namespace sallyport::rules
