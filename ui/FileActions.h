// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/IDialogs.h"
#include "welcome/RecentFiles.h"

#include <QAction>
#include <QObject>
#include <QSettings>

#include <functional>
#include <vector>

namespace sallyport::ui {

class LensOverlay;
class Workspace;

/// Everything of the File menu: which file the document is in, and what becomes of it. Nothing is lost on the way: a
/// refused file leaves the open document, a document with changes is asked about, and a file that somebody else has
/// changed is never overwritten unasked.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(Workspace& workspace, IDialogs& dialogs, QSettings& settings, const LensOverlay& overlay,
                QObject* parent = nullptr);

    QAction* createNew;
    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* importModel;
    QAction* exportJson;
    QAction* exportPicture;
    QAction* exportTables;
    QAction* report;

    /// An empty path asks for one. False if it was cancelled or refused.
    bool openFile(const QString& path = {});
    /// A copy of an example: saving asks for a new place.
    bool openExample(const QString& path);
    bool newDocument();
    bool saveFile();
    bool saveFileAs();
    /// Saves or asks, before the document goes; false: stay.
    bool mayLeave();
    /// Asked first, by whoever holds something of the document that is not in it yet; false: stay.
    void setGuard(std::function<bool()> guard) { guard_ = std::move(guard); }

    RecentFiles& recent() { return recent_; }
    /// "gateway-and-bffs.sallyport", or the model's title, or "Untitled".
    QString displayName() const;

Q_SIGNALS:
    /// A document was opened, created or saved: the window shows it.
    void documentShown();
    void recentChanged();
    void noticed(const QString& text);

private:
    QAction* add(const QString& text, const char* icon, const QKeySequence& keys, const QString& tip,
                 const std::function<void()>& run);
    bool read(const QString& path, const QString& title);
    bool write(const QString& path);
    bool writeBytes(const QString& title, const QString& path, const QByteArray& bytes);
    void writeJsonFile();
    void writePicture();
    void writeTables();
    void writeReport();
    QString suggestedPath(const QString& ending) const;

    Workspace& workspace_;
    IDialogs& dialogs_;
    const LensOverlay& overlay_;
    RecentFiles recent_;
    std::function<bool()> guard_;
};

/// The folder with the example models: beside the program when installed, else in the source tree it was built from.
QString examplesFolder();

} // namespace sallyport::ui
