// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "rules/Review.h"

#include <memory>

/// Models the tests of charts, report and panels share.
namespace sallyport::samples {

/// One API gateway for a web shop and a partner portal; it holds the client secret of both. Ids are names.
model::Model sharedGateway();

/// Many shops side by side behind one gateway: wide, with long names and everything left unanswered.
model::Model bazaar(int shops);

/// With a decision about its first finding and one expired about its second, and an attestation.
model::Model decided(const model::Model& model);

std::shared_ptr<const rules::Review> reviewOf(const model::Model& model);

} // namespace sallyport::samples
