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

    explicit Neighbours(const model::Model& model);
    /// Rows of these tables have changed; their keys are among `changed`.
    void follow(const model::Model& model, const WordChanges::Tables& tables, const QSet<QString>& changed);

    /// These and, for the kind of table asked about, those next to them.
    Around around(model::TableId table, const Around& direct) const;
    /// around() backwards, whatever the table: adds who has one of these next to it, and these.
    void addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const;

    const Lists& secretsOfComponent() const { return secretsOfComponent_; }
    const Lists& componentsOfSecret() const { return componentsOfSecret_; }
    const Lists& dataOfComponent() const { return dataOfComponent_; }
    /// Legs that leave a gateway or cdn and do not say which call they forward, while they could.
    const QStringList& openLegs() const { return openLegs_; }

    /// Adds all in the lists of these.
    static void addAll(Ids& to, const Lists& lists, const Ids& from);

private:
    void takeComponents(const model::Model& model);
    void takeFlows(const model::Model& model);
    void take(const model::Flow& flow);
    void followFlow(const model::Model& model, const QString& id);

    Lists componentsOfFlow_, componentsOfIdentity_, componentsOfZone_, componentsOfSecret_, zonesOfComponent_;
    Lists flowsOfComponent_, flowsOfSecret_, secretsOfFlow_, secretsOfComponent_;
    Lists grantsOfSecret_, grantsOfIdentity_, identitiesOfSecret_, targetsOfIdentity_, dataOfFlow_, dataOfComponent_;
    QStringList openLegs_;
};

} // namespace sallyport::rules
