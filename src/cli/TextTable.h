// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport::cli {

/// Columns in plain text, two spaces apart, each as wide as its widest cell; the heads are underlined.
class TextTable {
public:
    enum class Side { Left, Right };

    explicit TextTable(const QStringList& heads) : heads_(heads), sides_(static_cast<std::size_t>(heads.size()), Side::Left) {}

    void setSide(int column, Side side) { sides_[static_cast<std::size_t>(column)] = side; }
    /// Cells beyond the heads are dropped; missing ones are empty. A line break in a cell becomes a space.
    void add(QStringList cells);
    QString text(const QString& indent = {}) const;

private:
    QStringList heads_;
    std::vector<Side> sides_;
    std::vector<QStringList> rows_;
};

} // namespace sallyport::cli
