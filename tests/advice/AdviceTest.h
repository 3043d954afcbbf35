// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The answers the definition gives for the worked examples, and the borders of the search.
class AdviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsTheSharedGateway();
    void noSingleChangeClearsTheForwardingGateway();
    void stops();
    void refusesAnUnknownSeed();
    void tellsProgress();
};

/// What must hold of every change on every model.
class LawsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFamilyOccurs();
    void pruningMissesNothing();
    void theGainIsThatOfTwoFullEvaluations();
    void noOfferRaisesTheWorstScore();
    void noHardeningRaisesTheWorstScore();
    void undoRestoresTheFigures();
    void drawnCallsStillWork();
};

/// What lets changes be ruled out without compiling them.
class FloorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noChangeFallsBelowItsFloor();
    void nothingTouchedIsNothingLost();
};

/// The questions that open the gap, and edited copies beside their originals.
class UnknownsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiguresAreThoseOfTheEngine();
    void answeringWellClosesThem();
    void answersAreEditsOfTheDocument();
    void stops();
    void whatIfComparesBothSides();
};
