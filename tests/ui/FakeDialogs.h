// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/IDialogs.h"

namespace sallyport::tests {

/// Answers given beforehand; what was asked and refused is kept.
class FakeDialogs : public ui::IDialogs {
public:
    std::optional<QString> fileAnswer;
    ui::UnsavedAnswer unsavedAnswer = ui::UnsavedAnswer::Cancel;
    bool confirmAnswer = false;
    std::optional<QString> textAnswer;
    int asked = 0;
    std::vector<Error> refusals;

    std::optional<QString> openFile(const QString&, const QString&, const QList<ui::FileFilter>&) override {
        return fileAnswer;
    }
    std::optional<QString> saveFile(const QString&, const QString&, const QList<ui::FileFilter>&) override {
        return fileAnswer;
    }
    std::optional<QString> chooseFolder(const QString&, const QString&) override { return fileAnswer; }
    ui::UnsavedAnswer askToSave(const QString&) override {
        ++asked;
        return unsavedAnswer;
    }
    bool confirm(const ui::Confirmation&) override {
        ++asked;
        return confirmAnswer;
    }
    std::optional<QString> askText(const QString&, const QString&, const QString&) override { return textAnswer; }
    std::optional<QString> askPassphrase(const QString&, const QString&, bool) override { return std::nullopt; }
    void refuse(const QString&, const Error& error) override { refusals.push_back(error); }
};

} // namespace sallyport::tests
