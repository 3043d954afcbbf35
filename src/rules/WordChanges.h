// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "model/Model.h"

#include <QSet>

namespace sallyport::rules {

/// Changes after which sentences and questions read otherwise though no row of a rule changes. Single answers are not among
/// them: those are columns that the rules asking for them read.
class WordChanges {
public:
    void note(const document::RowChange& change);

    /// What stands next to what has changed, or which frameworks are asked: anything may read otherwise.
    bool concernAll() const { return all_; }
    /// Else: the elements that are called otherwise, those named after them included.
    QSet<QString> renamed(const model::Model& model) const;

private:
    bool all_ = false;
    QSet<QString> renamed_;
};

} // namespace sallyport::rules
