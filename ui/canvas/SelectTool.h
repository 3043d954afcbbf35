// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Tool.h"

#include <functional>
#include <optional>

namespace sallyport::ui {

/// V: selects, moves, resizes, bends, and connects from the dots of a card. What a press will do is decided when it
/// happens, and done once the pointer has moved far enough to mean it.
class SelectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void hover(const Pointer& pointer) override;
    void drag(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    void doubleClick(const Pointer& pointer) override;
    void leave() override;
    bool cancel() override;
    QCursor cursor() const override { return cursor_; }

private:
    using MakeDrag = std::function<std::unique_ptr<Drag>()>;
    std::optional<Qt::Edges> handleAt(const Pointer& pointer) const;
    MakeDrag dragOfHandle(const Pointer& pointer) const;
    MakeDrag dragOfFlow(const QString& id, const Pointer& pointer) const;
    MakeDrag dragOfElements(const Pointer& pointer) const;
    void pressElement(const QString& id, const Pointer& pointer);
    void pressGround(const QString& zone, const Pointer& pointer);
    QString dotAt(const Pointer& pointer) const; ///< the card whose edge dot is there

    MakeDrag pending_;
    QString selectedOnRelease_; ///< alone, if it stays a click
    Pointer pressed_;
    QCursor cursor_ = Qt::ArrowCursor;
};

/// Where flows are drawn from: on the border, or outside the handles of a card that is selected.
QRectF dotsRect(const QRectF& card, bool selected);

} // namespace sallyport::ui
