// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Catalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

static void initialiseCatalogues() { Q_INIT_RESOURCE(rules_files); }

namespace sallyport::rules {

namespace {

constexpr std::size_t mostWordMatches = 20;
constexpr std::array<const char*, 4> modelabilityWords{"machine", "hybrid", "attestation", "outside-model"};

QJsonObject readResource(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString creditOf(const Catalogue& catalogue) {
    const QString source = catalogue.source.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(catalogue.source);
    return QStringLiteral("%1, %2%3. Licence: %4.").arg(catalogue.title, catalogue.version, source, catalogue.licence);
}

/// For comparing references: lower case, no punctuation but the marks that tell ids apart.
QString plain(const QString& text) {
    static const QRegularExpression noise(QStringLiteral("[^a-z0-9.()/-]+"));
    return text.toLower().replace(noise, QStringLiteral(" ")).trimmed();
}

/// "PR.AC-04" and "PR.AC-4" are one id of CSF 1.1.
QString unpadded(QString id) {
    static const QRegularExpression zero(QStringLiteral("([-(])0+(?=[1-9])"));
    return id.toUpper().replace(zero, QStringLiteral("\\1"));
}

} // namespace

QString modelabilityWord(Modelability modelability) {
    return QLatin1StringView(modelabilityWords[static_cast<std::size_t>(modelability)]);
}

std::optional<Modelability> modelabilityFromWord(QStringView word) {
    for (std::size_t i = 0; i < modelabilityWords.size(); ++i)
        if (word == QLatin1StringView(modelabilityWords[i])) return static_cast<Modelability>(i);
    return std::nullopt;
}

QString reasonWithoutMapping(const CatalogueControl& control) {
    if (!control.modelability) return QStringLiteral("Nothing of the model is mapped to it.");
    switch (*control.modelability) {
        case Modelability::Machine:
            return QStringLiteral("A model could show it, and no rule looks for it yet.");
        case Modelability::Hybrid:
            return QStringLiteral(
                "A model could show a part of it, and no rule looks for that yet; the rest people vouch for.");
        case Modelability::Attestation:
            return QStringLiteral("No model shows it: people vouch for it.");
        case Modelability::OutsideModel:
            break;
    }
    return QStringLiteral("It is about the organisation and not about an architecture: it is not assessed here.");
}

Catalogue catalogueOf(const QJsonObject& file) {
    Catalogue catalogue;
    catalogue.id = file.value(u"id").toString();
    catalogue.title = file.value(u"title").toString();
    catalogue.version = file.value(u"version").toString();
    const QJsonObject source = file.value(u"source").toObject();
    catalogue.source = source.value(u"canonical").toString();
    if (catalogue.source.isEmpty() && catalogue.id == u"nist-sp-800-53-r5")
        catalogue.source = QStringLiteral("https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final");
    catalogue.licence = file.value(u"licence").toObject().value(u"name").toString();
    catalogue.credit = creditOf(catalogue);
    for (const QJsonValue& value : file.value(u"controls").toArray()) {
        const QJsonObject object = value.toObject();
        CatalogueControl control;
        control.id = object.value(u"id").toString();
        control.title = object.value(u"title").toString();
        control.titleIsOfficial = object.value(u"title_is_official").toBool(true);
        control.summary = object.value(u"summary").toString();
        control.parent = object.value(u"parent").toString();
        control.withdrawn = object.value(u"status").toString() == u"withdrawn";
        control.modelability = modelabilityFromWord(object.value(u"modelability").toString());
        for (const QJsonValue& alias : object.value(u"aliases").toArray())
            control.aliases.append(alias.isString() ? alias.toString() : alias.toObject().value(u"id").toString());
        catalogue.controls.push_back(std::move(control));
    }
    return catalogue;
}

const CatalogueControl* Catalogue::find(QStringView controlId) const {
    const auto at =
        std::find_if(controls.begin(), controls.end(), [controlId](const CatalogueControl& c) { return c.id == controlId; });
    return at == controls.end() ? nullptr : &*at;
}

const Catalogues& Catalogues::builtIn() {
    static const Catalogues catalogues;
    return catalogues;
}

Catalogues::Catalogues() {
    initialiseCatalogues();
    const QDir folder(QStringLiteral(":/frameworks"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        if (name != u"crosswalks.json") {
            all_.push_back(catalogueOf(readResource(folder.filePath(name))));
            all_.back().credit += QStringLiteral(" Summaries are in our own words; no endorsement is implied.");
        }
    const QJsonObject crosswalks = readResource(folder.filePath(QStringLiteral("crosswalks.json")));
    for (const QJsonValue& value : crosswalks.value(u"article_references").toArray()) {
        const QJsonObject object = value.toObject();
        Reference reference{object.value(u"as_cited").toString(), {}};
        for (const QJsonValue& target : object.value(u"resolves_to").toArray()) {
            const QJsonObject to = target.toObject();
            const ControlRef control{to.value(u"framework").toString(), to.value(u"id").toString()};
            const QString relation =
                to.value(u"relation").toString(to.value(u"confidence").toString(QStringLiteral("editorial")));
            reference.matches.push_back({control, name(control), relation, object.value(u"note").toString()});
        }
        references_.push_back(std::move(reference));
    }
    for (const QJsonValue& value : crosswalks.value(u"csf_1_1_to_2_0").toArray()) {
        const QJsonObject object = value.toObject();
        const QString from = object.value(u"from").toString();
        const QString relation = object.value(u"relation").toString();
        for (const QJsonValue& to : object.value(u"to").toArray()) {
            const ControlRef control{QStringLiteral("nist-csf-2.0"), to.toString()};
            QString said = relation;
            said.replace(u'_', u' ');
            legacy_[from].push_back(
                {control, name(control), relation,
                 QStringLiteral("%1 is an id of CSF 1.1: %2 %3 in CSF 2.0.").arg(from, said, to.toString())});
        }
    }
}

const Catalogue* Catalogues::find(QStringView framework) const {
    const auto at = std::find_if(all_.begin(), all_.end(), [framework](const Catalogue& c) { return c.id == framework; });
    return at == all_.end() ? nullptr : &*at;
}

const CatalogueControl* Catalogues::find(const ControlRef& control) const {
    const Catalogue* catalogue = find(control.framework);
    return catalogue ? catalogue->find(control.id) : nullptr;
}

QString Catalogues::name(const ControlRef& control) const {
    const CatalogueControl* known = find(control);
    return known && known->title != known->id ? QStringLiteral("%1 %2").arg(control.id, known->title) : control.id;
}

std::vector<ControlMatch> Catalogues::findControl(const QString& text) const {
    if (plain(text).isEmpty()) return {};
    for (const auto search : {&Catalogues::byReference, &Catalogues::byId, &Catalogues::byLegacyId})
        if (auto found = (this->*search)(text); !found.empty()) return found;
    return byWords(text);
}

/// How the source article cites: the whole citation, or its id together with a word that names the framework.
std::vector<ControlMatch> Catalogues::byReference(const QString& text) const {
    const QString asked = plain(text);
    for (const Reference& reference : references_) {
        const QString cited = plain(reference.asCited);
        const QString id = cited.section(u' ', -1);
        const bool whole = asked == cited;
        const bool zeroTrust =
            id == u"sc-4" && asked.endsWith(u"sc-4") && (asked.contains(u"207") || asked.contains(u"zero trust"));
        const bool named = id != u"sc-4" && asked == id && id.contains(u'-');
        const bool quoted = cited.startsWith(u"protective technology") && asked == u"protective technology";
        if (whole || zeroTrust || named || quoted) return reference.matches;
    }
    return {};
}

std::vector<ControlMatch> Catalogues::byId(const QString& text) const {
    static const QRegularExpression lists(QStringLiteral("^(NHI|API)[- ]?0?([1-9]|10)(:20(?:25|23))?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    QString id = text.trimmed();
    if (const auto match = lists.match(id); match.hasMatch()) {
        const bool nhi = match.captured(1).toUpper() == u"NHI";
        id = match.captured(1).toUpper() + match.captured(2) + (nhi ? QStringLiteral(":2025") : QStringLiteral(":2023"));
    }
    // An id may be led by its framework: "NIST SP 800-53 SC-4", "ASVS V10.1.1", "CSF PR.AA-05".
    const QString last = id.section(u' ', -1);
    std::vector<ControlMatch> found;
    for (const Catalogue& catalogue : all_)
        for (const CatalogueControl& control : catalogue.controls) {
            if (control.withdrawn) continue;
            const auto same = [&](const QString& other) { return other.compare(id, Qt::CaseInsensitive) == 0; };
            const bool ledBy = last != id && control.id.compare(unpadded(last), Qt::CaseInsensitive) == 0 &&
                               plain(catalogue.title + u' ' + catalogue.id).contains(plain(id.chopped(last.size())));
            if (same(control.id) || ledBy || unpadded(control.id) == unpadded(id))
                found.insert(found.begin(),
                             {{catalogue.id, control.id}, name({catalogue.id, control.id}), QStringLiteral("exact"), {}});
            else if (catalogue.id != u"nist-csf-2.0" && std::any_of(control.aliases.begin(), control.aliases.end(), same))
                found.push_back({{catalogue.id, control.id}, name({catalogue.id, control.id}), QStringLiteral("alias"), {}});
        }
    // "PR.AC-4" and "PR.AA-5" have the form of CSF 1.1, where the unpadded id may have been another subcategory.
    static const QRegularExpression legacyForm(QStringLiteral("^[A-Z]{2}\\.[A-Z]{2}-[0-9]$"),
                                               QRegularExpression::CaseInsensitiveOption);
    if (legacyForm.match(id).hasMatch() && legacy_.contains(unpadded(id))) return {};
    return found;
}

std::vector<ControlMatch> Catalogues::byLegacyId(const QString& text) const {
    return legacy_.value(unpadded(text.trimmed().section(u' ', -1)));
}

std::vector<ControlMatch> Catalogues::byWords(const QString& text) const {
    const QStringList words = plain(text).split(u' ', Qt::SkipEmptyParts);
    const auto hasAll = [&words](const QString& within) {
        return std::all_of(words.begin(), words.end(), [&within](const QString& word) { return within.contains(word); });
    };
    std::vector<ControlMatch> inTitles, elsewhere;
    for (const Catalogue& catalogue : all_)
        for (const CatalogueControl& control : catalogue.controls) {
            const QString title = plain(control.id + u' ' + control.title);
            if (control.withdrawn || !hasAll(title + u' ' + plain(control.summary))) continue;
            std::vector<ControlMatch>& list = hasAll(title) ? inTitles : elsewhere;
            list.push_back({{catalogue.id, control.id}, name({catalogue.id, control.id}), QStringLiteral("words"), {}});
        }
    inTitles.insert(inTitles.end(), elsewhere.begin(), elsewhere.end());
    if (inTitles.size() > mostWordMatches) inTitles.resize(mostWordMatches);
    return inTitles;
}

} // namespace sallyport::rules
