// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/ElementChooser.h"

#include "diagram/Icons.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int newRole = Qt::UserRole + 1; ///< the wanted name

} // namespace

ElementChooser::ElementChooser(Workspace& workspace, const ChooserOptions& options, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      workspace_(workspace),
      options_(options),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const QString what = QString::fromUtf8(model::table(options.table).label);
    setAccessibleName(tr("Choose a %1").arg(what));
    search_->setPlaceholderText(options_.newWord.isEmpty() ? tr("Find a %1").arg(what)
                                                           : tr("Find, or name a new %1").arg(options_.newWord));
    search_->setAccessibleName(tr("Find a %1").arg(what));
    search_->installEventFilter(this);
    list_->setAccessibleName(tr("Matching elements"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFont(typeFont(Type::Table));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(search_);
    column->addWidget(list_);
    connect(search_, &QLineEdit::textChanged, this, &ElementChooser::fill);
    connect(list_, &QListWidget::itemClicked, this, &ElementChooser::take);
    fill({});
}

ElementChooser* ElementChooser::open(Workspace& workspace, QWidget* anchor, const ChooserOptions& options,
                                     const std::function<void(const QString&)>& chosen,
                                     const std::function<void(const QString&)>& created) {
    auto* popup = new ElementChooser(workspace, options, anchor);
    connect(popup, &ElementChooser::chosen, anchor, chosen);
    if (created) connect(popup, &ElementChooser::created, anchor, created);
    const int width = qMax(anchor->width(), 260);
    popup->resize(width, qBound(96, popup->list_->count() * 26 + 60, 320));
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    if (const QScreen* screen = anchor->screen()) {
        const QRect free = screen->availableGeometry();
        if (at.y() + popup->height() > free.bottom()) at.setY(anchor->mapToGlobal(QPoint(0, -2)).y() - popup->height());
        at.setX(qBound(free.left(), at.x(), qMax(free.left(), free.right() - width)));
    }
    popup->move(at);
    popup->show();
    popup->search_->setFocus(Qt::PopupFocusReason);
    return popup;
}

void ElementChooser::fill(const QString& text) {
    const model::Model& model = workspace_.model();
    const diagram::Theme& theme = workspace_.theme();
    list_->clear();
    const QString wanted = text.trimmed();
    const auto put = [&](const QString& shown, const QString& id, const QIcon& icon) {
        auto* item = new QListWidgetItem(icon, shown, list_);
        item->setData(idRole, id);
        item->setSizeHint({0, 26});
        if (!id.isEmpty()) item->setToolTip(plainTip(describeElement(model, id)));
        return item;
    };
    if (!options_.noneWord.isEmpty() && wanted.isEmpty()) {
        auto* item = put(
            options_.noneWord, {},
            options_.noneIsUnknown ? diagram::actionIcon(QStringLiteral("cov-unknown"), theme.ink2, theme.disabled) : QIcon());
        QFont italic = list_->font();
        italic.setItalic(true);
        item->setFont(italic);
    }
    struct Row {
        QString name, id;
        int rank;
    };
    std::vector<Row> rows;
    bool same = false;
    const model::Table& table = model::table(options_.table);
    table.each(model, [&](const void* row) {
        const QString id = std::get<QString>(table.columns.front().get(row));
        if (options_.admitted && !options_.admitted(id)) return;
        const QString name = titleOfElement(model, id);
        same = same || name.compare(wanted, Qt::CaseInsensitive) == 0;
        const int rank = wanted.isEmpty()                                                   ? 0
                         : name.startsWith(wanted, Qt::CaseInsensitive)                     ? 0
                         : name.contains(wanted, Qt::CaseInsensitive)                       ? 1
                         : describeElement(model, id).contains(wanted, Qt::CaseInsensitive) ? 2
                                                                                            : -1;
        if (rank >= 0) rows.push_back({name, id, rank});
    });
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.name.localeAwareCompare(b.name) < 0;
    });
    for (const Row& row : rows) put(row.name, row.id, elementIcon(theme, model, row.id));
    if (!options_.newWord.isEmpty() && !same) {
        auto* item =
            put(wanted.isEmpty() ? tr("New %1").arg(options_.newWord) : tr("New %1 “%2”").arg(options_.newWord, wanted), {},
                diagram::actionIcon(QStringLiteral("act-plus"), theme.accent, theme.disabled));
        item->setData(newRole, wanted.isEmpty() ? QStringLiteral(" ") : wanted);
    }
    int current = 0;
    for (int i = 0; i < list_->count(); ++i)
        if (wanted.isEmpty() && !options_.current.isEmpty() && list_->item(i)->data(idRole) == options_.current) current = i;
    if (list_->count()) list_->setCurrentRow(current);
}

void ElementChooser::take() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item) return;
    const QVariant wanted = item->data(newRole);
    const QString id = item->data(idRole).toString();
    hide();
    if (wanted.isValid())
        Q_EMIT created(wanted.toString().trimmed());
    else
        Q_EMIT chosen(id);
    close();
}

bool ElementChooser::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
            case Qt::Key_Up:
                list_->setCurrentRow(qMax(0, list_->currentRow() - 1));
                return true;
            case Qt::Key_Down:
                list_->setCurrentRow(qMin(list_->count() - 1, list_->currentRow() + 1));
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
                take();
                return true;
            case Qt::Key_Escape:
                close();
                return true;
            default:
                break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

ChooserButton::ChooserButton(Workspace& workspace, const QString& accessibleName, QWidget* parent)
    : QAbstractButton(parent), workspace_(workspace), name_(accessibleName) {
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &ChooserButton::openChooser);
}

void ChooserButton::setOptions(const ChooserOptions& options) {
    options_ = options;
    refresh();
}

void ChooserButton::setPrompt(const QString& prompt) {
    prompt_ = prompt;
    refresh();
}

void ChooserButton::refresh() {
    const QString shown = !prompt_.isEmpty()           ? prompt_
                          : options_.current.isEmpty() ? options_.noneWord
                                                       : titleOfElement(workspace_.model(), options_.current);
    setText(shown);
    setAccessibleName(name_ + QStringLiteral(": ") + shown);
    update();
}

void ChooserButton::openChooser() {
    ElementChooser::open(
        workspace_, this, options_, [this](const QString& id) { Q_EMIT chosen(id); },
        [this](const QString& name) { Q_EMIT created(name); });
}

void ChooserButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        openChooser();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChooserButton::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    paintBox(painter, rect(), isEnabled() ? theme.base : theme.panel,
             !isEnabled()   ? theme.line
             : underMouse() ? theme.accent
                            : theme.lineStrong);
    if (hasFocus()) paintFocusRing(painter, rect(), theme);
    QRectF inside = QRectF(rect()).adjusted(8, 0, -24, 0);
    const bool element = prompt_.isEmpty() && !options_.current.isEmpty();
    const bool adds = !prompt_.isEmpty();
    QString drawing;
    QColor colour = theme.ink2;
    if (element) {
        drawing = iconOfElement(workspace_.model(), options_.current);
        colour = colourOfElement(theme, workspace_.model(), options_.current);
    } else if (adds) {
        drawing = prompt_ == tr("Several answers") ? QString() : QStringLiteral("act-plus");
    } else if (options_.noneIsUnknown) {
        drawing = QStringLiteral("cov-unknown");
    }
    if (!drawing.isEmpty()) {
        diagram::paintIcon(painter, QRectF(inside.left(), height() / 2.0 - 7, 14, 14), drawing, colour);
        inside.setLeft(inside.left() + 20);
    }
    QFont shown = typeFont(Type::Table);
    shown.setItalic(!element && !adds);
    painter.setFont(shown);
    painter.setPen(!isEnabled() ? theme.disabled : element ? theme.ink : theme.ink2);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(shown).elidedText(text(), Qt::ElideMiddle, static_cast<int>(inside.width())));
    diagram::paintIcon(painter, QRectF(width() - 20, height() / 2.0 - 6, 12, 12), QStringLiteral("chev-down"),
                       isEnabled() ? theme.ink2 : theme.disabled);
}

} // namespace sallyport::ui
