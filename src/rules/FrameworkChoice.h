// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Document.h"
#include "rules/RulePack.h"

#include <map>

namespace sallyport::rules {

/// Whether a model is asked about a framework: as somebody has said (model::FrameworkChoice), else by default. On by
/// default are OWASP NHI 2025, SP 800-207, CSF 2.0, SP 800-53 and every framework somebody brought.
bool isEnabled(const model::Model& model, const QString& framework);

/// The controls of a rule's findings, of the frameworks the model is asked about.
QList<ControlRef> askedControls(const model::Model& model, const RulePack& pack, const Rule& rule);

/// A framework to switch on and off.
struct FrameworkState {
    QString id;
    QString title;
    QString version;
    int controls = 0; ///< Of the catalogue, headings and withdrawn ones left out.
    int mapped = 0;   ///< Of them those with a mapping: only these have a status.
    bool own = false; ///< Came with the program.
    bool enabled = false;
    bool byDefault = false;
};
/// Our own, then those somebody brought; each group by title.
std::vector<FrameworkState> frameworkStates(const model::Model& model, const RulePack& pack);

/// One undoable step; none if all are so already.
Expected<void> setEnabled(document::Document& document, const RulePack& pack, const std::map<QString, bool>& wanted);

} // namespace sallyport::rules
