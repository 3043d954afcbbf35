// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Json.h"
#include "model/Tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>

namespace sallyport::document {

using model::Column;
using model::SetColumn;
using model::Table;
using model::TableId;
using model::Value;
using model::ValueType;

namespace {

constexpr qsizetype largestText = qsizetype(256) << 20;

/// Reads into a model; the first refusal is kept, and everything after it is skipped.
class Reader {
public:
    explicit Reader(QString file) : file_(std::move(file)) {}

    Expected<model::Model> read(const QJsonObject& top) {
        for (auto at = top.begin(); at != top.end() && !error_; ++at) readTop(at.key(), at.value());
        if (error_) return tl::unexpected<Error>(*error_);
        return std::move(model_);
    }

private:
    void refuse(const QString& place, const QString& what, const QString& remedy) {
        if (!error_) error_ = Error{what, file_.isEmpty() ? place : file_ + ": " + place, remedy};
    }
    bool wrongType(const QString& place, const char* wanted) {
        refuse(place, QString("This must be %1.").arg(QString::fromLatin1(wanted)), "Correct the file.");
        return false;
    }

    void readTop(const QString& name, const QJsonValue& value) {
        if (name == "title" || name == "notes") {
            if (!value.isString()) return void(wrongType(name, "text"));
            model_.meta.put({name, value.toString()});
            return;
        }
        if (name == "policy") return readPolicy(value);
        for (const Table& table : model::tables())
            if (table.list && name == QLatin1StringView(table.list)) return readList(table, name, value);
        refuse(name, "A model has no list of this name.", "Remove it, or correct its name.");
    }

    void readPolicy(const QJsonValue& value) {
        if (!value.isObject()) return void(wrongType("policy", "an object"));
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at) {
            const auto number = wholeNumber(at.value());
            if (!number) return void(wrongType("policy." + at.key(), "a whole number"));
            model_.policy.put({at.key(), *number});
        }
    }

    static std::optional<qint64> wholeNumber(const QJsonValue& value) {
        if (!value.isDouble()) return std::nullopt;
        const double real = value.toDouble();
        if (!std::isfinite(real) || std::floor(real) != real || std::abs(real) > 9e15) return std::nullopt;
        return static_cast<qint64>(real);
    }

    void readList(const Table& table, const QString& name, const QJsonValue& value) {
        if (!value.isArray()) return void(wrongType(name, "a list"));
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && !error_; ++i) {
            const QString place = QString("%1[%2]").arg(name).arg(i);
            if (!array[i].isObject()) return void(wrongType(place, "an object"));
            readElement(table, place, array[i].toObject());
        }
    }

    bool readScalar(const Column& column, const QString& place, const QJsonValue& value, Value& out) {
        switch (column.type) {
            case ValueType::Boolean:
                if (value.isString() && (value.toString() == "yes" || value.toString() == "no"))
                    out = qint64(value.toString() == "yes" ? 1 : 0);
                else if (value.isBool())
                    out = qint64(value.toBool() ? 1 : 0);
                else
                    return wrongType(place, "true or false");
                return true;
            case ValueType::Integer: {
                const auto number = wholeNumber(value);
                if (!number) return wrongType(place, "a whole number");
                out = *number;
                return true;
            }
            case ValueType::Real:
                if (!value.isDouble() || !std::isfinite(value.toDouble())) return wrongType(place, "a number");
                out = value.toDouble();
                return true;
            default:
                break;
        }
        if (!value.isString()) return wrongType(place, "text");
        out = value.toString();
        if (column.type != ValueType::Enumeration) return true;
        QStringList words;
        for (const model::Word& word : column.words) words << QString::fromLatin1(word.word);
        if (words.contains(value.toString())) return true;
        refuse(place, "'" + value.toString().left(80) + "' is none of: " + words.join(", ") + '.', "Use one of these words.");
        return false;
    }

    /// Columns by their place in the object; nested ones were unfolded to "a.b" by the caller.
    void readElement(const Table& table, const QString& place, const QJsonObject& object) {
        std::vector<Value> row(table.columns.size());
        QJsonObject rest;
        for (auto at = object.begin(); at != object.end() && !error_; ++at)
            if (!readMember(table, place, at.key(), at.value(), row)) rest.insert(at.key(), at.value());
        if (error_) return;
        if (table.id == TableId::Decision) readDecisionElements(place, rest, row);
        if (table.id == TableId::Attestation && model::isNull(row[static_cast<std::size_t>(table.column(u"element"))]))
            row[static_cast<std::size_t>(table.column(u"element"))] = QString();
        putRow(table, place, row);
        if (error_) return;
        const QString id = std::get<QString>(row.front());
        for (const SetColumn& set : table.sets) readSet(set, place, id, rest);
        readInside(table, place, id, rest);
        if (error_ || rest.isEmpty()) return;
        refuse(place + '.' + rest.begin().key(),
               QString("A %1 has no attribute of this name.").arg(QString::fromUtf8(table.label)),
               "Remove it, or correct its name.");
    }

    bool readMember(const Table& table, const QString& place, const QString& name, const QJsonValue& value,
                    std::vector<Value>& row) {
        bool found = false;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const QString json = QString::fromLatin1(table.columns[i].json);
            if (json == name && !(table.id == TableId::Decision && name == "elements")) {
                readScalar(table.columns[i], place + '.' + name, value, row[i]);
                return true;
            }
            if (!json.startsWith(name + '.')) continue;
            if (!value.isObject()) {
                wrongType(place + '.' + name, "an object");
                return true;
            }
            found = true;
            const QJsonValue inner = value.toObject().value(json.mid(name.size() + 1));
            if (!inner.isUndefined()) readScalar(table.columns[i], place + '.' + json, inner, row[i]);
        }
        if (found) refuseUnknownInner(table, place, name, value.toObject());
        return found;
    }

    void refuseUnknownInner(const Table& table, const QString& place, const QString& name, const QJsonObject& object) {
        for (auto at = object.begin(); at != object.end(); ++at) {
            const QString json = name + '.' + at.key();
            const bool known = std::any_of(table.columns.begin(), table.columns.end(),
                                           [&](const Column& c) { return json == QLatin1StringView(c.json); });
            if (!known) refuse(place + '.' + json, "There is no attribute of this name.", "Remove it, or correct its name.");
        }
    }

    void putRow(const Table& table, const QString& place, std::vector<Value>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Column& column = table.columns[i];
            const bool needed = column.kind == model::ColumnKind::Key || column.kind == model::ColumnKind::Fixed;
            if (needed && model::isNull(row[i]) && !hasDefault(table, column))
                return refuse(place, QString("'%1' is missing.").arg(QString::fromLatin1(column.json)),
                              "Every such element needs it.");
        }
        const auto keys = std::span(row).first(static_cast<std::size_t>(table.keyColumns));
        for (const Value& key : keys)
            if (std::holds_alternative<QString>(key) && std::get<QString>(key).isEmpty() && table.id != TableId::Decision)
                return refuse(place, "An id is empty.", "Give every element an id.");
        if (table.find(model_, keys))
            return refuse(place, "'" + std::get<QString>(row.front()) + "' stands here a second time.",
                          "Every element needs an id of its own.");
        if (!table.put(model_, row)) refuse(place, "A value does not fit.", "Correct the file.");
    }

    static bool hasDefault(const Table& table, const Column& column) {
        return column.type == ValueType::Boolean || (table.id == TableId::Diagram && column.type == ValueType::Integer);
    }

    std::optional<QStringList> takeTexts(QJsonObject& rest, const QString& name, const QString& place) {
        if (!rest.contains(name)) return std::nullopt;
        const QJsonValue value = rest.take(name);
        if (!value.isArray()) return void(wrongType(place + '.' + name, "a list")), std::nullopt;
        QStringList texts;
        for (const QJsonValue& member : value.toArray()) {
            if (!member.isString() || member.toString().isEmpty())
                return void(wrongType(place + '.' + name, "a list of texts")), std::nullopt;
            if (texts.contains(member.toString()))
                return refuse(place + '.' + name, "'" + member.toString().left(80) + "' stands here twice.",
                              "Name every member once."),
                       std::nullopt;
            texts << member.toString();
        }
        return texts;
    }

    void readDecisionElements(const QString& place, QJsonObject& rest, std::vector<Value>& row) {
        row[1] = takeTexts(rest, "elements", place).value_or(QStringList()).join(' ');
    }

    void choice(const SetColumn& set, const QString& id, const QString& member, bool present) {
        const Value row[] = {Value(id), Value(QString::fromLatin1(set.prefix) + '.' + member), Value(qint64(present))};
        model::table(set.choices).put(model_, row);
    }

    void readSet(const SetColumn& set, const QString& place, const QString& id, QJsonObject& rest) {
        const QString name = QString::fromLatin1(set.name);
        const auto present = takeTexts(rest, name, place);
        const auto absent = takeTexts(rest, name + "_absent", place);
        const QJsonValue known = rest.take(name + "_known");
        if (!known.isUndefined() && !known.isBool()) return void(wrongType(place + '.' + name + "_known", "true or false"));
        for (const auto& members : {present, absent})
            for (const QString& member : members.value_or(QStringList()))
                if (!isMember(set, member))
                    return refuse(place + '.' + name, "'" + member.left(80) + "' is no member of this set.",
                                  "Use the words of the model's vocabulary.");
        for (const QString& member : present.value_or(QStringList())) {
            const Value pair[] = {Value(id), Value(member)};
            if (set.relation)
                model::table(*set.relation).put(model_, pair);
            else
                choice(set, id, member, true);
        }
        for (const QString& member : absent.value_or(QStringList())) {
            if (present && present->contains(member))
                return refuse(place + '.' + name, "'" + member + "' is both present and absent.", "Name it in one of the two.");
            choice(set, id, member, false);
        }
        if (!known.toBool()) return;
        if (set.words.empty()) return choice(set, id, "*", false);
        for (const model::Word& word : set.words) {
            const QString member = QString::fromLatin1(word.word);
            if (!present || !present->contains(member)) choice(set, id, member, false);
        }
    }

    static bool isMember(const SetColumn& set, const QString& member) {
        if (set.words.empty()) return member != "*";
        return std::any_of(set.words.begin(), set.words.end(),
                           [&](const model::Word& word) { return member == QLatin1StringView(word.word); });
    }

    void readInside(const Table& table, const QString& place, const QString& id, QJsonObject& rest) {
        for (const NestedRows& rows : nestedPairs()) {
            if (rows.owner != table.id) continue;
            for (const QString& other : takeTexts(rest, QString::fromLatin1(rows.member), place).value_or(QStringList())) {
                const Value pair[] = {Value(id), Value(other)};
                model::table(rows.table).put(model_, pair);
            }
        }
        if (table.id == TableId::Grant)
            for (const auto access : {model::GrantAccess::Read, model::GrantAccess::Write})
                for (const QString& data :
                     takeTexts(rest, access == model::GrantAccess::Read ? "reads" : "writes", place).value_or(QStringList()))
                    model_.grantData.put({{id}, {data}, access});
        if (table.id == TableId::Flow) readInner(TableId::FlowData, "data", 0, place, id, rest);
        if (table.id == TableId::Diagram) {
            readInner(TableId::Placement, "placements", 0, place, id, rest);
            readInner(TableId::Route, "routes", 0, place, id, rest);
            readInner(TableId::Note, "notes", 1, place, id, rest);
        }
    }

    /// A list inside its owner: its objects lack the column that names the owner.
    void readInner(TableId inner, const QString& name, std::size_t ownerColumn, const QString& place, const QString& id,
                   QJsonObject& rest) {
        if (!rest.contains(name)) return;
        const QJsonValue value = rest.take(name);
        if (!value.isArray()) return void(wrongType(place + '.' + name, "a list"));
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && !error_; ++i) {
            const QString here = QString("%1.%2[%3]").arg(place, name).arg(i);
            if (!array[i].isObject()) return void(wrongType(here, "an object"));
            QJsonObject object = array[i].toObject();
            const QString owner = QString::fromLatin1(model::table(inner).columns[ownerColumn].json);
            if (object.contains(owner)) return refuse(here + '.' + owner, "There is no attribute of this name.", "Remove it.");
            object.insert(owner, id);
            readElement(model::table(inner), here, object);
        }
    }

    QString file_;
    model::Model model_;
    std::optional<Error> error_;
};

} // namespace

Expected<model::Model> readJson(const QByteArray& json, const QString& where) {
    if (json.trimmed().isEmpty()) return refuse("The file is empty.", where, "Open another copy of the model.");
    if (json.size() > largestText) return refuse("The file is larger than 256 MiB.", where, "A model is never that large.");
    QJsonParseError problem;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refuse(QString("This is not JSON: %1 at byte %2.").arg(problem.errorString()).arg(problem.offset), where,
                      "Correct the file.");
    if (!parsed.isObject()) return refuse("A model is one JSON object.", where, "Correct the file.");
    return Reader(where).read(parsed.object());
}

} // namespace sallyport::document
