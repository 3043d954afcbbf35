// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QAbstractButton>
#include <QFrame>

#include <functional>

class QLineEdit;
class QListWidget;

namespace sallyport::ui {

class Workspace;

/// What can be chosen, and whether something new can be made instead.
struct ChooserOptions {
    model::TableId table = model::TableId::Component;
    QString current;                                 ///< chosen now; empty: none
    QString noneWord;                                ///< first line, for no element ("Unknown"); empty: there is none
    bool noneIsUnknown = false;                      ///< that line is drawn as unknown
    QString newWord;                                 ///< "identity": then "New identity" is offered; empty: not
    std::function<bool(const QString& id)> admitted; ///< null: all
};

/// A list of elements with a search, as a popup under what asks. Up and Down choose, Enter takes, Escape leaves.
class ElementChooser : public QFrame {
    Q_OBJECT

public:
    ElementChooser(Workspace& workspace, const ChooserOptions& options, QWidget* parent);

    /// Shows one under the anchor; it deletes itself. chosen: an id, or empty for none. created: the wanted name.
    static ElementChooser* open(Workspace& workspace, QWidget* anchor, const ChooserOptions& options,
                                const std::function<void(const QString& id)>& chosen,
                                const std::function<void(const QString& name)>& created = {});

Q_SIGNALS:
    void chosen(const QString& id);
    void created(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& text);
    void take();

    Workspace& workspace_;
    ChooserOptions options_;
    QLineEdit* search_;
    QListWidget* list_;
};

/// Looks like a combo box, shows an element, and opens a chooser.
class ChooserButton : public QAbstractButton {
    Q_OBJECT

public:
    ChooserButton(Workspace& workspace, const QString& accessibleName, QWidget* parent = nullptr);

    void setOptions(const ChooserOptions& options);
    /// Shown instead of an element: "Add a zone", "Several answers".
    void setPrompt(const QString& prompt);
    void refresh();
    void openChooser();

    QSize sizeHint() const override { return {200, 26}; }
    QSize minimumSizeHint() const override { return {60, 26}; }

Q_SIGNALS:
    void chosen(const QString& id);
    void created(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Workspace& workspace_;
    QString name_, prompt_;
    ChooserOptions options_;
};

} // namespace sallyport::ui
