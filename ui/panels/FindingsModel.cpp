// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingsModel.h"

#include "model/Model.h"

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

bool FindingFilter::takes(const rules::Finding& finding, const QString& names) const {
    switch (state) {
        case State::Open:
            if (!finding.isOpen()) return false;
            break;
        case State::Unknown:
            if (finding.status != rules::FindingStatus::Unknown) return false;
            break;
        case State::Decided:
            if (!finding.decision || finding.decision->status == model::DecisionStatus::Open) return false;
            break;
        case State::All:
            break;
    }
    const bool isAny = std::none_of(severities.begin(), severities.end(), [](bool on) { return on; });
    if (!isAny && !severities[static_cast<std::size_t>(finding.severity)]) return false;
    if (!element.isEmpty() && !finding.elements.contains(element)) return false;
    return text.isEmpty() || finding.text.contains(text, Qt::CaseInsensitive) ||
           finding.rule.contains(text, Qt::CaseInsensitive) || finding.title.contains(text, Qt::CaseInsensitive) ||
           names.contains(text, Qt::CaseInsensitive);
}

void FindingsModel::show(const model::Model& model, std::shared_ptr<const rules::Review> review, const FindingFilter& filter) {
    beginResetModel();
    review_ = std::move(review);
    names_.clear();
    shown_.clear();
    if (review_) {
        names_.reserve(review_->findings.size());
        for (std::size_t i = 0; i < review_->findings.size(); ++i) {
            QStringList names;
            for (const QString& id : review_->findings[i].elements) names << model.nameOf(id);
            names_.push_back(names.join(QStringLiteral(", ")));
            if (filter.takes(review_->findings[i], names_.back())) shown_.push_back(i);
        }
    }
    order();
    endResetModel();
}

void FindingsModel::order() {
    if (sortColumn_ < 0) return; // the review's own order
    const auto key = [this](std::size_t nth) -> QString {
        const rules::Finding& finding = review_->findings[nth];
        switch (sortColumn_) {
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
            const auto severityA = review_->findings[a].severity, severityB = review_->findings[b].severity;
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
        if (review_->findings[shown_[i]].id() == findingId) return static_cast<int>(i);
    return -1;
}

int FindingsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(shown_.size()); }
int FindingsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const rules::Finding& of = finding(index.row());
    if (role == Qt::ToolTipRole) return index.column() == Severity ? of.severityReason : of.text;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
        case Severity:
            return rules::severityLabel(of.severity);
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
