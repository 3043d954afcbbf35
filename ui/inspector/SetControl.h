// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Questions.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class Chip;
class ChooserButton;
class Workspace;

/// The answers about a set: each member yes, no or unknown. Members of enumerated sets are all shown; of others those
/// that were named, with a field or a chooser to name more.
class SetControl : public QWidget {
    Q_OBJECT

public:
    SetControl(Workspace& workspace, const Question& question, QWidget* parent = nullptr);

    /// Shows what is known of the set at these elements.
    void refresh(const QStringList& elements);

Q_SIGNALS:
    /// present: 1 yes, 0 no, -1 unknown.
    void memberAnswered(const QString& member, int present);
    /// What is unknown is not there: these members.
    void restDenied(const QStringList& members);

private:
    Chip* addChip(const QString& member, const QString& text, bool removable);
    std::optional<bool> known(const QString& element, const QString& member) const;
    QStringList named(const QString& element) const;
    void refreshWords(const QStringList& elements);
    void refreshNamed(const QStringList& elements);
    bool eventFilter(QObject* watched, QEvent* event) override;

    Workspace& workspace_;
    const model::SetColumn& set_;
    QWidget* chipArea_;
    std::map<QString, Chip*> chips_;
    QPushButton* rest_ = nullptr;
    QCheckBox* noOthers_ = nullptr;
    QLineEdit* add_ = nullptr;
    ChooserButton* choose_ = nullptr;
    QStringList elements_;
};

} // namespace sallyport::ui
