// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/Catalogue.h"
#include "rules/ControlMapping.h"

#include <QByteArray>

#include <memory>
#include <variant>

namespace sallyport::rules {

/// A framework somebody brought: its catalogue and how its controls follow from rules.
struct Framework {
    std::shared_ptr<const Catalogue> catalogue; ///< Never null.
    std::vector<ControlMapping> mappings;
};

/// A JSON file of a pack: either a catalogue of controls, or the mapping of controls to rules, in the forms of
/// resources/frameworks and resources/frameworks/controls.
using FrameworkFile = std::variant<Catalogue, std::vector<ControlMapping>>;

/// Takes nothing on trust: at most 2 MB, 8 levels, 5,000 controls; unknown members, wrong types, a control given twice
/// and a parent inside itself are refused, naming the place ("controls[3].titel").
Expected<FrameworkFile> readFrameworkFile(const QByteArray& json, const QString& where);

} // namespace sallyport::rules
