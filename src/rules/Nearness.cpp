// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Nearness.h"

#include <QRegularExpression>
#include <QStringList>

namespace sallyport::rules {

std::optional<Nearness> Nearness::parse(const QString& text) {
    QStringList entries = text.split(u',');
    Nearness near;
    bool isNumber = false;
    near.steps = entries.takeFirst().trimmed().toInt(&isNumber);
    if (!isNumber) return std::nullopt;
    for (const QString& entry : entries) {
        const QStringList words = entry.split(u' ', Qt::SkipEmptyParts);
        if (words.size() != 2) return std::nullopt;
        near.fewer[words[0]] = words[1].toInt(&isNumber);
        if (!isNumber) return std::nullopt;
    }
    return near;
}

namespace {

const QRegularExpression& nearCondition() {
    static const QRegularExpression comment(QStringLiteral("\\s*/\\*near (.*?)\\*/"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return comment;
}

} // namespace

QString withNearConditions(QString sql, const QString& elements) {
    static const QRegularExpression near(QStringLiteral("\\bin near\\b"));
    for (auto match = nearCondition().match(sql); match.hasMatch(); match = nearCondition().match(sql))
        sql.replace(match.capturedStart(), match.capturedLength(),
                    u' ' + match.captured(1).replace(near, QStringLiteral("in ") + elements));
    return sql;
}

QString withoutNearConditions(QString sql) { return sql.remove(nearCondition()); }

} // namespace sallyport::rules
