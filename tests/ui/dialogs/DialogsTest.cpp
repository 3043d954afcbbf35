// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../inspector/AccessibleNames.h"
#include "../inspector/Shop.h"

#include "dialogs/AboutDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/FrameworksDialog.h"
#include "dialogs/IDialogs.h"
#include "dialogs/PolicyDialog.h"
#include "dialogs/ReportDialog.h"
#include "dialogs/ShortcutsDialog.h"
#include "rules/FrameworkChoice.h"
#include "style/MessageBar.h"
#include "style/SallyportStyle.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace sallyport;

namespace {

void show(QWidget& widget) {
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

QPushButton* button(const QWidget& root, const QString& text) {
    for (auto* one : root.findChildren<QPushButton*>())
        if (one->text().remove(QLatin1Char('&')) == text) return one;
    return nullptr;
}

/// Runs `act` on the dialog that opens next.
void whenOpen(const std::function<void(QDialog&)>& act) {
    QTimer::singleShot(0, qApp, [act] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        act(*dialog);
    });
}

} // namespace

class DialogsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePaletteFindsControlsByWhatPeopleCite();
    void thePaletteFindsElements();
    void thePaletteRunsActionsByKeyboard();
    void thePaletteGivesTheKeyboardBack();
    void theMessageBarSaysThreeLines();
    void refusalsSayThreeLines();
    void unsavedChangesAreAskedAbout();
    void nothingDestructiveIsDefault();
    void thePolicyIsSetInOneStep();
    void frameworksAreChosenInOneStep();
    void theReportIsChosen();
    void everythingHasAName();
};

void DialogsTest::initTestCase() { ui::SallyportStyle::apply(diagram::Theme::light()); }

void DialogsTest::thePaletteFindsControlsByWhatPeopleCite() {
    Shop shop;
    QWidget window;
    ui::CommandPalette palette(shop.workspace, &window);
    const auto first = [&](const QString& text) {
        const auto hits = palette.find(text);
        return hits.empty() ? ui::PaletteHit{} : hits.front();
    };
    QCOMPARE(first("NHI-02").kind, ui::PaletteHit::Kind::Control);
    QCOMPARE(first("NHI-02").control.id, QStringLiteral("NHI2:2025"));
    QCOMPARE(first("nhi2").control.id, QStringLiteral("NHI2:2025"));
    QCOMPARE(first("PR.AC-4").control.id, QStringLiteral("PR.AA-05"));
    QCOMPARE(first("SP 800-207 SC-4").kind, ui::PaletteHit::Kind::Control);
    QVERIFY(!first("SP 800-207 SC-4").control.id.isEmpty());
}

void DialogsTest::thePaletteFindsElements() {
    Shop shop;
    QWidget window;
    window.resize(900, 600);
    ui::CommandPalette palette(shop.workspace, &window);
    show(window);
    QSignalSpy went(&shop.workspace, &ui::Workspace::goToRequested);
    palette.open();
    auto* search = palette.findChild<QLineEdit*>();
    QTest::keyClicks(search, "web-sec");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(went.size(), 1);
    QCOMPARE(shop.workspace.current(), shop.secret);
    QVERIFY(!palette.isVisible());
    QCOMPARE(palette.find(shop.bff).front().element, shop.bff); // by id
    const auto ofKind = palette.find("password");               // by kind: the secret's own kind is a password
    QVERIFY(std::any_of(ofKind.begin(), ofKind.end(), [&](const ui::PaletteHit& hit) { return hit.element == shop.secret; }));
    std::optional<ui::PaletteHit> chosen;
    palette.setOnChosen([&](const ui::PaletteHit& hit) { chosen = hit; });
    palette.open("NHI-02");
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(chosen && chosen->kind == ui::PaletteHit::Kind::Control);
}

void DialogsTest::thePaletteRunsActionsByKeyboard() {
    Shop shop;
    QWidget window;
    window.resize(900, 600);
    ui::CommandPalette palette(shop.workspace, &window);
    QAction tidy("&Tidy"), fit("Zoom to &fit"), off("Tidy nothing");
    off.setEnabled(false);
    palette.setActions([&] { return QList<QAction*>{&tidy, &fit, &off}; });
    show(window);
    QSignalSpy fitted(&fit, &QAction::triggered);
    palette.open();
    auto* search = palette.findChild<QLineEdit*>();
    QCOMPARE(palette.find({}).size(), 2u); // with nothing typed: all that can be done
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(fitted.size(), 1);
    QCOMPARE(palette.find("tidy").size(), 1u);
}

void DialogsTest::thePaletteGivesTheKeyboardBack() {
    Shop shop;
    QWidget window;
    window.resize(900, 600);
    QLineEdit field(&window);
    ui::CommandPalette palette(shop.workspace, &window);
    show(window);
    field.setFocus();
    palette.open();
    QVERIFY(palette.isVisible());
    QCOMPARE(palette.width(), 560);
    QVERIFY(palette.y() < window.height() / 3);
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(field.hasFocus());
}

void DialogsTest::theMessageBarSaysThreeLines() {
    ui::MessageBar bar;
    bar.showError({"It is broken.", "shop.sallyport", "Mend it."});
    QCOMPARE(bar.text(), QStringLiteral("It is broken.\nshop.sallyport\nMend it."));
    QTest::mouseClick(bar.findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(bar.isHidden());
    bar.showNotice("Saved.", 0);
    QCOMPARE(bar.text(), QStringLiteral("Saved."));
}

void DialogsTest::refusalsSayThreeLines() {
    ui::Dialogs dialogs(nullptr);
    QStringList said;
    whenOpen([&](QDialog& dialog) {
        for (auto* label : dialog.findChildren<QLabel*>())
            if (!label->text().isEmpty()) said << label->text();
        QTest::keyClick(&dialog, Qt::Key_Escape);
    });
    dialogs.refuse("Open", {"It is broken.", "shop.sallyport", "Mend it."});
    QCOMPARE(said, (QStringList{"It is broken.", "shop.sallyport", "Mend it."}));
}

void DialogsTest::unsavedChangesAreAskedAbout() {
    ui::Dialogs dialogs(nullptr);
    whenOpen([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); });
    QCOMPARE(dialogs.askToSave("shop"), ui::UnsavedAnswer::Save);
    whenOpen([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
    QCOMPARE(dialogs.askToSave("shop"), ui::UnsavedAnswer::Cancel);
    whenOpen([](QDialog& dialog) {
        for (auto* one : dialog.findChildren<QPushButton*>())
            if (one->text().contains("Discard") || one->text().contains("Don't Save"))
                return QTest::mouseClick(one, Qt::LeftButton);
        dialog.reject();
    });
    QCOMPARE(dialogs.askToSave("shop"), ui::UnsavedAnswer::Discard);
}

void DialogsTest::nothingDestructiveIsDefault() {
    ui::Dialogs dialogs(nullptr);
    whenOpen([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); });
    QVERIFY(!dialogs.confirm({"Delete snapshot", "It cannot be brought back.", "Delete", true}));
    whenOpen([](QDialog& dialog) { QTest::mouseClick(button(dialog, "Delete"), Qt::LeftButton); });
    QVERIFY(dialogs.confirm({"Delete snapshot", "It cannot be brought back.", "Delete", true}));
    whenOpen([](QDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); });
    QVERIFY(dialogs.confirm({"Go on", "It takes a while.", "Go on", false}));
}

void DialogsTest::frameworksAreChosenInOneStep() {
    Shop shop;
    const int before = shop.steps();
    const auto press = [](ui::FrameworksDialog& dialog, const QString& text) {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->text() == text) return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(text));
    };
    const auto states = [&shop] {
        return rules::frameworkStates(shop.workspace.model(), *shop.workspace.ruleSources().pack());
    };
    {
        ui::FrameworksDialog dialog(shop.workspace);
        show(dialog);
        const auto boxes = dialog.findChildren<QCheckBox*>();
        QCOMPARE(static_cast<std::size_t>(boxes.size()), states().size());
        for (std::size_t i = 0; i < states().size(); ++i) {
            QCheckBox* box = boxes[static_cast<qsizetype>(i)];
            QCOMPARE(box->isChecked(), states()[i].enabled);
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Space);
        }
        press(dialog, "Choose");
    }
    QCOMPARE(shop.steps(), before + 1);
    for (const rules::FrameworkState& state : states()) QCOMPARE(state.enabled, !state.byDefault);
    {
        ui::FrameworksDialog dialog(shop.workspace);
        show(dialog);
        press(dialog, "Defaults");
        press(dialog, "Choose");
    }
    for (const rules::FrameworkState& state : states()) QCOMPARE(state.enabled, state.byDefault);
    {
        ui::FrameworksDialog dialog(shop.workspace);
        show(dialog);
        press(dialog, "Choose");
    }
    QCOMPARE(shop.steps(), before + 2); // nothing changed, so nothing to undo
}

void DialogsTest::thePolicyIsSetInOneStep() {
    Shop shop;
    const int before = shop.steps();
    {
        ui::PolicyDialog dialog(shop.workspace);
        show(dialog);
        auto* value = dialog.findChild<QSpinBox*>(); // the life of an access token
        QCOMPARE(value->value(), 3600);
        value->setFocus();
        value->selectAll();
        QTest::keyClicks(value, "900");
        QTest::mouseClick(button(dialog, "Set policy"), Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }
    QCOMPARE(shop.steps(), before + 1);
    QCOMPARE(shop.model().policy.size(), 1);
    QCOMPARE(shop.model().policy.find("max_access_token_s")->value, 900);
    ui::PolicyDialog again(shop.workspace);
    QCOMPARE(again.findChild<QSpinBox*>()->value(), 900);
    again.findChild<QSpinBox*>()->setValue(3600);
    again.accept();
    QVERIFY(shop.model().policy.isEmpty()); // a default is not written
}

void DialogsTest::theReportIsChosen() {
    ui::Dialogs dialogs(nullptr);
    ui::ReportDialog dialog(dialogs, "/tmp/shop", report::ReportOptions::of(report::Extent::Review));
    show(dialog);
    QCOMPARE(dialog.path(), QStringLiteral("/tmp/shop.pdf"));
    QCOMPARE(dialog.options().sections, report::ReportOptions::sectionsOf(report::Extent::Review));
    QVERIFY(!dialog.options().allElements);
    const auto segments = dialog.findChildren<QRadioButton*>();
    QVERIFY(segments[1]->isChecked());
    QTest::mouseClick(segments[0], Qt::LeftButton);
    QCOMPARE(dialog.options().sections, report::ReportOptions::sectionsOf(report::Extent::Summary));
    for (auto* box : dialog.findChildren<QCheckBox*>())
        if (box->text() == "Findings") box->click();
    QVERIFY(dialog.options().sections.contains(report::Section::Findings));
    QVERIFY(!segments[0]->isChecked()); // no longer one of the three
}

void DialogsTest::everythingHasAName() {
    Shop shop;
    ui::Dialogs dialogs(nullptr);
    ui::PolicyDialog policy(shop.workspace);
    ui::AboutDialog about;
    QAction open("&Open…");
    open.setShortcut(QKeySequence("Ctrl+O"));
    ui::ShortcutsDialog keys({ui::ShortcutGroup::of("Files", {&open})});
    ui::ReportDialog report(dialogs, "/tmp/shop.pdf", {});
    for (QWidget* one : std::initializer_list<QWidget*>{&policy, &about, &keys, &report}) {
        show(*one);
        QCOMPARE(namelessWidgets(*one), QStringList());
    }
}

QTEST_MAIN(DialogsTest)

#include "DialogsTest.moc"
