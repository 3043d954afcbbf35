// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Seeds.h"

#include <QStringList>

namespace sallyport::analysis {

namespace {

constexpr std::array seedKinds = {FactKind::Control, FactKind::Have, FactKind::Act};
constexpr int mostCandidates = 10;

/// Calls visit(kind, index, element) for everything that can be assumed compromised.
template <class Visit>
void eachSource(const AttackFacts& facts, Visit visit) {
    const auto each = [&](FactKind kind, const auto& list) {
        for (Index i = 0; i < count(list); ++i) visit(kind, i, at(list, i));
    };
    each(FactKind::Control, facts.components);
    each(FactKind::Have, facts.secrets);
    each(FactKind::Act, facts.identities);
}

/// What the text may mean: by id, or if nothing has that id by name. `kind` empty: any.
std::vector<Seed> candidates(const AttackFacts& facts, std::optional<FactKind> kind, QStringView text) {
    std::vector<Seed> byId;
    std::vector<Seed> byName;
    eachSource(facts, [&](FactKind of, Index index, const auto& element) {
        if (kind && of != *kind) return;
        if (text == element.id)
            byId.push_back({of, index, Breadth::None});
        else if (!text.isEmpty() && text == element.name)
            byName.push_back({of, index, Breadth::None});
    });
    return byId.empty() ? byName : byId;
}

QString candidateList(const AttackFacts& facts, const std::vector<Seed>& seeds) {
    QStringList texts;
    for (const Seed& seed : seeds) {
        if (texts.size() == mostCandidates) {
            texts.push_back(QStringLiteral("..."));
            break;
        }
        texts.push_back(factWord(seed.kind) + u':' + seedElement(facts, seed));
    }
    return texts.join(QStringLiteral(", "));
}

/// Text and breadth where it ends in the separator and a breadth's word.
struct Split {
    QStringView text;
    Breadth breadth = Breadth::None;
};
std::optional<Split> splitBreadth(QStringView text, QLatin1StringView separators) {
    for (const char separator : separators) {
        const qsizetype at = text.lastIndexOf(QLatin1Char(separator));
        if (at < 0) continue;
        if (const auto breadth = breadthFromWord(text.mid(at + 1))) return Split{text.left(at), *breadth};
    }
    return std::nullopt;
}

/// Empty if nothing fits.
std::optional<Expected<Seed>> match(const AttackFacts& facts, std::optional<FactKind> kind, QStringView text, Breadth breadth) {
    std::vector<Seed> found = candidates(facts, kind, text);
    if (found.empty()) return std::nullopt;
    if (found.size() > 1)
        return refuse(QStringLiteral("\"%1\" fits several elements.").arg(text), {},
                      QStringLiteral("Say which: %1.").arg(candidateList(facts, found)));
    Seed seed = found.front();
    seed.breadth = breadth == Breadth::None ? defaultBreadth(facts, seed.kind, seed.element) : breadth;
    return seed;
}

} // namespace

Expected<Seed> parseSeed(const AttackFacts& facts, const QString& text) {
    // An id may itself contain colons or end like a breadth: the longest reading that names something wins.
    const auto readings = [&](std::optional<FactKind> kind, QStringView rest,
                              QLatin1StringView separators) -> std::optional<Expected<Seed>> {
        if (auto seed = match(facts, kind, rest, Breadth::None)) return seed;
        const auto split = splitBreadth(rest, separators);
        return split ? match(facts, kind, split->text, split->breadth) : std::nullopt;
    };
    for (const FactKind kind : seedKinds) {
        const QString prefix = factWord(kind) + u':';
        if (!text.startsWith(prefix)) continue;
        if (auto seed = readings(kind, QStringView(text).mid(prefix.size()), QLatin1StringView(":@"))) return *seed;
    }
    if (auto seed = readings(std::nullopt, text, QLatin1StringView("@"))) return *seed;
    return refuse(QStringLiteral("\"%1\" is no component, secret or identity.").arg(text), {},
                  QStringLiteral("Give an id or a unique name, or control:ID, have:ID or act:ID; "
                                 "behind it @one, @live or @all."));
}

std::vector<Seed> sourcesOf(const AttackFacts& facts, FactKind kind) {
    const Index elements = kind == FactKind::Have  ? count(facts.secrets)
                           : kind == FactKind::Act ? count(facts.identities)
                                                   : count(facts.components);
    std::vector<Seed> sources;
    sources.reserve(static_cast<std::size_t>(elements));
    for (Index i = 0; i < elements; ++i) sources.push_back({kind, i, defaultBreadth(facts, kind, i)});
    return sources;
}

const QString& seedElement(const AttackFacts& facts, const Seed& seed) {
    switch (seed.kind) {
        case FactKind::Have:
            return at(facts.secrets, seed.element).id;
        case FactKind::Act:
            return at(facts.identities, seed.element).id;
        default:
            return at(facts.components, seed.element).id;
    }
}

QString seedText(const AttackFacts& facts, const Seed& seed) {
    return factWord(seed.kind) + u':' + seedElement(facts, seed) + u':' + breadthWord(seed.breadth);
}

} // namespace sallyport::analysis
