// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/PolicyDialog.h"

#include "rules/RulePack.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <limits>

namespace sallyport::ui {

namespace {

/// What each default rests on. They are ours; where a text leans the same way, it is named.
struct Basis {
    const char* name;
    const char* text;
};
constexpr Basis bases[] = {
    {"max_access_token_s", "Our own. A stolen token is good until it ends; an hour is common practice."},
    {"max_browser_token_s", "Our own. Script in a page can read it, so it should end within minutes."},
    {"max_session_s", "Our own: one working day and some."},
    {"max_presigned_s", "Our own: as long as one download takes. Whoever has the address has the file."},
    {"max_secret_days", "Our own: a quarter. NHI7:2025 warns of long-lived secrets without naming a number."},
    {"max_secret_days_tls_key", "Our own, near the longest life browsers have accepted for certificates in 2026."},
    {"max_secret_days_signing_key", "Our own: a year; replacing one asks all verifiers to follow."},
    {"max_review_days", "Our own: once a year."},
    {"max_backends_per_identity", "Our own. More, and one stolen credential is a master key."},
    {"max_backends_per_frontend", "Our own. The article's warning: one frontend's credentials that touch too many backends."},
    {"max_trust_drop", "Our own: a secret may be kept at most this much trust below what it opens."},
    {"max_blast_components", "Our own: beyond this many, one compromise is not contained."},
    {"grave_blast_percent", "Our own: half of all data weight."},
    {"slight_blast_percent", "Our own: a tenth of all data weight."},
};

QString basisOf(const char* name) {
    for (const Basis& basis : bases)
        if (QLatin1StringView(basis.name) == QLatin1StringView(name)) return QString::fromUtf8(basis.text);
    return PolicyDialog::tr("Our own.");
}

class QuietSpin : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QString shown(qint64 value, const char* unit) {
    if (QLatin1StringView(unit) == u"s") return durationText(value);
    return *unit ? QStringLiteral("%1 %2").arg(value).arg(QString::fromUtf8(unit)) : QString::number(value);
}

} // namespace

class PolicyDialog::Private {
public:
    explicit Private(Workspace& workspace) : workspace(workspace) {}
    Workspace& workspace;
    std::vector<QSpinBox*> values;
};

PolicyDialog::PolicyDialog(Workspace& workspace, QWidget* parent) : QDialog(parent), d_(std::make_unique<Private>(workspace)) {
    setWindowTitle(tr("Policy of this model"));
    resize(700, 620);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* intro = new QLabel(
        tr("Rules measure against these limits. The defaults are ours, not a standard's: set what your organisation asks for."),
        this);
    intro->setWordWrap(true);
    column->addWidget(intro);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Limits"));
    auto* sheet = new QWidget(area);
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const rules::PolicyParameter& parameter : rules::policyParameters()) {
        auto* text = new QVBoxLayout;
        text->setSpacing(0);
        auto* label = new QLabel(tr(parameter.label), sheet);
        label->setFont(typeFont(Type::Question, true));
        auto* basis = new QLabel(basisOf(parameter.name), sheet);
        basis->setWordWrap(true);
        basis->setFont(typeFont(Type::Hint));
        basis->setForegroundRole(QPalette::PlaceholderText);
        text->addWidget(label);
        text->addWidget(basis);
        auto* value = new QuietSpin(sheet);
        value->setRange(0, std::numeric_limits<int>::max());
        value->setGroupSeparatorShown(true);
        value->setFocusPolicy(Qt::StrongFocus);
        if (*parameter.unit) value->setSuffix(QLatin1Char(' ') + QString::fromUtf8(parameter.unit));
        value->setAccessibleName(label->text());
        value->setAccessibleDescription(basis->text());
        value->setFixedWidth(132);
        label->setBuddy(value);
        auto* back = new QPushButton(tr("Default: %1").arg(shown(parameter.standard, parameter.unit)), sheet);
        back->setAutoDefault(false);
        back->setFlat(true);
        back->setAccessibleName(tr("%1: back to the default").arg(label->text()));
        back->setFont(typeFont(Type::Hint));
        const int standard = static_cast<int>(parameter.standard);
        connect(back, &QPushButton::clicked, value, [value, standard] { value->setValue(standard); });
        value->setValue(static_cast<int>(
            qBound(qint64(0), rules::policyValue(workspace.model(), parameter), qint64(std::numeric_limits<int>::max()))));
        grid->addLayout(text, row, 0);
        grid->addWidget(value, row, 1, Qt::AlignTop);
        grid->addWidget(back, row, 2, Qt::AlignTop);
        d_->values.push_back(value);
        ++row;
    }
    grid->setRowStretch(row, 1);
    area->setWidget(sheet);
    column->addWidget(area, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* set = buttons->addButton(tr("Set policy"), QDialogButtonBox::AcceptRole);
    set->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PolicyDialog::~PolicyDialog() = default;

void PolicyDialog::accept() {
    const model::Model& model = d_->workspace.model();
    const bool done = d_->workspace.edit(tr("Set the policy"), [&](document::Editor& editor) {
        const auto& parameters = rules::policyParameters();
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const QString name = QString::fromLatin1(parameters[i].name);
            // Older files name parameters as rules write them.
            for (const QString& old : {name, QStringLiteral("P.") + name})
                if (model.policy.contains(old) && (old != name || d_->values[i]->value() == parameters[i].standard))
                    editor.erase(model::Policy{old, 0});
            if (d_->values[i]->value() != parameters[i].standard) editor.put(model::Policy{name, d_->values[i]->value()});
        }
    });
    if (done) QDialog::accept();
}

} // namespace sallyport::ui
