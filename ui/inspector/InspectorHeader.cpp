// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/InspectorHeader.h"

#include "diagram/Icons.h"
#include "document/Edits.h"
#include "style/ElementLook.h"
#include "style/ElidedLabel.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

bool canBeRenamed(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case model::ElementKind::Component:
        case model::ElementKind::Zone:
        case model::ElementKind::Flow:
        case model::ElementKind::Identity:
        case model::ElementKind::Secret:
        case model::ElementKind::Data:
            return true;
        default:
            return false;
    }
}

QString ownName(const model::Model& model, const QString& id) {
    if (const auto* flow = model.flows.find({id})) return flow->name.value_or(QString());
    return titleOfElement(model, id);
}

} // namespace

InspectorHeader::InspectorHeader(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      name_(new QLineEdit(this)),
      second_(new ElidedLabel({}, Qt::ElideRight, this)),
      more_(new QToolButton(this)),
      tile_(new QWidget(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    tile_->setFixedSize(40, 40);
    tile_->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addWidget(tile_, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(name_);
    column->addWidget(second_);
    row->addLayout(column, 1);
    row->addWidget(more_, 0, Qt::AlignTop);

    name_->setFrame(false);
    name_->setAccessibleName(tr("Name"));
    name_->setFont(typeFont(Type::Title, true));
    name_->setMaxLength(1000);
    name_->setTextMargins(0, 0, 0, 0);
    second_->setFont(typeFont(Type::Hint));
    second_->setContentsMargins(3, 0, 0, 0);
    connect(name_, &QLineEdit::textEdited, this, &InspectorHeader::rename);
    connect(name_, &QLineEdit::editingFinished, this, [this] {
        workspace_.document().endContinuing();
        if (elements_.size() == 1) name_->setText(ownName(workspace_.model(), elements_.first()));
        name_->setCursorPosition(0);
    });
    more_->setAutoRaise(true);
    more_->setAccessibleName(tr("More"));
    more_->setToolTip(tr("More"));
    more_->setFixedSize(28, 28);
    // Not as the button's own menu: that would draw an arrow beside the dots.
    connect(more_, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
    });
    dress();
}

void InspectorHeader::fillMenu(QMenu& menu) {
    const QStringList ids = elements_;
    QAction* show = menu.addAction(tr("Show on the diagram"));
    show->setEnabled(ids.size() == 1);
    connect(show, &QAction::triggered, this, [this, ids] { workspace_.goTo(ids.first()); });
    connect(menu.addAction(tr("Copy id")), &QAction::triggered, this,
            [ids] { QGuiApplication::clipboard()->setText(ids.join(QLatin1Char('\n'))); });
    menu.addSeparator();
    connect(menu.addAction(tr("Delete")), &QAction::triggered, this, [this, ids] {
        const QString what =
            ids.size() == 1 ? titleOfElement(workspace_.model(), ids.first()) : tr("%1 elements").arg(ids.size());
        workspace_.edit(tr("Delete %1").arg(what), [&](document::Editor& editor) { document::eraseElements(editor, ids); });
    });
}

void InspectorHeader::setElements(const QStringList& ids) {
    if (ids != elements_) name_->setCursorPosition(0);
    elements_ = ids;
    refresh();
}

void InspectorHeader::refresh() {
    if (elements_.isEmpty()) return;
    const model::Model& model = workspace_.model();
    if (elements_.size() == 1) {
        const QString id = elements_.first();
        const bool typed = canBeRenamed(model, id);
        const QString name = typed ? ownName(model, id) : titleOfElement(model, id);
        name_->setReadOnly(!typed);
        name_->setFocusPolicy(typed ? Qt::StrongFocus : Qt::NoFocus);
        name_->setPlaceholderText(typed && name.isEmpty() ? model.nameOf(id) : QString());
        if (!name_->hasFocus() || name_->text().simplified() != name)
            if (name_->text() != name && !(name_->hasFocus() && name_->text().trimmed().isEmpty())) {
                name_->setText(name);
                if (!name_->hasFocus()) name_->setCursorPosition(0);
            }
        second_->setText(describeElement(model, id));
    } else {
        QMap<QString, int> kinds;
        for (const QString& id : elements_) ++kinds[kindOfElement(model, id)];
        QStringList parts;
        for (auto at = kinds.cbegin(); at != kinds.cend(); ++at)
            parts << (kinds.size() == 1 ? at.key() : QStringLiteral("%1 %2").arg(at.value()).arg(at.key()));
        name_->setReadOnly(true);
        name_->setFocusPolicy(Qt::NoFocus);
        name_->setText(tr("%1 elements").arg(elements_.size()));
        second_->setText(parts.join(QStringLiteral(" · ")));
    }
    update();
}

void InspectorHeader::editName() {
    if (name_->isReadOnly()) return;
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void InspectorHeader::rename(const QString& text) {
    if (elements_.size() != 1) return;
    const QString id = elements_.first();
    const model::Model& model = workspace_.model();
    if (text.simplified().isEmpty() && !model.flows.contains({id})) return;
    workspace_.edit(
        tr("Rename %1").arg(model.nameOf(id)), [&](document::Editor& editor) { document::rename(editor, id, text); },
        QStringLiteral("name ") + id);
}

void InspectorHeader::dress() {
    const diagram::Theme& theme = themeOf(*this);
    QPalette flat = palette();
    if (flat.color(QPalette::Base) != theme.panel) {
        flat.setColor(QPalette::Base, theme.panel);
        name_->setPalette(flat);
    }
    QPalette second = palette();
    second.setColor(QPalette::WindowText, theme.ink2);
    if (second_->palette().color(QPalette::WindowText) != theme.ink2) second_->setPalette(second);
    more_->setIcon(diagram::actionIcon(QStringLiteral("act-more"), theme.ink2, theme.disabled));
}

void InspectorHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        dress();
        update();
    }
    QWidget::changeEvent(event);
}

void InspectorHeader::paintEvent(QPaintEvent*) {
    if (elements_.isEmpty()) return;
    const diagram::Theme& theme = themeOf(*this);
    const model::Model& model = workspace_.model();
    QPainter painter(this);
    const QRectF tile = tile_->geometry();
    const QString id = elements_.last();
    const auto* component = model.components.find({id});
    paintBox(painter, tile, component ? theme.tileColour(component->kind) : theme.alt, component ? QColor() : theme.line, 8);
    diagram::paintIcon(painter, tile.adjusted(8, 8, -8, -8), iconOfElement(model, id), colourOfElement(theme, model, id));
}

} // namespace sallyport::ui
