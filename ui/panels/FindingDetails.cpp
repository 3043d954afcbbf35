// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingDetails.h"

#include "charts/Words.h"
#include "panels/PanelParts.h"
#include "rules/Decisions.h"
#include "workspace/Workspace.h"

#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// A label whose words lead somewhere, by mouse and keyboard.
QLabel* linkLabel() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setFont(typeFont(Type::Table));
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    return label;
}

/// Names are other people's text: they never become markup.
QString link(const QString& scheme, const QString& target, const QString& text) {
    return QStringLiteral("<a href=\"%1:%2\">%3</a>")
        .arg(scheme, QString::fromLatin1(QUrl::toPercentEncoding(target)), text.toHtmlEscaped());
}

QString told(const QString& title, const QString& html) {
    return QStringLiteral("<b>%1</b> %2").arg(title.toHtmlEscaped(), html);
}

} // namespace

FindingDetails::FindingDetails(Workspace& workspace, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace), page_(new QWidget) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The chosen finding"));
    auto* column = columnIn(page_, 6);
    head_ = textLabel({}, Type::Question, true, true);
    text_ = textLabel({}, Type::Table, false, true);
    reason_ = linkLabel();
    elements_ = linkLabel();
    fix_ = linkLabel();
    controls_ = linkLabel();
    decision_ = linkLabel();
    column->addWidget(head_);
    auto* buttons = new QHBoxLayout;
    apply_ = new QPushButton(tr("Apply the fix"));
    decide_ = new QPushButton(tr("Decide…"));
    buttons->addWidget(apply_);
    buttons->addWidget(decide_);
    takeBack_ = new QPushButton(tr("Take back"));
    takeBack_->setToolTip(tr("As if nobody had decided"));
    buttons->addWidget(takeBack_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    for (QLabel* label : {text_, reason_, elements_, fix_, controls_, decision_}) column->addWidget(label);
    column->addStretch(1);
    setWidget(page_);
    for (QLabel* label : {elements_, fix_, controls_}) connect(label, &QLabel::linkActivated, this, &FindingDetails::follow);
    connect(apply_, &QPushButton::clicked, this, &FindingDetails::fixAsked);
    connect(decide_, &QPushButton::clicked, this, &FindingDetails::decisionAsked);
    connect(takeBack_, &QPushButton::clicked, this, &FindingDetails::withdrawalAsked);
    show(nullptr);
}

void FindingDetails::show(const rules::Finding* finding, int among) {
    finding_ = finding ? std::optional(*finding) : std::nullopt;
    page_->setVisible(finding != nullptr);
    setVerticalScrollBarPolicy(finding ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (finding == nullptr) return;
    const bool isUnknown = finding->status == rules::FindingStatus::Unknown;
    head_->setText(QStringLiteral("%1  %2").arg(finding->rule, finding->title));
    text_->setText(finding->text);
    const bool isSettled = finding->severity == rules::Severity::None;
    const QString severity = rules::severityLabel(finding->severity);
    reason_->setVisible(!isSettled);
    reason_->setText(finding->severityReason.isEmpty()
                         ? told(tr("%1.").arg(severity), {})
                         : told(tr("%1, because").arg(severity), finding->severityReason.toHtmlEscaped() + u'.'));
    QStringList links;
    for (const QString& id : finding->elements) links << link(QStringLiteral("element"), id, workspace_.model().nameOf(id));
    elements_->setText(told(tr("Where:"), links.join(QStringLiteral(", "))));
    elements_->setVisible(!links.isEmpty());
    QString fix = finding->fix.toHtmlEscaped();
    if (isUnknown && !finding->asks.empty()) {
        QStringList asks;
        for (const rules::Question& question : finding->asks)
            asks << link(QStringLiteral("question"), question.element + u'\n' + question.attribute, question.label);
        fix = tr("Answer %1.").arg(charts::listed(asks, 6));
    }
    fix_->setText(told(isUnknown ? tr("To decide it:") : tr("What to do:"), fix));
    fix_->setVisible(!fix.isEmpty());
    QStringList controls;
    for (const rules::ControlRef& control : finding->controls)
        controls << link(QStringLiteral("control"), control.framework + u'\n' + control.id, control.id);
    controls_->setText(told(tr("Controls:"), controls.join(QStringLiteral(", "))));
    controls_->setVisible(!controls.isEmpty());
    decision_->setVisible(finding->decision.has_value());
    if (const auto& decision = finding->decision) {
        QStringList said{model::label(decision->status).toHtmlEscaped()};
        if (decision->owner) said << tr("owned by %1").arg(decision->owner->toHtmlEscaped());
        if (decision->decidedBy) said << tr("decided by %1").arg(decision->decidedBy->toHtmlEscaped());
        if (decision->ticket) said << tr("ticket %1").arg(decision->ticket->toHtmlEscaped());
        if (decision->expiresAt) said << tr("until %1").arg(charts::dateText(*decision->expiresAt).toHtmlEscaped());
        if (decision->status != model::DecisionStatus::Open && decision->expiresAt)
            said << rules::expiryText(rules::expiryOf(decision->expiresAt, QDate::currentDate()));
        QString text = said.join(QStringLiteral(", "));
        if (decision->reason) text += QStringLiteral(": ") + decision->reason->toHtmlEscaped();
        decision_->setText(told(tr("Decision:"), text));
    }
    apply_->setVisible(finding->edit.has_value());
    decide_->setVisible(!isUnknown && !isSettled);
    takeBack_->setVisible(finding->decision.has_value());
    decide_->setText(among > 1 ? tr("Decide about %1…").arg(among) : finding->decision ? tr("Decide again…") : tr("Decide…"));
    settle();
    ensureVisible(0, 0);
}

/// The keyboard stops where there is something to follow.
void FindingDetails::settle() {
    for (QLabel* label : {reason_, elements_, fix_, controls_, decision_})
        label->setFocusPolicy(label->text().contains(QStringLiteral("<a href")) ? Qt::StrongFocus : Qt::NoFocus);
    for (QLabel* label : {head_, text_}) label->setFocusPolicy(Qt::NoFocus);
}

void FindingDetails::follow(const QString& url) {
    const QString target = QUrl::fromPercentEncoding(url.section(u':', 1).toLatin1());
    if (url.startsWith(u"element:")) Q_EMIT elementChosen(target);
    if (url.startsWith(u"question:")) Q_EMIT questionChosen(target.section(u'\n', 0, 0), target.section(u'\n', 1));
    if (url.startsWith(u"control:")) Q_EMIT controlChosen({target.section(u'\n', 0, 0), target.section(u'\n', 1)});
}

} // namespace sallyport::ui
