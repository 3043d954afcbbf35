// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../document/RandomRows.h"
#include "RuleCases.h"

#include "document/Document.h"
#include "model/Architecture.h"
#include "rules/Review.h"
#include "rules/Steps.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <set>

using namespace sallyport;
using namespace sallyport::tests;

/// What a rule says it looks at is all it looks at: run for the elements near a change alone (Rule::near), it says what it
/// says when it runs over everything.
class NearTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreCounted();
    void howNearIsRead();
    void whatOnceStoodThereStaysNear();
    void strangersDoNotSayHowNearTheyLook();
    void nearRulesSayWhatWholeOnesSay_data();
    void nearRulesSayWhatWholeOnesSay();
    void muchWasChanged();
    void nearScopesHaveWhatWholeOnesHave_data();
    void nearScopesHaveWhatWholeOnesHave();

private:
    int changed_ = 0, ran_ = 0;
};

namespace {

/// Two runners that follow a document: one that looks near, however large the part is, and one that never does.
struct Pair {
    Pair(const document::Document& document, std::shared_ptr<const rules::RulePack> pack, rules::BlastRows rows)
        : blasts(std::move(rows)),
          nearReplica(document::Replica::ofImage(document.image())),
          wholeReplica(document::Replica::ofImage(document.image())),
          near(nearReplica->handle(), pack, {1e9, 1, true}),
          whole(wholeReplica->handle(), pack, {1e9, 0, false}) {
        run();
    }
    void run() {
        near.run(nearReplica->model(), blasts, day);
        whole.run(wholeReplica->model(), blasts, day);
    }
    void follow(const QByteArray& changeset) {
        near.note(nearReplica->apply(changeset).value());
        whole.note(wholeReplica->apply(changeset).value());
        run();
    }

    rules::BlastRows blasts;
    std::unique_ptr<document::Replica> nearReplica, wholeReplica;
    rules::RuleRunner near, whole;
};

QStringList namesWithin(const rules::Near& near, int steps) {
    const auto elements = near.within(steps);
    QStringList names(elements.begin(), elements.end());
    names.sort();
    return names;
}

std::unique_ptr<document::Document> documentOf(const model::Model& model) {
    auto made = document::Document::fromModel(model, QStringLiteral("test"));
    if (!made) qFatal("%s", qPrintable(made.error().text()));
    return std::move(*made);
}

/// Edits and takes back, and hands each changeset on.
class Changer {
public:
    Changer(document::Document& document, std::function<void(const QByteArray&)> hand)
        : document_(document), hand_(std::move(hand)) {
        QObject::connect(&document_, &document::Document::changed, &document_,
                         [this](const document::Changes&, const QByteArray& changeset) { changeset_ = changeset; });
    }
    void attempt(const std::function<void(document::Editor&)>& edit) {
        changeset_.clear();
        if (!document_.edit(QStringLiteral("Edit"), edit) || changeset_.isEmpty()) return;
        hand_(std::exchange(changeset_, {}));
        document_.undo();
        hand_(std::exchange(changeset_, {}));
    }

private:
    document::Document& document_;
    std::function<void(const QByteArray&)> hand_;
    QByteArray changeset_;
};

using Edit = std::function<void(document::Editor&)>;

/// One change each: rows erased, answers erased and given otherwise, rows added.
std::vector<Edit> singleEdits(const model::Model& model, RandomRows& random) {
    std::vector<Edit> edits;
    for (const model::Table& table : model::tables()) {
        if (!model::isArchitecture(table.id)) continue;
        table.each(model, [&](const void* row) {
            std::vector<model::Value> key = table.values(row);
            const std::vector<model::Value> values = key;
            key.resize(static_cast<std::size_t>(table.keyColumns));
            edits.emplace_back([id = table.id, key](document::Editor& editor) { editor.eraseKey(id, key); });
            for (std::size_t i = key.size(); i < table.columns.size(); ++i) {
                const auto set = [&](const model::Value& value) {
                    if (value != values[i])
                        edits.emplace_back([id = table.id, key, i, value](document::Editor& editor) {
                            editor.set(id, key, static_cast<int>(i), value);
                        });
                };
                if (table.columns[i].kind != model::ColumnKind::Fixed) set({});
                set(random.value(model, table, table.columns[i]));
            }
        });
        if (const auto row = random.row(model, table))
            edits.emplace_back([id = table.id, row](document::Editor& editor) { editor.putValues(id, *row); });
    }
    return edits;
}

void verifySame(const rules::RuleRunner& near, const rules::RuleRunner& whole, const QString& name) {
    for (std::size_t rule = 0; rule < whole.results().size(); ++rule) {
        const rules::RuleResult& a = near.results()[rule];
        const rules::RuleResult& b = whole.results()[rule];
        QVERIFY2(a.problem == b.problem && a.rows == b.rows, qPrintable(QStringLiteral("%1: %2").arg(b.rule->id, name)));
    }
}

} // namespace

void NearTest::stepsAreCounted() {
    const auto document = documentOf(modelOf(R"({
        "zones": [{"id": "z", "name": "Z"}],
        "components": [{"id": "a", "name": "A", "kind": "bff", "zone": "z"}, {"id": "b", "name": "B", "kind": "backend"},
                       {"id": "c", "name": "C", "kind": "backend", "zone": "z"}],
        "secrets": [{"id": "s", "name": "S", "kind": "api_key"}],
        "holdings": [{"secret": "s", "component": "b"}],
        "flows": [{"id": "f", "source": "a", "target": "b"}]})"));
    rules::Steps steps;
    steps.takeAll(document->model());
    steps.note({model::TableId::Flow, document::RowChange::Kind::Updated, {QStringLiteral("f")}, {}}, document->model());
    const rules::Near near = steps.near(4, 100);
    QCOMPARE(near.complete(), 4);
    QCOMPARE(namesWithin(near, 0), QStringList({"f"}));
    QCOMPARE(namesWithin(near, 1), QStringList({"a", "b", "f"}));
    QCOMPARE(namesWithin(near, 2), QStringList({"a", "b", "f", "s", "z"}));
    QCOMPARE(namesWithin(near, 4), QStringList({"a", "b", "c", "f", "s", "z"}));
    QCOMPARE(steps.near(2, 100).complete(), 2);
    QCOMPARE(steps.near(4, 3).complete(), 1);
    steps.settle();
    steps.note({model::TableId::Holding, document::RowChange::Kind::Deleted, {QStringLiteral("s"), QStringLiteral("b")}, {}},
               document->model());
    QCOMPARE(namesWithin(steps.near(4, 2), 0), QStringList({"b", "s"}));
    QVERIFY(steps.note(QStringList({"1", "c"})));
    QVERIFY(!steps.note(QStringList({"1"}))); // about no element
}

void NearTest::howNearIsRead() {
    const auto near = rules::Nearness::parse(QStringLiteral("4, flow 2, served 1"));
    QVERIFY(near);
    QCOMPARE(near->of(QStringLiteral("zone")), 4);
    QCOMPARE(near->of(QStringLiteral("flow")), 2);
    QCOMPARE(near->of(QStringLiteral("served")), 1);
    for (const char* wrong : {"", "far", "2,", "2, flow", "2, flow far", "2, flow 1 2"})
        QVERIFY2(!rules::Nearness::parse(QLatin1StringView(wrong)), wrong);
}

void NearTest::whatOnceStoodThereStaysNear() {
    const auto document = documentOf(modelOf(R"({
        "components": [{"id": "a", "name": "A", "kind": "bff"}, {"id": "b", "name": "B", "kind": "backend"}],
        "flows": [{"id": "f", "source": "a", "target": "b"}]})"));
    rules::Steps steps;
    steps.takeAll(document->model());
    QVERIFY(document->edit(QStringLiteral("Erase"), [](document::Editor& editor) { editor.erase(model::TableId::Flow, "f"); }));
    steps.note({model::TableId::Flow, document::RowChange::Kind::Deleted, {QStringLiteral("f")}, {}}, document->model());
    const rules::Near near = steps.near(4, 100);
    QCOMPARE(namesWithin(near, 0), QStringList({"f"}));
    QCOMPARE(namesWithin(near, 4), QStringList({"a", "b", "f"}));
}

void NearTest::strangersDoNotSayHowNearTheyLook() {
    const QByteArray text = "-- ORG-001 A\n-- low a\n-- says a {x}.\n-- near 0\nselect id as x, 1 as violated from component";
    rules::RulePack pack;
    pack.add(text, QStringLiteral("ORG-001.sql"));
    QCOMPARE(pack.problems().size(), std::size_t(1));
    QVERIFY(pack.problems().front().what.contains(QStringLiteral("how near")));

    // A mapping that says so is used, and looks at everything.
    const QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& json) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    };
    write(QStringLiteral("x.json"), R"({"id": "x", "title": "X", "version": "1", "licence": {"name": "none"},
                                        "controls": [{"id": "A", "title": "A"}]})");
    write(QStringLiteral("y.json"),
          R"({"framework": "x", "controls": [{"control": "A", "scope": "select id from flow", "near": 0}]})");
    rules::RulePack brought;
    QVERIFY(brought.addDirectory(folder.path()));
    QCOMPARE(brought.problems().size(), std::size_t(1));
    QVERIFY(brought.problems().front().what.contains(QStringLiteral("how near")));
    QVERIFY(!brought.frameworks().front().mappings.front().near);
}

void NearTest::nearRulesSayWhatWholeOnesSay_data() {
    QTest::addColumn<QString>("rule");
    std::set<QString> rules;
    for (const RuleCase& it : ruleCases()) rules.insert(it.rule);
    int place = 0;
    for (const QString& rule : rules)
        if (place++ % oneOf() == 0) QTest::addRow("%s", qPrintable(rule)) << rule;
}

/// Each rule on its own cases, where all it looks at is there: after single changes, of which every sixth is tried.
void NearTest::nearRulesSayWhatWholeOnesSay() {
    QFETCH(QString, rule);
    const rules::Rule* known = ownPack()->find(rule);
    if (!known || !known->near) return; // It runs over everything each time.
    auto pack = std::make_shared<rules::RulePack>();
    QFile file(QStringLiteral(":/rules/%1.sql").arg(rule));
    QVERIFY(file.open(QIODevice::ReadOnly));
    pack->add(file.readAll(), file.fileName(), true);
    unsigned seed = 0;
    static const std::vector<RuleCase> cases = ruleCases();
    for (const RuleCase& it : cases) {
        if (it.rule != rule) continue;
        RandomRows random(++seed);
        const auto document = documentOf(it.model);
        Pair pair(*document, pack, it.blasts);
        Changer changer(*document, [&](const QByteArray& changeset) {
            const auto before = pair.whole.results().front().rows;
            pair.follow(changeset);
            verifySame(pair.near, pair.whole, it.name);
            ++ran_;
            if (pair.whole.results().front().rows != before) ++changed_;
        });
        const std::vector<Edit> edits = singleEdits(document->model(), random);
        for (std::size_t i = static_cast<std::size_t>(random.below(6)); i < edits.size(); i += 6) {
            changer.attempt(edits[i]);
            if (QTest::currentTestFailed()) return;
        }
    }
}

void NearTest::muchWasChanged() {
    QVERIFY2(changed_ > 500 / oneOf(), qPrintable(QStringLiteral("%1 of %2").arg(changed_).arg(ran_)));
}

void NearTest::nearScopesHaveWhatWholeOnesHave_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= (oneOf() == 1 ? 12U : 2U); ++seed) QTest::addRow("seed %u", seed) << seed;
}

/// All rules and all scopes together, on random models and on cases, after several random writes at once.
void NearTest::nearScopesHaveWhatWholeOnesHave() {
    QFETCH(quint32, seed);
    static const std::vector<RuleCase> cases = ruleCases();
    RandomRows random(seed);
    const bool isCase = seed % 3 != 0;
    model::Model model = isCase ? cases[static_cast<std::size_t>(random.below(static_cast<int>(cases.size())))].model
                                : random.model(60 + random.below(120));
    for (const rules::ControlMapping& mapping : rules::controlMappings())
        model.frameworks.put({mapping.control.framework, true});
    const auto document = documentOf(model);
    Pair pair(*document, ownPack(), {});
    (void)pair.near.coverage(document->model(), day);
    pair.near.makeReady(pair.nearReplica->model()); // or the first edit would run whole
    (void)pair.whole.coverage(document->model(), day);
    Changer changer(*document, [&](const QByteArray& changeset) {
        pair.follow(changeset);
        verifySame(pair.near, pair.whole, QStringLiteral("seed %1").arg(seed));
        const rules::Coverage a = pair.near.coverage(pair.nearReplica->model(), day);
        const rules::Coverage b = pair.whole.coverage(pair.wholeReplica->model(), day);
        for (const rules::FrameworkCoverage& framework : b.frameworks)
            for (const rules::ControlCoverage& control : framework.controls) {
                const rules::ControlCoverage* other = a.find(control.control);
                QVERIFY(other);
                QStringList here, there;
                for (const auto& element : control.elements) here << element.id << rules::coverageStatusWord(element.status);
                for (const auto& element : other->elements) there << element.id << rules::coverageStatusWord(element.status);
                QVERIFY2(here == there, qPrintable(control.control.framework + QLatin1Char(' ') + control.control.id));
            }
    });
    for (int i = 0; i < 12; ++i) {
        changer.attempt([&random](document::Editor& editor) { random.edit(editor); });
        if (QTest::currentTestFailed()) return;
    }
}

QObject* newNearTest() { return new NearTest; }
#include "NearTest.moc"
