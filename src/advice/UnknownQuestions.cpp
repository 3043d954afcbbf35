// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/UnknownQuestions.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace sallyport::advice {

using namespace analysis;
using document::Editor;

namespace {

class Questions {
    Q_DECLARE_TR_FUNCTIONS(Unknowns)

public:
    Questions(const model::Model& model, const AttackFacts& stated, const AttackFacts& worst)
        : model_(model), stated_(stated), worst_(worst) {}

    std::vector<Unknown> run() {
        zones();
        components();
        identities();
        secrets();
        data();
        handlings();
        grants();
        flows();
        return std::move(unknowns_);
    }

private:
    /// A column whose row takes one of two values.
    template <class Row, class Column, class Value>
    void column(const Row& row, const char* attribute, const QString& question, Column Row::*member, Value good, Value bad,
                const QString& goodAnswer, const QString& badAnswer) {
        if (row.*member) return;
        Unknown unknown{row.id.value, QString::fromLatin1(attribute), question, goodAnswer, badAnswer, {}, {}, 0, 0};
        Row answered = row;
        answered.*member = good;
        unknown.good.put(answered);
        answered.*member = bad;
        unknown.bad.put(answered);
        unknowns_.push_back(std::move(unknown));
    }
    /// A question of yes and no where no is usual practice, or yes.
    template <class Row>
    void yesNo(const Row& row, const char* attribute, const QString& question, std::optional<bool> Row::*member, bool good) {
        column(row, attribute, question, member, good, !good, good ? tr("Yes") : tr("No"), good ? tr("No") : tr("Yes"));
    }

    void zones() {
        for (const model::Zone& row : model_.zones) {
            yesNo(row, "flat", tr("Is the network of zone %1 flat?").arg(row.name), &model::Zone::flat, false);
            yesNo(row, "implicit_trust", tr("Are calls trusted for coming from zone %1?").arg(row.name),
                  &model::Zone::implicitTrust, false);
        }
    }

    void components() {
        for (Index i = 0; i < count(worst_.components); ++i) {
            const ComponentFacts& worst = at(worst_.components, i);
            const ComponentFacts& stated = at(stated_.components, i);
            const model::Component& row = *model_.components.find({worst.id});
            if (!row.zone) placeOf(row);
            check(row, "token_check.audience", tr("Does %1 check the audience of tokens?").arg(row.name));
            check(row, "token_check.signature_or_introspection", tr("Does %1 verify the tokens it takes?").arg(row.name));
            members(row, "code_from", tr("Does %1 take code from anywhere else?").arg(row.name), stated.codeFrom,
                    worst.codeFrom, worst_.components, [](const auto& from, const auto& to) {
                        return model::ComponentCodeFrom{from, {to}};
                    });
            members(row, "obeys", tr("Does %1 act on any other data as instructions?").arg(row.name), stated.obeys, worst.obeys,
                    worst_.data, [](const auto& from, const auto& to) {
                        return model::ComponentObeys{from, {to}};
                    });
            members(row, "open_to", tr("Is %1 open to any other zone?").arg(row.name), stated.openTo, worst.openTo,
                    worst_.zones, [](const auto& from, const auto& to) {
                        return model::ComponentOpenTo{from, {to}};
                    });
        }
    }

    /// In a zone of its own, apart or beside the attacker.
    void placeOf(const model::Component& row) {
        Unknown unknown{row.id.value,
                        QStringLiteral("zone"),
                        tr("Where does %1 stand?").arg(row.name),
                        tr("In a zone of its own"),
                        tr("Beside the attacker"),
                        {},
                        {},
                        0,
                        0};
        for (const bool isBad : {false, true}) {
            model::Zone zone;
            zone.id = Editor::newId<model::Zone>();
            zone.name = tr("zone of %1").arg(row.name);
            zone.flat = isBad;
            zone.implicitTrust = false;
            zone.attackerStartsHere = isBad;
            model::Component placed = row;
            placed.zone = zone.id;
            ModelEdit& edit = isBad ? unknown.bad : unknown.good;
            edit.put(zone);
            edit.put(placed);
        }
        unknowns_.push_back(std::move(unknown));
    }

    void check(const model::Component& row, const char* what, const QString& question) {
        const QString member = QString::fromLatin1(what);
        if (model_.has(row.id, member)) return;
        Unknown unknown{row.id.value, QStringLiteral("token_checks"), question, tr("Yes"), tr("No"), {}, {}, 0, 0};
        unknown.good.put(model::ComponentHas{row.id, member, true});
        unknown.bad.put(model::ComponentHas{row.id, member, false});
        unknowns_.push_back(std::move(unknown));
    }

    /// A set that may have members nobody has drawn: those the worst case assumes.
    template <class Element, class MakeRow>
    void members(const model::Component& row, const char* set, const QString& question, std::span<const Index> stated,
                 std::span<const Index> worst, const std::vector<Element>& elements, MakeRow makeRow) {
        Unknown unknown{row.id.value, QString::fromLatin1(set), question, tr("No"), tr("Yes"), {}, {}, 0, 0};
        for (const Index member : worst)
            if (!contains(stated, member) && !at(elements, member).id.startsWith(QStringLiteral("made:")))
                unknown.bad.put(makeRow(row.id, at(elements, member).id));
        if (worst.size() == stated.size()) return;
        unknown.good.put(model::ComponentHas{row.id, unknown.attribute + QStringLiteral(".*"), false});
        unknowns_.push_back(std::move(unknown));
    }

    /// Links: the model cannot say that there is none.
    void identities() {
        for (Index i = 0; i < count(worst_.identities); ++i) {
            const model::Identity* row = model_.identities.find({at(worst_.identities, i).id});
            const Index issuer = at(worst_.identities, i).issuer;
            if (row == nullptr || row->issuer || issuer == none) continue;
            Unknown unknown{row->id.value,
                            QStringLiteral("issuer"),
                            tr("Who vouches for %1?").arg(row->name),
                            {},
                            displayName(at(worst_.components, issuer)),
                            {},
                            {},
                            0,
                            0};
            model::Identity vouched = *row;
            vouched.issuer = model::ComponentId{at(worst_.components, issuer).id};
            unknown.bad.put(vouched);
            unknowns_.push_back(std::move(unknown));
        }
    }

    void secrets() {
        for (Index i = 0; i < count(worst_.secrets); ++i) {
            const SecretFacts& worst = at(worst_.secrets, i);
            const model::Secret* row = model_.secrets.find({worst.id});
            if (row == nullptr) continue;
            if (!row->signsFor && worst.signsFor != none) {
                Unknown unknown{row->id.value,
                                QStringLiteral("signs_for"),
                                tr("Whose statements does %1 sign?").arg(row->name),
                                {},
                                displayName(at(worst_.components, worst.signsFor)),
                                {},
                                {},
                                0,
                                0};
                model::Secret signing = *row;
                signing.signsFor = model::ComponentId{at(worst_.components, worst.signsFor).id};
                unknown.bad.put(signing);
                unknowns_.push_back(std::move(unknown));
            }
            const auto& usual = at(stated_.secrets, i).lifetimeSeconds;
            if (usual != worst.lifetimeSeconds && usual) {
                Unknown unknown{row->id.value,
                                QStringLiteral("lifetime_s"),
                                tr("How long does %1 live?").arg(row->name),
                                tr("%1 seconds").arg(*usual),
                                tr("Without end"),
                                {},
                                {},
                                0,
                                0};
                model::Secret living = *row;
                living.lifetimeS = *usual;
                unknown.good.put(living);
                living = *row;
                living.expires = false;
                unknown.bad.put(living);
                unknowns_.push_back(std::move(unknown));
            }
        }
        keeping();
    }

    /// Held in some secret store, nobody has said which.
    void keeping() {
        std::vector<const model::Component*> stores;
        for (const model::Component& row : model_.components)
            if (row.kind == model::ComponentKind::SecretStore) stores.push_back(&row);
        for (const model::Holding& row : model_.holdings) {
            const bool isInAStore = row.storageForm == model::StorageForm::SecretManager ||
                                    row.storageForm == model::StorageForm::Hsm || row.storageForm == model::StorageForm::Kms;
            if (stores.empty() || row.keptIn || !isInAStore) continue;
            Unknown unknown{
                row.secret.value,
                QStringLiteral("kept_in"),
                tr("In which store does %1 keep %2?").arg(model_.nameOf(row.component.value), model_.nameOf(row.secret.value)),
                stores.front()->name,
                stores.front()->name,
                {},
                {},
                0,
                0};
            model::Holding kept = row;
            kept.keptIn = stores.front()->id;
            unknown.good.put(kept);
            unknown.bad.put(kept);
            unknowns_.push_back(std::move(unknown));
        }
    }

    void data() {
        for (Index i = 0; i < count(stated_.data); ++i) {
            const DataFacts& usual = at(stated_.data, i);
            const DataFacts& worst = at(worst_.data, i);
            const model::DataAsset& row = *model_.data.find({usual.id});
            if (usual.users != worst.users)
                column(row, "users", tr("How many users' records are in %1?").arg(row.name), &model::DataAsset::users,
                       usual.users, worst.users, QString::number(usual.users), QString::number(worst.users));
            if (liveUsers(usual) != worst.live.value_or(liveUsers(worst)) || usual.users != worst.users)
                column(row, "live", tr("How many users of %1 are live at a time?").arg(row.name), &model::DataAsset::live,
                       liveUsers(usual), usual.users, QString::number(liveUsers(usual)), QString::number(usual.users));
        }
    }

    void handlings() {
        for (const model::Handling& row : model_.handlings) {
            if (row.stored) continue;
            Unknown unknown{row.component.value,
                            QStringLiteral("stored"),
                            tr("Does %1 store %2?").arg(model_.nameOf(row.component.value), model_.nameOf(row.data.value)),
                            tr("No"),
                            tr("Yes"),
                            {},
                            {},
                            0,
                            0};
            model::Handling answered = row;
            answered.stored = false;
            unknown.good.put(answered);
            answered.stored = true;
            unknown.bad.put(answered);
            unknowns_.push_back(std::move(unknown));
        }
    }

    void grants() {
        for (Index i = 0; i < count(worst_.grants); ++i) {
            const GrantFacts& worst = at(worst_.grants, i);
            if (const model::Grant* row = model_.grants.find({worst.id}))
                yesNo(*row, "own_only",
                      tr("Does the right of %1 at %2 yield the caller's own data only?")
                          .arg(model_.nameOf(row->identity.value), model_.nameOf(row->target.value)),
                      &model::Grant::ownOnly, true);
        }
    }

    void flows() {
        for (const model::Flow& row : model_.flows) {
            const QString name = model_.nameOf(row.id.value);
            column(row, "tls", tr("Is the call %1 encrypted?").arg(name), &model::Flow::tls, model::Tls::Tls13,
                   model::Tls::None, tr("TLS 1.3"), tr("No TLS"));
            column(row, "authn", tr("How does the target know who makes the call %1?").arg(name), &model::Flow::authn,
                   model::Authn::Mtls, model::Authn::None, tr("mTLS"), tr("It does not"));
            column(row, "subject_propagation", tr("Whom does the target of %1 decide on?").arg(name),
                   &model::Flow::subjectPropagation, model::SubjectPropagation::UserToken,
                   model::SubjectPropagation::ServiceOnly, tr("The user, by a token"), tr("The calling service"));
        }
    }

    const model::Model& model_;
    const AttackFacts& stated_;
    const AttackFacts& worst_;
    std::vector<Unknown> unknowns_;
};

} // namespace

std::vector<Unknown> unknownQuestions(const model::Model& model, const AttackFacts& stated, const AttackFacts& worst) {
    return Questions(model, stated, worst).run();
}

} // namespace sallyport::advice
