// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"

#include <QByteArray>

namespace sallyport::cli {

/// What the process ends with.
enum class Exit {
    Done = 0,
    Found = 1,      ///< the check found something at or above the bar
    WrongUse = 2,   ///< the words of the command
    Refused = 3,    ///< an input; the message says file, place and reason
    NotWritten = 4, ///< an output
};

/// What a command leaves behind. Only `output` goes to standard output; messages go to standard error, a line each.
struct Outcome {
    Exit exit = Exit::Done;
    QByteArray output;
    QStringList messages;

    static Outcome of(QByteArray output) { return {Exit::Done, std::move(output), {}}; }
    static Outcome wrongUse(const QString& message) { return {Exit::WrongUse, {}, {message}}; }
    static Outcome refused(const Error& error) { return {Exit::Refused, {}, {error.text()}}; }
    static Outcome notWritten(const Error& error) { return {Exit::NotWritten, {}, {error.text()}}; }
};

struct Command {
    QString name;
    QString operands; ///< as in the usage line: "FILE"
    int fewest = 0;   ///< operands
    int most = 0;
    QString summary; ///< one phrase, for the list
    std::vector<Option> options;
    QString details;    ///< under the options in the help; may be empty
    bool draws = false; ///< needs a QApplication
    Outcome (*run)(const Arguments&) = nullptr;
};

/// In the order of the help.
const std::vector<Command>& commands();
/// Null if there is none of that name.
const Command* commandNamed(QStringView name);

/// Sorts the words out, answers --help, and runs.
Outcome run(const Command& command, const QStringList& words);

/// Of the whole program, and of one command.
QString help();
QString helpOf(const Command& command);

/// Those of each file in this folder.
Command newCommand();
Command infoCommand();
Command blastCommand();
Command factsCommand();
Command checkCommand();
Command coverageCommand();
Command adviseCommand();
Command queryCommand();
Command reportCommand();
Command renderCommand();
Command importCommand();
Command exportCommand();

} // namespace sallyport::cli
