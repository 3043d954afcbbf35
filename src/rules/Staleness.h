// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "rules/DerivedTables.h"
#include "rules/Nearness.h"
#include "rules/Steps.h"

#include <QDate>

#include <memory>
#include <optional>
#include <set>

namespace sallyport::rules {

/// What a statement reads.
struct Reads {
    ReadColumns own;                  ///< Of the model's tables.
    ReadColumns resolved;             ///< And of those that derived tables are made from.
    std::vector<std::size_t> derived; ///< Derived tables among its own.
    std::vector<std::size_t> needed;  ///< And those that they are made from.

    Reads() = default;
    Reads(const ReadColumns& reads, const DerivedTables& tables);
    bool readDerived(std::size_t table) const;
};

/// What has to be done so that a result is in step.
enum class Dirt {
    None,
    Near,  ///< Rows of the model have changed.
    Whole, ///< Anything may have.
};

/// What has changed since statements last ran, and so which must run again, and for which elements.
class Staleness {
public:
    /// `mostNear`: the share of all elements up to which it is worth to know which are near.
    explicit Staleness(double mostNear) : mostNear_(mostNear) {}

    void note(const document::Changes& changes);

    /// A run begins: mark() says from now on what has changed until now. True if the one before it came to its end: then who
    /// is still dirty from then must look at everything.
    bool begin(const model::Model& model, const QDate& today);
    /// A whole document was replaced: nothing that is known holds any more.
    bool isEverything() const { return now_.everything; }
    void mark(Dirt& dirt, const Reads& reads, const QStringList& parameters) const;
    void mark(DerivedTables& tables) const { tables.note(now_.touched, now_.everything); }
    /// A derived table has changed so, too. False if some of that is about no element: whoever reads it looks at everything.
    bool note(const DerivedTables::Change& change);
    /// How near a statement looks for what has changed.
    int stepsFor(const Reads& reads, const Nearness& nearness) const;
    /// Finds what is so near: what has changed in the model; and with what has changed in derived tables.
    void look(int steps) { derivedNear_ = near_ = found(steps); }
    void lookDerived(int steps) {
        if (near_) derivedNear_ = found(steps);
    }
    /// What a statement runs for.
    NearElements nearFor(Dirt dirt, const Reads& reads, const std::optional<Nearness>& nearness) const;
    /// It has come to its end.
    void finish(const model::Model& model, const DerivedTables& tables);
    /// After that: finds out what is how far from what, so that the next edit need not run whole.
    void takeSteps(const model::Model& model, const DerivedTables& tables);

private:
    struct Noted {
        ReadColumns touched;
        std::vector<document::RowChange> rows;
        bool everything = false;
        bool policy = false;
        bool newDay = false;
    };
    std::shared_ptr<const Near> found(int steps) const;

    double mostNear_;
    Noted next_, now_; ///< Since the run began; and before, since the one before it did.
    QDate lastToday_;
    std::optional<Steps> steps_; ///< From the first edit on: who never edits need not know.
    bool isFinished_ = false;
    std::set<QString> tables_;                                   ///< Of the model, that have changed since a run was finished.
    std::vector<std::pair<std::size_t, QString>> derivedTables_; ///< The same of derived tables.
    std::shared_ptr<const Near> near_;        ///< To the rows of the model that have changed; null: not known.
    std::shared_ptr<const Near> derivedNear_; ///< And to those of derived tables.
};

} // namespace sallyport::rules
