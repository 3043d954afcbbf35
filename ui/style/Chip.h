// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLayout>

#include <optional>

namespace sallyport::ui {

/// A member of a set: known to be there, known not to be, or unknown. Pressing it goes yes, no, unknown; the keys y, n
/// and u say it at once.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Answer { Unknown, Yes, No, Mixed };
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    void setAnswer(Answer answer);
    Answer answer() const { return answer_; }
    /// Only there or not: pressing it asks for its removal.
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void answered(sallyport::ui::Chip::Answer answer);
    void removalAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void nextCheckState() override {}

private:
    void next();
    void tell();
    Answer answer_ = Answer::Unknown;
    bool removable_ = false;
};

/// Items one after the other, in as many rows as the width asks for.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int spacing = 4, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool move) const;
    QList<QLayoutItem*> items_;
};

} // namespace sallyport::ui
