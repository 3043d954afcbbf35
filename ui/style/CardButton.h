// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace sallyport::ui {

/// A card one can press: a drawing, a bold title, a second line, a line about what is unknown, and something at the right
/// (a drawing or the keys of a shortcut). Lists of linked elements, and the big choices of the welcome page.
class CardButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit CardButton(const QString& title, QWidget* parent = nullptr);

    void setDrawing(const QString& icon, const QColor& colour = {}); ///< no colour: the text's
    void setSecondLine(const QString& line);
    void setUnknownLine(const QString& line); ///< dotted ring and italics; empty: none
    void setTrailingIcon(const QString& icon);
    void setTrailingText(const QString& text);
    void setTrailingRoom(int width); ///< kept free for a button of its own
    void setPrimary(bool primary);   ///< filled with the accent
    void setMinimumCardHeight(int height);
    void setWordWrap(bool wrap); ///< of the title

    const QString& secondLine() const { return second_; }
    const QString& unknownLine() const { return unknown_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return wrap_; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRect textRect(int width) const;
    QString icon_, second_, unknown_, trailingIcon_, trailingText_;
    QColor colour_;
    int least_ = 44, room_ = 0;
    bool primary_ = false, wrap_ = false;
};

} // namespace sallyport::ui
