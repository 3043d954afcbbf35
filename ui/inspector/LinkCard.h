// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Links.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace sallyport::ui {

class CardButton;
class QuestionBox;
class Workspace;

/// One linked element: what it is, a jump to it, and, opened, the questions about the link and its removal.
class LinkCard : public QWidget {
    Q_OBJECT

public:
    LinkCard(Workspace& workspace, const Links& links, const QString& self, const QString& other, QWidget* parent);

    void refresh();
    void setOpen(bool open);
    const std::vector<QuestionBox*>& questions() const { return questions_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void dress();
    void placeJump();
    QString unknownLine() const;

    Workspace& workspace_;
    const Links& links_;
    QString self_, other_;
    CardButton* card_;
    QToolButton* jump_;
    QWidget* details_ = nullptr;
    std::vector<QuestionBox*> questions_;
};

} // namespace sallyport::ui
