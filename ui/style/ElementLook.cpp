// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/ElementLook.h"

#include "diagram/Icons.h"

namespace sallyport::ui {

using model::ElementKind;

namespace {

template <class Rows, class Match>
qsizetype countOf(const Rows& rows, Match match) {
    return std::count_if(rows.begin(), rows.end(), match);
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString placeOf(const model::Model& model, const std::optional<model::ZoneId>& id) {
    const model::Zone* zone = id ? model.zones.find(*id) : nullptr;
    if (!zone) return QStringLiteral("in no zone");
    return zone->trust ? QStringLiteral("%1 · trust %2").arg(zone->name).arg(*zone->trust) : zone->name;
}

QString describe(const model::Model& model, const model::Identity& identity) {
    const auto grants = countOf(model.grants, [&](const model::Grant& grant) { return grant.identity == identity.id; });
    return joined({model::label(identity.kind),
                   identity.issuer ? QStringLiteral("issued by ") + model.nameOf(identity.issuer->value) : QString(),
                   grants ? countText(grants, QStringLiteral("grant"), QStringLiteral("grants")) : QString()});
}

QString describe(const model::Model& model, const model::Secret& secret) {
    return joined({model::label(secret.kind),
                   secret.identity ? QStringLiteral("proves ") + model.nameOf(secret.identity->value) : QString(),
                   !secret.identity && secret.purpose ? model::label(*secret.purpose) : QString()});
}

QString describe(const model::Model& model, const model::Grant& grant) {
    QStringList effects;
    QStringList reads, writes;
    for (const model::GrantData& row : model.grantData)
        if (row.grant == grant.id) (row.access == model::GrantAccess::Read ? reads : writes) << model.nameOf(row.data.value);
    if (!reads.isEmpty()) effects << QStringLiteral("reads ") + reads.join(QStringLiteral(", "));
    if (!writes.isEmpty()) effects << QStringLiteral("writes ") + writes.join(QStringLiteral(", "));
    for (const auto& row : model.grantReveals)
        if (row.from == grant.id) effects << QStringLiteral("reveals ") + model.nameOf(row.to.value);
    for (const auto& row : model.grantAssumes)
        if (row.from == grant.id) effects << QStringLiteral("assumes ") + model.nameOf(row.to.value);
    if (grant.admin) effects << QStringLiteral("administers");
    return effects.isEmpty() ? QStringLiteral("calls only") : joined(effects);
}

QString describe(const model::DataAsset& data) {
    return joined({data.sensitivity ? model::label(*data.sensitivity) : QStringLiteral("Sensitivity unknown"),
                   data.users ? QStringLiteral("%L1 users").arg(*data.users) : QString()});
}

QString describe(const model::Model& model, const model::Zone& zone) {
    const auto inside = countOf(model.components, [&](const model::Component& one) { return one.zone == zone.id; });
    return joined({zone.kind ? model::label(*zone.kind) + QStringLiteral(" zone") : QStringLiteral("Zone"),
                   zone.trust ? QStringLiteral("trust %1").arg(*zone.trust) : QString(),
                   countText(inside, QStringLiteral("component"), QStringLiteral("components"))});
}

QString describe(const model::Model& model, const model::Flow& flow) {
    return joined(
        {QStringLiteral("Flow"),
         flow.name ? model.nameOf(flow.source.value) + QStringLiteral(" to ") + model.nameOf(flow.target.value) : QString(),
         flow.tls ? model::label(*flow.tls) : QString(),
         flow.callerIdentity ? QStringLiteral("as ") + model.nameOf(flow.callerIdentity->value) : QString()});
}

} // namespace

QString countText(qsizetype count, const QString& one, const QString& many) {
    return QStringLiteral("%L1 %2").arg(count).arg(count == 1 ? one : many);
}

QString durationText(qint64 seconds) {
    struct Unit {
        qint64 length;
        const char* one;
        const char* many;
    };
    static constexpr Unit units[] = {{86400, "day", "days"}, {3600, "h", "h"}, {60, "min", "min"}};
    for (const Unit& unit : units)
        if (seconds != 0 && seconds % unit.length == 0) {
            const qint64 count = seconds / unit.length;
            return QStringLiteral("%L1 %2").arg(count).arg(QLatin1StringView(count == 1 ? unit.one : unit.many));
        }
    return QStringLiteral("%L1 s").arg(seconds);
}

QString iconOfTable(model::TableId table) {
    switch (table) {
        case model::TableId::Zone:
            return diagram::icons::zone;
        case model::TableId::Identity:
            return diagram::icons::identity;
        case model::TableId::Secret:
            return diagram::icons::secret;
        case model::TableId::Grant:
            return diagram::icons::grant;
        case model::TableId::DataAsset:
            return diagram::icons::data;
        case model::TableId::Flow:
            return diagram::icons::flow;
        case model::TableId::Note:
            return diagram::icons::note;
        case model::TableId::Component:
            return diagram::iconOf(model::ComponentKind::Backend);
        default:
            return {};
    }
}

QString iconOfElement(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case ElementKind::Component:
            return diagram::iconOf(model.components.find({id})->kind);
        case ElementKind::Zone:
            return diagram::iconOf(model.zones.find({id})->kind);
        case ElementKind::Identity:
            return diagram::iconOf(model.identities.find({id})->kind);
        case ElementKind::Secret:
            return diagram::iconOf(model.secrets.find({id})->kind);
        case ElementKind::Grant:
            return diagram::icons::grant;
        case ElementKind::Data:
            return diagram::icons::data;
        case ElementKind::Flow:
            return diagram::icons::flow;
        case ElementKind::Note:
            return diagram::icons::note;
        default:
            return {};
    }
}

QColor colourOfElement(const diagram::Theme& theme, const model::Model& model, const QString& id) {
    const model::Component* component = model.components.find({id});
    return component ? theme.familyColour(component->kind) : theme.ink2;
}

QString kindOfElement(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case ElementKind::Component:
            return model::label(model.components.find({id})->kind);
        case ElementKind::Zone:
            return QStringLiteral("Zone");
        case ElementKind::Identity:
            return model::label(model.identities.find({id})->kind);
        case ElementKind::Secret:
            return model::label(model.secrets.find({id})->kind);
        case ElementKind::Grant:
            return QStringLiteral("Grant");
        case ElementKind::Data:
            return QStringLiteral("Data asset");
        case ElementKind::Flow:
            return QStringLiteral("Flow");
        case ElementKind::Note:
            return QStringLiteral("Note");
        case ElementKind::Diagram:
            return QStringLiteral("Diagram");
        case ElementKind::None:
            break;
    }
    return {};
}

QString describeElement(const model::Model& model, const QString& id) {
    if (const auto* component = model.components.find({id}))
        return joined({model::label(component->kind), placeOf(model, component->zone)});
    if (const auto* identity = model.identities.find({id})) return describe(model, *identity);
    if (const auto* secret = model.secrets.find({id})) return describe(model, *secret);
    if (const auto* grant = model.grants.find({id})) return describe(model, *grant);
    if (const auto* data = model.data.find({id})) return describe(*data);
    if (const auto* zone = model.zones.find({id})) return describe(model, *zone);
    if (const auto* flow = model.flows.find({id})) return describe(model, *flow);
    if (const auto* note = model.notes.find({id})) return QStringLiteral("Note on ") + model.nameOf(note->diagram.value);
    return {};
}

QString titleOfElement(const model::Model& model, const QString& id) {
    if (const auto* note = model.notes.find({id})) return note->text.section(u'\n', 0, 0);
    return model.nameOf(id);
}

QIcon elementIcon(const diagram::Theme& theme, const model::Model& model, const QString& id) {
    const QString name = iconOfElement(model, id);
    return name.isEmpty() ? QIcon() : diagram::actionIcon(name, colourOfElement(theme, model, id), theme.disabled);
}

} // namespace sallyport::ui
