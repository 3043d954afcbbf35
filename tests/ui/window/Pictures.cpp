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
#include "style/SallyportStyle.h"
#include "workspace/WhatIf.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

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
    return 0;
}
