// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class DrawingTest : public QObject {
    Q_OBJECT
private slots:
    void showsWhatIsPlaced();
    void saysWhatTheModelSays();
    void headsSayWhetherCallersAreChecked();
    void updateEqualsDrawingAnew();
    void updateTouchesLittle();
    void previewEndsWhereItBegan();
    void copiesAreIndependent();
    void hiddenAndCollapsedContentIsGone();
    void survivesNonsense();
};
