// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class ReachesTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheBlastsSay();
    void outlastsManyRuns();
};
