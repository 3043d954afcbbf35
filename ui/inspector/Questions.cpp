// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Questions.h"

#include "rules/Review.h"
#include "style/ElementLook.h"

namespace sallyport::ui {

using model::TableId;
using model::Value;

namespace {

template <class T>
const T& as(const void* row) {
    return *static_cast<const T*>(row);
}

bool isToken(model::SecretKind kind) {
    using enum model::SecretKind;
    return kind == AccessToken || kind == RefreshToken || kind == IdToken || kind == SessionCookie;
}

// Questions that follow from other answers are not asked: the lifetime of what does not expire, for one.
bool mayExpire(const model::Model&, const void* row) { return as<model::Secret>(row).expires != false; }
bool tokenMayExpire(const model::Model&, const void* row) {
    return as<model::Secret>(row).expires != false && isToken(as<model::Secret>(row).kind);
}
bool isRotated(const model::Model&, const void* row) {
    const auto& rotation = as<model::Secret>(row).rotation;
    return rotation && *rotation != model::Rotation::None;
}
bool secretRevocable(const model::Model&, const void* row) { return as<model::Secret>(row).revocationProcedure.has_value(); }
bool mayBePerDevice(const model::Model&, const void* row) { return as<model::Secret>(row).perUser != false; }
bool signs(const model::Model&, const void* row) {
    const auto& secret = as<model::Secret>(row);
    return secret.kind == model::SecretKind::SigningKey || secret.kind == model::SecretKind::PrivateKey || secret.signsFor;
}
bool hasCertificate(const model::Model&, const void* row) {
    const auto& secret = as<model::Secret>(row);
    using enum model::SecretKind;
    return secret.kind == TlsKey || secret.kind == PrivateKey || secret.kind == SigningKey || secret.certificateSubject ||
           secret.certificateIssuer || secret.certificateNotAfter;
}
bool isFederated(const model::Model&, const void* row) {
    return as<model::Identity>(row).credentialType == model::CredentialType::Federated;
}
bool identityRevocable(const model::Model&, const void* row) {
    return as<model::Identity>(row).revocationProcedure.has_value();
}
bool isOwned(const model::Model&, const void* row) { return as<model::Identity>(row).owner.has_value(); }
bool isNotHuman(const model::Model&, const void* row) { return as<model::Identity>(row).kind != model::IdentityKind::Human; }
bool retires(const model::Model&, const void* row) {
    const auto& component = as<model::Component>(row);
    return component.retirementDate || component.lifecycle == model::Lifecycle::Deprecated ||
           component.lifecycle == model::Lifecycle::Decommissioned;
}
bool isThirdParty(const model::Model&, const void* row) {
    const auto& component = as<model::Component>(row);
    return component.thirdParty == true || component.kind == model::ComponentKind::ThirdPartyService ||
           component.assessmentReference || component.assessmentExpiresAt;
}
bool belongsToUsers(const model::Model&, const void* row) { return as<model::DataAsset>(row).perUser != false; }
bool isKeptElsewhere(const model::Model&, const void* row) {
    const auto& holding = as<model::Holding>(row);
    using enum model::StorageForm;
    return holding.keptIn || holding.storageForm == SecretManager || holding.storageForm == Hsm || holding.storageForm == Kms;
}

const std::vector<Question>& all() {
    using enum TableId;
    using enum Form;
    static const std::vector<Question> table{
        // Components
        {Component, "kind", "Basics", "What is it?", "Its kind decides which questions matter."},
        {Component, "zone", "Basics", "Which zone does it stand in?",
         "Its trust boundary. Dragging it on the diagram says the same."},
        {Component, "technology", "Basics", "What is it made with?", "Product or language; shown on its card."},
        {Component, "owner", "Basics", "Who owns it?", "A team or person who answers for it."},
        {Component, "application", "Basics", "Which application is it part of?", "Parts of one application share a fate."},
        {Component, "environment", "Basics", "Which environment does it run in?",
         "Production and test must not share secrets."},
        {Component, "lifecycle", "Basics", "Where is it in its life?", "What is retired should hold nothing any more."},
        {Component, "retirement_date", "Basics", "When is it switched off?", "Its rights should end that day.", Date, retires,
         true},
        {Component, "criticality", "Basics", "How critical is it?", "1 is minor; 4 stops the business."},
        {Component, "third_party", "Basics", "Does somebody else run it?", "A supplier, and so outside your own controls."},
        {Component, "assessment_reference", "Basics", "Where is the supplier's assessment?",
         "Report or ticket that vouches for it.", Auto, isThirdParty},
        {Component, "assessment_expires_at", "Basics", "Until when is the assessment valid?",
         "After that day it vouches for nothing.", Date, isThirdParty},
        {Component, "many", "Basics", "Does each user have one of their own?", "Taking over one then reaches one user.", Auto,
         nullptr, true},
        {Component, "function", "Basics", "What does it do for others?", "Say no as well: what is left open stays unknown."},
        {Component, "notes", "Basics", "Anything else to know?", "For people; no rule reads it.", LongText},
        {Component, "open_to", "Exposure", "Which zones may connect to it?",
         "Published ports and firewall rules, though no call is drawn."},
        {Component, "pep", "Exposure", "What must stand in front of it?", "Calls that go around this are a finding."},
        {Component, "egress_control", "Exposure", "Where may it connect to?", "Without control, stolen data leaves freely."},
        {Component, "code_from", "Code and content", "Where does its code come from?",
         "Whoever controls that controls this too."},
        {Component, "obeys", "Code and content", "Which data does it obey?", "Prompts, pipelines, configuration it acts upon."},
        {Component, "decision_owner", "Decisions", "Who decides what a caller may do?", "Itself, or the component it asks."},
        {Component, "policy_input", "Decisions", "What does the decision look at?", "Such as role, device, time, risk.", Lines},
        {Component, "token_check", "Decisions", "What does it check of a token?",
         "A token made for another audience must not work here."},
        {Component, "session_isolation", "Entry layer", "Is each session kept per frontend?",
         "Own keys, cookies and store for this frontend."},
        {Component, "partitioning", "Entry layer", "Are its contents kept apart?",
         "By frontend or tenant; else one reads all."},
        {Component, "origin", "Session", "Which origin is it served from?",
         "Scheme and host; what the browser calls the same site."},
        {Component, "needs_data", "Session", "Which data is it meant to see?", "What it gets beyond this is too much."},
        {Component, "csrf_defence", "Session", "What defends against cross-site requests?",
         "A cookie is sent along by any page."},
        {Component, "session_absolute_s", "Session", "When does a session end at the latest?",
         "However busy it is. 0 means never.", Duration},
        {Component, "session_idle_s", "Session", "When does an idle session end?", "Without any request. 0 means never.",
         Duration},
        {Component, "cookie_http_only", "Cookie", "Is the session cookie kept from scripts?",
         "HttpOnly: an injected script cannot read it."},
        {Component, "cookie_secure", "Cookie", "Is it sent over TLS only?", "The Secure attribute."},
        {Component, "cookie_same_site", "Cookie", "Is it sent along by other sites?",
         "The SameSite attribute; None means yes."},
        {Component, "cookie_host_prefix", "Cookie", "Does its name begin with __Host-?",
         "Other hosts of the domain then cannot set it."},
        {Component, "cookie_domain_set", "Cookie", "Is a domain set?", "Then all hosts of that domain receive it."},
        {Component, "cookie_path", "Cookie", "Which path is it for?", "/ unless it is narrower."},
        {Component, "cookie_contains_tokens", "Cookie", "Does it contain tokens?",
         "Rather than a mere reference to a session."},
        {Component, "cookie_encrypted", "Cookie", "Is its content encrypted?",
         "What stands in it is then for the server alone."},
        {Component, "oauth_client_type", "OAuth client", "Can it keep a secret?",
         "A confidential client can; what ships to a user cannot."},
        {Component, "oauth_client_auth", "OAuth client", "How does it prove itself to the issuer?",
         "Keys beat a shared secret."},
        {Component, "oauth_grant", "OAuth client", "How does it get its tokens?", "Implicit and password should be no."},
        {Component, "oauth_pkce", "OAuth client", "Is the code bound to the request (PKCE)?",
         "A stolen code is useless with S256."},
        {Component, "oauth_redirect_match", "OAuth client", "How are redirect addresses compared?",
         "A pattern can be made to match elsewhere."},
        {Component, "oauth_redirect_uri", "OAuth client", "Which redirect addresses are registered?", "Codes are sent there.",
         Lines},
        {Component, "encryption_at_rest", "Storage", "Is it encrypted on disk?",
         "Helps against stolen disks, not against whoever runs it."},
        {Component, "logging_event", "Watching", "What does it log?", "What is not logged cannot be noticed."},
        {Component, "logging_field", "Watching", "Whom does a log entry name?", "The caller, and the user on whose behalf."},
        {Component, "logging_sink", "Watching", "Where do its logs go?", "Away from it, so that an intruder cannot clean up."},
        {Component, "posture_source", "Watching", "Who watches its configuration?",
         "A scanner or service that would notice drift."},
        {Component, "exploitable", "What-if", "Assume it can be taken over?",
         "As if it had a hole: its blast then adds to what an outsider has."},
        // Zones
        {Zone, "kind", "Basics", "What kind of zone is it?", "Decides its sign, and where outsiders stand."},
        {Zone, "parent", "Basics", "Which zone is it in?", "A zone inside another is behind both boundaries."},
        {Zone, "trust", "Basics", "How much is it trusted?", "Any whole number; higher is more. Only the order counts."},
        {Zone, "attacker_starts_here", "Basics", "Does an outsider stand here?",
         "Where nobody says, outsiders stand in the internet."},
        {Zone, "flat", "Inside", "Can everything in it connect to everything?", "One network without walls inside."},
        {Zone, "implicit_trust", "Inside", "Is a call believed because it comes from inside?",
         "The habit zero trust does away with."},
        {Zone, "sealed", "Border", "Is it sealed?", "Nothing gets in but over the calls drawn."},
        {Zone, "default_deny", "Border", "Is what is not allowed refused?", "At the zone's border, in both directions."},
        {Zone, "allowed_source", "Border", "From which zones may calls come?", "Any other source is a finding."},
        {Zone, "allowed_data_class", "Border", "Which data may be in it?", "By sensitivity."},
        // Flows
        {Flow, "source", "Transport", "Who calls?", "Where the call starts."},
        {Flow, "target", "Transport", "Who is called?", "Where the call ends."},
        {Flow, "protocol", "Transport", "Which protocol is it?", "Such as HTTPS, gRPC, SQL, AMQP."},
        {Flow, "tls", "Transport", "Is it encrypted on the way?", "No TLS: whoever is in between reads and changes it."},
        {Flow, "authn", "Caller", "How does the caller prove itself?", "Network location proves nothing."},
        {Flow, "caller_identity", "Caller", "As whom is the call made?", "The identity whose rights it uses."},
        {Flow, "credential_location", "Caller", "Where does the credential travel?", "In an address it ends up in logs."},
        {Flow, "forwards_cookie", "Caller", "Is the session cookie passed on?", "Then the next one can use the session too."},
        {Flow, "operation", "Authorisation", "What does it do at the target?", "The gravest it can do."},
        {Flow, "subject_propagation", "Authorisation", "How does the target learn for whom?", "A header alone proves nothing."},
        {Flow, "authz_at_target", "Authorisation", "What does the target check?",
         "Object: whether this caller may have this record."},
        {Flow, "required_scope", "Authorisation", "Which scopes are required?", "As the token must carry them.", Lines},
        {Flow, "destination_control", "Robustness", "Who chooses the destination?",
         "Chosen by the client, it can be led anywhere."},
        {Flow, "input_validation", "Robustness", "Does the target validate what it gets?",
         "Size, type and form, before using it."},
        {Flow, "follows_redirects", "Robustness", "Does the caller follow redirects?", "A redirect can lead inside."},
        {Flow, "timeout_s", "Robustness", "After how long does it give up?",
         "Without a limit, one slow service stops the others.", Duration},
        {Flow, "last_reviewed", "Robustness", "When was it last reviewed?", "By somebody who asked whether it is still needed.",
         Date},
        // Identities
        {Identity, "kind", "Basics", "Who or what is it?", "Human, or which kind of machine."},
        {Identity, "per_user", "Basics", "Does each user have one of their own?", "One stolen then acts as one user."},
        {Identity, "owner", "Basics", "Who owns it?", "An identity nobody owns is never taken away."},
        {Identity, "owner_status", "Basics", "Is the owner still there?", "Identities outlive the people who asked for them.",
         Auto, isOwned},
        {Identity, "status", "Basics", "Is it in use?", "Disabled ones should be deleted."},
        {Identity, "issuer", "Proof", "Who vouches for it?", "The identity provider: whoever controls that can act as it."},
        {Identity, "credential_type", "Proof", "How does it prove itself?",
         "Federated and platform credentials cannot be copied out."},
        {Identity, "federation_issuer", "Proof", "Whose tokens are accepted?", "The issuer's address, exactly.", Auto,
         isFederated},
        {Identity, "federation_audience", "Proof", "For which audience?", "So that a token for others does not work.", Auto,
         isFederated},
        {Identity, "federation_subject", "Proof", "For which subject?", "A wildcard lets any pipeline or pod in.", Auto,
         isFederated},
        {Identity, "interactive_login", "Use", "Can a person log in with it?", "A machine's identity should not allow it.",
         Auto, isNotHuman},
        {Identity, "human_users", "Use", "Which people use it?", "Shared, nobody knows who did it. \"none\" is an answer.",
         Auto, isNotHuman},
        {Identity, "expires_at", "Ending", "When does it end?", "A date after which it is gone unless renewed.", Date},
        {Identity, "last_reviewed", "Ending", "When was it last reviewed?", "Whether it still needs what it may do.", Date},
        {Identity, "revocation_procedure", "Ending", "How is it taken away?",
         "Runbook or steps; in an incident there is no time to ask."},
        {Identity, "revocation_tested_at", "Ending", "When was that last tried?",
         "A procedure that was never tried may not work.", Date, identityRevocable},
        // Secrets
        {Secret, "kind", "Basics", "What kind of secret is it?", "Decides what having it is worth."},
        {Secret, "purpose", "Basics", "What is it for?", "Decides where it belongs: gateway, BFF or neither."},
        {Secret, "identity", "Basics", "Whose identity does it prove?", "Whoever has it can act as that."},
        {Secret, "owner_component", "Basics", "Whose is it?", "The one component that needs it."},
        {Secret, "per_user", "Reach", "Does each user have one of their own?", "One stolen then reaches one user."},
        {Secret, "per_device", "Reach", "Does each device have one of its own?", "One lost phone is then one secret.", Auto,
         mayBePerDevice},
        {Secret, "bound_to", "Reach", "Is it useless without another secret?",
         "Sender-constrained: the key must be shown too."},
        {Secret, "restricted", "Reach", "Is it good for some rights only?", "Narrower than all its identity may do."},
        {Secret, "signs_for", "Reach", "Whose tokens does it sign?", "Whoever has it makes tokens of that issuer.", Auto,
         signs},
        {Secret, "expires", "Life", "Does it expire by itself?", "One that does not is good for ever once leaked."},
        {Secret, "lifetime_s", "Life", "After how long does it expire?", "From the day it was made.", Duration, mayExpire},
        {Secret, "max_lifetime_s", "Life", "How long can it be renewed for?", "The latest end, refreshing included.", Duration,
         tokenMayExpire},
        {Secret, "rotation", "Life", "How is it replaced?", "By hand means rarely."},
        {Secret, "rotation_interval_s", "Life", "How often?", "At the latest.", Duration, isRotated},
        {Secret, "last_rotated", "Life", "When was it last replaced?", "Longer than the interval is a finding.", Date,
         isRotated},
        {Secret, "revocation_procedure", "Ending", "How is it revoked?",
         "Runbook or steps; in an incident there is no time to ask."},
        {Secret, "revocation_tested_at", "Ending", "When was that last tried?",
         "A procedure that was never tried may not work.", Date, secretRevocable},
        {Secret, "fingerprint", "Evidence", "What is its fingerprint?",
         "SHA-256 that tells whether two places have the same one; never the secret itself."},
        {Secret, "certificate_subject", "Evidence", "Whom does the certificate name?", "Its subject.", Auto, hasCertificate},
        {Secret, "certificate_issuer", "Evidence", "Who issued the certificate?", "The authority that vouches for it.", Auto,
         hasCertificate},
        {Secret, "certificate_sans", "Evidence", "Which other names does it carry?", "Subject alternative names.", Auto,
         hasCertificate},
        {Secret, "certificate_not_before", "Evidence", "From when is it valid?", "", Date, hasCertificate},
        {Secret, "certificate_not_after", "Evidence", "Until when is it valid?", "", Date, hasCertificate},
        // Grants
        {Grant, "identity", "Who", "Who may?", "The identity that has the right."},
        {Grant, "also", "Who", "Who must be shown as well?", "A user in whose name a service asks: both are needed."},
        {Grant, "target", "Where", "At which component?", "A right holds at one place."},
        {Grant, "scope", "Where", "Which scope?", "* is everything there."},
        {Grant, "own_only", "Where", "Only the caller's own data?", "One user then reaches that user's records alone."},
        {Grant, "admin", "Where", "Is it an administrator's right?", "Then it controls the component itself."},
        // Data assets
        {DataAsset, "sensitivity", "Worth", "How sensitive is it?", "Decides its weight where none is given."},
        {DataAsset, "weight", "Worth", "How much does it weigh?",
         "Unless said: public 0, internal 1, confidential 5, regulated 20.", Auto, nullptr, true},
        {DataAsset, "per_user", "People", "Do its records belong to users?", "Then losing one user's is less than losing all."},
        {DataAsset, "users", "People", "How many users?", "1,000 is assumed where nobody says.", Auto, belongsToUsers},
        {DataAsset, "live", "People", "How many are logged in at once?", "Their sessions fall with what they pass through.",
         Auto, belongsToUsers},
        {DataAsset, "key", "Protection", "Which key opens its locked copies?", "Without it, locked copies say nothing."},
        // Rows between elements; shown on the cards of links.
        {Holding, "storage_form", "", "How is it kept?", "Plain text anywhere is as good as public."},
        {Holding, "kept_in", "", "Which store is it read from?", "Whoever controls the store has it too.", Auto,
         isKeptElsewhere},
        {Handling, "stored", "", "Does it keep a copy?", "Or does it only pass through?"},
        {Handling, "form", "", "Can it read what it handles?", "Locked: sealed with a key that is elsewhere."},
        {FlowData, "direction", "", "Which way does it go?", "To the target, back from it, or both."},
        // Notes on a diagram
        {Note, "text", "Text", "What does the note say?", "The first line is its title.", LongText},
    };
    return table;
}

const std::vector<Unasked>& notAsked() {
    static const std::vector<Unasked> table{
        {TableId::Component, "name", "typed in the header"},
        {TableId::Zone, "name", "typed in the header"},
        {TableId::Flow, "name", "typed in the header"},
        {TableId::Identity, "name", "typed in the header"},
        {TableId::Secret, "name", "typed in the header"},
        {TableId::DataAsset, "name", "typed in the header"},
        {TableId::Note, "diagram", "a note stays in its diagram"},
        {TableId::Note, "x", "dragged"},
        {TableId::Note, "y", "dragged"},
        {TableId::Note, "w", "dragged"},
        {TableId::Note, "h", "dragged"},
    };
    return table;
}

const void* rowOf(const model::Model& model, TableId table, const QString& id) {
    const Value key[] = {Value(id)};
    return model::table(table).find(model, key);
}

} // namespace

const model::Column* Question::column() const {
    const model::Table& description = model::table(table);
    const int at = description.column(QString::fromLatin1(name));
    return at < 0 ? nullptr : &description.columns[static_cast<std::size_t>(at)];
}

const model::SetColumn* Question::set() const {
    for (const model::SetColumn& set : model::table(table).sets)
        if (QLatin1StringView(name) == QLatin1StringView(set.prefix)) return &set;
    return nullptr;
}

std::span<const Question> questions() { return all(); }

const Question* questionFor(TableId table, QStringView name) {
    for (const Question& question : all())
        if (question.table == table && name == QLatin1StringView(question.name)) return &question;
    return nullptr;
}

std::span<const Unasked> unasked() { return notAsked(); }

bool isAsked(const Question& question, const model::Model& model, const void* row) {
    if (question.asked && !question.asked(model, row)) return false;
    if (question.table != TableId::Component || question.optional) return true;
    return rules::appliesTo(as<model::Component>(row).kind, QLatin1StringView(question.name));
}

bool isUnknown(const Question& question, const model::Model& model, const void* row) {
    return !question.optional && isAsked(question, model, row) && isOpen(question, model, row);
}

bool isOpen(const Question& question, const model::Model& model, const void* row) {
    if (const model::Column* column = question.column())
        return column->kind == model::ColumnKind::Answer && model::isNull(column->get(row));
    const model::SetColumn* set = question.set();
    const QString element = std::get<QString>(model::table(question.table).columns.front().get(row));
    const QString start = QLatin1StringView(set->prefix) + QStringLiteral(".");
    bool known = false;
    const auto look = [&](const auto& rows, const auto& id) {
        if (!set->words.empty()) {
            for (const model::Word& word : set->words)
                known = known || rows.contains({id, start + QLatin1StringView(word.word)});
            return;
        }
        for (const auto& has : rows) known = known || (has.element == id && has.what.startsWith(start));
    };
    if (set->choices == TableId::ComponentHas) look(model.componentHas, model::ComponentId{element});
    if (set->choices == TableId::ZoneHas) look(model.zoneHas, model::ZoneId{element});
    if (set->choices == TableId::FlowHas) look(model.flowHas, model::FlowId{element});
    if (!known && set->relation) {
        const model::Table& relation = model::table(*set->relation);
        relation.each(model, [&](const void* pair) {
            if (!known) known = std::get<QString>(relation.columns.front().get(pair)) == element;
        });
    }
    return !known;
}

int unknownCount(const model::Model& model, const QString& id) {
    int count = 0;
    const auto ask = [&](TableId table, const void* row) {
        for (const Question& question : all())
            if (question.table == table && isUnknown(question, model, row)) ++count;
    };
    for (const TableId table : {TableId::Component, TableId::Zone, TableId::Flow, TableId::Identity, TableId::Secret,
                                TableId::Grant, TableId::DataAsset})
        if (const void* row = rowOf(model, table, id)) ask(table, row);
    for (const model::Holding& row : model.holdings)
        if (row.secret.value == id) ask(TableId::Holding, &row);
    for (const model::Handling& row : model.handlings)
        if (row.component.value == id) ask(TableId::Handling, &row);
    for (const model::FlowData& row : model.flowData)
        if (row.flow.value == id) ask(TableId::FlowData, &row);
    return count;
}

QString valueText(const model::Model& model, const model::Column& column, const Value& value, Form form) {
    if (model::isNull(value)) return {};
    switch (column.type) {
        case model::ValueType::Boolean:
            return std::get<qint64>(value) ? QStringLiteral("Yes") : QStringLiteral("No");
        case model::ValueType::Enumeration:
            for (const model::Word& word : column.words)
                if (std::get<QString>(value) == QLatin1StringView(word.word)) return QString::fromUtf8(word.label);
            return std::get<QString>(value);
        case model::ValueType::Reference:
            return model.nameOf(std::get<QString>(value));
        case model::ValueType::Integer:
            return form == Form::Duration ? durationText(std::get<qint64>(value)) : QString::number(std::get<qint64>(value));
        case model::ValueType::Real:
            return QString::number(std::get<double>(value));
        default:
            return std::get_if<QString>(&value) ? std::get<QString>(value) : QString();
    }
}

} // namespace sallyport::ui
