// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Telling.h"

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;

/// Right in the Blast lens, 356 wide: the blast of the seed as stated or in the worst case, what falls, how the chosen
/// element falls, and the choke point. Choosing a fallen element makes it the workspace's target.
class BlastPanel : public QWidget {
    Q_OBJECT

public:
    explicit BlastPanel(Workspace& workspace, QWidget* parent = nullptr);
    ~BlastPanel() override;

    QSize sizeHint() const override { return {356, 700}; }
    /// The path told, for the overlay of the canvas; empty if no target is chosen. Recomputed on Workspace::blastChanged.
    const std::optional<charts::Path>& path() const;

Q_SIGNALS:
    void addDataAsked();
    /// The x in the head: stop looking at this blast.
    void closeAsked();
    /// A numbered sentence was chosen: its element's id, where the number stands.
    void stepChosen(int number, const QString& element);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
