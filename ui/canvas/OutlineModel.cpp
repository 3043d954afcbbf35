// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/OutlineModel.h"

#include "canvas/Arranging.h"
#include "canvas/Placeable.h"
#include "diagram/Icons.h"
#include "document/Edits.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QMimeData>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr qsizetype mostAtOnce = 400; // rows followed one by one
constexpr int deepest = 200;

} // namespace

struct OutlineModel::Node {
    QString id;
    Key key; ///< that it stands by: siblings are always in the order of these, whatever the model says meanwhile
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    std::size_t row() const {
        const auto& siblings = parent->children;
        return static_cast<std::size_t>(std::ranges::find(siblings, this, &std::unique_ptr<Node>::get) - siblings.begin());
    }
    bool isWithin(const Node* other) const {
        for (const Node* at = this; at; at = at->parent)
            if (at == other) return true;
        return false;
    }
};

OutlineModel::OutlineModel(Workspace& workspace, QObject* parent) : QAbstractItemModel(parent), workspace_(workspace) {
    connect(&workspace, &Workspace::documentReplaced, this, &OutlineModel::rebuild);
    connect(&workspace, &Workspace::changed, this, &OutlineModel::follow);
    const auto repaint = [this] {
        icons_.clear();
        refreshAll(*root_);
    };
    connect(&workspace, &Workspace::themeChanged, this, repaint);
    connect(&workspace, &Workspace::diagramChanged, this, repaint);
    rebuild();
}

OutlineModel::~OutlineModel() = default;

void OutlineModel::rebuild() {
    beginResetModel();
    nodes_.clear();
    root_ = std::make_unique<Node>();
    const model::Model& model = workspace_.model();
    QHash<QString, QStringList> below;
    const auto add = [&](const QString& id, const QString& above) { below[above] << id; };
    for (const model::Zone& zone : model.zones) add(zone.id.value, zone.parent ? zone.parent->value : QString());
    for (const model::Component& one : model.components) add(one.id.value, one.zone ? one.zone->value : QString());
    for (const model::Flow& flow : model.flows) add(flow.id.value, flow.source.value);
    const std::function<void(Node&)> fill = [&](Node& node) {
        QStringList ids = below.value(node.id);
        std::ranges::sort(ids, {}, [this](const QString& id) { return keyOf(id); });
        for (const QString& id : ids) {
            auto child = std::make_unique<Node>();
            child->id = id;
            child->key = keyOf(id);
            child->parent = &node;
            nodes_.insert(id, child.get());
            fill(*node.children.emplace_back(std::move(child)));
        }
    };
    fill(*root_);
    endResetModel();
}

// ---- following

void OutlineModel::follow(const document::Changes& changes) {
    QSet<QString> touched, shown;
    for (const document::RowChange& row : changes.rows) {
        if (row.table == model::TableId::Zone || row.table == model::TableId::Component || row.table == model::TableId::Flow)
            touched.insert(row.firstKey());
        else if (row.table == model::TableId::Placement)
            shown.insert(std::get<QString>(row.key[1]));
    }
    if (changes.everything || touched.size() > mostAtOnce) return rebuild();
    // A flow reads, and stands, as the component it ends at.
    QStringList renamed, gone;
    for (const model::Flow& flow : workspace_.model().flows)
        if (touched.contains(flow.target.value)) renamed << flow.id.value;
    touched.unite(QSet<QString>(renamed.begin(), renamed.end()));
    for (const QString& id : std::as_const(touched)) {
        const model::ElementKind kind = model::elementKind(workspace_.model(), id);
        kind == model::ElementKind::None ? gone.append(id) : settle(id);
    }
    for (const QString& id : gone) remove(id);
    for (const QString& id : std::as_const(shown)) refresh(id);
}

OutlineModel::Node* OutlineModel::wantedParent(const QString& id, int depth) {
    const model::Model& model = workspace_.model();
    QString above;
    if (const model::Zone* zone = model.zones.find({id}))
        above = zone->parent ? zone->parent->value : QString();
    else if (const model::Component* component = model.components.find({id}))
        above = component->zone ? component->zone->value : QString();
    else if (const model::Flow* flow = model.flows.find({id}))
        above = flow->source.value;
    if (above.isEmpty()) return root_.get();
    if (!nodes_.contains(above)) settle(above, depth + 1);
    return nodes_.value(above);
}

void OutlineModel::settle(const QString& id, int depth) {
    if (depth > deepest) return;
    Node* parent = wantedParent(id, depth);
    Node* node = nodes_.value(id);
    if (!node) {
        auto made = std::make_unique<Node>();
        made->id = id;
        made->key = keyOf(id);
        const std::size_t row = placeFor(*parent, nullptr, made->key);
        made->parent = parent;
        beginInsertRows(indexOf(*parent), static_cast<int>(row), static_cast<int>(row));
        nodes_.insert(id, made.get());
        parent->children.insert(parent->children.begin() + static_cast<std::ptrdiff_t>(row), std::move(made));
        endInsertRows();
        return;
    }
    // Two zones that change places: the inner one first.
    if (parent->isWithin(node)) settle(parent->id, depth + 1);
    const std::size_t from = node->row();
    Node* before = node->parent;
    node->key = keyOf(id);
    std::size_t to = placeFor(*parent, node, node->key);
    const bool stays = before == parent && (to == from || to == from + 1);
    if (!stays && !parent->isWithin(node) &&
        beginMoveRows(indexOf(*before), static_cast<int>(from), static_cast<int>(from), indexOf(*parent),
                      static_cast<int>(to))) {
        std::unique_ptr<Node> moved = std::move(before->children[from]);
        before->children.erase(before->children.begin() + static_cast<std::ptrdiff_t>(from));
        if (before == parent && to > from) --to;
        moved->parent = parent;
        parent->children.insert(parent->children.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
        endMoveRows();
    }
    refresh(id);
}

void OutlineModel::remove(const QString& id) {
    Node* node = nodes_.value(id);
    if (!node) return;
    const std::size_t row = node->row();
    Node* parent = node->parent;
    beginRemoveRows(indexOf(*parent), static_cast<int>(row), static_cast<int>(row));
    forget(*node);
    parent->children.erase(parent->children.begin() + static_cast<std::ptrdiff_t>(row));
    endRemoveRows();
}

void OutlineModel::forget(const Node& node) {
    nodes_.remove(node.id);
    for (const auto& child : node.children) forget(*child);
}

void OutlineModel::refresh(const QString& id) {
    const Node* node = nodes_.value(id);
    if (!node) return;
    const QModelIndex index = indexOf(*node);
    Q_EMIT dataChanged(index, index);
}

void OutlineModel::refreshAll(const Node& node) {
    if (node.children.empty()) return;
    Q_EMIT dataChanged(indexOf(*node.children.front()), indexOf(*node.children.back()));
    for (const auto& child : node.children) refreshAll(*child);
}

OutlineModel::Key OutlineModel::keyOf(const QString& id) const {
    const model::Model& model = workspace_.model();
    const model::Flow* flow = model.flows.find({id});
    const QString name = flow && !flow->name ? model.nameOf(flow->target.value) : model.nameOf(id);
    return {flow ? 2 : model.components.contains({id}) ? 1 : 0, name.toCaseFolded(), id};
}

std::size_t OutlineModel::placeFor(const Node& parent, const Node* node, const Key& key) {
    // Its own row, if it is here already, may stand in the wrong place and does not count.
    std::size_t row = 0;
    while (row < parent.children.size() && (parent.children[row].get() == node || parent.children[row]->key < key)) ++row;
    return row;
}

// ---- reading

OutlineModel::Node* OutlineModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : root_.get();
}

QModelIndex OutlineModel::indexOf(const Node& node) const {
    return node.parent ? createIndex(static_cast<int>(node.row()), 0, &node) : QModelIndex();
}

QModelIndex OutlineModel::indexOf(const QString& id) const {
    const Node* node = nodes_.value(id);
    return node ? indexOf(*node) : QModelIndex();
}

QString OutlineModel::idOf(const QModelIndex& index) const { return index.isValid() ? nodeOf(index)->id : QString(); }

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* node = nodeOf(parent);
    if (row < 0 || column != 0 || static_cast<std::size_t>(row) >= node->children.size()) return {};
    return createIndex(row, 0, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    return node->parent ? indexOf(*node->parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const { return static_cast<int>(nodeOf(parent)->children.size()); }
int OutlineModel::columnCount(const QModelIndex&) const { return 1; }

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    const QString id = idOf(index);
    const model::Model& model = workspace_.model();
    const model::Flow* flow = model.flows.find({id});
    switch (role) {
        case IdRole:
            return id;
        case Qt::DisplayRole:
            if (!flow) return model.nameOf(id);
            return flow->name ? tr("%1 → %2").arg(*flow->name, model.nameOf(flow->target.value))
                              : tr("→ %1").arg(model.nameOf(flow->target.value));
        case Qt::EditRole:
            return flow ? flow->name.value_or(QString()) : model.nameOf(id);
        case Qt::AccessibleDescriptionRole:
            return describeElement(model, id);
        case Qt::ToolTipRole: {
            const bool isShown = flow || model.placements.contains({workspace_.diagram(), id});
            return plainTip(isShown ? describeElement(model, id)
                                    : tr("%1\nNot in this diagram: drag it there").arg(describeElement(model, id)));
        }
        case Qt::DecorationRole: {
            const QString key = iconOfElement(model, id) + colourOfElement(workspace_.theme(), model, id).name();
            QIcon& icon = icons_[key];
            if (icon.isNull()) icon = elementIcon(workspace_.theme(), model, id);
            return icon;
        }
        case Qt::ForegroundRole:
            if (flow) return workspace_.theme().ink2;
            return model.placements.contains({workspace_.diagram(), id}) ? QVariant() : QVariant(workspace_.theme().ink3);
        default:
            return {};
    }
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString id = idOf(index), name = value.toString().simplified();
    if (role != Qt::EditRole || id.isEmpty() || name == data(index, Qt::EditRole).toString()) return false;
    if (name.isEmpty() && !workspace_.model().flows.contains({id})) return false;
    return workspace_.edit(tr("Rename %1").arg(workspace_.model().nameOf(id)),
                           [&](document::Editor& editor) { document::rename(editor, id, name); });
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    if (!workspace_.model().flows.contains({idOf(index)})) flags |= Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return flags;
}

// ---- dragging

QStringList OutlineModel::mimeTypes() const { return {elementsMimeType}; }

QMimeData* OutlineModel::mimeData(const QModelIndexList& indexes) const {
    QStringList ids;
    for (const QModelIndex& index : indexes)
        if (flags(index) & Qt::ItemIsDragEnabled) ids << idOf(index);
    if (ids.isEmpty()) return nullptr;
    auto* data = new QMimeData;
    data->setData(elementsMimeType, ids.join('\n').toUtf8());
    return data;
}

std::optional<model::ZoneId> OutlineModel::zoneAt(const QModelIndex& index) const {
    for (const Node* node = nodeOf(index); node->parent; node = node->parent)
        if (workspace_.model().zones.contains({node->id})) return model::ZoneId{node->id};
    return std::nullopt;
}

bool OutlineModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex&) const {
    return data->hasFormat(elementsMimeType);
}

bool OutlineModel::dropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) {
    const model::Model& model = workspace_.model();
    const auto zone = zoneAt(parent);
    QStringList ids;
    for (const QString& id : QString::fromUtf8(data->data(elementsMimeType)).split('\n', Qt::SkipEmptyParts)) {
        const model::Component* component = model.components.find({id});
        const model::Zone* moved = model.zones.find({id});
        const bool there = (component && component->zone == zone) || (moved && (moved->parent == zone || moved->id == zone));
        if ((component || moved) && !there) ids << id;
    }
    if (ids.isEmpty()) return false;
    const diagram::Drawing drawing(model, workspace_.diagram());
    const Arrangement places = arrangedInto(model, drawing, ids, zone);
    const QString where = zone ? tr("into %1").arg(model.nameOf(zone->value)) : tr("out of its zone");
    workspace_.edit(editText(tr("Move"), model, ids) + ' ' + where,
                    [&](document::Editor& editor) { write(editor, workspace_.diagram(), places); });
    return false; // the document's change has moved the rows; the view is to remove none
}

} // namespace sallyport::ui
