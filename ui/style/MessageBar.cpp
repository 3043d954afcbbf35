// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/MessageBar.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace sallyport::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      what_(new QLabel(this)),
      where_(new QLabel(this)),
      remedy_(new QLabel(this)),
      offer_(new QPushButton(this)),
      close_(new QToolButton(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(40, 8, 8, 8);
    grid->setVerticalSpacing(1);
    for (QLabel* line : {what_, where_, remedy_}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(line, grid->rowCount(), 0);
    }
    grid->addWidget(offer_, 1, 1);
    grid->addWidget(close_, 1, 2, 3, 1, Qt::AlignTop);
    offer_->hide();
    connect(offer_, &QPushButton::clicked, this, [this] {
        hide();
        if (made_.run) made_.run();
    });
    grid->setColumnStretch(0, 1);
    close_->setAutoRaise(true);
    close_->setAccessibleName(tr("Close message"));
    close_->setToolTip(tr("Close message"));
    connect(close_, &QToolButton::clicked, this, &MessageBar::leave);
    setAccessibleName(tr("Message"));
    restyle();
    hide();
}

void MessageBar::interrupt() {
    if (isOffering()) waiting_ = made_;
    isOffer_ = false;
    offer_->hide();
}

void MessageBar::leave() {
    hide();
    if (const auto offer = std::exchange(waiting_, std::nullopt)) showOffer(offer->text, offer->button, offer->run);
}

void MessageBar::showError(const Error& error) {
    ++told_;
    interrupt();
    isError_ = true;
    what_->setText(error.what);
    where_->setText(error.where);
    remedy_->setText(error.remedy);
    where_->setVisible(!error.where.isEmpty());
    remedy_->setVisible(!error.remedy.isEmpty());
    setAccessibleDescription(error.text());
    restyle();
    show();
}

void MessageBar::showNotice(const QString& text, int milliseconds) {
    interrupt();
    say(text);
    const int told = ++told_;
    if (milliseconds > 0)
        QTimer::singleShot(milliseconds, this, [this, told] {
            if (told == told_) leave();
        });
}

void MessageBar::showOffer(const QString& text, const QString& button, const std::function<void()>& run) {
    ++told_;
    isOffer_ = true;
    waiting_.reset();
    made_ = {text, button, run};
    offer_->setText(button);
    offer_->show();
    say(text);
}

void MessageBar::withdrawOffer() {
    waiting_.reset();
    if (isOffering()) hide();
}

void MessageBar::say(const QString& text) {
    isError_ = false;
    what_->setText(text);
    where_->hide();
    remedy_->hide();
    setAccessibleDescription(text);
    restyle();
    show();
}

QString MessageBar::text() const {
    QStringList lines{what_->text()};
    if (!where_->isHidden()) lines << where_->text();
    if (!remedy_->isHidden()) lines << remedy_->text();
    return lines.join(u'\n');
}

void MessageBar::restyle() {
    what_->setFont(typeFont(Type::Body, isError_));
    where_->setFont(typeFont(Type::Hint));
    remedy_->setFont(typeFont(Type::Hint));
    const diagram::Theme& theme = themeOf(*this);
    close_->setIcon(diagram::actionIcon(QStringLiteral("act-close"), theme.ink2, theme.disabled));
    update();
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) restyle();
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), isError_ ? theme.badTint : theme.accentTint);
    painter.fillRect(QRect(0, 0, 4, height()), isError_ ? theme.bad : theme.accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    diagram::paintIcon(painter, QRectF(14, isOffer_ ? (height() - 17) / 2.0 : 9, 16, 16),
                       isError_ ? QStringLiteral("sev-high") : QStringLiteral("sev-info"), isError_ ? theme.ink : theme.accent);
}

} // namespace sallyport::ui
