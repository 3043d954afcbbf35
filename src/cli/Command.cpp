// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"

#include <algorithm>

namespace sallyport::cli {

namespace {

constexpr int firstColumn = 26;

/// "  --from WHAT            text", the text on a line of its own where the left side is long.
QString line(const QString& left, const QString& right) {
    const QString start = QStringLiteral("  ") + left;
    if (start.size() < firstColumn) return start.leftJustified(firstColumn) + right + u'\n';
    return start + u'\n' + QString(firstColumn, u' ') + right + u'\n';
}

QString leftSide(const Option& option) {
    QString text = option.letter.isNull() ? QString() : QStringLiteral("-%1, ").arg(option.letter);
    text += QStringLiteral("--") + option.name;
    return option.value.isEmpty() ? text : text + u' ' + option.value;
}

QString usage(const Command& command) {
    QString text = QStringLiteral("sallyport ") + command.name;
    if (!command.operands.isEmpty()) text += u' ' + command.operands;
    for (const Option& option : command.options) {
        const QString dashed =
            option.letter.isNull() ? QStringLiteral("--") + option.name : QStringLiteral("-") + option.letter;
        text += QStringLiteral(" [%1%2]%3")
                    .arg(dashed, option.value.isEmpty() ? QString() : u' ' + option.value,
                         option.repeats ? QStringLiteral("...") : QString());
    }
    return text;
}

} // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> all{newCommand(),    infoCommand(),     blastCommand(),  factsCommand(),
                                          checkCommand(),  coverageCommand(), adviseCommand(), queryCommand(),
                                          reportCommand(), renderCommand(),   importCommand(), exportCommand()};
    return all;
}

const Command* commandNamed(QStringView name) {
    const auto at = std::find_if(commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; });
    return at == commands().end() ? nullptr : &*at;
}

Outcome run(const Command& command, const QStringList& words) {
    const qsizetype end = words.indexOf(QStringLiteral("--"));
    const QStringList before = end < 0 ? words : words.first(end);
    if (before.contains(QStringLiteral("--help")) || before.contains(QStringLiteral("-h")))
        return Outcome::of(helpOf(command).toUtf8());
    const QString hint = QStringLiteral(" See: sallyport %1 --help").arg(command.name);
    const auto arguments = Arguments::parse(words, command.options);
    if (!arguments) return Outcome::wrongUse(arguments.error().what + hint);
    const auto count = arguments->operands().size();
    if (count < command.fewest)
        return Outcome::wrongUse(QStringLiteral("%1 needs %2.").arg(command.name, command.operands) + hint);
    if (count > command.most)
        return Outcome::wrongUse(QStringLiteral("\"%1\" is one word too many.").arg(arguments->operands()[command.most]) +
                                 hint);
    return command.run(*arguments);
}

QString help() {
    QString text = QStringLiteral(
        "Sallyport: who is trusted with what, how far does one compromise reach, and what do the\n"
        "frameworks still ask for?\n\n"
        "  sallyport [FILE...]     open the window\n"
        "  sallyport COMMAND ...   work without one\n\nCommands\n");
    for (const Command& command : commands()) text += line(command.name + u' ' + command.operands, command.summary);
    text += QStringLiteral("\nOptions\n") +
            line(QStringLiteral("-h, --help"), QStringLiteral("this text; after a command, its own")) +
            line(QStringLiteral("--version"), QStringLiteral("the program's version")) +
            QStringLiteral(
                "\nExit codes: 0 done; 1 the check found something at or above the bar; 2 wrong use; 3 an input was\n"
                "refused; 4 an output could not be written. FILE is a .sallyport file or canonical JSON (.json).\n");
    return text;
}

QString helpOf(const Command& command) {
    QString text = usage(command) + QStringLiteral("\n\n") + command.summary.left(1).toUpper() + command.summary.mid(1) +
                   QStringLiteral(".\n");
    if (!command.options.empty()) text += QStringLiteral("\nOptions\n");
    for (const Option& option : command.options) text += line(leftSide(option), option.text);
    if (!command.details.isEmpty()) text += u'\n' + command.details + u'\n';
    return text;
}

} // namespace sallyport::cli
