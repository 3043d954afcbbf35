// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TableColumns.h"

#include "document/Edits.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

const void* rowOf(const model::Model& model, TableId table, const QString& id) {
    const Value key[] = {Value(id)};
    return model::table(table).find(model, key);
}

/// The element a text names: by id, or by a name that only one has.
Expected<QString> elementNamed(const model::Model& model, TableId table, const QString& text) {
    if (rowOf(model, table, text)) return text;
    QStringList found;
    const model::Table& description = model::table(table);
    description.each(model, [&](const void* row) {
        const QString id = std::get<QString>(description.columns.front().get(row));
        if (model.nameOf(id).compare(text, Qt::CaseInsensitive) == 0) found << id;
    });
    if (found.size() == 1) return found.first();
    const QString kind = QString::fromUtf8(description.label);
    if (found.isEmpty())
        return refuse(QStringLiteral("There is no %1 called “%2”.").arg(kind, text), {},
                      QStringLiteral("Use the name of one that exists, or its id."));
    return refuse(QStringLiteral("%1 elements are called “%2”.").arg(found.size()).arg(text), {},
                  QStringLiteral("Use the id of the one that is meant."));
}

Expected<Value> readNumber(const TableColumn& column, const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(-?[\\d.,'\\s]+?)\\s*(s|sec|min|m|h|d|day|days)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    bool good = match.hasMatch();
    QString digits = match.captured(1);
    if (column.column->type == model::ValueType::Real) {
        const double number = digits.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&good);
        if (good && number >= 0 && match.captured(2).isEmpty()) return Value(number);
        return refuse(QStringLiteral("“%1” is not a number.").arg(text), {}, QStringLiteral("Write a number such as 2.5."));
    }
    digits.remove(QRegularExpression(QStringLiteral("[.,'\\s]")));
    const qint64 number = digits.toLongLong(&good);
    const QString unit = match.captured(2).toLower();
    qint64 length = 1;
    if (unit.startsWith(u'm')) length = 60;
    if (unit == u"h") length = 3600;
    if (unit.startsWith(u'd')) length = 86400;
    const bool unitFits = unit.isEmpty() || column.form() == Form::Duration;
    if (!good || !unitFits || number < 0 || number > (qint64(1) << 40))
        return refuse(QStringLiteral("“%1” is not a whole number.").arg(text), {},
                      column.form() == Form::Duration ? QStringLiteral("Write seconds, or a number with s, min, h or days.")
                                                      : QStringLiteral("Write a whole number."));
    return Value(number * length);
}

Expected<Value> readWord(const model::Column& column, const QString& text) {
    QStringList labels;
    if (column.type == model::ValueType::Boolean) {
        static const QStringList yes{"yes", "true", "1", "y", "x"}, no{"no", "false", "0", "n"};
        if (yes.contains(text.toLower())) return Value(qint64(1));
        if (no.contains(text.toLower())) return Value(qint64(0));
        labels = {QStringLiteral("Yes"), QStringLiteral("No")};
    }
    for (const model::Word& word : column.words) {
        const QString label = QString::fromUtf8(word.label), written = QString::fromLatin1(word.word);
        if (text.compare(label, Qt::CaseInsensitive) == 0 || text.compare(written, Qt::CaseInsensitive) == 0)
            return Value(written);
        labels << label;
    }
    return refuse(QStringLiteral("“%1” is no answer to “%2”.").arg(text, QString::fromUtf8(column.label)), {},
                  QStringLiteral("Use one of: %1.").arg(labels.join(QStringLiteral(", "))));
}

} // namespace

bool TableColumn::isNumber() const {
    return column && (column->type == model::ValueType::Integer || column->type == model::ValueType::Real);
}

std::vector<TableColumn> tableColumns(TableId table) {
    const model::Table& description = model::table(table);
    std::vector<TableColumn> first, last, linked;
    for (const model::Column& column : description.columns) {
        const QLatin1StringView name(column.name);
        if (name == u"id") continue;
        TableColumn made{QString::fromUtf8(column.label), &column, nullptr,
                         questionFor(table, QString::fromLatin1(column.name))};
        const bool durationLabel = made.form() == Form::Duration;
        if (durationLabel) made.label.remove(QStringLiteral(" (s)"));
        const bool leads = name == u"name" || name == u"kind" || table == TableId::Grant ||
                           (table == TableId::Secret && (name == u"identity" || name == u"purpose"));
        (leads ? first : last).push_back(made);
    }
    for (const Links* links : linkColumns(table)) {
        TableColumn made{QString::fromUtf8(links->section), nullptr, links, nullptr};
        linked.push_back(made);
    }
    first.insert(first.end(), linked.begin(), linked.end());
    first.insert(first.end(), last.begin(), last.end());
    return first;
}

Value cellValue(const model::Model& model, TableId table, const TableColumn& column, const QString& id) {
    const void* row = rowOf(model, table, id);
    return row && column.column ? column.column->get(row) : Value();
}

CellText cellText(const model::Model& model, TableId table, const TableColumn& column, const QString& id) {
    if (column.links) {
        QStringList names;
        for (const QString& other : column.links->of(model, id)) names << model.nameOf(other);
        return {names.join(QStringLiteral(", ")), false, true};
    }
    const void* row = rowOf(model, table, id);
    if (!row) return {};
    const Value value = column.column->get(row);
    const bool asked = !column.question || isAsked(*column.question, model, row);
    if (!model::isNull(value)) return {valueText(model, *column.column, value, column.form()), false, asked};
    return {{},
            column.column->kind == model::ColumnKind::Answer && asked && !(column.question && column.question->optional),
            asked};
}

Expected<Value> readCell(const model::Model& model, const TableColumn& column, const QString& raw) {
    const QString text = raw.trimmed();
    const bool empty =
        text.isEmpty() || text == u"?" || text == u"–" || text == u"-" || text.compare(u"unknown", Qt::CaseInsensitive) == 0;
    if (empty && column.canBeUnknown()) return Value();
    if (empty && text.isEmpty())
        return refuse(QStringLiteral("%1 cannot be empty.").arg(column.label), {}, QStringLiteral("Give it a value."));
    switch (column.column->type) {
        case model::ValueType::Boolean:
        case model::ValueType::Enumeration:
            return readWord(*column.column, text);
        case model::ValueType::Reference: {
            auto id = elementNamed(model, *column.column->references, text);
            if (!id) return tl::unexpected(id.error());
            return Value(*id);
        }
        case model::ValueType::Integer:
        case model::ValueType::Real:
            return readNumber(column, text);
        default:
            break;
    }
    if (column.form() == Form::Date && !QDate::fromString(text.left(10), Qt::ISODate).isValid())
        return refuse(QStringLiteral("“%1” is not a date.").arg(text), {},
                      QStringLiteral("Write it as year, month, day: 2026-10-31."));
    return Value(text.left(1000));
}

Expected<QStringList> readLinks(const model::Model& model, const TableColumn& column, const QString& text) {
    QStringList ids;
    const QStringList names = text.split(QRegularExpression(QStringLiteral("[,;]")), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (name.trimmed().isEmpty()) continue;
        auto id = elementNamed(model, column.links->others(), name.trimmed());
        if (!id) return tl::unexpected(id.error());
        if (!ids.contains(*id)) ids << *id;
    }
    return ids;
}

void writeCell(document::Editor& editor, TableId table, const TableColumn& column, const QString& id, const Value& value) {
    if (QLatin1StringView(column.column->name) == u"name") {
        const auto* name = std::get_if<QString>(&value);
        document::rename(editor, id, name ? *name : QString());
        return;
    }
    editor.set(table, id, column.column->name, value);
}

void writeLinks(document::Editor& editor, const TableColumn& column, const QString& id, const QStringList& others) {
    const QStringList now = column.links->of(editor.model(), id);
    for (const QString& other : now)
        if (!others.contains(other)) removeLink(editor, *column.links, id, other);
    for (const QString& other : others)
        if (!now.contains(other)) addLink(editor, *column.links, id, other);
}

QString newElement(document::Editor& editor, TableId table, const QString& name) {
    const auto free = [&](const QString& usual) {
        return document::freeName(editor.model(), table, name.isEmpty() ? usual : name);
    };
    const QString id = document::Editor::newId(table);
    switch (table) {
        case TableId::Identity: {
            model::Identity row;
            row.id = {id};
            row.name = free(QStringLiteral("identity"));
            editor.put(row);
            break;
        }
        case TableId::Secret: {
            model::Secret row;
            row.id = {id};
            row.name = free(QStringLiteral("secret"));
            editor.put(row);
            break;
        }
        case TableId::DataAsset: {
            model::DataAsset row;
            row.id = {id};
            row.name = free(QStringLiteral("data"));
            editor.put(row);
            break;
        }
        default:
            editor.fail(
                {QStringLiteral("A %1 needs more than a name.").arg(QString::fromUtf8(model::table(table).label)), {}, {}});
    }
    return id;
}

QString copyElement(document::Editor& editor, TableId table, const QString& id) {
    const model::Model& model = editor.model();
    const void* row = rowOf(model, table, id);
    if (!row) return {};
    const model::Table& description = model::table(table);
    std::vector<Value> values = description.values(row);
    const QString copy = document::Editor::newId(table);
    values[0] = Value(copy);
    if (const int name = description.column(u"name"); name >= 0)
        values[static_cast<std::size_t>(name)] =
            Value(document::freeName(model, table, model.nameOf(id) + QStringLiteral(" copy")));
    editor.putValues(table, values);
    for (const Links* links : linkColumns(table)) {
        const model::Table& pairs = model::table(links->table);
        for (const QString& other : links->of(model, id)) {
            const void* link = pairs.find(model, links->key(id, other));
            if (!link) continue;
            std::vector<Value> pair = pairs.values(link);
            pair[static_cast<std::size_t>(pairs.column(QString::fromLatin1(links->self)))] = Value(copy);
            editor.putValues(links->table, pair);
        }
    }
    return copy;
}

} // namespace sallyport::ui
