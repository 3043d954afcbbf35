// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleHighlighter.h"

#include "charts/Signs.h"
#include "ruleeditor/RuleText.h"
#include "rules/Finding.h"

#include <QRegularExpression>

namespace sallyport::ui {

namespace {

bool isWordStart(QChar c) { return c.isLetter() || c == u'_'; }
bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

} // namespace

QColor ruleWordColour(RuleWord word, const diagram::Theme& theme) {
    using enum diagram::Family;
    const auto family = [&theme](diagram::Family of) { return theme.family[static_cast<std::size_t>(of)]; };
    switch (word) {
        case RuleWord::Plain:
        case RuleWord::Title:
            return theme.ink;
        case RuleWord::Comment:
            return theme.ink3;
        case RuleWord::RuleId:
        case RuleWord::Keyword:
            return theme.accent;
        case RuleWord::Key:
            return theme.ink2;
        case RuleWord::UnknownKey:
        case RuleWord::UnknownParameter:
            return theme.bad;
        case RuleWord::Function:
            return family(Service);
        case RuleWord::Table:
            return family(Entry);
        case RuleWord::Column:
            return family(Bff);
        case RuleWord::Text:
            return theme.expo;
        case RuleWord::Number:
            return theme.call;
        case RuleWord::Parameter:
        case RuleWord::Placeholder:
            return family(Trust);
    }
    return theme.ink;
}

RuleHighlighter::RuleHighlighter(QTextDocument* document, const std::vector<rules::TableHelp>& tables)
    : QSyntaxHighlighter(document) {
    for (const rules::TableHelp& table : tables) {
        tables_.insert(table.name);
        for (const rules::ColumnHelp& column : table.columns) columns_.insert(column.name);
    }
    for (const FormWord& function : ruleFunctions()) functions_.insert(function.word.section(u'(', 0, 0));
    for (const FormWord& parameter : ruleParameters()) parameters_.insert(parameter.word);
    for (const FormWord& key : headerKeys()) keys_.insert(key.word);
}

void RuleHighlighter::setTheme(const diagram::Theme& theme) {
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        formats_[i] = QTextCharFormat();
        formats_[i].setForeground(ruleWordColour(static_cast<RuleWord>(i), theme));
    }
    const auto format = [this](RuleWord word) -> QTextCharFormat& { return formats_[static_cast<std::size_t>(word)]; };
    for (const RuleWord word : {RuleWord::RuleId, RuleWord::Title, RuleWord::Key, RuleWord::Keyword})
        format(word).setFontWeight(QFont::Bold);
    for (const RuleWord word : {RuleWord::UnknownKey, RuleWord::UnknownParameter}) {
        format(word).setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format(word).setUnderlineColor(theme.bad);
    }
    for (int i = 0; i < rules::severityCount; ++i) {
        QTextCharFormat& severity = severities_[static_cast<std::size_t>(i)];
        severity = format(RuleWord::Key);
        if (i > 0) severity.setForeground(theme.severity(charts::toDiagram(static_cast<rules::Severity>(i))));
    }
    rehighlight();
}

void RuleHighlighter::mark(qsizetype from, qsizetype count, RuleWord word) {
    setFormat(static_cast<int>(from), static_cast<int>(count), formats_[static_cast<std::size_t>(word)]);
}

void RuleHighlighter::highlightBlock(const QString& text) {
    const int before = previousBlockState();
    const bool inHeader = before == Fresh || before == Header || before == HeaderEntered;
    if (inHeader && (text.startsWith(u"--") || text.trimmed().isEmpty())) {
        highlightHeader(text, before != HeaderEntered);
        return;
    }
    setCurrentBlockState(Query);
    qsizetype at = 0;
    if (before == InComment || before == InText) {
        const qsizetype end = before == InComment ? text.indexOf(u"*/") : text.indexOf(u'\'');
        const qsizetype past = end < 0 ? text.size() : end + (before == InComment ? 2 : 1);
        mark(0, past, before == InComment ? RuleWord::Comment : RuleWord::Text);
        if (end < 0) return setCurrentBlockState(before);
        at = past;
    }
    highlightQuery(text, at);
}

void RuleHighlighter::highlightHeader(const QString& text, bool isFirst) {
    setCurrentBlockState(isFirst ? Header : HeaderEntered);
    static const QRegularExpression line(QStringLiteral("^--(\\s*)(\\S+)(.*)$"));
    const auto match = line.match(text);
    if (!match.hasMatch()) return mark(0, text.size(), RuleWord::Comment);
    const QString key = match.captured(2);
    if (key.startsWith(u"SPDX-")) return mark(0, text.size(), RuleWord::Comment);
    setCurrentBlockState(HeaderEntered);
    mark(0, 2, RuleWord::Comment);
    const bool continues = !isFirst && match.capturedLength(1) >= 5;
    if (continues) {
        mark(match.capturedStart(2), text.size() - match.capturedStart(2), RuleWord::Plain);
    } else if (isFirst) {
        mark(match.capturedStart(2), key.size(), RuleWord::RuleId);
        mark(match.capturedStart(3), match.capturedLength(3), RuleWord::Title);
    } else {
        const auto severity = rules::severityFromWord(key);
        if (severity)
            setFormat(static_cast<int>(match.capturedStart(2)), static_cast<int>(key.size()),
                      severities_[static_cast<std::size_t>(*severity)]);
        else
            mark(match.capturedStart(2), key.size(), keys_.contains(key) ? RuleWord::Key : RuleWord::UnknownKey);
        mark(match.capturedStart(3), match.capturedLength(3), RuleWord::Plain);
    }
    static const QRegularExpression placeholder(QStringLiteral("\\{[A-Za-z_][A-Za-z0-9_]*\\}"));
    for (auto each = placeholder.globalMatch(text); each.hasNext();) {
        const auto found = each.next();
        mark(found.capturedStart(), found.capturedLength(), RuleWord::Placeholder);
    }
}

void RuleHighlighter::highlightQuery(const QString& text, qsizetype at) {
    while (at < text.size()) {
        const QChar c = text[at];
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.startsWith(u"--")) return mark(at, rest.size(), RuleWord::Comment);
        if (rest.startsWith(u"/*")) {
            const qsizetype end = text.indexOf(u"*/", at + 2);
            const qsizetype past = end < 0 ? text.size() : end + 2;
            mark(at, past - at, RuleWord::Comment);
            if (end < 0) return setCurrentBlockState(InComment);
            at = past;
        } else if (c == u'\'') {
            const qsizetype end = text.indexOf(u'\'', at + 1);
            const qsizetype past = end < 0 ? text.size() : end + 1;
            mark(at, past - at, RuleWord::Text);
            if (end < 0) return setCurrentBlockState(InText);
            at = past;
        } else if (c.isDigit()) {
            const qsizetype start = at;
            while (at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'.')) ++at;
            mark(start, at - start, RuleWord::Number);
        } else if (isWordStart(c) || c == u':') {
            at = markWord(text, at);
        } else {
            ++at;
        }
    }
}

qsizetype RuleHighlighter::markWord(const QString& text, qsizetype at) {
    qsizetype end = at + 1;
    while (end < text.size() && isWordPart(text[end])) ++end;
    const QString word = text.sliced(at, end - at);
    const QString lower = word.toLower();
    qsizetype next = end;
    while (next < text.size() && text[next].isSpace()) ++next;
    const bool isCall = next < text.size() && text[next] == u'(';
    const bool isMember = at > 0 && text[at - 1] == u'.';
    if (word.startsWith(u':')) {
        if (word.size() > 1)
            mark(at, word.size(), parameters_.contains(word) ? RuleWord::Parameter : RuleWord::UnknownParameter);
    } else if (isMember) {
        if (columns_.contains(lower)) mark(at, word.size(), RuleWord::Column);
    } else if (isCall && functions_.contains(lower)) {
        mark(at, word.size(), RuleWord::Function);
    } else if (sqlKeywords().contains(lower)) {
        mark(at, word.size(), RuleWord::Keyword);
    } else if (tables_.contains(lower)) {
        mark(at, word.size(), RuleWord::Table);
    } else if (columns_.contains(lower)) {
        mark(at, word.size(), RuleWord::Column);
    }
    return end;
}

} // namespace sallyport::ui
