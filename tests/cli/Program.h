// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

/// What one run of the program did.
struct Ran {
    int code = -1; ///< negative: it crashed, or never ended
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
    /// Refused as a refusal should be: nothing on standard output, one line on standard error.
    bool isOneSentence() const;
};

/// Runs build/.../sallyport without a display. `largestFile`: bytes a file may grow to, as on a full disk; negative: any.
Ran run(const QStringList& arguments, qint64 largestFile = -1, const QProcessEnvironment& more = {});
/// The same with standard output going to a file.
Ran runInto(const QString& outputFile, const QStringList& arguments);

/// "shared-gateway" -> its file in models/.
QString modelFile(const QString& name);
/// Its canonical JSON in tests/fixtures/models.
QString fixtureFile(const QString& name);
/// "A" -> the attack facts of that design.
QString exampleFacts(const QString& letter);

QByteArray contentOf(const QString& path);
void writeTo(const QString& path, const QByteArray& bytes);
