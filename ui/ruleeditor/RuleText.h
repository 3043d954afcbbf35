// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

/// What a rule file is written in, and what is done with its text.
namespace sallyport::ui {

/// The longest text that is shown, run or saved, in bytes of UTF-8; nothing longer is a rule.
inline constexpr qsizetype longestRule = 64 * 1024;

/// A word of the form, and what it is for.
struct FormWord {
    QString word, text;
};
/// Keys of a rule's header, without the first line's id: severities first.
const std::vector<FormWord>& headerKeys();
/// Functions a rule may call, written as "days(from, to)".
const std::vector<FormWord>& ruleFunctions();
/// Parameters a rule may name, with their colon: the day and the policy's.
const std::vector<FormWord>& ruleParameters();
/// Words of SQL, in lower case.
const QSet<QString>& sqlKeywords();

/// The worked example of the help page, under this id.
QString workedExample(const QString& id);
/// What the help page says of the form of a rule, with the example, as Markdown.
QString rulesForm();

/// The id and title in the first line of the header; empty where there is none.
FormWord headingOf(const QString& text);
/// "ORG-101" for "TBM-101" if nobody has that, else the first "ORG-nnn" that is free.
QString freeRuleId(const QString& like, const QSet<QString>& taken);
/// The text under another id, without the lines "edit" and "near" that only the program's own rules may have, nor what is said
/// in them of near elements.
QString copyUnder(const QString& text, const QString& id);

/// Characters that a text shows not at all, or as something they are not: "U+202E in line 3". They make a text read otherwise
/// than it runs.
QStringList hiddenCharacters(const QString& text);

} // namespace sallyport::ui
