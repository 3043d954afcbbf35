// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PartPictures.h"

#include "FakeDialogs.h"
#include "dialogs/FrameworksDialog.h"
#include "panels/AttestationDialog.h"
#include "panels/ControlPanel.h"
#include "panels/ControlSelection.h"
#include "panels/CoveragePanel.h"
#include "panels/DecisionDialog.h"
#include "panels/FindingsPanel.h"
#include "panels/RowList.h"
#include "rules/Decisions.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QComboBox>
#include <QDir>
#include <QTest>

namespace sallyport::tests {

namespace {

const rules::ControlRef leakage{"owasp-nhi-2025", "NHI2:2025"};

class Parts {
public:
    Parts(const QString& folder, const QStringList& words, const diagram::Theme& theme, const QString& ending)
        : folder_(folder), words_(words), ending_(ending) {
        ui::SallyportStyle::apply(theme);
        auto document = document::Document::open(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport"));
        if (!document) qFatal("eshop does not open");
        workspace_.setTheme(theme);
        workspace_.setDocument(std::move(*document));
        vouch();
        (void)QTest::qWaitFor([this] { return workspace_.review() && workspace_.isReviewCurrent(); }, 30000);
    }

    void takeAll() {
        const QDate today = QDate::currentDate();
        ui::DecisionDialog decision({workspace_.review()->findings.front()}, "Ada Lovelace", today);
        take(decision, {}, "decision");
        const model::Attestation& known = *workspace_.model().attestations.begin();
        ui::AttestationDialog attestation(*workspace_.review()->coverage.find(leakage), workspace_.model(), &known,
                                          "Ada Lovelace", today, dialogs_);
        take(attestation, {}, "attestation");
        ui::FrameworksDialog frameworks(workspace_);
        take(frameworks, {}, "frameworks");
        ui::FindingsPanel findings(workspace_, selection_);
        take(findings, {1080, 360}, "findings");
        takeCoverage();
        selection_.setControl(leakage);
        ui::ControlPanel control(workspace_, selection_, dialogs_);
        show(control, {344, 1000});
        auto* elements = control.findChildren<ui::RowList*>().last();
        QTest::mouseClick(elements->viewport(), Qt::LeftButton, {}, {40, 20});
        take(control, {344, 1000}, "control");
    }

private:
    /// Two attestations, one of which ends soon, and two decisions.
    void vouch() {
        const auto day = [](int days) { return QDate::currentDate().addDays(days).toString(Qt::ISODate); };
        const auto done = workspace_.edit("Decide", [&](document::Editor& editor) {
            model::Attestation file{document::Editor::newId<model::Attestation>(),
                                    leakage.framework,
                                    leakage.id,
                                    {},
                                    "Every repository is scanned for secrets on each push, and a hit stops the build.",
                                    QString("secret-scanning-policy.pdf"),
                                    QString(64, QLatin1Char('3')),
                                    QString("Platform team"),
                                    day(-20),
                                    day(12)};
            editor.put(file);
            file.id = document::Editor::newId<model::Attestation>();
            file.evidence = "https://example.org/runbooks/rotation";
            file.evidenceSha256.reset();
            file.statement = "Leaked secrets are replaced within a day.";
            file.expiresAt = day(300);
            editor.put(file);
        });
        if (!done) qFatal("eshop cannot be changed");
    }

    static void show(QWidget& part, const QSize& size) {
        if (size.isValid()) part.resize(size);
        part.show();
        (void)QTest::qWaitForWindowExposed(&part);
        QTest::qWait(300);
    }

    void take(QWidget& part, const QSize& size, const QString& name) {
        if (!words_.isEmpty() && !words_.contains(name)) return;
        show(part, size);
        if (!part.grab().save(QDir(folder_).filePath(QString("part-%1%2.png").arg(name, ending_))))
            qFatal("the picture cannot be written");
    }

    void takeCoverage() {
        ui::CoveragePanel coverage(workspace_, selection_);
        for (auto* box : coverage.findChildren<QComboBox*>()) {
            if (box->accessibleName() != "Bars of the chart") continue;
            for (int i = 0; i < box->count(); ++i) {
                box->setCurrentIndex(i);
                Q_EMIT box->activated(i);
                take(coverage, {312, 900}, QString("coverage-%1").arg(i));
            }
        }
    }

    QString folder_;
    QStringList words_;
    QString ending_;
    ui::Workspace workspace_;
    ui::ControlSelection selection_;
    FakeDialogs dialogs_;
};

} // namespace

void takeParts(const QString& folder, const QStringList& words) {
    Parts(folder, words, diagram::Theme::light(), "").takeAll();
    Parts(folder, words, diagram::Theme::dark(), "-dark").takeAll();
}

} // namespace sallyport::tests
