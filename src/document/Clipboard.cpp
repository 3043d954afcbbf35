// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Clipboard.h"

#include "document/Document.h"
#include "document/Json.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sallyport::document {

using model::Column;
using model::ColumnKind;
using model::SetColumn;
using model::Table;
using model::TableId;
using model::Value;

namespace {

constexpr qsizetype largestCopy = qsizetype(32) << 20;

/// What people decided about a model, and the model's own facts, belong to it alone.
bool isCopied(TableId id) {
    switch (id) {
        case TableId::Meta:
        case TableId::Policy:
        case TableId::Framework:
        case TableId::Rule:
        case TableId::Diagram:
        case TableId::Decision:
        case TableId::Attestation:
        case TableId::Snapshot:
            return false;
        default:
            return true;
    }
}

/// Whether a copy of it in the same document would be another thing, or the same thing named twice.
bool isShared(TableId id) { return id == TableId::Identity || id == TableId::Secret || id == TableId::DataAsset; }

const QString* textOf(const Value& value) { return std::get_if<QString>(&value); }

/// Finds all that has to come along with some elements.
class Companions {
public:
    explicit Companions(const model::Model& model, const model::DiagramId& diagram) : model_(model), diagram_(diagram) {}

    QSet<QString> of(const QStringList& ids) {
        // Flows and grants come along with what they join, and only then.
        for (const QString& id : ids) {
            const model::ElementKind kind = model::elementKind(model_, id);
            if (kind != model::ElementKind::Flow && kind != model::ElementKind::Grant) found_.insert(id);
        }
        grow([this] { addContents(); });
        for (const model::Flow& flow : model_.flows)
            if (has(flow.source) && has(flow.target)) add(flow.id);
        for (const model::Note& note : model_.notes)
            if (note.diagram != diagram_) found_.remove(note.id.value);
        grow([this] {
            addUsed();
            addGranted();
        });
        return found_;
    }

private:
    template <class Tag>
    bool has(const model::Id<Tag>& id) const {
        return found_.contains(id.value);
    }
    template <class Tag>
    void add(const model::Id<Tag>& id) {
        found_.insert(id.value);
    }
    template <class Tag>
    void add(const std::optional<model::Id<Tag>>& id) {
        if (id) add(*id);
    }
    template <class Function>
    void grow(const Function& once) {
        for (qsizetype before = -1; before != found_.size();) {
            before = found_.size();
            once();
        }
    }

    void addContents() {
        const auto isPlaced = [this](const QString& id) { return model_.placements.contains({diagram_, id}); };
        for (const model::Zone& zone : model_.zones)
            if (zone.parent && has(*zone.parent) && isPlaced(zone.id.value)) add(zone.id);
        for (const model::Component& component : model_.components)
            if (component.zone && has(*component.zone) && isPlaced(component.id.value)) add(component.id);
    }

    void addUsed() {
        for (const model::Assignment& row : model_.assignments)
            if (has(row.to)) add(row.from);
        for (const model::Holding& row : model_.holdings)
            if (has(row.component)) add(row.secret);
        for (const model::Handling& row : model_.handlings)
            if (has(row.component)) add(row.data);
        for (const model::Flow& flow : model_.flows)
            if (has(flow.id)) add(flow.callerIdentity);
        for (const model::FlowData& row : model_.flowData)
            if (has(row.flow)) add(row.data);
        for (const model::FlowSecret& row : model_.flowSecrets)
            if (has(row.from)) add(row.to);
        for (const model::Secret& secret : model_.secrets) {
            if (!has(secret.id)) continue;
            add(secret.identity);
            add(secret.boundTo);
        }
        for (const model::DataAsset& asset : model_.data)
            if (has(asset.id)) add(asset.keySecret);
    }

    void addGranted() {
        for (const model::Grant& grant : model_.grants) {
            if (!has(grant.target)) continue;
            add(grant.id);
            add(grant.identity);
            add(grant.also);
        }
        for (const model::GrantData& row : model_.grantData)
            if (has(row.grant)) add(row.data);
        for (const model::GrantReveals& row : model_.grantReveals)
            if (has(row.from)) add(row.to);
        for (const model::GrantAssumes& row : model_.grantAssumes)
            if (has(row.from)) add(row.to);
    }

    const model::Model& model_;
    model::DiagramId diagram_;
    QSet<QString> found_;
};

/// The rows about a set of elements, without those that refer to anything else.
class Extract {
public:
    Extract(const model::Model& model, const model::DiagramId& diagram, const QSet<QString>& elements)
        : model_(model), diagram_(diagram), elements_(elements) {
        if (const model::Diagram* row = model.diagrams.find(diagram)) extract_.diagrams.put(*row);
        for (const Table& table : model::tables())
            if (isCopied(table.id)) table.each(model, [&](const void* row) { take(table, row); });
        forgetBrokenClaims();
    }

    model::Model result() && { return std::move(extract_); }

private:
    void take(const Table& table, const void* row) {
        std::vector<Value> values = table.values(row);
        if (table.letter != 0 && !elements_.contains(*textOf(values.front()))) return;
        if (table.id == TableId::Placement && !elements_.contains(*textOf(values[1]))) return;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            const QString* id = column.references ? textOf(values[i]) : nullptr;
            if (id == nullptr || isHere(column, *id)) continue;
            if (column.kind == ColumnKind::Key || column.kind == ColumnKind::Fixed) {
                if (elements_.contains(*textOf(values.front())))
                    left_.insert({static_cast<int>(table.id), *textOf(values.front())});
                return;
            }
            values[i] = Value();
        }
        table.put(extract_, values);
    }

    bool isHere(const Column& column, const QString& id) const {
        return *column.references == TableId::Diagram ? id == diagram_.value : elements_.contains(id);
    }

    /// "No others than these" is no longer known once some of these were left out.
    void forgetBrokenClaims() {
        for (const Table& table : model::tables())
            for (const SetColumn& set : table.sets) {
                if (!set.relation) continue;
                const Table& choices = model::table(set.choices);
                for (const auto& [relation, element] : left_) {
                    if (relation != static_cast<int>(*set.relation)) continue;
                    const Value key[] = {Value(element), Value(QString::fromLatin1(set.prefix) + ".*")};
                    choices.erase(extract_, key);
                }
            }
        for (const auto& [relation, element] : left_)
            if (relation == static_cast<int>(TableId::SecretOnly))
                if (model::Secret* secret = extract_.secrets.find({element})) secret->restricted.reset();
    }

    const model::Model& model_;
    model::DiagramId diagram_;
    const QSet<QString>& elements_;
    model::Model extract_;
    QSet<QPair<int, QString>> left_; ///< relation and element of pairs left out
};

QString movedBends(const QString& bends, const QPointF& by) {
    QStringList moved;
    for (const QString& word : bends.split(' ', Qt::SkipEmptyParts)) {
        const QStringList numbers = word.split(',');
        bool fineX = false, fineY = false;
        if (numbers.size() != 2) return {};
        const double x = numbers[0].toDouble(&fineX), y = numbers[1].toDouble(&fineY);
        if (!fineX || !fineY) return {};
        moved << QStringLiteral("%1,%2").arg(qRound(x + by.x())).arg(qRound(y + by.y()));
    }
    return moved.join(' ');
}

/// The diagram whose places are used: the first.
model::DiagramId firstDiagram(const model::Model& copied) {
    const model::Diagram* first = nullptr;
    for (const model::Diagram& diagram : copied.diagrams)
        if (first == nullptr || diagram.ordinal < first->ordinal) first = &diagram;
    return first != nullptr ? first->id : model::DiagramId{};
}

class Paste {
public:
    Paste(Editor& editor, const model::Model& copied, const model::DiagramId& diagram, const QPointF& offset,
          const std::optional<model::ZoneId>& zone)
        : editor_(editor), copied_(copied), from_(firstDiagram(copied)), diagram_(diagram), offset_(offset), zone_(zone) {
        for (const Table& table : model::tables())
            if (isCopied(table.id) && table.letter != 0) table.each(copied, [&](const void* row) { nameAnew(table, row); });
    }

    QStringList run() {
        for (const Table& table : model::tables())
            if (isCopied(table.id)) table.each(copied_, [&](const void* row) { write(table, row); });
        return outermost();
    }

private:
    /// Decides the id, and the name, that an element will have.
    void nameAnew(const Table& table, const void* row) {
        const QString id = *textOf(table.columns.front().get(row));
        if (isShared(table.id)) {
            const Value key[] = {Value(id)};
            const void* there = table.find(editor_.model(), key);
            if (there != nullptr && isAlike(table, row, there)) return;
            if (model::elementKind(editor_.model(), id) == model::ElementKind::None) {
                ids_[id] = id;
                return;
            }
        }
        ids_[id] = Editor::newId(table.id);
    }

    static bool isAlike(const Table& table, const void* one, const void* other) {
        for (const char* name : {"name", "kind"}) {
            const int column = table.column(QString::fromLatin1(name));
            if (column < 0) continue;
            const auto& get = table.columns[static_cast<std::size_t>(column)].get;
            if (get(one) != get(other)) return false;
        }
        return true;
    }

    void write(const Table& table, const void* row) {
        std::vector<Value> values = table.values(row);
        bool isNew = false;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Column& column = table.columns[i];
            const bool isOwn = i == 0 && table.letter != 0, isPlaced = i == 1 && table.id == TableId::Placement;
            if (!isOwn && !isPlaced && !column.references) continue;
            const QString* id = textOf(values[i]);
            if (id == nullptr) continue;
            if (column.references && *column.references == TableId::Diagram) {
                if (*id != from_.value) return;
                values[i] = Value(diagram_.value);
                continue;
            }
            const auto mapped = ids_.constFind(*id);
            if (mapped == ids_.constEnd()) continue; // shared with the document
            isNew = isNew || static_cast<int>(i) < table.keyColumns;
            values[i] = Value(*mapped);
        }
        if (!isNew) return;
        adjust(table, values);
        editor_.putValues(table.id, values);
    }

    void adjust(const Table& table, std::vector<Value>& values) {
        const auto at = [&](const char* name) -> Value& {
            return values[static_cast<std::size_t>(table.column(QString::fromLatin1(name)))];
        };
        const auto move = [&] {
            at("x") = std::get<double>(at("x")) + offset_.x();
            at("y") = std::get<double>(at("y")) + offset_.y();
        };
        switch (table.id) {
            case TableId::Placement:
            case TableId::Note:
                return move();
            case TableId::Route:
                at("bends") = movedBends(*textOf(at("bends")), offset_);
                return;
            case TableId::Zone:
            case TableId::Component: {
                Value& around = at(table.id == TableId::Zone ? "parent" : "zone");
                if (model::isNull(around) && zone_) around = Value(zone_->value);
                break;
            }
            case TableId::Identity:
            case TableId::Secret:
            case TableId::DataAsset:
                break;
            default:
                return;
        }
        at("name") = freeName(table, *textOf(at("name")));
    }

    QString freeName(const Table& table, const QString& wanted) {
        QSet<QString>& taken = takenNames(table);
        if (!taken.contains(wanted)) return wanted; // may stand twice, if it did in the original
        QString free;
        for (int number = 2; free.isEmpty(); ++number)
            if (const QString name = QStringLiteral("%1 %2").arg(wanted).arg(number); !taken.contains(name)) free = name;
        taken.insert(free);
        return free;
    }

    QSet<QString>& takenNames(const Table& table) {
        const auto known = taken_.find(static_cast<int>(table.id));
        if (known != taken_.end()) return *known;
        QSet<QString>& names = taken_[static_cast<int>(table.id)];
        const auto column = static_cast<std::size_t>(table.column(u"name"));
        table.each(editor_.model(), [&](const void* row) {
            const Value name = table.columns[column].get(row);
            if (const QString* text = textOf(name)) names.insert(*text);
        });
        return names;
    }

    QStringList outermost() const {
        QStringList found;
        for (const model::Zone& zone : copied_.zones)
            if (!zone.parent) found << ids_.value(zone.id.value);
        for (const model::Component& component : copied_.components)
            if (!component.zone) found << ids_.value(component.id.value);
        for (const model::Note& note : copied_.notes)
            if (note.diagram == from_) found << ids_.value(note.id.value);
        return found;
    }

    Editor& editor_;
    const model::Model& copied_;
    model::DiagramId from_, diagram_;
    QPointF offset_;
    std::optional<model::ZoneId> zone_;
    QHash<QString, QString> ids_; ///< of everything that is new
    QHash<int, QSet<QString>> taken_;
};

} // namespace

QByteArray copyElements(const model::Model& model, const model::DiagramId& diagram, const QStringList& ids) {
    const QSet<QString> elements = Companions(model, diagram).of(ids);
    const model::Model extract = Extract(model, diagram, elements).result();
    if (extract.zones.isEmpty() && extract.components.isEmpty() && extract.notes.isEmpty() && extract.identities.isEmpty() &&
        extract.secrets.isEmpty() && extract.data.isEmpty())
        return {};
    return writeJson(extract);
}

Expected<model::Model> readCopied(const QByteArray& text) {
    const QString where = QStringLiteral("Clipboard");
    const QString remedy = QStringLiteral("Copy elements of a diagram first.");
    if (text.size() > largestCopy)
        return refuse(QStringLiteral("What was copied is larger than 32 MiB."), where, QStringLiteral("Copy less at a time."));
    if (!text.trimmed().startsWith('{'))
        return refuse(QStringLiteral("There is nothing to paste that a diagram can show."), where, remedy);
    auto copied = readJson(text, where);
    if (!copied) return copied;
    // A document of its own checks references and every rule.
    if (const auto checked = Document::fromModel(*copied, where); !checked) return tl::unexpected<Error>(checked.error());
    return copied;
}

QRectF boundsOfCopied(const model::Model& copied) {
    const model::DiagramId diagram = firstDiagram(copied);
    QRectF bounds;
    for (const model::Placement& row : copied.placements)
        if (row.diagram == diagram) bounds = bounds.united(QRectF(row.x, row.y, row.w, row.h));
    for (const model::Note& row : copied.notes)
        if (row.diagram == diagram) bounds = bounds.united(QRectF(row.x, row.y, row.w, row.h));
    return bounds;
}

QStringList paste(Editor& editor, const model::Model& copied, const model::DiagramId& diagram, const QPointF& offset,
                  const std::optional<model::ZoneId>& zone) {
    return Paste(editor, copied, diagram, offset, zone).run();
}

} // namespace sallyport::document
