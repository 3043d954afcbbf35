// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/LinkSection.h"

#include "diagram/Icons.h"
#include "inspector/ElementChooser.h"
#include "inspector/LinkCard.h"
#include "inspector/QuestionBox.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

LinkSection::LinkSection(Workspace& workspace, const Links& links, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      links_(links),
      list_(new QWidget(this)),
      none_(new QLabel(QString::fromUtf8(links.none), this)),
      add_(new QPushButton(QString::fromUtf8(links.add) + QStringLiteral("…"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 8);
    column->setSpacing(6);
    auto* cards = new QVBoxLayout(list_);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(6);
    none_->setForegroundRole(QPalette::PlaceholderText);
    none_->setFont(typeFont(Type::Hint));
    none_->setContentsMargins(12, 0, 0, 0);
    add_->setFont(typeFont(Type::Table));
    column->addWidget(none_);
    column->addWidget(list_);
    column->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QPushButton::clicked, this, [this] { add(); });
}

void LinkSection::setElement(const QString& id) {
    if (id == element_) return;
    for (const auto& [other, card] : cards_) delete card;
    cards_.clear();
    element_ = id;
    refresh();
}

void LinkSection::refresh() {
    if (element_.isEmpty()) return;
    const QStringList others = links_.of(workspace_.model(), element_);
    for (auto at = cards_.begin(); at != cards_.end();) {
        if (others.contains(at->first)) {
            ++at;
            continue;
        }
        delete at->second;
        at = cards_.erase(at);
    }
    auto* column = static_cast<QVBoxLayout*>(list_->layout());
    for (int i = 0; i < others.size(); ++i) {
        LinkCard*& card = cards_[others[i]];
        if (!card) card = new LinkCard(workspace_, links_, element_, others[i], list_);
        if (column->indexOf(card) != i) {
            column->removeWidget(card);
            column->insertWidget(i, card);
        }
        card->refresh();
    }
    none_->setVisible(others.isEmpty());
    list_->setVisible(!others.isEmpty());
}

QString LinkSection::note() const {
    const auto count = element_.isEmpty() ? 0 : links_.of(workspace_.model(), element_).size();
    return count ? countText(count, QString::fromUtf8(links_.one), QString::fromUtf8(links_.many)) : tr("none");
}

void LinkSection::add(QWidget* anchor) {
    ChooserOptions options;
    const bool grants = links_.pointing() && links_.table == model::TableId::Grant;
    options.table = grants ? model::TableId::Component : links_.others();
    if (links_.makesNew && !grants) options.newWord = QString::fromUtf8(links_.one);
    const QStringList taken = grants ? QStringList() : links_.of(workspace_.model(), element_);
    const QString self = element_;
    options.admitted = [this, taken, self](const QString& id) {
        if (taken.contains(id) || id == self) return false;
        if (links_.table != model::TableId::FlowContinues) return true;
        // A call goes on where it ended.
        const auto* call = workspace_.model().flows.find({self});
        const auto* leg = workspace_.model().flows.find({id});
        return call && leg && call->target == leg->source;
    };
    ElementChooser::open(
        workspace_, anchor ? anchor : add_, options, [this](const QString& id) { link(id); },
        [this](const QString& name) { make(name); });
}

void LinkSection::focusAdd() { add_->setFocus(Qt::OtherFocusReason); }

void LinkSection::link(const QString& other) {
    const model::Model& model = workspace_.model();
    const QString self = element_;
    if (links_.pointing() && links_.table == model::TableId::Grant) {
        workspace_.edit(tr("Grant %1 at %2").arg(model.nameOf(self), model.nameOf(other)), [&](document::Editor& editor) {
            model::Grant grant;
            grant.id = document::Editor::newId<model::Grant>();
            grant.identity = {self};
            grant.target = {other};
            editor.put(grant);
        });
        return;
    }
    workspace_.edit(tr("%1: %2 and %3").arg(QString::fromUtf8(links_.section), model.nameOf(self), model.nameOf(other)),
                    [&](document::Editor& editor) { addLink(editor, links_, self, other); });
}

void LinkSection::make(const QString& name) {
    QString made;
    workspace_.edit(tr("New %1 for %2").arg(QString::fromUtf8(links_.one), workspace_.model().nameOf(element_)),
                    [&](document::Editor& editor) { made = makeLinked(editor, links_, element_, name); });
    if (const auto at = cards_.find(made); at != cards_.end()) at->second->setOpen(true);
}

bool LinkSection::showQuestion(model::TableId table, QStringView name) {
    if (table != links_.table || links_.pointing()) return false;
    for (const auto& [other, card] : cards_) {
        card->setOpen(true);
        for (QuestionBox* box : card->questions())
            if (name == QLatin1StringView(box->question().name) && box->isUnknownHere()) {
                box->focusControl();
                return true;
            }
    }
    return false;
}

} // namespace sallyport::ui
