// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"

#include <QFrame>
#include <QList>

#include <functional>
#include <memory>

class QAction;

namespace sallyport::ui {

class Workspace;

/// What one line of the palette stands for.
struct PaletteHit {
    enum class Kind { Element, Action, Control };
    Kind kind = Kind::Element;
    QString element;           ///< id
    QAction* action = nullptr; ///< enabled, and of the window
    rules::ControlRef control;
    QString title, detail, icon;
};

/// "Find or run…" (Ctrl+F), 560 wide in the top third of its parent: elements by name, id or kind, actions by their text,
/// framework controls by any id people cite. Up and Down choose, Enter does it, Escape leaves.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Workspace& workspace, QWidget* parent);
    ~CommandPalette() override;

    /// Asked for each time it opens, so that enabled states are right. Separators and menus are skipped.
    void setActions(const std::function<QList<QAction*>()>& actions);
    /// What happens with a hit. Without one: elements are gone to, actions triggered, and controls told by controlChosen.
    void setOnChosen(const std::function<void(const PaletteHit&)>& onChosen);

    void open(const QString& text = {});
    /// What a text finds, best first.
    std::vector<PaletteHit> find(const QString& text) const;

Q_SIGNALS:
    void controlChosen(const sallyport::rules::ControlRef& control);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
