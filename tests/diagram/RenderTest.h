// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class RenderTest : public QObject {
    Q_OBJECT
private slots:
    void fitsAndNeverCuts();
    void svgIsTextAndPaths();
    void pdfIsTextAndPaths();
    void pngHasTheAskedSizeOrIsRefused();
    void emptyDiagramsAreRefused();
    void tilesCoverEveryCardWhole();
    void filesAreTheSameEveryTime();
    void legendsComeWithTheirLens();
};
