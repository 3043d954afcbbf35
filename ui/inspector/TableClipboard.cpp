// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TableClipboard.h"

#include "document/Editor.h"

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

Error placed(Error error, qsizetype row, const TableColumn& column) {
    error.where = QStringLiteral("Row %1 of what was pasted, column “%2”").arg(row + 1).arg(column.label);
    return error;
}

const TableColumn* columnCalled(const std::vector<TableColumn>& all, const QString& text) {
    for (const TableColumn& column : all)
        if (text.trimmed().compare(column.label, Qt::CaseInsensitive) == 0 ||
            (column.column && text.trimmed().compare(QLatin1StringView(column.column->name), Qt::CaseInsensitive) == 0))
            return &column;
    return nullptr;
}

} // namespace

QList<QStringList> fromTabs(const QString& text) {
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else if (c == u'"')
                quoted = false;
            else
                cell += c;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t') {
            row << cell;
            cell.clear();
        } else if (c == u'\n') {
            rows << (row << cell);
            row.clear();
            cell.clear();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) rows << (row << cell);
    return rows;
}

QString toTabs(const QList<QStringList>& rows) {
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (QString cell : row) {
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.startsWith(u'"'))
                cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            cells << cell;
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

Expected<void> preparePaste(const model::Model& model, const std::vector<TableColumn>& all, Paste& paste) {
    if (paste.rows.isEmpty())
        return refuse(QStringLiteral("There is nothing to paste."), {},
                      QStringLiteral("Copy cells of a table or spreadsheet first."));
    std::vector<const TableColumn*> named;
    for (const QString& cell : paste.rows.first()) named.push_back(columnCalled(all, cell));
    if (named.size() > 1 && std::all_of(named.begin(), named.end(), [](const TableColumn* one) { return one != nullptr; })) {
        paste.columns = named;
        paste.rows.removeFirst();
    }
    for (qsizetype r = 0; r < paste.rows.size(); ++r) {
        const QStringList& row = paste.rows[r];
        if (row.size() > static_cast<qsizetype>(paste.columns.size()))
            return refuse(QStringLiteral("What was pasted has %1 columns; there is room for %2.")
                              .arg(row.size())
                              .arg(paste.columns.size()),
                          QStringLiteral("Row %1 of what was pasted").arg(r + 1),
                          QStringLiteral("Paste further to the left, or copy fewer columns."));
        const bool fresh = r >= paste.ids.size();
        bool identity = false, target = false;
        for (qsizetype c = 0; c < row.size(); ++c) {
            const TableColumn& column = *paste.columns[static_cast<std::size_t>(c)];
            if (column.links) {
                if (auto others = readLinks(model, column, row[c]); !others)
                    return tl::unexpected(placed(others.error(), r, column));
                continue;
            }
            const QLatin1StringView name(column.column->name);
            identity = identity || (name == u"identity" && !row[c].trimmed().isEmpty());
            target = target || (name == u"target" && !row[c].trimmed().isEmpty());
            if (fresh && !column.canBeUnknown() && row[c].trimmed().isEmpty() && !column.column->references) continue;
            if (auto value = readCell(model, column, row[c]); !value) return tl::unexpected(placed(value.error(), r, column));
        }
        if (fresh && paste.table == TableId::Grant && !(identity && target))
            return refuse(QStringLiteral("A new grant needs an identity and a component."),
                          QStringLiteral("Row %1 of what was pasted").arg(r + 1),
                          QStringLiteral("Paste both columns, “Identity” and “At component”."));
    }
    return {};
}

QStringList writePaste(document::Editor& editor, const Paste& paste) {
    QStringList written;
    const model::Model& model = editor.model();
    for (qsizetype r = 0; r < paste.rows.size(); ++r) {
        const QStringList& row = paste.rows[r];
        QString id = paste.ids.value(r);
        const bool fresh = id.isEmpty();
        std::vector<std::pair<const TableColumn*, Value>> values;
        QString name;
        for (qsizetype c = 0; c < row.size(); ++c) {
            const TableColumn* column = paste.columns[static_cast<std::size_t>(c)];
            if (column->links) continue;
            const auto value = readCell(model, *column, row[c]);
            if (!value) continue; // an empty fixed cell of a new row keeps its default
            if (fresh && QLatin1StringView(column->column->name) == u"name") {
                name = std::get<QString>(*value);
                continue;
            }
            values.emplace_back(column, *value);
        }
        if (fresh && paste.table == TableId::Grant) {
            model::Grant grant;
            grant.id = document::Editor::newId<model::Grant>();
            for (const auto& [column, value] : values) column->column->set(&grant, value);
            editor.put(grant);
            id = grant.id.value;
        } else {
            if (fresh) id = newElement(editor, paste.table, name);
            for (const auto& [column, value] : values) writeCell(editor, paste.table, *column, id, value);
        }
        for (qsizetype c = 0; c < row.size(); ++c) {
            const TableColumn* column = paste.columns[static_cast<std::size_t>(c)];
            if (!column->links) continue;
            if (const auto others = readLinks(model, *column, row[c])) writeLinks(editor, *column, id, *others);
        }
        written << id;
    }
    return written;
}

} // namespace sallyport::ui
