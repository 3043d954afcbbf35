// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TableDelegate.h"

#include "inspector/AnswerControl.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::Value;

namespace {

/// Source index behind whatever stands between.
QModelIndex sourceOf(const QModelIndex& index) {
    const auto* order = qobject_cast<const QSortFilterProxyModel*>(index.model());
    return order ? order->mapToSource(index) : index;
}

QVariant asVariant(const Value& value) {
    if (const auto* text = std::get_if<QString>(&value)) return *text;
    if (const auto* whole = std::get_if<qint64>(&value)) return *whole;
    return {};
}

Value asValue(const QVariant& value) {
    if (!value.isValid()) return {};
    if (value.typeId() == QMetaType::QString) return Value(value.toString());
    return Value(value.toLongLong());
}

} // namespace

TableDelegate::TableDelegate(Workspace& workspace, TableModel& model, QObject* parent)
    : QStyledItemDelegate(parent), workspace_(workspace), model_(model) {}

QWidget* TableDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const TableColumn& column = model_.columnAt(index.column());
    if (column.links) {
        Q_EMIT linksAsked(index);
        return nullptr;
    }
    const model::Column& shape = *column.column;
    const bool words = shape.type == model::ValueType::Boolean || shape.type == model::ValueType::Enumeration;
    if (!words && shape.type != model::ValueType::Reference) {
        auto* line = new QLineEdit(parent);
        line->setFrame(false);
        line->setMaxLength(1000);
        line->setFont(typeFont(Type::Table));
        line->setPlaceholderText(unansweredWord(shape));
        line->setAccessibleName(column.label);
        return line;
    }
    auto* box = new QComboBox(parent);
    box->setFont(typeFont(Type::Table));
    box->setAccessibleName(column.label);
    box->setMaxVisibleItems(16);
    if (column.canBeUnknown()) box->addItem(unansweredWord(shape));
    if (shape.type == model::ValueType::Boolean) {
        box->addItem(tr("Yes"), qint64(1));
        box->addItem(tr("No"), qint64(0));
    }
    for (const model::Word& word : shape.words) box->addItem(QString::fromUtf8(word.label), QString::fromLatin1(word.word));
    if (shape.references) {
        struct Element {
            QString name, id;
        };
        std::vector<Element> elements;
        const model::Table& table = model::table(*shape.references);
        const model::Model& model = workspace_.model();
        table.each(model, [&](const void* row) {
            const QString id = std::get<QString>(table.columns.front().get(row));
            elements.push_back({model.nameOf(id), id});
        });
        std::sort(elements.begin(), elements.end(),
                  [](const Element& a, const Element& b) { return a.name.localeAwareCompare(b.name) < 0; });
        for (const Element& one : elements) box->addItem(elementIcon(workspace_.theme(), model, one.id), one.name, one.id);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->lineEdit()->setAccessibleName(column.label);
    }
    auto* self = const_cast<TableDelegate*>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void TableDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        // The model can change while a cell is being typed in; what is typed stays.
        if (!line->isModified()) line->setText(index.data(Qt::EditRole).toString());
        return;
    }
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box || box->property("filled").toBool()) return;
    box->setProperty("filled", true);
    const Value value = cellValue(workspace_.model(), model_.table(), model_.columnAt(index.column()),
                                  index.data(TableModel::idRole).toString());
    const QVariant wanted = asVariant(value);
    int at = 0;
    for (int i = 0; i < box->count(); ++i)
        if (box->itemData(i) == wanted) at = i;
    box->setCurrentIndex(at);
    if (box->isEditable()) box->lineEdit()->selectAll();
}

void TableDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (line->isModified()) model->setData(index, line->text(), Qt::EditRole);
        return;
    }
    auto* box = qobject_cast<QComboBox*>(editor);
    if (!box) return;
    int at = box->currentIndex();
    if (box->isEditable()) {
        at = box->findText(box->currentText(), Qt::MatchFixedString);
        if (at < 0 && box->currentText().trimmed().isEmpty() && model_.columnAt(index.column()).canBeUnknown()) at = 0;
    }
    if (at < 0) {
        model->setData(index, box->currentText(), Qt::EditRole); // says what is wrong with it
        return;
    }
    const Value value = asValue(box->itemData(at));
    const QString id = index.data(TableModel::idRole).toString();
    if (value != cellValue(workspace_.model(), model_.table(), model_.columnAt(index.column()), id))
        model_.write(sourceOf(index), value);
}

void TableDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
    QRect rect = option.rect;
    rect.setWidth(qMax(rect.width(), 120));
    editor->setGeometry(rect);
}

LinksChooser::LinksChooser(Workspace& workspace, model::TableId table, const QStringList& chosen, const QString& what,
                           QWidget* parent)
    : QFrame(parent, Qt::Popup), search_(new QLineEdit(this)), list_(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(what);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    search_->setPlaceholderText(tr("%1: find").arg(what));
    search_->setAccessibleName(tr("%1: find").arg(what));
    search_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(what);
    list_->setFont(typeFont(Type::Table));
    auto* done = new QPushButton(tr("Done"), this);
    done->setFont(typeFont(Type::Table));
    column->addWidget(search_);
    column->addWidget(list_);
    column->addWidget(done);
    const model::Model& model = workspace.model();
    const model::Table& description = model::table(table);
    description.each(model, [&](const void* row) {
        const QString id = std::get<QString>(description.columns.front().get(row));
        auto* item = new QListWidgetItem(elementIcon(workspace.theme(), model, id), model.nameOf(id), list_);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(id) ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, 26});
    });
    list_->sortItems();
    if (list_->count()) list_->setCurrentRow(0);
    connect(done, &QPushButton::clicked, this, &LinksChooser::take);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        int first = -1;
        for (int i = 0; i < list_->count(); ++i) {
            const bool hit = list_->item(i)->text().contains(text.trimmed(), Qt::CaseInsensitive);
            list_->item(i)->setHidden(!hit);
            if (hit && first < 0) first = i;
        }
        list_->setCurrentRow(first);
    });
}

void LinksChooser::openAt(const QRect& cell) {
    resize(qMax(cell.width(), 240), qBound(120, list_->count() * 26 + 96, 300));
    move(cell.bottomLeft() + QPoint(0, 1));
    show();
    search_->setFocus(Qt::PopupFocusReason);
}

void LinksChooser::take() {
    QStringList ids;
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->checkState() == Qt::Checked) ids << list_->item(i)->data(Qt::UserRole).toString();
    hide();
    Q_EMIT taken(ids);
    close();
}

bool LinksChooser::eventFilter(QObject* watched, QEvent* event) {
    if (watched != search_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const auto go = [this](int by) {
        for (int at = list_->currentRow() + by; at >= 0 && at < list_->count(); at += by)
            if (!list_->item(at)->isHidden()) {
                list_->setCurrentRow(at);
                return;
            }
    };
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
            go(-1);
            return true;
        case Qt::Key_Down:
            go(1);
            return true;
        case Qt::Key_Space:
            if (QListWidgetItem* item = list_->currentItem(); item && !item->isHidden())
                item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            return false;
    }
}

} // namespace sallyport::ui
