// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/FrameworksDialog.h"

#include "rules/FrameworkChoice.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int indent = 24; ///< what is said of a framework stands under its name, not under its box

QLabel* said(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // a framework somebody brought says what it likes
    label->setWordWrap(true);
    label->setFont(typeFont(Type::Hint));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(indent, 0, 0, 0);
    return label;
}

QString sizeText(const rules::FrameworkState& state) {
    const QString size =
        state.controls == 1 ? FrameworksDialog::tr("1 control") : FrameworksDialog::tr("%1 controls").arg(state.controls);
    if (state.mapped == 0) return FrameworksDialog::tr("%1, to look up; rules speak of none of them.").arg(size);
    return FrameworksDialog::tr("%1, of which %2 have a status here.").arg(size).arg(state.mapped);
}

} // namespace

FrameworksDialog::FrameworksDialog(Workspace& workspace, QWidget* parent) : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Frameworks of this model"));
    resize(620, 620);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* intro =
        new QLabel(tr("Coverage, findings and reports name the controls of these frameworks. Results say what the model "
                      "indicates; they certify nothing."),
                   this);
    intro->setWordWrap(true);
    column->addWidget(intro);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Frameworks"));
    auto* sheet = new QWidget(area);
    auto* rows = new QVBoxLayout(sheet);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(12);
    for (const rules::FrameworkState& state : rules::frameworkStates(workspace.model(), *workspace.ruleSources().pack()))
        rows->addWidget(buildFramework(state));
    rows->addStretch(1);
    area->setWidget(sheet);
    column->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* defaults = buttons->addButton(tr("Defaults"), QDialogButtonBox::ResetRole);
    defaults->setAutoDefault(false);
    buttons->addButton(tr("Choose"), QDialogButtonBox::AcceptRole)->setDefault(true);
    column->addWidget(buttons);
    connect(defaults, &QPushButton::clicked, this, [this] {
        for (const Choice& choice : choices_) choice.box->setChecked(choice.byDefault);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &FrameworksDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FrameworksDialog::reject);
    if (!choices_.empty()) choices_.front().box->setFocus();
}

QWidget* FrameworksDialog::buildFramework(const rules::FrameworkState& state) {
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QString title = state.title;
    auto* box = new QCheckBox(title.replace(u'&', QStringLiteral("&&")), row);
    box->setFont(typeFont(Type::Question, true));
    box->setChecked(state.enabled);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long title of somebody's makes nothing wider
    box->setToolTip(state.title.toHtmlEscaped());
    QStringList about{state.version.isEmpty() ? QString() : tr("Version %1.").arg(state.version), sizeText(state)};
    about.removeAll(QString());
    if (!state.own) about << tr("From a pack you loaded.");
    column->addWidget(box);
    column->addWidget(said(about.join(u' '), row));
    const auto catalogue = workspace_.ruleSources().pack()->catalogue(state.id);
    const QString credit = !catalogue                    ? QString()
                           : catalogue->credit.isEmpty() ? catalogue->licence
                                                         : catalogue->credit; // which names the licence
    if (!credit.isEmpty()) column->addWidget(said(credit, row));
    box->setAccessibleDescription(about.join(u' '));
    choices_.push_back({state.id, state.byDefault, box});
    return row;
}

void FrameworksDialog::accept() {
    std::map<QString, bool> wanted;
    for (const Choice& choice : choices_) wanted[choice.framework] = choice.box->isChecked();
    const auto done = rules::setEnabled(workspace_.document(), *workspace_.ruleSources().pack(), wanted);
    if (!done) return workspace_.refuse(done.error());
    QDialog::accept();
}

} // namespace sallyport::ui
