// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/Workspace.h"

#include <functional>
#include <memory>

namespace sallyport::ui {

/// A copy of the open model to try edits on. The copy is a workspace of its own, with its own history and results, so that
/// every view can show it; the original is untouched until apply(). What is applied are the rows in which the copy has
/// come to differ from the model it was made of, as one undoable edit.
///
/// The copy follows the original's theme, reading, tier and assumed compromise. It ends when another document is opened.
class WhatIf : public QObject {
    Q_OBJECT

public:
    explicit WhatIf(Workspace& original, QObject* parent = nullptr);
    ~WhatIf() override;

    /// Copies the model as it is now and makes the edit on the copy, in place of an earlier copy. A refusal of the edit is
    /// shown like any other, and there is no copy then. `replaced` says where to look for an assumed compromise that the
    /// edit puts another element in the place of; it may give the id itself.
    bool start(const QString& title, const std::function<void(document::Editor&)>& edit,
               const std::function<QString(const QString&)>& replaced = {});
    /// Forgets the copy.
    void discard();
    /// Does to the original what was done to the copy, and forgets the copy; false if the original refuses.
    bool apply();

    bool isActive() const { return isActive_; }
    /// What the copy is for, as in the Edit menu: "Split gateway".
    const QString& title() const { return title_; }
    Workspace& original() { return original_; }
    /// The copy; an empty model while there is none. Made when first asked for.
    Workspace& copy();
    /// Whether the original has changed since the copy was made: what is shown as before is not what it was made of.
    bool isOutdated() const;
    /// Whether somebody has edited the copy after start().
    bool hasOwnEdits() const;

Q_SIGNALS:
    /// Started, discarded, applied.
    void changed();
    /// Results of the copy, or of the original, are new.
    void resultsChanged();

private:
    void followOriginal();
    void followSeed();

    Workspace& original_;
    std::unique_ptr<Workspace> copy_;
    model::Model base_;
    quint64 baseRevision_ = 0, startRevision_ = 0;
    QString title_;
    std::function<QString(const QString&)> replaced_;
    bool isActive_ = false;
};

} // namespace sallyport::ui
