// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

namespace sallyport::test {

/// Attack facts as Datalog, for blast-radius.lp. clingo takes longer to start than to solve, so many models go into one
/// program: their ids begin with the model's number, and no rule brings elements of two models together.
QByteArray datalog(unsigned model, const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds);

/// What clingo derives with blast-radius.lp, as plain texts, by model. Nothing if it does not answer.
QHash<unsigned, QSet<QString>> clingo(const QString& path, const QByteArray& program);

} // namespace sallyport::test
