// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Enumerations.h"
#include "model/Ids.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <tuple>

/// The rows a model is made of, one struct per table of the document (resources/schema/schema.sql).
/// An empty optional is an unanswered question ("unknown"), or, for a link, something not drawn;
/// which of the two it is, and every column's name, stands in Tables.h.
/// A row's key() refers to the row; Key is a key that stands alone.
/// Times of day and dates are ISO 8601 text; durations are seconds; 0 of a session's means without end.
namespace sallyport::model {

using Text = std::optional<QString>;
using YesNo = std::optional<bool>;
using Number = std::optional<qint64>;

/// A trust zone; its border is the trust boundary. Zones nest by `parent`, never by geometry.
struct Zone {
    ZoneId id;
    QString name;
    std::optional<ZoneKind> kind;
    std::optional<ZoneId> parent;
    Number trust; ///< higher = more trusted
    YesNo flat, implicitTrust, sealed, defaultDeny, attackerStartsHere;

    using Key = ZoneId;
    const Key& key() const { return id; }
    bool operator==(const Zone&) const = default;
};

/// Anything that runs, stores or is used.
struct Component {
    ComponentId id;
    QString name;
    ComponentKind kind = ComponentKind::Backend;
    std::optional<ZoneId> zone;
    Text application;
    std::optional<Environment> environment;
    Text owner;
    std::optional<Lifecycle> lifecycle;
    Text retirementDate;
    Number criticality; ///< 1 to 4
    YesNo thirdParty;
    Text assessmentReference, assessmentExpiresAt;
    YesNo many; ///< one instance per user
    Text technology, notes;
    std::optional<EgressControl> egressControl;
    std::optional<ComponentId> decisionOwner; ///< itself, or the component that decides for it
    std::optional<SessionIsolation> sessionIsolation;
    std::optional<Partitioning> partitioning;
    Text origin;
    YesNo cookieSecure, cookieHttpOnly;
    std::optional<SameSite> cookieSameSite;
    YesNo cookieDomainSet, cookieHostPrefix;
    Text cookiePath;
    YesNo cookieContainsTokens, cookieEncrypted;
    Number sessionAbsoluteS, sessionIdleS;
    std::optional<OauthClientType> oauthClientType;
    std::optional<OauthClientAuth> oauthClientAuth;
    std::optional<OauthPkce> oauthPkce;
    std::optional<OauthRedirectMatch> oauthRedirectMatch;
    YesNo encryptionAtRest;
    std::optional<ComponentId> loggingSink;
    Text postureSource;
    bool exploitable = false; ///< "assume it can be taken over"

    using Key = ComponentId;
    const Key& key() const { return id; }
    bool operator==(const Component&) const = default;
};

/// One member of a set of an element (a choice): known to be present or known to be absent. No row: unknown.
/// `what` is the set's prefix, a dot and the member ("function.rate_limit"). For sets without an enumeration the
/// member "*" with present = false says that there are no members but those drawn.
template <class Tag>
struct Choice {
    Id<Tag> element;
    QString what;
    bool present = true;

    using Key = std::tuple<Id<Tag>, QString>;
    auto key() const { return std::tie(element, what); }
    bool operator==(const Choice&) const = default;
};
using ZoneHas = Choice<ZoneTag>;
using ComponentHas = Choice<ComponentTag>;
using FlowHas = Choice<FlowTag>;

/// A pair of elements, as drawn. `Purpose` tells the relations with the same ends apart.
template <class From, class To, class Purpose>
struct Link {
    Id<From> from;
    Id<To> to;

    using Key = std::tuple<Id<From>, Id<To>>;
    auto key() const { return std::tie(from, to); }
    bool operator==(const Link&) const = default;
};
using ZoneAllowedSource = Link<ZoneTag, ZoneTag, struct AllowedSourcePurpose>;
using ComponentOpenTo = Link<ComponentTag, ZoneTag, struct OpenToPurpose>;      ///< zones that may connect undrawn
using ComponentPep = Link<ComponentTag, ComponentTag, struct PepPurpose>;       ///< what must front the component
using ComponentCodeFrom = Link<ComponentTag, ComponentTag, struct CodePurpose>; ///< where its code comes from
using ComponentObeys = Link<ComponentTag, DataTag, struct ObeysPurpose>;        ///< data it acts on as instructions
using ComponentNeedsData = Link<ComponentTag, DataTag, struct NeedsPurpose>;    ///< what a client is meant to see
using Assignment = Link<IdentityTag, ComponentTag, struct AssignmentPurpose>;   ///< the component runs as the identity
using SecretOnly = Link<SecretTag, GrantTag, struct OnlyPurpose>;               ///< grants a restricted secret is good for
using GrantReveals = Link<GrantTag, SecretTag, struct RevealsPurpose>;
using GrantAssumes = Link<GrantTag, IdentityTag, struct AssumesPurpose>;
using FlowSecret = Link<FlowTag, SecretTag, struct CarriesPurpose>;    ///< the flow carries the secret
using FlowContinues = Link<FlowTag, FlowTag, struct ContinuesPurpose>; ///< `from` forwards `to`, which ends where it starts

/// This component stores (or only processes) this data.
struct Handling {
    ComponentId component;
    DataId data;
    YesNo stored;
    std::optional<HandlingForm> form;

    using Key = std::tuple<ComponentId, DataId>;
    auto key() const { return std::tie(component, data); }
    bool operator==(const Handling&) const = default;
};

/// Who something acts as: human or non-human.
struct Identity {
    IdentityId id;
    QString name;
    IdentityKind kind = IdentityKind::Workload;
    YesNo perUser;
    std::optional<ComponentId> issuer;
    Text owner;
    std::optional<OwnerStatus> ownerStatus;
    std::optional<IdentityStatus> status;
    std::optional<CredentialType> credentialType;
    Text federationIssuer, federationAudience, federationSubject;
    Text expiresAt, lastReviewed;
    Text humanUsers;
    YesNo interactiveLogin;
    Text revocationProcedure, revocationTestedAt;

    using Key = IdentityId;
    const Key& key() const { return id; }
    bool operator==(const Identity&) const = default;
};

/// What proves an identity, or opens data; tokens, sessions and keys are secrets too. Described, never stored.
struct Secret {
    SecretId id;
    QString name;
    SecretKind kind = SecretKind::Password;
    std::optional<SecretPurpose> purpose;
    std::optional<IdentityId> identity;
    YesNo perUser, perDevice;
    std::optional<ComponentId> ownerComponent;
    YesNo expires;
    Number lifetimeS, maxLifetimeS;
    std::optional<Rotation> rotation;
    Number rotationIntervalS;
    Text lastRotated;
    std::optional<SecretId> boundTo;
    YesNo restricted; ///< yes: good for its scoped grants (SecretOnly) alone
    std::optional<ComponentId> signsFor;
    Text fingerprint;
    Text revocationProcedure, revocationTestedAt;
    Text certificateSubject, certificateIssuer, certificateSans, certificateNotBefore, certificateNotAfter;

    using Key = SecretId;
    const Key& key() const { return id; }
    bool operator==(const Secret&) const = default;
};

/// This component holds this secret, and how.
struct Holding {
    SecretId secret;
    ComponentId component;
    std::optional<StorageForm> storageForm;
    std::optional<ComponentId> keptIn; ///< the secret store it is read from

    using Key = std::tuple<SecretId, ComponentId>;
    auto key() const { return std::tie(secret, component); }
    bool operator==(const Holding&) const = default;
};

/// What an identity may do at a component. Its effects are rows of GrantData, GrantReveals, GrantAssumes, and `admin`.
struct Grant {
    GrantId id;
    IdentityId identity;
    std::optional<IdentityId> also; ///< a second identity that must be shown
    ComponentId target;
    Text scope; ///< '*' = everything
    YesNo ownOnly;
    bool admin = false;

    using Key = GrantId;
    const Key& key() const { return id; }
    bool operator==(const Grant&) const = default;
};

struct GrantData {
    GrantId grant;
    DataId data;
    GrantAccess access = GrantAccess::Read;

    using Key = std::tuple<GrantId, DataId, GrantAccess>;
    auto key() const { return std::tie(grant, data, access); }
    bool operator==(const GrantData&) const = default;
};

/// Information worth protecting.
struct DataAsset {
    DataId id;
    QString name;
    std::optional<Sensitivity> sensitivity;
    std::optional<double> weight;
    YesNo perUser; ///< its records belong to users
    Number users, live;
    std::optional<SecretId> keySecret; ///< opens its locked copies

    using Key = DataId;
    const Key& key() const { return id; }
    bool operator==(const DataAsset&) const = default;
};

/// A call or transfer from one component to another.
struct Flow {
    FlowId id;
    Text name;
    ComponentId source, target;
    Text protocol;
    std::optional<Tls> tls;
    std::optional<Authn> authn;
    std::optional<IdentityId> callerIdentity;
    std::optional<CredentialLocation> credentialLocation;
    YesNo forwardsCookie;
    std::optional<SubjectPropagation> subjectPropagation;
    std::optional<AuthzAtTarget> authzAtTarget;
    std::optional<Operation> operation;
    std::optional<DestinationControl> destinationControl;
    YesNo inputValidation, followsRedirects;
    Number timeoutS;
    Text lastReviewed;

    using Key = FlowId;
    const Key& key() const { return id; }
    bool operator==(const Flow&) const = default;
};

/// This flow moves this data.
struct FlowData {
    FlowId flow;
    DataId data;
    std::optional<Direction> direction;

    using Key = std::tuple<FlowId, DataId>;
    auto key() const { return std::tie(flow, data); }
    bool operator==(const FlowData&) const = default;
};

/// One view of the model; an element can stand in several.
struct Diagram {
    DiagramId id;
    QString title;
    qint64 ordinal = 0;

    using Key = DiagramId;
    const Key& key() const { return id; }
    bool operator==(const Diagram&) const = default;
};

/// Where a zone or component stands in a diagram, in scene pixels; (x, y) is the top left corner.
struct Placement {
    DiagramId diagram;
    QString element; ///< id of a zone or component
    double x = 0, y = 0, w = 0, h = 0;
    bool collapsed = false;

    using Key = std::tuple<DiagramId, QString>;
    auto key() const { return std::tie(diagram, element); }
    bool operator==(const Placement&) const = default;
};

/// The bends of a flow in a diagram: "x,y x,y ..." in scene pixels. No route: the flow is routed by itself.
struct Route {
    DiagramId diagram;
    FlowId flow;
    QString bends;

    using Key = std::tuple<DiagramId, FlowId>;
    auto key() const { return std::tie(diagram, flow); }
    bool operator==(const Route&) const = default;
};

struct Note {
    NoteId id;
    DiagramId diagram;
    QString text;
    double x = 0, y = 0, w = 0, h = 0;

    using Key = NoteId;
    const Key& key() const { return id; }
    bool operator==(const Note&) const = default;
};

/// What people decided about a finding: `elements` are its ids in the rule's order, joined by a space.
/// No reference, so that a decision outlives its elements.
struct Decision {
    QString rule, elements;
    DecisionStatus status = DecisionStatus::Open;
    Text reason, owner, ticket, decidedBy, decidedAt, expiresAt;

    using Key = std::tuple<QString, QString>;
    auto key() const { return std::tie(rule, elements); }
    bool operator==(const Decision&) const = default;
};

/// What a person vouches for about a control; an empty element means the whole model.
struct Attestation {
    AttestationId id;
    QString framework, control, element, statement;
    Text evidence, evidenceSha256, byWhom, givenAt, expiresAt;

    using Key = AttestationId;
    const Key& key() const { return id; }
    bool operator==(const Attestation&) const = default;
};

/// The model as reviewed: canonical JSON, compressed, without earlier snapshots.
struct Snapshot {
    SnapshotId id;
    QString name, takenAt;
    Text takenBy;
    QString digest;
    QByteArray content;

    using Key = SnapshotId;
    const Key& key() const { return id; }
    bool operator==(const Snapshot&) const = default;
};

/// A policy parameter (P.max_access_token_s ...) that this model sets for itself.
struct Policy {
    QString name;
    qint64 value = 0;

    using Key = QString;
    const Key& key() const { return name; }
    bool operator==(const Policy&) const = default;
};

/// Whether the model is asked about a framework. Without one it is as rules::isEnabled() has it for the framework.
struct FrameworkChoice {
    QString framework;
    bool enabled = false;

    using Key = QString;
    Key key() const { return framework; }
    bool operator==(const FrameworkChoice&) const = default;
};

/// A rule that travels with the document: the text of a rule file (rules::RulePack). From a stranger, until somebody
/// has looked at it.
struct CustomRule {
    RuleId id;
    QString text;

    using Key = RuleId;
    Key key() const { return id; }
    bool operator==(const CustomRule&) const = default;
};

/// Facts about the document itself: "title", "notes".
struct Meta {
    QString name, value;

    using Key = QString;
    const Key& key() const { return name; }
    bool operator==(const Meta&) const = default;
};

} // namespace sallyport::model
