// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/TrialPanel.h"

#include "diagram/Icons.h"
#include "panels/PanelParts.h"
#include "ruleeditor/TrialTables.h"
#include "workspace/Workspace.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int busyAfter = 400; // ms, as everywhere
enum Page { Waiting, Refusal, Result };
enum Table { Findings, Nothing, Rows };

QString figuresOf(const rules::RuleTrial& trial) {
    const QLocale locale = QLocale::c();
    const QString time = locale.toString(trial.milliseconds, 'f', trial.milliseconds < 1 ? 2 : trial.milliseconds < 10 ? 1 : 0);
    const QString rows = trial.rowsReturned == 1 ? TrialPanel::tr("1 row") : TrialPanel::tr("%1 rows").arg(trial.rowsReturned);
    return TrialPanel::tr("%1 ms · %2 · reads %3 columns").arg(time, rows).arg(trial.columnsRead.size());
}

} // namespace

TrialPanel::TrialPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), rows_(new TrialRows(this)), cells_(new TrialCells(this)) {
    setAccessibleName(tr("What the rule says about the model"));
    auto* column = columnIn(this, 0, 0);
    pages_ = new QStackedWidget;
    waiting_ = new EmptyState;
    pages_->addWidget(waiting_);
    pages_->addWidget(buildRefusal());
    pages_->addWidget(buildResult());
    column->addWidget(pages_, 1);
    connect(waiting_, &EmptyState::asked, this, &TrialPanel::asked);
    busy_.setSingleShot(true);
    busy_.setInterval(busyAfter);
    connect(&busy_, &QTimer::timeout, this, [this] {
        figures_->setText(tr("Running…"));
        if (pages_->currentIndex() == Waiting) waiting_->say(tr("Running…"));
    });
    showWaiting({});
}

QWidget* TrialPanel::buildRefusal() {
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(12);
    sign_ = new QLabel;
    row->addWidget(sign_, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(4);
    what_ = textLabel({}, Type::Body, true, true);
    what_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    remedy_ = textLabel({}, Type::Body, false, true);
    place_ = new QPushButton;
    connect(place_, &QPushButton::clicked, this, &TrialPanel::placeAsked);
    lines->addWidget(what_);
    lines->addWidget(remedy_);
    lines->addSpacing(8);
    lines->addWidget(place_, 0, Qt::AlignLeft);
    lines->addStretch();
    row->addLayout(lines, 1);
    return page;
}

QWidget* TrialPanel::buildResult() {
    auto* page = new QWidget;
    auto* column = columnIn(page, 0, 0);
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 12, 0);
    row->setSpacing(16);
    tabs_ = new QTabBar;
    tabs_->addTab(tr("Findings"));
    tabs_->addTab(tr("Rows of the query"));
    tabs_->setExpanding(false);
    tabs_->setDrawBase(false);
    tabs_->setAccessibleName(tr("Result"));
    row->addWidget(tabs_);
    counts_ = textLabel({}, Type::Table, true);
    figures_ = textLabel({}, Type::Hint);
    makeFaint(figures_);
    row->addWidget(counts_, 1);
    row->addWidget(figures_);
    column->addWidget(head);
    column->addWidget(hairline());
    note_ = textLabel({}, Type::Hint, false, true);
    note_->setContentsMargins(12, 6, 12, 6);
    column->addWidget(note_);
    note_->hide();
    tables_ = new QStackedWidget;
    findings_ = trialTable(tr("What a review would list"), rows_);
    findings_->horizontalHeader()->setSectionResizeMode(TrialRows::Sentence, QHeaderView::Stretch);
    findings_->setColumnWidth(TrialRows::Sign, 104);
    findings_->setColumnWidth(TrialRows::Elements, 180);
    raw_ = trialTable(tr("Rows of the query"), cells_);
    none_ = new EmptyState;
    tables_->addWidget(findings_);
    tables_->addWidget(none_);
    tables_->addWidget(raw_);
    column->addWidget(tables_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        tables_->setCurrentIndex(tab == 1 ? Rows : rows_->rowCount() == 0 ? Nothing : Findings);
    });
    connect(findings_, &QTableView::activated, this, [this](const QModelIndex& index) { goTo(index.row()); });
    return page;
}

void TrialPanel::goTo(int row) {
    const QStringList& elements = rows_->row(row).elements;
    if (!elements.isEmpty()) workspace_.goTo(elements.first());
}

void TrialPanel::showRunning() { busy_.start(); }

void TrialPanel::showWaiting(const QString& sentence, const QString& button) {
    busy_.stop();
    trial_.reset();
    waiting_->say(sentence, button);
    pages_->setCurrentIndex(Waiting);
}

void TrialPanel::setNote(const QString& note) {
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
}

QString TrialPanel::summary() const {
    if (!trial_) return {};
    if (trial_->refusal) return trial_->refusal->text();
    return counts_->text();
}

void TrialPanel::showTrial(const rules::RuleTrial& trial) {
    busy_.stop();
    trial_ = trial;
    if (trial.refusal)
        showRefusal(*trial.refusal);
    else
        showResult(trial);
}

void TrialPanel::showRefusal(const Error& refusal) {
    what_->setText(refusal.what.left(rules::TrialBench::mostText));
    remedy_->setText(refusal.remedy);
    place_->setText(tr("Go to %1").arg(refusal.where));
    place_->setVisible(!refusal.where.isEmpty());
    const diagram::Theme& theme = themeOf(*this);
    sign_->setPixmap(diagram::icon(QStringLiteral("sev-high"), theme.bad, 24, devicePixelRatioF()));
    pages_->setCurrentIndex(Refusal);
}

void TrialPanel::showResult(const rules::RuleTrial& trial) {
    const diagram::Theme& theme = themeOf(*this);
    rows_->show(trial, workspace_.model(), theme);
    cells_->show(trial, theme);
    raw_->resizeColumnsToContents();
    for (int i = 0; i < cells_->columnCount(); ++i) raw_->setColumnWidth(i, qBound(70, raw_->columnWidth(i) + 8, 320));
    counts_->setText(
        tr("%1 violated · %2 unknown · %3 not violated").arg(trial.violated).arg(trial.unknown).arg(trial.notViolated));
    figures_->setText(figuresOf(trial));
    figures_->setToolTip(plainTip(trial.columnsRead.join(QStringLiteral(", ")).left(1500)));
    const int shown = rows_->rowCount();
    tabs_->setTabText(0, shown < trial.violated + trial.unknown ? tr("First %1 findings").arg(shown)
                         : trial.isCheck                        ? tr("Elements")
                                                                : tr("Findings"));
    tabs_->setTabText(1, static_cast<qint64>(trial.cells.size()) < trial.rowsReturned
                             ? tr("First %1 rows of the query").arg(trial.cells.size())
                             : tr("Rows of the query"));
    none_->say(trial.rowsReturned == 0
                   ? tr("The query returns no row: nothing in this model is what the rule is about, or its WHERE leaves out "
                        "what nobody has answered.")
                   : tr("It looks at %1 and finds none of them violated or unknown.")
                         .arg(trial.rowsReturned == 1 ? tr("1 row") : tr("%1 rows").arg(trial.rowsReturned)));
    tables_->setCurrentIndex(tabs_->currentIndex() == 1 ? Rows : shown == 0 ? Nothing : Findings);
    pages_->setCurrentIndex(Result);
}

void TrialPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && trial_) showTrial(rules::RuleTrial(*trial_));
}

} // namespace sallyport::ui
