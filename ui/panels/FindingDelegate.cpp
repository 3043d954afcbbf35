// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingDelegate.h"

#include "charts/Signs.h"
#include "diagram/Glyphs.h"
#include "panels/FindingsModel.h"
#include "style/SallyportStyle.h"

#include <QPainter>
#include <QTableView>

namespace sallyport::ui {

FindingDelegate::FindingDelegate(const FindingsModel& model, QTableView& view)
    : QStyledItemDelegate(&view), model_(model), view_(view) {}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const diagram::Theme& theme = themeOf(view_);
    const rules::Finding& finding = model_.finding(index.row());
    painter->save();
    view_.style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &item, painter, &view_);
    view_.style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, &view_);
    QRectF text = QRectF(option.rect).adjusted(8, 0, -6, 0);
    const bool isUnknown = finding.status == rules::FindingStatus::Unknown;
    if (index.column() == FindingsModel::Severity) {
        const QRectF sign(text.left(), text.center().y() - 7, 14, 14);
        if (isUnknown)
            diagram::paintStatus(*painter, sign, diagram::Status::Unknown, theme);
        else if (finding.severity == rules::Severity::None)
            diagram::paintStatus(*painter, sign, diagram::Status::NotApplicable, theme);
        else
            diagram::paintSeverity(*painter, sign, charts::toDiagram(finding.severity), theme);
        text.adjust(21, 0, 0, 0);
    }
    QFont font = typeFont(Type::Table);
    font.setItalic(isUnknown && index.column() == FindingsModel::Decision);
    painter->setFont(font);
    const bool isExpired = index.column() == FindingsModel::Decision && finding.decision && !finding.decisionStands &&
                           finding.decision->status != model::DecisionStatus::Open;
    painter->setPen(isExpired                                                             ? theme.bad
                    : index.column() >= FindingsModel::Elements || finding.decisionStands ? theme.ink2
                                                                                          : theme.ink);
    painter->drawText(
        text, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(text.width())));
    if ((option.state & QStyle::State_HasFocus) && view_.hasFocus()) paintFocusRing(*painter, option.rect, theme, 2);
    painter->restore();
}

} // namespace sallyport::ui
