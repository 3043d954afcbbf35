// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport::tests {

/// Everything without a mouse.
class KeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nudgingIsOneStep();
    void nudgingElsewhereIsAnother();
    void arrowsPanWithoutASelection();
    void tabWalksTheElements();
    void escapeForgetsTheSelection();
    void lettersChooseTools();
    void lettersAreTheFieldsWhileTyping();
    void zoomKeys();
    void selectAllThenDelete();
    void theFocusedElementIsAnnounced();
    void everyActionHasItsWords();
};

} // namespace sallyport::tests
