// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Inspector.h"

#include "diagram/Icons.h"
#include "document/Edits.h"
#include "inspector/ElementPage.h"
#include "inspector/InspectorHeader.h"
#include "inspector/ModelPage.h"
#include "rules/Attributes.h"
#include "style/SallyportStyle.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using model::TableId;

class Inspector::Private {
public:
    Private(Workspace& workspace, Inspector& inspector) : workspace(workspace), q(inspector) {}

    void build();
    void follow();
    void refresh();
    void dress();
    void showCounts();
    ElementPage* pageOf(TableId table);
    QWidget* scrolled(QWidget* page);
    bool canBlast() const;

    Workspace& workspace;
    Inspector& q;
    QWidget* top = nullptr;
    InspectorHeader* header = nullptr;
    SegmentedControl* which = nullptr;
    QStackedWidget* stack = nullptr;
    ModelPage* modelPage = nullptr;
    QWidget* modelScroll = nullptr;
    QWidget* mixedPage = nullptr;
    QHash<TableId, ElementPage*> pages;
    QHash<TableId, QWidget*> scrolls;
    ElementPage* shown = nullptr;
    QWidget* foot = nullptr;
    QPushButton* hold = nullptr;
    QPushButton* blast = nullptr;
    bool unknownOnly = false;
};

QWidget* Inspector::Private::scrolled(QWidget* page) {
    auto* area = new QScrollArea(stack);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setBackgroundRole(QPalette::Window);
    stack->addWidget(area);
    return area;
}

void Inspector::Private::build() {
    auto* column = new QVBoxLayout(&q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    top = new QWidget(&q);
    auto* head = new QVBoxLayout(top);
    head->setContentsMargins(12, 12, 8, 10);
    head->setSpacing(12);
    header = new InspectorHeader(workspace, top);
    head->addWidget(header);
    which = new SegmentedControl(tr("Questions shown"),
                                 {{tr("All questions"), false, {}}, {tr("Unknown · %1").arg(0), false, {}}}, top);
    which->setCurrent(0);
    which->setFixedWidth(204);
    head->addWidget(which, 0, Qt::AlignLeft);
    connect(which, &SegmentedControl::chosen, &q, [this](int index) { q.setUnknownOnly(index == 1); });
    column->addWidget(top);
    stack = new QStackedWidget(&q);
    column->addWidget(stack, 1);
    modelPage = new ModelPage(workspace, stack);
    modelScroll = scrolled(modelPage);
    auto* mixed = new QLabel(tr("Select elements of one kind to answer for all of them at once."), stack);
    mixed->setWordWrap(true);
    mixed->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    mixed->setContentsMargins(12, 8, 12, 8);
    mixed->setForegroundRole(QPalette::PlaceholderText);
    mixedPage = mixed;
    stack->addWidget(mixed);

    foot = new QWidget(&q);
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(12, 10, 12, 10);
    buttons->setSpacing(8);
    hold = new QPushButton(tr("Hold a secret"), foot);
    blast = new QPushButton(tr("Show its blast"), foot);
    for (QPushButton* button : {hold, blast}) {
        button->setAutoDefault(false);
        button->setFont(typeFont(Type::Table));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(button);
    }
    column->addWidget(foot);
    connect(hold, &QPushButton::clicked, &q, [this] {
        if (shown) shown->addLinked(TableId::Holding, hold);
    });
    connect(blast, &QPushButton::clicked, &q, [this] {
        const QString id = workspace.current();
        workspace.setLens(Lens::Blast);
        workspace.setSeed(id);
    });
    q.setMinimumWidth(260);
    dress();
}

void Inspector::Private::dress() {
    const diagram::Theme& theme = workspace.theme();
    hold->setIcon(diagram::actionIcon(QStringLiteral("act-plus"), theme.ink, theme.disabled));
    blast->setIcon(diagram::actionIcon(QStringLiteral("mode-blast"), theme.ink, theme.disabled));
}

ElementPage* Inspector::Private::pageOf(TableId table) {
    if (!pages.contains(table)) {
        auto* page = new ElementPage(workspace, table, stack);
        page->setUnknownOnly(unknownOnly);
        QObject::connect(page, &ElementPage::findingRequested, &q, &Inspector::findingRequested);
        QObject::connect(page, &ElementPage::questionRequested, &q, &Inspector::ask);
        scrolls.insert(table, scrolled(page));
        pages.insert(table, page);
    }
    return pages.value(table);
}

bool Inspector::Private::canBlast() const {
    const auto kind = model::elementKind(workspace.model(), workspace.current());
    return workspace.selection().size() == 1 && (kind == model::ElementKind::Component || kind == model::ElementKind::Secret ||
                                                 kind == model::ElementKind::Identity);
}

void Inspector::Private::follow() {
    const QStringList ids = workspace.selection();
    std::optional<TableId> table;
    bool mixed = false;
    for (const QString& id : ids) {
        const auto one = document::tableOfElement(workspace.model(), id);
        mixed = mixed || !one || (table && *table != *one) || *one == TableId::Diagram;
        table = one;
    }
    top->setVisible(!ids.isEmpty());
    shown = nullptr;
    if (ids.isEmpty()) {
        modelPage->refresh();
        stack->setCurrentWidget(modelScroll);
    } else if (mixed) {
        stack->setCurrentWidget(mixedPage);
    } else {
        shown = pageOf(*table);
        shown->setElements(ids);
        stack->setCurrentWidget(scrolls.value(*table));
    }
    header->setElements(ids);
    which->setVisible(shown && table != TableId::Note);
    hold->setVisible(shown && table == TableId::Component && ids.size() == 1);
    blast->setVisible(canBlast());
    foot->setVisible(canBlast());
    showCounts();
}

void Inspector::Private::showCounts() { which->setText(1, tr("Unknown · %1").arg(shown ? shown->unknown() : 0)); }

void Inspector::Private::refresh() {
    if (shown) {
        shown->refresh();
        showCounts();
    } else if (workspace.selection().isEmpty()) {
        modelPage->refresh();
    }
    header->refresh();
}

Inspector::Inspector(Workspace& workspace, QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(workspace, *this)) {
    setAccessibleName(tr("Inspector"));
    d_->build();
    connect(&workspace, &Workspace::selectionChanged, this, [this] { d_->follow(); });
    connect(&workspace, &Workspace::documentReplaced, this, [this] { d_->follow(); });
    connect(&workspace, &Workspace::changed, this, [this] { d_->refresh(); });
    connect(&workspace, &Workspace::reviewChanged, this, [this] {
        if (d_->shown) d_->shown->refreshFindings();
        if (d_->workspace.selection().isEmpty()) d_->modelPage->refreshUnknowns();
    });
    connect(&workspace, &Workspace::themeChanged, this, [this] {
        d_->dress();
        d_->refresh();
        if (d_->shown) d_->shown->refreshFindings();
    });
    d_->follow();
}

Inspector::~Inspector() = default;

bool Inspector::showQuestion(const QString& attribute) {
    const QString name = attribute.section(u'.', 1, 1);
    // What a rule asks so is a relation to draw.
    if (attribute == u"flow.continues") return d_->shown && d_->shown->showLinks(TableId::FlowContinues);
    const model::Table* asked = rules::tableOfAttribute(attribute);
    return asked && d_->shown && d_->shown->showQuestion(asked->id, name);
}

bool Inspector::ask(const QString& element, const QString& attribute) {
    if (d_->workspace.selection() != QStringList{element}) d_->workspace.goTo(element);
    return showQuestion(attribute);
}

void Inspector::setUnknownOnly(bool unknownOnly) {
    d_->unknownOnly = unknownOnly;
    d_->which->setCurrent(unknownOnly ? 1 : 0);
    for (ElementPage* page : d_->pages) page->setUnknownOnly(unknownOnly);
}

void Inspector::editName() {
    if (d_->workspace.selection().isEmpty())
        d_->modelPage->editTitle();
    else
        d_->header->editName();
}

} // namespace sallyport::ui
