// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/CompileModel.h"

#include <QHash>

#include <array>

namespace sallyport::analysis {

/// Where the rows of one table went. Rows come in key order, and so do the first ends of their relations, so that a
/// walk along a relation finds its first end without a look-up.
class Positions {
public:
    template <class Rows>
    void number(const Rows& rows) {
        ids_.reserve(static_cast<std::size_t>(rows.size()));
        positions_.reserve(rows.size());
        for (const auto& row : rows) {
            positions_.insert(row.id.value, static_cast<Index>(ids_.size()));
            ids_.push_back(row.id.value);
        }
    }

    /// `none` if there is no such row.
    Index of(const QString& id) const { return positions_.value(id, none); }
    template <class Id>
    Index of(const std::optional<Id>& id) const {
        return id ? of(id->value) : none;
    }

    /// For ids that come in order, over the course of one walk.
    class Walk {
    public:
        explicit Walk(const Positions& positions) : ids_(positions.ids_) {}
        Index of(const QString& id) {
            while (next_ < ids_.size() && ids_[next_] < id) ++next_;
            return next_ < ids_.size() && ids_[next_] == id ? static_cast<Index>(next_) : none;
        }

    private:
        const std::vector<QString>& ids_;
        std::size_t next_ = 0;
    };

private:
    std::vector<QString> ids_;
    QHash<QString, Index> positions_;
};

/// Compiles one model in one reading. The steps follow the table "From the model to attack facts"; a step reads only
/// what steps before it have made.
class ModelCompiler {
public:
    ModelCompiler(const model::Model& model, Reading reading) : model_(model), worst_(reading == Reading::WorstCase) {}
    AttackFacts run();

private:
    /// What is known of a component's sets.
    struct Sets {
        std::optional<bool> audience;  ///< Its token checks: the audience,
        std::optional<bool> signature; ///< and signature or introspection.
        bool codeFromKnown = false;    ///< There are no members but those drawn.
        bool obeysKnown = false;
        bool openToKnown = false;
    };

    void number();
    void sets();

    // Elements (CompileModel.cpp).
    void zones();
    void data();
    void identities();
    void components();
    void handlings();
    void steering();
    void assumeCodeSources(Index component, const model::Component& row, const Indices& pipelines);
    void assumeInstructions(Index component);
    bool isKind(Index component, std::initializer_list<model::ComponentKind> kinds) const;
    Index onlyIdentityProvider() const;

    // Secrets (CompileSecrets.cpp).
    void secrets();
    void secret(const model::Secret& row, SecretFacts& secret);
    void holdings();
    void addHoldings(std::vector<std::pair<Index, Index>> more);
    void assumeKept();
    void madeCredentials();
    void clientBinding();
    Index clientCredential(Index component) const;
    void scopes();
    bool audienceUnchecked(Index component) const;

    // Grants and flows (CompileFlows.cpp).
    void grants();
    void flows();
    bool isChecked(const model::Flow& row, Index target) const;
    Index callerOf(const model::Flow& row, const FlowFacts& flow);
    void madeGrants();
    void madeGrant(Index flow, const model::Flow& row);
    Index subjectOf(const FlowFacts& flow) const;

    /// An answer, or how the reading takes an unanswered question.
    bool answered(const std::optional<bool>& answer, bool asStated, bool worstCase) const {
        return answer.value_or(worst_ ? worstCase : asStated);
    }
    template <class Rows, class Take>
    void relation(const Rows& rows, const Positions& from, const Positions& to, Take take) const {
        Positions::Walk walk(from);
        for (const auto& row : rows) {
            const Index a = walk.of(row.from.value);
            const Index b = to.of(row.to.value);
            if (a != none && b != none) take(a, b);
        }
    }

    const model::Model& model_;
    bool worst_;
    AttackFacts facts_;
    Positions zones_, components_, identities_, secrets_, grants_, flows_, data_;
    std::vector<const model::Component*> componentRows_;
    std::vector<const model::Secret*> secretRows_;
    std::vector<Sets> sets_;                                // By component.
    std::vector<Indices> handled_;                          // By component: data it handles.
    std::vector<Indices> callsFrom_, callsTo_;              // By component: flows that start and end there.
    std::vector<std::vector<model::Direction>> directions_; // By flow, beside its data.
};

/// Tokens and sessions: access, refresh and id tokens, session cookies.
bool isToken(model::SecretKind kind);

} // namespace sallyport::analysis
