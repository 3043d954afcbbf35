// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleTrial.h"

#include "analysis/CompileModel.h"
#include "analysis/Engine.h"
#include "rules/BlastInput.h"
#include "rules/RuleParameters.h"
#include "rules/RuleRunner.h"
#include "rules/Sandbox.h"
#include "rules/Sentences.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>

namespace sallyport::rules {

namespace {

QString shortened(const QString& text) {
    return text.size() <= TrialBench::mostText ? text : text.first(TrialBench::mostText) + u'…';
}

bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

TextPlace placeAt(const QString& text, qsizetype offset) {
    const QStringView before = QStringView(text).first(std::min(offset, text.size()));
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    qsizetype end = offset;
    // "c.owner" is one name.
    while (end < text.size() && (isWordPart(text[end]) || (text[end] == u'.' && end > offset))) ++end;
    return {static_cast<int>(before.count(u'\n')) + 1, static_cast<int>(offset - lineStart) + 1,
            static_cast<int>(std::max<qsizetype>(1, end - offset))};
}

/// Where a whole word stands in the text, from `from` on.
TextPlace placeOfWord(const QString& text, const QString& word, qsizetype from) {
    const QRegularExpression whole(QStringLiteral("(?<![\\w$])%1(?![\\w$])").arg(QRegularExpression::escape(word)),
                                   QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = whole.match(text, from);
    return match.hasMatch() ? placeAt(text, match.capturedStart()) : TextPlace{};
}

/// Of a header that cannot be read: the word or the line it speaks of, else the first one.
TextPlace headerPlace(const QString& text, const QString& what) {
    static const QRegularExpression word(QStringLiteral("^Its header names \"(.+)\", which"));
    if (const auto named = word.match(what); named.hasMatch()) return placeOfWord(text, named.captured(1), 0);
    static const QRegularExpression key(QStringLiteral("has a line \"(.+)\", which"));
    const auto named = key.match(what);
    if (!named.hasMatch()) return placeAt(text, 0);
    const QRegularExpression line(QStringLiteral("^--\\s*(%1)(?!\\S)").arg(QRegularExpression::escape(named.captured(1))),
                                  QRegularExpression::MultilineOption);
    const auto match = line.match(text);
    return match.hasMatch() ? placeAt(text, match.capturedStart(1)) : placeAt(text, 0);
}

/// Where in the text SQLite, or the sandbox's door, saw what it refuses. `offset`: of SQLite, in bytes of the query.
TextPlace queryPlace(const QString& text, const Rule& rule, const QString& what, int offset) {
    const qsizetype start = text.lastIndexOf(rule.sql);
    if (start < 0) return {};
    if (offset >= 0) return placeAt(text, start + QString::fromUtf8(rule.sql.toUtf8().first(offset)).size());
    static const QRegularExpression name(
        QStringLiteral("(?:the function|the table|no such table:|no such column:|parameter) \"?([^\\s\",.]+)"));
    const auto named = name.match(what);
    return named.hasMatch() ? placeOfWord(text, named.captured(1), start) : TextPlace{};
}

struct Remedy {
    const char* start; ///< of what is wrong
    const char* text;
};
constexpr Remedy remedies[] = {
    {"It took too long", "Join by ids, and let no part of it grow with every pair of elements."},
    {"It took too much memory", "Join by ids, and let no part of it grow with every pair of elements."},
    {"It returns more", "Return one row for each element it is about."},
    {"It calls the function", "Use the functions that the help page on rules lists."},
    {"It reads the table", "Read the tables listed beside the text; no others are open to rules."},
    {"SQLite says: no such", "The tables and columns there are stand beside the text."},
    {"SQLite says", "Mend the query where it is marked, or else near what the message names."},
    {"Its header names", "Correct the header, or let the query return such a column: \"… as name\"."},
    {"It has no column of ids", "Name the elements the finding is about in the first columns."},
    {"It has no column", "Put the whole condition into a column: \"select x.id, … as violated\"."},
    {"Its column \"violated\"", "Make it a comparison, which is 1, 0 or NULL, as in \"kind = 'bff'\"."},
    {"Its column \"severity\"", "Let it return critical, high, medium, low or info, or NULL for the usual one."},
    {"A row names \"", "Let the columns left of \"violated\" hold ids, as in \"c.id as component\"; names are shown anyway."},
    {"A row names no element", "Let the columns left of \"violated\" hold ids in every row."},
    {"There is no policy parameter", "Use :today or one of the parameters of Review > Policy of this model."},
    {"It is longer", "Split it into two rules."},
    {"It uses names", "Split it into two rules."},
    {"It is more than one statement", "Leave one SELECT."},
    {"It is an EXPLAIN", "Leave one SELECT."},
    {"It does more than read", "Leave one SELECT."},
    {"It contains a zero byte", "Write it anew; a text has no such byte."},
    {"The rule file is too large", "Split it into several rules."},
    {"Only rules that come with the program may have an edit", "Take the line \"edit\" out of the header."},
    {"Only rules that come with the program may say how near", "Take the line \"near\" out of the header."},
    {"This is the id of a rule of the program", "Change the first line, as in \"-- ORG-001 Title\"."},
    {"There is a rule of this id already", "Change the first line, as in \"-- ORG-001 Title\"."},
    {"The rule has no SELECT", "Write the query below the header."},
    {"The file cannot be read", "See to it that you may read it."},
    {"The folder of rules cannot be read", "Choose another folder, or make this one readable."},
};

} // namespace

QString TextPlace::text() const { return line == 0 ? QString() : QStringLiteral("line %1, column %2").arg(line).arg(column); }

QString remedyFor(const QString& what) {
    for (const Remedy& remedy : remedies)
        if (what.startsWith(QLatin1StringView(remedy.start))) return QString::fromUtf8(remedy.text);
    return QStringLiteral("The help page on rules shows a whole one.");
}

TrialBench::TrialBench(const QByteArray& image) : replica_(document::Replica::ofImage(image)) {}

TrialBench::~TrialBench() = default;

bool TrialBench::fillBlast(const RuleRunner& runner, const QString& id, const std::stop_token& stop) {
    const QStringList columns = runner.columnsRead(id);
    const bool withComponents =
        std::any_of(columns.begin(), columns.end(), [](const QString& c) { return c.startsWith(u"blast_component."); });
    std::optional<BlastRows>& rows = withComponents ? blastWithComponents_ : blast_;
    if (rows || !runner.readsBlast(id)) return true;
    const auto compiled = [&](analysis::Reading reading) -> std::optional<analysis::Engine> {
        auto facts = analysis::attackFacts(replica_->model(), reading, stop);
        return facts ? analysis::Engine::compile(std::move(*facts), stop) : std::nullopt;
    };
    const auto stated = compiled(analysis::Reading::AsStated);
    const auto worst = stated ? compiled(analysis::Reading::WorstCase) : std::nullopt;
    if (!worst) return false;
    rows = blastRows(replica_->model(), *stated, *worst, withComponents, stop);
    return rows.has_value();
}

Expected<void> TrialBench::runRaw(const Prepared& prepared, RuleTrial& trial, const QDate& today, const std::stop_token& stop) {
    const QString missing = bindParameters(prepared.statement.get(), prepared.parameters, replica_->model(), today);
    if (!missing.isEmpty()) return refuse(QStringLiteral("There is no policy parameter \"%1\".").arg(missing));
    const int columns = static_cast<int>(prepared.columns.size());
    const int violated = static_cast<int>(prepared.columns.indexOf(QStringLiteral("violated")));
    const Sandbox sandbox(replica_->handle());
    return sandbox.run(
        prepared.statement.get(),
        [&](sqlite3_stmt* row) {
            ++trial.rowsReturned;
            if (sqlite3_column_type(row, violated) != SQLITE_NULL && sqlite3_column_double(row, violated) == 0)
                ++trial.notViolated;
            if (trial.cells.size() >= mostRows) return true;
            auto& cells = trial.cells.emplace_back();
            for (int i = 0; i < columns; ++i) {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, i));
                cells.push_back(text ? std::optional(shortened(QString::fromUtf8(text, sqlite3_column_bytes(row, i))))
                                     : std::nullopt);
            }
            return true;
        },
        stop);
}

/// Of a check, which no review lists.
void TrialBench::listElements(const RuleResult& result, RuleTrial& trial) const {
    Names names(replica_->model());
    for (const bool violated : {true, false})
        for (const RuleRow& row : result.rows)
            if (row.violated == violated && trial.rows.size() < mostRows)
                trial.rows.push_back({violated ? FindingStatus::Violated : FindingStatus::Unknown, Severity::None,
                                      row.elements(), shortened(names.of(row.elements()))});
}

std::optional<RuleTrial> TrialBench::run(const QByteArray& text, bool own, const QDate& today, std::stop_token stop) {
    RuleTrial trial;
    const QString words = QString::fromUtf8(text);
    const auto refused = [&trial](const QString& what, const TextPlace& place) {
        trial.place = place;
        trial.refusal = Error{what, place.text(), remedyFor(what)};
        return trial;
    };
    auto pack = std::make_shared<RulePack>();
    pack->add(text, QStringLiteral("the text"), own);
    if (!pack->problems().empty()) {
        const QString what = pack->problems().front().what;
        return refused(what,
                       !what.startsWith(u"Only rules")
                           ? headerPlace(words, what)
                           : placeOfWord(words, what.contains(u"edit") ? QStringLiteral("edit") : QStringLiteral("near"), 0));
    }
    const Rule& rule = pack->rules().front();
    trial.id = rule.id;
    trial.title = rule.title;
    trial.isCheck = rule.isCheck();
    for (const Yield& yield : rule.yields) trial.givesWay << yield.rule;

    RuleRunner runner(replica_->handle(), pack); // makes the tables that the query may read
    const Sandbox sandbox(replica_->handle());
    QElapsedTimer timer;
    timer.start();
    const auto prepared = sandbox.prepare(rule.sql.toUtf8());
    const int offset = prepared ? -1 : sqlite3_error_offset(replica_->handle());
    const double preparing = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!prepared) {
        const bool ofSqlite = prepared.error().what.startsWith(u"SQLite says");
        return refused(prepared.error().what, queryPlace(words, rule, prepared.error().what, ofSqlite ? offset : -1));
    }
    trial.columns = prepared->columns;
    trial.columnsRead = runner.columnsRead(rule.id);

    static const BlastRows none;
    if (!fillBlast(runner, rule.id, stop)) return std::nullopt;
    const BlastRows& blast = blastWithComponents_ ? *blastWithComponents_ : blast_ ? *blast_ : none;
    if (!runner.run(replica_->model(), blast, today, stop)) return std::nullopt;
    const RuleResult& result = runner.results().front();
    if (result.problem) {
        const QString& what = result.problem->what;
        return refused(what, what.startsWith(u"Its header") ? headerPlace(words, what) : queryPlace(words, rule, what, -1));
    }

    timer.restart();
    const auto ran = runRaw(*prepared, trial, today, stop);
    trial.milliseconds = preparing + static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (stop.stop_requested()) return std::nullopt;
    if (!ran) return refused(ran.error().what, {});

    for (const RuleRow& row : result.rows) ++(row.violated ? trial.violated : trial.unknown);
    if (rule.isCheck())
        listElements(result, trial);
    else
        for (const Finding& finding : runner.findings(replica_->model(), today))
            if (finding.rule == rule.id && trial.rows.size() < mostRows)
                trial.rows.push_back({finding.status, finding.severity, finding.elements, shortened(finding.text)});
    return trial;
}

} // namespace sallyport::rules
