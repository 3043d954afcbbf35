// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/HistoryPanel.h"

#include "diagram/Icons.h"
#include "panels/PanelParts.h"
#include "panels/RowList.h"
#include "workspace/Workspace.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

void paintStep(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    const bool isDone = !row.openAnyway;
    const QColor ink = isDone ? theme.ink : theme.ink3;
    if (row.number == 1)
        diagram::paintIcon(painter, QRectF(rect.left() + 12, rect.center().y() - 6, 12, 12), QStringLiteral("chev-right"),
                           theme.accent);
    painter.setFont(typeFont(Type::Table, row.number == 1));
    painter.setPen(ink);
    painter.drawText(rect.adjusted(32, 0, -120, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, static_cast<int>(rect.width() - 152)));
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    painter.drawText(rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, row.value);
}

} // namespace

HistoryPanel::HistoryPanel(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    auto* column = columnIn(this, 0, 0);
    view_ = new RowList(tr("Steps of this document"), paintStep, [](const ListRow&, int) { return 26; });
    column->addWidget(view_);
    connect(view_, &RowList::chosen, this, [this](const QString&, int row) { goTo(row); });
    connect(&workspace, &Workspace::historyChanged, this, &HistoryPanel::follow);
    connect(&workspace, &Workspace::documentReplaced, this, &HistoryPanel::follow);
    follow();
}

/// Row 0 is the document before its first kept step; row n is after step n.
void HistoryPanel::follow() {
    if (isGoing_) return;
    const document::Document& document = workspace_.document();
    const QStringList steps = document.history();
    const int done = document.historyPosition();
    std::vector<ListRow> rows;
    for (int i = 0; i <= steps.size(); ++i) {
        ListRow row;
        row.id = QString::number(i);
        row.name = i == 0 ? (document.path().isEmpty() ? tr("New document") : tr("As opened")) : steps[i - 1];
        row.number = i == done ? 1 : 0;
        row.openAnyway = i > done;
        row.value = i == done ? tr("now") : i > done ? tr("undone") : QString();
        row.spoken = row.value.isEmpty() ? row.name : tr("%1, %2").arg(row.name, row.value);
        rows.push_back(row);
    }
    view_->setRows(std::move(rows));
    view_->mark(QString::number(done));
}

void HistoryPanel::goTo(int position) {
    document::Document& document = workspace_.document();
    isGoing_ = true;
    while (document.historyPosition() > position && document.canUndo()) document.undo();
    while (document.historyPosition() < position && document.canRedo()) document.redo();
    isGoing_ = false;
    follow();
}

} // namespace sallyport::ui
