// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Sentences.h"

namespace sallyport::rules {

namespace {

constexpr qsizetype mostNames = 6;

/// Words of an enumeration read better without their underscores.
QString value(Names& known, const QString& text) {
    if (text.isEmpty()) return text;
    if (known.isNamed(text)) return known.of(text);
    if (text.contains(u' ')) {
        const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
        const bool allIds = parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                                            [&known](const QString& part) { return known.isNamed(part); });
        if (allIds) return known.of(parts);
    }
    if (!text.contains(u'_')) return text;
    QString plain = text;
    return plain.replace(u'_', u' ');
}

} // namespace

QString nameIn(const model::Model& model, const QString& id) {
    if (const model::Attestation* attestation = model.attestations.find({id}))
        return QStringLiteral("the attestation of %1").arg(attestation->control);
    if (const model::Flow* flow = model.flows.find({id}); flow && flow->name && !flow->name->isEmpty())
        return QStringLiteral("%1 (%2 to %3)")
            .arg(*flow->name, model.nameOf(flow->source.value), model.nameOf(flow->target.value));
    return model.nameOf(id);
}

const Names::Known& Names::known(const QString& id) {
    const auto at = known_.constFind(id);
    if (at != known_.constEnd()) return *at;
    const model::ElementKind kind = model::elementKind(model_, id);
    const bool named = kind != model::ElementKind::None || model_.attestations.contains({id});
    return *known_.insert(id, {nameIn(model_, id), kind, named});
}

QString Names::of(const QStringList& ids) {
    QStringList names;
    for (const QString& id : ids.first(std::min(ids.size(), ids.size() > mostNames ? mostNames - 1 : mostNames)))
        names.append(of(id));
    if (ids.size() > names.size())
        return QStringLiteral("%1 and %2 more").arg(names.join(QStringLiteral(", "))).arg(ids.size() - names.size());
    if (names.size() < 2) return names.value(0);
    const QString last = names.takeLast();
    return names.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

namespace {

/// Calls `visit` with each {column} of a sentence and what stands between it and the one before; returns what is left.
template <class Visit>
QString eachColumn(const QString& says, const Visit& visit) {
    qsizetype at = 0;
    while (at < says.size()) {
        const qsizetype open = says.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : says.indexOf(u'}', open);
        if (close < 0) break;
        visit(says.sliced(at, open - at), says.sliced(open + 1, close - open - 1));
        at = close + 1;
    }
    return says.sliced(std::min(at, says.size()));
}

} // namespace

Saying::Saying(const QString& says, const QStringList& columns) {
    const QString rest = eachColumn(says, [&](const QString& before, const QString& column) {
        parts_.push_back({before, static_cast<int>(columns.indexOf(column))});
    });
    parts_.push_back({rest, -1});
}

QStringList columnsOf(const QString& says) {
    QStringList columns;
    eachColumn(says, [&](const QString&, const QString& column) { columns.append(column); });
    return columns;
}

QString Saying::of(Names& names, const RuleRow& row) const {
    QString text;
    for (const Part& part : parts_) {
        text += part.before;
        if (part.column < 0) continue;
        const QString& raw = row.word(part.column);
        // A word that stands by itself must say something; one that hangs on another may be empty.
        text += raw.isEmpty() && text.endsWith(u' ') ? QStringLiteral("(unknown)") : value(names, raw);
    }
    return text;
}

QString sentence(Names& names, const QString& says, const QStringList& columns, const RuleRow& row) {
    return Saying(says, columns).of(names, row);
}

} // namespace sallyport::rules
