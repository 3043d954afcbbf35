// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Replica.h"
#include "ruleeditor/RuleCompletion.h"
#include "ruleeditor/RuleHighlighter.h"
#include "ruleeditor/RuleText.h"
#include "rules/DerivedTables.h"
#include "rules/RulePack.h"
#include "rules/Sandbox.h"
#include "rules/SqlFunctions.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace sallyport;

/// The form of a rule as the editor knows it is the form that rules have.
class RuleTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKeyIsTaken();
    void everyFunctionMayBeCalled();
    void everyParameterIsBound();
    void theExampleIsARule();
    void copiesGetAnotherId();
    void freeIdsAreFree();
    void hiddenCharactersAreNamed_data();
    void hiddenCharactersAreNamed();
    void offersWhatMayStandThere_data();
    void offersWhatMayStandThere();
    void coloursWhatItKnows();
    void coloursRead();

private:
    std::vector<rules::TableHelp> tables_;
};

void RuleTextTest::initTestCase() {
    auto tables = rules::tableHelp();
    QVERIFY(tables);
    tables_ = std::move(*tables);
}

void RuleTextTest::everyKeyIsTaken() {
    for (const ui::FormWord& key : ui::headerKeys()) {
        const QString value = key.word == u"asks" ? QStringLiteral("component.owner") : QStringLiteral("word word");
        const QString text = QStringLiteral("-- ORG-001 A title\n-- low a\n-- says a\n-- %1 %2\nselect 1").arg(key.word, value);
        const auto rule = rules::RulePack::parse(text.toUtf8(), {});
        QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().text()));
    }
    QVERIFY(!rules::RulePack::parse("-- ORG-001 A\n-- low a\n-- says a\n-- nothing word\nselect 1", {}));
}

void RuleTextTest::everyFunctionMayBeCalled() {
    const document::Replica replica;
    rules::addSqlFunctions(replica.handle());
    const rules::Sandbox sandbox(replica.handle());
    for (const ui::FormWord& function : ui::ruleFunctions()) {
        QString call = function.word;
        call.replace(QStringLiteral("(condition"), QStringLiteral("(1"))
            .replace(QStringLiteral(" condition"), QStringLiteral(" 1"));
        call.replace(QStringLiteral("from"), QStringLiteral("name")).replace(QStringLiteral(", count"), QStringLiteral(", 1"));
        call.replace(QStringLiteral("to)"), QStringLiteral("name)"));
        const QString sql = QStringLiteral("with v(a, b, n) as (select 1, 2, 3) select %1 from v, component").arg(call);
        const auto prepared = sandbox.prepare(sql.toUtf8());
        QVERIFY2(prepared, qPrintable(sql + (prepared ? QString() : prepared.error().what)));
    }
}

void RuleTextTest::everyParameterIsBound() {
    QCOMPARE(ui::ruleParameters().size(), rules::policyParameters().size() + 1);
    for (const ui::FormWord& parameter : ui::ruleParameters()) QVERIFY(parameter.word.startsWith(u':'));
}

void RuleTextTest::theExampleIsARule() {
    const auto rule = rules::RulePack::parse(ui::workedExample(QStringLiteral("ORG-017")).toUtf8(), {});
    QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().text()));
    QCOMPARE(rule->id, QStringLiteral("ORG-017"));
    QVERIFY(rule->sql.contains(u"violated"));
    QVERIFY(ui::rulesForm().contains(QStringLiteral("worked example")));
    QVERIFY(!ui::rulesForm().contains(QStringLiteral("<!--")));
}

void RuleTextTest::copiesGetAnotherId() {
    const rules::RulePack own = rules::RulePack::builtIn();
    int edits = 0, nearConditions = 0;
    for (const rules::Rule& rule : own.rules()) {
        QFile file(QStringLiteral(":/rules/") + rule.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray copy = ui::copyUnder(QString::fromUtf8(file.readAll()), QStringLiteral("ORG-101")).toUtf8();
        rules::RulePack pack;
        pack.add(copy, QStringLiteral("copy.sql"));
        QVERIFY2(pack.problems().empty(), qPrintable(pack.problems().empty() ? QString() : pack.problems().front().what));
        QCOMPARE(pack.rules().front().id, QStringLiteral("ORG-101"));
        QCOMPARE(pack.rules().front().title, rule.title);
        const bool saysNear = rule.sql.contains(QStringLiteral("/*near"));
        QVERIFY(!pack.rules().front().sql.contains(QStringLiteral("/*near")));
        if (!saysNear) QCOMPARE(pack.rules().front().sql, rule.sql);
        QCOMPARE(pack.rules().front().says, rule.says);
        QCOMPARE(pack.rules().front().fix, rule.fix);
        edits += rule.edit.isEmpty() ? 0 : 1;
        nearConditions += saysNear ? 1 : 0;
    }
    QVERIFY(edits > 0 && nearConditions > 0);
}

void RuleTextTest::freeIdsAreFree() {
    QCOMPARE(ui::freeRuleId({}, {}), QStringLiteral("ORG-001"));
    QCOMPARE(ui::freeRuleId(QStringLiteral("TBM-118"), {}), QStringLiteral("ORG-118"));
    QCOMPARE(ui::freeRuleId(QStringLiteral("TBM-118"), {QStringLiteral("ORG-118"), QStringLiteral("ORG-001")}),
             QStringLiteral("ORG-002"));
    QCOMPARE(ui::freeRuleId(QStringLiteral("<b>"), {}), QStringLiteral("ORG-001"));
}

void RuleTextTest::hiddenCharactersAreNamed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("plain") << QStringLiteral("-- A ä € 😀\n\tselect 'x'\r\nfrom y\n") << QString();
    QTest::newRow("turned around") << QStringLiteral("a\nb\u202Ec") << QStringLiteral("U+202E in line 2");
    QTest::newRow("no width") << QStringLiteral("a\u200Bb") << QStringLiteral("U+200B in line 1");
    QTest::newRow("line that SQL does not end") << QStringLiteral("-- a\rselect") << QStringLiteral("U+000D in line 1");
    QTest::newRow("line separator") << QStringLiteral("-- a\u2028select") << QStringLiteral("U+2028 in line 1");
    QTest::newRow("blank that is none") << QStringLiteral("a\u00A0b") << QStringLiteral("U+00A0 in line 1");
    QTest::newRow("letter drawn as nothing") << QStringLiteral("a\u3164b") << QStringLiteral("U+3164 in line 1");
    QTest::newRow("tag beyond the first plane") << QString::fromUcs4(U"a\U000E0041", 2) << QStringLiteral("U+E0041 in line 1");
    QTest::newRow("many") << QString(7, QChar(0x200b))
                          << QStringLiteral(
                                 "U+200B in line 1, U+200B in line 1, U+200B in line 1, U+200B in line 1, U+200B in "
                                 "line 1, 2 more");
}

void RuleTextTest::hiddenCharactersAreNamed() {
    QFETCH(QString, text);
    QFETCH(QString, named);
    QCOMPARE(ui::hiddenCharacters(text).join(QStringLiteral(", ")), named);
}

void RuleTextTest::offersWhatMayStandThere_data() {
    QTest::addColumn<QString>("text"); ///< The place is where | stands.
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("hasNot");
    const QString header = QStringLiteral("-- ORG-001 A\n-- low a\n-- says a\n");
    const auto row = [](const char* name, const QString& text, const char* has, const char* hasNot) {
        QTest::newRow(name) << text << QString::fromLatin1(has) << QString::fromLatin1(hasNot);
    };
    row("header key", QStringLiteral("-- ORG-001 A\n-- sa|"), "says", "component");
    row("first line", QStringLiteral("-- O|"), "", "says");
    row("value of a key", QStringLiteral("-- ORG-001 A\n-- says sa|"), "", "says");
    row("table", header + QStringLiteral("select 1 from comp|"), "component", "says");
    row("keyword", header + QStringLiteral("sel|"), "select", "says");
    row("function", header + QStringLiteral("select so|"), "some", "says");
    row("column of an alias", header + QStringLiteral("select w.| from flow w join component c on c.id = w.target"), "tls",
        "cookie_path");
    row("column of another alias", header + QStringLiteral("select c.| from flow w join component as c on c.id = w.target"),
        "cookie_path", "tls");
    row("column of a table", header + QStringLiteral("select zone.| from zone"), "trust", "tls");
    row("parameter", header + QStringLiteral("select :max|"), ":max_secret_days", "component");
    row("in a text", header + QStringLiteral("select 'comp|"), "", "component");
    row("in a comment", header + QStringLiteral("select 1 -- comp|"), "", "component");
}

void RuleTextTest::offersWhatMayStandThere() {
    QFETCH(QString, text);
    QFETCH(QString, has);
    QFETCH(QString, hasNot);
    const qsizetype place = text.indexOf(u'|');
    text.remove(place, 1);
    const ui::Completions found = ui::completionsAt(text, place, tables_);
    if (has.isEmpty())
        QVERIFY2(found.words.isEmpty(), qPrintable(found.words.join(u' ')));
    else
        QVERIFY2(found.words.contains(has), qPrintable(found.words.join(u' ')));
    QVERIFY(!found.words.contains(hasNot));
    QVERIFY(found.start <= place);
}

namespace {

/// The colour of a word in a coloured text.
QColor colourOf(const QTextDocument& document, const QString& word) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const qsizetype at = block.text().indexOf(word);
        if (at < 0) continue;
        for (const QTextLayout::FormatRange& range : block.layout()->formats())
            if (range.start <= at && at < range.start + range.length) return range.format.foreground().color();
    }
    return {};
}

} // namespace

void RuleTextTest::coloursWhatItKnows() {
    const diagram::Theme& theme = diagram::Theme::light();
    QTextDocument document(
        QStringLiteral("-- ORG-001   A title\n-- high      a reason\n-- says      {backend} is wrong\n"
                       "-- sais      mistaken\n"
                       "select c.id as backend, some(c.owner is null) as violated /* two\nlines */, 17\n"
                       "from component c where c.name <> 'a text' and :today > :nonsense -- so far\n"));
    ui::RuleHighlighter highlighter(&document, tables_);
    highlighter.setTheme(theme);
    using ui::RuleWord;
    const std::pair<const char*, RuleWord> expected[] = {
        {"ORG-001", RuleWord::RuleId},        {"A title", RuleWord::Title},    {"says", RuleWord::Key},
        {"{backend}", RuleWord::Placeholder}, {"sais", RuleWord::UnknownKey},  {"select", RuleWord::Keyword},
        {"some", RuleWord::Function},         {"owner", RuleWord::Column},     {"two", RuleWord::Comment},
        {"lines", RuleWord::Comment},         {"17", RuleWord::Number},        {"component", RuleWord::Table},
        {"a text", RuleWord::Text},           {":today", RuleWord::Parameter}, {":nonsense", RuleWord::UnknownParameter},
        {"so far", RuleWord::Comment}};
    for (const auto& [word, kind] : expected) {
        const QColor colour = colourOf(document, QString::fromLatin1(word));
        QVERIFY2(colour == ui::ruleWordColour(kind, theme), word);
    }
    QCOMPARE(colourOf(document, QStringLiteral("high")), theme.sevHigh);
    QVERIFY(!colourOf(document, QStringLiteral("violated")).isValid()); // neither table nor column
}

void RuleTextTest::coloursRead() {
    for (const diagram::Theme* theme : {&diagram::Theme::light(), &diagram::Theme::dark()})
        for (int i = 0; i < ui::ruleWordCount; ++i)
            for (const QColor& ground : {theme->base, theme->alt}) {
                const QColor colour = ui::ruleWordColour(static_cast<ui::RuleWord>(i), *theme);
                QVERIFY2(diagram::contrast(colour, ground) >= 4.5,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(i).arg(colour.name(), ground.name())));
            }
}

QObject* newRuleTextTest() { return new RuleTextTest; }
#include "RuleTextTest.moc"
