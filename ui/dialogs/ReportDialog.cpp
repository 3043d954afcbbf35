// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ReportDialog.h"

#include "dialogs/IDialogs.h"
#include "style/SallyportStyle.h"
#include "style/SegmentedControl.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sallyport::ui {

using report::Extent;
using report::ReportOptions;
using report::Section;

namespace {

struct SectionWord {
    Section section;
    const char* text;
};
constexpr SectionWord sectionWords[] = {
    {Section::Summary, "Summary on one page"},
    {Section::Contents, "Contents"},
    {Section::Diagrams, "Diagrams"},
    {Section::Blast, "Blast radius, ranked"},
    {Section::Paths, "Paths, told in full"},
    {Section::Findings, "Findings"},
    {Section::Coverage, "Framework coverage"},
    {Section::Inventory, "Identities and secrets"},
    {Section::Unknowns, "Unanswered questions"},
    {Section::Decisions, "Decisions"},
};

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(typeFont(Type::Question, true));
    return label;
}

} // namespace

class ReportDialog::Private {
public:
    ReportOptions given;
    std::vector<QCheckBox*> boxes;
    SegmentedControl* extent = nullptr;
    QSpinBox* paths = nullptr;
    QCheckBox* all = nullptr;
    QCheckBox* openAfterwards = nullptr;
    QLineEdit* organisation = nullptr;
    QLineEdit* owner = nullptr;
    QLineEdit* reviewers = nullptr;
    QLineEdit* status = nullptr;
    QLineEdit* path = nullptr;
    QPushButton* write = nullptr;

    std::set<Section> chosen() const {
        std::set<Section> sections;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            if (boxes[i]->isChecked()) sections.insert(sectionWords[i].section);
        return sections;
    }
    void check(const std::set<Section>& sections) {
        for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i]->setChecked(sections.contains(sectionWords[i].section));
    }
    void follow() {
        int index = -1;
        for (const Extent one : {Extent::Summary, Extent::Review, Extent::Full}) {
            const ReportOptions usual = ReportOptions::of(one);
            if (chosen() == usual.sections && all->isChecked() == usual.allElements) index = static_cast<int>(one);
        }
        extent->setCurrent(index);
        paths->setEnabled(chosen().contains(Section::Paths));
        write->setEnabled(!chosen().empty() && !path->text().trimmed().isEmpty());
    }
};

ReportDialog::ReportDialog(IDialogs& dialogs, const QString& path, const ReportOptions& options, QWidget* parent)
    : QDialog(parent), d_(std::make_unique<Private>()) {
    d_->given = options;
    setWindowTitle(tr("Write report"));
    setMinimumWidth(600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(heading(tr("How much?"), this));
    d_->extent = new SegmentedControl(
        tr("How much"), {{tr("Summary"), false, {}}, {tr("For a review"), false, {}}, {tr("Everything"), false, {}}}, this);
    column->addWidget(d_->extent);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    grid->setContentsMargins(0, 4, 0, 4);
    for (std::size_t i = 0; i < std::size(sectionWords); ++i) {
        auto* box = new QCheckBox(tr(sectionWords[i].text), this);
        grid->addWidget(box, static_cast<int>(i) % 5, static_cast<int>(i) / 5);
        d_->boxes.push_back(box);
        connect(box, &QCheckBox::toggled, this, [this] { d_->follow(); });
    }
    column->addLayout(grid);
    auto* more = new QHBoxLayout;
    auto* pathsLabel = new QLabel(tr("Compromises told in full"), this);
    d_->paths = new QSpinBox(this);
    d_->paths->setRange(1, 20);
    d_->paths->setValue(options.paths);
    d_->paths->setAccessibleName(pathsLabel->text());
    pathsLabel->setBuddy(d_->paths);
    d_->all = new QCheckBox(tr("Name every element, however many"), this);
    d_->all->setChecked(options.allElements);
    more->addWidget(pathsLabel);
    more->addWidget(d_->paths);
    more->addSpacing(24);
    more->addWidget(d_->all);
    more->addStretch();
    column->addLayout(more);
    column->addSpacing(8);
    column->addWidget(heading(tr("On the cover"), this));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto field = [&](const QString& label, const QString& text) {
        auto* line = new QLineEdit(text, this);
        line->setAccessibleName(label);
        form->addRow(label, line);
        return line;
    };
    d_->organisation = field(tr("Organisation"), options.organisation);
    d_->owner = field(tr("Owner of the model"), options.owner);
    d_->reviewers = field(tr("Reviewers"), options.reviewers);
    d_->status = field(tr("Status"), options.status);
    d_->status->setPlaceholderText(tr("Draft, for review, accepted …"));
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(heading(tr("Where to?"), this));
    auto* place = new QHBoxLayout;
    d_->path = new QLineEdit(path, this);
    d_->path->setAccessibleName(tr("File"));
    auto* browse = new QPushButton(tr("Choose…"), this);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Choose the file"));
    place->addWidget(d_->path, 1);
    place->addWidget(browse);
    column->addLayout(place);
    d_->openAfterwards = new QCheckBox(tr("Open it when it is written"), this);
    d_->openAfterwards->setChecked(true);
    column->addWidget(d_->openAfterwards);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    d_->write = buttons->addButton(tr("Write report"), QDialogButtonBox::AcceptRole);
    d_->write->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(d_->extent, &SegmentedControl::chosen, this, [this](int index) {
        const ReportOptions usual = ReportOptions::of(static_cast<Extent>(index));
        d_->all->setChecked(usual.allElements);
        d_->paths->setValue(usual.paths);
        d_->check(usual.sections);
    });
    connect(d_->all, &QCheckBox::toggled, this, [this] { d_->follow(); });
    connect(d_->path, &QLineEdit::textChanged, this, [this] { d_->follow(); });
    connect(browse, &QPushButton::clicked, this, [this, &dialogs] {
        if (const auto chosen =
                dialogs.saveFile(tr("Write report"), d_->path->text(), {{tr("PDF"), {QStringLiteral("*.pdf")}}}))
            d_->path->setText(*chosen);
    });
    d_->check(options.sections);
    d_->follow();
}

ReportDialog::~ReportDialog() = default;

ReportOptions ReportDialog::options() const {
    ReportOptions options = d_->given;
    options.sections = d_->chosen();
    options.organisation = d_->organisation->text().trimmed();
    options.owner = d_->owner->text().trimmed();
    options.reviewers = d_->reviewers->text().trimmed();
    options.status = d_->status->text().trimmed();
    options.paths = d_->paths->value();
    options.allElements = d_->all->isChecked();
    return options;
}

QString ReportDialog::path() const {
    const QString path = d_->path->text().trimmed();
    return QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".pdf") : path;
}

bool ReportDialog::openAfterwards() const { return d_->openAfterwards->isChecked(); }

} // namespace sallyport::ui
