// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TablePanel.h"

#include "diagram/Icons.h"
#include "document/Edits.h"
#include "inspector/ElementChooser.h"
#include "inspector/TableClipboard.h"
#include "inspector/TableDelegate.h"
#include "inspector/TableModel.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::TableId;

namespace {

struct Words {
    QString many, one, none;
};
Words wordsOf(TableId table) {
    switch (table) {
        case TableId::Identity:
            return {TablePanel::tr("Identities"), TablePanel::tr("identity"),
                    TablePanel::tr("Nobody is named yet: who acts here?")};
        case TableId::Secret:
            return {TablePanel::tr("Secrets"), TablePanel::tr("secret"), TablePanel::tr("No secret is described yet.")};
        case TableId::Grant:
            return {TablePanel::tr("Grants"), TablePanel::tr("grant"), TablePanel::tr("Nobody has been granted anything yet.")};
        default:
            return {TablePanel::tr("Data"), TablePanel::tr("data asset"), TablePanel::tr("Nothing can be lost yet.")};
    }
}

} // namespace

class TablePanel::Private : public QObject {
public:
    Private(Workspace& workspace, TableId table, TablePanel& q) : workspace(workspace), table(table), q(q) {}

    void build();
    void dress();
    void follow();
    void selectFromWorkspace();
    void selectInWorkspace();
    QStringList selectedIds() const;
    void clearCells();
    void copy() const;
    void paste();
    void duplicate();
    void erase();
    void addGrant();
    void show(const QString& id, bool edit);
    void editLinks(const QModelIndex& index);
    bool eventFilter(QObject* watched, QEvent* event) override;

    Workspace& workspace;
    TableId table;
    TablePanel& q;
    TableModel* model = nullptr;
    TableOrder* order = nullptr;
    QTableView* view = nullptr;
    QStackedWidget* stack = nullptr;
    QLineEdit* filter = nullptr;
    QToolButton *add = nullptr, *copyRow = nullptr, *remove = nullptr;
    bool syncing = false;
};

void TablePanel::Private::build() {
    const Words words = wordsOf(table);
    auto* column = new QVBoxLayout(&q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(4);
    filter = new QLineEdit(&q);
    filter->setPlaceholderText(tr("Filter %1").arg(words.many.toLower()));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(220);
    filter->setFont(typeFont(Type::Table));
    bar->addWidget(filter);
    bar->addSpacing(8);
    const auto button = [&](const QString& text, const QString& tip, const QKeySequence& keys) {
        auto* made = new QToolButton(&q);
        made->setText(text);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setIconSize({16, 16});
        made->setFont(typeFont(Type::Table));
        made->setAccessibleName(tip);
        made->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
        bar->addWidget(made);
        return made;
    };
    add = button(tr("Add"), tr("Add a %1").arg(words.one), QKeySequence(Qt::CTRL | Qt::Key_Return));
    copyRow = button(tr("Duplicate"), tr("Duplicate the selected rows"), QKeySequence(Qt::CTRL | Qt::Key_D));
    remove = button(tr("Delete"), tr("Delete the selected rows"), QKeySequence(Qt::CTRL | Qt::Key_Delete));
    bar->addStretch();
    column->addLayout(bar);

    model = new TableModel(workspace, table, this);
    order = new TableOrder(this);
    order->setSourceModel(model);
    order->setFilterKeyColumn(-1);
    order->setFilterCaseSensitivity(Qt::CaseInsensitive);
    order->setDynamicSortFilter(false); // rows do not jump away while they are edited
    view = new QTableView(&q);
    view->setAccessibleName(words.many);
    view->setModel(order);
    auto* delegate = new TableDelegate(workspace, *model, view);
    view->setItemDelegate(delegate);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectItems);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed);
    view->setSortingEnabled(true);
    view->setWordWrap(false);
    view->setTabKeyNavigation(true);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFont(typeFont(Type::Table));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(26);
    view->verticalHeader()->setMinimumSectionSize(26);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionsMovable(true);
    view->horizontalHeader()->setFixedHeight(26);
    view->horizontalHeader()->setSortIndicatorClearable(true);
    for (int i = 0; i < model->columnCount(); ++i) {
        const TableColumn& one = model->columnAt(i);
        const int label = QFontMetrics(typeFont(Type::Table, true)).horizontalAdvance(one.label) + 34;
        view->setColumnWidth(i, qMax(label, i == 0 ? 190 : one.links ? 180 : one.column->references ? 150 : 104));
    }
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->installEventFilter(this);

    stack = new QStackedWidget(&q);
    stack->addWidget(view);
    auto* empty = new QWidget(stack);
    auto* middle = new QVBoxLayout(empty);
    auto* sentence = new QLabel(words.none, empty);
    sentence->setAlignment(Qt::AlignCenter);
    auto* first = new QPushButton(tr("Add a %1").arg(words.one), empty);
    first->setAutoDefault(false);
    middle->addStretch();
    middle->addWidget(sentence);
    middle->addWidget(first, 0, Qt::AlignCenter);
    middle->addStretch();
    stack->addWidget(empty);
    column->addWidget(stack, 1);

    connect(add, &QToolButton::clicked, &q, &TablePanel::addRow);
    connect(first, &QPushButton::clicked, &q, &TablePanel::addRow);
    connect(copyRow, &QToolButton::clicked, this, [this] { duplicate(); });
    connect(remove, &QToolButton::clicked, this, [this] { erase(); });
    connect(filter, &QLineEdit::textChanged, order, &QSortFilterProxyModel::setFilterFixedString);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { selectInWorkspace(); });
    connect(
        delegate, &TableDelegate::linksAsked, this, [this](const QModelIndex& index) { editLinks(index); },
        Qt::QueuedConnection);
    connect(&workspace, &Workspace::changed, this, [this] { follow(); });
    connect(&workspace, &Workspace::documentReplaced, this, [this] {
        model->reset();
        follow();
    });
    connect(&workspace, &Workspace::selectionChanged, this, [this] { selectFromWorkspace(); });
    connect(&workspace, &Workspace::themeChanged, this, [this] { dress(); });
    dress();
    follow();
}

void TablePanel::Private::dress() {
    const diagram::Theme& theme = workspace.theme();
    add->setIcon(diagram::actionIcon(QStringLiteral("act-plus"), theme.ink, theme.disabled));
    copyRow->setIcon(diagram::actionIcon(QStringLiteral("act-copy"), theme.ink, theme.disabled));
    remove->setIcon(diagram::actionIcon(QStringLiteral("act-delete"), theme.ink, theme.disabled));
    view->viewport()->update();
}

void TablePanel::Private::follow() {
    const int before = model->rowCount();
    syncing = true;
    model->follow();
    syncing = false;
    stack->setCurrentIndex(model->rowCount() == 0 ? 1 : 0);
    filter->setEnabled(model->rowCount() > 0);
    selectFromWorkspace();
    if (before != model->rowCount()) Q_EMIT q.tabTextChanged();
}

QStringList TablePanel::Private::selectedIds() const {
    QStringList ids;
    QModelIndexList cells = view->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end(), [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    for (const QModelIndex& cell : cells)
        if (const QString id = cell.data(TableModel::idRole).toString(); !ids.contains(id)) ids << id;
    // The current one last, as Workspace has it.
    if (const QString id = view->currentIndex().data(TableModel::idRole).toString(); ids.removeOne(id)) ids << id;
    return ids;
}

void TablePanel::Private::selectInWorkspace() {
    const QStringList ids = selectedIds();
    copyRow->setEnabled(!ids.isEmpty());
    remove->setEnabled(!ids.isEmpty());
    if (syncing || ids.isEmpty()) return;
    syncing = true;
    workspace.select(ids);
    syncing = false;
}

void TablePanel::Private::selectFromWorkspace() {
    if (syncing) return;
    const QStringList wanted = workspace.selection();
    const QStringList now = selectedIds();
    if (QSet<QString>(wanted.begin(), wanted.end()) == QSet<QString>(now.begin(), now.end())) {
        copyRow->setEnabled(!now.isEmpty());
        remove->setEnabled(!now.isEmpty());
        return;
    }
    syncing = true;
    QItemSelection rows;
    QModelIndex current;
    for (const QString& id : wanted) {
        const int row = model->rowOf(id);
        const QModelIndex first = row < 0 ? QModelIndex() : order->mapFromSource(model->index(row, 0));
        if (!first.isValid()) continue;
        rows.select(first, first.siblingAtColumn(model->columnCount() - 1));
        current = first;
    }
    if (current.isValid()) {
        const QModelIndex at =
            view->currentIndex().isValid() ? current.siblingAtColumn(view->currentIndex().column()) : current;
        view->selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        view->scrollTo(at);
    }
    view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    syncing = false;
    copyRow->setEnabled(!rows.isEmpty());
    remove->setEnabled(!rows.isEmpty());
}

void TablePanel::Private::show(const QString& id, bool edit) {
    const int row = model->rowOf(id);
    if (row < 0) return;
    QModelIndex at = order->mapFromSource(model->index(row, 0));
    if (!at.isValid()) { // filtered away: what was just made is to be seen
        filter->clear();
        at = order->mapFromSource(model->index(row, 0));
    }
    view->setFocus(Qt::OtherFocusReason);
    view->setCurrentIndex(at);
    view->scrollTo(at);
    if (edit) view->edit(at);
}

void TablePanel::Private::addGrant() {
    const auto current = model::elementKind(workspace.model(), workspace.current());
    const auto target = [this](const QString& identity) {
        ChooserOptions options;
        options.table = TableId::Component;
        ElementChooser::open(workspace, add, options, [this, identity](const QString& component) {
            const model::Model& now = workspace.model();
            QString made;
            workspace.edit(tr("Grant %1 at %2").arg(now.nameOf(identity), now.nameOf(component)),
                           [&](document::Editor& editor) {
                               model::Grant grant;
                               grant.id = document::Editor::newId<model::Grant>();
                               grant.identity = {identity};
                               grant.target = {component};
                               editor.put(grant);
                               made = grant.id.value;
                           });
            show(made, false);
        });
    };
    if (current == model::ElementKind::Identity) {
        target(workspace.current());
        return;
    }
    ChooserOptions options;
    options.table = TableId::Identity;
    ElementChooser::open(workspace, add, options, target);
}

void TablePanel::Private::duplicate() {
    const QStringList ids = selectedIds();
    if (ids.isEmpty()) return;
    QStringList made;
    const QString what = ids.size() == 1 ? workspace.model().nameOf(ids.first()) : tr("%1 rows").arg(ids.size());
    workspace.edit(tr("Duplicate %1").arg(what), [&](document::Editor& editor) {
        for (const QString& id : ids) made << copyElement(editor, table, id);
    });
    if (!made.isEmpty()) show(made.last(), false);
}

void TablePanel::Private::erase() {
    const QStringList ids = selectedIds();
    if (ids.isEmpty()) return;
    const QString what = ids.size() == 1 ? workspace.model().nameOf(ids.first()) : tr("%1 rows").arg(ids.size());
    workspace.edit(tr("Delete %1").arg(what), [&](document::Editor& editor) { document::eraseElements(editor, ids); });
}

void TablePanel::Private::clearCells() {
    const QModelIndexList cells = view->selectionModel()->selectedIndexes();
    if (cells.isEmpty()) return;
    workspace.edit(tr("Clear %1 cells").arg(cells.size()), [&](document::Editor& editor) {
        for (const QModelIndex& cell : cells) {
            const TableColumn& column = model->columnAt(cell.column());
            const QString id = cell.data(TableModel::idRole).toString();
            if (column.links)
                writeLinks(editor, column, id, {});
            else if (column.canBeUnknown())
                writeCell(editor, table, column, id, {});
        }
    });
}

void TablePanel::Private::copy() const {
    QModelIndexList cells = view->selectionModel()->selectedIndexes();
    if (cells.isEmpty()) return;
    const QHeaderView* header = view->horizontalHeader();
    std::map<int, std::map<int, QString>> grid;
    std::set<int> columns;
    for (const QModelIndex& cell : cells) {
        const int at = header->visualIndex(cell.column());
        columns.insert(at);
        grid[cell.row()][at] = cell.data(Qt::EditRole).toString();
    }
    QList<QStringList> rows;
    for (const auto& [row, texts] : grid) {
        QStringList line;
        for (const int at : columns) line << (texts.contains(at) ? texts.at(at) : QString());
        rows << line;
    }
    QGuiApplication::clipboard()->setText(toTabs(rows));
}

void TablePanel::Private::paste() {
    Paste paste;
    paste.table = table;
    paste.rows = fromTabs(QGuiApplication::clipboard()->text());
    const QHeaderView* header = view->horizontalHeader();
    QModelIndexList cells = view->selectionModel()->selectedIndexes();
    int row = view->currentIndex().isValid() ? view->currentIndex().row() : order->rowCount();
    int column = view->currentIndex().isValid() ? header->visualIndex(view->currentIndex().column()) : 0;
    for (const QModelIndex& cell : cells) {
        row = qMin(row, cell.row());
        column = qMin(column, header->visualIndex(cell.column()));
    }
    for (int i = row; i < order->rowCount(); ++i) paste.ids << order->index(i, 0).data(TableModel::idRole).toString();
    for (int i = column; i < header->count(); ++i) paste.columns.push_back(&model->columnAt(header->logicalIndex(i)));
    if (auto ready = preparePaste(workspace.model(), model->columns(), paste); !ready) {
        workspace.refuse(ready.error());
        return;
    }
    QStringList written;
    const bool done = workspace.edit(tr("Paste %1 rows").arg(paste.rows.size()),
                                     [&](document::Editor& editor) { written = writePaste(editor, paste); });
    if (done && !written.isEmpty()) workspace.select(written);
}

void TablePanel::Private::editLinks(const QModelIndex& index) {
    const QModelIndex source = order->mapToSource(index);
    const TableColumn& column = model->columnAt(source.column());
    if (!column.links) return;
    const QString id = model->idAt(source.row());
    auto* chooser = new LinksChooser(workspace, column.links->others(), column.links->of(workspace.model(), id),
                                     tr("%1, %2").arg(workspace.model().nameOf(id), column.label), view);
    connect(chooser, &LinksChooser::taken, this, [this, id, number = source.column()](const QStringList& others) {
        if (const int row = model->rowOf(id); row >= 0) model->writeOthers(model->index(row, number), others);
    });
    const QRect cell = view->visualRect(index);
    chooser->openAt(QRect(view->viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

bool TablePanel::Private::eventFilter(QObject* watched, QEvent* event) {
    if (watched != view) return false;
    if (event->type() == QEvent::ShortcutOverride) {
        // These keys are the table's while it has them, whatever the window uses them for.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Paste) || key->key() == Qt::Key_Delete ||
            (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) ||
            (key->modifiers() == Qt::NoModifier && !key->text().isEmpty() && key->text().front().isPrint())) {
            event->accept();
            return true;
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool control = key->modifiers() & Qt::ControlModifier;
    if (key->matches(QKeySequence::Copy))
        copy();
    else if (key->matches(QKeySequence::Paste))
        paste();
    else if (key->key() == Qt::Key_Delete && control)
        erase();
    else if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace)
        clearCells();
    else if (key->key() == Qt::Key_D && control)
        duplicate();
    else if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && control)
        q.addRow();
    else if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && view->hasFocus() &&
             view->currentIndex().isValid())
        view->edit(view->currentIndex());
    else
        return false;
    return true;
}

TablePanel::TablePanel(Workspace& workspace, TableId table, QWidget* parent)
    : QWidget(parent), d_(std::make_unique<Private>(workspace, table, *this)) {
    setAccessibleName(wordsOf(table).many);
    d_->build();
}

TablePanel::~TablePanel() = default;

TableId TablePanel::table() const { return d_->table; }
QAbstractItemView& TablePanel::view() const { return *d_->view; }

QString TablePanel::tabText() const {
    const int count = d_->model->rowCount();
    const QString name = wordsOf(d_->table).many;
    return count ? QStringLiteral("%1 %2").arg(name).arg(count) : name;
}

QString TablePanel::tabIcon() const { return iconOfTable(d_->table); }

void TablePanel::addRow() {
    if (d_->table == TableId::Grant) {
        d_->addGrant();
        return;
    }
    QString made;
    d_->workspace.edit(tr("Add a %1").arg(wordsOf(d_->table).one),
                       [&](document::Editor& editor) { made = newElement(editor, d_->table, {}); });
    d_->show(made, true);
}

} // namespace sallyport::ui
