// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/SetControl.h"

#include "inspector/ElementChooser.h"
#include "style/Chip.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// Calls `visit` with what is known of the elements of a choices table.
void eachChoice(const model::Model& model, model::TableId choices, const QString& element,
                const std::function<void(const QString& what, bool present)>& visit) {
    const auto look = [&](const auto& rows) {
        for (const auto& row : rows)
            if (row.element.value == element) visit(row.what, row.present);
    };
    if (choices == model::TableId::ComponentHas) look(model.componentHas);
    if (choices == model::TableId::ZoneHas) look(model.zoneHas);
    if (choices == model::TableId::FlowHas) look(model.flowHas);
}

} // namespace

SetControl::SetControl(Workspace& workspace, const Question& question, QWidget* parent)
    : QWidget(parent), workspace_(workspace), set_(*question.set()), chipArea_(new QWidget(this)) {
    const QString name = QString::fromUtf8(question.text);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    chipArea_->setLayout(new FlowLayout(4));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    chipArea_->setSizePolicy(policy);
    column->addWidget(chipArea_);
    if (!set_.words.empty()) {
        for (const model::Word& word : set_.words)
            addChip(QString::fromLatin1(word.word), QString::fromUtf8(word.label), false);
        rest_ = new QPushButton(tr("No others"), this);
        rest_->setAccessibleName(tr("No others: %1").arg(name));
        rest_->setToolTip(tr("Says no to all that are unknown"));
        rest_->setFont(typeFont(Type::Hint));
        connect(rest_, &QPushButton::clicked, this, [this] {
            QStringList open;
            for (const auto& [member, chip] : chips_)
                if (chip->answer() == Chip::Answer::Unknown || chip->answer() == Chip::Answer::Mixed) open << member;
            Q_EMIT restDenied(open);
        });
        column->addWidget(rest_, 0, Qt::AlignLeft);
        return;
    }
    if (set_.relation) {
        choose_ = new ChooserButton(workspace, tr("Add: %1").arg(name), this);
        ChooserOptions options;
        options.table = *model::table(*set_.relation).columns[1].references;
        options.admitted = [this](const QString& id) { return !chips_.contains(id) && !elements_.contains(id); };
        choose_->setOptions(options);
        choose_->setPrompt(tr("Add a %1").arg(QString::fromUtf8(model::table(options.table).label)));
        connect(choose_, &ChooserButton::chosen, this, [this](const QString& id) { Q_EMIT memberAnswered(id, 1); });
        column->addWidget(choose_);
    } else {
        add_ = new QLineEdit(this);
        add_->setPlaceholderText(tr("Type one and press Enter"));
        add_->setAccessibleName(tr("Add: %1").arg(name));
        add_->setFont(typeFont(Type::Table));
        add_->setMaxLength(900);
        add_->installEventFilter(this);
        column->addWidget(add_);
    }
    noOthers_ = new QCheckBox(tr("No others"), this);
    noOthers_->setAccessibleName(tr("No others: %1").arg(name));
    noOthers_->setFont(typeFont(Type::Hint));
    connect(noOthers_, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT memberAnswered(QStringLiteral("*"), on ? 0 : -1); });
    column->addWidget(noOthers_);
}

Chip* SetControl::addChip(const QString& member, const QString& text, bool removable) {
    auto* chip = new Chip(text, chipArea_);
    chip->setRemovable(removable);
    connect(chip, &Chip::answered, this, [this, member](Chip::Answer answer) {
        Q_EMIT memberAnswered(member, answer == Chip::Answer::Yes ? 1 : answer == Chip::Answer::No ? 0 : -1);
    });
    connect(
        chip, &Chip::removalAsked, this, [this, member] { Q_EMIT memberAnswered(member, -1); }, Qt::QueuedConnection);
    // The chips are one stop of the Tab key; the arrows go from one to the next.
    chip->setFocusPolicy(chips_.empty() ? Qt::StrongFocus : Qt::ClickFocus);
    chip->installEventFilter(this);
    chipArea_->layout()->addWidget(chip);
    chips_[member] = chip;
    return chip;
}

bool SetControl::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (watched == add_ && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            const QString text = add_->text().simplified();
            if (!text.isEmpty()) {
                add_->clear();
                Q_EMIT memberAnswered(text, 1);
            }
            return true;
        }
        auto* chip = qobject_cast<Chip*>(watched);
        const bool back = key->key() == Qt::Key_Left || key->key() == Qt::Key_Up;
        const bool on = key->key() == Qt::Key_Right || key->key() == Qt::Key_Down;
        if (chip && (back || on)) {
            const QLayout* row = chipArea_->layout();
            const int at = row->indexOf(chip) + (on ? 1 : -1);
            if (at >= 0 && at < row->count()) row->itemAt(at)->widget()->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn)
        if (auto* chip = qobject_cast<Chip*>(watched))
            for (const auto& [member, other] : chips_) other->setFocusPolicy(other == chip ? Qt::StrongFocus : Qt::ClickFocus);
    return QWidget::eventFilter(watched, event);
}

std::optional<bool> SetControl::known(const QString& element, const QString& member) const {
    const QString what = QLatin1StringView(set_.prefix) + QStringLiteral(".") + member;
    const model::Model& model = workspace_.model();
    if (set_.choices == model::TableId::ComponentHas) return model.has(model::ComponentId{element}, what);
    if (set_.choices == model::TableId::ZoneHas) return model.has(model::ZoneId{element}, what);
    return model.has(model::FlowId{element}, what);
}

QStringList SetControl::named(const QString& element) const {
    QStringList members;
    const model::Model& model = workspace_.model();
    if (set_.relation) {
        const model::Table& relation = model::table(*set_.relation);
        relation.each(model, [&](const void* row) {
            if (std::get<QString>(relation.columns[0].get(row)) == element)
                members << std::get<QString>(relation.columns[1].get(row));
        });
        return members;
    }
    const QString start = QLatin1StringView(set_.prefix) + QStringLiteral(".");
    eachChoice(model, set_.choices, element, [&](const QString& what, bool present) {
        if (present && what.startsWith(start)) members << what.mid(start.size());
    });
    return members;
}

void SetControl::refresh(const QStringList& elements) {
    elements_ = elements;
    if (set_.words.empty())
        refreshNamed(elements);
    else
        refreshWords(elements);
}

void SetControl::refreshWords(const QStringList& elements) {
    bool anyOpen = false;
    for (const auto& [member, chip] : chips_) {
        std::optional<std::optional<bool>> first;
        bool mixed = false;
        for (const QString& element : elements) {
            const std::optional<bool> said = known(element, member);
            if (!first)
                first = said;
            else
                mixed |= *first != said;
        }
        const std::optional<bool> said = first.value_or(std::nullopt);
        chip->setAnswer(mixed   ? Chip::Answer::Mixed
                        : !said ? Chip::Answer::Unknown
                        : *said ? Chip::Answer::Yes
                                : Chip::Answer::No);
        anyOpen |= mixed || !said;
    }
    rest_->setVisible(anyOpen);
}

void SetControl::refreshNamed(const QStringList& elements) {
    QStringList members;
    bool closed = !elements.isEmpty();
    for (const QString& element : elements) {
        for (const QString& member : named(element))
            if (!members.contains(member)) members << member;
        closed = closed && known(element, QStringLiteral("*")) == false;
    }
    for (auto at = chips_.begin(); at != chips_.end();) {
        if (members.contains(at->first)) {
            ++at;
            continue;
        }
        delete at->second;
        at = chips_.erase(at);
    }
    for (const QString& member : members) {
        const QString text = set_.relation ? workspace_.model().nameOf(member) : member;
        const auto at = chips_.find(member);
        Chip* chip = at == chips_.end() ? addChip(member, text, true) : at->second;
        if (chip->text() != text) {
            chip->setText(text);
            chip->setRemovable(true);
        }
    }
    chipArea_->setVisible(!chips_.empty());
    noOthers_->setChecked(closed);
    noOthers_->setText(chips_.empty() ? tr("None at all") : tr("No others"));
}

} // namespace sallyport::ui
