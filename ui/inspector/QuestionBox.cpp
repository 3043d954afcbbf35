// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/QuestionBox.h"

#include "document/Edits.h"
#include "inspector/AnswerControl.h"
#include "inspector/SetControl.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::Value;

QuestionBox::QuestionBox(Workspace& workspace, const Question& question, int width, bool compact, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      question_(question),
      text_(new QLabel(QString::fromUtf8(question.text), this)),
      hint_(new QLabel(QString::fromUtf8(question.hint), this)),
      compact_(compact) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 5, 0, 5);
    column->setSpacing(1);
    for (QLabel* label : {text_, hint_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addSpacing(4);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setVisible(!compact && *question.hint);
    if (compact) setToolTip(hint_->text());
    text_->setFont(typeFont(compact ? Type::Table : Type::Question, true));
    hint_->setFont(typeFont(Type::Hint));
    if (question.set()) {
        members_ = new SetControl(workspace, question, this);
        column->addWidget(members_);
        connect(members_, &SetControl::memberAnswered, this, &QuestionBox::writeMember);
        connect(members_, &SetControl::restDenied, this, &QuestionBox::writeNo);
    } else {
        answer_ = AnswerControl::make(workspace, question, width, this);
        column->addWidget(answer_);
        connect(answer_, &AnswerControl::answered, this, &QuestionBox::write);
        connect(answer_, &AnswerControl::typingEnded, this, [this] { workspace_.document().endContinuing(); });
    }
    setObjectName(QLatin1StringView(model::table(question.table).name) + QLatin1Char('.') + QLatin1StringView(question.name));
}

void QuestionBox::setRows(const std::vector<RowKey>& rows, bool isWanted) {
    rows_ = rows;
    wanted_ = isWanted;
    refresh();
}

void QuestionBox::refresh() {
    const model::Model& model = workspace_.model();
    const model::Table& table = model::table(question_.table);
    const model::Column* column = question_.column();
    std::optional<Value> first;
    bool mixed = false;
    bool asked = !rows_.empty(), unknown = false;
    for (const RowKey& key : rows_) {
        const void* row = table.find(model, key);
        if (!row) continue;
        asked = asked && (wanted_ || isAsked(question_, model, row));
        unknown = unknown || isUnknown(question_, model, row) || (wanted_ && isOpen(question_, model, row));
        if (!column) continue;
        Value value = column->get(row);
        if (!first)
            first = std::move(value);
        else
            mixed = mixed || *first != value;
    }
    if (answer_) answer_->setAnswer(first.value_or(Value()), mixed);
    if (members_) members_->refresh(elements());
    asked_ = asked;
    if (unknown != unknown_) {
        unknown_ = unknown;
        update();
    }
}

void QuestionBox::focusControl() {
    const auto children = findChildren<QWidget*>();
    for (QWidget* child : children)
        if ((child->focusPolicy() & Qt::TabFocus) && child->isVisibleTo(this) && child->isEnabled() && !child->focusProxy()) {
            child->setFocus(Qt::OtherFocusReason);
            return;
        }
}

QStringList QuestionBox::elements() const {
    QStringList ids;
    for (const RowKey& key : rows_) ids << std::get<QString>(key.front());
    return ids;
}

QString QuestionBox::stepText() const {
    const QString label = QString::fromUtf8(question_.column() ? question_.column()->label : question_.set()->label);
    if (rows_.size() == 1) return tr("%1 of %2").arg(label, workspace_.model().nameOf(elements().first()));
    return tr("%1 of %2 elements").arg(label).arg(rows_.size());
}

void QuestionBox::write(const Value& value, bool typing) {
    const model::Table& table = model::table(question_.table);
    const int column = table.column(QString::fromLatin1(question_.name));
    const std::vector<RowKey> rows = rows_;
    const QString continuing = typing ? objectName() + QLatin1Char(' ') + elements().join(QLatin1Char(' ')) : QString();
    const bool done = workspace_.edit(
        stepText(),
        [&](document::Editor& editor) {
            for (const RowKey& key : rows) editor.set(table.id, key, column, value);
        },
        continuing);
    if (!done) refresh();
}

void QuestionBox::writeMember(const QString& member, int present) {
    const model::SetColumn& set = *question_.set();
    const QStringList ids = elements();
    const std::optional<bool> said = present < 0 ? std::nullopt : std::optional<bool>(present == 1);
    workspace_.edit(stepText(), [&](document::Editor& editor) {
        for (const QString& id : ids) document::setMember(editor, set, id, member, said);
    });
    refresh();
}

void QuestionBox::writeNo(const QStringList& members) {
    const model::SetColumn& set = *question_.set();
    const QStringList ids = elements();
    const model::Model& model = workspace_.model();
    const auto said = [&](const QString& id, const QString& what) {
        if (set.choices == model::TableId::ComponentHas) return model.has(model::ComponentId{id}, what);
        if (set.choices == model::TableId::ZoneHas) return model.has(model::ZoneId{id}, what);
        return model.has(model::FlowId{id}, what);
    };
    workspace_.edit(stepText(), [&](document::Editor& editor) {
        for (const QString& id : ids)
            for (const QString& member : members)
                if (!said(id, QLatin1StringView(set.prefix) + QStringLiteral(".") + member))
                    document::setMember(editor, set, id, member, false);
    });
}

void QuestionBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

void QuestionBox::paintEvent(QPaintEvent*) {
    if (!unknown_) return;
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.ink2, 1.6);
    pen.setDashPattern({0.1, 2.2});
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(2, 7), QPointF(2, height() - 6));
}

} // namespace sallyport::ui
