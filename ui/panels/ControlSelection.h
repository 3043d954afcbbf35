// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Overlays.h"

#include <QObject>

namespace sallyport::ui {

/// Which framework and control the Coverage lens looks at. One a window, shared by its panels, list and canvas
/// (charts::coverageOverlay takes its choice()).
class ControlSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const charts::CoverageChoice& choice() const { return choice_; }
    const QString& framework() const { return choice_.framework; }
    const std::optional<rules::ControlRef>& control() const { return choice_.control; }

    /// Looks at a whole framework (empty: at all), and at no control.
    void setFramework(const QString& framework);
    void setControl(const rules::ControlRef& control);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void set(const charts::CoverageChoice& choice);
    charts::CoverageChoice choice_;
};

} // namespace sallyport::ui
