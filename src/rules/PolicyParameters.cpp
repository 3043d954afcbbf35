// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RulePack.h"

namespace sallyport::rules {

const std::vector<PolicyParameter>& policyParameters() {
    static const std::vector<PolicyParameter> parameters{
        {"max_access_token_s", "Longest life of an access token", 3600, "s"},
        {"max_browser_token_s", "Longest life of a token in a browser", 600, "s"},
        {"max_session_s", "Longest session", 43200, "s"},
        {"max_presigned_s", "Longest life of a presigned address", 900, "s"},
        {"max_secret_days", "Longest life of a secret", 90, "days"},
        {"max_secret_days_tls_key", "Longest life of a TLS key", 200, "days"},
        {"max_secret_days_signing_key", "Longest life of a signing key", 365, "days"},
        {"max_review_days", "Longest time between reviews", 365, "days"},
        {"max_backends_per_identity", "Most backends one identity may reach", 5, ""},
        {"max_backends_per_frontend", "Most backends one frontend's credential may reach", 5, ""},
        {"max_trust_drop", "How much less trusted a secret's place may be", 1, ""},
        {"max_blast_components", "Most components one compromise may reach", 8, ""},
        {"grave_blast_percent", "Share of data from which a blast is critical", 50, "%"},
        {"slight_blast_percent", "Share of data below which a blast is medium", 10, "%"},
    };
    return parameters;
}

qint64 policyValue(const model::Model& model, const PolicyParameter& parameter) {
    const QString name = QLatin1StringView(parameter.name);
    if (const model::Policy* own = model.policy.find(name)) return own->value;
    if (const model::Policy* own = model.policy.find(QStringLiteral("P.") + name)) return own->value;
    return parameter.standard;
}

} // namespace sallyport::rules
