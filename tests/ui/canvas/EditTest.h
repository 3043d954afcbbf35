// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport::tests {

/// Names, deleting, arranging, hiding, collapsing, several diagrams; and what is painted again.
class EditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renamingInPlace();
    void renamingKeepsTheOldNameOnEscape();
    void writingANote();
    void deletingAndUndoing();
    void deletingAZoneKeepsItsContent();
    void alignAndDistribute();
    void fitZoneToContent();
    void collapsingAZone();
    void hidingAndShowing();
    void takingOutOfADiagramKeepsTheElement();
    void anotherDiagramShowsItsOwn();
    void onlyWhatDiffersIsPainted();
    void aDragPaintsOnlyWhatMoves();
    void farAwayNoItemIsPainted();
    void emptyDiagramSaysWhatToDo();
    void goingToAnElementBringsItIntoView();
};

} // namespace sallyport::tests
