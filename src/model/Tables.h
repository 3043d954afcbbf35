// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <functional>
#include <span>
#include <variant>
#include <vector>

/// Every table of a document, described once. Reading, checking, applying changes, JSON, the clipboard, editing in
/// tables and texts about changes are written over these descriptions; a test compares them with the schema.
namespace sallyport::model {

enum class TableId {
    Meta,
    Policy,
    Framework,
    Rule,
    Zone,
    ZoneHas,
    ZoneAllowedSource,
    Component,
    ComponentHas,
    ComponentOpenTo,
    ComponentPep,
    ComponentCodeFrom,
    ComponentObeys,
    ComponentNeedsData,
    Identity,
    Assignment,
    Secret,
    Holding,
    Grant,
    SecretOnly,
    GrantReveals,
    GrantAssumes,
    DataAsset,
    GrantData,
    Handling,
    Flow,
    FlowHas,
    FlowSecret,
    FlowData,
    FlowContinues,
    Diagram,
    Placement,
    Route,
    Note,
    Decision,
    Attestation,
    Snapshot
};
inline constexpr int tableCount = static_cast<int>(TableId::Snapshot) + 1;

/// One value of a row: NULL (monostate), whole number (booleans are 0 and 1), real, text (enumerations are their
/// words, references are ids) or bytes.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;
inline bool isNull(const Value& value) { return value.index() == 0; }

enum class ColumnKind {
    Key,    ///< part of the primary key
    Fixed,  ///< always has a value (a name, a kind, a position)
    Answer, ///< NULL = nobody has answered: unknown
    Record, ///< NULL = there is no record, which is itself the finding
    Link,   ///< NULL = not drawn
};

enum class ValueType { Text, Integer, Real, Boolean, Enumeration, Reference, Blob };

struct Column {
    const char* name;  ///< in the database and, unless `json` says otherwise, in the canonical JSON
    const char* label; ///< for people, in sentence case
    ColumnKind kind;
    ValueType type;
    std::span<const Word> words;       ///< of an Enumeration
    std::optional<TableId> references; ///< of a Reference
    const char* json;                  ///< member name in the canonical JSON; "a.b" nests b in an object a
    Value (*get)(const void* row);     ///< row: the table's struct
    /// False if the value does not fit the column (type, word); the row is then unchanged.
    bool (*set)(void* row, const Value& value);
};

/// A set among an element's attributes (functions, open_to ...): its members are rows of another table.
struct SetColumn {
    const char* name;   ///< in the canonical JSON ("functions")
    const char* prefix; ///< of `what` in the choices table ("function")
    const char* label;
    TableId choices;                 ///< ZoneHas, ComponentHas or FlowHas
    std::span<const Word> words;     ///< of an enumerated set; empty for free text and for elements
    std::optional<TableId> relation; ///< for a set of elements: the table of its pairs
};

struct Table {
    TableId id;
    const char* name;            ///< in the database
    const char* list;            ///< in the canonical JSON; null if the rows stand inside others there, or not at all
    const char* label;           ///< one of its rows, for people ("component")
    char letter;                 ///< first letter of new ids; 0 for tables without ids of their own
    std::vector<Column> columns; ///< in database order; keys come first
    std::vector<SetColumn> sets;

    int keyColumns = 0;

    /// The operations on a model's rows of this table. Rows and keys are values in column order.
    std::function<qsizetype(const Model&)> count;
    std::function<void(const Model&, const std::function<void(const void* row)>&)> each;
    std::function<const void*(const Model&, std::span<const Value> key)> find;
    /// Inserts or replaces; false if a value does not fit.
    std::function<bool(Model&, std::span<const Value> row)> put;
    /// Changes one row's columns in place; values without a change are skipped by `changed`. False if there is no such row.
    std::function<bool(Model&, std::span<const Value> key, std::span<const std::optional<Value>> changed)> update;
    std::function<bool(Model&, std::span<const Value> key)> erase;

    int column(QStringView columnName) const; ///< -1 if there is none
    std::vector<Value> values(const void* row) const;
};

/// In an order in which references point backwards wherever possible.
const std::vector<Table>& tables();
const Table& table(TableId id);
/// Null if no table has that name in the database.
const Table* tableNamed(QStringView name);

/// The TableId of a row type: tableOf<Component>.
template <class T>
inline constexpr TableId tableOf = TableId::Meta;

// clang-format off
template <> inline constexpr TableId tableOf<Policy> = TableId::Policy;
template <> inline constexpr TableId tableOf<FrameworkChoice> = TableId::Framework;
template <> inline constexpr TableId tableOf<CustomRule> = TableId::Rule;
template <> inline constexpr TableId tableOf<Zone> = TableId::Zone;
template <> inline constexpr TableId tableOf<ZoneHas> = TableId::ZoneHas;
template <> inline constexpr TableId tableOf<ZoneAllowedSource> = TableId::ZoneAllowedSource;
template <> inline constexpr TableId tableOf<Component> = TableId::Component;
template <> inline constexpr TableId tableOf<ComponentHas> = TableId::ComponentHas;
template <> inline constexpr TableId tableOf<ComponentOpenTo> = TableId::ComponentOpenTo;
template <> inline constexpr TableId tableOf<ComponentPep> = TableId::ComponentPep;
template <> inline constexpr TableId tableOf<ComponentCodeFrom> = TableId::ComponentCodeFrom;
template <> inline constexpr TableId tableOf<ComponentObeys> = TableId::ComponentObeys;
template <> inline constexpr TableId tableOf<ComponentNeedsData> = TableId::ComponentNeedsData;
template <> inline constexpr TableId tableOf<Identity> = TableId::Identity;
template <> inline constexpr TableId tableOf<Assignment> = TableId::Assignment;
template <> inline constexpr TableId tableOf<Secret> = TableId::Secret;
template <> inline constexpr TableId tableOf<Holding> = TableId::Holding;
template <> inline constexpr TableId tableOf<Grant> = TableId::Grant;
template <> inline constexpr TableId tableOf<SecretOnly> = TableId::SecretOnly;
template <> inline constexpr TableId tableOf<GrantReveals> = TableId::GrantReveals;
template <> inline constexpr TableId tableOf<GrantAssumes> = TableId::GrantAssumes;
template <> inline constexpr TableId tableOf<DataAsset> = TableId::DataAsset;
template <> inline constexpr TableId tableOf<GrantData> = TableId::GrantData;
template <> inline constexpr TableId tableOf<Handling> = TableId::Handling;
template <> inline constexpr TableId tableOf<Flow> = TableId::Flow;
template <> inline constexpr TableId tableOf<FlowHas> = TableId::FlowHas;
template <> inline constexpr TableId tableOf<FlowSecret> = TableId::FlowSecret;
template <> inline constexpr TableId tableOf<FlowData> = TableId::FlowData;
template <> inline constexpr TableId tableOf<FlowContinues> = TableId::FlowContinues;
template <> inline constexpr TableId tableOf<Diagram> = TableId::Diagram;
template <> inline constexpr TableId tableOf<Placement> = TableId::Placement;
template <> inline constexpr TableId tableOf<Route> = TableId::Route;
template <> inline constexpr TableId tableOf<Note> = TableId::Note;
template <> inline constexpr TableId tableOf<Decision> = TableId::Decision;
template <> inline constexpr TableId tableOf<Attestation> = TableId::Attestation;
template <> inline constexpr TableId tableOf<Snapshot> = TableId::Snapshot;
// clang-format on

} // namespace sallyport::model
