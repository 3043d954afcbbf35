// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The engine against the worked example, a slow reference and the laws of the definition.
class EngineTest : public QObject {
    Q_OBJECT

private slots:
    void workedExample_data();
    void workedExample();
    void workedExampleConcentration_data();
    void workedExampleConcentration();
    void agreesWithTheReference_data();
    void agreesWithTheReference();
    void rankingIsTheBlasts();
    void proofsAreAcyclicInstances();
    void moreSeedsLoseNothing();
    void inputOrderDoesNotMatter();
    void chokePointsNarrow();
    void leavesHigherEffortOut();
    void namesChangeNothing();
    void stopsWhenAsked();
    void survivesTheEmptyModel();
};

/// What must hold whatever the model is, and that the random models can tell.
class LawsTest : public QObject {
    Q_OBJECT

private slots:
    void randomFactsExerciseEverything();
    void chokePointsAreThoseOfBruteForce();
    void wholeRankingDoesNotHangOnOrder();
    void harderAttackersGetMore();
};

/// The engine against clingo on the Datalog of the definition.
class DatalogTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithClingo_data();
    void agreesWithClingo();
};

/// The JSON form of attack facts, seeds and results.
class FactsJsonTest : public QObject {
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void refusesAbsurdFiles();
    void takesLongTexts();
    void takesAMillionElements();
    void takesListsThatNameEverything();
    void takesExtremeWeights_data();
    void takesExtremeWeights();
    void readsBackWhatItWrote();
    void readsSeeds_data();
    void readsSeeds();
    void refusesSeeds_data();
    void refusesSeeds();
    void writesBlasts();
    void writesProofs();
    void writesRankings();
};

/// Attack paths in sentences.
class NarrativeTest : public QObject {
    Q_OBJECT

private slots:
    void tellsThePathOfTheExample();
    void tellsEveryRule();
    void losesNoStep();
};
