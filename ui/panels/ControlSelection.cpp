// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlSelection.h"

namespace sallyport::ui {

void ControlSelection::setFramework(const QString& framework) { set({framework, std::nullopt}); }

void ControlSelection::setControl(const rules::ControlRef& control) { set({control.framework, control}); }

void ControlSelection::clear() { set({}); }

void ControlSelection::set(const charts::CoverageChoice& choice) {
    if (choice == choice_) return;
    choice_ = choice;
    Q_EMIT changed();
}

} // namespace sallyport::ui
