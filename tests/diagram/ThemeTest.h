// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void contrastIsThatOfWcag();
    void textReadsOnEveryGround();
    void signsStandOutFromEveryGround();
    void familiesReadOnTheirTiles();
    void levelsKeepTheirTextReadable();
    void depthRanksDistinctTrust();
    void everythingIsOpaque();
    void paletteHasEveryRole();
    void everyKindHasAnIcon();
};
