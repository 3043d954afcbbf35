// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleList.h"

#include "diagram/Icons.h"
#include "panels/PanelParts.h"
#include "ruleeditor/SearchField.h"
#include "style/SallyportStyle.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

enum Role { IsShelf = Qt::UserRole, ShelfNumber, Key, Id, Title, Mark, Problem };

constexpr int shelfHeight = 30, ruleHeight = 40, hintHeight = 28, indent = 16;

QString shelfTitle(Shelf shelf) {
    switch (shelf) {
        case Shelf::Document:
            return RuleList::tr("In this document");
        case Shelf::User:
            return RuleList::tr("Yours");
        case Shelf::Team:
            return RuleList::tr("Team's folder");
        case Shelf::Own:
            return RuleList::tr("Sallyport's own");
    }
    return {};
}

} // namespace

class RuleList::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(QTreeWidget& tree) : QStyledItemDelegate(&tree), tree_(tree) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        if (index.data(IsShelf).toBool()) return {120, shelfHeight};
        return {120, index.data(Key).isValid() ? ruleHeight : hintHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const diagram::Theme& theme = themeOf(tree_);
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.rect.setLeft(0);
        painter->save();
        tree_.style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, &tree_);
        const QRectF row = item.rect;
        if (index.data(IsShelf).toBool())
            paintShelf(*painter, row, index, theme);
        else if (index.data(Key).isValid())
            paintRule(*painter, row.adjusted(indent, 3, -8, -3), index, theme);
        else
            paintLine(*painter, row.adjusted(indent, 0, -8, 0), index.data(Title).toString(), typeFont(Type::Hint), theme.ink2);
        if ((option.state & QStyle::State_HasFocus) && tree_.hasFocus()) paintFocusRing(*painter, row, theme, 2);
        painter->restore();
    }

private:
    static double paintLine(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour,
                            int align = Qt::AlignLeft) {
        painter.setFont(font);
        painter.setPen(colour);
        const QFontMetricsF metrics(font);
        // Anybody's text: one line of it, and no more of it measured than could ever be seen.
        const QString shown = metrics.elidedText(text.left(300).simplified(), Qt::ElideRight, rect.width());
        painter.drawText(rect, align | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }

    void paintShelf(QPainter& painter, const QRectF& row, const QModelIndex& index, const diagram::Theme& theme) const {
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme.line);
        const bool isOpen = tree_.isExpanded(index);
        diagram::paintIcon(painter, QRectF(4, row.center().y() - 6, 12, 12),
                           isOpen ? QStringLiteral("chev-down") : QStringLiteral("chev-right"), theme.ink2);
        const QRectF text = row.adjusted(20, 0, -8, 0);
        const double used = paintLine(painter, text, index.data(Id).toString(), typeFont(Type::Question, true), theme.ink);
        paintLine(painter, text.adjusted(used + 8, 0, 0, 0), index.data(Title).toString(), typeFont(Type::Caption), theme.ink2,
                  Qt::AlignRight);
    }

    static void paintRule(QPainter& painter, const QRectF& row, const QModelIndex& index, const diagram::Theme& theme) {
        const QRectF first(row.left(), row.top(), row.width(), row.height() / 2);
        const QString problem = index.data(Problem).toString();
        const QString mark = index.data(Mark).toString();
        double markWidth = 0;
        if (!mark.isEmpty()) {
            const QFont font = typeFont(Type::Caption);
            markWidth = QFontMetricsF(font).horizontalAdvance(mark) + 12;
            const QRectF pill(first.right() - markWidth, first.center().y() - 8, markWidth, 16);
            paintDottedBox(painter, pill, theme.unk, 8);
            paintLine(painter, pill, mark, font, theme.ink, Qt::AlignHCenter);
        }
        paintLine(painter, first.adjusted(0, 0, -markWidth - 6, 0), index.data(Id).toString(), typeFont(Type::Question, true),
                  theme.ink);
        QRectF second(row.left(), first.bottom(), row.width(), row.height() / 2);
        if (!problem.isEmpty()) {
            diagram::paintIcon(painter, QRectF(second.left(), second.center().y() - 6, 12, 12), QStringLiteral("sev-high"),
                               theme.bad);
            second.setLeft(second.left() + 16);
        }
        paintLine(painter, second, problem.isEmpty() ? index.data(Title).toString() : problem, typeFont(Type::Hint),
                  problem.isEmpty() ? theme.ink2 : theme.bad);
    }

    QTreeWidget& tree_;
};

RuleList::RuleList(QWidget* parent) : QWidget(parent), tree_(new QTreeWidget) {
    auto* column = columnIn(this, 0, 0);
    auto* search = new SearchField(tr("Find a rule"), tr("Find a rule by id, title or problem"));
    search_ = search;
    column->addWidget(search->boxed());
    column->addWidget(hairline());
    column->addWidget(tree_, 1);
    tree_->setAccessibleName(tr("Rules"));
    tree_->setHeaderHidden(true);
    tree_->setRootIsDecorated(false);
    tree_->setIndentation(0);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setExpandsOnDoubleClick(false);
    tree_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->setMouseTracking(true);
    tree_->setItemDelegate(new Delegate(*tree_));
    tree_->viewport()->setBackgroundRole(QPalette::Window);
    for (int i = 0; i < shelfCount; ++i) {
        auto* shelf = new QTreeWidgetItem(tree_);
        shelves_[static_cast<std::size_t>(i)] = shelf;
        shelf->setData(0, IsShelf, true);
        shelf->setData(0, Id, shelfTitle(static_cast<Shelf>(i)));
        shelf->setExpanded(true);
    }
    connect(search_, &QLineEdit::textChanged, this, &RuleList::filter);
    connect(tree_, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* item) {
        if (item->data(0, IsShelf).toBool()) item->setExpanded(!item->isExpanded());
    });
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item->data(0, Key).isValid())
            Q_EMIT chosen({static_cast<Shelf>(item->data(0, ShelfNumber).toInt()), item->data(0, Key).toString()});
    });
}

void RuleList::setRules(const std::vector<ShelfRule>& rules, const std::optional<ShelfRule>& draft,
                        const std::array<QString, shelfCount>& notes) {
    const QSignalBlocker quiet(tree_);
    for (QTreeWidgetItem* shelf : shelves_) qDeleteAll(shelf->takeChildren());
    const auto add = [this](const ShelfRule& rule, const QString& mark) {
        auto* item = new QTreeWidgetItem(shelves_[static_cast<std::size_t>(rule.place.shelf)]);
        item->setData(0, ShelfNumber, static_cast<int>(rule.place.shelf));
        item->setData(0, Key, rule.place.key);
        item->setData(0, Id, rule.id);
        item->setData(0, Title, rule.title);
        item->setData(0, Mark, mark);
        item->setData(0, Problem, rule.problem);
        const QStringList spoken{rule.id, rule.title, mark, rule.problem, rule.remedy};
        item->setData(0, Qt::AccessibleTextRole, spoken.join(u' ').simplified());
        const QString tip = rule.problem.isEmpty() ? rule.title : rule.problem + u' ' + rule.remedy;
        item->setToolTip(0, plainTip(tip.left(500)));
    };
    if (draft) add(*draft, tr("not saved"));
    for (const ShelfRule& rule : rules) add(rule, rule.unseen ? tr("not looked at") : QString());
    for (std::size_t i = 0; i < shelves_.size(); ++i) {
        QTreeWidgetItem* shelf = shelves_[i];
        const int count = shelf->childCount();
        shelf->setData(0, Title, count > 0 ? QString::number(count) : QString());
        shelf->setToolTip(0, plainTip(notes[i]));
        shelf->setData(0, Qt::AccessibleTextRole, tr("%1, %2 rules").arg(shelf->data(0, Id).toString()).arg(count));
        if (count > 0) continue;
        auto* hint = new QTreeWidgetItem(shelf);
        hint->setFlags(Qt::NoItemFlags);
        hint->setData(0, Title, notes[i]);
    }
    filter();
}

void RuleList::renameDraft(const FormWord& heading) {
    for (int i = 0; i < shelfCount; ++i) {
        QTreeWidgetItem* item = itemOf({static_cast<Shelf>(i), {}});
        if (!item) continue;
        item->setData(0, Id, heading.word);
        item->setData(0, Title, heading.text);
        item->setToolTip(0, plainTip(heading.text.left(500)));
        const QStringList spoken{heading.word, heading.text, item->data(0, Mark).toString()};
        item->setData(0, Qt::AccessibleTextRole, spoken.join(u' ').simplified());
    }
}

QTreeWidgetItem* RuleList::itemOf(const RulePlace& place) const {
    const QTreeWidgetItem* shelf = shelves_[static_cast<std::size_t>(place.shelf)];
    for (int i = 0; i < shelf->childCount(); ++i) {
        const QVariant key = shelf->child(i)->data(0, Key);
        if (key.isValid() && key.toString() == place.key) return shelf->child(i);
    }
    return nullptr;
}

void RuleList::mark(const std::optional<RulePlace>& place) {
    const QSignalBlocker quiet(tree_);
    QTreeWidgetItem* item = place ? itemOf(*place) : nullptr;
    tree_->setCurrentItem(item);
    tree_->clearSelection();
    if (!item) return;
    item->setSelected(true);
    item->parent()->setExpanded(true);
    tree_->scrollToItem(item);
    tree_->viewport()->update();
}

void RuleList::filter() {
    const QString wanted = search_->text().trimmed();
    for (QTreeWidgetItem* shelf : shelves_) {
        int shown = 0;
        for (int i = 0; i < shelf->childCount(); ++i) {
            QTreeWidgetItem* item = shelf->child(i);
            const bool matches =
                wanted.isEmpty() || (item->data(0, Key).isValid() &&
                                     item->data(0, Qt::AccessibleTextRole).toString().contains(wanted, Qt::CaseInsensitive));
            item->setHidden(!matches);
            shown += matches ? 1 : 0;
        }
        shelf->setHidden(shown == 0);
        if (!wanted.isEmpty()) shelf->setExpanded(true);
    }
}

} // namespace sallyport::ui
