// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "rules/WordChanges.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sallyport::rules {

using Ids = std::vector<QString>; ///< In order, each once.
/// In order, each once.
void putInOrder(Ids& ids);

/// The elements of a row by kind, and those next to them.
struct Around {
    Ids zones, components, flows, identities, secrets, grants, data;
};

/// What stands next to what in a model, as far as questions are concerned: the ends of a flow, the zone of a component, the
/// identity of a secret ... Looked up once, and again for tables that change. Several threads may ask it at a time.
class Neighbours {
public:
    using Lists = QHash<QString, QStringList>;
    /// Pairs, to be looked up from either side.
    struct Pairs {
        Lists second; ///< By the first.
        Lists first;  ///< By the second.
        void add(const QString& a, const QString& b);
        /// All there are of this first one.
        void remove(const QString& a);
        void clear();
    };

    explicit Neighbours(const model::Model& model);
    /// Rows of these tables have changed; their keys are among `changed`.
    void follow(const model::Model& model, const WordChanges::Tables& tables, const QSet<QString>& changed);

    /// These and, for the kind of table asked about, those next to them.
    Around around(model::TableId table, const Around& direct) const;
    /// around() backwards, whatever the table: adds who has one of these next to it, and these.
    void addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const;

    const Lists& secretsOfComponent() const { return componentSecret_.second; }
    const Lists& componentsOfSecret() const { return componentSecret_.first; }
    const Lists& dataOfComponent() const { return componentData_.second; }
    /// Legs that leave a gateway or cdn and do not say which call they forward, while they could.
    const QStringList& openLegs() const { return openLegs_; }

    /// Adds all in the lists of these.
    static void addAll(Ids& to, const Lists& lists, const Ids& from);

private:
    void takeComponents(const model::Model& model);
    void takeFlow(const model::Flow& flow);

    Pairs flowComponent_, componentZone_, identityComponent_, flowSecret_, componentSecret_, secretGrant_, identityGrant_,
        identityTarget_, secretIdentity_, flowData_, componentData_;
    QStringList openLegs_;
};

} // namespace sallyport::rules
