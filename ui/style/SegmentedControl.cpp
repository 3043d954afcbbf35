// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/SegmentedControl.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace sallyport::ui {

namespace {

constexpr int padding = 7;
constexpr int usualWidth = 262; ///< in the inspector

int widthOf(const SegmentedControl::Segment& segment) {
    const QFontMetrics metrics(typeFont(Type::Table, true));
    return metrics.horizontalAdvance(segment.text) + 2 * padding + (segment.icon.isEmpty() ? 0 : 20);
}

/// One answer: a radio button to assistive technology, a part of the bar to the eye.
class SegmentButton : public QRadioButton {
public:
    SegmentButton(const SegmentedControl::Segment& segment, bool first, bool last, QWidget* parent)
        : QRadioButton(segment.text, parent), segment_(segment), first_(first), last_(last) {
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override {
        SegmentedControl::Segment now = segment_;
        now.text = text();
        return {widthOf(now), 26};
    }
    QSize minimumSizeHint() const override { return {28, 26}; }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent*) override {
        const diagram::Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool on = isChecked();
        const QRectF r = rect();
        // The box is drawn wider than the segment where it goes on, and clipped.
        const QRectF box = r.adjusted(first_ ? 0 : -8, 0, last_ ? 0 : 8, 0);
        paintBox(painter, box, on && segment_.isUnknown ? theme.panel : theme.base,
                 isEnabled() ? theme.lineStrong : theme.line);
        if (!first_) painter.fillRect(QRectF(0, 0, 1, r.height()), isEnabled() ? theme.lineStrong : theme.line);
        if (on && segment_.isUnknown)
            paintDottedBox(painter, r.adjusted(1, 1, -1, -1), theme.ink2, 3);
        else if (on)
            paintBox(painter, r, theme.accentTint, theme.accent, first_ || last_ ? 4 : 1, 1.25);
        else if (underMouse() && isEnabled())
            paintBox(painter, r.adjusted(2, 2, -2, -2), diagram::mixed(theme.accentTint, theme.base, 0.45), {}, 3);
        if (hasFocus()) paintFocusRing(painter, r.adjusted(1, 1, -1, -1), theme, 3);

        QFont text = typeFont(Type::Table, on);
        text.setItalic(segment_.isUnknown && on);
        painter.setFont(text);
        QColor ink = !isEnabled() ? theme.disabled : on && !segment_.isUnknown ? theme.accent : theme.ink2;
        if (on && theme.isDark && !segment_.isUnknown) ink = theme.ink;
        painter.setPen(ink);
        QRectF inside = r.adjusted(3, 0, -3, 0);
        if (!segment_.icon.isEmpty()) {
            const double all = painter.fontMetrics().horizontalAdvance(this->text()) + 20;
            const QRectF icon(r.center().x() - all / 2, r.center().y() - 8, 16, 16);
            diagram::paintIcon(painter, icon, segment_.icon, ink);
            inside.setLeft(icon.right() + 4);
            painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, this->text());
            return;
        }
        painter.drawText(inside, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, static_cast<int>(inside.width())));
    }

private:
    SegmentedControl::Segment segment_;
    bool first_, last_;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& accessibleName, const std::vector<Segment>& segments, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(accessibleName);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    int widest = 0;
    for (const Segment& segment : segments) widest = qMax(widest, widthOf(segment));
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto* button = new SegmentButton(segments[i], i == 0, i + 1 == segments.size(), this);
        button->setAccessibleName(accessibleName + QStringLiteral(": ") + segments[i].text);
        group_.addButton(button, static_cast<int>(i));
        // Equal parts where the longest text fits in one, else by their texts.
        row->addWidget(button, widest * static_cast<int>(segments.size()) <= usualWidth ? 1 : qMax(1, widthOf(segments[i])));
    }
    connect(&group_, &QButtonGroup::idToggled, this, &SegmentedControl::placeTabStop);
    placeTabStop();
    connect(&group_, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SegmentedControl::placeTabStop() {
    const QAbstractButton* stop = group_.checkedButton() ? group_.checkedButton() : group_.button(0);
    for (QAbstractButton* button : group_.buttons()) button->setFocusPolicy(button == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

void SegmentedControl::setCurrent(int index) {
    if (index == current()) return;
    if (QAbstractButton* button = group_.button(index)) {
        button->setChecked(true);
        return;
    }
    group_.setExclusive(false);
    for (QAbstractButton* button : group_.buttons()) button->setChecked(false);
    group_.setExclusive(true);
    placeTabStop();
}

int SegmentedControl::current() const { return group_.checkedId(); }

void SegmentedControl::setText(int index, const QString& text) {
    if (QAbstractButton* button = group_.button(index); button && button->text() != text) {
        button->setText(text);
        button->setAccessibleName(accessibleName() + QStringLiteral(": ") + text);
        button->updateGeometry();
    }
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled) {
    if (QAbstractButton* button = group_.button(index)) button->setEnabled(enabled);
}

int SegmentedControl::count() const { return static_cast<int>(group_.buttons().size()); }

bool SegmentedControl::fits(const std::vector<Segment>& segments, int width) {
    int all = 0;
    for (const Segment& segment : segments) all += widthOf(segment);
    return all <= width;
}

} // namespace sallyport::ui
