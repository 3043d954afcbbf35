// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RulePack.h"

#include "rules/Attributes.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <set>

static void initialiseResources() { Q_INIT_RESOURCE(rules_files); }

namespace sallyport::rules {

namespace {

constexpr qint64 largestFile = 64 * 1024;
constexpr qint64 largestFramework = 2 * 1024 * 1024;

/// The header: lines "-- key value", in order, continuation lines joined; and the text below it.
struct Header {
    std::vector<std::pair<QString, QString>> entries;
    QString body;
};

Header readHeader(const QString& text) {
    Header header;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf(u'\n', at);
        if (end < 0) end = text.size();
        const QStringView line = QStringView(text).sliced(at, end - at);
        if (!line.trimmed().isEmpty() && !line.startsWith(u"--")) break;
        const QStringView content = line.startsWith(u"--") ? line.sliced(2) : QStringView();
        const QStringView trimmed = content.trimmed();
        if (content.startsWith(u"     ") && !trimmed.isEmpty() && !header.entries.empty()) {
            header.entries.back().second += u' ' + trimmed.toString();
        } else if (!trimmed.isEmpty() && !trimmed.startsWith(u"SPDX-")) {
            qsizetype space = 0;
            while (space < trimmed.size() && !trimmed[space].isSpace()) ++space;
            header.entries.emplace_back(trimmed.first(space).toString(), trimmed.sliced(space).trimmed().toString());
        }
        at = end + 1;
    }
    header.body = text.sliced(std::min(at, text.size())).trimmed();
    return header;
}

QStringList commaList(const QString& text) {
    QStringList list;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) list.append(part.trimmed());
    return list;
}

QList<ControlRef> controlList(const QString& text) {
    QList<ControlRef> controls;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        const QString control = part.trimmed();
        const qsizetype space = control.indexOf(u' ');
        if (space > 0) controls.push_back({control.first(space), control.sliced(space + 1).trimmed()});
    }
    return controls;
}

Yield yieldOf(const QString& text) {
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    Yield yield{parts.value(0), {}};
    for (const QString& part : parts.sliced(std::min<qsizetype>(1, parts.size()))) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            yield.columns.emplace_back(part, part);
        else
            yield.columns.emplace_back(part.first(equals), part.sliced(equals + 1));
    }
    return yield;
}

/// Whether a rule may ask for it: a column, a member of a set, or all of a set.
bool isAttribute(const QString& attribute) {
    if (attribute == u"flow.continues") return true;
    const QString name = attribute.section(u'.', 1, 1), member = attribute.section(u'.', 2);
    const model::Table* table = tableOfAttribute(attribute);
    if (!table) return false;
    if (table->column(name) >= 0) return member.isEmpty();
    const auto isIt = [&](const model::SetColumn& set) {
        if (name != QLatin1StringView(set.prefix)) return false;
        return member.isEmpty() || set.words.empty() ||
               std::any_of(set.words.begin(), set.words.end(),
                           [&](const model::Word& word) { return member == QLatin1StringView(word.word); });
    };
    return std::any_of(table->sets.begin(), table->sets.end(), isIt);
}

/// "component.zone of source": asked of the elements in the column `source` alone.
void takeAsks(Rule& rule, const QString& text) {
    static const QString of = QStringLiteral(" of ");
    for (const QString& entry : commaList(text)) {
        const QString attribute = entry.section(of, 0, 0).trimmed();
        rule.asks.append(attribute);
        if (entry.contains(of)) rule.askedOf.insert(attribute, entry.section(of, 1).trimmed());
    }
}

/// False for a key no rule has.
bool takeEntry(Rule& rule, const QString& key, const QString& value) {
    if (const auto severity = severityFromWord(key))
        rule.severities.push_back({*severity, value});
    else if (key == u"says")
        rule.says = value;
    else if (key == u"asks")
        takeAsks(rule, value);
    else if (key == u"fix")
        rule.fix = value;
    else if (key == u"edit")
        rule.edit = value;
    else if (key == u"controls")
        rule.controls = controlList(value);
    else if (key == u"yields")
        rule.yields.push_back(yieldOf(value));
    else if (key == u"refers")
        rule.refers = value.split(u' ', Qt::SkipEmptyParts);
    else if (key == u"source")
        rule.source = value;
    else if (key == u"near")
        return (rule.near = Nearness::parse(value)).has_value();
    else
        return false;
    return true;
}

} // namespace

const SeverityReason* Rule::reasonFor(Severity severity) const {
    const auto at =
        std::find_if(severities.begin(), severities.end(), [severity](const auto& s) { return s.severity == severity; });
    return at == severities.end() ? nullptr : &*at;
}

Expected<Rule> RulePack::parse(const QByteArray& text, const QString& file) {
    const QString remedy = QStringLiteral("The help page on rules shows a whole one.");
    if (text.size() > largestFile) return refuse(QStringLiteral("The rule file is too large."), file, remedy);
    const Header header = readHeader(QString::fromUtf8(text));
    if (header.entries.empty()) return refuse(QStringLiteral("The rule has no header."), file, remedy);
    Rule rule;
    rule.file = file;
    rule.id = header.entries.front().first;
    rule.title = header.entries.front().second;
    static const QRegularExpression idForm(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]{0,39}$"));
    if (!idForm.match(rule.id).hasMatch() || rule.title.isEmpty())
        return refuse(QStringLiteral("The first line must be the rule's id and title, as in \"-- ORG-001 Title\"."), file,
                      remedy);
    for (std::size_t i = 1; i < header.entries.size(); ++i)
        if (!takeEntry(rule, header.entries[i].first, header.entries[i].second))
            return refuse(QStringLiteral("The header has a line \"%1\", which no rule has.").arg(header.entries[i].first), file,
                          remedy);
    if (rule.severities.empty()) return refuse(QStringLiteral("The header names no severity."), file, remedy);
    if (rule.says.isEmpty() && !rule.isCheck())
        return refuse(QStringLiteral("The header has no \"says\": what a finding reads."), file, remedy);
    const auto nothing = std::find_if_not(rule.asks.begin(), rule.asks.end(), isAttribute);
    if (nothing != rule.asks.end())
        return refuse(QStringLiteral("Its header names \"%1\", which is no answer that a model has.").arg(*nothing), file,
                      remedy);
    if (header.body.isEmpty()) return refuse(QStringLiteral("The rule has no SELECT."), file, remedy);
    rule.sql = header.body;
    return rule;
}

void RulePack::add(const QByteArray& text, const QString& file, bool own) {
    Expected<Rule> rule = parse(text, file);
    if (!rule) {
        problems_.push_back({QFileInfo(file).completeBaseName(), file, rule.error().what});
        return;
    }
    rule->own = own;
    if (!own && !rule->edit.isEmpty()) {
        problems_.push_back({rule->id, file, QStringLiteral("Only rules that come with the program may have an edit.")});
        return;
    }
    if (!own && rule->near) {
        problems_.push_back(
            {rule->id, file, QStringLiteral("Only rules that come with the program may say how near they look.")});
        return;
    }
    const auto at =
        std::lower_bound(rules_.begin(), rules_.end(), rule->id, [](const Rule& r, const QString& id) { return r.id < id; });
    if (at == rules_.end() || at->id != rule->id) {
        rules_.insert(at, std::move(*rule));
        return;
    }
    if (at->own)
        addProblem(rule->id, file, QStringLiteral("This is the id of a rule of the program; give it another."));
    else
        *at = std::move(*rule);
}

// Read once: a window asks for it again with each change of its folders, and for each copy of a model.
RulePack RulePack::builtIn() {
    static const RulePack own = [] {
        initialiseResources();
        RulePack pack;
        const QDir folder(QStringLiteral(":/rules"));
        for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) pack.add(file.readAll(), name, true);
        }
        return pack;
    }();
    return own;
}

Expected<void> RulePack::addDirectory(const QString& path) {
    const QDir folder(path);
    if (!folder.exists() || !folder.isReadable())
        return refuse(QStringLiteral("The folder of rules cannot be read."), path,
                      QStringLiteral("Name a folder that holds *.sql files."));
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            add(file.read(largestFile + 1), file.fileName());
        else
            problems_.push_back(
                {QFileInfo(name).completeBaseName(), file.fileName(), QStringLiteral("The file cannot be read.")});
    }
    QStringList json;
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        json.append(folder.filePath(name));
    addFrameworks(json);
    return {};
}

void RulePack::addDocumentRules(const model::Model& model, const std::function<bool(const QString& text)>& approved) {
    for (const model::CustomRule& row : model.customRules) {
        const QString file = QStringLiteral("the document, rule %1").arg(row.id.value);
        if (!approved(row.text)) {
            ++unseen_;
            continue;
        }
        const Expected<Rule> rule = parse(row.text.toUtf8(), file);
        if (!rule)
            addProblem(row.id.value, file, rule.error().what);
        else if (find(rule->id))
            addProblem(rule->id, file, QStringLiteral("There is a rule of this id already; one of a document replaces none."));
        else
            add(row.text.toUtf8(), file);
    }
}

/// Catalogues first, so that a mapping finds its framework whatever the files are called.
void RulePack::addFrameworks(const QStringList& files) {
    std::vector<std::pair<QString, std::vector<ControlMapping>>> mappings;
    for (const QString& path : files) {
        QFile file(path);
        const QString name = QFileInfo(path).completeBaseName();
        if (!file.open(QIODevice::ReadOnly)) {
            addProblem(name, path, QStringLiteral("The file cannot be read."));
            continue;
        }
        Expected<FrameworkFile> read = readFrameworkFile(file.read(largestFramework + 1), path);
        if (!read) {
            addProblem(name, path, read.error().text());
        } else if (auto* found = std::get_if<std::vector<ControlMapping>>(&*read)) {
            mappings.emplace_back(path, std::move(*found));
        } else {
            Catalogue& catalogue = std::get<Catalogue>(*read);
            if (this->catalogue(catalogue.id))
                addProblem(name, path, QStringLiteral("There is a framework \"%1\" already.").arg(catalogue.id));
            else
                frameworks_.push_back({std::make_shared<const Catalogue>(std::move(catalogue)), {}});
        }
    }
    for (auto& [path, list] : mappings) addMappings(std::move(list), path);
}

void RulePack::addMappings(std::vector<ControlMapping> mappings, const QString& file) {
    const QString name = QFileInfo(file).completeBaseName();
    if (mappings.empty()) return;
    Framework* target = framework(mappings.front().control.framework);
    if (!target)
        return addProblem(
            name, file,
            QStringLiteral("No catalogue of the framework \"%1\" came with it; the program's own cannot be mapped "
                           "anew.")
                .arg(mappings.front().control.framework));
    for (ControlMapping& mapping : mappings) {
        if (std::exchange(mapping.near, {}))
            addProblem(name, file, QStringLiteral("Only mappings that come with the program may say how near they look."));
        if (!target->catalogue->find(mapping.control.id))
            addProblem(name, file, QStringLiteral("The catalogue has no control \"%1\".").arg(mapping.control.id));
        else
            target->mappings.push_back(std::move(mapping));
    }
}

Framework* RulePack::framework(const QString& id) {
    const auto at =
        std::find_if(frameworks_.begin(), frameworks_.end(), [&id](const Framework& f) { return f.catalogue->id == id; });
    return at == frameworks_.end() ? nullptr : &*at;
}

std::shared_ptr<const Catalogue> RulePack::catalogue(const QString& framework) const {
    for (const Framework& each : frameworks_)
        if (each.catalogue->id == framework) return each.catalogue;
    // Ours live as long as the program.
    return {std::shared_ptr<const Catalogue>(), Catalogues::builtIn().find(framework)};
}

std::vector<const ControlMapping*> RulePack::mappings() const {
    std::vector<const ControlMapping*> all;
    for (const ControlMapping& mapping : controlMappings()) all.push_back(&mapping);
    for (const Framework& framework : frameworks_)
        for (const ControlMapping& mapping : framework.mappings) all.push_back(&mapping);
    return all;
}

QList<ControlRef> RulePack::controlsOf(const Rule& rule) const {
    std::set<ControlRef> all(rule.controls.begin(), rule.controls.end());
    for (const ControlMapping* mapping : mappings())
        if (mapping->violated.contains(rule.id) || mapping->partial.contains(rule.id) || mapping->related.contains(rule.id))
            all.insert(mapping->control);
    return {all.begin(), all.end()};
}

const Rule* RulePack::find(QStringView id) const {
    const auto at = std::find_if(rules_.begin(), rules_.end(), [id](const Rule& rule) { return rule.id == id; });
    return at == rules_.end() ? nullptr : &*at;
}

} // namespace sallyport::rules
