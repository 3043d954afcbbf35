// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/IDialogs.h"
#include "workspace/Workspace.h"

#include <QSettings>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace sallyport::ui {

class AdvicePanel;
class BlastPanel;
class BottomPanel;
class Canvas;
class ControlList;
class ControlPanel;
class ControlSelection;
class CopyView;
class DiagramTabs;
class FindingsPanel;
class Inspector;
class LegendBar;
class LensOverlay;
class OutlinePanel;
class TablePanel;
class WhatIf;

/// The three columns of the window: left chooses, the middle shows, the right explains, and what is under the middle
/// lists. Which panels stand there follows the lens; each lens keeps the widths it was given.
class Workbench : public QWidget {
    Q_OBJECT

public:
    Workbench(Workspace& workspace, ControlSelection& selection, LensOverlay& overlay, IDialogs& dialogs,
              QWidget* parent = nullptr);

    Canvas& canvas() const { return *canvas_; }
    Inspector& inspector() const { return *inspector_; }
    ControlPanel& controlPanel() const { return *controls_; }
    FindingsPanel& findings() const { return *findings_; }
    AdvicePanel& advice() const { return *advice_; }
    WhatIf& whatIf() const { return *whatIf_; }
    /// Null before an edit was first tried on a copy.
    CopyView* copyView() const { return copyView_; }
    BottomPanel& bottom() const { return *bottom_; }

    void toggleLeft();
    void toggleBottom();
    void toggleRight();
    /// F6: the next of left, middle, right and bottom that can take the keyboard.
    void focusNextPart();
    /// Opens a table and adds a row to it.
    void addData();
    void saveTo(QSettings& settings) const;
    void restoreFrom(const QSettings& settings);

Q_SIGNALS:
    /// Something was done that a person should be told of, and how to take it back.
    void noticed(const QString& text);
    /// The person wants to choose which frameworks the model is asked about.
    void frameworksAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLeft();
    void buildMiddle(IDialogs& dialogs);
    void buildRight(IDialogs& dialogs);
    void buildBottom();
    void connectParts();
    void followLens();
    void followOverlays();
    void followWhatIf();

    Workspace& workspace_;
    ControlSelection& selection_;
    LensOverlay& overlay_;
    QSplitter* columns_;
    QSplitter* middle_;
    QStackedWidget* left_;
    QSplitter* sides_; ///< the middle, and in the Advice lens the copy beside it
    QStackedWidget* centre_;
    QStackedWidget* right_;
    Canvas* canvas_ = nullptr;
    DiagramTabs* diagramTabs_ = nullptr;
    QTabBar* coverageTabs_ = nullptr;
    LegendBar* legend_ = nullptr;
    ControlList* controlList_ = nullptr;
    OutlinePanel* outline_ = nullptr;
    Inspector* inspector_ = nullptr;
    BlastPanel* blast_ = nullptr;
    ControlPanel* controls_ = nullptr;
    WhatIf* whatIf_ = nullptr;
    AdvicePanel* advice_ = nullptr;
    CopyView* copyView_ = nullptr;
    BottomPanel* bottom_ = nullptr;
    FindingsPanel* findings_ = nullptr;
    TablePanel* data_ = nullptr;
    int findingsPage_ = 0;
    int dataPage_ = 0;
    bool leftWanted_ = true;
    QList<int> widths_[4]; ///< of the columns, by lens
    Lens shown_ = Lens::Design;
};

} // namespace sallyport::ui
