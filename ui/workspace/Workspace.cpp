// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Workspace.h"

#include <QSettings>

#include <pwd.h>
#include <unistd.h>

namespace sallyport::ui {

namespace {

/// Position of the seed's element in the engine's facts; made elements are never seeds.
std::optional<analysis::Seed> seedOf(const model::Model& model, const analysis::AttackFacts& facts, const QString& id) {
    const auto find = [&](const auto& list, analysis::FactKind kind) -> std::optional<analysis::Seed> {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].id != id) continue;
            const auto index = static_cast<analysis::Index>(i);
            return analysis::Seed{kind, index, analysis::defaultBreadth(facts, kind, index)};
        }
        return std::nullopt;
    };
    switch (model::elementKind(model, id)) {
        case model::ElementKind::Component:
            return find(facts.components, analysis::FactKind::Control);
        case model::ElementKind::Secret:
            return find(facts.secrets, analysis::FactKind::Have);
        case model::ElementKind::Identity:
            return find(facts.identities, analysis::FactKind::Act);
        default:
            return std::nullopt;
    }
}

const QString& personKey() {
    static const QString key = QStringLiteral("review/person");
    return key;
}

/// The full name of the account, else its short one.
QString nameOfAccount() {
    const passwd* account = getpwuid(geteuid());
    if (account == nullptr) return {};
    const QString full = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
    return full.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : full;
}

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent), worker_(sources_.pack()), theme_(&diagram::Theme::light()) {
    connect(&worker_, &rules::ReviewWorker::reviewed, this, &Workspace::takeReview);
    connect(&sources_, &RuleSources::changed, this, [this] { worker_.setPack(sources_.pack()); });
    setDocument(std::make_unique<document::Document>());
}

Workspace::~Workspace() { worker_.follow(nullptr); }

void Workspace::setDocument(std::unique_ptr<document::Document> document) {
    const auto old = std::move(document_);
    document_ = std::move(document);
    selection_.clear();
    seed_.clear();
    target_.clear();
    review_.reset();
    blast_.reset();
    diagram_ = {};
    for (const model::Diagram& row : model().diagrams)
        if (diagram_.isEmpty() || row.ordinal < model().diagrams.find(diagram_)->ordinal) diagram_ = row.id;
    connect(document_.get(), &document::Document::changed, this, &Workspace::follow);
    connect(document_.get(), &document::Document::historyChanged, this, &Workspace::historyChanged);
    sources_.follow(model());
    worker_.follow(document_.get());
    Q_EMIT documentReplaced();
    Q_EMIT diagramChanged();
    Q_EMIT selectionChanged();
    Q_EMIT reviewChanged();
    Q_EMIT blastChanged();
    Q_EMIT historyChanged();
}

bool Workspace::edit(const QString& text, const std::function<void(document::Editor&)>& change, const QString& continuing) {
    const auto done = document_->edit(text, change, continuing);
    if (!done) refuse(done.error());
    return done.has_value();
}

void Workspace::setSettings(QSettings* settings) { sources_.setSettings(settings); }

QString Workspace::person() const {
    const QString named = settings() ? settings()->value(personKey()).toString() : QString();
    return named.isEmpty() ? nameOfAccount() : named;
}

void Workspace::setPerson(const QString& name) {
    if (settings() && !name.trimmed().isEmpty()) settings()->setValue(personKey(), name.trimmed());
}

void Workspace::refuse(const Error& error) { Q_EMIT refused(error); }

void Workspace::setDiagram(const model::DiagramId& diagram) {
    if (diagram == diagram_ || !model().diagrams.contains(diagram)) return;
    diagram_ = diagram;
    Q_EMIT diagramChanged();
}

void Workspace::select(const QStringList& ids) {
    if (ids == selection_) return;
    selection_ = ids;
    if (lens_ == Lens::Blast && ids.size() == 1) {
        const auto kind = model::elementKind(model(), ids.first());
        if (kind == model::ElementKind::Component || kind == model::ElementKind::Secret || kind == model::ElementKind::Identity)
            setSeed(ids.first());
    }
    Q_EMIT selectionChanged();
}

void Workspace::goTo(const QString& id) {
    select({id});
    Q_EMIT goToRequested(id);
}

void Workspace::setLens(Lens lens) {
    if (lens == lens_) return;
    lens_ = lens;
    if (lens == Lens::Blast && selection_.size() == 1) {
        const auto kind = model::elementKind(model(), current());
        if (kind == model::ElementKind::Component || kind == model::ElementKind::Secret || kind == model::ElementKind::Identity)
            setSeed(current());
    }
    Q_EMIT lensChanged();
}

void Workspace::setTheme(const diagram::Theme& theme) {
    if (theme_ == &theme) return;
    theme_ = &theme;
    Q_EMIT themeChanged();
}

bool Workspace::isReviewCurrent() const { return worker_.isCurrent(); }

std::shared_ptr<const analysis::Engine> Workspace::engine() const {
    if (!review_) return nullptr;
    return reading_ == analysis::Reading::AsStated ? review_->asStated.engine : review_->worstCase.engine;
}

void Workspace::setSeed(const QString& id) {
    if (id == seed_) return;
    seed_ = id;
    target_.clear();
    recomputeBlast();
    Q_EMIT blastChanged();
}

void Workspace::setTarget(const QString& id) {
    if (id == target_) return;
    target_ = id;
    Q_EMIT blastChanged();
}

void Workspace::setReading(analysis::Reading reading) {
    if (reading == reading_) return;
    reading_ = reading;
    recomputeBlast();
    Q_EMIT blastChanged();
}

void Workspace::setTier(int tier) {
    if (tier == tier_) return;
    tier_ = tier;
    recomputeBlast();
    Q_EMIT blastChanged();
}

void Workspace::recomputeBlast() {
    blast_.reset();
    const auto asked = engine();
    if (!asked || seed_.isEmpty()) return;
    const auto seed = seedOf(model(), asked->facts(), seed_);
    if (!seed) return;
    blast_ = std::make_shared<analysis::Blast>(asked->blast(std::span(&*seed, 1), {tier_}));
}

void Workspace::takeReview(const std::shared_ptr<const rules::Review>& review) {
    review_ = review;
    recomputeBlast();
    Q_EMIT reviewChanged();
    Q_EMIT blastChanged();
}

void Workspace::dropDeleted() {
    QStringList kept;
    for (const QString& id : selection_)
        if (model::elementKind(model(), id) != model::ElementKind::None) kept << id;
    const auto gone = [this](const QString& id) {
        return !id.isEmpty() && model::elementKind(model(), id) == model::ElementKind::None;
    };
    if (gone(target_)) target_.clear();
    if (gone(seed_)) setSeed({});
    if (kept != selection_) select(kept);
}

void Workspace::follow(const document::Changes& changes) {
    bool deleted = changes.everything;
    for (const document::RowChange& row : changes.rows) deleted |= row.kind == document::RowChange::Kind::Deleted;
    if (!model().diagrams.contains(diagram_)) {
        diagram_ = model().diagrams.isEmpty() ? model::DiagramId{} : model().diagrams.begin()->id;
        Q_EMIT diagramChanged();
    }
    if (deleted) dropDeleted();
    if (changes.touches(model::TableId::Rule)) sources_.follow(model());
    Q_EMIT changed(changes);
}

} // namespace sallyport::ui
