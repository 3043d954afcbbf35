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

    /// What findings ask of these elements, whichever elements they are about: attributes as rules::Question has them.
    const QSet<QString>& asked() const { return asked_; }

Q_SIGNALS:
    void findingRequested(const QString& id);
    void questionRequested(const QString& element, const QString& attribute);

private:
    void addCard(const rules::Finding& finding);
    QWidget* questionLink(const rules::Question& question, QWidget* parent);
    void apply(const rules::Finding& finding);

    Workspace& workspace_;
    QStringList elements_, shown_;
    QSet<QString> open_; ///< ids of findings
    QSet<QString> asked_;
    QString note_;
    QLabel* none_;
    QVBoxLayout* column_;
    std::vector<QWidget*> cards_;
};

} // namespace sallyport::ui
