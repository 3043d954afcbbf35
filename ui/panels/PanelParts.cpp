// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/PanelParts.h"

#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int chipHeight = 24;
constexpr int signSide = 14;

/// A hairline in the theme's colour, whatever the palette becomes.
class Hairline : public QWidget {
public:
    Hairline() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), themeOf(*this).line); }
};

class FaintLabelKeeper : public QObject {
public:
    explicit FaintLabelKeeper(QLabel* label) : QObject(label), label_(label) {
        label->installEventFilter(this);
        keep();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == label_ && event->type() == QEvent::PaletteChange && !busy_) keep();
        return false;
    }

private:
    void keep() {
        busy_ = true;
        QPalette palette;
        palette.setColor(QPalette::WindowText, themeOf(*label_).ink2);
        label_->setPalette(palette);
        busy_ = false;
    }
    QLabel* label_;
    bool busy_ = false;
};

} // namespace

FilterChip::FilterChip(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(typeFont(Type::Hint));
}

void FilterChip::setSign(Sign sign) {
    sign_ = std::move(sign);
    updateGeometry();
    update();
}

void FilterChip::setCount(int count) {
    if (count == count_) return;
    count_ = count;
    setAccessibleName(shown());
    updateGeometry();
    update();
}

QString FilterChip::shown() const {
    if (count_ < 0) return text();
    return text().isEmpty() ? QString::number(count_) : text() + u' ' + QString::number(count_);
}

QSize FilterChip::sizeHint() const {
    const QFontMetrics metrics(typeFont(Type::Hint, true)); // bold while it is on
    return {metrics.horizontalAdvance(shown()) + 20 + (sign_ ? signSide + 4 : 0), chipHeight};
}

void FilterChip::enterEvent(QEnterEvent*) { update(); }
void FilterChip::leaveEvent(QEvent*) { update(); }

void FilterChip::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    const QColor line = isChecked() || underMouse() ? theme.accent : theme.lineStrong;
    paintBox(painter, pill, isChecked() ? theme.accentTint : theme.base, line, pill.height() / 2, isChecked() ? 1.5 : 1);
    double x = 10;
    if (sign_) {
        sign_(painter, QRectF(x, (height() - signSide) / 2.0, signSide, signSide), theme);
        x += signSide + 4;
    }
    painter.setFont(typeFont(Type::Hint, isChecked()));
    painter.setPen(isEnabled() ? theme.ink : theme.disabled);
    painter.drawText(QRectF(x, 0, width() - x - 8, height()), Qt::AlignVCenter | Qt::AlignLeft, shown());
    if (hasFocus()) paintFocusRing(painter, rect(), theme, chipHeight / 2.0);
}

EmptyState::EmptyState(QWidget* parent) : QWidget(parent), sentence_(new QLabel), button_(new QPushButton) {
    auto* column = columnIn(this, 12, 24);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignHCenter);
    sentence_->setMinimumWidth(160);
    column->addStretch(1);
    column->addWidget(sentence_);
    column->addWidget(button_, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(button_, &QPushButton::clicked, this, &EmptyState::asked);
}

void EmptyState::say(const QString& sentence, const QString& button) {
    sentence_->setText(sentence);
    button_->setText(button);
    button_->setVisible(!button.isEmpty());
}

AnalysingLabel::AnalysingLabel(Workspace& workspace, QWidget* parent)
    : QLabel(tr("Analysing…"), parent), workspace_(workspace) {
    setFont(typeFont(Type::Caption));
    makeFaint(this);
    hide();
    timer_.setSingleShot(true);
    timer_.setInterval(400);
    connect(&timer_, &QTimer::timeout, this, [this] { setVisible(!workspace_.isReviewCurrent()); });
    connect(&workspace, &Workspace::changed, this, &AnalysingLabel::follow);
    connect(&workspace, &Workspace::reviewChanged, this, &AnalysingLabel::follow);
    connect(&workspace, &Workspace::documentReplaced, this, &AnalysingLabel::follow);
}

void AnalysingLabel::follow() {
    if (workspace_.isReviewCurrent()) {
        timer_.stop();
        hide();
    } else if (!timer_.isActive()) {
        timer_.start();
    }
}

ShareBars::ShareBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void ShareBars::setBars(const std::vector<Bar>& bars) {
    bars_ = bars;
    QStringList spoken;
    for (const Bar& bar : bars_) spoken << bar.label + u' ' + charts::shareText(bar.gross);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ShareBars::sizeHint() const { return {240, static_cast<int>(bars_.size()) * 19}; }
QSize ShareBars::minimumSizeHint() const { return {160, static_cast<int>(bars_.size()) * 19}; }

void ShareBars::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        const QRectF row(0, static_cast<double>(i) * 19, width(), 19);
        painter.setFont(typeFont(Type::Hint));
        painter.setPen(theme.ink2);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, bars_[i].label);
        painter.setFont(typeFont(Type::Table, true));
        painter.setPen(theme.ink);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, charts::shareText(bars_[i].gross));
        const QRectF bar(52, row.top() + 4, row.width() - 52 - 44, 11);
        diagram::paintScoreBar(painter, bar, {bars_[i].anyway, bars_[i].gross, bars_[i].worst}, theme);
    }
}

FigureStrip::FigureStrip(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void FigureStrip::setFigures(const std::vector<Figure>& figures) {
    figures_ = figures;
    QStringList spoken;
    for (const Figure& figure : figures_) spoken << figure.value + u' ' + figure.caption;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
}

QSize FigureStrip::sizeHint() const { return {300, 40}; }
QSize FigureStrip::minimumSizeHint() const { return {200, 40}; }

void FigureStrip::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    const double step = static_cast<double>(width()) / static_cast<double>(std::max<std::size_t>(1, figures_.size()));
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const double x = static_cast<double>(i) * step + (i > 0 ? 10 : 0);
        if (i > 0) painter.fillRect(QRectF(x - 8, 4, 1, 32), theme.line);
        diagram::paintIcon(painter, QRectF(x, 4, 16, 16), figures_[i].icon, theme.ink2);
        const QRectF text(x + 22, 0, step - 24, 22);
        painter.setFont(typeFont(Type::Body, true));
        painter.setPen(theme.ink);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(figures_[i].value, Qt::ElideRight, static_cast<int>(text.width())));
        painter.setFont(typeFont(Type::Hint));
        painter.setPen(theme.ink2);
        painter.drawText(text.translated(0, 18), Qt::AlignVCenter | Qt::AlignLeft, figures_[i].caption);
    }
}

bool FigureStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !figures_.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto nth =
            static_cast<std::size_t>(help->pos().x()) * figures_.size() / static_cast<std::size_t>(std::max(1, width()));
        if (nth < figures_.size()) QToolTip::showText(help->globalPos(), figures_[nth].tip, this);
        return true;
    }
    return QWidget::event(event);
}

Freshness::Freshness(QWidget* widget, std::function<void()> work) : QObject(widget), widget_(widget), work_(std::move(work)) {
    widget->installEventFilter(this);
}

void Freshness::touch() {
    isStale_ = true;
    if (widget_->isVisible()) ensure();
}

void Freshness::ensure() {
    if (!isStale_) return;
    isStale_ = false;
    work_();
}

bool Freshness::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget_ && event->type() == QEvent::Show) ensure();
    return false;
}

QWidget* inset(QWidget* widget) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(widget);
    return box;
}

QWidget* hairline() { return new Hairline; }

SegmentedControl* tierControl() {
    std::vector<SegmentedControl::Segment> tiers;
    for (int tier = 1; tier <= analysis::everyTier; ++tier) tiers.push_back({charts::tierLabel(tier), false, {}});
    auto* control = new SegmentedControl(QObject::tr("How far the attacker goes"), tiers);
    control->setToolTip(
        QObject::tr("Opportunist: ordinary use of what is at hand. Capable: intrusive as well. All-out: exploits too."));
    return control;
}

QLabel* textLabel(const QString& text, Type type, bool bold, bool wraps) {
    auto* label = new QLabel(text);
    label->setFont(typeFont(type, bold));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps);
    return label;
}

void makeFaint(QLabel* label) { new FaintLabelKeeper(label); }

QVBoxLayout* columnIn(QWidget* widget, int spacing, int margin) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(spacing);
    return column;
}

} // namespace sallyport::ui
