// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Surroundings.h"

#include <unordered_map>

namespace sallyport::advice {

/// What belongs together at one component: calls in and out, the data they move, who they are made as, the secrets
/// that prove it, and the rights there. Two groups of callers are independent if nothing joins them.
class CallerGroups {
public:
    CallerGroups(const Surroundings& around, Index component);

    /// The independent groups that have callers.
    int size() const { return static_cast<int>(callers_.size()); }
    /// Incoming calls of a group, in the order of the flows.
    const Indices& callers(int group) const { return callers_[static_cast<std::size_t>(group)]; }

    enum class What : quint8 { Flow, Secret, Identity, Data, Grant };
    /// The group a thing belongs to, none if it belongs to no caller and so to all.
    int groupOf(What what, Index index);
    /// Whether the call deploys: the pipeline serves every part.
    static bool isDeployment(const Surroundings& around, Index flow);

private:
    using Node = std::uint64_t;
    static Node node(What what, Index index) { return (static_cast<Node>(what) << 32) | static_cast<std::uint32_t>(index); }
    Node root(Node of);
    void join(Node a, Node b) { parent_[root(a)] = root(b); }
    void joinFlow(const Surroundings& around, Index flow);
    void joinGrants(const Surroundings& around, Index component);

    std::unordered_map<Node, Node> parent_;
    std::unordered_map<Node, int> groups_; // By root.
    std::vector<Indices> callers_;
    Indices deployers_; // Identities.
};

} // namespace sallyport::advice
