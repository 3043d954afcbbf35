// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport::tests {

/// Palette, outline and navigator.
class PanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paletteClickPlacesWithTheNextClick();
    void paletteFiltersAndPlacesByEnter();
    void paletteDragsItsKind();
    void outlineFollowsTheSelection();
    void outlineRenamesAndDeletes();
    void outlineDragChangesTheZone();
    void outlineFollowsEveryEdit_data();
    void outlineFollowsEveryEdit();
    void outlineKeepsWhatIsExpanded();
    void outlineFilters();
    void navigatorPans();
    void everythingHasAName();
};

} // namespace sallyport::tests
