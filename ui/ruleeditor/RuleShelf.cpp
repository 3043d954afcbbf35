// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleShelf.h"

#include "ruleeditor/RuleText.h"
#include "rules/RuleTrial.h"
#include "workspace/Workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace sallyport::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("RuleShelf", text); }

QString ownPath(const QString& name) { return QStringLiteral(":/rules/") + name; }

/// How the pack names the place a rule is from.
QString fileOf(const RulePlace& place) {
    return place.shelf == Shelf::Document ? QStringLiteral("the document, rule %1").arg(place.key) : place.key;
}

Expected<QString> checked(const QByteArray& bytes, const QString& where) {
    if (bytes.size() > longestRule)
        return refuse(tr("This rule is longer than 64 KB; it is neither shown nor run."), where,
                      tr("Split it into several rules."));
    return QString::fromUtf8(bytes);
}

ShelfRule entry(const RulePlace& place, const QString& text, const QString& fallback) {
    const FormWord heading = headingOf(text);
    ShelfRule rule{place, heading.word, heading.text, false, {}, {}};
    if (rule.id.isEmpty()) rule.id = fallback;
    return rule;
}

/// From the pack, and, of what broke while it ran, from the newest review.
void addProblem(const Workspace& workspace, ShelfRule& rule) {
    const QString file = fileOf(rule.place);
    const auto take = [&](const std::vector<rules::RuleProblem>& problems) {
        for (const rules::RuleProblem& problem : problems)
            if (rule.problem.isEmpty() && problem.file == file) rule.problem = problem.what;
    };
    const rules::RulePack& pack = *workspace.ruleSources().pack();
    take(pack.problems());
    if (workspace.review() && workspace.isReviewCurrent()) take(workspace.review()->problems);
    if (!rule.problem.isEmpty()) {
        rule.remedy = rules::remedyFor(rule.problem);
        return;
    }
    const rules::Rule* used = pack.find(rule.id);
    if (used && used->file != file && !rule.unseen) {
        rule.problem = tr("The rule of this id in your folder is used in its place.");
        rule.remedy = tr("Give one of the two another id.");
    }
}

void addFolder(const Workspace& workspace, Shelf shelf, const QString& path, std::vector<ShelfRule>& all) {
    if (path.isEmpty()) return;
    const QDir folder(path);
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const RulePlace place{shelf, folder.filePath(name)};
        const auto text = readRuleFile(place.key);
        ShelfRule rule = entry(place, text ? *text : QString(), QFileInfo(name).completeBaseName());
        if (!text) {
            rule.problem = text.error().what;
            rule.remedy = text.error().remedy;
        } else {
            addProblem(workspace, rule);
        }
        all.push_back(std::move(rule));
    }
}

Expected<RulePlace> saveInDocument(Workspace& workspace, const RulePlace& place, const QString& text) {
    const QString id = headingOf(text).word;
    model::CustomRule row{{place.key}, text};
    if (place.key.isEmpty()) row.id = document::Editor::newId<model::CustomRule>();
    const bool isNew = !workspace.model().customRules.contains(row.id);
    // Whoever saves it has written it: it runs without being looked at again.
    workspace.ruleSources().approve({text});
    const auto done = workspace.document().edit((isNew ? tr("Add rule %1") : tr("Change rule %1")).arg(id),
                                                [&row](document::Editor& editor) { editor.put(row); });
    if (!done) return tl::make_unexpected(done.error());
    return RulePlace{Shelf::Document, row.id.value};
}

/// A path in the folder that nobody has: by the rule's id, as far as it can be in a name.
QString freePath(const QString& folder, const QString& id) {
    QString name;
    for (const QChar c : id.first(std::min<qsizetype>(id.size(), 40)))
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : QChar(u'_');
    if (name.isEmpty()) name = QStringLiteral("rule");
    const QDir dir(folder);
    QString path = dir.filePath(name + QStringLiteral(".sql"));
    for (int i = 2; QFile::exists(path); ++i) path = dir.filePath(QStringLiteral("%1-%2.sql").arg(name).arg(i));
    return path;
}

Expected<RulePlace> saveAsFile(Workspace& workspace, const RulePlace& place, const QString& text) {
    RulePlace saved = place;
    if (saved.key.isEmpty()) {
        const RuleSources& sources = workspace.ruleSources();
        const QString& folder = place.shelf == Shelf::Team ? sources.teamFolder() : sources.userFolder();
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return refuse(tr("The folder of rules could not be made."), folder,
                          tr("Keep the rule in the document, or export it."));
        saved.key = freePath(folder, headingOf(text).word);
    }
    if (const auto written = writeRuleFile(saved.key, text); !written) return tl::make_unexpected(written.error());
    workspace.ruleSources().reload();
    return saved;
}

} // namespace

std::vector<ShelfRule> rulesOnShelves(const Workspace& workspace) {
    const RuleSources& sources = workspace.ruleSources();
    std::vector<ShelfRule> all;
    for (const model::CustomRule& row : workspace.model().customRules) {
        ShelfRule rule = entry({Shelf::Document, row.id.value}, row.text, row.id.value);
        rule.unseen = !sources.isApproved(row.text);
        addProblem(workspace, rule);
        all.push_back(std::move(rule));
    }
    addFolder(workspace, Shelf::User, sources.userFolder(), all);
    addFolder(workspace, Shelf::Team, sources.teamFolder(), all);
    for (const rules::Rule& rule : sources.pack()->rules())
        if (rule.own) all.push_back({{Shelf::Own, rule.file}, rule.id, rule.title, false, {}, {}});
    std::stable_sort(all.begin(), all.end(), [](const ShelfRule& a, const ShelfRule& b) {
        return a.place.shelf != b.place.shelf ? a.place.shelf < b.place.shelf : a.id < b.id;
    });
    return all;
}

QSet<QString> takenIds(const Workspace& workspace) {
    QSet<QString> ids;
    for (const ShelfRule& rule : rulesOnShelves(workspace)) ids.insert(rule.id);
    return ids;
}

Expected<QString> ruleText(const Workspace& workspace, const RulePlace& place) {
    if (place.shelf != Shelf::Document) return readRuleFile(place.shelf == Shelf::Own ? ownPath(place.key) : place.key);
    const model::CustomRule* row = workspace.model().customRules.find({place.key});
    if (!row) return refuse(tr("The document has no such rule any more."), place.key, tr("Undo brings it back."));
    if (const auto text = checked(row->text.toUtf8(), fileOf(place)); !text) return text;
    return row->text;
}

Expected<RulePlace> saveRule(Workspace& workspace, const RulePlace& place, const QString& text) {
    const QString where = place.shelf == Shelf::Document ? tr("the document") : place.key;
    if (place.shelf == Shelf::Own)
        return refuse(tr("Sallyport's own rules are not changed."), place.key, tr("Duplicate it, and change the copy."));
    if (text.trimmed().isEmpty()) return refuse(tr("There is no text to save."), where, tr("Delete the rule instead."));
    if (const auto fits = checked(text.toUtf8(), where); !fits) return tl::make_unexpected(fits.error());
    return place.shelf == Shelf::Document ? saveInDocument(workspace, place, text) : saveAsFile(workspace, place, text);
}

Expected<void> deleteRule(Workspace& workspace, const RulePlace& place) {
    if (place.shelf == Shelf::Document) {
        const model::CustomRule* row = workspace.model().customRules.find({place.key});
        if (!row) return {};
        return workspace.document().edit(tr("Delete rule %1").arg(headingOf(row->text).word),
                                         [&row](document::Editor& editor) { editor.erase(*row); });
    }
    if (place.shelf == Shelf::Own) return refuse(tr("Sallyport's own rules stay."), place.key, {});
    if (!QFile::moveToTrash(place.key))
        return refuse(tr("The file could not be moved to the trash."), place.key, tr("Delete it with your file manager."));
    workspace.ruleSources().reload();
    return {};
}

Expected<QString> readRuleFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("The file cannot be read."), path, tr("See to it that it is there and that you may read it."));
    return checked(file.read(longestRule + 1), path);
}

Expected<void> writeRuleFile(const QString& path, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return refuse(tr("The file could not be written: %1.").arg(file.errorString()), path,
                  tr("What was there before is as it was. Choose another place."));
}

} // namespace sallyport::ui
