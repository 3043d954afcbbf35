// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/LinkCard.h"

#include "diagram/Icons.h"
#include "inspector/QuestionBox.h"
#include "style/CardButton.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport::ui {

LinkCard::LinkCard(Workspace& workspace, const Links& links, const QString& self, const QString& other, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      links_(links),
      self_(self),
      other_(other),
      card_(new CardButton({}, this)),
      jump_(new QToolButton(card_)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(card_);
    card_->setTrailingRoom(24); // of the jump
    card_->setCheckable(true);
    jump_->setAutoRaise(true);
    jump_->setIconSize({16, 16});
    jump_->setFixedSize(26, 26);
    connect(card_, &QAbstractButton::toggled, this, &LinkCard::setOpen);
    // Queued: the page of the other may be this one, and then this card goes.
    connect(
        jump_, &QToolButton::clicked, this, [this] { workspace_.goTo(other_); }, Qt::QueuedConnection);
    refresh();
    dress();
}

void LinkCard::build() {
    details_ = new QWidget(this);
    auto* column = new QVBoxLayout(details_);
    column->setContentsMargins(8, 2, 0, 6);
    column->setSpacing(0);
    for (const Question& question : ui::questions()) {
        if (question.table != links_.table || links_.pointing()) continue;
        auto* box = new QuestionBox(workspace_, question, 250, true, details_);
        box->setRows({links_.key(self_, other_)});
        column->addWidget(box);
        questions_.push_back(box);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 4, 0, 0);
    const QString name = titleOfElement(workspace_.model(), other_);
    const bool erases = links_.pointing() && links_.table == model::TableId::Grant;
    auto* remove = new QPushButton(erases ? tr("Delete") : tr("Remove"), details_);
    remove->setAccessibleName((erases ? tr("Delete %1") : tr("Remove %1")).arg(name));
    remove->setFont(typeFont(Type::Table));
    auto* show = new QPushButton(tr("Go to it"), details_);
    show->setAccessibleName(tr("Go to %1").arg(name));
    show->setFont(typeFont(Type::Table));
    buttons->addWidget(show);
    buttons->addWidget(remove);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(
        show, &QPushButton::clicked, this, [this] { workspace_.goTo(other_); }, Qt::QueuedConnection);
    connect(
        remove, &QPushButton::clicked, this,
        [this] {
            const model::Model& model = workspace_.model();
            workspace_.edit(tr("Remove %1 from %2").arg(model.nameOf(other_), model.nameOf(self_)),
                            [this](document::Editor& editor) { removeLink(editor, links_, self_, other_); });
        },
        Qt::QueuedConnection);
    layout()->addWidget(details_);
}

void LinkCard::setOpen(bool open) {
    if (open && !details_) build();
    if (details_) details_->setVisible(open);
    if (card_->isChecked() != open) card_->setChecked(open);
    refresh();
}

QString LinkCard::unknownLine() const {
    const model::Model& model = workspace_.model();
    const model::Table& table = model::table(links_.table);
    const void* row = links_.pointing() ? nullptr : table.find(model, links_.key(self_, other_));
    if (!row) return {};
    QStringList open;
    for (const Question& question : ui::questions())
        if (question.table == links_.table && isUnknown(question, model, row)) {
            const QLatin1StringView name(question.name);
            open << (name == u"storage_form" ? tr("kept where? unknown")
                     : name == u"kept_in"    ? tr("which store? unknown")
                     : name == u"stored"     ? tr("stored? unknown")
                     : name == u"form"       ? tr("readable? unknown")
                     : name == u"direction"  ? tr("which way? unknown")
                                             : QString::fromUtf8(question.column()->label));
        }
    return open.join(QStringLiteral(" · "));
}

void LinkCard::refresh() {
    const model::Model& model = workspace_.model();
    const QString name = titleOfElement(model, other_);
    if (card_->text() != name) {
        card_->setText(name);
        card_->setAccessibleName(name);
        jump_->setAccessibleName(tr("Go to %1").arg(name));
        jump_->setToolTip(plainTip(jump_->accessibleName()));
    }
    QStringList second{describeElement(model, other_)};
    const model::Table& table = model::table(links_.table);
    if (!links_.pointing())
        if (const void* row = table.find(model, links_.key(self_, other_)))
            for (const Question& question : ui::questions())
                if (question.table == links_.table && !isUnknown(question, model, row) && isAsked(question, model, row)) {
                    const QString value = valueText(model, *question.column(), question.column()->get(row));
                    if (question.column()->type == model::ValueType::Boolean)
                        second << (value == u"Yes" ? tr("stored") : tr("not stored"));
                    else if (!value.isEmpty())
                        second << value;
                }
    second.removeAll(QString());
    card_->setSecondLine(second.join(QStringLiteral(" · ")));
    card_->setUnknownLine(unknownLine());
    const diagram::Theme& theme = workspace_.theme();
    card_->setDrawing(iconOfElement(model, other_), colourOfElement(theme, model, other_));
    for (QuestionBox* box : questions_) {
        box->refresh();
        box->setVisible(box->isAskedHere());
    }
    placeJump();
}

void LinkCard::dress() {
    const diagram::Theme& theme = themeOf(*this);
    jump_->setIcon(diagram::actionIcon(QStringLiteral("act-jump"), theme.ink2, theme.disabled));
}

void LinkCard::placeJump() { jump_->move(card_->width() - jump_->width() - 6, (card_->height() - jump_->height()) / 2); }

void LinkCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    placeJump();
}

void LinkCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        dress();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace sallyport::ui
