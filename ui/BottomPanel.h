// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QStackedWidget;
class QToolButton;

namespace sallyport::ui {

class Workspace;

/// A strip of tabs under the canvas, 32 high; a tab opens its page, the open tab folds it away again.
class BottomPanel : public QWidget {
    Q_OBJECT

public:
    explicit BottomPanel(Workspace& workspace, QWidget* parent = nullptr);

    /// The panel owns the page.
    int addPage(QWidget* page, const QString& icon, const QString& text);
    void setText(int page, const QString& text);
    bool isFolded() const;
    void setFolded(bool folded);
    void show(int page);
    int current() const;

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    void restyle();

    Workspace& workspace_;
    QToolButton* fold_;
    QButtonGroup* tabs_;
    QWidget* strip_;
    QStackedWidget* pages_;
    std::vector<QString> icons_;
};

} // namespace sallyport::ui
