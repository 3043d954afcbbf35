// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/ModelPage.h"

#include "rules/Review.h"
#include "style/CardButton.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

QString metaOf(const model::Model& model, const QString& name) {
    const model::Meta* row = model.meta.find(name);
    return row ? row->value : QString();
}

constexpr int widest = 6;

} // namespace

ModelPage::ModelPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      title_(new QLineEdit(this)),
      counts_(new QLabel(this)),
      unknownTitle_(new QLabel(this)),
      unknowns_(new QVBoxLayout),
      notes_(new QPlainTextEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    const auto heading = [&](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setFont(typeFont(Type::Question, true));
        return label;
    };
    column->addWidget(heading(tr("Model")));
    title_->setPlaceholderText(tr("Untitled model"));
    title_->setAccessibleName(tr("Title of the model"));
    title_->setFont(typeFont(Type::Title, true));
    title_->setMaxLength(1000);
    title_->setMinimumHeight(34);
    column->addWidget(title_);
    counts_->setWordWrap(true);
    counts_->setFont(typeFont(Type::Table));
    counts_->setContentsMargins(2, 4, 0, 12);
    column->addWidget(counts_);
    unknownTitle_->setFont(typeFont(Type::Question, true));
    column->addWidget(unknownTitle_);
    unknowns_->setSpacing(6);
    unknowns_->setContentsMargins(0, 2, 0, 12);
    column->addLayout(unknowns_);
    auto* notesTitle = heading(tr("Notes"));
    column->addWidget(notesTitle);
    notes_->setPlaceholderText(tr("What a reader should know: scope, assumptions, what is left out."));
    notes_->setAccessibleName(tr("Notes on the model"));
    notes_->setTabChangesFocus(true);
    notes_->setFont(typeFont(Type::Table));
    notes_->setMinimumHeight(120);
    notesTitle->setBuddy(notes_);
    column->addWidget(notes_, 1);

    connect(title_, &QLineEdit::textEdited, this,
            [this](const QString& text) { write(QStringLiteral("title"), text, tr("Title of the model")); });
    connect(title_, &QLineEdit::editingFinished, this, [this] { workspace_.document().endContinuing(); });
    connect(notes_, &QPlainTextEdit::textChanged, this, [this] {
        if (!setting_) write(QStringLiteral("notes"), notes_->toPlainText(), tr("Notes on the model"));
    });
    refresh();
}

void ModelPage::write(const QString& name, const QString& value, const QString& step) {
    workspace_.edit(
        step,
        [&](document::Editor& editor) {
            if (value.isEmpty()) {
                const Value key[] = {Value(name)};
                editor.eraseKey(TableId::Meta, key);
            } else {
                editor.put(model::Meta{name, value});
            }
        },
        QStringLiteral("meta ") + name);
}

void ModelPage::editTitle() {
    title_->setFocus(Qt::OtherFocusReason);
    title_->selectAll();
}

void ModelPage::refresh() {
    const model::Model& model = workspace_.model();
    if (const QString title = model.title(); title_->text() != title) title_->setText(title);
    if (const QString notes = metaOf(model, QStringLiteral("notes")); notes_->toPlainText() != notes) {
        setting_ = true;
        notes_->setPlainText(notes);
        setting_ = false;
    }
    const QStringList counts{countText(model.components.size(), tr("component"), tr("components")),
                             countText(model.flows.size(), tr("flow"), tr("flows")),
                             countText(model.zones.size(), tr("zone"), tr("zones")),
                             countText(model.identities.size(), tr("identity"), tr("identities")),
                             countText(model.secrets.size(), tr("secret"), tr("secrets")),
                             countText(model.grants.size(), tr("grant"), tr("grants")),
                             countText(model.data.size(), tr("data asset"), tr("data assets"))};
    counts_->setText(counts.join(QStringLiteral(" · ")));
    refreshUnknowns();
}

void ModelPage::refreshUnknowns() {
    const model::Model& model = workspace_.model();
    const auto review = workspace_.review();
    struct Open {
        QString id;
        int count;
    };
    std::vector<Open> open;
    if (review)
        for (const auto& [id, count] : review->unknowns)
            if (model::elementKind(model, id) != model::ElementKind::None) open.push_back({id, count});
    std::stable_sort(open.begin(), open.end(), [](const Open& a, const Open& b) { return a.count > b.count; });
    unknownTitle_->setText(!review        ? tr("Unknown")
                           : open.empty() ? tr("Nothing is unknown")
                                          : tr("%L1 questions are unknown").arg(review->unknownTotal));
    if (open.size() > widest) open.resize(widest);
    QStringList now{QString::number(workspace_.theme().isDark)};
    for (const Open& one : open)
        now << one.id + QString::number(one.count) + titleOfElement(model, one.id) + describeElement(model, one.id);
    if (now == shown_) return;
    shown_ = now;
    for (QWidget* card : cards_) delete card;
    cards_.clear();
    for (const Open& one : open) {
        auto* card = new CardButton(titleOfElement(model, one.id), this);
        card->setDrawing(iconOfElement(model, one.id), colourOfElement(workspace_.theme(), model, one.id));
        card->setSecondLine(describeElement(model, one.id));
        card->setTrailingText(tr("%1 unknown").arg(one.count));
        connect(
            card, &QAbstractButton::clicked, this, [this, id = one.id] { workspace_.goTo(id); }, Qt::QueuedConnection);
        unknowns_->addWidget(card);
        cards_.push_back(card);
    }
}

} // namespace sallyport::ui
