// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/FindingSection.h"

#include "diagram/Icons.h"
#include "style/CardButton.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

diagram::Severity drawn(rules::Severity severity) {
    switch (severity) {
        case rules::Severity::Critical:
            return diagram::Severity::Critical;
        case rules::Severity::High:
            return diagram::Severity::High;
        case rules::Severity::Medium:
            return diagram::Severity::Medium;
        case rules::Severity::Low:
            return diagram::Severity::Low;
        default:
            return diagram::Severity::Info;
    }
}

QLabel* line(const QString& text, QWidget* parent, Type type, bool bold = false) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(typeFont(type, bold));
    return label;
}

} // namespace

FindingSection::FindingSection(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), none_(line({}, this, Type::Hint)), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 2, 0, 8);
    column_->setSpacing(6);
    none_->setForegroundRole(QPalette::PlaceholderText);
    none_->setContentsMargins(12, 0, 0, 0);
    column_->addWidget(none_);
}

void FindingSection::setElements(const QStringList& ids) {
    if (ids != elements_) open_.clear();
    elements_ = ids;
    refresh();
}

void FindingSection::refresh() {
    const auto review = workspace_.review();
    std::vector<const rules::Finding*> found;
    QStringList now{QString::number(workspace_.theme().isDark)};
    rules::SeverityCounts counts;
    asked_.clear();
    if (review)
        for (const rules::Finding& finding : review->findings) {
            for (const rules::Question& question : finding.asks)
                if (elements_.contains(question.element)) asked_.insert(question.attribute);
            const bool names = std::any_of(elements_.begin(), elements_.end(),
                                           [&](const QString& id) { return finding.elements.contains(id); });
            if (!names || finding.decisionStands) continue;
            found.push_back(&finding);
            now << finding.id() + finding.text;
            if (finding.status == rules::FindingStatus::Unknown)
                ++counts.unknown;
            else
                ++counts.of[static_cast<int>(finding.severity)];
        }
    QStringList parts;
    for (int i = rules::severityCount - 1; i > 0; --i)
        if (counts.of[i])
            parts << QStringLiteral("%1 %2")
                         .arg(counts.of[i])
                         .arg(rules::severityLabel(static_cast<rules::Severity>(i)).toLower());
    if (counts.unknown) parts << tr("%1 unknown").arg(counts.unknown);
    note_ = !review ? tr("not yet known") : parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
    none_->setText(review ? tr("No rule finds anything here. What is unknown may hide more.")
                          : tr("The review is not there yet."));
    none_->setVisible(found.empty());
    if (now == shown_) return;
    shown_ = now;
    for (QWidget* card : cards_) delete card;
    cards_.clear();
    for (const rules::Finding* finding : found) addCard(*finding);
}

/// Leads to where it is answered, here or at another element.
QWidget* FindingSection::questionLink(const rules::Question& question, QWidget* parent) {
    auto* label = line({}, parent, Type::Hint);
    label->setTextFormat(Qt::RichText); // A label may hold other people's names: they never become markup.
    label->setText(tr("Answer first: %1").arg(QStringLiteral("<a href=\"#\">%1</a>").arg(question.label.toHtmlEscaped())));
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    // The card goes when another element is selected.
    connect(
        label, &QLabel::linkActivated, this,
        [this, question] { Q_EMIT questionRequested(question.element, question.attribute); }, Qt::QueuedConnection);
    return label;
}

void FindingSection::addCard(const rules::Finding& finding) {
    const diagram::Theme& theme = workspace_.theme();
    const bool violated = finding.status == rules::FindingStatus::Violated;
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* card = new CardButton(finding.text, box);
    card->setWordWrap(true);
    card->setCheckable(true);
    const diagram::Severity severity = drawn(finding.severity);
    card->setDrawing(violated ? diagram::iconOf(severity) : diagram::iconOf(diagram::Status::Unknown),
                     violated ? theme.severity(severity) : theme.unk);
    card->setSecondLine((violated ? rules::severityLabel(finding.severity) : tr("Unknown")) + QStringLiteral(" · ") +
                        finding.rule);
    column->addWidget(card);
    auto* details = new QWidget(box);
    auto* inside = new QVBoxLayout(details);
    inside->setContentsMargins(12, 2, 0, 4);
    if (!finding.severityReason.isEmpty()) inside->addWidget(line(finding.severityReason, details, Type::Hint));
    inside->addWidget(line(tr("What to do"), details, Type::Table, true));
    inside->addWidget(line(finding.fix, details, Type::Table));
    for (const rules::Question& question : finding.asks) inside->addWidget(questionLink(question, details));
    auto* buttons = new QHBoxLayout;
    if (finding.edit) {
        auto* fix = new QPushButton(tr("Do it"), details);
        fix->setAccessibleName(tr("Do it: %1").arg(finding.fix));
        fix->setToolTip(plainTip(finding.fix));
        connect(
            fix, &QPushButton::clicked, this, [this, finding] { apply(finding); }, Qt::QueuedConnection);
        buttons->addWidget(fix);
    }
    auto* list = new QPushButton(tr("Show in list"), details);
    list->setAccessibleName(tr("Show %1 in the list of findings").arg(finding.rule));
    connect(list, &QPushButton::clicked, this, [this, asked = finding.id()] { Q_EMIT findingRequested(asked); });
    buttons->addWidget(list);
    buttons->addStretch();
    inside->addLayout(buttons);
    column->addWidget(details);
    // A new review makes the cards anew: what was open stays open.
    const QString id = finding.id();
    card->setChecked(open_.contains(id));
    details->setVisible(card->isChecked());
    connect(card, &QAbstractButton::toggled, details, &QWidget::setVisible);
    connect(card, &QAbstractButton::toggled, this, [this, id](bool isOpen) {
        if (isOpen)
            open_.insert(id);
        else
            open_.remove(id);
    });
    column_->addWidget(box);
    cards_.push_back(box);
}

void FindingSection::apply(const rules::Finding& finding) {
    if (!finding.edit) return;
    workspace_.edit(tr("Fix %1").arg(finding.rule),
                    [&](document::Editor& editor) { editor.run(finding.edit->sql, finding.edit->parameters); });
}

} // namespace sallyport::ui
