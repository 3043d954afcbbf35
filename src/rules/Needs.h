// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "model/Model.h"

#include <QHash>

namespace sallyport::rules {

/// What a compromise calls for itself: positions of the components that its own calls go to, those included that a gateway
/// or content delivery forwards them to, each once, rising.
/// maybe: calls by nobody knows whom, and those a gateway may forward, as nobody says which calls its own continue.
struct Needs {
    analysis::Indices sure, maybe;
};

/// The needs of every component, secret and identity of a model.
class NeedsOf {
public:
    /// `components` by id.
    NeedsOf(const model::Model& model, const QHash<QString, analysis::Index>& components);

    const Needs& of(const QString& source) const;

private:
    QHash<QString, Needs> needs_;
    Needs nothing_;
};

} // namespace sallyport::rules
