// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FrameworkChoice.h"

#include <QSet>

#include <algorithm>

namespace sallyport::rules {

namespace {

bool isOwn(const QString& framework) { return Catalogues::builtIn().find(framework) != nullptr; }

bool byDefault(const QString& framework) {
    static const QStringList on{QStringLiteral("owasp-nhi-2025"), QStringLiteral("nist-sp-800-207"),
                                QStringLiteral("nist-csf-2.0"), QStringLiteral("nist-sp-800-53-r5")};
    return on.contains(framework) || !isOwn(framework);
}

FrameworkState stateOf(const model::Model& model, const RulePack& pack, const Catalogue& catalogue) {
    FrameworkState state{catalogue.id, catalogue.title, catalogue.version, 0, 0, isOwn(catalogue.id), false, false};
    QSet<QString> headings; // functions, categories, families
    for (const CatalogueControl& control : catalogue.controls) headings.insert(control.parent);
    for (const CatalogueControl& control : catalogue.controls)
        state.controls += control.withdrawn || headings.contains(control.id) ? 0 : 1;
    for (const ControlMapping* mapping : pack.mappings()) state.mapped += mapping->control.framework == catalogue.id ? 1 : 0;
    state.enabled = isEnabled(model, catalogue.id);
    state.byDefault = byDefault(catalogue.id);
    return state;
}

} // namespace

bool isEnabled(const model::Model& model, const QString& framework) {
    const model::FrameworkChoice* said = model.frameworks.find(framework);
    return said ? said->enabled : byDefault(framework);
}

QList<ControlRef> askedControls(const model::Model& model, const RulePack& pack, const Rule& rule) {
    QList<ControlRef> controls = pack.controlsOf(rule);
    controls.removeIf([&model](const ControlRef& control) { return !isEnabled(model, control.framework); });
    return controls;
}

std::vector<FrameworkState> frameworkStates(const model::Model& model, const RulePack& pack) {
    std::vector<FrameworkState> states;
    for (const Catalogue& catalogue : Catalogues::builtIn().all()) states.push_back(stateOf(model, pack, catalogue));
    for (const Framework& framework : pack.frameworks()) states.push_back(stateOf(model, pack, *framework.catalogue));
    std::stable_sort(states.begin(), states.end(), [](const FrameworkState& a, const FrameworkState& b) {
        return a.own != b.own ? a.own : a.title < b.title;
    });
    return states;
}

Expected<void> setEnabled(document::Document& document, const RulePack& pack, const std::map<QString, bool>& wanted) {
    std::vector<model::FrameworkChoice> changed;
    QString text;
    for (const auto& [framework, enabled] : wanted) {
        const auto catalogue = pack.catalogue(framework);
        if (!catalogue)
            return refuse(QStringLiteral("There is no framework \"%1\".").arg(framework), {},
                          QStringLiteral("Load the pack it comes with first."));
        if (enabled == isEnabled(document.model(), framework)) continue;
        changed.push_back({framework, enabled});
        text = (enabled ? QStringLiteral("Ask about %1") : QStringLiteral("Do not ask about %1")).arg(catalogue->title);
    }
    if (changed.empty()) return {};
    if (changed.size() > 1) text = QStringLiteral("Choose the frameworks");
    return document.edit(text, [&changed](document::Editor& editor) {
        for (const model::FrameworkChoice& choice : changed) editor.put(choice);
    });
}

} // namespace sallyport::rules
