// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/KnownIds.h"

#include <QStringTokenizer>

namespace sallyport::rules {

const KnownId& KnownIds::of(std::string_view utf8) {
    const std::lock_guard lock(mutex_);
    if (const auto at = byText_.find(utf8); at != byText_.end()) return *at->second;
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const std::string plain = text.toStdString(); // what is no UTF-8 reads as another text does
    if (const auto at = byText_.find(plain); at != byText_.end()) return *at->second;
    KnownId& id = all_.emplace_back();
    id.utf8 = plain;
    id.text = text;
    id.number = static_cast<std::uint32_t>(all_.size() - 1);
    id.isOne = !plain.empty() && plain.find(' ') == std::string::npos;
    id.marks = marksOf(text);
    byText_.emplace(id.utf8, &id);
    return id;
}

const KnownId& KnownIds::of(const QString& text) { return of(text.toStdString()); }

std::size_t KnownIds::count() const {
    const std::lock_guard lock(mutex_);
    return all_.size();
}

quint64 marksOf(QStringView ids) {
    quint64 marks = 0;
    for (const QStringView id : QStringTokenizer(ids, u' ', Qt::SkipEmptyParts)) {
        unsigned mixed = 0; // ids differ in their last letters
        for (const QChar letter : id.last(std::min<qsizetype>(id.size(), 4))) mixed = mixed * 37 + letter.unicode();
        marks |= quint64(1) << (mixed * 0x9E3779B1U >> 26);
    }
    return marks;
}

} // namespace sallyport::rules
