// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace sallyport::rules {

/// Which rules of documents this user has looked at and allowed to run. Kept with the user, by a hash of the text: a
/// document cannot approve itself, and a rule whose text changes must be looked at again.
class RuleApprovals {
public:
    /// The settings must outlive it.
    explicit RuleApprovals(QSettings& settings) : settings_(settings) {}

    bool isApproved(const QString& text) const;
    void approve(const QString& text);
    void withdraw(const QString& text);

    /// SHA-256 of the text, in hexadecimal.
    static QString hashOf(const QString& text);

private:
    QSettings& settings_;
};

} // namespace sallyport::rules
