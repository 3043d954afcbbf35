// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/ElementPage.h"

#include "inspector/FindingSection.h"
#include "inspector/LinkSection.h"
#include "inspector/QuestionBox.h"
#include "rules/Attributes.h"
#include "style/SallyportStyle.h"
#include "style/SectionHeader.h"
#include "workspace/Workspace.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

const QString findingsTitle = QStringLiteral("Findings");

/// The order of the sections, and which of them are open at first (those without a minus).
QStringList sectionsOf(TableId table) {
    static const QHash<TableId, QStringList> orders{
        {TableId::Component,
         {"-Basics", "Entry layer", "Session", "Acts as", "Holds", "Handles data", "-Findings", "-Exposure", "-Decisions",
          "-Code and content", "-Cookie", "-OAuth client", "-Storage", "-Watching", "-What-if"}},
        {TableId::Zone, {"Basics", "Inside", "Border", "-Findings"}},
        {TableId::Flow, {"Transport", "Caller", "Carries", "Data", "-Forwards", "Authorisation", "-Robustness", "-Findings"}},
        {TableId::Identity, {"Basics", "Assigned to", "Proven by", "May", "-Proof", "-Use", "-Ending", "-Findings"}},
        {TableId::Secret,
         {"Basics", "Held by", "Reach", "Life", "-Good for only", "-Carried by", "-Ending", "-Evidence", "-Findings"}},
        {TableId::Grant, {"Who", "Where", "Reads", "Writes", "-Reveals", "-Assumes", "-Findings"}},
        {TableId::DataAsset, {"Worth", "People", "Handled by", "Protection", "-Findings"}},
        {TableId::Note, {"Text"}},
    };
    return orders.value(table);
}

int controlWidth = 262;

const void* rowOf(const model::Model& model, TableId table, const QString& id) {
    const Value key[] = {Value(id)};
    return model::table(table).find(model, key);
}

} // namespace

ElementPage::ElementPage(Workspace& workspace, TableId table, QWidget* parent)
    : QWidget(parent), workspace_(workspace), table_(table), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(12, 0, 12, 12);
    column_->setSpacing(0);
    for (QString title : sectionsOf(table)) {
        const bool closed = title.startsWith(QLatin1Char('-'));
        if (closed) title.remove(0, 1);
        if (!closed) open_.insert(title);
        auto made = std::make_unique<Section>();
        made->title = title;
        made->isFindings = title == findingsTitle;
        made->header = new SectionHeader(title, this);
        Section* one = made.get();
        connect(made->header, &QAbstractButton::clicked, this, [this, one](bool open) { setOpen(*one, open); });
        column_->addWidget(made->header);
        sections_.push_back(std::move(made));
    }
    column_->addStretch();
    const auto asked = questions();
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (asked[i].table == table) section(QString::fromUtf8(asked[i].section)).questions.push_back(static_cast<int>(i));
    const auto linked = links();
    for (std::size_t i = 0; i < linked.size(); ++i)
        if (linked[i].owner == table) section(QString::fromUtf8(linked[i].section)).linkNumber = static_cast<int>(i);
    for (const auto& one : sections_) {
        if (one->isFindings) fill(*one); // its note needs it
        one->header->setChecked(open_.contains(one->title));
    }
}

ElementPage::Section& ElementPage::section(const QString& title) {
    for (const auto& one : sections_)
        if (one->title == title) return *one;
    Q_ASSERT_X(false, "ElementPage", qPrintable(title));
    return *sections_.front();
}

void ElementPage::fill(Section& section) {
    if (section.body) return;
    section.body = new QWidget(this);
    section.column = new QVBoxLayout(section.body);
    section.column->setContentsMargins(0, 0, 0, 8);
    section.column->setSpacing(4);
    const auto asked = questions();
    for (const int number : section.questions) {
        auto* box = new QuestionBox(workspace_, asked[static_cast<std::size_t>(number)], controlWidth, false, section.body);
        section.boxes.push_back(box);
        section.column->addWidget(box);
    }
    if (section.linkNumber >= 0) {
        section.links = new LinkSection(workspace_, links()[static_cast<std::size_t>(section.linkNumber)], section.body);
        section.column->addWidget(section.links);
    }
    if (section.isFindings) {
        section.findings = new FindingSection(workspace_, section.body);
        connect(section.findings, &FindingSection::findingRequested, this, &ElementPage::findingRequested);
        connect(section.findings, &FindingSection::questionRequested, this, &ElementPage::questionRequested);
        section.column->addWidget(section.findings);
    }
    column_->insertWidget(column_->indexOf(section.header) + 1, section.body);
    section.body->setVisible(section.header->isChecked());
}

void ElementPage::setOpen(Section& section, bool open) {
    if (open)
        open_.insert(section.title);
    else
        open_.erase(section.title);
    refresh(section);
}

void ElementPage::setElements(const QStringList& ids) {
    if (ids != elements_) asked_.clear();
    elements_ = ids;
    refresh();
    refreshFindings();
}

int ElementPage::unknownLinks(const Section& section) const {
    const model::Model& model = workspace_.model();
    const Links& linked = links()[static_cast<std::size_t>(section.linkNumber)];
    // A holding's questions are the secret's to answer, a handling's the component's, a transfer's the flow's.
    const bool counted = (linked.table == TableId::Holding && linked.owner == TableId::Secret) ||
                         (linked.table == TableId::Handling && linked.owner == TableId::Component) ||
                         (linked.table == TableId::FlowData && linked.owner == TableId::Flow);
    if (!counted) return 0;
    int count = 0;
    const model::Table& table = model::table(linked.table);
    for (const QString& id : elements_)
        for (const QString& other : linked.of(model, id))
            if (const void* row = table.find(model, linked.key(id, other)))
                for (const Question& question : questions())
                    if (question.table == linked.table && isUnknown(question, model, row)) ++count;
    return count;
}

void ElementPage::refresh(Section& section) {
    const model::Model& model = workspace_.model();
    int asked = 0, countable = 0;
    section.unknown = section.open = 0;
    for (const int number : section.questions) {
        const Question& question = questions()[static_cast<std::size_t>(number)];
        const bool isWanted = asked_.contains(QString::fromLatin1(question.name));
        bool here = !elements_.isEmpty(), unknown = false, open = false;
        for (const QString& id : elements_)
            if (const void* row = rowOf(model, table_, id)) {
                here = here && (isWanted || isAsked(question, model, row));
                unknown = unknown || isUnknown(question, model, row);
                open = open || (isWanted && isOpen(question, model, row));
            }
        if (!here) continue;
        ++asked;
        const model::Column* column = question.column();
        if (!question.optional && (!column || column->kind == model::ColumnKind::Answer)) ++countable;
        if (unknown) ++section.unknown;
        if (unknown || open) ++section.open;
    }
    const bool single = elements_.size() == 1;
    const bool linked = section.linkNumber >= 0 && single;
    if (linked) {
        const int inLinks = unknownLinks(section);
        section.unknown += inLinks;
        section.open += inLinks;
    }
    const bool shown = unknownOnly_ ? section.open > 0 : asked > 0 || linked || section.isFindings;
    const bool open = shown && (unknownOnly_ || open_.contains(section.title));
    section.header->setVisible(shown);
    section.header->setChecked(open);
    if (open) fill(section);
    if (section.body) section.body->setVisible(open);
    if (section.boxes.size()) {
        std::vector<RowKey> rows;
        for (const QString& id : elements_) rows.push_back({Value(id)});
        for (QuestionBox* box : section.boxes) {
            if (open) {
                box->setRows(rows, asked_.contains(QString::fromLatin1(box->question().name)));
                // What was just answered stays where it is, or the next question would jump under the pointer.
                const bool answering = box->isAncestorOf(focusWidget());
                box->setVisible(box->isAskedHere() && (!unknownOnly_ || box->isUnknownHere() || answering));
            }
        }
    }
    if (section.links && single) {
        section.links->setElement(elements_.first());
        section.links->refresh();
    }
    if (section.linkNumber >= 0 && single) {
        const Links& all = links()[static_cast<std::size_t>(section.linkNumber)];
        const auto count = all.of(model, elements_.first()).size();
        section.header->setNote(
            count ? QStringLiteral("%1 %2").arg(count).arg(QString::fromUtf8(count == 1 ? all.one : all.many)) : tr("none"));
    } else if (section.isFindings) {
        section.header->setNote(section.findings->note());
    } else {
        section.header->setNote(countable == 0      ? QString()
                                : section.open == 0 ? tr("all answered")
                                                    : tr("%1 of %2 answered").arg(countable - section.open).arg(countable));
    }
}

void ElementPage::refresh() {
    unknown_ = 0;
    for (const auto& section : sections_) {
        refresh(*section);
        unknown_ += section->unknown;
    }
}

void ElementPage::refreshFindings() {
    for (const auto& section : sections_)
        if (section->findings) {
            section->findings->setElements(elements_);
            section->header->setNote(section->findings->note());
            takeAsked(*section->findings);
        }
}

/// Whatever a finding asks can be answered here. What was asked once stays until something else is selected, or it would
/// vanish under the pointer when it is answered.
void ElementPage::takeAsked(const FindingSection& findings) {
    const std::size_t before = asked_.size();
    for (const QString& attribute : findings.asked())
        if (rules::tableOfAttribute(attribute) == &model::table(table_)) asked_.insert(attribute.section(u'.', 1, 1));
    if (asked_.size() != before) refresh();
}

void ElementPage::setUnknownOnly(bool unknownOnly) {
    if (unknownOnly == unknownOnly_) return;
    unknownOnly_ = unknownOnly;
    refresh();
}

void ElementPage::reveal(QuestionBox& box) {
    box.show();
    box.focusControl();
    for (QWidget* up = parentWidget(); up; up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            layout()->activate();
            area->ensureWidgetVisible(&box, 0, 40);
            return;
        }
}

bool ElementPage::showQuestion(TableId table, QStringView name) {
    for (const auto& section : sections_) {
        if (table != table_ && section->linkNumber >= 0 &&
            links()[static_cast<std::size_t>(section->linkNumber)].table == table) {
            setOpen(*section, true);
            return section->links && section->links->showQuestion(table, name);
        }
        if (table != table_) continue;
        for (const int number : section->questions) {
            if (name != QLatin1StringView(questions()[static_cast<std::size_t>(number)].name)) continue;
            asked_.insert(name.toString());
            setOpen(*section, true);
            for (QuestionBox* box : section->boxes)
                if (name == QLatin1StringView(box->question().name) && box->isAskedHere()) {
                    reveal(*box);
                    return true;
                }
        }
    }
    return false;
}

bool ElementPage::showLinks(TableId table) {
    for (const auto& section : sections_) {
        if (section->linkNumber < 0 || links()[static_cast<std::size_t>(section->linkNumber)].table != table) continue;
        setOpen(*section, true);
        if (!section->links) return false;
        section->links->focusAdd();
        return true;
    }
    return false;
}

bool ElementPage::addLinked(TableId table, QWidget* anchor) {
    if (elements_.size() != 1) return false;
    for (const auto& section : sections_)
        if (section->linkNumber >= 0 && links()[static_cast<std::size_t>(section->linkNumber)].table == table) {
            setOpen(*section, true);
            section->links->add(anchor);
            return true;
        }
    return false;
}

} // namespace sallyport::ui
