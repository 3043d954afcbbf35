// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Overlay.h"

#include <algorithm>

namespace sallyport::diagram {

namespace {

template <class E, std::size_t N>
QString named(E value, const char* const (&names)[N]) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? QString::fromLatin1(names[index]) : QString();
}

} // namespace

QString word(Level level) { return named(level, {"none", "reachable", "callable", "exposed", "controlled"}); }

QString word(Breadth breadth) { return named(breadth, {"one", "live", "all"}); }

QString word(Severity severity) { return named(severity, {"info", "low", "medium", "high", "critical"}); }

QString word(Status status) { return named(status, {"satisfied", "violated", "partial", "unknown", "not applicable"}); }

QString word(Change change) { return named(change, {"same", "added", "changed", "removed"}); }

QString word(Level level, Breadth breadth) {
    return level <= Level::Reachable ? word(level) : word(level) + QStringLiteral(" \u00b7 ") + word(breadth);
}

bool Overlay::hasStart() const {
    return isBlast() && std::ranges::any_of(components, [](const ComponentMark& mark) {
               return mark.start || mark.identities.start || mark.secrets.start || mark.data.start;
           });
}

bool Overlay::hasOpenAnyway() const {
    return isBlast() && std::ranges::any_of(components, [](const ComponentMark& mark) {
               return mark.openAnyway || mark.identities.openAnyway || mark.secrets.openAnyway || mark.data.openAnyway;
           });
}

bool Overlay::has(Change change) const {
    const auto any = [change](const auto& marks) {
        return std::ranges::any_of(marks, [change](const Mark& mark) { return mark.change == change; });
    };
    return any(components) || any(flows) || any(zones);
}

bool Overlay::onPath(const QString& flow) const {
    if (!isBlast()) return false;
    const auto shown = pathShown < 0 ? pathFlows.size() : std::min(pathFlows.size(), static_cast<std::size_t>(pathShown));
    return std::find(pathFlows.begin(), pathFlows.begin() + static_cast<std::ptrdiff_t>(shown), flow) !=
           pathFlows.begin() + static_cast<std::ptrdiff_t>(shown);
}

} // namespace sallyport::diagram
