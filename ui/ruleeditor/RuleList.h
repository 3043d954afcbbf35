// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ruleeditor/RuleShelf.h"
#include "ruleeditor/RuleText.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace sallyport::ui {

/// The rules there are, by where they are kept, with a field to find one. Choosing one asks for it; whoever answers says which
/// one is open.
class RuleList : public QWidget {
    Q_OBJECT

public:
    explicit RuleList(QWidget* parent = nullptr);

    /// `draft`: a new rule that is not saved yet, or nothing. `notes`: what is said of each shelf, such as its folder.
    void setRules(const std::vector<ShelfRule>& rules, const std::optional<ShelfRule>& draft,
                  const std::array<QString, shelfCount>& notes);
    /// The new rule is called otherwise by now.
    void renameDraft(const FormWord& heading);
    /// Marks the open one, without asking for it.
    void mark(const std::optional<RulePlace>& place);
    QLineEdit& search() const { return *search_; }
    QTreeWidget& tree() const { return *tree_; }

Q_SIGNALS:
    void chosen(const sallyport::ui::RulePlace& place);

private:
    class Delegate;
    void filter();
    QTreeWidgetItem* itemOf(const RulePlace& place) const;

    QLineEdit* search_ = nullptr;
    QTreeWidget* tree_;
    std::array<QTreeWidgetItem*, shelfCount> shelves_{};
};

} // namespace sallyport::ui
