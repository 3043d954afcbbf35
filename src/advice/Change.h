// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/ModelEdit.h"

#include <QString>
#include <QStringList>

#include <array>
#include <utility>
#include <vector>

namespace sallyport::advice {

/// The kinds of change that keep every drawn call working (the definition of the blast radius, section 4).
enum class Family : quint8 {
    SplitCallers,  ///< A component becomes one for each independent group of its callers.
    TakeAway,      ///< A secret nobody there uses is held there no more.
    Bind,          ///< A bearer secret says something only together with a key.
    Scope,         ///< A secret is good for the grants it is used for alone.
    SealData,      ///< What a component only forwards it has encrypted only.
    Check,         ///< The target of a call asks who calls.
    Encrypt,       ///< A call can no longer be overheard.
    Segment,       ///< The network of a zone tells neighbours apart.
    SealZone,      ///< A foothold inside is none outside.
    Close,         ///< A component no longer accepts connections from a zone without callers.
    Approve,       ///< Data is approved before a component obeys it.
    StopTrusting,  ///< Calls inside a zone are checked like all others.
    OwnData,       ///< A grant yields the caller's own data only.
    LimitIdentity, ///< An identity may do what its calls carry and nothing else.
    OwnIdentities, ///< Each holder of a shared identity gets its own.
    MoveSecret,    ///< A secret is held by the component that uses it.
};
inline constexpr std::size_t families = 16;

/// "split", "take_away", ...: as in JSON.
QString familyWord(Family family);

/// An element and what stands in its place after a change, itself included if it stays.
struct Replacement {
    QString id;
    QStringList parts;
};

/// One change somebody could make, as one undoable edit.
/// title: an order in one sentence, without a full stop ("Split gateway: one for browser, one for portal").
/// elements: ids of the model's elements it is about, the most telling first.
struct Change {
    Family family = Family::SplitCallers;
    QString title;
    QStringList elements;
    ModelEdit edit;
    Price price;
    std::vector<Replacement> becomes;
};

} // namespace sallyport::advice
