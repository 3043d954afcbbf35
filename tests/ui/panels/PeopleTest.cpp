// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PanelTools.h"
#include "panels/AttestationDialog.h"
#include "panels/AttestationList.h"
#include "panels/DecisionDialog.h"
#include "panels/FindingsPanel.h"
#include "rules/Decisions.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

using namespace sallyport;
using namespace sallyport::ui;
using namespace sallyport::tests;

namespace {

const rules::ControlRef secretLeakage{"owasp-nhi-2025", "NHI2:2025"};

/// Does something in the modal dialog that the next click opens.
template <typename Dialog>
void inDialog(const std::function<void(Dialog&)>& act) {
    QTimer::singleShot(0, [act] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        act(*dialog);
        if (dialog->isVisible()) dialog->reject();
    });
}

template <typename Field>
Field* fieldOf(QDialog& dialog, const QString& label) {
    for (auto* one : dialog.findChildren<QLabel*>())
        if (one->buddy() && QString(one->text()).remove('&').startsWith(label)) return qobject_cast<Field*>(one->buddy());
    return nullptr;
}

bool says(const QWidget& panel, const QString& text) {
    for (const auto* label : panel.findChildren<QLabel*>())
        if (label->isVisibleTo(&panel) && label->text().contains(text, Qt::CaseInsensitive)) return true;
    return false;
}

/// The option of the choice whose text starts so.
void chooseState(QWidget& panel, const QString& text) {
    for (auto* box : panel.findChildren<QComboBox*>()) {
        const int at = box->findText(text, Qt::MatchStartsWith);
        if (at < 0) continue;
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
        return;
    }
    QFAIL(qPrintable(text));
}

QString daysFromNow(int days) { return QDate::currentDate().addDays(days).toString(Qt::ISODate); }

} // namespace

/// What people decide and vouch for, in the window.
class PeopleTest : public QObject, private OpenedModel {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        begin(samples::sharedGateway());
        workspace_->setPerson("Ada");
    }
    void cleanup() { end(); }

    void decisionNeedsAReasonAndAnOwner() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        panel.showFinding(workspace_->review()->findings.front().id());
        inDialog<DecisionDialog>([](DecisionDialog& dialog) {
            auto* accept = buttonNamed(dialog, "Decide");
            QVERIFY(accept && !accept->isEnabled());
            QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(), "Goes away in June.");
            QVERIFY(!accept->isEnabled());
            QTest::keyClicks(fieldOf<QLineEdit>(dialog, "Owner"), "Payments");
            QVERIFY(accept->isEnabled());
            auto* who = fieldOf<QLineEdit>(dialog, "Decided by");
            QCOMPARE(who->text(), QStringLiteral("Ada"));
            who->selectAll();
            QTest::keyClicks(who, "Grace");
            QTest::mouseClick(accept, Qt::LeftButton);
        });
        QTest::mouseClick(buttonNamed(panel, QString::fromUtf8("Decide…")), Qt::LeftButton);
        QCOMPARE(workspace_->model().decisions.size(), 1);
        const model::Decision decision = *workspace_->model().decisions.begin();
        QCOMPARE(decision.status, model::DecisionStatus::Accepted);
        QCOMPARE(decision.owner, QStringLiteral("Payments"));
        QCOMPARE(decision.decidedBy, QStringLiteral("Grace"));
        QVERIFY(decision.expiresAt && *decision.expiresAt > QDate::currentDate().toString(Qt::ISODate));
        QCOMPARE(workspace_->person(), QStringLiteral("Grace")); // asked again under the name given last
        workspace_->document().undo();
        QVERIFY(workspace_->model().decisions.isEmpty());
    }

    void openingAgainNeedsNoReason() {
        const rules::Finding finding = workspace_->review()->findings.front();
        DecisionDialog dialog({finding}, "Ada", QDate::currentDate());
        auto* status = fieldOf<QComboBox>(dialog, "Decision");
        status->setCurrentIndex(status->findText(model::label(model::DecisionStatus::Open)));
        dialog.show();
        QVERIFY(buttonNamed(dialog, "Decide")->isEnabled());
        QVERIFY(!dialog.decisions().front().expiresAt);
    }

    /// What is typed is what counts, or is refused: never another day.
    void theLastDayIsTyped() {
        const QDate today = QDate::currentDate();
        DecisionDialog dialog({workspace_->review()->findings.front()}, "Ada", today);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(), "Goes away soon.");
        QTest::keyClicks(fieldOf<QLineEdit>(dialog, "Owner"), "Payments");
        auto* day = fieldOf<DayField>(dialog, "Expires")->findChild<QLineEdit*>();
        const auto type = [day](const QString& typed) {
            day->selectAll();
            QTest::keyClicks(day, typed);
        };
        for (const QDate& typed : {today.addDays(12), today.addDays(400), today}) {
            type(typed.toString(Qt::ISODate));
            QVERIFY(buttonNamed(dialog, "Decide")->isEnabled());
            QCOMPARE(dialog.decisions().front().expiresAt, typed.toString(Qt::ISODate));
        }
        type(today.addDays(-1).toString(Qt::ISODate));
        QVERIFY(!buttonNamed(dialog, "Decide")->isEnabled());
        QVERIFY(says(dialog, "a last day that is not past"));
        for (const char* wrong : {"", "soon", "2027-02-30", "10.12.2026", "2027-01-01T00:00"}) {
            type(QString::fromLatin1(wrong));
            if (!*wrong) day->clear();
            QVERIFY2(!buttonNamed(dialog, "Decide")->isEnabled(), wrong);
            QVERIFY(says(dialog, "a last day, as in"));
        }
    }

    void severalAreDecidedInOneStep() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        auto* table = panel.findChild<QTableView*>();
        QVERIFY(table->model()->rowCount() > 3);
        table->setFocus();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 2)).center());
        for (int i = 0; i < 2; ++i) QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(buttonNamed(panel, QString::fromUtf8("Decide about 3…")));
        const int steps = workspace_->document().historyPosition();
        inDialog<DecisionDialog>([](DecisionDialog& dialog) {
            QCOMPARE(dialog.windowTitle(), QStringLiteral("Decide about 3 findings"));
            QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(), "Goes away in June.");
            QTest::keyClicks(fieldOf<QLineEdit>(dialog, "Owner"), "Payments");
            QTest::mouseClick(buttonNamed(dialog, "Decide"), Qt::LeftButton);
        });
        QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(workspace_->model().decisions.size(), 3);
        waitForReview();
        // The next one is chosen, and the keyboard is where it was.
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(panel.focusWidget(), table);
        panel.activateWindow(); // as a window manager does when a dialog is gone
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        chooseState(panel, "Decided");
        QCOMPARE(table->model()->rowCount(), 3);
        table->selectAll();
        QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(workspace_->model().decisions.size(), 0);
        QCOMPARE(workspace_->document().historyPosition(), steps + 2);
        workspace_->document().undo();
        QCOMPARE(workspace_->model().decisions.size(), 3);
        workspace_->document().undo();
        QVERIFY(workspace_->model().decisions.isEmpty());
    }

    /// Each choice of the filter says how many it would show.
    void choicesSayHowManyThereAre() {
        rules::Finding high;
        for (const rules::Finding& finding : workspace_->review()->findings)
            if (finding.severity == rules::Severity::High && finding.status == rules::FindingStatus::Violated) high = finding;
        model::Decision decision{high.rule,
                                 high.elementKey(),
                                 model::DecisionStatus::Accepted,
                                 QString("So it is."),
                                 QString("Ada"),
                                 {},
                                 QString("Ada"),
                                 {},
                                 daysFromNow(3)};
        QVERIFY(rules::decide(workspace_->document(), decision, QDate::currentDate()));
        waitForReview();
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        auto* table = panel.findChild<QTableView*>();
        QVERIFY(buttonNamed(panel, "Mine 1"));
        chooseState(panel, "Decided");
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(buttonNamed(panel, "High 1") && buttonNamed(panel, "Critical 0"));
        QTest::keyClicks(panel.findChild<QLineEdit*>(), "no such words");
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(buttonNamed(panel, "High 0") && buttonNamed(panel, "Mine 0"));
        panel.findChild<QLineEdit*>()->clear();
        chooseState(panel, "Undecided");
        QTest::mouseClick(buttonNamed(panel, "Mine 1"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 1); // nobody owns what is undecided: all there are
    }

    void decisionsAreFilteredAndTakenBack() {
        const auto findings = workspace_->review()->findings;
        QVERIFY(findings.size() > 4);
        const auto decide = [&](const rules::Finding& finding, const char* owner, int days) {
            const model::Decision decision{finding.rule,
                                           finding.elementKey(),
                                           model::DecisionStatus::Accepted,
                                           QString("So it is."),
                                           QString(owner),
                                           {},
                                           QString("Bob"),
                                           {},
                                           daysFromNow(days)};
            const auto done = rules::decide(workspace_->document(), decision, QDate::currentDate());
            QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        };
        decide(findings[0], "ada", 200); // names are compared without case
        decide(findings[1], "Payments", 5);
        waitForReview();
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        auto* table = panel.findChild<QTableView*>();
        const int open = table->model()->rowCount();
        chooseState(panel, "Decided");
        QCOMPARE(table->model()->rowCount(), 2);
        chooseState(panel, "Expiring");
        QCOMPARE(table->model()->rowCount(), 1);
        chooseState(panel, "Decided");
        QTest::mouseClick(buttonNamed(panel, "Mine"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QVERIFY(says(panel, "owned by ada") && says(panel, "expires in 200 days"));
        QTest::mouseClick(buttonNamed(panel, "Take back"), Qt::LeftButton);
        QCOMPARE(workspace_->model().decisions.size(), 1);
        waitForReview();
        QCOMPARE(table->model()->rowCount(), 0);
        QTest::mouseClick(buttonNamed(panel, "Mine"), Qt::LeftButton);
        chooseState(panel, "Undecided");
        QCOMPARE(table->model()->rowCount(), open + 1);
    }

    void aDecisionOutlivesItsFinding() {
        const auto& findings = workspace_->review()->findings;
        const auto about = std::find_if(findings.begin(), findings.end(), [](const rules::Finding& finding) {
            return finding.status == rules::FindingStatus::Violated && finding.elements.contains("gateway");
        });
        QVERIFY(about != findings.end());
        const model::Decision decision{about->rule,
                                       about->elementKey(),
                                       model::DecisionStatus::Accepted,
                                       QString("So it is."),
                                       QString("Ada"),
                                       {},
                                       QString("Ada"),
                                       {},
                                       daysFromNow(200)};
        QVERIFY(rules::decide(workspace_->document(), decision, QDate::currentDate()));
        QVERIFY(
            workspace_->edit("Delete", [](document::Editor& editor) { editor.erase(model::TableId::Component, "gateway"); }));
        waitForReview();
        QCOMPARE(workspace_->model().decisions.size(), 1);
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        chooseState(panel, "Settled");
        auto* table = panel.findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QVERIFY(!buttonNamed(panel, QString::fromUtf8("Decide again…")));
        QTest::mouseClick(buttonNamed(panel, "Take back"), Qt::LeftButton);
        QVERIFY(workspace_->model().decisions.isEmpty());
    }

    void attestingIsOneUndoableEdit() {
        AttestationList list(*workspace_, dialogs_);
        list.show(workspace_->review()->coverage.find(secretLeakage));
        show(list, {344, 500});
        QFile file(folder_->filePath("policy.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
        file.close();
        dialogs_.fileAnswer = file.fileName();
        inDialog<AttestationDialog>([](AttestationDialog& dialog) {
            auto* accept = buttonNamed(dialog, "Attest");
            auto* who = fieldOf<QLineEdit>(dialog, "By whom");
            QCOMPARE(who->text(), QStringLiteral("Ada"));
            who->clear();
            QVERIFY(!accept->isEnabled()); // nobody vouches
            QTest::keyClicks(who, "Platform team");
            QVERIFY(!accept->isEnabled()); // nor has anybody said anything
            QTest::keyClicks(fieldOf<QPlainTextEdit>(dialog, "Statement"), "Every push is scanned.");
            QVERIFY(accept->isEnabled());
            QTest::mouseClick(buttonNamed(dialog, QString::fromUtf8("&File…")), Qt::LeftButton);
            QVERIFY(says(dialog, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
            QTest::mouseClick(accept, Qt::LeftButton);
        });
        QTest::mouseClick(buttonNamed(list, QString::fromUtf8("Attest…")), Qt::LeftButton);
        QCOMPARE(workspace_->model().attestations.size(), 1);
        const model::Attestation given = *workspace_->model().attestations.begin();
        QCOMPARE(given.byWhom, QStringLiteral("Platform team"));
        QCOMPARE(given.evidence, QStringLiteral("policy.txt"));
        QCOMPARE(given.evidenceSha256->size(), 64);
        workspace_->document().undo();
        QVERIFY(workspace_->model().attestations.isEmpty());
    }

    void attestationIsChangedComparedAndTakenBack() {
        QFile file(folder_->filePath("policy.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
        file.close();
        const auto evidence = rules::evidenceOf(file.fileName());
        QVERIFY(evidence);
        const auto catalogue = workspace_->ruleSources().pack()->catalogue(secretLeakage.framework);
        const model::Attestation wanted{{},
                                        secretLeakage.framework,
                                        secretLeakage.id,
                                        "gateway",
                                        "Scanned <b>weekly</b>.",
                                        evidence->name,
                                        evidence->sha256,
                                        QString("Ada"),
                                        {},
                                        daysFromNow(3)};
        QVERIFY(rules::attest(workspace_->document(), wanted, *catalogue, QDate::currentDate()));
        waitForReview();
        AttestationList list(*workspace_, dialogs_);
        show(list, {344, 600});
        list.show(workspace_->review()->coverage.find(secretLeakage));
        QTRY_VERIFY(says(list, "expires in 3 days") && says(list, "policy.txt") && says(list, "about gateway"));
        for (const auto* label : list.findChildren<QLabel*>()) QVERIFY(label->textFormat() != Qt::RichText);

        dialogs_.fileAnswer = file.fileName();
        QTest::mouseClick(buttonNamed(list, QString::fromUtf8("Compare file…")), Qt::LeftButton);
        QVERIFY(says(list, "is the one that was attested"));
        QVERIFY(file.open(QIODevice::Append) && file.write("d") == 1);
        file.close();
        QTest::mouseClick(buttonNamed(list, QString::fromUtf8("Compare file…")), Qt::LeftButton);
        QVERIFY(says(list, "is not the one that was attested"));

        inDialog<AttestationDialog>([](AttestationDialog& dialog) {
            QCOMPARE(fieldOf<QComboBox>(dialog, "About")->currentData().toString(), QStringLiteral("gateway"));
            QTest::mouseClick(buttonNamed(dialog, "&No file"), Qt::LeftButton);
            QTest::keyClicks(dialog.findChildren<QLineEdit*>().first(), "https://example.org/policy");
            QTest::mouseClick(buttonNamed(dialog, "Change"), Qt::LeftButton);
        });
        QTest::mouseClick(buttonNamed(list, QString::fromUtf8("Change…")), Qt::LeftButton);
        QCOMPARE(workspace_->model().attestations.size(), 1);
        QVERIFY(!workspace_->model().attestations.begin()->evidenceSha256);
        QTest::mouseClick(buttonNamed(list, "Take back"), Qt::LeftButton);
        QVERIFY(workspace_->model().attestations.isEmpty());
    }
};

QObject* newPeopleTest() { return new PeopleTest; }

#include "PeopleTest.moc"
