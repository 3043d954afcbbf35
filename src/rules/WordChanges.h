// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "model/Model.h"

#include <QSet>
#include <QStringList>

#include <bitset>

namespace sallyport::rules {

/// Changes after which sentences and questions may read otherwise though no row of a rule changes.
class WordChanges {
public:
    using Tables = std::bitset<model::tableCount>;

    void note(const document::RowChange& change);

    bool isEmpty() const { return changed_.isEmpty() && !all_; }
    /// So much has changed, or which frameworks are asked, that anything may read otherwise.
    bool concernAll() const;
    /// The keys of what has changed. Who stands next to them is asked otherwise.
    const QSet<QString>& changed() const { return changed_; }
    /// The elements that are called otherwise, those named after them included.
    QSet<QString> renamed(const model::Model& model) const;
    /// Tables whose rows stand otherwise next to each other.
    const Tables& moved() const { return moved_; }
    /// Whether a rule that asks these attributes may ask otherwise. If something has moved or been renamed, any rule may.
    bool concern(const QStringList& asks) const;

private:
    bool all_ = false;
    QSet<QString> changed_, renamed_;
    Tables moved_;
    QSet<QString> answered_; ///< "secret.purpose"; of a set "component.function", whichever member.
};

} // namespace sallyport::rules
