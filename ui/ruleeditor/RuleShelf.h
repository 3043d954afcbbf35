// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <QSet>
#include <QString>

#include <vector>

namespace sallyport::ui {

class Workspace;

/// Where rules are kept.
enum class Shelf { Document, User, Team, Own };
inline constexpr int shelfCount = 4;

/// One rule's place: on a shelf, under the id of the document's row, the path of the file, or the program's file name. An
/// empty key: a new one, not saved yet.
struct RulePlace {
    Shelf shelf = Shelf::Document;
    QString key;
    friend bool operator==(const RulePlace&, const RulePlace&) = default;
};

struct ShelfRule {
    RulePlace place;
    QString id, title; ///< As far as the header can be read.
    bool unseen = false;
    QString problem; ///< Why a review cannot use it; empty: it does.
    QString remedy;  ///< What to do about that.
};

/// All there are, shelf by shelf, by id; with what the pack and the newest review say of them.
std::vector<ShelfRule> rulesOnShelves(const Workspace& workspace);
/// Of all of them.
QSet<QString> takenIds(const Workspace& workspace);

/// The text as it is kept. Refused if it is longer than any rule, or cannot be read.
Expected<QString> ruleText(const Workspace& workspace, const RulePlace& place);

/// Writes the text where the rule is kept: one undoable edit of the document, or its file as a whole. A new rule gets a row or
/// a file of its own. Gives the place it is at now.
Expected<RulePlace> saveRule(Workspace& workspace, const RulePlace& place, const QString& text);
/// From the document, an undoable edit; a file goes to the trash.
Expected<void> deleteRule(Workspace& workspace, const RulePlace& place);

Expected<QString> readRuleFile(const QString& path);
Expected<void> writeRuleFile(const QString& path, const QString& text);

} // namespace sallyport::ui
