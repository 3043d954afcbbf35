// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the pictures of the window that the README shows: bin/pictures FOLDER. Offscreen unless told otherwise.
#include "FakeDialogs.h"
#include "PartPictures.h"

#include "FileActions.h"
#include "MainWindow.h"
#include "Workbench.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "panels/AdvicePanel.h"
#include "panels/ControlSelection.h"
#include "panels/RowList.h"
#include "ruleeditor/RuleEditor.h"
#include "ruleeditor/RuleTextEdit.h"
#include "ruleeditor/SchemaPanel.h"
#include "ruleeditor/TrialPanel.h"
#include "style/SallyportStyle.h"
#include "workspace/WhatIf.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sallyport;

namespace {

struct Shot {
    const char* file;
    const char* model; ///< empty: the welcome page
    ui::Lens lens;
    const char* select;
    const char* target;
    const char* theme;
};

constexpr Shot shots[] = {
    {"welcome", "", ui::Lens::Design, "", "", "light"},
    {"empty", "new", ui::Lens::Design, "", "", "light"},
    {"design", "gateway-and-bffs", ui::Lens::Design, "web-bff", "", "light"},
    {"design-dark", "gateway-and-bffs", ui::Lens::Design, "web-bff", "", "dark"},
    {"blast", "shared-gateway", ui::Lens::Blast, "gateway", "payouts-api", "light"},
    {"blast-dark", "shared-gateway", ui::Lens::Blast, "gateway", "payouts-api", "dark"},
    {"eshop", "eshop", ui::Lens::Design, "", "", "light"},
    {"eshop-blast", "eshop", ui::Lens::Blast, "sa-password", "", "light"},
    {"eshop-path", "eshop", ui::Lens::Blast, "sa-password", "orders", "light"},
    {"coverage", "shared-gateway", ui::Lens::Coverage, "", "", "light"},
    {"coverage-dark", "shared-gateway", ui::Lens::Coverage, "", "", "dark"},
    {"advice", "shared-gateway", ui::Lens::Advice, "gateway", "", "light"},
    {"advice-dark", "gateway-and-bffs", ui::Lens::Advice, "gateway", "", "dark"},
    {"advice-eshop", "eshop", ui::Lens::Advice, "", "", "light"},
    {"advice-unknowns", "eshop", ui::Lens::Advice, "", "unknowns", "light"},
};

/// The id of the element with that id or that name.
QString elementOf(const model::Model& model, const QString& name) {
    if (model::elementKind(model, name) != model::ElementKind::None) return name;
    for (const auto& row : model.secrets)
        if (row.name == name) return row.id.value;
    for (const auto& row : model.components)
        if (row.name == name) return row.id.value;
    for (const auto& row : model.data)
        if (row.name == name) return row.id.value;
    return {};
}

/// Tries the first change offered on a copy, and waits for what it does.
void tryFirstChange(ui::MainWindow& window) {
    ui::Workbench& workbench = window.workbench();
    (void)QTest::qWaitFor([&] { return workbench.advice().isCurrent(); }, 60000);
    auto* list = workbench.advice().findChild<ui::RowList*>();
    const QRect row = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    (void)QTest::qWaitFor([&] { return workbench.whatIf().isActive() && workbench.whatIf().copy().isReviewCurrent(); }, 30000);
    QTest::qWait(300);
}

void take(const Shot& shot, const QString& folder) {
    const QTemporaryDir temporary;
    auto settings = std::make_unique<QSettings>(temporary.filePath("settings.ini"), QSettings::IniFormat);
    settings->setValue("window/theme", shot.theme);
    ui::SallyportStyle::apply(ui::themeFrom(*settings));
    ui::MainWindow window(std::make_unique<tests::FakeDialogs>(), std::move(settings));
    window.resize(1440, 900);
    window.show();
    const QString model = QString::fromLatin1(shot.model);
    if (model == "new")
        window.files().newDocument();
    else if (!model.isEmpty() && !window.files().openFile(QString(SALLYPORT_SOURCE_DIR "/models/%1.sallyport").arg(model)))
        qFatal("%s does not open", shot.model);
    ui::Workspace& workspace = window.workspace();
    (void)QTest::qWaitFor([&] { return workspace.review() && workspace.isReviewCurrent(); }, 30000);
    workspace.setLens(shot.lens);
    // Wide drawings get the room of the left column, as F9 gives it.
    if (model == "eshop" && shot.lens == ui::Lens::Blast) window.workbench().toggleLeft();
    if (*shot.select && shot.lens == ui::Lens::Advice) workspace.setSeed(elementOf(workspace.model(), shot.select));
    if (*shot.select) workspace.select({elementOf(workspace.model(), shot.select)});
    if (QLatin1StringView(shot.target) == u"unknowns") {
        window.workbench().advice().findChild<QTabBar*>()->setCurrentIndex(1);
        (void)QTest::qWaitFor([&] { return window.workbench().advice().isCurrent(); }, 60000);
    } else if (shot.lens == ui::Lens::Advice) {
        tryFirstChange(window);
    } else if (*shot.target)
        workspace.setTarget(elementOf(workspace.model(), shot.target));
    QTest::qWait(500);
    if (!model.isEmpty()) window.workbench().canvas().camera().fit(false);
    QTest::qWait(300);
    if (!window.grab().save(QDir(folder).filePath(QString("window-%1.png").arg(shot.file))))
        qFatal("the picture cannot be written");
}

/// What the rule editor shows: a rule that finds something, one that is mistaken, one of the document nobody has looked at.
struct RuleShot {
    const char* file;
    const char* theme;
    enum Shown { Result, Mistake, Unseen, Offer } shown;
};
constexpr RuleShot ruleShots[] = {{"rules", "light", RuleShot::Result},
                                  {"rules-dark", "dark", RuleShot::Result},
                                  {"rules-mistake", "light", RuleShot::Mistake},
                                  {"rules-unseen", "dark", RuleShot::Unseen},
                                  {"rules-offer", "light", RuleShot::Offer}};

const QString exampleRule = QStringLiteral(R"(-- ORG-001   One password for many services
-- medium    whoever reads one of them has what all of them may do
-- high      as well, it stands somewhere in plain text
-- says      {secret} is held by {holders}.
-- asks      holding.storage_form
-- fix       Give every service an account of its own, for what it needs.
-- controls  owasp-nhi-2025 NHI9:2025; nist-csf-2.0 PR.AA-05
select s.id as secret,
       count(h.component) >= 3 and some(h.storage_form in ('plaintext_config', 'env_var')) as violated,
       case when some(h.storage_form = 'plaintext_config') then 'high' end as severity,
       group_concat(h.component, ' ') as holders
from secret  s
join holding h on h.secret = s.id
where s.kind in ('password', 'db_password', 'api_key', 'client_secret') -- what people type
group by s.id
)");

void takeRules(const RuleShot& shot, const QString& folder) {
    const QTemporaryDir temporary;
    auto settings = std::make_unique<QSettings>(temporary.filePath("settings.ini"), QSettings::IniFormat);
    settings->setValue("window/theme", shot.theme);
    ui::SallyportStyle::apply(ui::themeFrom(*settings));
    ui::MainWindow window(std::make_unique<tests::FakeDialogs>(), std::move(settings));
    window.show();
    if (!window.files().openFile(QStringLiteral(SALLYPORT_SOURCE_DIR "/models/eshop.sallyport"))) qFatal("eshop does not open");
    ui::Workspace& workspace = window.workspace();
    workspace.edit("Bring rules", [&](document::Editor& editor) {
        editor.put(model::CustomRule{{"u1"}, QString(exampleRule).replace("ORG-001", "ORG-002")});
        editor.put(model::CustomRule{{"u2"}, QString(exampleRule).replace("ORG-001", "TBM-101")});
    });
    workspace.ruleSources().approve({workspace.model().customRules.find({"u2"})->text});
    window.showRules();
    ui::RuleEditor& rules = *window.ruleEditor();
    rules.resize(1440, 900);
    if (shot.shown == RuleShot::Unseen) {
        rules.showFirstUnseen();
    } else {
        rules.startNew(ui::Shelf::Document);
        QString text = exampleRule;
        if (shot.shown == RuleShot::Mistake) text.replace("h.component, ' '", "h.komponent, ' '");
        rules.text().selectAll();
        rules.text().insertPlainText(text);
        rules.text().moveCursor(QTextCursor::Start);
        rules.save->trigger();
        (void)QTest::qWaitFor([&] { return rules.trialPanel().trial().has_value(); }, 30000);
    }
    (void)QTest::qWaitFor([&] { return workspace.review() && workspace.isReviewCurrent(); }, 30000);
    const auto tables = rules.schema().tree().findItems("secret", Qt::MatchExactly);
    tables.front()->setExpanded(true);
    rules.schema().tree().setCurrentItem(tables.front()->child(3));
    rules.schema().tree().scrollToItem(tables.front(), QAbstractItemView::PositionAtTop);
    if (shot.shown == RuleShot::Offer) workspace.setDocument(document::Document::fromModel(workspace.model(), {}).value());
    QTest::qWait(500);
    QWidget& shown = shot.shown == RuleShot::Offer ? static_cast<QWidget&>(window) : rules;
    if (!shown.grab().save(QDir(folder).filePath(QString("window-%1.png").arg(shot.file))))
        qFatal("the picture cannot be written");
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList words = QApplication::arguments();
    const QString folder = words.value(1, "out");
    QDir().mkpath(folder);
    for (const Shot& shot : shots)
        if (words.size() < 3 || words.contains(shot.file)) take(shot, folder);
    tests::takeParts(folder, words.mid(2));
    for (const RuleShot& shot : ruleShots)
        if (words.size() < 3 || words.contains(shot.file)) takeRules(shot, folder);
    return 0;
}
