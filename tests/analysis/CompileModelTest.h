// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The table "From the model to attack facts", row by row, in both readings; and its laws.
class CompileModelTest : public QObject {
    Q_OBJECT

private slots:
    void zones();
    void attackerZones();
    void componentWithoutZone();
    void many();
    void holdings();
    void madeCredentials();
    void storesAndLocked();
    void codeFrom();
    void obeys();
    void openTo();
    void identities();
    void secretsByKind_data();
    void secretsByKind();
    void secretsHeldInHardware();
    void secretPerUser();
    void sessionKeys();
    void refreshTokensAreBound();
    void scopes();
    void signingKeys();
    void lifetimes();
    void grants();
    void flowsChecked_data();
    void flowsChecked();
    void flowsEncrypted();
    void callers();
    void madeGrants();
    void madeGrantSubjects_data();
    void madeGrantSubjects();
    void carriesAndContinues();
    void dataWeights();
    void dataUsers();
    void stopsWhenAsked();
    void worstCaseContainsAsStated();
    void madeFactsReadBack();
};
