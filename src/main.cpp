// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"

#ifdef SALLYPORT_HAS_WINDOW
#include "MainWindow.h"
#endif

#include <QApplication>
#include <QFileInfo>

#include <cstdio>

using namespace sallyport;

namespace {

/// Output that does not arrive is an error like any other.
int finish(const cli::Outcome& outcome) {
    for (const QString& message : outcome.messages) std::fprintf(stderr, "sallyport: %s\n", qUtf8Printable(message));
    const auto size = static_cast<std::size_t>(outcome.output.size());
    if (std::fwrite(outcome.output.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return static_cast<int>(outcome.exit);
    std::perror("sallyport: standard output cannot be written");
    return static_cast<int>(cli::Exit::NotWritten);
}

/// Pipelines have no XDG_RUNTIME_DIR, and Qt says so each time; drawing does not need it.
void withoutIdleTalk(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR"))) return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, message)));
}

bool hasDisplay() { return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"); }

/// A word that is no file, and could only be meant as a command.
bool isStrayWord(const QString& word) {
    return !word.startsWith(u'-') && !word.contains(u'.') && !word.contains(u'/') && !QFileInfo::exists(word);
}

cli::Outcome unknownCommand(const QString& word) {
    QStringList names;
    for (const cli::Command& command : cli::commands()) names << command.name;
    return cli::Outcome::wrongUse(
        QStringLiteral("unknown command \"%1\"; the commands are: %2.").arg(word, names.join(QStringLiteral(", "))));
}

int runCommand(const cli::Command& command, int& argc, char** argv, const QStringList& words) {
    if (!command.draws) {
        const QCoreApplication application(argc, argv);
        return finish(cli::run(command, words));
    }
    // Drawing needs no screen; without one, the platform that asks for none.
    if (!hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(withoutIdleTalk);
    const QApplication application(argc, argv);
    return finish(cli::run(command, words));
}

int openWindow(int& argc, char** argv) {
#ifdef SALLYPORT_HAS_WINDOW
    if (!hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return finish(cli::Outcome::wrongUse(
            QStringLiteral("there is no display to open a window on; sallyport --help lists what works without one.")));
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1); // without what is meant for Qt
    for (const QString& word : words)
        if (word.startsWith(u'-'))
            return finish(cli::Outcome::wrongUse(
                QStringLiteral("unknown option \"%1\"; sallyport --help lists the commands and their options.").arg(word)));
    return ui::runWindow(application, words);
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    return finish(
        cli::Outcome::wrongUse(QStringLiteral("this build has no window; sallyport --help lists what works without one.")));
#endif
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("sallyport"));
    QCoreApplication::setOrganizationName(QStringLiteral("Sallyport"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h") || first == QStringLiteral("help"))
        return finish(cli::Outcome::of(cli::help().toUtf8()));
    if (first == QStringLiteral("--version")) return finish(cli::Outcome::of("sallyport " SALLYPORT_VERSION "\n"));
    if (const cli::Command* command = cli::commandNamed(first)) {
        QStringList words;
        for (int i = 2; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
        return runCommand(*command, argc, argv, words);
    }
    if (!first.isEmpty() && isStrayWord(first)) return finish(unknownCommand(first));
    return openWindow(argc, argv);
}
