// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Json.h"
#include "model/Tables.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <array>

namespace sallyport::document {

using model::Column;
using model::SetColumn;
using model::Table;
using model::TableId;
using model::Value;

std::span<const NestedRows> nestedPairs() {
    static constexpr std::array<NestedRows, 5> all{{{TableId::Flow, "carries", TableId::FlowSecret},
                                                    {TableId::Flow, "continues", TableId::FlowContinues},
                                                    {TableId::Secret, "scoped", TableId::SecretOnly},
                                                    {TableId::Grant, "reveals", TableId::GrantReveals},
                                                    {TableId::Grant, "assumes", TableId::GrantAssumes}}};
    return all;
}

namespace {

QString escaped(QChar c) {
    switch (c.unicode()) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    if (c.unicode() < 0x20) return QString("\\u%1").arg(uint(c.unicode()), 4, 16, QChar('0'));
    return c;
}

QByteArray quoted(const QString& text) {
    QString out = "\"";
    for (const QChar c : text) out += escaped(c);
    return (out + '"').toUtf8();
}

QByteArray scalar(const Column& column, const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value))
        return column.type == model::ValueType::Boolean ? QByteArray(*number ? "true" : "false") : QByteArray::number(*number);
    if (const auto* real = std::get_if<double>(&value)) return QByteArray::number(*real, 'g', QLocale::FloatingPointShortest);
    return quoted(std::get<QString>(value));
}

QByteArray array(const QStringList& texts) {
    QByteArray out = "[";
    for (const QString& text : texts) out += (out.size() > 1 ? ", " : "") + quoted(text);
    return out + ']';
}

/// Members of one object, one a line; finish() gives the object.
class Object {
public:
    explicit Object(int indent) : indent_(indent) {}
    void add(const QByteArray& name, const QByteArray& value) { addQuoted('"' + name + '"', value); }
    void addQuoted(const QByteArray& name, const QByteArray& value) {
        text_ += (text_.isEmpty() ? "\n" : ",\n") + QByteArray(indent_ + 1, ' ') + name + ": " + value;
    }
    bool isEmpty() const { return text_.isEmpty(); }
    QByteArray finish() const { return isEmpty() ? QByteArray("{}") : '{' + text_ + '\n' + QByteArray(indent_, ' ') + '}'; }

private:
    int indent_;
    QByteArray text_;
};

QByteArray list(const QList<QByteArray>& objects, int indent) {
    if (objects.isEmpty()) return "[]";
    const QByteArray gap = '\n' + QByteArray(indent + 1, ' ');
    return '[' + gap + objects.join(',' + gap) + '\n' + QByteArray(indent, ' ') + ']';
}

/// What stands inside the objects of elements, gathered once: (table, element) -> texts in key order.
class Nested {
public:
    explicit Nested(const model::Model& model) {
        for (const NestedRows& rows : nestedPairs()) gatherPairs(model, rows.table);
        for (const Table& table : model::tables())
            for (const SetColumn& set : table.sets) {
                if (set.relation) gatherPairs(model, *set.relation);
            }
        for (const TableId choices : {TableId::ZoneHas, TableId::ComponentHas, TableId::FlowHas}) gatherChoices(model, choices);
        for (const model::GrantData& row : model.grantData)
            effects_[row.access == model::GrantAccess::Read ? "r" + row.grant.value : "w" + row.grant.value] << row.data.value;
        for (const model::FlowData& row : model.flowData) transfers_[row.flow.value].push_back(&row);
        for (const model::Placement& row : model.placements) placements_[row.diagram.value].push_back(&row);
        for (const model::Route& row : model.routes) routes_[row.diagram.value].push_back(&row);
        for (const model::Note& row : model.notes) notes_[row.diagram.value].push_back(&row);
    }

    QStringList pairs(TableId table, const QString& id) const { return pairs_.value({static_cast<int>(table), id}); }
    /// The members of an element's choices with one prefix, present or absent.
    QStringList choices(TableId table, const QString& id, const QString& prefix, bool present) const {
        return choices_.value({static_cast<int>(table), id + '\n' + prefix + (present ? "+" : "-")});
    }
    QStringList reads(const QString& grant) const { return effects_.value("r" + grant); }
    QStringList writes(const QString& grant) const { return effects_.value("w" + grant); }
    QList<const model::FlowData*> transfers(const QString& flow) const { return transfers_.value(flow); }
    QList<const model::Placement*> placements(const QString& diagram) const { return placements_.value(diagram); }
    QList<const model::Route*> routes(const QString& diagram) const { return routes_.value(diagram); }
    QList<const model::Note*> notes(const QString& diagram) const { return notes_.value(diagram); }

private:
    void gatherPairs(const model::Model& model, TableId id) {
        const Table& table = model::table(id);
        table.each(model, [&](const void* row) {
            pairs_[{static_cast<int>(id), std::get<QString>(table.columns[0].get(row))}]
                << std::get<QString>(table.columns[1].get(row));
        });
    }
    void gatherChoices(const model::Model& model, TableId id) {
        const Table& table = model::table(id);
        table.each(model, [&](const void* row) {
            const QString what = std::get<QString>(table.columns[1].get(row));
            const bool present = std::get<qint64>(table.columns[2].get(row)) != 0;
            const auto dot = what.indexOf('.');
            choices_[{static_cast<int>(id),
                      std::get<QString>(table.columns[0].get(row)) + '\n' + what.left(dot) + (present ? "+" : "-")}]
                << what.mid(dot + 1);
        });
    }

    QHash<QPair<int, QString>, QStringList> pairs_, choices_;
    QHash<QString, QStringList> effects_;
    QHash<QString, QList<const model::FlowData*>> transfers_;
    QHash<QString, QList<const model::Placement*>> placements_;
    QHash<QString, QList<const model::Route*>> routes_;
    QHash<QString, QList<const model::Note*>> notes_;
};

void writeSet(Object& object, const SetColumn& set, const QString& id, const Nested& nested) {
    const QString prefix = QString::fromLatin1(set.prefix);
    const QStringList present = set.relation ? nested.pairs(*set.relation, id) : nested.choices(set.choices, id, prefix, true);
    QStringList absent = nested.choices(set.choices, id, prefix, false);
    const QByteArray name(set.name);
    bool known = absent.removeAll("*") > 0;
    if (!set.words.empty() && present.size() + absent.size() == static_cast<qsizetype>(set.words.size())) {
        known = true;
        absent.clear();
    }
    if (!present.isEmpty()) object.add(name, array(present));
    if (!absent.isEmpty()) object.add(name + "_absent", array(absent));
    if (known) object.add(name + "_known", "true");
}

/// All members that are columns; those named "a.b" together in an object a.
void writeColumns(Object& object, const Table& table, const void* row, int indent, int from = 0) {
    for (std::size_t i = static_cast<std::size_t>(from); i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const QByteArray name(column.json);
        const auto dot = name.indexOf('.');
        if (dot < 0) {
            const Value value = column.get(row);
            if (!model::isNull(value)) object.add(name, scalar(column, value));
            continue;
        }
        const QByteArray group = name.left(dot);
        Object inner(indent + 1);
        for (; i < table.columns.size() && QByteArray(table.columns[i].json).startsWith(group + '.'); ++i) {
            const Value value = table.columns[i].get(row);
            if (!model::isNull(value))
                inner.add(QByteArray(table.columns[i].json).mid(dot + 1), scalar(table.columns[i], value));
        }
        --i;
        if (!inner.isEmpty()) object.add(group, inner.finish());
    }
}

/// The rows of one table that stand in a list inside their owner, without the column that names the owner.
template <class T>
QByteArray innerList(const Table& table, const QList<const T*>& rows, int indent) {
    QList<QByteArray> objects;
    for (const T* row : rows) {
        Object object(indent + 1);
        for (const Column& column : table.columns) {
            const Value value = column.get(row);
            const bool owner = QByteArrayView(column.name) == "diagram" || QByteArrayView(column.name) == "flow";
            if (!model::isNull(value) && !(owner && &column == &table.columns[QByteArrayView(table.name) == "note" ? 1 : 0]))
                object.add(column.json, scalar(column, value));
        }
        objects << object.finish();
    }
    return list(objects, indent);
}

void writeInside(Object& object, const Table& table, const QString& id, const Nested& nested, int indent) {
    if (table.id == TableId::Flow && !nested.transfers(id).isEmpty())
        object.add("data", innerList(model::table(TableId::FlowData), nested.transfers(id), indent));
    if (table.id == TableId::Grant) {
        if (!nested.reads(id).isEmpty()) object.add("reads", array(nested.reads(id)));
        if (!nested.writes(id).isEmpty()) object.add("writes", array(nested.writes(id)));
    }
    for (const NestedRows& rows : nestedPairs())
        if (rows.owner == table.id && !nested.pairs(rows.table, id).isEmpty())
            object.add(rows.member, array(nested.pairs(rows.table, id)));
    if (table.id != TableId::Diagram) return;
    if (!nested.placements(id).isEmpty())
        object.add("placements", innerList(model::table(TableId::Placement), nested.placements(id), indent));
    if (!nested.routes(id).isEmpty()) object.add("routes", innerList(model::table(TableId::Route), nested.routes(id), indent));
    if (!nested.notes(id).isEmpty()) object.add("notes", innerList(model::table(TableId::Note), nested.notes(id), indent));
}

QByteArray writeElement(const Table& table, const void* row, const Nested& nested) {
    constexpr int indent = 2;
    Object object(indent);
    if (table.id == TableId::Decision) {
        const auto* decision = static_cast<const model::Decision*>(row);
        object.add("rule", quoted(decision->rule));
        object.add("elements", array(decision->elements.split(' ', Qt::SkipEmptyParts)));
        writeColumns(object, table, row, indent, 2);
        return object.finish();
    }
    if (table.id == TableId::Attestation && static_cast<const model::Attestation*>(row)->element.isEmpty()) {
        Table whole = table;
        whole.columns.erase(whole.columns.begin() + table.column(u"element"));
        writeColumns(object, whole, row, indent);
        return object.finish();
    }
    writeColumns(object, table, row, indent);
    const QString id = std::get<QString>(table.columns.front().get(row));
    for (const SetColumn& set : table.sets) writeSet(object, set, id, nested);
    writeInside(object, table, id, nested, indent);
    return object.finish();
}

} // namespace

QByteArray writeJson(const model::Model& model) {
    const Nested nested(model);
    Object top(0);
    for (const char* fact : {"title", "notes"})
        if (const auto* row = model.meta.find(QString::fromLatin1(fact))) top.add(fact, quoted(row->value));
    static constexpr std::array order{TableId::Zone,        TableId::Component, TableId::Flow,    TableId::Identity,
                                      TableId::Assignment,  TableId::Secret,    TableId::Holding, TableId::Grant,
                                      TableId::DataAsset,   TableId::Handling,  TableId::Diagram, TableId::Decision,
                                      TableId::Attestation, TableId::Framework, TableId::Rule};
    for (const TableId id : order) {
        const Table& table = model::table(id);
        QList<QByteArray> objects;
        table.each(model, [&](const void* row) { objects << writeElement(table, row, nested); });
        top.add(table.list, list(objects, 1));
    }
    Object policy(1);
    for (const model::Policy& row : model.policy) policy.addQuoted(quoted(row.name), QByteArray::number(row.value));
    top.add("policy", policy.finish());
    return top.finish() + '\n';
}

} // namespace sallyport::document
