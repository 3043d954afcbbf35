// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Framework.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace sallyport::rules {

namespace {

constexpr qsizetype largestFile = 2 * 1024 * 1024;
constexpr qsizetype mostControls = 5000;
constexpr qsizetype longestText = 16 * 1024;
constexpr int deepest = 8;

enum class Shape { Text, Number, Flag, TextOrFlag, TextOrNull, TextOrNumber, Texts, Map, Modelability, Anything };
using Members = QHash<QString, Shape>;

const Members& catalogueMembers() {
    static const Members members{
        {QStringLiteral("id"), Shape::Text},           {QStringLiteral("title"), Shape::Text},
        {QStringLiteral("version"), Shape::Text},      {QStringLiteral("source"), Shape::Map},
        {QStringLiteral("licence"), Shape::Map},       {QStringLiteral("notes"), Shape::Texts},
        {QStringLiteral("families"), Shape::Map},      {QStringLiteral("aliases"), Shape::Texts},
        {QStringLiteral("controls"), Shape::Anything}, {QStringLiteral("also_defined_not_detailed_here"), Shape::Texts}};
    return members;
}

const Members& controlMembers() {
    static const Members members{{QStringLiteral("id"), Shape::Text},
                                 {QStringLiteral("title"), Shape::Text},
                                 {QStringLiteral("summary"), Shape::Text},
                                 {QStringLiteral("parent"), Shape::TextOrNull},
                                 {QStringLiteral("aliases"), Shape::Anything},
                                 {QStringLiteral("status"), Shape::Text},
                                 {QStringLiteral("note"), Shape::Text},
                                 {QStringLiteral("requirement"), Shape::Text},
                                 {QStringLiteral("level"), Shape::TextOrNumber},
                                 {QStringLiteral("chapter"), Shape::Text},
                                 {QStringLiteral("modelability"), Shape::Modelability},
                                 {QStringLiteral("title_is_official"), Shape::Flag},
                                 {QStringLiteral("withdrawn_to"), Shape::Map}};
    return members;
}

const Members& mappingMembers() {
    static const Members members{{QStringLiteral("framework"), Shape::Text}, {QStringLiteral("control"), Shape::Text},
                                 {QStringLiteral("title"), Shape::Text},     {QStringLiteral("scope"), Shape::Text},
                                 {QStringLiteral("near"), Shape::Number},    {QStringLiteral("violated"), Shape::Texts},
                                 {QStringLiteral("partial"), Shape::Texts},  {QStringLiteral("attest"), Shape::Text},
                                 {QStringLiteral("related"), Shape::Texts},  {QStringLiteral("undecided"), Shape::Texts},
                                 {QStringLiteral("note"), Shape::Text}};
    return members;
}

int depthOf(const QJsonValue& value) {
    int most = 0;
    if (value.isArray())
        for (const QJsonValue& each : value.toArray()) most = std::max(most, depthOf(each));
    if (value.isObject())
        for (const QJsonValue& each : value.toObject()) most = std::max(most, depthOf(each));
    return value.isArray() || value.isObject() ? most + 1 : 0;
}

/// Checks one file's shape; the first complaint is kept.
class Checker {
public:
    explicit Checker(QString file) : file_(std::move(file)) {}
    const std::optional<Error>& error() const { return error_; }

    void catalogue(const QJsonObject& top) {
        members(top, catalogueMembers(), {});
        for (const char* needed : {"id", "title", "version", "controls"}) need(top, QString::fromLatin1(needed), {});
        const QJsonObject licence = top.value(u"licence").toObject();
        if (!licence.contains(u"name")) complain(QStringLiteral("licence.name"), QStringLiteral("It is missing."));
        QHash<QString, QString> parentOf;
        controls(top, controlMembers(), {QStringLiteral("id"), QStringLiteral("title")}, [&](const QJsonObject& control) {
            parentOf.insert(control.value(u"id").toString(), control.value(u"parent").toString());
        });
        for (auto at = parentOf.begin(); at != parentOf.end() && !error_; ++at) parents(at.key(), parentOf);
    }

    void mapping(const QJsonObject& top) {
        members(top, {{QStringLiteral("framework"), Shape::Text}, {QStringLiteral("controls"), Shape::Anything}}, {});
        need(top, u"framework", {});
        controls(top, mappingMembers(), {QStringLiteral("control"), QStringLiteral("scope")}, [](const QJsonObject&) {});
    }

private:
    void complain(const QString& place, const QString& what) {
        if (error_) return;
        error_ =
            Error{what, file_ + QStringLiteral(": ") + place, QStringLiteral("The help page on frameworks shows the form.")};
    }

    static QString in(const QString& place, const QString& name) { return place.isEmpty() ? name : place + u'.' + name; }

    void need(const QJsonObject& object, QStringView name, const QString& place) {
        if (object.value(name).isUndefined() || object.value(name).toString(QStringLiteral("x")).trimmed().isEmpty())
            complain(in(place, name.toString()), QStringLiteral("It is missing."));
    }

    void members(const QJsonObject& object, const Members& known, const QString& place) {
        for (auto at = object.begin(); at != object.end() && !error_; ++at) {
            const QString here = in(place, at.key().left(80));
            const auto shape = known.constFind(at.key());
            if (shape == known.constEnd())
                complain(here, QStringLiteral("There is no member of this name."));
            else if (!fits(at.value(), *shape))
                complain(here, *shape == Shape::Modelability
                                   ? QStringLiteral("It is none of machine, hybrid, attestation, outside-model.")
                                   : QStringLiteral("Its value is of the wrong type."));
            else if (at.value().isString() && at.value().toString().size() > longestText)
                complain(here, QStringLiteral("It is longer than 16 KB."));
        }
    }

    static bool fits(const QJsonValue& value, Shape shape) {
        switch (shape) {
            case Shape::Text:
                return value.isString();
            case Shape::Number:
                return value.isDouble();
            case Shape::Flag:
                return value.isBool();
            case Shape::TextOrFlag:
                return value.isString() || value.isBool();
            case Shape::TextOrNull:
                return value.isString() || value.isNull();
            case Shape::TextOrNumber:
                return value.isString() || value.isDouble();
            case Shape::Texts: {
                const QJsonArray list = value.toArray();
                return value.isArray() &&
                       std::all_of(list.begin(), list.end(), [](const QJsonValue& each) { return each.isString(); });
            }
            case Shape::Map:
                return value.isObject();
            case Shape::Modelability:
                return modelabilityFromWord(value.toString()).has_value();
            case Shape::Anything:
                break;
        }
        return true;
    }

    /// The list of controls: what members each may have, and which it must have; the first of these tells them apart.
    template <class Visit>
    void controls(const QJsonObject& top, const Members& known, const QStringList& needed, const Visit& visit) {
        if (!top.value(u"controls").isArray())
            return complain(QStringLiteral("controls"), QStringLiteral("This must be a list."));
        const QJsonArray list = top.value(u"controls").toArray();
        if (list.size() > mostControls)
            return complain(QStringLiteral("controls"), QStringLiteral("There are more than 5,000 controls."));
        QSet<QString> ids;
        for (qsizetype i = 0; i < list.size() && !error_; ++i) {
            const QString place = QStringLiteral("controls[%1]").arg(i);
            if (!list[i].isObject()) return complain(place, QStringLiteral("This must be an object."));
            const QJsonObject control = list[i].toObject();
            members(control, known, place);
            for (const QString& name : needed) need(control, name, place);
            const QString id = control.value(needed.front()).toString();
            if (ids.contains(id)) complain(in(place, needed.front()), QStringLiteral("This control stands here twice."));
            ids.insert(id);
            visit(control);
        }
    }

    /// Roll-ups follow parents, so they must end. A parent outside the file is a group without a title.
    void parents(const QString& id, const QHash<QString, QString>& parentOf) {
        qsizetype steps = 0;
        for (QString at = id; !at.isEmpty(); at = parentOf.value(at))
            if (++steps > parentOf.size() + 1)
                return complain(QStringLiteral("controls"), QStringLiteral("\"%1\" is inside itself.").arg(id.left(80)));
    }

    QString file_;
    std::optional<Error> error_;
};

} // namespace

Expected<FrameworkFile> readFrameworkFile(const QByteArray& json, const QString& where) {
    const QString remedy = QStringLiteral("The help page on frameworks shows the form.");
    if (json.size() > largestFile) return refuse(QStringLiteral("It is larger than 2 MB."), where, remedy);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refuse(QStringLiteral("This is not JSON: %1 at byte %2.").arg(problem.errorString()).arg(problem.offset), where,
                      remedy);
    if (!document.isObject()) return refuse(QStringLiteral("This is not one JSON object."), where, remedy);
    const QJsonObject top = document.object();
    if (depthOf(top) > deepest) return refuse(QStringLiteral("It is nested deeper than 8 levels."), where, remedy);
    const bool isMapping = top.contains(u"framework");
    Checker checker(where);
    if (isMapping)
        checker.mapping(top);
    else
        checker.catalogue(top);
    if (checker.error()) return tl::unexpected<Error>(*checker.error());
    if (isMapping) return FrameworkFile(mappingsOf(top));
    return FrameworkFile(catalogueOf(top));
}

} // namespace sallyport::rules
