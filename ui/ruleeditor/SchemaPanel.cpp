// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/SchemaPanel.h"

#include "panels/PanelParts.h"
#include "ruleeditor/RuleHighlighter.h"
#include "ruleeditor/RuleText.h"
#include "ruleeditor/SearchField.h"
#include "style/SallyportStyle.h"

#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 22;

enum Role { Inserted = Qt::UserRole, Told, Searched, Word };

QString meaning(const rules::ColumnHelp& column) {
    QString text = column.type == u"one of" ? SchemaPanel::tr("One of %1.").arg(column.words.join(QStringLiteral(", ")))
                                            : column.type + u'.';
    text += u' ';
    return text + (column.null.isEmpty() ? SchemaPanel::tr("Never NULL.") : SchemaPanel::tr("NULL: %1.").arg(column.null));
}

/// The form as one line of the list has it.
QString shortType(const rules::ColumnHelp& column) {
    const QString type = column.type == u"one of" ? SchemaPanel::tr("word") : column.type;
    return column.null.isEmpty() ? type : type + QStringLiteral(" or NULL");
}

} // namespace

SchemaPanel::SchemaPanel(const std::vector<rules::TableHelp>& tables, QWidget* parent)
    : QWidget(parent),
      tabs_(new QTabBar),
      tree_(new QTreeWidget),
      told_(textLabel(QString(), Type::Hint, false, true)),
      form_(new QTextBrowser) {
    auto* column = columnIn(this, 0, 0);
    tabs_->addTab(tr("Tables"));
    tabs_->addTab(tr("Form of a rule"));
    tabs_->setExpanding(false);
    tabs_->setDrawBase(true);
    tabs_->setAccessibleName(tr("Help for writing"));
    column->addWidget(tabs_);
    auto* pages = new QStackedWidget;
    column->addWidget(pages, 1);
    pages->addWidget(buildSchema(tables));
    form_->setAccessibleName(tr("Form of a rule, with an example"));
    form_->setFrameShape(QFrame::NoFrame);
    form_->setOpenLinks(false);
    form_->document()->setDocumentMargin(12);
    pages->addWidget(form_);
    connect(tabs_, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    connect(search_, &QLineEdit::textChanged, this, &SchemaPanel::filter);
    restyle();
    tell(nullptr);
}

QWidget* SchemaPanel::buildSchema(const std::vector<rules::TableHelp>& tables) {
    auto* schema = new QWidget;
    auto* list = columnIn(schema, 0, 0);
    auto* search = new SearchField(tr("Find a table or column"), tr("Find a table, column, function or parameter"));
    search_ = search;
    list->addWidget(search->boxed());
    list->addWidget(hairline());
    buildTree(tables);
    list->addWidget(tree_, 1);
    list->addWidget(hairline());
    told_->setContentsMargins(12, 8, 12, 8);
    told_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    told_->setMinimumHeight(92);
    list->addWidget(told_);
    return schema;
}

void SchemaPanel::showForm() {
    tabs_->setCurrentIndex(1);
    form_->setFocus();
}

QTreeWidgetItem* SchemaPanel::addGroup(const QString& title) {
    auto* item = new QTreeWidgetItem(tree_, {title});
    item->setData(0, Word, static_cast<int>(RuleWord::Plain));
    return item;
}

void SchemaPanel::buildTree(const std::vector<rules::TableHelp>& tables) {
    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->header()->setStretchLastSection(true);
    tree_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setAccessibleName(tr("Tables and columns; Return puts one into the text"));
    tree_->setUniformRowHeights(true);
    tree_->setIndentation(16);
    tree_->setExpandsOnDoubleClick(false);
    tree_->viewport()->setBackgroundRole(QPalette::Window);
    const auto add = [](QTreeWidgetItem* under, const QString& name, const QString& form, const QString& told, RuleWord word) {
        auto* item = new QTreeWidgetItem(under, {name, form});
        item->setData(0, Inserted, name);
        item->setData(0, Told, told);
        item->setData(0, Word, static_cast<int>(word));
        item->setData(0, Searched, QString(name + u' ' + told));
        item->setData(0, Qt::AccessibleTextRole, QString(name + QStringLiteral(", ") + told));
        return item;
    };
    for (const rules::TableHelp& table : tables) {
        const QString told = table.derived ? tr("%1 Made from the model.").arg(table.text) : table.text;
        QTreeWidgetItem* item =
            add(tree_->invisibleRootItem(), table.name, table.derived ? tr("derived") : QString(), told, RuleWord::Table);
        for (const rules::ColumnHelp& column : table.columns)
            add(item, column.name, shortType(column), meaning(column), RuleWord::Column);
    }
    QTreeWidgetItem* functions = addGroup(tr("Functions"));
    for (const FormWord& one : ruleFunctions()) add(functions, one.word, {}, one.text, RuleWord::Function);
    QTreeWidgetItem* parameters = addGroup(tr("Parameters"));
    for (const FormWord& one : ruleParameters()) add(parameters, one.word, {}, one.text, RuleWord::Parameter);
    QTreeWidgetItem* keys = addGroup(tr("Lines of the header"));
    for (const FormWord& one : headerKeys()) add(keys, one.word, {}, one.text, RuleWord::Key);
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { tell(item); });
    const auto choose = [this](const QTreeWidgetItem* item) {
        const QString name = item ? item->data(0, Inserted).toString() : QString();
        if (!name.isEmpty()) Q_EMIT nameChosen(name);
    };
    // Not when an item is activated: on some desktops one click does that.
    connect(tree_, &QTreeWidget::itemDoubleClicked, this, [choose](QTreeWidgetItem* item) { choose(item); });
    auto* insert = new QAction(tr("Put into the text"), tree_);
    insert->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    insert->setShortcutContext(Qt::WidgetShortcut);
    connect(insert, &QAction::triggered, this, [this, choose] { choose(tree_->currentItem()); });
    tree_->addAction(insert);
    tree_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void SchemaPanel::tell(const QTreeWidgetItem* item) {
    const QString text = item ? item->data(0, Told).toString() : QString();
    told_->setText(text.isEmpty() ? tr("Choose a line to read what it means. Return or a double click puts it into the text.")
                                  : text);
}

void SchemaPanel::filter() {
    const QString wanted = search_->text().trimmed();
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* table = tree_->topLevelItem(i);
        const bool whole = wanted.isEmpty() || table->text(0).contains(wanted, Qt::CaseInsensitive);
        int shown = 0;
        for (int j = 0; j < table->childCount(); ++j) {
            QTreeWidgetItem* column = table->child(j);
            const bool matches = wanted.isEmpty() || column->data(0, Searched).toString().contains(wanted, Qt::CaseInsensitive);
            column->setHidden(!matches && !whole);
            shown += matches ? 1 : 0;
        }
        table->setHidden(!whole && shown == 0);
        table->setExpanded(!wanted.isEmpty() && shown > 0);
    }
}

void SchemaPanel::restyle() {
    const diagram::Theme& theme = themeOf(*this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const auto dress = [&](QTreeWidgetItem* item) {
        const auto word = static_cast<RuleWord>(item->data(0, Word).toInt());
        item->setForeground(0, ruleWordColour(word, theme));
        item->setForeground(1, theme.ink2);
        QFont font = word == RuleWord::Plain ? typeFont(Type::Table, true) : fixed;
        font.setPointSizeF(typeFont(Type::Table).pointSizeF());
        item->setFont(0, font);
        item->setFont(1, typeFont(Type::Hint));
        item->setSizeHint(1, {60, rowHeight});
    };
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        dress(tree_->topLevelItem(i));
        for (int j = 0; j < tree_->topLevelItem(i)->childCount(); ++j) dress(tree_->topLevelItem(i)->child(j));
    }
    form_->setMarkdown(rulesForm()); // the program's own page; its colours are the palette's when it is set
}

void SchemaPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

} // namespace sallyport::ui
