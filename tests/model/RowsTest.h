// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Rows against std::map, which says what an ordered table does.
class RowsTest : public QObject {
    Q_OBJECT

private slots:
    void doesWhatAMapDoes_data();
    void doesWhatAMapDoes();
    void rowsStayWhereTheyAre();
    void copiesAreTheirOwn();
    void whatWasMovedFromIsEmpty();
};
