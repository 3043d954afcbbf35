// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport::tests {

/// Copy and paste: the laws of the fragment, hostile clipboards, and the commands.
class ClipboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copyingEverythingGivesAnIsomorphicModel();
    void copyingTheDiagramBringsWhatItUses();
    void aPartLeavesOutWhatItRefersTo();
    void whatTheDocumentHasIsShared();
    void pastingAnywhereKeepsTheLaws_data();
    void pastingAnywhereKeepsTheLaws();
    void nastyTextIsRefused_data();
    void nastyTextIsRefused();
    void copyAndPasteBetweenDocuments();
    void duplicateStandsBesideTheOriginal();
    void cutAndPasteComesBack();
};

} // namespace sallyport::tests
