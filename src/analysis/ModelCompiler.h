// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/CompileModel.h"
#include "analysis/Positions.h"
#include "analysis/RowWalk.h"

#include <initializer_list>
#include <type_traits>
#include <utility>

namespace sallyport::analysis {

/// Compiles one model in one reading. The steps follow the table "From the model to attack facts"; a step reads only
/// what steps before it have made. Each table is walked once, since a walk costs a cache miss or two a row: what later
/// steps need of a row is noted beside its facts.
class ModelCompiler {
public:
    ModelCompiler(const model::Model& model, Reading reading, std::stop_token stop);
    /// Nothing if stopped. A step that was stopped leaves tables short, so no later one runs.
    std::optional<AttackFacts> run();

private:
    /// What later steps need of a component.
    struct ComponentNote {
        model::ComponentKind kind = model::ComponentKind::Backend;
        std::optional<model::OauthClientType> oauthClientType;
        std::optional<bool> audience;  ///< Its token checks: the audience,
        std::optional<bool> signature; ///< and signature or introspection.
        bool codeFromKnown = false;    ///< There are no members but those drawn.
        bool obeysKnown = false;
        bool openToKnown = false;
        Indices handled; ///< Data.
    };
    struct SecretNote {
        model::SecretKind kind = model::SecretKind::Password;
        bool restricted = false;
        Index owner = none;       ///< Component.
        bool inSomeStore = false; ///< Nobody has said in which secret store it is kept.
        const QString* boundTo = nullptr;
    };
    struct FlowNote {
        std::optional<model::Authn> authn;
        std::optional<model::SubjectPropagation> subjectPropagation;
        std::vector<model::Direction> directions; ///< Beside the flow's data.
    };

    // Elements (CompileModel.cpp).
    void zones();
    void components();
    void sets();
    void identities();
    void data();
    void relations();
    void handlings();
    void steering();
    void assumeSteering();
    void addEachOnce(std::vector<std::pair<Index, Index>> more, ShortIndices ComponentFacts::*list);
    void assumeCodeSources(Index component, const Indices& pipelines, std::vector<std::pair<Index, Index>>& code) const;
    void assumeInstructions(Index component, std::vector<std::pair<Index, Index>>& instructions) const;
    Indices ofKind(model::ComponentKind kind) const;
    Index onlyIdentityProvider() const;

    // Secrets (CompileSecrets.cpp).
    void secrets();
    SecretFacts secret(const model::Secret& row, Index provider) const;
    void holdings();
    void assumeKept();
    void madeCredentials();
    void clientBinding();
    Index clientCredential(Index component) const;
    void scopes();
    bool audienceUnchecked(Index component) const;

    // Grants and flows (CompileFlows.cpp).
    void grants();
    void flows();
    void flowRelations();
    bool isChecked(const model::Flow& row, Index target) const;
    void callers();
    Index callerOf(Index flow);
    void madeGrants();
    void madeGrant(Index flow, const QString& name);
    Index subjectOf(const FlowFacts& flow) const;

    /// Asked for every element of a list; looks now and then.
    bool stopped(Index index) const { return index % 1024 == 0 && stop_.stop_requested(); }
    /// An answer, or how the reading takes an unanswered question.
    bool answered(const std::optional<bool>& answer, bool asStated, bool worstCase) const {
        return answer.value_or(worst_ ? worstCase : asStated);
    }
    /// Calls take(row, a, b) for each row with where its two ends (members) stand, if both do; rows mostly come in the order of
    /// `from`.
    template <class Rows, class First, class Second, class Take>
    void pairs(const Rows& rows, const Positions& from, const Positions& to, First first, Second second, Take take) const {
        Positions::Walk walk(from);
        std::size_t firstHash[rowBlock], secondHash[rowBlock];
        const auto fetch = [&](const auto& row) {
            fetchSoon(row.*first);
            fetchSoon(row.*second);
        };
        const auto place = [&](const auto& row, std::size_t i) {
            firstHash[i] = from.hash((row.*first).value);
            to.fetchPlace(secondHash[i] = to.hash((row.*second).value));
        };
        eachRowPlaced(stop_, rows, fetch, place, [&](const auto& row, std::size_t i) {
            const Index a = walk.ofHash(firstHash[i]);
            const Index b = to.ofHash(secondHash[i]);
            if (a != none && b != none) take(row, a, b);
        });
    }
    template <class Rows, class Take>
    void relation(const Rows& rows, const Positions& from, const Positions& to, Take take) const {
        using Row = std::remove_cvref_t<decltype(*rows.begin())>;
        pairs(rows, from, to, &Row::from, &Row::to, [&](const Row&, Index a, Index b) { take(a, b); });
    }

    const model::Model& model_;
    std::stop_token stop_;
    bool worst_;
    AttackFacts facts_;
    Positions zones_, components_, identities_, secrets_, grants_, flows_, data_;
    std::vector<ComponentNote> componentNotes_;
    std::vector<SecretNote> secretNotes_;
    std::vector<FlowNote> flowNotes_;
    Indices deployments_;                      // Flows.
    std::vector<Indices> callsFrom_, callsTo_; // By component: flows that start and end there.
};

/// Tokens and sessions: access, refresh and id tokens, session cookies.
bool isToken(model::SecretKind kind);

} // namespace sallyport::analysis
