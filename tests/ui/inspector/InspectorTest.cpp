// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccessibleNames.h"
#include "Shop.h"

#include "inspector/ElementChooser.h"
#include "inspector/Inspector.h"
#include "inspector/LinkCard.h"
#include "inspector/LinkSection.h"
#include "inspector/QuestionBox.h"
#include "style/CardButton.h"
#include "style/Chip.h"
#include "style/SectionHeader.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

using namespace sallyport;

namespace {

ui::QuestionBox* box(const ui::Inspector& inspector, const QString& attribute) {
    for (auto* one : inspector.findChildren<ui::QuestionBox*>(attribute))
        if (one->isVisible()) return one;
    return nullptr;
}

QRadioButton* segment(const ui::QuestionBox& question, const QString& text) {
    for (auto* one : question.findChildren<QRadioButton*>())
        if (one->text() == text) return one;
    return nullptr;
}

QPushButton* button(const QWidget& root, const QString& text) {
    for (auto* one : root.findChildren<QPushButton*>())
        if (one->text() == text && one->isVisible()) return one;
    return nullptr;
}

/// Types into the chooser that is open, and takes what it offers.
bool choose(const QString& text) {
    for (QWidget* popup : QApplication::topLevelWidgets()) {
        auto* chooser = qobject_cast<ui::ElementChooser*>(popup);
        if (!chooser || !chooser->isVisible()) continue;
        auto* search = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Return);
        return true;
    }
    return false;
}

void show(QWidget& widget) {
    widget.resize(316, 900);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersByClicking();
    void answersByKeyboard();
    void answersFromAList();
    void typingIsOneStepAndKeepsTheKeyboard();
    void durationsAreTypedInTheirUnit();
    void datesAreTakenWhenTheyAreWhole();
    void membersOfASetAreAnsweredOneByOne();
    void namedMembersAreAddedAndRemoved();
    void severalElementsAreAnsweredAtOnce();
    void anIdentityIsMadeAndAssigned();
    void aSecretIsHeldAndItsFormSaid();
    void theNameIsTyped();
    void unknownOnlyShowsWhatIsOpen();
    void kindsShowWhatMattersToThem();
    void withNothingSelectedTheModelIsShown();
    void aLinkLeadsToTheOther();
    void aFindingIsShownAndMended();
    void whatAFindingAsksIsAnsweredHere();
    void everythingHasAName();
};

void InspectorTest::answersByClicking() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    auto* question = box(inspector, "component.session_isolation");
    QVERIFY(question);
    QVERIFY(question->isUnknownHere());
    const int before = shop.steps();
    QTest::mouseClick(segment(*question, "Per frontend"), Qt::LeftButton);
    QCOMPARE(shop.component(shop.bff).sessionIsolation, std::optional(model::SessionIsolation::PerFrontend));
    QCOMPARE(shop.steps(), before + 1);
    QVERIFY(!question->isUnknownHere());
    shop.undo();
    QVERIFY(!shop.component(shop.bff).sessionIsolation);
    QVERIFY(question->isUnknownHere());
    QVERIFY(segment(*question, "Unknown")->isChecked());
    QTest::mouseClick(segment(*question, "Shared"), Qt::LeftButton);
    QTest::mouseClick(segment(*question, "Unknown"), Qt::LeftButton);
    QVERIFY(!shop.component(shop.bff).sessionIsolation);
}

void InspectorTest::answersByKeyboard() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QVERIFY(inspector.showQuestion("component.session_isolation"));
    auto* unknown = qobject_cast<QRadioButton*>(QApplication::focusWidget());
    QVERIFY(unknown);
    QCOMPARE(unknown->text(), QStringLiteral("Unknown")); // the chosen one is where Tab stops
    QTest::keyClick(unknown, Qt::Key_Left);
    QCOMPARE(shop.component(shop.bff).sessionIsolation, std::optional(model::SessionIsolation::PerFrontend));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(shop.component(shop.bff).sessionIsolation, std::optional(model::SessionIsolation::Shared));
}

void InspectorTest::answersFromAList() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.call});
    QVERIFY(inspector.showQuestion("flow.authn"));
    auto* list = box(inspector, "flow.authn")->findChild<QComboBox*>();
    QVERIFY(list);
    QCOMPARE(list->currentText(), QStringLiteral("Unknown"));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(shop.model().flows.find({shop.call})->authn, std::optional(model::Authn::None));
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(!shop.model().flows.find({shop.call})->authn);
}

void InspectorTest::typingIsOneStepAndKeepsTheKeyboard() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QVERIFY(inspector.showQuestion("component.owner"));
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    const int before = shop.steps();
    QTest::keyClicks(line, "Team Shop ");
    QCOMPARE(QApplication::focusWidget(), line);
    QCOMPARE(line->text(), QStringLiteral("Team Shop ")); // not tidied while it is typed
    QCOMPARE(shop.component(shop.bff).owner, std::optional(QStringLiteral("Team Shop ")));
    QCOMPARE(shop.steps(), before + 1);
    QTest::keyClick(line, Qt::Key_Return); // ends the step
    QTest::keyClicks(line, "A");
    QCOMPARE(shop.steps(), before + 2);
    shop.undo();
    shop.undo();
    QVERIFY(!shop.component(shop.bff).owner);
    QCOMPARE(line->text(), QString());
}

void InspectorTest::durationsAreTypedInTheirUnit() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QVERIFY(inspector.showQuestion("component.session_absolute_s"));
    auto* question = box(inspector, "component.session_absolute_s");
    auto* unit = question->findChild<QComboBox*>();
    auto* line = question->findChild<QLineEdit*>();
    unit->setFocus();
    QTest::keyClicks(unit, "h");
    QCOMPARE(unit->currentText(), QStringLiteral("h"));
    line->setFocus();
    QTest::keyClicks(line, "8");
    QCOMPARE(shop.component(shop.bff).sessionAbsoluteS, model::Number(8 * 3600));
    QTest::keyClicks(line, "x");
    QCOMPARE(shop.component(shop.bff).sessionAbsoluteS, model::Number(8 * 3600));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), QStringLiteral("8"));
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Delete);
    QVERIFY(!shop.component(shop.bff).sessionAbsoluteS);
}

void InspectorTest::datesAreTakenWhenTheyAreWhole() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.identity});
    QVERIFY(inspector.showQuestion("identity.last_reviewed"));
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    int refusals = 0;
    connect(&shop.workspace, &ui::Workspace::refused, this, [&] { ++refusals; });
    QTest::keyClicks(line, "2026-10-3");
    QVERIFY(!shop.model().identities.find({shop.identity})->lastReviewed);
    QTest::keyClicks(line, "1");
    QCOMPARE(shop.model().identities.find({shop.identity})->lastReviewed, model::Text("2026-10-31"));
    QCOMPARE(refusals, 0);
}

void InspectorTest::membersOfASetAreAnsweredOneByOne() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    auto* question = box(inspector, "component.csrf_defence");
    QVERIFY(question);
    ui::Chip* chip = nullptr;
    for (auto* one : question->findChildren<ui::Chip*>())
        if (one->text() == "SameSite cookie") chip = one;
    QVERIFY(chip);
    const model::ComponentId id{shop.bff};
    const QString what = "csrf_defence.samesite";
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(shop.model().has(id, what), std::optional(true));
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(shop.model().has(id, what), std::optional(false));
    QTest::keyClick(chip, Qt::Key_U);
    QCOMPARE(shop.model().has(id, what), std::nullopt);
    QVERIFY(question->isUnknownHere());
    QTest::keyClick(chip, Qt::Key_Y);
    const int before = shop.steps();
    QTest::mouseClick(button(*question, "No others"), Qt::LeftButton);
    QCOMPARE(shop.steps(), before + 1);
    QCOMPARE(shop.model().has(id, what), std::optional(true));
    QCOMPARE(shop.model().has(id, "csrf_defence.anti_forgery_token"), std::optional(false));
    QTest::keyClick(chip, Qt::Key_Right);
    QVERIFY(QApplication::focusWidget() != chip);
    QVERIFY(qobject_cast<ui::Chip*>(QApplication::focusWidget()));
}

void InspectorTest::namedMembersAreAddedAndRemoved() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QVERIFY(inspector.showQuestion("component.oauth_redirect_uri"));
    auto* question = box(inspector, "component.oauth_redirect_uri");
    auto* line = question->findChild<QLineEdit*>();
    QTest::keyClicks(line, "https://shop.example/cb");
    QTest::keyClick(line, Qt::Key_Return);
    const model::ComponentId id{shop.bff};
    QCOMPARE(shop.model().has(id, "oauth_redirect_uri.https://shop.example/cb"), std::optional(true));
    auto* chip = question->findChild<ui::Chip*>();
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(shop.model().has(id, "oauth_redirect_uri.https://shop.example/cb"), std::nullopt);
    QVERIFY(inspector.showQuestion("component.open_to"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(choose(shop.model().nameOf(shop.zone)));
    QVERIFY(shop.model().openTo.contains({id, model::ZoneId{shop.zone}}));
}

void InspectorTest::severalElementsAreAnsweredAtOnce() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff, shop.api});
    QVERIFY(inspector.showQuestion("component.environment"));
    QVERIFY(!box(inspector, "component.session_isolation")); // a backend is not asked
    auto* list = box(inspector, "component.environment")->findChild<QComboBox*>();
    QVERIFY(list);
    const int before = shop.steps();
    QTest::keyClicks(list, "Pro");
    QCOMPARE(shop.component(shop.bff).environment, std::optional(model::Environment::Prod));
    QCOMPARE(shop.component(shop.api).environment, std::optional(model::Environment::Prod));
    QCOMPARE(shop.steps(), before + 1);
    shop.workspace.edit("Differ",
                        [&](document::Editor& editor) { editor.set(model::TableId::Component, shop.api, "environment", {}); });
    QCOMPARE(list->currentIndex(), -1);
}

void InspectorTest::anIdentityIsMadeAndAssigned() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QTest::mouseClick(button(inspector, "Assign an identity…"), Qt::LeftButton);
    QVERIFY(choose("web-client"));
    QVERIFY(shop.model().assignments.contains({model::IdentityId{shop.identity}, model::ComponentId{shop.bff}}));
    QTest::mouseClick(button(inspector, "Assign an identity…"), Qt::LeftButton);
    const int before = shop.steps();
    QVERIFY(choose("night-job"));
    QCOMPARE(shop.steps(), before + 1);
    QCOMPARE(shop.model().assignments.size(), 2);
    QCOMPARE(shop.model().identities.size(), 2);
    shop.undo();
    QCOMPARE(shop.model().identities.size(), 1);
    // Taking one away leaves the identity itself.
    ui::LinkCard* card = nullptr;
    for (auto* one : inspector.findChildren<ui::LinkCard*>())
        if (one->isVisible()) card = one;
    QVERIFY(card);
    card->setOpen(true);
    QTest::mouseClick(button(*card, "Remove"), Qt::LeftButton);
    QTRY_VERIFY(shop.model().assignments.isEmpty());
    QCOMPARE(shop.model().identities.size(), 1);
}

void InspectorTest::aSecretIsHeldAndItsFormSaid() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QTest::mouseClick(button(inspector, "Hold a secret"), Qt::LeftButton);
    QVERIFY(choose("web-secret"));
    const model::Holding* holding = shop.model().holdings.find({model::SecretId{shop.secret}, model::ComponentId{shop.bff}});
    QVERIFY(holding);
    QVERIFY(!holding->storageForm);
    QVERIFY(inspector.showQuestion("holding.storage_form"));
    auto* list = qobject_cast<QComboBox*>(QApplication::focusWidget());
    QVERIFY(list);
    QTest::keyClicks(list, "Env");
    QCOMPARE(shop.model().holdings.begin()->storageForm, std::optional(model::StorageForm::EnvVar));
    shop.undo();
    shop.undo();
    QVERIFY(shop.model().holdings.isEmpty());
}

void InspectorTest::theNameIsTyped() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    inspector.editName();
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    const int before = shop.steps();
    int refusals = 0;
    connect(&shop.workspace, &ui::Workspace::refused, this, [&] { ++refusals; });
    QTest::keyClick(line, Qt::Key_Backspace); // empty for a moment: not a name, not an error
    QTest::keyClicks(line, "web bff");
    QCOMPARE(shop.component(shop.bff).name, QStringLiteral("web bff"));
    QCOMPARE(shop.steps(), before + 1);
    QCOMPARE(refusals, 0);
}

void InspectorTest::unknownOnlyShowsWhatIsOpen() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.call});
    inspector.setUnknownOnly(true);
    for (auto* one : inspector.findChildren<ui::QuestionBox*>())
        if (one->isVisible()) QVERIFY2(one->isUnknownHere(), qPrintable(one->objectName()));
    QVERIFY(box(inspector, "flow.tls"));
    shop.workspace.edit("TLS",
                        [&](document::Editor& editor) { editor.set(model::TableId::Flow, shop.call, "tls", QString("1.3")); });
    QVERIFY(!box(inspector, "flow.tls"));
    inspector.setUnknownOnly(false);
    QVERIFY(box(inspector, "flow.tls"));
}

void InspectorTest::kindsShowWhatMattersToThem() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    QVERIFY(box(inspector, "component.csrf_defence"));
    shop.workspace.select({shop.api});
    QVERIFY(!box(inspector, "component.csrf_defence"));
    shop.workspace.edit(
        "Kind", [&](document::Editor& editor) { editor.set(model::TableId::Component, shop.api, "kind", QString("bff")); });
    QVERIFY(box(inspector, "component.csrf_defence"));
}

void InspectorTest::withNothingSelectedTheModelIsShown() {
    Shop shop;
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    inspector.editName();
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, "Shop");
    QCOMPARE(shop.model().title(), QStringLiteral("Shop"));
    QTest::keyClicks(inspector.findChild<QPlainTextEdit*>(), "Draft.");
    QCOMPARE(shop.model().meta.find("notes")->value, QStringLiteral("Draft."));
    shop.undo();
    QVERIFY(!shop.model().meta.find("notes"));
}

void InspectorTest::aLinkLeadsToTheOther() {
    Shop shop;
    QString leg;
    shop.workspace.edit("Forward", [&](document::Editor& editor) {
        const auto made = document::addFlow(editor, {shop.api}, {shop.bff});
        editor.put(model::FlowContinues{{shop.call}, made});
        leg = made.value;
    });
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.call});
    for (auto* header : inspector.findChildren<ui::SectionHeader*>())
        if (header->isVisible() && header->text() == "Forwards") QTest::mouseClick(header, Qt::LeftButton);
    ui::LinkCard* card = nullptr;
    const auto visible = [&] {
        for (auto* one : inspector.findChildren<ui::LinkCard*>())
            if (one->isVisible()) card = one;
        return card;
    };
    QTRY_VERIFY(visible());
    // The same page then shows the other flow, without that card.
    auto* jump = card->findChild<QToolButton*>();
    QVERIFY(jump);
    QTest::mouseClick(jump, Qt::LeftButton);
    QTRY_COMPARE(shop.workspace.selection(), QStringList{leg});
}

void InspectorTest::aFindingIsShownAndMended() {
    Shop shop;
    shop.workspace.edit("A browser holds a client secret", [&](document::Editor& editor) {
        editor.set(model::TableId::Component, shop.bff, "kind", QString("client_browser"));
        editor.set(model::TableId::Secret, shop.secret, "kind", QString("client_secret"));
        editor.set(model::TableId::Secret, shop.secret, "per_device", qint64(0));
        editor.put(model::Holding{{shop.secret}, {shop.bff}, {}, {}});
    });
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.bff});
    ui::SectionHeader* findings = nullptr;
    for (auto* one : inspector.findChildren<ui::SectionHeader*>())
        if (one->isVisible() && one->text() == "Findings") findings = one;
    QVERIFY(findings);
    QTest::mouseClick(findings, Qt::LeftButton);
    const auto card = [&] {
        ui::CardButton* found = nullptr;
        for (auto* one : inspector.findChildren<ui::CardButton*>())
            if (one->isVisible() && one->secondLine().contains("TBM-201")) found = one;
        return found;
    };
    QVERIFY(QTest::qWaitFor([&] { return shop.workspace.isReviewCurrent(); }, 20000));
    QTRY_VERIFY(card() && card()->height() > 20); // laid out
    QTest::mouseClick(card(), Qt::LeftButton);
    auto* mend = button(inspector, "Do it");
    QVERIFY(mend);
    QTRY_VERIFY(mend->height() > 20);
    const int before = shop.steps();
    connect(&shop.workspace, &ui::Workspace::refused, this, [](const Error& error) { QFAIL(qPrintable(error.text())); });
    QTest::mouseClick(mend, Qt::LeftButton);
    QTRY_VERIFY(shop.model().holdings.isEmpty());
    QCOMPARE(shop.steps(), before + 1);
    QTRY_VERIFY_WITH_TIMEOUT(!card(), 20000);
    shop.undo();
    QCOMPARE(shop.model().holdings.size(), 1);
}

/// A backend is not asked for cookies usually; one that sets a session cookie is, by a finding.
void InspectorTest::whatAFindingAsksIsAnsweredHere() {
    Shop shop;
    shop.workspace.edit("The backend sets a session cookie", [&](document::Editor& editor) {
        editor.set(model::TableId::Secret, shop.secret, "kind", QString("session_cookie"));
        editor.put(model::Holding{{shop.secret}, {shop.api}, {}, {}});
    });
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    shop.workspace.select({shop.api});
    QVERIFY(QTest::qWaitFor([&] { return shop.workspace.isReviewCurrent(); }, 20000));
    const auto header = [&](const QString& title) {
        ui::SectionHeader* found = nullptr;
        for (auto* one : inspector.findChildren<ui::SectionHeader*>())
            if (one->isVisible() && one->text() == title) found = one;
        return found;
    };
    QTRY_VERIFY(header("Cookie"));
    QVERIFY(header("Findings"));
    QTest::mouseClick(header("Findings"), Qt::LeftButton);
    ui::CardButton* card = nullptr;
    const auto shown = [&] {
        for (auto* one : inspector.findChildren<ui::CardButton*>())
            if (one->isVisible() && one->secondLine().contains("TBM-109") && one->height() > 20) card = one;
        return card;
    };
    QTRY_VERIFY(shown());
    QTest::mouseClick(card, Qt::LeftButton);
    QLabel* link = nullptr;
    for (auto* label : inspector.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains("Answer first") && label->text().contains("Secure")) link = label;
    QVERIFY(link);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Tab); // to the link
    QTest::keyClick(link, Qt::Key_Return);
    QTRY_VERIFY(box(inspector, "component.cookie_secure"));
    auto* question = box(inspector, "component.cookie_secure");
    QVERIFY(question->isUnknownHere());
    QTRY_VERIFY(question->isAncestorOf(inspector.focusWidget()));
    auto* yes = segment(*question, "Yes");
    QVERIFY(yes);
    QTest::mouseClick(yes, Qt::LeftButton);
    QTRY_COMPARE(shop.component(shop.api).cookieSecure, std::optional(true));
    QVERIFY(QTest::qWaitFor([&] { return shop.workspace.isReviewCurrent(); }, 20000));
    QVERIFY(question->isVisible()); // what was answered stays under the pointer
    shop.workspace.select({shop.bff});
    shop.workspace.select({shop.api});
    QVERIFY(!box(inspector, "component.cookie_secure") || box(inspector, "component.cookie_http_only"));
    QVERIFY(inspector.ask(shop.call, "flow.continues"));
    QCOMPARE(shop.workspace.selection(), QStringList{shop.call});
}

void InspectorTest::everythingHasAName() {
    Shop shop;
    shop.workspace.edit("Hold", [&](document::Editor& editor) {
        editor.put(model::Holding{{shop.secret}, {shop.bff}, {}, {}});
        editor.put(model::Assignment{{shop.identity}, {shop.bff}});
        model::Grant grant;
        grant.id = {QStringLiteral("g1")};
        grant.identity = {shop.identity};
        grant.target = {shop.api};
        editor.put(grant);
    });
    ui::Inspector inspector(shop.workspace);
    show(inspector);
    QCOMPARE(namelessWidgets(inspector), QStringList());
    for (const QString& id :
         {shop.bff, shop.api, shop.zone, shop.call, shop.identity, shop.secret, shop.data, QStringLiteral("g1")}) {
        shop.workspace.select({id});
        for (auto* header : inspector.findChildren<ui::SectionHeader*>())
            if (header->isVisible() && !header->isChecked()) QTest::mouseClick(header, Qt::LeftButton);
        for (auto* card : inspector.findChildren<ui::LinkCard*>())
            if (card->isVisible()) card->setOpen(true);
        QCOMPARE(namelessWidgets(inspector), QStringList());
    }
}

QObject* newInspectorTest() { return new InspectorTest; }

#include "InspectorTest.moc"
