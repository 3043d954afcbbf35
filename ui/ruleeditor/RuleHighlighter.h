// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"
#include "rules/TableHelp.h"

#include <QHash>
#include <QSet>
#include <QSyntaxHighlighter>

#include <array>

namespace sallyport::ui {

/// What the parts of a rule file are.
enum class RuleWord {
    Plain,
    Comment,
    RuleId,
    Title,
    Key,
    UnknownKey,
    Keyword,
    Function,
    Table,
    Column,
    Text,
    Number,
    Parameter,
    UnknownParameter,
    Placeholder
};
inline constexpr int ruleWordCount = 15;

/// The colour of a part: each reads on the ground of a text in its theme (4.5 and more).
QColor ruleWordColour(RuleWord word, const diagram::Theme& theme);

/// Colours a rule file: the header's keys and placeholders, then SQL with the tables and columns there are.
class RuleHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    RuleHighlighter(QTextDocument* document, const std::vector<rules::TableHelp>& tables);

    void setTheme(const diagram::Theme& theme);

protected:
    void highlightBlock(const QString& text) override;

private:
    /// How a line begins, kept from the end of the line above.
    enum State { Fresh = -1, Header, HeaderEntered, Query, InComment, InText };
    void highlightHeader(const QString& text, bool isFirst);
    void highlightQuery(const QString& text, qsizetype at);
    void mark(qsizetype from, qsizetype count, RuleWord word);
    qsizetype markWord(const QString& text, qsizetype at);

    QSet<QString> tables_, columns_, functions_, parameters_, keys_;
    std::array<QTextCharFormat, ruleWordCount> formats_;
    std::array<QTextCharFormat, 6> severities_; ///< by rules::Severity
};

} // namespace sallyport::ui
