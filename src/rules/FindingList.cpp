// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingList.h"

#include <algorithm>

namespace sallyport::rules {

FindingList::FindingList(std::vector<Finding> findings) {
    std::vector<std::shared_ptr<const Finding>> part;
    part.reserve(findings.size());
    for (Finding& finding : findings) part.push_back(std::make_shared<const Finding>(std::move(finding)));
    const std::size_t count = part.size();
    append(std::make_shared<const std::vector<std::shared_ptr<const Finding>>>(std::move(part)), 0, count);
}

void FindingList::append(Part part, std::size_t first, std::size_t count) {
    if (count > 0) runs_.push_back({std::move(part), first, count, size()});
}

const Finding& FindingList::operator[](std::size_t index) const {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), index, [](std::size_t at, const Run& run) { return at < run.start; });
    const Run& run = *std::prev(after);
    return *(*run.part)[run.first + index - run.start];
}

} // namespace sallyport::rules
