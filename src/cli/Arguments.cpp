// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

#include <algorithm>

namespace sallyport::cli {

namespace {

const Option* find(const std::vector<Option>& options, const QString& word) {
    const auto at = std::find_if(options.begin(), options.end(), [&](const Option& option) {
        return word == QStringLiteral("--") + option.name ||
               (!option.letter.isNull() && word == QStringLiteral("-") + option.letter);
    });
    return at == options.end() ? nullptr : &*at;
}

} // namespace

Expected<Arguments> Arguments::parse(const QStringList& words, const std::vector<Option>& options) {
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == QStringLiteral("--")) {
            arguments.operands_ += words.mid(i + 1);
            break;
        }
        if (!word.startsWith(u'-') || word.size() == 1) {
            arguments.operands_ << word;
            continue;
        }
        const qsizetype equals = word.startsWith(QStringLiteral("--")) ? word.indexOf(u'=') : -1;
        const QString name = word.left(equals);
        const Option* option = find(options, name);
        if (!option) return refuse(QStringLiteral("There is no option %1.").arg(name));
        QStringList& values = arguments.values_[option->name];
        if (!values.isEmpty() && !option->repeats) return refuse(QStringLiteral("%1 is given twice.").arg(name));
        if (option->value.isEmpty()) {
            if (equals >= 0) return refuse(QStringLiteral("%1 takes no value.").arg(name));
            values << QString();
        } else if (equals >= 0) {
            values << word.mid(equals + 1);
        } else {
            if (++i == words.size()) return refuse(QStringLiteral("%1 needs a value: %2.").arg(name, option->value));
            values << words[i];
        }
    }
    return arguments;
}

} // namespace sallyport::cli
