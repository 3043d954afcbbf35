// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace sallyport {

/// A refusal a person can act on. Every I/O and parsing border returns one by value.
/// what: one sentence saying what is wrong. where: file, list, row or element; may be empty.
/// remedy: what to do about it.
struct Error {
    QString what;
    QString where;
    QString remedy;

    /// "where: what remedy", on one line, as the command line prints it.
    QString text() const {
        QString line = where.isEmpty() ? what : where + ": " + what;
        return remedy.isEmpty() ? line : line + ' ' + remedy;
    }
};

template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(QString what, QString where = {}, QString remedy = {}) {
    return tl::unexpected<Error>(Error{std::move(what), std::move(where), std::move(remedy)});
}

} // namespace sallyport
