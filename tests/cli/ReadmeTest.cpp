// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

/// Whether the text is the pattern's lines, where a line "..." stands for any number of lines.
bool matches(const QStringList& pattern, const QStringList& text) {
    if (pattern.isEmpty()) return text.isEmpty();
    if (pattern.first() != QStringLiteral("..."))
        return !text.isEmpty() && pattern.first() == text.first() && matches(pattern.mid(1), text.mid(1));
    for (qsizetype skipped = 0; skipped <= text.size(); ++skipped)
        if (matches(pattern.mid(1), text.mid(skipped))) return true;
    return false;
}

} // namespace

/// What the README shows is what the program says.
class ReadmeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void examplesAreReal_data();
    void examplesAreReal();
    void linksLeadSomewhere();
};

void ReadmeTest::examplesAreReal_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("output");
    static const QRegularExpression block("```console\\n\\$ sallyport ([^\\n]+)\\n(.*?)\\n```",
                                          QRegularExpression::DotMatchesEverythingOption);
    auto found = block.globalMatch(QString::fromUtf8(contentOf(SALLYPORT_SOURCE_DIR "/README.md")));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        QTest::newRow(qPrintable(match.captured(1)))
            << QProcess::splitCommand(match.captured(1)) << match.captured(2).split('\n');
    }
}

void ReadmeTest::examplesAreReal() {
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, output);
    QDir::setCurrent(SALLYPORT_SOURCE_DIR);
    const Ran ran = run(arguments);
    QVERIFY(ran.err.isEmpty());
    QVERIFY2(matches(output, QString::fromUtf8(ran.out).chopped(1).split('\n')), ran.out.constData());
}

void ReadmeTest::linksLeadSomewhere() {
    static const QRegularExpression link("\\]\\(([^)]+)\\)");
    auto found = link.globalMatch(QString::fromUtf8(contentOf(SALLYPORT_SOURCE_DIR "/README.md")));
    QVERIFY(found.hasNext());
    while (found.hasNext()) {
        const QString path = found.next().captured(1);
        QVERIFY2(QFile::exists(QStringLiteral(SALLYPORT_SOURCE_DIR "/") + path), qPrintable(path));
    }
}

QObject* newReadmeTest() { return new ReadmeTest; }
#include "ReadmeTest.moc"
