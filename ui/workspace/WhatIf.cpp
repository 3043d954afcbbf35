// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/WhatIf.h"

#include "document/Edits.h"

namespace sallyport::ui {

WhatIf::WhatIf(Workspace& original, QObject* parent) : QObject(parent), original_(original) {
    connect(&original, &Workspace::documentReplaced, this, &WhatIf::discard);
    connect(&original, &Workspace::themeChanged, this, &WhatIf::followOriginal);
    connect(&original, &Workspace::blastChanged, this, &WhatIf::followOriginal);
    connect(&original, &Workspace::reviewChanged, this, &WhatIf::resultsChanged);
    connect(&original.ruleSources(), &RuleSources::changed, this, [this] {
        if (copy_) copy_->ruleSources().reload();
    });
}

WhatIf::~WhatIf() = default;

Workspace& WhatIf::copy() {
    if (!copy_) {
        copy_ = std::make_unique<Workspace>();
        connect(copy_.get(), &Workspace::reviewChanged, this, &WhatIf::resultsChanged);
        connect(copy_.get(), &Workspace::refused, &original_, &Workspace::refused);
        followOriginal();
    }
    return *copy_;
}

bool WhatIf::start(const QString& title, const std::function<void(document::Editor&)>& edit,
                   const std::function<QString(const QString&)>& replaced) {
    auto document = document::Document::fromModel(original_.model(), title);
    if (!document) {
        original_.refuse(document.error());
        return false;
    }
    base_ = original_.model();
    baseRevision_ = original_.document().revision();
    if (const auto done = (*document)->edit(title, edit); !done) {
        discard();
        original_.refuse(done.error());
        return false;
    }
    startRevision_ = (*document)->revision();
    title_ = title;
    replaced_ = replaced;
    isActive_ = true;
    copy().setDocument(std::move(*document));
    copy_->setDiagram(original_.diagram());
    copy_->setLens(Lens::Advice);
    followOriginal();
    Q_EMIT changed();
    return true;
}

void WhatIf::discard() {
    if (!isActive_) return;
    isActive_ = false;
    title_.clear();
    replaced_ = nullptr;
    base_ = {};
    copy_->setDocument(std::make_unique<document::Document>());
    Q_EMIT changed();
}

bool WhatIf::apply() {
    if (!isActive_) return false;
    const model::Model& wanted = copy_->model();
    const bool done =
        original_.edit(title_, [&](document::Editor& editor) { document::writeDifference(editor, base_, wanted); });
    if (done) discard();
    return done;
}

bool WhatIf::isOutdated() const { return isActive_ && original_.document().revision() != baseRevision_; }

bool WhatIf::hasOwnEdits() const { return isActive_ && copy_->document().revision() != startRevision_; }

void WhatIf::followOriginal() {
    if (!copy_) return;
    copy_->setSettings(original_.settings());
    copy_->setTheme(original_.theme());
    copy_->setReading(original_.reading());
    copy_->setTier(original_.tier());
    followSeed();
}

void WhatIf::followSeed() {
    QString seed = original_.seed();
    if (!seed.isEmpty() && replaced_) seed = replaced_(seed);
    const bool exists = model::elementKind(copy_->model(), seed) != model::ElementKind::None;
    copy_->setSeed(exists ? seed : QString());
}

} // namespace sallyport::ui
