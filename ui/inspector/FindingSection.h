// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace sallyport::ui {

class Workspace;

/// What the newest review says about some elements; each finding opens to its fix.
class FindingSection : public QWidget {
    Q_OBJECT

public:
    explicit FindingSection(Workspace& workspace, QWidget* parent);

    void setElements(const QStringList& ids);
    void refresh();
    /// "1 high, 2 unknown"; "none".
    QString note() const { return note_; }

Q_SIGNALS:
    void findingRequested(const QString& id);

private:
    void addCard(const rules::Finding& finding);
    void apply(const rules::Finding& finding);

    Workspace& workspace_;
    QStringList elements_, shown_;
    QSet<QString> open_; ///< ids of findings
    QString note_;
    QLabel* none_;
    QVBoxLayout* column_;
    std::vector<QWidget*> cards_;
};

} // namespace sallyport::ui
