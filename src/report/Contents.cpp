// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Material.h"

namespace sallyport::report {

void writeContents(Book& book, const std::vector<Entry>& entries, int before) {
    book.section(Words::tr("Contents"), {}, 1e6);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (entry.title == Words::tr("Contents") && entry.level == 0) continue;
        const bool isSection = entry.level == 0;
        if (isSection) book.space(6);
        const QRectF line = book.take(isSection ? 17 : 15);
        const double indent = isSection ? 0 : 16;
        const Style said = isSection ? Style{10.5, 17, charts::Weight::Bold} : style::text;
        const QString number = QString::number(entry.page + 1);
        const double room = line.width() - indent - 40;
        const QString title = charts::cut(entry.title, room, said.size, said.weight);
        const double baseline = line.top() + 12;
        book.paint(textPaint({line.left() + indent, baseline}, title, said));
        book.paint(textPaint({line.right(), baseline}, number, said, charts::Side::Right));
        const double from = line.left() + indent + charts::textWidth(title, said.size, said.weight) + 8;
        const double to = line.right() - charts::textWidth(number, said.size, said.weight) - 8;
        if (to > from) book.paint(rulePaint(from, to, baseline));
        book.link(line, static_cast<int>(i) - before);
    }
}

} // namespace sallyport::report
