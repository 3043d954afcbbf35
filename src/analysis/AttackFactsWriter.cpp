// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AttackFactsJson.h"
#include "analysis/JsonText.h"

namespace sallyport::analysis {

namespace {

/// One element: its members, those at their defaults left out.
class ElementWriter {
public:
    void text(const char* field, const QString& value, const QString& fallback = {}) {
        if (value != fallback) member(field, jsonText(value));
    }
    void flag(const char* field, bool value, bool fallback = false) {
        if (value != fallback) member(field, value ? "true" : "false");
    }
    void flag(const char* field, std::optional<bool> value) {
        if (value) member(field, *value ? "true" : "false");
    }
    void number(const char* field, double value, double fallback) {
        if (value != fallback) member(field, jsonNumber(value));
    }
    void whole(const char* field, std::optional<qint64> value) {
        if (value) member(field, QByteArray::number(*value));
    }
    template <class Facts>
    void reference(const char* field, Index index, const std::vector<Facts>& list) {
        if (index != none) member(field, jsonText(at(list, index).id));
    }
    template <class Facts>
    void references(const char* field, std::span<const Index> indices, const std::vector<Facts>& list) {
        if (!indices.empty()) member(field, joined(indices, list));
    }
    template <class Facts>
    void references(const char* field, const std::optional<Indices>& indices, const std::vector<Facts>& list) {
        if (indices) member(field, joined(*indices, list));
    }

    QByteArray done() { return "  {\n" + members_ + "\n  }"; }

    template <class Facts>
    static QByteArray joined(std::span<const Index> indices, const std::vector<Facts>& list) {
        QByteArray ids;
        for (const Index index : indices) ids += (ids.isEmpty() ? "" : ", ") + jsonText(at(list, index).id);
        return '[' + ids + ']';
    }

private:
    void member(const char* field, const QByteArray& value) {
        if (!members_.isEmpty()) members_ += ",\n";
        members_ += "   \"" + QByteArray(field) + "\": " + value;
    }

    QByteArray members_;
};

class Writer {
public:
    explicit Writer(const AttackFacts& facts) : facts_(facts) {}

    QByteArray write() {
        if (!facts_.attackerZones.empty()) start("attacker_zones") += ElementWriter::joined(facts_.attackerZones, facts_.zones);
        list("zones", facts_.zones, [&](ElementWriter& e, const ZoneFacts& z) { zone(e, z); });
        list("data", facts_.data, [&](ElementWriter& e, const DataFacts& d) { data(e, d); });
        list("identities", facts_.identities, [&](ElementWriter& e, const IdentityFacts& i) { identity(e, i); });
        list("secrets", facts_.secrets, [&](ElementWriter& e, const SecretFacts& s) { secret(e, s); });
        list("components", facts_.components, [&](ElementWriter& e, const ComponentFacts& c) { component(e, c); });
        list("grants", facts_.grants, [&](ElementWriter& e, const GrantFacts& g) { grant(e, g); });
        list("flows", facts_.flows, [&](ElementWriter& e, const FlowFacts& f) { flow(e, f); });
        return "{\n" + text_ + "\n}\n";
    }

private:
    QByteArray& start(const char* list) {
        if (!text_.isEmpty()) text_ += ",\n";
        return text_ += " \"" + QByteArray(list) + "\": ";
    }

    template <class Facts, class Write>
    void list(const char* name, const std::vector<Facts>& elements, Write write) {
        if (elements.empty()) return;
        start(name) += "[\n";
        for (const Facts& facts : elements) {
            ElementWriter element;
            element.text("id", facts.id);
            write(element, facts);
            text_ += element.done() + (&facts == &elements.back() ? "\n" : ",\n");
        }
        text_ += " ]";
    }

    void zone(ElementWriter& e, const ZoneFacts& zone) const {
        e.reference("parent", zone.parent, facts_.zones);
        e.flag("flat", zone.flat);
        e.flag("implicit_trust", zone.implicitTrust);
        e.flag("sealed", zone.sealed);
    }

    void component(ElementWriter& e, const ComponentFacts& component) const {
        const ComponentFacts usual;
        e.reference("zone", component.zone, facts_.zones);
        e.text("kind", component.kind, usual.kind);
        e.flag("many", component.many);
        e.number("weight", component.weight, usual.weight);
        e.references("holds", component.holds, facts_.secrets);
        e.references("stores", component.stores, facts_.data);
        e.references("locked", component.locked, facts_.data);
        e.references("code_from", component.codeFrom, facts_.components);
        e.references("obeys", component.obeys, facts_.data);
        e.references("open_to", component.openTo, facts_.zones);
        e.flag("exploitable", component.exploitable);
    }

    void identity(ElementWriter& e, const IdentityFacts& identity) const {
        e.text("kind", identity.kind, IdentityFacts().kind);
        e.flag("per_user", identity.perUser);
        e.reference("issuer", identity.issuer, facts_.components);
    }

    void secret(ElementWriter& e, const SecretFacts& secret) const {
        e.text("kind", secret.kind, SecretFacts().kind);
        e.reference("identity", secret.identity, facts_.identities);
        e.flag("per_user", secret.perUser);
        e.flag("proof", secret.proof);
        e.flag("live_only", secret.liveOnly);
        e.reference("bound_to", secret.boundTo, facts_.secrets);
        e.references("only", secret.only, facts_.grants);
        e.reference("signs_for", secret.signsFor, facts_.components);
        e.whole("lifetime_s", secret.lifetimeSeconds);
    }

    void grant(ElementWriter& e, const GrantFacts& grant) const {
        e.reference("identity", grant.identity, facts_.identities);
        e.reference("also", grant.also, facts_.identities);
        e.reference("target", grant.target, facts_.components);
        e.text("scope", grant.scope);
        e.flag("own_only", grant.ownOnly);
        e.references("reads", grant.reads, facts_.data);
        e.references("writes", grant.writes, facts_.data);
        e.references("reveals", grant.reveals, facts_.secrets);
        e.references("assumes", grant.assumes, facts_.identities);
        e.flag("admin", grant.admin);
    }

    void flow(ElementWriter& e, const FlowFacts& flow) const {
        e.reference("from", flow.from, facts_.components);
        e.reference("to", flow.to, facts_.components);
        e.reference("as", flow.as, facts_.identities);
        e.flag("checked", flow.checked, true);
        e.flag("encrypted", flow.encrypted, true);
        e.references("carries", flow.carries, facts_.secrets);
        e.references("data", flow.data, facts_.data);
        e.references("continues", flow.continues, facts_.flows);
    }

    void data(ElementWriter& e, const DataFacts& data) const {
        const DataFacts usual;
        e.number("weight", data.weight, usual.weight);
        if (data.users != usual.users) e.whole("users", data.users);
        e.whole("live", data.live);
        e.reference("key", data.key, facts_.secrets);
    }

    const AttackFacts& facts_;
    QByteArray text_;
};

} // namespace

QByteArray writeAttackFacts(const AttackFacts& facts) { return Writer(facts).write(); }

} // namespace sallyport::analysis
