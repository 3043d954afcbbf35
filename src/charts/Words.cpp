// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>
#include <cmath>

namespace sallyport::charts {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

const QLocale& english() {
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

} // namespace

QString shareText(double share) {
    if (share > 0 && share < 0.005) return QStringLiteral("<0.01");
    // A whole reads as a whole only if it is one.
    if (share < 1 && share >= 0.995) return QStringLiteral(">0.99");
    return QString::number(share, 'f', 2);
}

QString percentText(double share) {
    const QString unit = QStringLiteral(" %");
    if (share > 0 && share < 0.005) return QStringLiteral("<1") + unit;
    if (share < 1 && share >= 0.995) return QStringLiteral(">99") + unit;
    return QString::number(std::lround(share * 100)) + unit;
}

QString countText(qint64 count) { return english().toString(count); }

QString amountText(double amount) {
    QString text = english().toString(amount, 'f', 2);
    while (text.endsWith(u'0')) text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

QString counted(qint64 count, const QString& one, const QString& many) {
    return countText(count) + u' ' + (count == 1 ? one : many);
}

QString durationText(std::optional<qint64> seconds) {
    if (!seconds) return Words::tr("no end");
    struct Unit {
        qint64 seconds;
        const char* one;
        const char* many;
    };
    static constexpr std::array<Unit, 4> units{{{86400, QT_TR_NOOP("day"), QT_TR_NOOP("days")},
                                                {3600, QT_TR_NOOP("hour"), QT_TR_NOOP("hours")},
                                                {60, QT_TR_NOOP("minute"), QT_TR_NOOP("minutes")},
                                                {1, QT_TR_NOOP("second"), QT_TR_NOOP("seconds")}}};
    // 90 minutes stay minutes, 25 hours stay hours, 400 days stay days.
    for (const Unit& unit : units) {
        if (*seconds < unit.seconds) continue;
        const double exact = static_cast<double>(*seconds) / static_cast<double>(unit.seconds);
        const bool isWhole = *seconds % unit.seconds == 0;
        if (isWhole || exact >= 3) return counted(std::llround(exact), Words::tr(unit.one), Words::tr(unit.many));
    }
    return counted(*seconds, Words::tr("second"), Words::tr("seconds"));
}

QString effortText(int effort) {
    switch (effort) {
        case 0:
            return Words::tr("bookkeeping");
        case 1:
            return Words::tr("ordinary use");
        case 2:
            return Words::tr("intrusive");
        default:
            return Words::tr("exploit");
    }
}

QString tierLabel(int tier) {
    switch (tier) {
        case 1:
            return Words::tr("Opportunist");
        case 2:
            return Words::tr("Capable");
        default:
            return Words::tr("All-out");
    }
}

QString breadthText(analysis::Breadth breadth) {
    switch (breadth) {
        case analysis::Breadth::One:
            return Words::tr("one user");
        case analysis::Breadth::Live:
            return Words::tr("the live users");
        case analysis::Breadth::All:
            return Words::tr("all users");
        case analysis::Breadth::None:
            break;
    }
    return {};
}

QString usersOf(const analysis::DataFacts& data, analysis::Breadth breadth) {
    if (breadth == analysis::Breadth::None) return Words::tr("nothing");
    if (data.users == 1) return Words::tr("all of it");
    switch (breadth) {
        case analysis::Breadth::One:
            return Words::tr("one user");
        case analysis::Breadth::Live:
            return Words::tr("the %1 live users").arg(countText(analysis::liveUsers(data)));
        default:
            return Words::tr("all %1 users").arg(countText(data.users));
    }
}

QString listed(const QStringList& names, int most) {
    if (names.size() <= 1) return names.join(QString());
    if (names.size() > most && most > 0)
        return Words::tr("%1 and %2 more").arg(names.mid(0, most).join(QStringLiteral(", "))).arg(names.size() - most);
    return Words::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString dateText(const QString& iso) {
    const QDate date = QDate::fromString(iso.left(10), Qt::ISODate);
    return date.isValid() ? english().toString(date, QStringLiteral("d MMMM yyyy")) : iso;
}

} // namespace sallyport::charts
