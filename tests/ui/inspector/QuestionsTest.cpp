// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shop.h"

#include "document/Document.h"
#include "inspector/Links.h"
#include "inspector/Questions.h"
#include "rules/Review.h"

#include <QDir>
#include <QTest>

using namespace sallyport;
using model::TableId;

class QuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnAndSetIsAskedAbout();
    void everyQuestionHasItsColumn();
    void unknownCountsAgreeWithTheRules();
    void aNewElementIsAllUnknown();
    void durationsReadAsPeopleSayThem();
};

void QuestionsTest::everyColumnAndSetIsAskedAbout() {
    const TableId elements[] = {TableId::Zone,     TableId::Component, TableId::Flow,      TableId::Identity,
                                TableId::Secret,   TableId::Grant,     TableId::DataAsset, TableId::Holding,
                                TableId::Handling, TableId::FlowData,  TableId::Note};
    const auto listed = [](TableId table, const char* name) {
        for (const ui::Unasked& one : ui::unasked())
            if (one.table == table && QLatin1StringView(one.name) == QLatin1StringView(name)) return true;
        return false;
    };
    for (const TableId id : elements) {
        const model::Table& table = model::table(id);
        for (const model::Column& column : table.columns) {
            if (column.kind == model::ColumnKind::Key || listed(id, column.name)) continue;
            QVERIFY2(ui::questionFor(id, QString::fromLatin1(column.name)),
                     qPrintable(QStringLiteral("%1.%2").arg(QLatin1StringView(table.name), QLatin1StringView(column.name))));
        }
        for (const model::SetColumn& set : table.sets)
            QVERIFY2(ui::questionFor(id, QString::fromLatin1(set.prefix)), set.prefix);
    }
    // Answers of all other tables would be forgotten without this.
    for (const model::Table& table : model::tables())
        if (std::find(std::begin(elements), std::end(elements), table.id) == std::end(elements)) {
            QVERIFY2(table.sets.empty(), table.name);
            for (const model::Column& column : table.columns) QVERIFY2(column.kind != model::ColumnKind::Answer, table.name);
        }
}

void QuestionsTest::everyQuestionHasItsColumn() {
    QSet<QString> seen;
    for (const ui::Question& question : ui::questions()) {
        QVERIFY2(question.column() || question.set(), question.name);
        QVERIFY2(*question.text, question.name);
        const QString id = QStringLiteral("%1.%2").arg(static_cast<int>(question.table)).arg(QLatin1StringView(question.name));
        QVERIFY2(!seen.contains(id), qPrintable(id));
        seen.insert(id);
    }
    for (const ui::Unasked& one : ui::unasked())
        QVERIFY2(model::table(one.table).column(QString::fromLatin1(one.name)) >= 0, one.name);
    for (const ui::Links& links : ui::links())
        QVERIFY2(model::table(links.table).column(QString::fromLatin1(links.other)) >= 0, links.section);
}

void QuestionsTest::unknownCountsAgreeWithTheRules() {
    const QDir models(QStringLiteral(SALLYPORT_SOURCE_DIR "/models"));
    const QStringList files = models.entryList({"*.sallyport"});
    QVERIFY(!files.isEmpty());
    for (const QString& file : files) {
        const auto document = document::Document::open(models.filePath(file));
        QVERIFY2(document, qPrintable(document ? QString() : document.error().text()));
        const model::Model& model = (*document)->model();
        const auto counts = rules::unknownCounts(model);
        const auto compare = [&](const auto& rows) {
            for (const auto& row : rows)
                QCOMPARE(ui::unknownCount(model, row.id.value), rules::unknownCount(counts, row.id.value));
        };
        compare(model.components);
        compare(model.zones);
        compare(model.flows);
        compare(model.identities);
        compare(model.secrets);
        compare(model.grants);
        compare(model.data);
    }
}

void QuestionsTest::aNewElementIsAllUnknown() {
    const Shop shop;
    const auto counts = rules::unknownCounts(shop.model());
    for (const QString& id : {shop.bff, shop.api, shop.zone, shop.call, shop.identity, shop.secret, shop.data})
        QCOMPARE(ui::unknownCount(shop.model(), id), rules::unknownCount(counts, id));
}

void QuestionsTest::durationsReadAsPeopleSayThem() {
    const ui::Question* question = ui::questionFor(TableId::Component, u"session_idle_s");
    const auto text = [&](qint64 seconds) {
        return ui::valueText({}, *question->column(), model::Value(seconds), question->form);
    };
    QCOMPARE(text(90), QStringLiteral("90 s"));
    QCOMPARE(text(1800), QStringLiteral("30 min"));
    QCOMPARE(text(43200), QStringLiteral("12 h"));
    QCOMPARE(text(86400), QStringLiteral("1 day"));
    QCOMPARE(text(0), QStringLiteral("0 s"));
}

QObject* newQuestionsTest() { return new QuestionsTest; }

#include "QuestionsTest.moc"
