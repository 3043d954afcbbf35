// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;
class ControlSelection;

/// Middle in the Coverage lens: all controls by framework, with their status in the whole model and, where there is
/// room, by component (the matrix). Filtered by text and status. Choosing a row or cell selects the control; a cell also
/// goes to its component.
class ControlList : public QWidget {
    Q_OBJECT

public:
    ControlList(Workspace& workspace, ControlSelection& selection, QWidget* parent = nullptr);
    ~ControlList() override;

    /// False: ids, titles and statuses only, for a narrow place.
    void setMatrixShown(bool shown);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
