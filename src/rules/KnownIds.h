// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sallyport::rules {

/// An id as rules return it, or several joined by a space. The same text is the same object: rows that name an element again
/// and again are compared and copied by address, and what is said of an element is kept by its number.
struct KnownId {
    std::string utf8;
    QString text;
    std::uint32_t number = 0; ///< From 0, as they came up.
    bool isOne = false;       ///< Neither empty nor several.
    quint64 marks = 0;        ///< marksOf() it.
};

/// All that have come up. They stay where they are as long as this lives. For several threads.
class KnownIds {
public:
    const KnownId& of(std::string_view utf8);
    const KnownId& of(const QString& text);
    std::size_t count() const;

private:
    mutable std::mutex mutex_;
    std::deque<KnownId> all_;
    std::unordered_map<std::string_view, const KnownId*> byText_;
};

/// A bit for each id in a text of one or several: where an element's bit is missing, one need not look for the element. Several
/// elements share a bit.
quint64 marksOf(QStringView ids);

} // namespace sallyport::rules
