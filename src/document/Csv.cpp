// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Csv.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::document {

namespace {

bool isNumber(const QString& cell) {
    bool number = false;
    (void)cell.toDouble(&number);
    return number;
}

QByteArray quoted(const QString& cell) {
    QString text = safeCell(cell);
    const bool plain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (plain) return text.toUtf8();
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QString textOf(const model::Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) return QString::number(*number);
    if (const auto* real = std::get_if<double>(&value)) return QString::number(*real, 'g', QLocale::FloatingPointShortest);
    const auto* text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

} // namespace

QString safeCell(const QString& cell) {
    static const QString runs = QStringLiteral("=+-@\t\r\n");
    if (cell.isEmpty() || !runs.contains(cell.front()) || isNumber(cell)) return cell;
    return u'\'' + cell;
}

QByteArray csvLine(const QStringList& cells) {
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + quoted(cells[i]);
    return line + "\r\n";
}

QByteArray csvOf(const model::Model& model, const model::Table& table) {
    QStringList heads;
    for (const model::Column& column : table.columns) {
        if (column.type == model::ValueType::Blob) continue;
        heads << QString::fromLatin1(column.name);
        if (column.references) heads << QString::fromLatin1(column.name) + QStringLiteral("_name");
    }
    CsvTable csv(heads);
    table.each(model, [&](const void* row) {
        QStringList cells;
        for (const model::Column& column : table.columns) {
            if (column.type == model::ValueType::Blob) continue;
            const QString text = textOf(column.get(row));
            cells << text;
            if (column.references) cells << (text.isEmpty() ? QString() : model.nameOf(text));
        }
        csv.add(cells);
    });
    return csv.text();
}

} // namespace sallyport::document
