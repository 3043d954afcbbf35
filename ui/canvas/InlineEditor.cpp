// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/InlineEditor.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "diagram/Geometry.h"
#include "diagram/Text.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int longestName = 200;

/// The middle of a flow's longest piece.
QPointF middleOf(const diagram::FlowShape& flow) {
    QPointF middle = flow.points.empty() ? QPointF() : flow.points.front();
    double longest = -1;
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        const QLineF piece(flow.points[i - 1], flow.points[i]);
        if (piece.length() <= longest) continue;
        longest = piece.length();
        middle = piece.center();
    }
    return middle;
}

} // namespace

InlineEditor::InlineEditor(Canvas& canvas) : QObject(&canvas), canvas_(canvas) {
    connect(&canvas, &Canvas::viewChanged, this, &InlineEditor::follow);
    connect(&canvas.workspace(), &Workspace::documentReplaced, this, [this] { close(false); });
    connect(&canvas.workspace(), &Workspace::diagramChanged, this, [this] { close(false); });
}

InlineEditor::~InlineEditor() = default;

QRectF InlineEditor::place() const {
    const diagram::Drawing& drawing = canvas_.drawing();
    if (const auto* card = drawing.card({id_}))
        return QRectF(card->rect.left() + 48, card->rect.top() + 7, card->rect.width() - 56, 22);
    if (const auto* zone = drawing.zone({id_}))
        return QRectF(zone->rect.left() + 28, zone->rect.top() + 2, std::min(200.0, zone->rect.width() - 36), 22);
    if (const auto* note = drawing.note({id_})) return note->rect;
    if (const auto* flow = drawing.flow({id_})) {
        QRectF rect(0, 0, 168, 22);
        rect.moveCenter(flow->label.rect.isNull() ? middleOf(*flow) : flow->label.rect.center());
        return rect;
    }
    return {};
}

QString InlineEditor::text() const {
    const model::Model& model = canvas_.workspace().model();
    if (const model::Note* note = model.notes.find({id_})) return note->text;
    if (const model::Flow* flow = model.flows.find({id_})) return flow->name.value_or(QString());
    return model.nameOf(id_);
}

bool InlineEditor::open(const QString& id) {
    close(true);
    id_ = id;
    const QRectF rect = place();
    if (rect.isNull()) return false;
    canvas_.camera().reveal(rect, false);
    if (canvas_.drawing().note({id})) {
        auto* area = new QPlainTextEdit(text(), canvas_.viewport());
        area->setFrameShape(QFrame::Box);
        area->setTabChangesFocus(true);
        area->document()->setDocumentMargin(8);
        QPalette colours = area->palette();
        colours.setColor(QPalette::Base, canvas_.workspace().theme().note);
        area->setPalette(colours);
        area->setAccessibleName(Canvas::tr("Text of the note"));
        area->selectAll();
        field_ = area;
    } else {
        auto* line = new QLineEdit(text(), canvas_.viewport());
        line->setMaxLength(longestName);
        line->setAccessibleName(Canvas::tr("Name"));
        if (canvas_.drawing().flow({id})) line->setPlaceholderText(Canvas::tr("Name of the flow"));
        line->selectAll();
        field_ = line;
    }
    field_->installEventFilter(this);
    follow();
    field_->show();
    field_->setFocus(Qt::OtherFocusReason);
    return true;
}

void InlineEditor::follow() {
    if (!field_) return;
    const double scale = std::clamp(canvas_.zoom(), 0.85, 1.6);
    const bool isName = qobject_cast<QLineEdit*>(field_) != nullptr;
    field_->setFont(diagram::canvasFont(qRound((isName ? 13 : 12) * scale), isName && !canvas_.drawing().flow({id_})));
    QRect rect = canvas_.mapFromScene(place()).boundingRect();
    const QSize least = isName ? QSize(140, field_->sizeHint().height()) : QSize(180, 72);
    rect = QRect(rect.center() - QPoint(std::max(rect.width(), least.width()) / 2, std::max(rect.height(), least.height()) / 2),
                 rect.size().expandedTo(least));
    const QRect room = canvas_.viewport()->rect().adjusted(2, 2, -2, -2);
    rect.moveLeft(std::clamp(rect.left(), room.left(), std::max(room.left(), room.right() - rect.width())));
    field_->setGeometry(rect);
}

void InlineEditor::close(bool keep) {
    if (!field_) return;
    QWidget* field = field_;
    field_ = nullptr; // hiding it takes its focus, which must not come back here
    const bool hadFocus = field->hasFocus();
    const auto* line = qobject_cast<QLineEdit*>(field);
    const QString typed = line ? line->text() : static_cast<QPlainTextEdit*>(field)->toPlainText();
    field->removeEventFilter(this);
    // Before it is hidden: a hidden field hands its focus on, and the canvas would walk to the next element.
    if (hadFocus) canvas_.setFocus(Qt::OtherFocusReason);
    field->hide();
    field->deleteLater();
    if (keep && typed != text()) write(typed);
}

void InlineEditor::write(const QString& typed) {
    Workspace& workspace = canvas_.workspace();
    if (const model::Note* row = workspace.model().notes.find({id_})) {
        model::Note note = *row;
        note.text = typed;
        workspace.edit(Canvas::tr("Write note"), [&](document::Editor& editor) { editor.put(note); });
        return;
    }
    const bool isFlow = workspace.model().flows.contains({id_});
    if (model::elementKind(workspace.model(), id_) == model::ElementKind::None) return; // deleted meanwhile
    if (typed.simplified().isEmpty() && !isFlow) return;                                // the old name stays
    workspace.edit(Canvas::tr("Rename %1").arg(workspace.model().nameOf(id_)),
                   [&](document::Editor& editor) { document::rename(editor, id_, typed); });
}

bool InlineEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_) return false;
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) close(true);
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool keeps = (isEnter && (qobject_cast<QLineEdit*>(field_) || key->modifiers() & Qt::ControlModifier)) ||
                       key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    if (!keeps && key->key() != Qt::Key_Escape) return false;
    event->accept();
    if (event->type() == QEvent::KeyPress) close(keeps);
    return true;
}

} // namespace sallyport::ui
