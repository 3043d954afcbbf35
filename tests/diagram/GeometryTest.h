// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class GeometryTest : public QObject {
    Q_OBJECT
private slots:
    void alignmentMovesToTheCommonLine();
    void distributionMakesEqualGaps();
    void snappingFindsEdgesCentresAndGaps();
    void snappingFallsBackToTheGrid();
    void resizingSnapsOnlyTheMovedEdge();
    void pointsFallIntoTheInnermostZone();
    void zonesCarryTheirContentByParent();
    void freePlacesAreFree();
    void fullZonesGrow();
    void bendsSurviveTheirText();
};
