// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <sys/resource.h>

#include <csignal>

namespace {

constexpr int longestRun = 120000;

QProcessEnvironment environment(const QProcessEnvironment& more) {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SOURCE_DATE_EPOCH"})
        all.remove(QLatin1StringView(name));
    all.insert(more);
    return all;
}

Ran finish(QProcess& process, const QStringList& arguments) {
    process.start(QStringLiteral(SALLYPORT_BINARY_DIR "/sallyport"), arguments);
    Ran ran;
    if (!process.waitForFinished(longestRun)) return ran;
    ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

} // namespace

QJsonObject Ran::json() const { return QJsonDocument::fromJson(out).object(); }

bool Ran::isOneSentence() const {
    return out.isEmpty() && err.startsWith("sallyport: ") && err.count('\n') == 1 && err.endsWith('\n');
}

Ran run(const QStringList& arguments, qint64 largestFile, const QProcessEnvironment& more) {
    QProcess process;
    process.setProcessEnvironment(environment(more));
    if (largestFile >= 0)
        process.setChildProcessModifier([largestFile] {
            const rlimit limit{static_cast<rlim_t>(largestFile), static_cast<rlim_t>(largestFile)};
            setrlimit(RLIMIT_FSIZE, &limit);
            std::signal(SIGXFSZ, SIG_IGN); // The write fails instead, as it does on a full disk.
        });
    return finish(process, arguments);
}

Ran runInto(const QString& outputFile, const QStringList& arguments) {
    QProcess process;
    process.setProcessEnvironment(environment({}));
    process.setStandardOutputFile(outputFile);
    return finish(process, arguments);
}

QString modelFile(const QString& name) { return QStringLiteral(SALLYPORT_SOURCE_DIR "/models/%1.sallyport").arg(name); }
QString fixtureFile(const QString& name) {
    return QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/models/%1.json").arg(name);
}
QString exampleFacts(const QString& letter) {
    return QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/analysis/blast-example-%1.json").arg(letter);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("%s cannot be written", qPrintable(path));
}
