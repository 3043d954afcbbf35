// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport::tests {

/// What the mouse does: placing, moving, resizing, connecting, bending, selecting with a rectangle, and doing without.
class DragTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void droppingAKindPlacesIt();
    void droppingAtTheBorderGrowsTheZone();
    void letterThenClickPlaces();
    void shiftPlacesMore();
    void movingIsOneStep();
    void movingAZoneCarriesItsContent();
    void movingIntoAnotherZoneChangesTheParent();
    void movingWhatIsPutOverTheBorderGrowsTheZone();
    void escapeCancelsADrag();
    void draggingOverTheBorderScrolls();
    void movingSnapsToTheGrid();
    void bendsMoveAlong();
    void resizingACard();
    void aZoneIsNotSmallerThanItsContent();
    void handlesAreOfTheDesignLens();
    void connectingFromAnEdgeDot();
    void connectingFromASelectedCard();
    void connectToolTakesTwoClicks();
    void connectingToNothingDoesNothing();
    void bendingAFlow();
    void rubberBandSelects();
    void drawingAZoneTakesInWhatItSurrounds();
    void middleButtonAndSpacePan();
    void wheelZoomsAroundThePointer();
};

} // namespace sallyport::tests
