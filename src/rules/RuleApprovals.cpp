// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleApprovals.h"

#include <QCryptographicHash>
#include <QSettings>

namespace sallyport::rules {

namespace {
QString keyOf(const QString& text) { return QStringLiteral("rules/approved/") + RuleApprovals::hashOf(text); }
} // namespace

QString RuleApprovals::hashOf(const QString& text) {
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool RuleApprovals::isApproved(const QString& text) const { return settings_.value(keyOf(text)).toBool(); }

void RuleApprovals::approve(const QString& text) { settings_.setValue(keyOf(text), true); }

void RuleApprovals::withdraw(const QString& text) { settings_.remove(keyOf(text)); }

} // namespace sallyport::rules
