// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/WelcomePage.h"

#include "diagram/Icons.h"
#include "style/CardButton.h"
#include "style/SallyportStyle.h"
#include "welcome/WelcomeParts.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int leftWidth = 436;

/// Name, tag line and the three questions.
class Masthead : public QWidget {
public:
    explicit Masthead(QWidget* parent) : QWidget(parent) {
        setFixedHeight(184);
        setAccessibleName(WelcomePage::tr(
            "Sallyport: who is trusted with what, how far does one compromise reach, what do the frameworks still ask for"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const diagram::Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        diagram::paintIcon(painter, QRectF(-7, -20, 98, 98), QStringLiteral("app-sallyport"), theme.accent);
        painter.setPen(theme.ink);
        painter.setFont(typeFont(Type::Figure, true));
        painter.drawText(QRect(108, 0, width() - 108, 44), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("Sallyport"));
        painter.setPen(theme.ink2);
        painter.setFont(typeFont(Type::Question));
        painter.drawText(QRect(109, 44, width() - 103, 22), Qt::AlignLeft | Qt::AlignVCenter,
                         WelcomePage::tr("Trust boundaries, drawn and tested"));
        const QString questions[] = {WelcomePage::tr("Who is trusted with what?"),
                                     WelcomePage::tr("How far does one compromise reach?"),
                                     WelcomePage::tr("What do the frameworks still ask for?")};
        int y = 98;
        QFont text = typeFont(Type::Body);
        for (const QString& question : questions) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            painter.drawPolygon(QPolygonF({QPointF(0, y + 7), QPointF(6, y + 11.5), QPointF(0, y + 16)}));
            painter.setPen(theme.ink);
            painter.setFont(text);
            painter.drawText(QRect(16, y, width() - 16, 23), Qt::AlignLeft | Qt::AlignVCenter, question);
            y += 26;
        }
    }
};

/// The place to drop a file; empty areas alone are dashed.
class DropArea : public QWidget {
public:
    explicit DropArea(QWidget* parent) : QWidget(parent) {
        setFixedHeight(76);
        setAccessibleName(WelcomePage::tr("Drop a model or a diagram here"));
    }
    void setHot(bool hot) {
        hot_ = hot;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const diagram::Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(hot_ ? theme.accent : theme.lineStrong, hot_ ? 2 : 1.25);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(hot_ ? QBrush(theme.accentTint) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        painter.setPen(theme.ink);
        painter.setFont(typeFont(Type::Body));
        painter.drawText(QRect(0, 16, width(), 22), Qt::AlignCenter, WelcomePage::tr("Drop a model or a diagram here"));
        painter.setPen(theme.ink2);
        painter.setFont(typeFont(Type::Hint));
        painter.drawText(QRect(0, 38, width(), 20), Qt::AlignCenter,
                         WelcomePage::tr("what was guessed and left out is listed"));
    }

private:
    bool hot_ = false;
};

/// A ground in one of the theme's colours, with a line at its right.
class Ground : public QWidget {
public:
    Ground(bool left, QWidget* parent) : QWidget(parent), left_(left) {}

protected:
    void paintEvent(QPaintEvent*) override {
        const diagram::Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.fillRect(rect(), left_ ? theme.panel : theme.base);
        if (left_) painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line);
    }

private:
    bool left_;
};

bool isOurs(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"sallyport" || ending == u"json";
}

} // namespace

class WelcomePage::Private {
public:
    CardButton* sixQuestions = nullptr;
    DropArea* drop = nullptr;
    QWidget* right = nullptr;
    QVBoxLayout* recent = nullptr;
    QLabel* recentNone = nullptr;
    QGridLayout* examples = nullptr;
    QWidget* examplesHead = nullptr;
    QLabel* examplesLine = nullptr;
    std::vector<QWidget*> recentRows, exampleCards;
};

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>()) {
    setAcceptDrops(true);
    setAccessibleName(tr("Welcome"));
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);

    auto* left = new Ground(true, this);
    left->setFixedWidth(leftWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(56, 76, 50, 24);
    column->setSpacing(10);
    column->addWidget(new Masthead(left));
    column->addSpacing(20);
    const auto button = [&](const QString& text, const QString& icon, const QString& line, const QString& keys) {
        auto* made = new CardButton(text, left);
        made->setMinimumCardHeight(52);
        made->setDrawing(icon);
        made->setSecondLine(line);
        made->setTrailingText(keys);
        column->addWidget(made);
        return made;
    };
    auto* fresh = button(tr("New model"), QStringLiteral("act-new"), {}, tr("Ctrl+N"));
    fresh->setPrimary(true);
    auto* open = button(tr("Open…"), QStringLiteral("act-open"), {}, tr("Ctrl+O"));
    auto* import = button(tr("Import…"), QStringLiteral("act-import"), tr("a model as canonical JSON"), {});
    d_->sixQuestions = button(tr("Start from six questions"), QStringLiteral("mode-advice"), tr("ends on a comparison"), {});
    column->addSpacing(18);
    d_->drop = new DropArea(left);
    column->addWidget(d_->drop);
    column->addStretch();
    auto* foot = new QLabel(tr("No network access. Secrets are described, never stored."), left);
    foot->setFont(typeFont(Type::Hint));
    foot->setWordWrap(true);
    column->addWidget(foot);
    all->addWidget(left);
    connect(fresh, &CardButton::clicked, this, &WelcomePage::newRequested);
    connect(open, &CardButton::clicked, this, [this] { Q_EMIT openRequested({}); });
    connect(import, &CardButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    connect(d_->sixQuestions, &CardButton::clicked, this, &WelcomePage::sixQuestionsRequested);

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d_->right = new Ground(false, area);
    auto* sheet = new QVBoxLayout(d_->right);
    sheet->setContentsMargins(56, 44, 56, 28);
    sheet->setSpacing(0);
    auto* recentTitle = new QLabel(tr("Recent"), d_->right);
    recentTitle->setFont(typeFont(Type::Heading, true));
    sheet->addWidget(recentTitle);
    sheet->addSpacing(12);
    d_->recentNone = new QLabel(tr("Models you open are listed here."), d_->right);
    sheet->addWidget(d_->recentNone);
    d_->recent = new QVBoxLayout;
    d_->recent->setSpacing(0);
    sheet->addLayout(d_->recent);
    sheet->addSpacing(32);
    d_->examplesHead = new QWidget(d_->right);
    auto* head = new QHBoxLayout(d_->examplesHead);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(14);
    auto* examplesTitle = new QLabel(tr("Examples"), d_->examplesHead);
    examplesTitle->setFont(typeFont(Type::Heading, true));
    d_->examplesLine = new QLabel(d_->examplesHead);
    d_->examplesLine->setContentsMargins(0, 4, 0, 0);
    head->addWidget(examplesTitle);
    head->addWidget(d_->examplesLine);
    head->addStretch();
    sheet->addWidget(d_->examplesHead);
    sheet->addSpacing(12);
    d_->examples = new QGridLayout;
    d_->examples->setSpacing(20);
    sheet->addLayout(d_->examples, 1);
    area->setWidget(d_->right);
    all->addWidget(area, 1);
    setRecent({});
    setExamples({});
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::setRecent(const std::vector<RecentFile>& files) {
    for (QWidget* row : d_->recentRows) delete row;
    d_->recentRows.clear();
    const std::size_t count = qMin<std::size_t>(files.size(), 4);
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new RecentRow(files[i], i == 0, i + 1 == count, d_->right);
        connect(
            row, &RecentRow::clicked, this, [this, path = files[i].path] { Q_EMIT openRequested(path); }, Qt::QueuedConnection);
        d_->recent->addWidget(row);
        d_->recentRows.push_back(row);
    }
    d_->recentNone->setVisible(count == 0);
}

void WelcomePage::setExamples(const std::vector<ExampleModel>& examples) {
    for (QWidget* card : d_->exampleCards) delete card;
    d_->exampleCards.clear();
    for (std::size_t i = 0; i < examples.size(); ++i) {
        auto* card = new ExampleCard(examples[i], d_->right);
        connect(
            card, &ExampleCard::clicked, this, [this, path = examples[i].path] { Q_EMIT exampleRequested(path); },
            Qt::QueuedConnection);
        d_->examples->addWidget(card, static_cast<int>(i) / 2, static_cast<int>(i) % 2);
        d_->exampleCards.push_back(card);
    }
    d_->examplesHead->setVisible(!examples.empty());
}

void WelcomePage::setExamplesLine(const QString& line) { d_->examplesLine->setText(line); }

void WelcomePage::setSixQuestionsOffered(bool offered) { d_->sixQuestions->setVisible(offered); }

void WelcomePage::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile()) return;
    event->acceptProposedAction();
    d_->drop->setHot(true);
}

void WelcomePage::dragLeaveEvent(QDragLeaveEvent*) { d_->drop->setHot(false); }

void WelcomePage::dropEvent(QDropEvent* event) {
    d_->drop->setHot(false);
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    event->acceptProposedAction();
    const QString path = urls.first().toLocalFile();
    if (isOurs(path))
        Q_EMIT openRequested(path);
    else
        Q_EMIT importRequested(path);
}

} // namespace sallyport::ui
