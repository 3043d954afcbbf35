// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace sallyport::ui {

/// "Sallyport models", {"*.sallyport", "*.json"}.
struct FileFilter {
    QString name;
    QStringList patterns;
};

/// A question before something that cannot be taken back, or that many things hang on.
struct Confirmation {
    QString title;            ///< the action: "Delete snapshot"
    QString text;             ///< what will happen
    QString button;           ///< what the button says: "Delete"
    bool destructive = false; ///< then Cancel is the default
};

enum class UnsavedAnswer { Save, Discard, Cancel };

/// Everything that stops and asks. The window has one; tests give it their own answers.
class IDialogs {
public:
    virtual ~IDialogs() = default;

    /// A path, or nothing if it was cancelled.
    virtual std::optional<QString> openFile(const QString& title, const QString& folder, const QList<FileFilter>& filters) = 0;
    /// The first filter's ending is added where there is none; replacing a file has been asked about.
    virtual std::optional<QString> saveFile(const QString& title, const QString& path, const QList<FileFilter>& filters) = 0;
    virtual std::optional<QString> chooseFolder(const QString& title, const QString& folder) = 0;

    virtual UnsavedAnswer askToSave(const QString& name) = 0;
    virtual bool confirm(const Confirmation& confirmation) = 0;
    virtual std::optional<QString> askText(const QString& title, const QString& label, const QString& text) = 0;
    /// repeat: a new one, typed twice.
    virtual std::optional<QString> askPassphrase(const QString& title, const QString& text, bool repeat) = 0;

    /// A refusal, in three lines. title: the action that was refused ("Open").
    virtual void refuse(const QString& title, const Error& error) = 0;
};

/// The real ones, over a window.
class Dialogs : public IDialogs {
public:
    explicit Dialogs(QWidget* window) : window_(window) {}

    std::optional<QString> openFile(const QString& title, const QString& folder, const QList<FileFilter>& filters) override;
    std::optional<QString> saveFile(const QString& title, const QString& path, const QList<FileFilter>& filters) override;
    std::optional<QString> chooseFolder(const QString& title, const QString& folder) override;
    UnsavedAnswer askToSave(const QString& name) override;
    bool confirm(const Confirmation& confirmation) override;
    std::optional<QString> askText(const QString& title, const QString& label, const QString& text) override;
    std::optional<QString> askPassphrase(const QString& title, const QString& text, bool repeat) override;
    void refuse(const QString& title, const Error& error) override;

private:
    QWidget* window_;
};

} // namespace sallyport::ui
