// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class PaintingTest : public QObject {
    Q_OBJECT
private slots:
    void levelsFillTheirCards();
    void metersCountBreadth();
    void lensesDimWhatTheyDoNotShow();
    void lostBadgesTurnOver();
    void linesTellEncryptionAndHeadsTellChecks();
    void pathsAndStopsAreLit();
    void detailFollowsTheZoom();
    void overviewShowsLevelsAndSelection();
    void decorationsStandBesideTheCard();
    void nothingPaintsOutsideItsRect();
    void glyphsDifferInGrey();
};
