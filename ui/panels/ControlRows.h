// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/RowList.h"

#include <QWidget>

/// The parts of the control panel, as they are painted.
namespace sallyport::ui {

inline constexpr int controlRowHeight = 42;
/// A card: status, name, why; it can be gone to.
void paintElement(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);
/// A control found: its name, and what the words typed mean today.
void paintMatch(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);

/// Status in a box of its tint: sign, word, and what made it so.
class StatusBox : public QWidget {
    Q_OBJECT

public:
    StatusBox();
    void setStatus(diagram::Status status, const QString& title, const QString& text);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {300, heightForWidth(width() > 0 ? width() : 320)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    diagram::Status status_ = diagram::Status::Unknown;
    QString title_, text_;
};

} // namespace sallyport::ui
