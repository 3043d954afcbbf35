// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sallyport::rules {

/// Gateways and content delivery: what forwards the calls of others.
QSet<QString> proxiesOf(const model::Model& model);

/// At which frontends calls originate. A call of a frontend does; so does a leg that forwards one that does. A leg that
/// leaves a gateway or cdn and says nothing of what it forwards may carry any call that reaches it: those are unsure.
class Origins {
public:
    explicit Origins(const model::Model& model);

    const std::vector<QString>& frontends() const { return frontends_; }

    /// Positions in frontends(). `unsure` contains what is sure.
    struct Set {
        QSet<int> sure, unsure;
    };
    Set ofFlow(const QString& flow) const { return flows_.value(flow); }
    Set ofSecret(const QString& secret) const { return secrets_.value(secret); }
    Set ofData(const QString& data) const { return data_.value(data); }
    Set ofComponent(const QString& component) const { return components_.value(component); }

private:
    void spread(const model::Model& model);

    std::vector<QString> frontends_;
    QHash<QString, Set> flows_, secrets_, data_, components_;
};

} // namespace sallyport::rules
