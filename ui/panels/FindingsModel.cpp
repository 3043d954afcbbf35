// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingsModel.h"

#include "model/Model.h"
#include "rules/Decisions.h"
#include "style/SallyportStyle.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

QString decisionText(const rules::Finding& finding) {
    if (finding.status == rules::FindingStatus::Unknown) return FindingsModel::tr("unknown");
    if (!finding.decision || finding.decision->status == model::DecisionStatus::Open) return FindingsModel::tr("open");
    const QString said = model::label(finding.decision->status).toLower();
    return finding.decisionStands ? said : FindingsModel::tr("%1, expired").arg(said);
}

QString dueText(const rules::Finding& finding) {
    return finding.decision ? finding.decision->expiresAt.value_or(QString()) : QString();
}

} // namespace

bool FindingFilter::isIn(State state, const rules::Finding& finding, const QDate& today) {
    const bool isSettled = finding.severity == rules::Severity::None;
    switch (state) {
        case State::Undecided:
            return !isSettled && rules::isUndecided(finding);
        case State::Unknown:
            return finding.status == rules::FindingStatus::Unknown;
        case State::Decided:
            return !isSettled && finding.decision && finding.decision->status != model::DecisionStatus::Open;
        case State::Expiring:
            return rules::isExpiring(finding, today, rules::soonDays);
        case State::Settled:
            return isSettled;
        case State::All:
            break;
    }
    return true;
}

bool FindingFilter::takes(const rules::Finding& finding, const QString& names, const QDate& today) const {
    return isIn(state, finding, today) && takesSeverity(finding) && takesPerson(finding) && takesWords(finding, names);
}

bool FindingFilter::takesSeverity(const rules::Finding& finding) const {
    const bool isAny = std::none_of(severities.begin(), severities.end(), [](bool on) { return on; });
    return isAny || severities[static_cast<std::size_t>(finding.severity)];
}

bool FindingFilter::takesPerson(const rules::Finding& finding) const {
    return person.isEmpty() || rules::isOf(finding, person);
}

bool FindingFilter::takesWords(const rules::Finding& finding, const QString& names) const {
    if (!element.isEmpty() && !finding.elements.contains(element)) return false;
    return text.isEmpty() || finding.text.contains(text, Qt::CaseInsensitive) ||
           finding.rule.contains(text, Qt::CaseInsensitive) || finding.title.contains(text, Qt::CaseInsensitive) ||
           names.contains(text, Qt::CaseInsensitive);
}

std::vector<rules::Finding> settledFindings(const model::Model& model, const rules::Review& review,
                                            const rules::RulePack& pack) {
    std::vector<rules::Finding> settled;
    for (const model::Decision& decision : rules::settledDecisions(model, review.findings)) {
        rules::Finding finding;
        finding.rule = decision.rule;
        const rules::Rule* rule = pack.find(decision.rule);
        finding.title = rule ? rule->title : FindingsModel::tr("there is no such rule here");
        finding.severity = rules::Severity::None;
        finding.elements = decision.elements.split(u' ', Qt::SkipEmptyParts);
        finding.text = FindingsModel::tr("Found no more: %1.").arg(finding.title);
        finding.decision = decision;
        finding.decisionStands = rules::expiryOf(decision.expiresAt, QDate::fromString(review.today, Qt::ISODate)).stands();
        settled.push_back(std::move(finding));
    }
    return settled;
}

void FindingsModel::show(const model::Model& model, std::shared_ptr<const rules::Review> review,
                         std::vector<rules::Finding> settled, const FindingFilter& filter, const QDate& today) {
    beginResetModel();
    review_ = std::move(review);
    settled_ = std::move(settled);
    names_.clear();
    shown_.clear();
    const std::size_t all = (review_ ? review_->findings.size() : 0) + settled_.size();
    names_.reserve(all);
    for (std::size_t i = 0; i < all; ++i) {
        QStringList names;
        for (const QString& id : at(i).elements) names << model.nameOf(id);
        names_.push_back(names.join(QStringLiteral(", ")));
        if (filter.takes(at(i), names_.back(), today)) shown_.push_back(i);
    }
    order();
    endResetModel();
}

FindingCounts FindingsModel::counts(const FindingFilter& filter, const QString& person, const QDate& today) const {
    using State = FindingFilter::State;
    FindingCounts counts;
    const bool isOwned = filter.state != State::Undecided && filter.state != State::Unknown; // as "mine" chooses
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const rules::Finding& finding = at(i);
        if (!filter.takesWords(finding, names_[i])) continue;
        const bool ofSeverity = filter.takesSeverity(finding), ofPerson = filter.takesPerson(finding);
        if (ofPerson && FindingFilter::isIn(filter.state, finding, today))
            ++counts.severities[static_cast<std::size_t>(finding.severity)];
        for (std::size_t state = 0; state < counts.states.size() && ofSeverity && ofPerson; ++state)
            if (FindingFilter::isIn(static_cast<State>(state), finding, today)) ++counts.states[state];
        if (ofSeverity && rules::isOf(finding, person) &&
            FindingFilter::isIn(isOwned ? filter.state : State::All, finding, today))
            ++counts.mine;
    }
    return counts;
}

const rules::Finding& FindingsModel::at(std::size_t nth) const {
    const std::size_t found = review_ ? review_->findings.size() : 0;
    return nth < found ? review_->findings[nth] : settled_[nth - found];
}

void FindingsModel::order() {
    if (sortColumn_ < 0) return; // the review's own order
    const auto key = [this](std::size_t nth) -> QString {
        const rules::Finding& finding = at(nth);
        switch (sortColumn_) {
            case Rule:
                return finding.rule;
            case Sentence:
                return finding.text;
            case Elements:
                return names_[nth];
            case Decision:
                return decisionText(finding);
            case Due:
                return dueText(finding);
            default:
                return {};
        }
    };
    std::stable_sort(shown_.begin(), shown_.end(), [&](std::size_t a, std::size_t b) {
        if (sortColumn_ == Severity) {
            const auto severityA = at(a).severity, severityB = at(b).severity;
            return sortOrder_ == Qt::AscendingOrder ? severityA > severityB : severityA < severityB;
        }
        const int order = QString::localeAwareCompare(key(a), key(b));
        return sortOrder_ == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

void FindingsModel::sort(int column, Qt::SortOrder order_) {
    beginResetModel();
    sortColumn_ = column;
    sortOrder_ = order_;
    order();
    endResetModel();
}

int FindingsModel::find(const QString& findingId) const {
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (at(shown_[i]).id() == findingId) return static_cast<int>(i);
    return -1;
}

int FindingsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(shown_.size()); }
int FindingsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const rules::Finding& of = finding(index.row());
    if (role == Qt::ToolTipRole)
        return plainTip(index.column() == Severity ? of.severityReason : index.column() == Rule ? of.title : of.text);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
        case Severity:
            return of.severity == rules::Severity::None ? tr("Settled") : rules::severityLabel(of.severity);
        case Rule:
            return of.rule;
        case Sentence:
            return of.text;
        case Elements:
            return names(index.row());
        case Decision:
            return decisionText(of);
        case Due:
            return dueText(of);
        default:
            return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Severity:
            return tr("Severity");
        case Rule:
            return tr("Rule");
        case Sentence:
            return tr("Finding");
        case Elements:
            return tr("Elements");
        case Decision:
            return tr("Decision");
        case Due:
            return tr("Due");
        default:
            return {};
    }
}

} // namespace sallyport::ui
