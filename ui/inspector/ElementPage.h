// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QWidget>

#include <set>
#include <vector>

class QVBoxLayout;

namespace sallyport::ui {

class FindingSection;
class LinkSection;
class QuestionBox;
class SectionHeader;
class Workspace;

/// The sections of one kind of element: questions, links, findings. Made once for a kind and then shown for whatever of
/// that kind is selected; what stands in a section is made when it is first opened.
class ElementPage : public QWidget {
    Q_OBJECT

public:
    ElementPage(Workspace& workspace, model::TableId table, QWidget* parent);

    void setElements(const QStringList& ids);
    void refresh();
    void refreshFindings();
    void setUnknownOnly(bool unknownOnly);
    int unknown() const { return unknown_; }
    /// Also one that elements of this kind are not asked usually.
    bool showQuestion(model::TableId table, QStringView name);
    /// Opens the section that links by this table, and gives it the keyboard. False if there is none.
    bool showLinks(model::TableId table);
    /// The chooser of a link section, under an anchor.
    bool addLinked(model::TableId table, QWidget* anchor);

Q_SIGNALS:
    void findingRequested(const QString& id);
    void questionRequested(const QString& element, const QString& attribute);

private:
    struct Section {
        QString title;
        SectionHeader* header = nullptr;
        QWidget* body = nullptr; ///< null until opened
        QVBoxLayout* column = nullptr;
        std::vector<int> questions; ///< positions in questions()
        std::vector<QuestionBox*> boxes;
        LinkSection* links = nullptr;
        int linkNumber = -1; ///< position in links()
        FindingSection* findings = nullptr;
        bool isFindings = false;
        int unknown = 0; ///< As rules::unknownCounts counts.
        int open = 0;    ///< And those that findings ask besides.
    };
    Section& section(const QString& title);
    void fill(Section& section);
    void setOpen(Section& section, bool open);
    void refresh(Section& section);
    int unknownLinks(const Section& section) const;
    void takeAsked(const FindingSection& findings);
    void reveal(QuestionBox& box);

    Workspace& workspace_;
    model::TableId table_;
    QStringList elements_;
    std::set<QString> asked_; ///< Names of questions that findings ask of them, whether their kind is asked that or not.
    std::vector<std::unique_ptr<Section>> sections_;
    std::set<QString> open_;
    QVBoxLayout* column_;
    bool unknownOnly_ = false;
    int unknown_ = 0;
};

} // namespace sallyport::ui
