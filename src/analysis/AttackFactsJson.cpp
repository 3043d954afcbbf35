// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AttackFactsJson.h"

#include "analysis/AttackFactsCheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace sallyport::analysis {

namespace {

constexpr qsizetype mostBytes = 256 * 1024 * 1024;
constexpr qsizetype mostElements = 2'000'000;
constexpr double mostExactInteger = 9007199254740992.0; // 2^53

/// The elements of one list, still as JSON, and where each id stands.
struct List {
    QLatin1StringView name;
    QJsonArray elements;
    QHash<QString, Index> positions;
};

/// Reads the fields of one element. The first refusal stays; later reads then give defaults.
class Element {
public:
    Element(const QJsonObject& object, QString where, std::optional<Error>& refusal)
        : object_(object), where_(std::move(where)), refusal_(refusal) {}

    QString text(QLatin1StringView field, QString fallback = {}) {
        const QJsonValue value = take(field);
        if (value.isUndefined()) return fallback;
        if (!value.isString()) wrongType(field, "text");
        return value.toString();
    }

    bool flag(QLatin1StringView field, bool fallback) {
        const QJsonValue value = take(field);
        if (value.isUndefined()) return fallback;
        if (!value.isBool()) wrongType(field, "true or false");
        return value.toBool();
    }

    std::optional<bool> flagOrNull(QLatin1StringView field) {
        if (object_.value(field).isNull()) return take(field), std::nullopt;
        if (!object_.contains(field)) return std::nullopt;
        return flag(field, false);
    }

    double number(QLatin1StringView field, double fallback) {
        const QJsonValue value = take(field);
        if (value.isUndefined()) return fallback;
        if (!value.isDouble()) wrongType(field, "a number");
        return value.toDouble();
    }

    std::optional<qint64> wholeOrNull(QLatin1StringView field) {
        if (object_.value(field).isNull()) return take(field), std::nullopt;
        return whole(field);
    }

    std::optional<qint64> whole(QLatin1StringView field) {
        const QJsonValue value = take(field);
        if (value.isUndefined()) return std::nullopt;
        const double number = value.toDouble();
        if (!value.isDouble() || std::floor(number) != number || std::abs(number) > mostExactInteger)
            wrongType(field, "a whole number");
        return value.toInteger();
    }

    Index reference(QLatin1StringView field, const List& list) {
        const QJsonValue value = take(field);
        if (value.isUndefined() || value.isNull()) return none;
        return resolve(field, value, list);
    }

    Index required(QLatin1StringView field, const List& list) {
        const Index index = reference(field, list);
        if (index == none) refuseField(QStringLiteral("The field \"%1\" is missing.").arg(field));
        return index;
    }

    std::optional<Indices> referencesOrNull(QLatin1StringView field, const List& list) {
        const QJsonValue value = take(field);
        if (value.isUndefined() || value.isNull()) return std::nullopt;
        Indices indices;
        if (!value.isArray()) wrongType(field, "a list");
        for (const QJsonValue& member : value.toArray()) indices.push_back(resolve(field, member, list));
        return indices;
    }

    Indices references(QLatin1StringView field, const List& list) {
        if (object_.value(field).isNull()) wrongType(field, "a list");
        return referencesOrNull(field, list).value_or(Indices());
    }

    /// Whatever was not asked for is not a field.
    void finish() {
        if (taken_ == object_.size()) return;
        for (auto field = object_.begin(); field != object_.end(); ++field)
            if (!known_.contains(field.key())) refuseField(QStringLiteral("There is no field \"%1\".").arg(field.key()));
    }

private:
    QJsonValue take(QLatin1StringView field) {
        const QJsonValue value = object_.value(field);
        if (!value.isUndefined()) {
            ++taken_;
            known_.push_back(field);
        }
        return value;
    }

    Index resolve(QLatin1StringView field, const QJsonValue& value, const List& list) {
        if (!value.isString()) {
            wrongType(field, "an id");
            return none;
        }
        const auto found = list.positions.constFind(value.toString());
        if (found != list.positions.constEnd()) return *found;
        refuseField(QStringLiteral("\"%1\" names \"%2\", which is not in %3.").arg(field, value.toString(), list.name));
        return none;
    }

    void wrongType(QLatin1StringView field, const char* wanted) {
        refuseField(QStringLiteral("The field \"%1\" must be %2.").arg(field, QLatin1StringView(wanted)));
    }

    void refuseField(QString what) {
        if (!refusal_) refusal_ = Error{std::move(what), where_, {}};
    }

    const QJsonObject& object_;
    QString where_;
    std::optional<Error>& refusal_;
    qsizetype taken_ = 0;
    QList<QLatin1StringView> known_;
};

class Reader {
public:
    explicit Reader(const QString& fileName) : fileName_(fileName) {}
    Expected<AttackFacts> read(const QByteArray& json);

private:
    std::optional<Error> open(const QByteArray& json);
    std::optional<Error> takeList(List& list);
    QString place(const List& list, const QString& id) const;

    template <class Facts, class Read>
    void each(const List& list, std::vector<Facts>& into, Read read);
    void zones();
    void components();
    void identities();
    void secrets();
    void grants();
    void flows();
    void data();
    void attackerZones();

    QString fileName_;
    QJsonObject root_;
    AttackFacts facts_;
    std::optional<Error> refusal_;
    List zones_{QLatin1StringView("zones"), {}, {}};
    List components_{QLatin1StringView("components"), {}, {}};
    List identities_{QLatin1StringView("identities"), {}, {}};
    List secrets_{QLatin1StringView("secrets"), {}, {}};
    List grants_{QLatin1StringView("grants"), {}, {}};
    List flows_{QLatin1StringView("flows"), {}, {}};
    List data_{QLatin1StringView("data"), {}, {}};
};

constexpr QLatin1StringView attackerZonesName("attacker_zones");

QLatin1StringView operator""_f(const char* text, std::size_t size) {
    return QLatin1StringView(text, static_cast<qsizetype>(size));
}

QString Reader::place(const List& list, const QString& id) const {
    return QStringLiteral("%1: %2 \"%3\"").arg(fileName_, list.name, id);
}

std::optional<Error> Reader::open(const QByteArray& json) {
    if (json.size() > mostBytes)
        return Error{QStringLiteral("It is larger than %1 MiB.").arg(mostBytes / (1024 * 1024)), fileName_, {}};
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return Error{
            QStringLiteral("It is not JSON: %1 at byte %2.").arg(parsed.errorString()).arg(parsed.offset), fileName_, {}};
    if (!document.isObject())
        return Error{QStringLiteral("It is not an object of lists."), fileName_,
                     QStringLiteral("Give attack facts, as `sallyport facts` writes them.")};
    root_ = document.object();
    for (List* list : {&zones_, &components_, &identities_, &secrets_, &grants_, &flows_, &data_})
        if (auto error = takeList(*list)) return error;
    for (auto member = root_.begin(); member != root_.end(); ++member) {
        const QString name = member.key();
        const bool known = name == attackerZonesName || name == zones_.name || name == components_.name ||
                           name == identities_.name || name == secrets_.name || name == grants_.name || name == flows_.name ||
                           name == data_.name;
        if (!known) return Error{QStringLiteral("There is no list \"%1\" in attack facts.").arg(name), fileName_, {}};
    }
    return std::nullopt;
}

std::optional<Error> Reader::takeList(List& list) {
    const QJsonValue value = root_.value(list.name);
    if (value.isUndefined()) return std::nullopt;
    const QString where = QStringLiteral("%1: %2").arg(fileName_, list.name);
    if (!value.isArray()) return Error{QStringLiteral("It must be a list."), where, {}};
    list.elements = value.toArray();
    if (list.elements.size() > mostElements)
        return Error{QStringLiteral("It has more than %1 elements.").arg(mostElements), where, {}};
    list.positions.reserve(list.elements.size());
    for (qsizetype i = 0; i < list.elements.size(); ++i) {
        const QString nth = QStringLiteral("%1, element %2").arg(where).arg(i + 1);
        const QJsonValue element = list.elements[i];
        if (!element.isObject()) return Error{QStringLiteral("It must be an object."), nth, {}};
        const QJsonValue id = element.toObject().value("id"_f);
        if (id.isUndefined()) return Error{QStringLiteral("The field \"id\" is missing."), nth, {}};
        if (!id.isString()) return Error{QStringLiteral("The field \"id\" must be text."), nth, {}};
        const QString text = id.toString();
        if (text.isEmpty()) return Error{QStringLiteral("The id is empty."), nth, {}};
        if (list.positions.contains(text))
            return Error{QStringLiteral("The id is used twice."), place(list, text), QStringLiteral("Give each its own.")};
        list.positions.insert(text, static_cast<Index>(i));
    }
    return std::nullopt;
}

template <class Facts, class Read>
void Reader::each(const List& list, std::vector<Facts>& into, Read read) {
    into.reserve(static_cast<std::size_t>(list.elements.size()));
    for (const QJsonValue& value : list.elements) {
        if (refusal_) return;
        const QJsonObject object = value.toObject();
        Element element(object, place(list, object.value("id"_f).toString()), refusal_);
        Facts& facts = into.emplace_back();
        facts.id = element.text("id"_f);
        read(element, facts);
        element.finish();
    }
}

void Reader::zones() {
    each(zones_, facts_.zones, [&](Element& e, ZoneFacts& zone) {
        zone.parent = e.reference("parent"_f, zones_);
        zone.flat = e.flag("flat"_f, false);
        zone.implicitTrust = e.flag("implicit_trust"_f, false);
        zone.sealed = e.flag("sealed"_f, false);
    });
}

void Reader::components() {
    each(components_, facts_.components, [&](Element& e, ComponentFacts& component) {
        component.zone = e.required("zone"_f, zones_);
        component.kind = e.text("kind"_f, component.kind);
        component.many = e.flag("many"_f, false);
        component.weight = e.number("weight"_f, 1);
        component.holds = e.references("holds"_f, secrets_);
        component.stores = e.references("stores"_f, data_);
        component.locked = e.references("locked"_f, data_);
        component.codeFrom = e.references("code_from"_f, components_);
        component.obeys = e.references("obeys"_f, data_);
        component.openTo = e.references("open_to"_f, zones_);
        component.exploitable = e.flag("exploitable"_f, false);
    });
}

void Reader::identities() {
    each(identities_, facts_.identities, [&](Element& e, IdentityFacts& identity) {
        identity.kind = e.text("kind"_f, identity.kind);
        identity.perUser = e.flag("per_user"_f, false);
        identity.issuer = e.reference("issuer"_f, components_);
    });
}

void Reader::secrets() {
    each(secrets_, facts_.secrets, [&](Element& e, SecretFacts& secret) {
        secret.kind = e.text("kind"_f, secret.kind);
        secret.identity = e.reference("identity"_f, identities_);
        secret.perUser = e.flagOrNull("per_user"_f);
        secret.proof = e.flag("proof"_f, false);
        secret.liveOnly = e.flag("live_only"_f, false);
        secret.boundTo = e.reference("bound_to"_f, secrets_);
        secret.only = e.referencesOrNull("only"_f, grants_);
        secret.signsFor = e.reference("signs_for"_f, components_);
        secret.lifetimeSeconds = e.wholeOrNull("lifetime_s"_f);
    });
}

void Reader::grants() {
    each(grants_, facts_.grants, [&](Element& e, GrantFacts& grant) {
        grant.identity = e.required("identity"_f, identities_);
        grant.also = e.reference("also"_f, identities_);
        grant.target = e.required("target"_f, components_);
        grant.scope = e.text("scope"_f);
        grant.ownOnly = e.flag("own_only"_f, false);
        grant.reads = e.references("reads"_f, data_);
        grant.writes = e.references("writes"_f, data_);
        grant.reveals = e.references("reveals"_f, secrets_);
        grant.assumes = e.references("assumes"_f, identities_);
        grant.admin = e.flag("admin"_f, false);
    });
}

void Reader::flows() {
    each(flows_, facts_.flows, [&](Element& e, FlowFacts& flow) {
        flow.from = e.required("from"_f, components_);
        flow.to = e.required("to"_f, components_);
        flow.as = e.reference("as"_f, identities_);
        flow.checked = e.flag("checked"_f, true);
        flow.encrypted = e.flag("encrypted"_f, true);
        flow.carries = e.references("carries"_f, secrets_);
        flow.data = e.references("data"_f, data_);
        flow.continues = e.references("continues"_f, flows_);
    });
}

void Reader::data() {
    each(data_, facts_.data, [&](Element& e, DataFacts& data) {
        data.weight = e.number("weight"_f, 1);
        data.users = e.whole("users"_f).value_or(1);
        data.live = e.wholeOrNull("live"_f);
        data.key = e.reference("key"_f, secrets_);
    });
}

void Reader::attackerZones() {
    const QJsonObject object{{QString(attackerZonesName), root_.value(attackerZonesName)}};
    if (!root_.contains(attackerZonesName)) return;
    Element element(object, fileName_, refusal_);
    facts_.attackerZones = element.references(attackerZonesName, zones_);
}

Expected<AttackFacts> Reader::read(const QByteArray& json) {
    if (auto error = open(json)) return tl::unexpected<Error>(*error);
    zones();
    components();
    identities();
    secrets();
    grants();
    flows();
    data();
    attackerZones();
    if (refusal_) return tl::unexpected<Error>(*refusal_);
    if (auto error = unsound(facts_, fileName_)) return tl::unexpected<Error>(*error);
    return std::move(facts_);
}

} // namespace

Expected<AttackFacts> readAttackFacts(const QByteArray& json, const QString& fileName) { return Reader(fileName).read(json); }

} // namespace sallyport::analysis
