// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/SqlText.h"

namespace sallyport::rules {

namespace {

bool isWordStart(QChar c) { return c.isLetter() || c == u'_' || c.unicode() > 0x7f; }
bool isWordPart(QChar c) { return isWordStart(c) || c.isDigit() || c == u'$'; }

/// Position after a comment that starts at `at`, or `at` itself if none does.
qsizetype afterComment(const QString& sql, qsizetype at) {
    if (sql.sliced(at).startsWith(u"--")) {
        const qsizetype end = sql.indexOf(u'\n', at);
        return end < 0 ? sql.size() : end + 1;
    }
    if (sql.sliced(at).startsWith(u"/*")) {
        const qsizetype end = sql.indexOf(u"*/", at + 2);
        return end < 0 ? sql.size() : end + 2;
    }
    return at;
}

/// Reads what stands in quotes from `at` on; a doubled quote stands for itself. Returns the position behind it.
qsizetype readQuoted(const QString& sql, qsizetype at, QChar close, QString& text) {
    for (++at; at < sql.size(); ++at) {
        if (sql[at] == close) {
            if (close == u']' || at + 1 >= sql.size() || sql[at + 1] != close) return at + 1;
            ++at;
        }
        text += sql[at];
    }
    return at;
}

bool is(const std::vector<SqlToken>& tokens, std::size_t at, QStringView text) {
    return at < tokens.size() && tokens[at].text == text;
}

/// Position behind the parenthesis that closes the one at `at`.
std::size_t afterParenthesis(const std::vector<SqlToken>& tokens, std::size_t at) {
    int depth = 0;
    for (; at < tokens.size(); ++at) {
        if (tokens[at].kind == SqlToken::Kind::Name) continue;
        if (tokens[at].text == u"(") ++depth;
        if (tokens[at].text == u")" && --depth == 0) return at + 1;
    }
    return at;
}

/// Whether the name at `at` is being defined: name [(columns)] AS [[NOT] MATERIALIZED] ( ...
bool isDefinition(const std::vector<SqlToken>& tokens, std::size_t at) {
    if (tokens[at].kind != SqlToken::Kind::Name) return false;
    std::size_t next = at + 1;
    if (is(tokens, next, u"(")) next = afterParenthesis(tokens, next);
    if (!is(tokens, next, u"as")) return false;
    ++next;
    if (is(tokens, next, u"not")) ++next;
    if (is(tokens, next, u"materialized")) ++next;
    return is(tokens, next, u"(");
}

} // namespace

std::vector<SqlToken> sqlTokens(const QString& sql) {
    std::vector<SqlToken> tokens;
    for (qsizetype at = 0; at < sql.size();) {
        const QChar c = sql[at];
        if (c.isSpace()) {
            ++at;
        } else if (const qsizetype after = afterComment(sql, at); after != at) {
            at = after;
        } else if (c == u'"' || c == u'`' || c == u'[' || c == u'\'') {
            QString text;
            at = readQuoted(sql, at, c == u'[' ? QChar(u']') : c, text);
            tokens.push_back({SqlToken::Kind::Name, text.toLower()});
        } else if (isWordStart(c)) {
            const qsizetype start = at;
            while (at < sql.size() && isWordPart(sql[at])) ++at;
            tokens.push_back({SqlToken::Kind::Name, sql.sliced(start, at - start).toLower()});
        } else {
            tokens.push_back({SqlToken::Kind::Symbol, QString(c)});
            ++at;
        }
    }
    return tokens;
}

bool hasSecondStatement(const std::vector<SqlToken>& tokens) {
    bool ended = false;
    for (const SqlToken& token : tokens) {
        const bool semicolon = token.kind == SqlToken::Kind::Symbol && token.text == u";";
        if (ended && !semicolon) return true;
        ended = ended || semicolon;
    }
    return false;
}

QSet<QString> definedNames(const std::vector<SqlToken>& tokens) {
    QSet<QString> defined;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (isDefinition(tokens, i)) defined.insert(tokens[i].text);
    return defined;
}

int usesOfDefinedNames(const std::vector<SqlToken>& tokens) {
    const QSet<QString> defined = definedNames(tokens);
    int uses = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool named = tokens[i].kind == SqlToken::Kind::Name && defined.contains(tokens[i].text);
        if (named && !isDefinition(tokens, i)) ++uses;
    }
    return uses;
}

} // namespace sallyport::rules
