// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccessibleNames.h"
#include "Shop.h"

#include "inspector/TableClipboard.h"
#include "inspector/TableDelegate.h"
#include "inspector/TablePanel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace sallyport;
using model::TableId;

namespace {

void show(QWidget& widget) {
    widget.resize(1200, 300);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

int columnCalled(const QAbstractItemModel& table, const QString& label) {
    for (int i = 0; i < table.columnCount(); ++i)
        if (table.headerData(i, Qt::Horizontal).toString() == label) return i;
    return -1;
}

QModelIndex cell(ui::TablePanel& panel, const QString& row, const QString& label) {
    const QAbstractItemModel& table = *panel.view().model();
    for (int i = 0; i < table.rowCount(); ++i)
        if (table.index(i, 0).data(Qt::EditRole).toString() == row) return table.index(i, columnCalled(table, label));
    return {};
}

QToolButton* toolButton(const QWidget& panel, const QString& text) {
    for (auto* one : panel.findChildren<QToolButton*>())
        if (one->text() == text) return one;
    return nullptr;
}

} // namespace

class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCellIsTypedInto();
    void wordsAreChosenFromAList();
    void unknownIsShownAndRestored();
    void rowsAreAddedDuplicatedAndDeleted();
    void holdersAreTicked();
    void cellsAreCopiedAndPastedAsOneStep();
    void aPasteThatCannotBeReadChangesNothing();
    void spreadsheetQuotingIsUnderstood();
    void selectionIsInStep();
    void sortedWithUnknownLast();
    void everythingHasAName();
};

void TableTest::aCellIsTypedInto() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    panel.view().setFocus();
    panel.view().setCurrentIndex(cell(panel, "web-secret", "Name"));
    const int before = shop.steps();
    QTest::keyClick(&panel.view(), Qt::Key_F2);
    auto* line = panel.view().findChild<QLineEdit*>();
    QVERIFY(line);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, "partner-secret");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(shop.model().nameOf(shop.secret), QStringLiteral("partner-secret"));
    QCOMPARE(shop.steps(), before + 1);
    shop.undo();
    QCOMPARE(panel.view().model()->index(0, 0).data().toString(), QStringLiteral("web-secret"));
    // Durations as people say them; what cannot be read is refused and changes nothing.
    QVERIFY(panel.view().model()->setData(cell(panel, "web-secret", "Lifetime"), "30 days"));
    QCOMPARE(shop.model().secrets.find({shop.secret})->lifetimeS, model::Number(30 * 86400));
    int refusals = 0;
    connect(&shop.workspace, &ui::Workspace::refused, this, [&] { ++refusals; });
    QVERIFY(!panel.view().model()->setData(cell(panel, "web-secret", "Lifetime"), "long"));
    QCOMPARE(refusals, 1);
}

void TableTest::wordsAreChosenFromAList() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    panel.view().setFocus();
    panel.view().setCurrentIndex(cell(panel, "web-secret", "Rotation"));
    QTest::keyClick(&panel.view(), Qt::Key_F2);
    auto* list = panel.view().findChild<QComboBox*>();
    QVERIFY(list);
    QCOMPARE(list->currentText(), QStringLiteral("Unknown"));
    QTest::keyClicks(list, "Man");
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(shop.model().secrets.find({shop.secret})->rotation, std::optional(model::Rotation::Manual));
}

void TableTest::unknownIsShownAndRestored() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    const QModelIndex expires = cell(panel, "web-secret", "Expires");
    QCOMPARE(expires.data().toString(), QStringLiteral("unknown"));
    QVERIFY(expires.data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(panel.view().model()->setData(expires, "no"));
    QCOMPARE(shop.model().secrets.find({shop.secret})->expires, model::YesNo(false));
    QCOMPARE(cell(panel, "web-secret", "Lifetime").data().toString(), QStringLiteral("–")); // not asked any more
    panel.view().setFocus();
    panel.view().setCurrentIndex(expires);
    QTest::keyClick(&panel.view(), Qt::Key_Delete);
    QVERIFY(!shop.model().secrets.find({shop.secret})->expires);
}

void TableTest::rowsAreAddedDuplicatedAndDeleted() {
    Shop shop;
    shop.workspace.edit("Hold", [&](document::Editor& editor) {
        editor.put(model::Holding{{shop.secret}, {shop.bff}, {}, {}});
    });
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    QCOMPARE(panel.tabText(), QStringLiteral("Secrets 1"));
    QTest::mouseClick(toolButton(panel, "Add"), Qt::LeftButton);
    QCOMPARE(shop.model().secrets.size(), 2);
    QCOMPARE(panel.tabText(), QStringLiteral("Secrets 2"));
    auto* line = panel.view().findChild<QLineEdit*>();
    QVERIFY(line); // its name is asked for at once
    QTest::keyClick(line, Qt::Key_Escape);
    shop.workspace.select({shop.secret});
    QTest::mouseClick(toolButton(panel, "Duplicate"), Qt::LeftButton);
    QCOMPARE(shop.model().secrets.size(), 3);
    QCOMPARE(shop.model().holdings.size(), 2); // with its holder
    shop.workspace.select({shop.secret});
    QTest::mouseClick(toolButton(panel, "Delete"), Qt::LeftButton);
    QCOMPARE(shop.model().secrets.size(), 2);
    QVERIFY(!shop.model().secrets.contains({shop.secret}));
    shop.undo();
    QVERIFY(shop.model().secrets.contains({shop.secret}));
    QCOMPARE(shop.model().holdings.size(), 2);
}

void TableTest::holdersAreTicked() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    panel.view().setFocus();
    panel.view().setCurrentIndex(cell(panel, "web-secret", "Held by"));
    QTest::keyClick(&panel.view(), Qt::Key_F2);
    ui::LinksChooser* chooser = nullptr;
    QTRY_VERIFY((chooser = panel.findChild<ui::LinksChooser*>()) != nullptr);
    auto* search = chooser->findChild<QLineEdit*>();
    QTest::keyClicks(search, shop.model().nameOf(shop.bff));
    QTest::keyClick(search, Qt::Key_Space);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(shop.model().holdings.contains({model::SecretId{shop.secret}, model::ComponentId{shop.bff}}));
    QCOMPARE(cell(panel, "web-secret", "Held by").data().toString(), shop.model().nameOf(shop.bff));
}

void TableTest::cellsAreCopiedAndPastedAsOneStep() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    panel.view().setFocus();
    panel.view().setCurrentIndex(cell(panel, "web-secret", "Name"));
    const int before = shop.steps();
    QGuiApplication::clipboard()->setText("Name\tKind\tHeld by\tLifetime\r\nweb-secret\tClient secret\t" +
                                          shop.model().nameOf(shop.bff) + "\t8 h\r\nsigning\tsigning_key\t\t?\r\n");
    QTest::keyClick(&panel.view(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shop.steps(), before + 1);
    QCOMPARE(shop.model().secrets.size(), 2);
    QCOMPARE(shop.model().secrets.find({shop.secret})->kind, model::SecretKind::ClientSecret);
    QCOMPARE(shop.model().secrets.find({shop.secret})->lifetimeS, model::Number(8 * 3600));
    QCOMPARE(shop.model().holdings.size(), 1);
    const QModelIndex made = cell(panel, "signing", "Kind");
    QVERIFY(made.isValid());
    QCOMPARE(made.data().toString(), QStringLiteral("Signing key"));
    panel.view().scrollTo(made);
    QTest::mouseClick(panel.view().viewport(), Qt::LeftButton, {}, panel.view().visualRect(made).center());
    QTest::keyClick(&panel.view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Signing key\n"));
    shop.undo();
    QCOMPARE(shop.model().secrets.size(), 1);
    QVERIFY(shop.model().holdings.isEmpty());
}

void TableTest::aPasteThatCannotBeReadChangesNothing() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Secret);
    show(panel);
    panel.view().setFocus();
    panel.view().setCurrentIndex(cell(panel, "web-secret", "Name"));
    std::optional<Error> refused;
    connect(&shop.workspace, &ui::Workspace::refused, this, [&](const Error& error) { refused = error; });
    const QByteArray before = shop.workspace.document().dump();
    QGuiApplication::clipboard()->setText("one\tClient secret\ntwo\tSpell\n");
    QTest::keyClick(&panel.view(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(refused);
    QVERIFY2(refused->where.contains("Row 2") && refused->where.contains("Kind"), qPrintable(refused->where));
    QVERIFY(!refused->remedy.isEmpty());
    QCOMPARE(shop.workspace.document().dump(), before);
}

void TableTest::spreadsheetQuotingIsUnderstood() {
    const QList<QStringList> rows{{"a \"b\"", "line\nbreak"}, {"", "tab\there"}};
    QCOMPARE(ui::fromTabs(ui::toTabs(rows)), rows);
    QCOMPARE(ui::fromTabs("x\t\"1\t2\"\n"), (QList<QStringList>{{"x", "1\t2"}}));
}

void TableTest::selectionIsInStep() {
    Shop shop;
    ui::TablePanel panel(shop.workspace, TableId::Identity);
    show(panel);
    const QRect rect = panel.view().visualRect(cell(panel, "web-client", "Kind"));
    QTest::mouseClick(panel.view().viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(shop.workspace.selection(), QStringList{shop.identity});
    shop.workspace.select({shop.bff});
    QVERIFY(!panel.view().selectionModel()->hasSelection());
    QCOMPARE(shop.workspace.selection(), QStringList{shop.bff});
    shop.workspace.select({shop.identity});
    QVERIFY(panel.view().selectionModel()->isSelected(cell(panel, "web-client", "Name")));
}

void TableTest::sortedWithUnknownLast() {
    Shop shop;
    shop.workspace.edit("More", [](document::Editor& editor) {
        for (const qint64 users : {5, 1000, 40}) {
            model::DataAsset row;
            row.id = document::Editor::newId<model::DataAsset>();
            row.name = QString::number(users);
            row.users = users;
            editor.put(row);
        }
    });
    ui::TablePanel panel(shop.workspace, TableId::DataAsset);
    show(panel);
    auto* view = qobject_cast<QTableView*>(&panel.view());
    const int column = columnCalled(*view->model(), "Users");
    const auto names = [&] {
        QStringList all;
        for (int i = 0; i < view->model()->rowCount(); ++i) all << view->model()->index(i, 0).data().toString();
        return all;
    };
    view->sortByColumn(column, Qt::AscendingOrder);
    QCOMPARE(names(), (QStringList{"5", "40", "1000", "orders"}));
    view->sortByColumn(column, Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{"1000", "40", "5", "orders"}));
    auto* filter = panel.findChild<QLineEdit*>();
    QTest::keyClicks(filter, "ord");
    QCOMPARE(names(), QStringList{"orders"});
}

void TableTest::everythingHasAName() {
    Shop shop;
    for (const TableId table : {TableId::Identity, TableId::Secret, TableId::Grant, TableId::DataAsset}) {
        ui::TablePanel panel(shop.workspace, table);
        show(panel);
        QCOMPARE(namelessWidgets(panel), QStringList());
    }
}

QObject* newTableTest() { return new TableTest; }

#include "TableTest.moc"
