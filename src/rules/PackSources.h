// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "rules/RulePack.h"

#include <functional>
#include <memory>

class QSettings;

namespace sallyport::rules {

/// Where rules and frameworks come from beside the program's own. The command line uses what it is given alone, so that
/// a pipeline says the same on every machine; the window uses all of them.
struct PackSources {
    QString userFolder; ///< Used if it exists: a user need not have one.
    QString teamFolder; ///< A setting; empty: none.

    /// The user's folder is sallyport/rules in XDG_DATA_HOME; the team's is the setting "rules/team_folder".
    static PackSources ofUser(const QSettings& settings);
    static void setTeamFolder(QSettings& settings, const QString& folder);

    /// The program's own rules, those of the folders, and the document's for which `approved` says yes of the text. A
    /// folder that cannot be read becomes a problem of the pack.
    std::shared_ptr<const RulePack> pack(const model::Model& model,
                                         const std::function<bool(const QString& text)>& approved) const;
};

} // namespace sallyport::rules
