// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class RoutingTest : public QObject {
    Q_OBJECT
private slots:
    void routesAreOrthogonalAndKeepOffTheirEnds();
    void routesAvoidCardsWhereThereIsRoom();
    void parallelFlowsDoNotLieOnEachOther();
    void straightWhereStraightIsPossible();
    void storedBendsAreRespected();
    void draggedSegmentsGiveTheirBends();
    void manyAlikeShareOneTrunk();
    void horizontalsHop();
    void labelsStandOnTheirOwnFlowAndOnNothingElse();
};
