// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <array>
#include <span>
#include <vector>

/// The numbering of facts. An atom is a fact, or all breadths of a fact at once where they stand and fall together:
/// what is not per user has them all or none (R14), with equal steps and effort, so one number for the three saves two
/// thirds of the work. Such an element is called whole.
namespace sallyport::analysis {

using Atom = std::int32_t;

/// The atoms of one kind of fact lie together, element by element.
class Family {
public:
    /// One atom an element.
    void plain(Atom begin, Index elements) { lay(begin, elements, 1); }
    /// Three atoms an element.
    void broad(Atom begin, Index elements) { lay(begin, elements, 3); }
    /// One or three, as `whole` says.
    void mixed(Atom begin, std::span<const char> whole);

    Atom begin() const { return begin_; }
    Atom end() const { return end_; }
    Index elements() const { return elements_; }
    bool contains(Atom atom) const { return atom >= begin_ && atom < end_; }

    bool isWhole(Index element) const { return first_.empty() ? stride_ == 1 : width(element) == 1; }
    Atom atom(Index element, Breadth breadth) const {
        const Atom first = first_.empty() ? begin_ + element * stride_ : first_[static_cast<std::size_t>(element)];
        return isWhole(element) ? first : first + static_cast<Atom>(breadth) - 1;
    }
    Index elementOf(Atom atom) const;

private:
    void lay(Atom begin, Index elements, int stride);
    Atom width(Index element) const {
        return first_[static_cast<std::size_t>(element) + 1] - first_[static_cast<std::size_t>(element)];
    }

    Atom begin_ = 0;
    Atom end_ = 0;
    Index elements_ = 0;
    int stride_ = 1;
    std::vector<Atom> first_; // Only if mixed; one more than there are elements.
};

/// All families. Claims are numbered by grant and place: 2 * grant + (0: its identity, 1: the second). The `element` of
/// a trusted atom is a position in `trusted`.
class Atoms {
public:
    /// An identity that some component does not check.
    struct Trusted {
        Index identity;
        Index component;
        friend auto operator<=>(const Trusted&, const Trusted&) = default;
    };

    static Atoms number(const AttackFacts& facts, std::vector<Trusted> trusted, std::span<const char> wholeClaims);

    const Family& operator[](FactKind kind) const { return families_[static_cast<std::size_t>(kind)]; }
    Atom count() const { return count_; }
    const std::vector<Trusted>& trusted() const { return trusted_; }
    /// `none` if the component always checks.
    Index trustedIndex(Index identity, Index component) const;

    FactKind kindOf(Atom atom) const;
    /// The atom a fact belongs to; -1 for a claim or trusted pair no rule speaks of.
    Atom atomOf(const AttackFacts& facts, const Fact& fact) const;
    /// The fact of the atom; `breadth` is taken where the atom is whole.
    Fact factOf(const AttackFacts& facts, Atom atom, Breadth breadth) const;

private:
    std::array<Family, factKinds> families_;
    std::vector<Trusted> trusted_;
    Atom count_ = 0;
};

} // namespace sallyport::analysis
