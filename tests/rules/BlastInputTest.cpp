// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../analysis/RandomModel.h"
#include "RuleCases.h"
#include "rules/BlastInput.h"
#include "rules/Origins.h"

#include "analysis/CompileModel.h"

#include <QSet>
#include <QTest>

using namespace sallyport;
using namespace sallyport::analysis;

class BlastInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhatTheBlastsSay();
    void whatAGatewayForwardsIsNeeded_data();
    void whatAGatewayForwardsIsNeeded();
    void stops();
};

namespace {

Engine engineOf(const model::Model& model, Reading reading) { return Engine::compile(attackFacts(model, reading)); }

/// Some owners of the questions rules ask: criticality, clients and gateways, which the random model leaves out.
model::Model modelWith(unsigned seed) {
    model::Model model = test::randomModel(seed);
    int n = static_cast<int>(seed);
    QStringList ids;
    for (const model::Component& row : model.components) ids.append(row.id.value);
    for (const QString& id : ids) {
        model::Component& row = *model.components.find({id});
        if (++n % 3) row.criticality = 1 + n % 4;
        if (n % 2) row.kind = n % 4 == 1 ? model::ComponentKind::ClientBrowser : model::ComponentKind::ClientNative;
        if (n % 4 == 2) row.kind = model::ComponentKind::ApiGateway;
    }
    return model;
}

/// The rows as BlastRows.h defines them, read off whole blasts, element by element.
class Plain {
public:
    Plain(const model::Model& model, const Engine& stated, const Engine& worst)
        : model_(model), stated_(stated), worst_(worst), origins_(model) {}

    rules::BlastRow row(const QString& id, FactKind kind, Index index, Index worstIndex) const {
        const Blast blast = blastOf(stated_, kind, index);
        const Blast worst = blastOf(worst_, kind, worstIndex);
        rules::BlastRow row;
        row.source = id;
        row.score = blast.shares.score;
        row.worstScore = worst.shares.score;
        row.users = blast.users;
        row.components = static_cast<int>(reached(blast, id).size());
        row.worstComponents = static_cast<int>(reached(worst, id).size());
        row.critical = critical(blast, worst, id);
        const QSet<int> frontends = frontendsOf(blast, stated_.facts(), true);
        row.frontends = static_cast<int>(frontends.size());
        row.worstFrontends = static_cast<int>((frontendsOf(worst, worst_.facts(), false) + frontends).size());
        QList<int> sorted = frontends.values();
        std::sort(sorted.begin(), sorted.end());
        if (sorted.size() > 0) row.firstFrontend = origins_.frontends()[static_cast<std::size_t>(sorted[0])];
        if (sorted.size() > 1) row.secondFrontend = origins_.frontends()[static_cast<std::size_t>(sorted[1])];
        for (const QString& component : reached(blast, id)) {
            const Index c = indexOf(component);
            if (at(blast.levels, c).level != Level::Controlled) continue;
            if ((origins_.ofComponent(component).sure & frontends).size() >= 2) row.joins.append(component);
        }
        return row;
    }

private:
    static Blast blastOf(const Engine& engine, FactKind kind, Index index) {
        const Seed seed{kind, index, defaultBreadth(engine.facts(), kind, index)};
        return engine.blast({&seed, 1});
    }

    Index indexOf(const QString& component) const {
        const auto& all = stated_.facts().components;
        return static_cast<Index>(std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.id == component; }) -
                                  all.begin());
    }

    QStringList reached(const Blast& blast, const QString& id) const {
        QStringList all;
        for (Index i = 0; i < count(blast.levels); ++i)
            if (at(blast.levels, i).level >= Level::Exposed && at(stated_.facts().components, i).id != id)
                all.append(at(stated_.facts().components, i).id);
        return all;
    }

    bool isForwarding(const model::Flow& flow) const {
        const model::ComponentKind kind = model_.components.find(flow.source)->kind;
        return kind == model::ComponentKind::ApiGateway || kind == model::ComponentKind::Cdn;
    }

    bool continuesAny(const model::Flow& flow, const QSet<QString>& legs) const {
        return std::any_of(model_.flowContinues.begin(), model_.flowContinues.end(),
                           [&](const auto& row) { return row.from == flow.id && legs.contains(row.to.value); });
    }

    bool continuesNothing(const model::Flow& flow) const {
        return std::none_of(model_.flowContinues.begin(), model_.flowContinues.end(),
                            [&](const auto& row) { return row.from == flow.id; });
    }

    /// The calls of a component and what gateways make of them, until nothing is added.
    QSet<QString> ownLegs(const QString& id, bool sure) const {
        QSet<QString> legs, ends;
        for (qsizetype before = -1; before != legs.size();) {
            before = legs.size();
            for (const model::Flow& flow : model_.flows) {
                const bool perhaps = !sure && continuesNothing(flow) && ends.contains(flow.source.value);
                if (flow.source.value != id && !(isForwarding(flow) && (continuesAny(flow, legs) || perhaps))) continue;
                legs.insert(flow.id.value);
                ends.insert(flow.target.value);
            }
        }
        return legs;
    }

    bool calls(const QString& id, const model::Flow& flow) const {
        if (ownLegs(id, true).contains(flow.id.value) || (flow.callerIdentity && flow.callerIdentity->value == id)) return true;
        if (model_.flowSecrets.contains({flow.id, {id}})) return true;
        const model::Secret* secret = model_.secrets.find({id});
        return secret && secret->identity && calls(secret->identity->value, flow);
    }

    bool mayCall(const QString& id, const model::Flow& flow) const {
        if (ownLegs(id, false).contains(flow.id.value)) return true;
        if (flow.callerIdentity) return false;
        if (model_.assignments.contains({{id}, flow.source})) return true;
        if (const model::Secret* secret = model_.secrets.find({id}))
            return secret->identity && mayCall(secret->identity->value, flow);
        for (const model::Holding& holding : model_.holdings)
            if (holding.component == flow.source)
                if (const model::Secret* held = model_.secrets.find(holding.secret); held->identity == model::IdentityId{id})
                    return true;
        return false;
    }

    std::optional<bool> critical(const Blast& stated, const Blast& worst, const QString& id) const {
        bool maybe = false;
        for (const QString& component : reached(worst, id)) {
            const bool ownCall = std::any_of(model_.flows.begin(), model_.flows.end(), [&](const model::Flow& flow) {
                return flow.target.value == component && calls(id, flow);
            });
            if (ownCall) continue;
            const auto rating = model_.components.find({component})->criticality;
            const bool perhapsOwn = std::any_of(model_.flows.begin(), model_.flows.end(), [&](const model::Flow& flow) {
                return flow.target.value == component && mayCall(id, flow);
            });
            if (rating == 4 && reached(stated, id).contains(component) && !perhapsOwn) return true;
            maybe = maybe || rating == 4 || !rating;
        }
        return maybe ? std::nullopt : std::optional(false);
    }

    QSet<int> frontendsOf(const Blast& blast, const AttackFacts& facts, bool sure) const {
        QSet<int> all;
        for (const DerivedFact& derived : blast.facts) {
            const Fact& fact = derived.fact;
            if (!derived.isNew || fact.breadth < Breadth::Live) continue;
            rules::Origins::Set set;
            if (fact.kind == FactKind::Have) set = origins_.ofSecret(at(facts.secrets, fact.element).id);
            if (fact.kind == FactKind::Read || fact.kind == FactKind::Write) {
                const model::DataAsset* row = model_.data.find({at(facts.data, fact.element).id});
                if (row->perUser == true || (!sure && !row->perUser)) set = origins_.ofData(row->id.value);
            }
            all.unite(sure ? set.sure : set.unsure);
        }
        return all;
    }

    const model::Model& model_;
    const Engine& stated_;
    const Engine& worst_;
    rules::Origins origins_;
};

QString text(const rules::BlastRow& row) {
    const QString critical = row.critical ? (*row.critical ? "yes" : "no") : "perhaps";
    return QStringLiteral("%1: %2 to %3; %4 to %5 components; critical %6; %7 users; %8 to %9 frontends ")
               .arg(row.source)
               .arg(row.score, 0, 'g', 17)
               .arg(row.worstScore, 0, 'g', 17)
               .arg(row.components)
               .arg(row.worstComponents)
               .arg(critical)
               .arg(row.users)
               .arg(row.frontends)
               .arg(row.worstFrontends) +
           row.firstFrontend + ' ' + row.secondFrontend + " joined by " + row.joins.join(' ');
}

template <class Facts>
void compare(const rules::BlastRows& rows, const Plain& plain, FactKind kind, const std::vector<Facts>& stated,
             const std::vector<Facts>& worst, int& compared) {
    for (Index i = 0; i < count(stated); ++i) {
        const QString& id = at(stated, i).id;
        if (id.startsWith(u"made:")) continue;
        const auto other = std::find_if(worst.begin(), worst.end(), [&](const Facts& f) { return f.id == id; });
        const auto row = std::find_if(rows.rows.begin(), rows.rows.end(), [&](const auto& r) { return r.source == id; });
        QVERIFY2(row != rows.rows.end(), qPrintable(id));
        QCOMPARE(text(*row), text(plain.row(id, kind, i, static_cast<Index>(other - worst.begin()))));
        ++compared;
    }
}

} // namespace

void BlastInputTest::rowsSayWhatTheBlastsSay() {
    int joined = 0;
    int critical = 0;
    for (unsigned seed = 0; seed < 150; ++seed) {
        const model::Model model = modelWith(seed);
        const Engine stated = engineOf(model, Reading::AsStated);
        const Engine worst = engineOf(model, Reading::WorstCase);
        const auto rows = rules::blastRows(model, stated, worst, true);
        QVERIFY(rows.has_value());
        const Plain plain(model, stated, worst);
        int compared = 0;
        compare(*rows, plain, FactKind::Control, stated.facts().components, worst.facts().components, compared);
        compare(*rows, plain, FactKind::Have, stated.facts().secrets, worst.facts().secrets, compared);
        compare(*rows, plain, FactKind::Act, stated.facts().identities, worst.facts().identities, compared);
        if (QTest::currentTestFailed()) return;
        QCOMPARE(static_cast<std::size_t>(compared), rows->rows.size());
        for (const rules::BlastRow& row : rows->rows) {
            joined += !row.joins.isEmpty();
            critical += row.critical == true;
        }
    }
    // The models are of the sort that can tell.
    QVERIFY2(joined > 20 && critical > 20, qPrintable(QStringLiteral("%1 joined, %2 critical").arg(joined).arg(critical)));
}

void BlastInputTest::whatAGatewayForwardsIsNeeded_data() {
    QTest::addColumn<QByteArray>("continues");
    QTest::addColumn<QString>("critical");
    QTest::newRow("this call") << QByteArray(R"("continues": ["enter"])") << QStringLiteral("no");
    QTest::newRow("the call of somebody else") << QByteArray(R"("continues": ["other"])") << QStringLiteral("yes");
    QTest::newRow("nobody says which") << QByteArray(R"("operation": "write")") << QStringLiteral("perhaps");
}

/// A portal needs the backend that its gateway forwards it to, although it does not call it itself.
void BlastInputTest::whatAGatewayForwardsIsNeeded() {
    QFETCH(QByteArray, continues);
    QFETCH(QString, critical);
    const QByteArray json = QByteArray(R"({
        "zones": [{"id": "z", "name": "Z", "kind": "application", "flat": true, "attacker_starts_here": false}],
        "components": [
            {"id": "portal", "name": "Portal", "kind": "client_browser", "many": false, "criticality": 1, "zone": "z"},
            {"id": "shop", "name": "Shop", "kind": "client_browser", "criticality": 1, "zone": "z"},
            {"id": "gateway", "name": "Gateway", "kind": "api_gateway", "criticality": 1, "zone": "z"},
            {"id": "bff", "name": "BFF", "kind": "bff", "criticality": 4, "zone": "z"}],
        "identities": [{"id": "ann", "name": "Ann", "kind": "human"}],
        "assignments": [{"identity": "ann", "component": "portal"}],
        "data_assets": [{"id": "d", "name": "D", "sensitivity": "regulated"}],
        "handlings": [{"component": "bff", "data": "d"}],
        "grants": [{"id": "g", "identity": "ann", "target": "bff", "own_only": false, "reads": ["d"]}],
        "flows": [
            {"id": "enter", "source": "portal", "target": "gateway", "authn": "none"},
            {"id": "other", "source": "shop", "target": "gateway", "authn": "none"},
            {"id": "on", "source": "gateway", "target": "bff", "authn": "none", "data": [{"data": "d"}], %1}]})")
                                .replace("%1", continues);
    const model::Model model = tests::modelOf(json);
    const auto rows = rules::blastRows(model, engineOf(model, Reading::AsStated), engineOf(model, Reading::WorstCase), false);
    QVERIFY(rows.has_value());
    const auto portal =
        std::find_if(rows->rows.begin(), rows->rows.end(), [](const auto& row) { return row.source == u"portal"; });
    QVERIFY(portal != rows->rows.end() && portal->components > 0);
    QCOMPARE(portal->critical ? (*portal->critical ? "yes" : "no") : "perhaps", critical);
}

void BlastInputTest::stops() {
    const model::Model model = modelWith(1);
    const Engine engine = engineOf(model, Reading::AsStated);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!rules::blastRows(model, engine, engine, true, stop.get_token()).has_value());
}

QObject* newBlastInputTest() { return new BlastInputTest; }

#include "BlastInputTest.moc"
