// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleCompletion.h"

#include "ruleeditor/RuleText.h"

#include <QRegularExpression>

#include <algorithm>

namespace sallyport::ui {

namespace {

bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

/// Whether the place is still above the query.
bool isInHeader(const QString& text, qsizetype place) {
    for (const QString& line : text.first(place).split(u'\n'))
        if (!line.startsWith(u"--") && !line.trimmed().isEmpty()) return false;
    return true;
}

/// Whether what stands before on the line opens a comment or a text that is not closed. Lines above are not looked at:
/// offering too much does no harm.
bool isInTextOrComment(QStringView line) {
    bool inText = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'\'') inText = !inText;
        if (!inText && line.sliced(i).startsWith(u"--")) return true;
    }
    return inText;
}

void addColumns(QStringList& words, const rules::TableHelp& table) {
    for (const rules::ColumnHelp& column : table.columns) words << column.name;
}

/// "join component c on": c stands for component; a table also stands for itself.
const rules::TableHelp* tableBehind(const QString& alias, const QString& text, const std::vector<rules::TableHelp>& tables) {
    const QRegularExpression use(
        QStringLiteral("\\b(?:from|join|,)\\s+([a-z_]+)\\s+(?:as\\s+)?%1\\b").arg(QRegularExpression::escape(alias)),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = use.match(text);
    const QString name = match.hasMatch() ? match.captured(1).toLower() : alias.toLower();
    const auto at = std::find_if(tables.begin(), tables.end(), [&name](const auto& table) { return table.name == name; });
    return at == tables.end() ? nullptr : &*at;
}

void sortUnique(QStringList& words) {
    words.sort();
    words.removeDuplicates();
}

} // namespace

Completions completionsAt(const QString& text, qsizetype place, const std::vector<rules::TableHelp>& tables) {
    Completions found{place, {}};
    while (found.start > 0 && isWordPart(text[found.start - 1])) --found.start;
    const qsizetype lineStart = found.start > 0 ? text.lastIndexOf(u'\n', found.start - 1) + 1 : 0;
    const QStringView before = QStringView(text).sliced(lineStart, found.start - lineStart);
    if (isInHeader(text, place)) {
        static const QRegularExpression start(QStringLiteral("^--\\s{0,4}$"));
        if (start.match(before).hasMatch() && !headingOf(text.first(lineStart)).word.isEmpty())
            for (const FormWord& key : headerKeys()) found.words << key.word;
        return found;
    }
    if (isInTextOrComment(before)) return found;
    if (before.endsWith(u':')) {
        --found.start;
        for (const FormWord& parameter : ruleParameters()) found.words << parameter.word;
    } else if (before.endsWith(u'.')) {
        qsizetype alias = found.start - 1;
        while (alias > 0 && isWordPart(text[alias - 1])) --alias;
        if (const auto* table = tableBehind(text.sliced(alias, found.start - 1 - alias), text, tables))
            addColumns(found.words, *table);
    } else {
        for (const rules::TableHelp& table : tables) {
            found.words << table.name;
            addColumns(found.words, table);
        }
        for (const FormWord& function : ruleFunctions()) found.words << function.word.section(u'(', 0, 0);
        found.words += QStringList(sqlKeywords().begin(), sqlKeywords().end());
    }
    sortUnique(found.words);
    return found;
}

} // namespace sallyport::ui
