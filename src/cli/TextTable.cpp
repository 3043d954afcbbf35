// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TextTable.h"

#include <algorithm>

namespace sallyport::cli {

namespace {

constexpr qsizetype widest = 60;

QString fitted(QString cell) {
    for (QChar& c : cell)
        if (c.category() == QChar::Other_Control) c = u' ';
    return cell.size() > widest ? cell.left(widest - 1) + QChar(0x2026) : cell;
}

} // namespace

void TextTable::add(QStringList cells) {
    cells.resize(heads_.size());
    for (QString& cell : cells) cell = fitted(cell);
    rows_.push_back(std::move(cells));
}

QString TextTable::text(const QString& indent) const {
    const auto columns = static_cast<std::size_t>(heads_.size());
    std::vector<qsizetype> widths;
    for (const QString& head : heads_) widths.push_back(head.size());
    for (const QStringList& row : rows_)
        for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], row[static_cast<qsizetype>(i)].size());
    QString text;
    const auto put = [&](const QStringList& cells) {
        QString line = indent;
        for (std::size_t i = 0; i < columns; ++i) {
            const QString& cell = cells[static_cast<qsizetype>(i)];
            if (i > 0) line += QStringLiteral("  ");
            line += sides_[i] == Side::Right ? cell.rightJustified(widths[i]) : cell.leftJustified(widths[i]);
        }
        while (line.endsWith(u' ')) line.chop(1);
        text += line + u'\n';
    };
    QStringList rules;
    for (const qsizetype width : widths) rules << QString(width, u'-');
    put(heads_);
    put(rules);
    for (const QStringList& row : rows_) put(row);
    return text;
}

} // namespace sallyport::cli
