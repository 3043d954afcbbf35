// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "rules/PackSources.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

class QSettings;

namespace sallyport::ui {

/// Which rules and frameworks a window reviews with: the program's own, those of the user's and the team's folder as they
/// are on disk now, and those of the document that this user has looked at. Without settings nothing is remembered:
/// there are no folders, and no rule of a document has been looked at.
class RuleSources : public QObject {
    Q_OBJECT

public:
    explicit RuleSources(QObject* parent = nullptr);

    /// Must outlive it; null: none.
    void setSettings(QSettings* settings);
    QSettings* settings() const { return settings_; }

    /// Never null.
    const std::shared_ptr<const rules::RulePack>& pack() const { return pack_; }
    /// Takes the rules of this model in, whatever model it was before.
    void follow(const model::Model& model);

    /// Empty without settings. The user's folder need not exist.
    const QString& userFolder() const { return sources_.userFolder; }
    const QString& teamFolder() const { return sources_.teamFolder; }
    void setTeamFolder(const QString& folder);
    /// Reads the folders again; they are watched, so this is for those who do not trust that.
    void reload();

    bool isApproved(const QString& text) const;
    void approve(const QStringList& texts);
    void withdraw(const QString& text);

Q_SIGNALS:
    /// pack() is another one.
    void changed();

private:
    void watch();

    QSettings* settings_ = nullptr;
    rules::PackSources sources_;
    model::Rows<model::CustomRule> documentRules_;
    std::shared_ptr<const rules::RulePack> pack_;
    QFileSystemWatcher watcher_;
    QTimer settled_; ///< Editors write a file in several steps.
};

} // namespace sallyport::ui
