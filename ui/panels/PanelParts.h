// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"
#include "diagram/Theme.h"
#include "style/SallyportStyle.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QPushButton;
class QVBoxLayout;

/// What the panels are put together from.
namespace sallyport::ui {

class SegmentedControl;
class Workspace;

/// A pill that is on or off, with an optional sign painted before its text; in exclusive groups or alone.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    using Sign = std::function<void(QPainter&, const QRectF&, const diagram::Theme&)>;

    explicit FilterChip(const QString& text, QWidget* parent = nullptr);
    void setSign(Sign sign);
    /// Behind the text, if it is not negative.
    void setCount(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString shown() const;
    Sign sign_;
    int count_ = -1;
};

/// One sentence and at most one button, in the middle of what would be empty.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);
    void say(const QString& sentence, const QString& button = {});

Q_SIGNALS:
    void asked();

private:
    QLabel* sentence_;
    QPushButton* button_;
};

/// "Analysing…" while the review is older than the document for more than 400 ms; takes no room before.
class AnalysingLabel : public QLabel {
    Q_OBJECT

public:
    explicit AnalysingLabel(Workspace& workspace, QWidget* parent = nullptr);

private:
    void follow();
    Workspace& workspace_;
    QTimer timer_;
};

/// Two labelled bars of shares, read and written, with what is open anyway and the worst case.
class ShareBars : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString label;
        double anyway = 0, gross = 0, worst = -1;
    };
    explicit ShareBars(QWidget* parent = nullptr);
    void setBars(const std::vector<Bar>& bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Bar> bars_;
};

/// Figures side by side: a drawing, a value in bold, a caption.
class FigureStrip : public QWidget {
    Q_OBJECT

public:
    struct Figure {
        QString icon, value, caption, tip;
    };
    explicit FigureStrip(QWidget* parent = nullptr);
    void setFigures(const std::vector<Figure>& figures);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<Figure> figures_;
};

/// Work for what can be seen: done at once while the widget is visible, else when it is shown or asked for.
class Freshness : public QObject {
    Q_OBJECT

public:
    Freshness(QWidget* widget, std::function<void()> work);
    void touch();
    void ensure();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* widget_;
    std::function<void()> work_;
    bool isStale_ = true;
};

/// How far the attacker goes, tiers 1 to 3 in this order.
SegmentedControl* tierControl();
/// The widget between the panel's margins.
QWidget* inset(QWidget* widget);
/// A hairline over the panel's width.
QWidget* hairline();
/// A label of a type size; wraps if asked.
QLabel* textLabel(const QString& text, Type type, bool bold = false, bool wraps = false);
/// Gives the label the second ink of the theme, and keeps it when the palette changes.
void makeFaint(QLabel* label);
/// The panel's column: margins 12, spacing as asked.
QVBoxLayout* columnIn(QWidget* widget, int spacing, int margin = 12);

} // namespace sallyport::ui
