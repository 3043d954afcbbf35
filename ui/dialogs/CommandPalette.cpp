// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/CommandPalette.h"

#include "diagram/Icons.h"
#include "rules/Catalogue.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 34;
constexpr std::size_t most = 60;

QString plainText(const QAction& action) {
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QLatin1Char('\t'))) text.chop(1);
    return text;
}

/// How well a text matches words: 0 it begins with them, 1 a word begins with them, 2 it contains all; -1 not at all.
int rank(const QString& text, const QString& wanted) {
    if (text.startsWith(wanted, Qt::CaseInsensitive)) return 0;
    if (text.contains(QLatin1Char(' ') + wanted, Qt::CaseInsensitive) ||
        text.contains(QLatin1Char('-') + wanted, Qt::CaseInsensitive))
        return 1;
    for (const QString& word : wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!text.contains(word, Qt::CaseInsensitive)) return -1;
    return 2;
}

/// Drawing, title, and the detail at the right.
class HitDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const diagram::Theme& theme = themeOf(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect r = option.rect;
        if (chosen) paintBox(*painter, r.adjusted(6, 1, -6, -1), theme.accentTint, theme.accent);
        const QString icon = index.data(Qt::UserRole + 1).toString();
        const QRectF at(r.left() + 16, r.center().y() - 8, 16, 16);
        if (!icon.isEmpty()) diagram::paintIcon(*painter, at, icon, theme.ink2);
        painter->setFont(typeFont(Type::Caption));
        const QString detail = index.data(Qt::UserRole + 2).toString();
        const int room = r.width() - 62;
        const int detailWidth = qMin(painter->fontMetrics().horizontalAdvance(detail) + 2, room / 2);
        painter->setPen(theme.ink2);
        painter->drawText(QRect(r.right() - 16 - detailWidth, r.top(), detailWidth, r.height()),
                          Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideMiddle, detailWidth));
        painter->setFont(typeFont(Type::Body));
        painter->setPen(theme.ink);
        const int titleWidth = room - detailWidth - 12;
        painter->drawText(QRect(r.left() + 44, r.top(), titleWidth, r.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, titleWidth));
    }
};

} // namespace

class CommandPalette::Private {
public:
    explicit Private(Workspace& workspace) : workspace(workspace) {}

    void show(const QString& text, CommandPalette& q);
    void take(CommandPalette& q);

    Workspace& workspace;
    std::function<QList<QAction*>()> actions;
    std::function<void(const PaletteHit&)> onChosen;
    QLineEdit* search = nullptr;
    QListWidget* list = nullptr;
    QLabel* nothing = nullptr;
    std::vector<PaletteHit> hits;
    QPointer<QWidget> before;
};

CommandPalette::CommandPalette(Workspace& workspace, QWidget* parent)
    : QFrame(parent), d_(std::make_unique<Private>(workspace)) {
    setAccessibleName(tr("Find or run"));
    d_->search = new QLineEdit(this);
    d_->search->setPlaceholderText(tr("Find an element or control, or run a command"));
    d_->search->setAccessibleName(tr("Find or run"));
    d_->search->setMinimumHeight(34);
    d_->search->installEventFilter(this);
    d_->list = new QListWidget(this);
    d_->list->setAccessibleName(tr("What was found"));
    d_->list->setFrameShape(QFrame::NoFrame);
    d_->list->setFocusPolicy(Qt::NoFocus);
    d_->list->setUniformItemSizes(true);
    d_->list->setItemDelegate(new HitDelegate(d_->list));
    d_->list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d_->nothing = new QLabel(tr("Nothing is called that."), this);
    d_->nothing->setContentsMargins(16, 10, 16, 14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(d_->search);
    column->addWidget(d_->list);
    column->addWidget(d_->nothing);
    connect(d_->search, &QLineEdit::textChanged, this, [this](const QString& text) { d_->show(text, *this); });
    connect(d_->list, &QListWidget::itemClicked, this, [this] { d_->take(*this); });
    if (parent) parent->installEventFilter(this);
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setActions(const std::function<QList<QAction*>()>& actions) { d_->actions = actions; }
void CommandPalette::setOnChosen(const std::function<void(const PaletteHit&)>& onChosen) { d_->onChosen = onChosen; }

void CommandPalette::open(const QString& text) {
    d_->before = QApplication::focusWidget();
    if (isAncestorOf(d_->before)) d_->before = nullptr;
    d_->search->setText(text);
    d_->show(text, *this);
    show();
    raise();
    d_->search->setFocus(Qt::ShortcutFocusReason);
    d_->search->selectAll();
}

std::vector<PaletteHit> CommandPalette::find(const QString& text) const {
    struct Ranked {
        PaletteHit hit;
        int rank;
    };
    std::vector<Ranked> found;
    const QString wanted = text.simplified();
    const model::Model& model = d_->workspace.model();
    using enum model::TableId;
    if (!wanted.isEmpty())
        for (const model::TableId id : {Component, Zone, Identity, Secret, DataAsset, Grant, Flow, Note}) {
            const model::Table& table = model::table(id);
            table.each(model, [&](const void* row) {
                const QString element = std::get<QString>(table.columns.front().get(row));
                const QString title = titleOfElement(model, element);
                int how = rank(title, wanted);
                if (how < 0 && element.compare(wanted, Qt::CaseInsensitive) == 0) how = 0;
                if (how < 0 && rank(kindOfElement(model, element), wanted) >= 0) how = 4;
                if (how < 0) return;
                found.push_back({{PaletteHit::Kind::Element,
                                  element,
                                  nullptr,
                                  {},
                                  title,
                                  describeElement(model, element),
                                  iconOfElement(model, element)},
                                 how});
            });
        }
    if (d_->actions)
        for (QAction* action : d_->actions()) {
            if (!action || action->isSeparator() || action->menu() || !action->isEnabled()) continue;
            const QString title = plainText(*action);
            const int how = wanted.isEmpty() ? 3 : rank(title, wanted);
            if (title.isEmpty() || how < 0) continue;
            QString icon = action->property("drawing").toString();
            if (icon.isEmpty()) icon = QStringLiteral("chev-right");
            found.push_back(
                {{PaletteHit::Kind::Action, {}, action, {}, title, action->shortcut().toString(QKeySequence::NativeText), icon},
                 how + (wanted.isEmpty() ? 0 : 1)});
        }
    if (wanted.size() > 1)
        for (const rules::ControlMatch& match : rules::Catalogues::builtIn().findControl(wanted)) {
            const rules::Catalogue* catalogue = rules::Catalogues::builtIn().find(match.control.framework);
            const bool byWords = match.relation == u"words";
            QString detail = catalogue ? catalogue->title : match.control.framework;
            if (!match.note.isEmpty()) detail = match.note;
            found.push_back(
                {{PaletteHit::Kind::Control, {}, nullptr, match.control, match.title, detail, QStringLiteral("mode-coverage")},
                 byWords ? 5 : -1});
        }
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    std::vector<PaletteHit> hits;
    for (Ranked& one : found)
        if (hits.size() < most) hits.push_back(std::move(one.hit));
    return hits;
}

void CommandPalette::Private::show(const QString& text, CommandPalette& q) {
    hits = q.find(text);
    list->clear();
    for (const PaletteHit& hit : hits) {
        auto* item = new QListWidgetItem(hit.title, list);
        item->setData(Qt::UserRole + 1, hit.icon);
        item->setData(Qt::UserRole + 2, hit.detail);
        item->setToolTip(hit.detail);
    }
    if (!hits.empty()) list->setCurrentRow(0);
    nothing->setVisible(hits.empty() && !text.simplified().isEmpty());
    const int rows = qMin(static_cast<int>(hits.size()), 9);
    list->setVisible(rows > 0);
    list->setFixedHeight(rows * rowHeight + 2);
    const QWidget* parent = q.parentWidget();
    const int width = qMin(560, parent ? parent->width() - 32 : 560);
    const int height = 16 + 34 + (rows > 0 ? rows * rowHeight + 8 : 0) + (nothing->isVisibleTo(&q) ? 46 : 0);
    q.setFixedSize(width, height);
    if (parent) q.move((parent->width() - width) / 2, qMax(24, parent->height() / 8));
}

void CommandPalette::Private::take(CommandPalette& q) {
    const int row = list->currentRow();
    if (row < 0 || row >= static_cast<int>(hits.size())) return;
    const PaletteHit hit = hits[static_cast<std::size_t>(row)];
    q.hide();
    if (onChosen) {
        onChosen(hit);
        return;
    }
    switch (hit.kind) {
        case PaletteHit::Kind::Element:
            workspace.goTo(hit.element);
            break;
        case PaletteHit::Kind::Action:
            if (hit.action) hit.action->trigger();
            break;
        case PaletteHit::Kind::Control:
            Q_EMIT q.controlChosen(hit.control);
            break;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent()) {
        if (event->type() == QEvent::Resize && isVisible()) d_->show(d_->search->text(), *this);
        return QFrame::eventFilter(watched, event);
    }
    if (watched != d_->search) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        d_->before = nullptr; // the new place has been chosen
        hide();
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return false;
    QListWidget* list = d_->list;
    const auto go = [list](int by) { list->setCurrentRow(qBound(0, list->currentRow() + by, list->count() - 1)); };
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
            go(-1);
            return true;
        case Qt::Key_Down:
            go(1);
            return true;
        case Qt::Key_PageUp:
            go(-8);
            return true;
        case Qt::Key_PageDown:
            go(8);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            d_->take(*this);
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;
        default:
            return false;
    }
}

void CommandPalette::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    if (d_->before) d_->before->setFocus(Qt::OtherFocusReason);
    d_->before = nullptr;
    Q_EMIT closed();
}

void CommandPalette::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    paintBox(painter, rect(), theme.base, theme.lineStrong, 6, 1.5);
}

} // namespace sallyport::ui
