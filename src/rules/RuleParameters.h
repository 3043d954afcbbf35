// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <QDate>
#include <QStringList>

struct sqlite3_stmt;

namespace sallyport::rules {

/// Binds what rules may name, the day and policy parameters, to a statement with these parameters, in their order, without
/// the colon. Which of them there is none of; empty: all are bound.
QString bindParameters(sqlite3_stmt* statement, const QStringList& parameters, const model::Model& model, const QDate& today);

} // namespace sallyport::rules
