// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace sallyport::ui {

class Canvas;

/// A field over an element for its name, or over a note for its text. Enter, or going elsewhere, keeps what was typed;
/// Esc does not. In a note Enter is a new line, and Ctrl+Enter keeps.
class InlineEditor : public QObject {
    Q_OBJECT

public:
    explicit InlineEditor(Canvas& canvas);
    ~InlineEditor() override;

    /// False if the element is not drawn.
    bool open(const QString& id);
    void close(bool keep);
    bool isOpen() const { return !field_.isNull(); }
    /// A QLineEdit, or for a note a QPlainTextEdit; null while closed.
    QWidget* field() const { return field_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRectF place() const;
    void follow();
    QString text() const;
    void write(const QString& text);

    Canvas& canvas_;
    QPointer<QWidget> field_;
    QString id_;
};

} // namespace sallyport::ui
