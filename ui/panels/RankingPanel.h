// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;

/// Left in the Blast lens, 322 wide: the most dangerous single compromises as a list or a chart, the most exposed
/// assets, how far the attacker goes, and the concentration. Choosing a row makes it the seed and goes to it.
class RankingPanel : public QWidget {
    Q_OBJECT

public:
    explicit RankingPanel(Workspace& workspace, QWidget* parent = nullptr);
    ~RankingPanel() override;

    QSize sizeHint() const override { return {322, 700}; }

Q_SIGNALS:
    /// "Add a data asset" in the empty state.
    void addDataAsked();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
