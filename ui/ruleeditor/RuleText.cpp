// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleText.h"

#include "rules/Nearness.h"
#include "rules/RulePack.h"
#include "rules/TableHelp.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sallyport::ui {

namespace {

QString said(const char* text) { return QCoreApplication::translate("RuleText", text); }

constexpr int mostHidden = 5; // named, of those found

const QRegularExpression& firstLine() {
    // The first comment line that says anything and is no licence.
    static const QRegularExpression line(QStringLiteral("^--[ \\t]*(?!SPDX-)(\\S+)[ \\t]*(.*)$"),
                                         QRegularExpression::MultilineOption);
    return line;
}

bool isHidden(char32_t c) {
    switch (QChar::category(c)) {
        case QChar::Other_Control:
            return c != U'\n' && c != U'\t';
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        case QChar::Separator_Space:
            return c != U' ';
        default:
            // Letters of Hangul that are drawn as nothing.
            return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
    }
}

} // namespace

const std::vector<FormWord>& headerKeys() {
    static const std::vector<FormWord> keys{
        {QStringLiteral("critical"), said("why it is critical; the first severity is the usual one")},
        {QStringLiteral("high"), said("why it is high")},
        {QStringLiteral("medium"), said("why it is medium")},
        {QStringLiteral("low"), said("why it is low")},
        {QStringLiteral("info"), said("why it is worth knowing")},
        {QStringLiteral("none"), said("a check: controls count it, nobody lists it")},
        {QStringLiteral("says"), said("the sentence of a finding, with {column} in it")},
        {QStringLiteral("asks"), said("what to answer where it is unknown: component.owner, flow.tls")},
        {QStringLiteral("fix"), said("what to do about it, in one sentence")},
        {QStringLiteral("controls"), said("controls it violates: nist-csf-2.0 ID.AM-05; owasp-nhi-2025 NHI2:2025")},
        {QStringLiteral("yields"), said("a rule that lists the same row instead: TBM-201 secret component=holder")},
        {QStringLiteral("refers"), said("rules whose findings are named instead of said again")},
        {QStringLiteral("source"), said("where it is from")}};
    return keys;
}

const std::vector<FormWord>& ruleFunctions() {
    static const std::vector<FormWord> functions{
        {QStringLiteral("some(condition)"), said("OR over rows: 1 if one is true, NULL if none is and one is unknown")},
        {QStringLiteral("every(condition)"), said("AND over rows: 0 if one is false, NULL if none is and one is unknown")},
        {QStringLiteral("at_least(n, condition)"), said("whether n rows are true, in three values")},
        {QStringLiteral("days(from, to)"), said("whole days between two dates; NULL if either is none")},
        {QStringLiteral("coalesce(a, b)"), said("the first that is not NULL: takes an unknown for an answer, so beware")},
        {QStringLiteral("ifnull(a, b)"), said("b where a is NULL: takes an unknown for an answer, so beware")},
        {QStringLiteral("iif(condition, a, b)"), said("a if it is true, else b, also where it is unknown")},
        {QStringLiteral("nullif(a, b)"), said("NULL where both are the same")},
        {QStringLiteral("count(a)"), said("how many rows have it")},
        {QStringLiteral("sum(a)"), said("the sum over rows")},
        {QStringLiteral("total(a)"), said("the sum over rows, 0.0 for none")},
        {QStringLiteral("avg(a)"), said("the mean over rows")},
        {QStringLiteral("min(a)"), said("the smallest")},
        {QStringLiteral("max(a)"), said("the largest")},
        {QStringLiteral("group_concat(a, ' ')"), said("joined; ids joined by spaces are shown by name")},
        {QStringLiteral("abs(a)"), said("without its sign")},
        {QStringLiteral("round(a)"), said("rounded")},
        {QStringLiteral("length(a)"), said("how long a text is")},
        {QStringLiteral("lower(a)"), said("in small letters")},
        {QStringLiteral("upper(a)"), said("in capital letters")},
        {QStringLiteral("trim(a)"), said("without blanks around it")},
        {QStringLiteral("substr(a, from, count)"), said("a part of a text")},
        {QStringLiteral("instr(a, b)"), said("where b stands in a, 0 for nowhere")}};
    return functions;
}

const std::vector<FormWord>& ruleParameters() {
    static const std::vector<FormWord> parameters = [] {
        std::vector<FormWord> all{{QStringLiteral(":today"), said("the day of the review")}};
        for (const rules::PolicyParameter& one : rules::policyParameters())
            all.push_back({u':' + QString::fromLatin1(one.name), QString::fromUtf8(one.label)});
        return all;
    }();
    return parameters;
}

const QSet<QString>& sqlKeywords() {
    static const QSet<QString> words = [] {
        const QString all = QStringLiteral(
            "all and as asc between by case cast collate cross desc distinct else end except exists false filter from full "
            "glob group having in inner intersect is isnull join left like limit materialized natural not notnull null "
            "nulls offset on or order outer over partition recursive right select then true union using values when where "
            "window with");
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

QString workedExample(const QString& id) {
    const QString page = rules::rulesHelpPage();
    const QString fence = QStringLiteral("```sql\n");
    const qsizetype start = page.indexOf(fence) + fence.size();
    return copyUnder(page.sliced(start, page.indexOf(QStringLiteral("```"), start) - start), id);
}

QString rulesForm() {
    const QString page = rules::rulesHelpPage();
    const qsizetype start = page.indexOf(QStringLiteral("## A worked example"));
    return page.sliced(start, page.indexOf(QStringLiteral("\n## Frameworks"), start) - start);
}

FormWord headingOf(const QString& text) {
    const auto match = firstLine().match(text);
    return match.hasMatch() ? FormWord{match.captured(1), match.captured(2).trimmed()} : FormWord{};
}

QString freeRuleId(const QString& like, const QSet<QString>& taken) {
    const QString number = like.section(u'-', -1);
    const QString prefix = QStringLiteral("ORG-");
    static const QRegularExpression digits(QStringLiteral("^[0-9]{3}$"));
    if (digits.match(number).hasMatch() && !taken.contains(prefix + number)) return prefix + number;
    for (int i = 1;; ++i) {
        const QString id = prefix + QStringLiteral("%1").arg(i, 3, 10, QChar(u'0'));
        if (!taken.contains(id)) return id;
    }
}

QString copyUnder(const QString& text, const QString& id) {
    QString copy;
    bool header = true, dropping = false;
    static const QRegularExpression ours(QStringLiteral("^--[ \\t]*(edit|near)(\\s|$)"));
    static const QRegularExpression continuation(QStringLiteral("^--     "));
    for (const QString& line : text.split(u'\n')) {
        header = header && (line.startsWith(u"--") || line.trimmed().isEmpty());
        dropping = header && (ours.match(line).hasMatch() || (dropping && continuation.match(line).hasMatch()));
        const bool licence = header && line.startsWith(u"-- SPDX-");
        if (!dropping && !licence) copy += line + u'\n';
    }
    copy.chop(1);
    copy = rules::withoutNearConditions(copy);
    const auto match = firstLine().match(copy);
    return match.hasMatch() ? copy.replace(match.capturedStart(1), match.capturedLength(1), id) : copy;
}

QStringList hiddenCharacters(const QString& text) {
    QStringList found;
    int line = 1, more = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        if (c == U'\n') ++line;
        // The end of a line as Windows writes it.
        const bool lineEnd = c == U'\r' && at + 1 < text.size() && text[at + 1] == u'\n';
        if (lineEnd || !isHidden(c)) continue;
        if (found.size() < mostHidden)
            found << QStringLiteral("U+%1 in line %2").arg(QString::number(c, 16).toUpper().rightJustified(4, u'0')).arg(line);
        else
            ++more;
    }
    if (more > 0) found << QStringLiteral("%1 more").arg(more);
    return found;
}

} // namespace sallyport::ui
