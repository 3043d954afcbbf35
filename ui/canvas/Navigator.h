// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTransform>
#include <QWidget>

namespace sallyport::ui {

class Canvas;

/// The whole diagram in small, 114 high, with a frame around what the canvas shows. Pressing and dragging pans there,
/// the arrow keys pan, plus and minus zoom.
class Navigator : public QWidget {
    Q_OBJECT

public:
    explicit Navigator(Canvas& canvas, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {208, 114}; }
    QSize minimumSizeHint() const override { return {96, 114}; }
    /// From the scene to this widget.
    QTransform toWidget() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void forget();
    void panTo(const QPointF& point);

    Canvas& canvas_;
    QPixmap picture_; ///< without the frame; null: to be painted anew
};

} // namespace sallyport::ui
