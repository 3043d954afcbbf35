// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlPanel.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Icons.h"
#include "panels/AttestationList.h"
#include "panels/ControlRows.h"
#include "panels/ControlSelection.h"
#include "panels/CopyTable.h"
#include "panels/PanelParts.h"
#include "rules/CoveragePlaces.h"
#include "rules/CoverageReasons.h"
#include "style/ElidedLabel.h"
#include "style/SectionHeader.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int margin = 12;
constexpr int mostRows = 12; ///< told of an element
} // namespace

class ControlPanel::Private : public QObject {
    Q_OBJECT

public:
    Private(ControlPanel& panel, Workspace& workspace, ControlSelection& selection, IDialogs& dialogs)
        : workspace_(workspace), selection_(selection) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        column->addWidget(buildSearch());
        matches_ = new RowList(tr("Controls found"), paintMatch, [](const ListRow&, int) { return controlRowHeight; });
        matches_->hide();
        column->addWidget(matches_);
        pages_ = new QStackedWidget;
        pages_->addWidget(buildControl(dialogs));
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_, 1);
        connect(&workspace, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::documentReplaced, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        connect(&selection, &ControlSelection::changed, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::selectionChanged, this, [this] {
            if (!isChoosing_) freshness_->touch();
        });
        freshness_->touch();
    }

    QLineEdit* search = nullptr;

private:
    QWidget* buildSearch() {
        auto* box = new QWidget;
        auto* column = columnIn(box, 4);
        column->setContentsMargins(margin, 8, margin, 8);
        search = new QLineEdit;
        search->setPlaceholderText(tr("Find a control: NHI-02, PR.AC-4, V10.1.1 …"));
        search->setAccessibleName(tr("Find a control by any id people cite, or by words"));
        search->setClearButtonEnabled(true);
        searchIcon_ = search->addAction(QIcon(), QLineEdit::LeadingPosition);
        column->addWidget(search);
        connect(search, &QLineEdit::textChanged, this, &Private::find);
        connect(search, &QLineEdit::returnPressed, this, [this] {
            if (!found_.empty()) take(0);
        });
        return box;
    }

    QWidget* buildControl(IDialogs& dialogs) {
        auto* page = new QWidget;
        auto* pageColumn = columnIn(page, 0, 0);
        pageColumn->addWidget(hairline());
        auto* head = new QWidget;
        auto* column = columnIn(head, 6);
        auto* idRow = new QHBoxLayout;
        id_ = textLabel({}, Type::Title, true);
        framework_ = new ElidedLabel;
        framework_->setFont(typeFont(Type::Caption));
        framework_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        makeFaint(framework_);
        idRow->addWidget(id_);
        idRow->addWidget(framework_, 1);
        column->addLayout(idRow);
        title_ = textLabel({}, Type::Body, false, true);
        column->addWidget(title_);
        status_ = new StatusBox;
        column->addWidget(status_);
        note_ = textLabel({}, Type::Hint, false, true);
        makeFaint(note_);
        column->addWidget(note_);
        pageColumn->addWidget(head);

        elementsHead_ = new SectionHeader(tr("Rows that made it so"));
        elementsHead_->setChecked(true);
        elementsBox_ = inset(elementsHead_);
        pageColumn->addWidget(elementsBox_);
        elements_ =
            new RowList(tr("Elements of this control"), paintElement, [](const ListRow&, int) { return controlRowHeight; });
        makeCopyable(*elements_, {tr("Element"), tr("Status"), {}, {}});
        pageColumn->addWidget(elements_, 3);
        connect(elementsHead_, &QAbstractButton::toggled, elements_, &QWidget::setVisible);
        connect(elements_, &RowList::chosen, this, [this](const QString& id) {
            showWhy(id);
            const QScopedValueRollback<bool> here(isChoosing_, true); // or the rows would change places under the pointer
            workspace_.goTo(id);
        });
        connect(elements_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
            if (current.isValid()) showWhy(elements_->rows()[static_cast<std::size_t>(current.row())].id);
        });

        auto* scroll = new QScrollArea;
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setAccessibleName(tr("About this control"));
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        auto* more = new QWidget;
        more->setAutoFillBackground(false);
        scroll->viewport()->setAutoFillBackground(false);
        auto* moreColumn = columnIn(more, 4);
        why_ = section(*moreColumn, tr("Why"));
        summary_ = section(*moreColumn, tr("What it asks"));
        undecided_ = section(*moreColumn, tr("What no rule decides"));
        attestations_ = new AttestationList(workspace_, dialogs);
        moreColumn->addWidget(attestations_);
        moreColumn->addSpacing(6);
        rules_ = section(*moreColumn, tr("Rules"));
        aliases_ = section(*moreColumn, tr("Also called"));
        credit_ = section(*moreColumn, {});
        makeFaint(credit_.text);
        moreColumn->addStretch(1);
        scroll->setWidget(more);
        pageColumn->addWidget(scroll, 4);
        return page;
    }

    struct TextSection {
        QLabel* title = nullptr;
        QLabel* text = nullptr;
        void set(const QString& said) const {
            title->setVisible(!said.isEmpty() && !title->text().isEmpty());
            text->setVisible(!said.isEmpty());
            text->setText(said);
        }
    };

    static TextSection section(QVBoxLayout& column, const QString& title) {
        TextSection made{textLabel(title, Type::Question, true), textLabel({}, Type::Hint, false, true)};
        made.text->setTextFormat(Qt::PlainText); // names are other people's text
        made.title->setTextFormat(Qt::PlainText);
        made.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made.text->setContentsMargins(0, 0, 0, 8);
        column.addWidget(made.title);
        column.addWidget(made.text);
        return made;
    }

    // Search.

    void find(const QString& text) {
        found_ = text.trimmed().isEmpty() ? std::vector<rules::ControlMatch>()
                                          : rules::Catalogues::builtIn().findControl(text.trimmed());
        if (found_.size() > 40) found_.resize(40);
        std::vector<ListRow> rows;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const rules::ControlMatch& match = found_[i];
            ListRow row;
            row.id = QString::number(i);
            row.name = match.title;
            const rules::Catalogue* catalogue = rules::Catalogues::builtIn().find(match.control.framework);
            row.hint = catalogue ? catalogue->title : match.control.framework;
            if (const QString today = meaning(text.trimmed(), match); !today.isEmpty()) row.hint = today;
            row.spoken = row.name + QStringLiteral(", ") + row.hint;
            row.tip = match.note;
            rows.push_back(std::move(row));
        }
        if (found_.empty() && !text.trimmed().isEmpty()) {
            ListRow row;
            row.name = tr("No control has that id or these words.");
            rows.push_back(std::move(row));
        }
        matches_->setVisible(!rows.empty());
        matches_->setRows(std::move(rows));
        matches_->setFixedHeight(std::min(5, static_cast<int>(matches_->rows().size())) * controlRowHeight + 2);
        connect(matches_, &RowList::chosen, this, &Private::takeRow, Qt::UniqueConnection);
    }

    /// "is NHI2:2025 today" where the text is not plainly the control's own id.
    static QString meaning(const QString& text, const rules::ControlMatch& match) {
        if (match.control.id.compare(text, Qt::CaseInsensitive) == 0 || match.relation == QLatin1String("words")) return {};
        return match.note.isEmpty() ? tr("%1 is %2 today").arg(text, match.control.id) : match.note;
    }

    void takeRow(const QString&, int row) {
        if (row >= 0 && row < static_cast<int>(found_.size())) take(static_cast<std::size_t>(row));
    }

    void take(std::size_t nth) {
        const rules::ControlMatch match = found_[nth];
        cited_ = meaning(search->text().trimmed(), match);
        citedControl_ = match.control;
        const QSignalBlocker quiet(search);
        search->clear();
        found_.clear();
        matches_->hide();
        selection_.setControl(match.control);
        refresh();
    }

    // The control.

    void refresh() {
        const diagram::Theme& theme = workspace_.theme();
        searchIcon_->setIcon(diagram::actionIcon(QStringLiteral("act-search"), theme.ink2, theme.disabled));
        const auto review = workspace_.review();
        if (!selection_.control()) {
            empty_->say(tr("Choose a control to see what made it so."));
            pages_->setCurrentWidget(empty_);
            return;
        }
        const rules::ControlRef ref = *selection_.control();
        const rules::ControlCoverage* control = review ? review->coverage.find(ref) : nullptr;
        const auto catalogue = workspace_.ruleSources().pack()->catalogue(ref.framework);
        const rules::CatalogueControl* catalogued = catalogue ? catalogue->find(ref.id) : nullptr;
        if (control == nullptr && catalogued == nullptr) {
            empty_->say(tr("There is no control %1.").arg(ref.id));
            pages_->setCurrentWidget(empty_);
            return;
        }
        pages_->setCurrentIndex(0);
        id_->setText(ref.id);
        framework_->setText(catalogue ? catalogue->title : ref.framework);
        title_->setText(control ? control->title : catalogued->title);
        note_->setVisible(!cited_.isEmpty() && citedControl_ == ref);
        note_->setText(cited_);
        summary_.set(catalogued ? catalogued->summary : QString());
        aliases_.set(catalogued ? catalogued->aliases.join(QStringLiteral(", ")) : QString());
        credit_.set(catalogue ? catalogue->credit : QString());
        if (control)
            showCoverage(*control);
        else
            showUnmapped(*catalogued);
    }

    void showUnmapped(const rules::CatalogueControl& control) {
        status_->setStatus(diagram::Status::NotApplicable, tr("No status"), rules::reasonWithoutMapping(control));
        elementsBox_->hide();
        elements_->hide();
        why_.set({});
        attestations_->show(nullptr);
        undecided_.set({});
        rules_.set({});
    }

    void showCoverage(const rules::ControlCoverage& control) {
        QStringList where;
        for (const rules::CoverageElement& element : control.elements)
            if (element.status == control.status) where << workspace_.model().nameOf(element.id);
        QString title = rules::coverageStatusLabel(control.status);
        if (control.status == rules::CoverageStatus::Violated && !where.isEmpty())
            title = tr("Violated at %1").arg(charts::listed(where, 1));
        const rules::CoverageReasons reasons(workspace_.model(), workspace_.review()->coverage);
        QStringList said{reasons.of(control)};
        if (!control.elements.empty()) said.prepend(control.counts.text() + u'.');
        status_->setStatus(charts::toDiagram(control.status), title, said.join(u' '));
        showElements(control);
        undecided_.set(control.undecided.join(u'\n'));
        rules_.set(titled(control.rules).join(u'\n'));
        attestations_->show(&control);
    }

    /// "TBM-301  Call without encryption"
    QStringList titled(const QStringList& rules) const {
        QStringList lines;
        for (const QString& id : rules) {
            const rules::Rule* rule = workspace_.ruleSources().pack()->find(id);
            lines << (rule ? QStringLiteral("%1  %2").arg(id, rule->title) : tr("%1  (not among the rules)").arg(id));
        }
        return lines;
    }

    void showElements(const rules::ControlCoverage& control) {
        std::vector<ListRow> rows;
        for (const rules::CoverageElement& element : control.elements) {
            ListRow row;
            row.id = element.id;
            row.name = workspace_.model().nameOf(element.id);
            row.status = charts::toDiagram(element.status);
            row.hint = element.because.isEmpty() ? diagram::word(*row.status)
                                                 : tr("%1 · %2").arg(diagram::word(*row.status), element.because);
            row.spoken = tr("%1, %2").arg(row.name, row.hint);
            rows.push_back(std::move(row));
        }
        static constexpr int order[] = {4, 0, 1, 2, 5}; // satisfied last but one
        std::stable_sort(rows.begin(), rows.end(), [](const ListRow& a, const ListRow& b) {
            return order[static_cast<int>(*a.status)] < order[static_cast<int>(*b.status)];
        });
        // Those that count at what is selected first, as a cell of the matrix asks.
        const QString place = selectedPlace();
        const rules::CoveragePlaces places(workspace_.model());
        const auto others = std::stable_partition(rows.begin(), rows.end(), [&](const ListRow& row) {
            return !place.isEmpty() && places.of(row.id).contains(place);
        });
        const auto count = others - rows.begin();
        const QString first = count > 0 ? rows.front().id : QString();
        const QString all = charts::counted(static_cast<qint64>(rows.size()), tr("element"), tr("elements"));
        elementsHead_->setNote(count == 0 ? all : tr("%1 at %2, of %3").arg(count).arg(workspace_.model().nameOf(place), all));
        elementsBox_->setVisible(!rows.empty());
        elements_->setVisible(!rows.empty() && elementsHead_->isChecked());
        elements_->setRows(std::move(rows));
        elements_->fitToContent();
        showWhy(first);
    }

    /// The component or zone that is selected; empty if anything else is, or several are.
    QString selectedPlace() const {
        const model::ElementKind kind = model::elementKind(workspace_.model(), workspace_.current());
        const bool isPlace = kind == model::ElementKind::Component || kind == model::ElementKind::Zone;
        return isPlace && workspace_.selection().size() == 1 ? workspace_.current() : QString();
    }

    /// The sentence and the rows that made the element's status what it is.
    void showWhy(const QString& id) {
        const auto review = workspace_.review();
        const rules::ControlCoverage* control =
            review && selection_.control() ? review->coverage.find(*selection_.control()) : nullptr;
        if (control == nullptr) return why_.set({});
        const auto element = std::find_if(control->elements.begin(), control->elements.end(),
                                          [&id](const rules::CoverageElement& one) { return one.id == id; });
        if (element == control->elements.end()) return why_.set({});
        const rules::CoverageReason reason =
            rules::CoverageReasons(workspace_.model(), review->coverage).of(*control, *element);
        QStringList said;
        // What is unknown is no fact: the sentence says what is missing, the rows what it would be if it were so.
        const bool isUnknown = element->status == rules::CoverageStatus::Unknown;
        if (reason.rows.size() < 2 || isUnknown) said << reason.text;
        if (reason.rows.size() >= 2 || (isUnknown && !reason.rows.empty()))
            for (const rules::ReasonRow& row : reason.rows) {
                if (said.size() >= mostRows) {
                    said << tr("… and %1 more.").arg(static_cast<int>(reason.rows.size()) - mostRows);
                    break;
                }
                said << (row.violated ? tr("%1  %2") : tr("%1  Not known: %2")).arg(row.rule, row.text);
            }
        why_.title->setText(tr("Why, for %1").arg(workspace_.model().nameOf(id)));
        why_.set(said.join(u'\n'));
    }

    Workspace& workspace_;
    ControlSelection& selection_;
    QAction* searchIcon_ = nullptr;
    RowList* matches_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* id_ = nullptr;
    ElidedLabel* framework_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* note_ = nullptr;
    StatusBox* status_ = nullptr;
    SectionHeader* elementsHead_ = nullptr;
    QWidget* elementsBox_ = nullptr;
    RowList* elements_ = nullptr;
    TextSection why_, summary_, undecided_, rules_, aliases_, credit_;
    AttestationList* attestations_ = nullptr;
    std::vector<rules::ControlMatch> found_;
    QString cited_; ///< how the control shown was cited, if not by its own id
    rules::ControlRef citedControl_;
    bool isChoosing_ = false; ///< An element of the list, and so what is selected.
    Freshness* freshness_ = nullptr;
};

ControlPanel::ControlPanel(Workspace& workspace, ControlSelection& selection, IDialogs& dialogs, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Control"));
    d_ = std::make_unique<Private>(*this, workspace, selection, dialogs);
}

ControlPanel::~ControlPanel() = default;

void ControlPanel::focusSearch() {
    d_->search->setFocus(Qt::ShortcutFocusReason);
    d_->search->selectAll();
}

} // namespace sallyport::ui

#include "ControlPanel.moc"
