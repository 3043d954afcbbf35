// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Change.h"

namespace sallyport::advice {

QString familyWord(Family family) {
    constexpr std::array<const char*, families> words = {
        "split",     "take_away", "bind",    "scope",         "seal_data", "check",          "encrypt",        "segment",
        "seal_zone", "close",     "approve", "stop_trusting", "own_data",  "limit_identity", "own_identities", "move_secret"};
    return QString::fromLatin1(words[static_cast<std::size_t>(family)]);
}

} // namespace sallyport::advice
