// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/ModelEdit.h"

#include <QHash>
#include <QRectF>

#include <map>
#include <span>
#include <vector>

namespace sallyport::advice {

/// Where the parts of a component that is split stand in the drawings of one model, which must outlive this and stay as
/// it is.
class PartPlaces {
public:
    explicit PartPlaces(const model::Model& model);

    /// Places the parts in every diagram that shows the whole, free of everything else there. Zones grow where they have to.
    void beside(const model::Component& whole, std::span<const model::ComponentId> parts, ModelEdit& edit) const;

private:
    class Filling;

    /// What stands in one diagram.
    struct Sheet {
        QHash<QString, const model::Placement*> zones;
        std::vector<QRectF> taken; ///< By components and notes.
    };

    const model::Model& model_;
    std::map<model::DiagramId, Sheet> sheets_;
    QHash<QString, std::vector<const model::Placement*>> placements_; ///< By element.
};

} // namespace sallyport::advice
