// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace sallyport::ui {

/// Above what it is about: what is wrong, where, and what to do. Hidden until there is something to say; stays until it
/// is closed or replaced.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const Error& error);
    /// A plain notice; leaves by itself after `milliseconds` if that is not 0.
    void showNotice(const QString& text, int milliseconds = 6000);
    /// A notice with one thing to do about it; stays until that is done, or it is withdrawn or closed. Whatever else is
    /// told meanwhile, it comes back after that.
    void showOffer(const QString& text, const QString& button, const std::function<void()>& run);
    /// The offer has nothing to stand on any more; anything else that is shown stays.
    void withdrawOffer();
    bool isOffering() const { return isOffer_ && !isHidden(); }
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Offer {
        QString text, button;
        std::function<void()> run;
    };
    void say(const QString& text);
    void interrupt();
    void leave();
    void restyle();
    QLabel* what_;
    QLabel* where_;
    QLabel* remedy_;
    QPushButton* offer_;
    QToolButton* close_;
    Offer made_;                   ///< The newest offer,
    std::optional<Offer> waiting_; ///< and the one to come back.
    bool isError_ = true;
    bool isOffer_ = false;
    int told_ = 0;
};

} // namespace sallyport::ui
