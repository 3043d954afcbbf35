// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <vector>

namespace sallyport::rules {

/// A token of SQL, as far as the sandbox looks: comments and blanks are gone.
struct SqlToken {
    enum class Kind { Name, Symbol };
    Kind kind = Kind::Symbol;
    QString text; ///< Names without quotes, in lower case; text literals count as names, as SQLite may read them so.
};
std::vector<SqlToken> sqlTokens(const QString& sql);

/// Whether anything but blanks and comments follows a semicolon.
bool hasSecondStatement(const std::vector<SqlToken>& tokens);

/// Names that WITH defines, in lower case.
QSet<QString> definedNames(const std::vector<SqlToken>& tokens);

/// How often names that WITH defines appear; their definitions do not count.
int usesOfDefinedNames(const std::vector<SqlToken>& tokens);

} // namespace sallyport::rules
