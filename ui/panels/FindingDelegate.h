// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace sallyport::ui {

class FindingsModel;

/// Severity as sign and word; everything else as the style has it.
class FindingDelegate : public QStyledItemDelegate {
public:
    FindingDelegate(const FindingsModel& model, QTableView& view);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const FindingsModel& model_;
    QTableView& view_;
};

} // namespace sallyport::ui
