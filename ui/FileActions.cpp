// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileActions.h"

#include "LensOverlay.h"
#include "charts/Words.h"
#include "diagram/Drawing.h"
#include "diagram/Render.h"
#include "dialogs/ReportDialog.h"
#include "document/Json.h"
#include "report/Report.h"
#include "rules/ResultCsv.h"
#include "workspace/Workspace.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QUrl>
#include <QWidget>

namespace sallyport::ui {

namespace {

const QList<FileFilter>& modelFilters() {
    static const QList<FileFilter> filters{{FileActions::tr("Sallyport models"), {"*.sallyport"}},
                                           {FileActions::tr("Canonical JSON"), {"*.json"}}};
    return filters;
}

/// Shows the busy cursor while it lives.
struct Busy {
    Busy() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Busy() { QGuiApplication::restoreOverrideCursor(); }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
};

} // namespace

QString examplesFolder() {
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char* candidate : {"../share/sallyport/models", "../../models", "../models"})
        if (here.exists(candidate)) return QDir::cleanPath(here.filePath(candidate));
    return {};
}

FileActions::FileActions(Workspace& workspace, IDialogs& dialogs, QSettings& settings, const LensOverlay& overlay,
                         QObject* parent)
    : QObject(parent), workspace_(workspace), dialogs_(dialogs), overlay_(overlay), recent_(settings) {
    createNew = add(tr("&New"), "act-new", QKeySequence::New, tr("Start an empty model"), [this] { newDocument(); });
    open = add(tr("&Open…"), "act-open", QKeySequence::Open, tr("Open a model"), [this] { openFile(); });
    save = add(tr("&Save"), "act-save", QKeySequence::Save, tr("Save the model"), [this] { saveFile(); });
    saveAs = add(tr("Save &as…"), nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                 tr("Save the model under another name"), [this] { saveFileAs(); });
    importModel = add(tr("&Import…"), "act-import", {}, tr("Read a model from canonical JSON"), [this] {
        const auto path = dialogs_.openFile(tr("Import"), {}, {modelFilters().last()});
        if (path) openFile(*path);
    });
    exportJson =
        add(tr("Export as &JSON…"), "act-export", {}, tr("Write the model as canonical JSON"), [this] { writeJsonFile(); });
    exportPicture = add(tr("Export &picture…"), nullptr, {}, tr("Write the diagram, as the lens shows it, as SVG, PNG or PDF"),
                        [this] { writePicture(); });
    exportTables =
        add(tr("Export &tables…"), nullptr, {},
            tr("Write findings, coverage, gaps, ranking and every table of the model as CSV"), [this] { writeTables(); });
    report = add(tr("&Report…"), "act-report", QKeySequence(Qt::CTRL | Qt::Key_R), tr("Write the review report as PDF"),
                 [this] { writeReport(); });
}

QAction* FileActions::add(const QString& text, const char* icon, const QKeySequence& keys, const QString& tip,
                          const std::function<void()>& run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    if (icon) action->setProperty("drawing", QString::fromLatin1(icon));
    connect(action, &QAction::triggered, this, run);
    return action;
}

QString FileActions::displayName() const {
    const document::Document& document = workspace_.document();
    if (!document.path().isEmpty()) return QFileInfo(document.path()).fileName();
    const QString title = document.model().title();
    return title.isEmpty() ? tr("Untitled") : title;
}

QString FileActions::suggestedPath(const QString& ending) const {
    const document::Document& document = workspace_.document();
    const QString folder = document.path().isEmpty() ? QDir::homePath() : QFileInfo(document.path()).absolutePath();
    QString name = document.path().isEmpty() ? document.model().title() : QFileInfo(document.path()).completeBaseName();
    if (name.isEmpty()) name = tr("model");
    return QDir(folder).filePath(name.replace('/', '-') + ending);
}

bool FileActions::mayLeave() {
    if (guard_ && !guard_()) return false;
    if (!workspace_.document().isModified()) return true;
    switch (dialogs_.askToSave(displayName())) {
        case UnsavedAnswer::Save:
            return saveFile();
        case UnsavedAnswer::Discard:
            return true;
        case UnsavedAnswer::Cancel:
            break;
    }
    return false;
}

bool FileActions::read(const QString& path, const QString& title) {
    const Busy busy;
    auto document = document::Document::open(path);
    if (!document) {
        dialogs_.refuse(title, document.error());
        return false;
    }
    workspace_.setDocument(std::move(*document));
    return true;
}

bool FileActions::openFile(const QString& path) {
    QString wanted = path;
    if (wanted.isEmpty()) {
        const auto chosen = dialogs_.openFile(tr("Open"), QFileInfo(suggestedPath({})).absolutePath(), modelFilters());
        if (!chosen) return false;
        wanted = *chosen;
    }
    if (!mayLeave() || !read(wanted, tr("Open"))) return false;
    recent_.add(wanted, workspace_.model(), false, QDateTime::currentDateTime());
    Q_EMIT recentChanged();
    Q_EMIT documentShown();
    return true;
}

bool FileActions::openExample(const QString& path) {
    if (!mayLeave()) return false;
    const Busy busy;
    const auto example = document::Document::open(path);
    if (!example) {
        dialogs_.refuse(tr("Open example"), example.error());
        return false;
    }
    auto copy = document::Document::fromModel((*example)->model(), path);
    if (!copy) {
        dialogs_.refuse(tr("Open example"), copy.error());
        return false;
    }
    workspace_.setDocument(std::move(*copy));
    Q_EMIT documentShown();
    return true;
}

bool FileActions::newDocument() {
    if (!mayLeave()) return false;
    workspace_.setDocument(std::make_unique<document::Document>());
    Q_EMIT documentShown();
    return true;
}

bool FileActions::saveFile() {
    const document::Document& document = workspace_.document();
    if (document.path().isEmpty()) return saveFileAs();
    if (document.changedOnDisk() &&
        !dialogs_.confirm(
            {tr("Save"),
             tr("'%1' was changed or removed by somebody else since you opened it. Saving replaces what is there now.")
                 .arg(document.path()),
             tr("Replace"), true}))
        return false;
    return write(document.path());
}

bool FileActions::saveFileAs() {
    const auto path = dialogs_.saveFile(tr("Save as"), suggestedPath(".sallyport"), {modelFilters().first()});
    return path && write(*path);
}

bool FileActions::write(const QString& path) {
    const Busy busy;
    const auto saved = workspace_.document().save(path);
    if (!saved) {
        dialogs_.refuse(tr("Save"), saved.error());
        return false;
    }
    recent_.add(path, workspace_.model(), false, QDateTime::currentDateTime());
    Q_EMIT recentChanged();
    Q_EMIT documentShown();
    return true;
}

bool FileActions::writeBytes(const QString& title, const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        Q_EMIT noticed(tr("Written: %1").arg(path));
        return true;
    }
    dialogs_.refuse(title, {tr("The file could not be written: %1.").arg(file.errorString()), path,
                            tr("What was there before is as it was. Choose another place.")});
    return false;
}

void FileActions::writeJsonFile() {
    const auto path = dialogs_.saveFile(tr("Export as JSON"), suggestedPath(".json"), {modelFilters().last()});
    if (path) writeBytes(tr("Export as JSON"), *path, document::writeJson(workspace_.model()));
}

void FileActions::writePicture() {
    const auto path =
        dialogs_.saveFile(tr("Export picture"), suggestedPath(".svg"),
                          {{tr("SVG drawing"), {"*.svg"}}, {tr("PNG picture"), {"*.png"}}, {tr("PDF page"), {"*.pdf"}}});
    if (!path) return;
    const Busy busy;
    const diagram::Drawing drawing(workspace_.model(), workspace_.diagram());
    diagram::RenderOptions options;
    options.overlay = overlay_.overlay();
    const auto bytes = path->endsWith(".png", Qt::CaseInsensitive)   ? diagram::toPng(drawing, options)
                       : path->endsWith(".pdf", Qt::CaseInsensitive) ? diagram::toPdf(drawing, options)
                                                                     : diagram::toSvg(drawing, options);
    if (bytes)
        writeBytes(tr("Export picture"), *path, *bytes);
    else
        dialogs_.refuse(tr("Export picture"), bytes.error());
}

void FileActions::writeTables() {
    const auto folder = dialogs_.chooseFolder(tr("Export tables"), QFileInfo(suggestedPath({})).absolutePath());
    if (!folder) return;
    std::vector<rules::ResultTable> tables;
    {
        const Busy busy;
        const auto review = rules::reviewOf(workspace_.document(), workspace_.ruleSources().pack(), QDate::currentDate());
        tables = rules::exportedTables(workspace_.model(), *review);
    }
    const QDir into(*folder);
    const auto pathOf = [&into](const rules::ResultTable& table) { return into.filePath(table.name + ".csv"); };
    QStringList there;
    for (const rules::ResultTable& table : tables)
        if (QFileInfo::exists(pathOf(table))) there << QFileInfo(pathOf(table)).fileName();
    if (!there.isEmpty() &&
        !dialogs_.confirm({tr("Replace files"), tr("%1 would be replaced.").arg(charts::listed(there)), tr("Replace"), true}))
        return;
    for (const rules::ResultTable& table : tables)
        if (!writeBytes(tr("Export tables"), pathOf(table), table.csv)) return;
    Q_EMIT noticed(tr("Written: %1 tables in %2").arg(tables.size()).arg(*folder));
}

void FileActions::writeReport() {
    ReportDialog dialog(dialogs_, suggestedPath(".pdf"), report::ReportOptions::of(report::Extent::Review),
                        qobject_cast<QWidget*>(parent()));
    if (dialog.exec() != QDialog::Accepted) return;
    const Busy busy;
    const auto review = rules::reviewOf(workspace_.document(), workspace_.ruleSources().pack(), QDate::currentDate());
    const auto written = report::writeReport(workspace_.model(), *review, dialog.options(), dialog.path());
    if (!written) return dialogs_.refuse(tr("Report"), written.error());
    Q_EMIT noticed(tr("Written: %1").arg(dialog.path()));
    if (dialog.openAfterwards()) QDesktopServices::openUrl(QUrl::fromLocalFile(dialog.path()));
}

} // namespace sallyport::ui
