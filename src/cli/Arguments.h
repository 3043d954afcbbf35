// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport::cli {

/// An option of a command. `value` is what stands for its value in the help; empty: it takes none.
struct Option {
    QString name;         ///< without the dashes
    QChar letter;         ///< null: it has no short form
    QString value;        ///< "FILE"
    QString text;         ///< what it does, one phrase
    bool repeats = false; ///< may be given several times
};

/// A command's words, sorted out.
class Arguments {
public:
    /// "--name value", "--name=value", "-n value", "--" ends the options. Refuses an option the command does not have, a
    /// missing value, and an option given twice that does not repeat.
    static Expected<Arguments> parse(const QStringList& words, const std::vector<Option>& options);

    const QStringList& operands() const { return operands_; }
    bool has(const QString& option) const { return values_.contains(option); }
    /// Of the last time it was given; empty if it was not.
    QString value(const QString& option) const { return values_.value(option).value(0); }
    QStringList values(const QString& option) const { return values_.value(option); }

private:
    QStringList operands_;
    QHash<QString, QStringList> values_;
};

} // namespace sallyport::cli
