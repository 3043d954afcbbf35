// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/UnknownList.h"

#include "charts/Words.h"
#include "panels/PanelParts.h"
#include "style/CardButton.h"
#include "style/SegmentedControl.h"

#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int mostShown = 40;
constexpr int margin = 12;

/// Small differences are differences: four places where two would say nothing.
QString amount(double value) { return value >= 0.01 ? charts::amountText(value) : QString::number(value, 'f', 4); }

} // namespace

UnknownList::UnknownList(QWidget* parent) : QScrollArea(parent) {
    setAccessibleName(tr("Questions that open the gap"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    column_ = columnIn(inside, 10, margin);
    column_->addStretch(1);
    setWidget(inside);
}

void UnknownList::setUnknowns(const advice::Unknowns& unknowns) {
    while (column_->count() > 1) {
        QLayoutItem* item = column_->takeAt(0);
        // Not at once: one of them may be answering just now.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const int all = static_cast<int>(unknowns.open.size());
    count_ = std::min(all, mostShown);
    for (int i = 0; i < count_; ++i)
        column_->insertWidget(column_->count() - 1, card(unknowns.open[static_cast<std::size_t>(i)], i));
    if (all > count_) {
        auto* more = textLabel(tr("And %1 more that make less difference.").arg(all - count_), Type::Hint, false, true);
        makeFaint(more);
        column_->insertWidget(column_->count() - 1, more);
    }
    layOut();
}

void UnknownList::layOut() {
    const int width = viewport()->width() - 2 * margin;
    for (CardButton* question : findChildren<CardButton*>()) question->setMinimumHeight(question->heightForWidth(width));
}

void UnknownList::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    layOut();
}

QWidget* UnknownList::card(const advice::Unknown& unknown, int position) {
    auto* box = new QWidget;
    auto* column = columnIn(box, 4, 0);
    auto* question = new CardButton(unknown.question);
    question->setWordWrap(true);
    QStringList parts;
    if (unknown.worstFalls > 0) parts << tr("worst case falls by %1 if answered well").arg(amount(unknown.worstFalls));
    if (unknown.statedRises > 0) parts << tr("stated rises by %1 if answered badly").arg(amount(unknown.statedRises));
    question->setSecondLine(parts.join(QStringLiteral("; ")));
    column->addWidget(question);
    auto* answers =
        new SegmentedControl(tr("Answer to: %1").arg(unknown.question),
                             {{unknown.goodAnswer, false, {}}, {unknown.badAnswer, false, {}}, {tr("Unknown"), true, {}}});
    answers->setCurrent(2);
    answers->setSegmentEnabled(0, !unknown.good.isEmpty());
    answers->setSegmentEnabled(1, !unknown.bad.isEmpty());
    column->addWidget(answers);
    connect(question, &QAbstractButton::clicked, this, [this, id = unknown.element] { Q_EMIT chosen(id); });
    connect(answers, &SegmentedControl::chosen, this, [this, position](int nth) {
        if (nth < 2) Q_EMIT answered(position, nth == 0);
    });
    return box;
}

} // namespace sallyport::ui
