// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlList.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "panels/ControlHeads.h"
#include "panels/ControlSelection.h"
#include "panels/CopyTable.h"
#include "panels/PanelParts.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int leastNames = 380;
constexpr int mostNames = 520;
} // namespace

class ControlList::Private : public QObject {
    Q_OBJECT

public:
    Private(ControlList& list, Workspace& workspace, ControlSelection& selection)
        : workspace_(workspace), selection_(selection), matrix_(new ControlMatrix(this)) {
        freshness_ = new Freshness(&list, [this] { refresh(); });
        auto* column = columnIn(&list, 0, 0);
        column->addWidget(buildFilter());
        column->addWidget(hairline());
        pages_ = new QStackedWidget;
        pages_->addWidget(buildTable());
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_, 1);
        connect(empty_, &EmptyState::asked, this, &Private::forgetFilter);
        connect(&workspace, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::documentReplaced, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::selectionChanged, this, [this] { elements_->viewport()->update(); });
        connect(&selection, &ControlSelection::changed, freshness_, &Freshness::touch);
        freshness_->touch();
    }

    void setMatrixShown(bool shown) {
        filter_.hasMatrix = shown;
        refresh();
    }

private:
    QWidget* buildFilter() {
        auto* box = new QWidget;
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(12, 6, 12, 6);
        row->setSpacing(6);
        text_ = new QLineEdit;
        text_->setPlaceholderText(tr("Filter controls"));
        text_->setAccessibleName(tr("Filter controls by id or title"));
        text_->setClearButtonEnabled(true);
        text_->setMaximumWidth(220);
        textIcon_ = text_->addAction(QIcon(), QLineEdit::LeadingPosition);
        row->addWidget(text_);
        count_ = textLabel({}, Type::Hint);
        makeFaint(count_);
        row->addWidget(count_);
        row->addStretch(1);
        row->addWidget(new AnalysingLabel(workspace_));
        using rules::CoverageStatus;
        for (const CoverageStatus status :
             {CoverageStatus::Violated, CoverageStatus::Partial, CoverageStatus::Unknown, CoverageStatus::Satisfied}) {
            auto* chip = new FilterChip(rules::coverageStatusLabel(status).toLower());
            chip->setSign([status](QPainter& painter, const QRectF& rect, const diagram::Theme& theme) {
                diagram::paintStatus(painter, rect, charts::toDiagram(status), theme);
            });
            chips_.push_back({status, chip});
            row->addWidget(chip);
            connect(chip, &QAbstractButton::clicked, this, [this, status, chip] {
                filter_.status = chip->isChecked() ? std::optional(status) : std::nullopt;
                for (const auto& [other, button] : chips_) button->setChecked(button == chip && chip->isChecked());
                refresh();
            });
        }
        connect(text_, &QLineEdit::textChanged, this, [this](const QString& text) {
            filter_.text = text.trimmed();
            refresh();
        });
        return box;
    }

    QWidget* buildTable() {
        table_ = new QTableView;
        names_ = new ControlNames(*matrix_, table_);
        elements_ = new ElementNames(*matrix_, workspace_, table_);
        table_->setVerticalHeader(names_);
        table_->setHorizontalHeader(elements_);
        table_->setModel(matrix_);
        cells_ = new ControlCells(*matrix_, *table_);
        table_->setItemDelegate(cells_);
        table_->setAccessibleName(tr("Controls by component"));
        table_->setFrameShape(QFrame::NoFrame);
        table_->setShowGrid(false);
        table_->setSelectionMode(QAbstractItemView::SingleSelection);
        table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table_->setTabKeyNavigation(false);
        table_->setMouseTracking(true);
        table_->setCornerButtonEnabled(false);
        table_->installEventFilter(this);
        table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        makeCopyable(*table_, {[this] { return matrix_->heads(); }, [this](int row) { return matrix_->cells(row); }});
        connect(names_, &QHeaderView::sectionClicked, this, [this](int row) { choose(row, -1); });
        connect(elements_, &QHeaderView::sectionClicked, this, [this](int column) {
            if (column < matrix_->columnCount() && !matrix_->headerData(column, Qt::Horizontal, Qt::DisplayRole).isNull())
                workspace_.goTo(matrix_->element(column));
        });
        connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.row(), index.column()); });
        connect(table_, &QTableView::activated, this,
                [this](const QModelIndex& index) { choose(index.row(), index.column()); });
        return table_;
    }

    /// The names take what the columns leave, within reason.
    void fitNames() {
        const int columns = filter_.hasMatrix ? matrix_->columnCount() * matrixColumn : 0;
        const int room = table_->width() - columns - table_->verticalScrollBar()->sizeHint().width();
        const int width =
            filter_.hasMatrix ? std::clamp(room, leastNames, mostNames) : std::max(leastNames, room - matrixColumn);
        if (width != names_->width()) names_->setRoom(width);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == table_ && event->type() == QEvent::Resize) fitNames();
        return false;
    }

    void choose(int row, int column) {
        const ControlMatrix::Row& of = matrix_->row(row);
        if (of.isFramework) {
            selection_.setFramework(of.control.framework == selection_.framework() ? QString() : of.control.framework);
            return;
        }
        const QString element = column >= 0 && static_cast<std::size_t>(column) < of.cells.size() &&
                                        of.cells[static_cast<std::size_t>(column)] != rules::CoverageStatus::NotApplicable
                                    ? matrix_->element(column)
                                    : QString();
        selection_.setControl(of.control);
        if (!element.isEmpty()) workspace_.goTo(element);
    }

    void forgetFilter() {
        filter_.status.reset();
        filter_.text.clear();
        for (const auto& [status, chip] : chips_) chip->setChecked(false);
        text_->clear();
        refresh();
    }

    void refresh() {
        const diagram::Theme& theme = workspace_.theme();
        textIcon_->setIcon(diagram::actionIcon(QStringLiteral("act-search"), theme.ink2, theme.disabled));
        const auto review = workspace_.review();
        if (review && !review->findingsAreCurrent && review->coverage.frameworks.empty() && matrix_->rowCount() > 0) return;
        const rules::Coverage none;
        const rules::Coverage& coverage = review ? review->coverage : none;
        ControlMatrix::Filter filter = filter_;
        // A framework chosen narrows the list; a control chosen does not, or its neighbours would be gone.
        if (!selection_.control()) filter.framework = selection_.framework();
        const QModelIndex kept = table_->currentIndex();
        matrix_->show(workspace_.model(), coverage, filter);
        table_->clearSpans();
        for (int row = 0; row < matrix_->rowCount(); ++row)
            if (matrix_->row(row).isFramework && matrix_->columnCount() > 1) table_->setSpan(row, 0, 1, matrix_->columnCount());
        fitNames();
        elements_->setVisible(filter_.hasMatrix);
        const int current = selection_.control() ? matrix_->find(*selection_.control()) : -1;
        names_->setCurrent(current);
        cells_->setCurrent(current);
        if (kept.isValid() && kept.row() < matrix_->rowCount() && kept.column() < matrix_->columnCount())
            table_->setCurrentIndex(matrix_->index(kept.row(), kept.column()));
        if (current >= 0) table_->scrollTo(matrix_->index(current, std::max(0, kept.column())));
        count_->setText(charts::counted(matrix_->controlCount(), tr("control"), tr("controls")));
        int statuses[5] = {};
        for (const rules::FrameworkCoverage& framework : coverage.frameworks)
            for (const rules::ControlCoverage& control : framework.controls) ++statuses[static_cast<int>(control.status)];
        for (const auto& [status, chip] : chips_) chip->setCount(statuses[static_cast<int>(status)]);
        const bool isEmpty = matrix_->rowCount() == 0;
        pages_->setCurrentIndex(isEmpty ? 1 : 0);
        if (!isEmpty) return;
        if (coverage.frameworks.empty())
            empty_->say(review ? tr("No framework has been looked at.") : tr("Analysing…"));
        else
            empty_->say(tr("No control passes this filter."), tr("Show all"));
    }

    Workspace& workspace_;
    ControlSelection& selection_;
    ControlMatrix* matrix_;
    ControlMatrix::Filter filter_;
    QLineEdit* text_ = nullptr;
    QAction* textIcon_ = nullptr;
    QLabel* count_ = nullptr;
    std::vector<std::pair<rules::CoverageStatus, FilterChip*>> chips_;
    QStackedWidget* pages_ = nullptr;
    QTableView* table_ = nullptr;
    ControlNames* names_ = nullptr;
    ElementNames* elements_ = nullptr;
    ControlCells* cells_ = nullptr;
    EmptyState* empty_ = nullptr;
    Freshness* freshness_ = nullptr;
};

ControlList::ControlList(Workspace& workspace, ControlSelection& selection, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Controls"));
    d_ = std::make_unique<Private>(*this, workspace, selection);
}

ControlList::~ControlList() = default;

void ControlList::setMatrixShown(bool shown) { d_->setMatrixShown(shown); }

} // namespace sallyport::ui

#include "ControlList.moc"
