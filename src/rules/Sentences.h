// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

#include <QHash>

namespace sallyport::rules {

/// What a sentence calls an element; a call that has a name is told with its ends, as several may have the same one. Ids
/// of attestations read "the attestation of CONTROL", others that are none of the model's stay as they are.
QString nameIn(const model::Model& model, const QString& id);

/// The names and kinds of a model that does not change meanwhile, each looked up once. For one thread.
class Names {
public:
    explicit Names(const model::Model& model) : model_(model) {}

    /// As nameIn.
    QString of(const QString& id) { return known(id).name; }
    /// "A, B and C"; of many the first few "and 7 more".
    QString of(const QStringList& ids);
    model::ElementKind kind(const QString& id) { return known(id).kind; }
    /// An element, or an attestation.
    bool isNamed(const QString& id) { return known(id).isNamed; }

private:
    struct Known {
        QString name;
        model::ElementKind kind = model::ElementKind::None;
        bool isNamed = false;
    };
    const Known& known(const QString& id);

    const model::Model& model_;
    QHash<QString, Known> known_;
};

/// What a rule says, taken apart once for all its rows.
class Saying {
public:
    Saying(const QString& says, const QStringList& columns);

    /// With {column} filled in, as sentence().
    QString of(Names& names, const RuleRow& row) const;

private:
    struct Part {
        QString before;
        int column = -1; ///< What follows `before`; -1: nothing.
    };
    std::vector<Part> parts_;
};

/// The columns that `says` names.
QStringList columnsOf(const QString& says);

/// `says` with {column} filled in: ids, or ids joined by a space, as names; other values as they are.
QString sentence(Names& names, const QString& says, const QStringList& columns, const RuleRow& row);

} // namespace sallyport::rules
