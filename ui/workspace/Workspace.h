// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"
#include "analysis/CompileModel.h"
#include "diagram/Overlay.h"
#include "diagram/Theme.h"
#include "document/Document.h"
#include "rules/ReviewWorker.h"
#include "workspace/RuleSources.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace sallyport::ui {

/// Which question the window answers. The diagram's lenses, and Advice, which has its own middle.
using Lens = diagram::Lens;

/// What all views of one window share: the open document, what is selected, the lens, the newest review, and the blast
/// looked at. Views read it and listen to it; none of them knows another. Lives in the window's thread.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Never null. Replacing it forgets selection, seed and review.
    document::Document& document() const { return *document_; }
    const model::Model& model() const { return document_->model(); }
    void setDocument(std::unique_ptr<document::Document> document);

    /// One undoable edit; a refusal goes to refused() and gives false.
    bool edit(const QString& text, const std::function<void(document::Editor&)>& change, const QString& continuing = {});
    /// Shows an error where the user looks (a message bar of the window).
    void refuse(const Error& error);

    /// The diagram shown; always one of the document's.
    const model::DiagramId& diagram() const { return diagram_; }
    void setDiagram(const model::DiagramId& diagram);

    /// Ids of selected elements of any kind (zone, component, flow, note, identity, secret, grant, data asset), the
    /// current one last. Elements that are deleted leave the selection by themselves.
    const QStringList& selection() const { return selection_; }
    QString current() const { return selection_.isEmpty() ? QString() : selection_.last(); }
    bool isSelected(const QString& id) const { return selection_.contains(id); }
    void select(const QStringList& ids);
    /// Selects it, and has the canvas show and flash it.
    void goTo(const QString& id);

    Lens lens() const { return lens_; }
    void setLens(Lens lens);

    const diagram::Theme& theme() const { return *theme_; }
    void setTheme(const diagram::Theme& theme);

    /// What is remembered of the user: their rules and their name. Must outlive it; null: nothing is remembered.
    void setSettings(QSettings* settings);
    QSettings* settings() const { return sources_.settings(); }
    /// Who sits here, for decisions: as they last called themselves, else as the system knows them.
    QString person() const;
    void setPerson(const QString& name);

    /// What is reviewed with; follows the document and says when it is another pack.
    RuleSources& ruleSources() { return sources_; }
    const RuleSources& ruleSources() const { return sources_; }

    /// The newest review; null before the first. isCurrent: of the document as it is now.
    std::shared_ptr<const rules::Review> review() const { return review_; }
    bool isReviewCurrent() const;

    /// The assumed compromise: id of a component, secret or identity; empty: none. In the Blast lens the selection of
    /// such an element makes it the seed.
    const QString& seed() const { return seed_; }
    void setSeed(const QString& id);
    /// The fallen element whose path is lit: id of a component, flow, identity, secret, grant or data asset; empty: none.
    const QString& target() const { return target_; }
    void setTarget(const QString& id);
    analysis::Reading reading() const { return reading_; }
    void setReading(analysis::Reading reading);
    /// The highest effort of rules counted, 1 to 3.
    int tier() const { return tier_; }
    void setTier(int tier);
    /// The blast of the seed in the newest review's model, by the reading and tier; null without a seed or review. It is
    /// asked of the engine the worker compiled: microseconds to milliseconds.
    std::shared_ptr<const analysis::Blast> blast() const { return blast_; }
    /// The engine of the reading; null before the first review.
    std::shared_ptr<const analysis::Engine> engine() const;

Q_SIGNALS:
    void documentReplaced();
    /// As Document::changed, of whatever document is open.
    void changed(const sallyport::document::Changes& changes);
    void historyChanged();
    void diagramChanged();
    void selectionChanged();
    void lensChanged();
    void themeChanged();
    void reviewChanged();
    /// Seed, target, reading, tier or the blast itself.
    void blastChanged();
    void goToRequested(const QString& id);
    void refused(const sallyport::Error& error);

private:
    void follow(const document::Changes& changes);
    void takeReview(const std::shared_ptr<const rules::Review>& review);
    void recomputeBlast();
    void dropDeleted();

    std::unique_ptr<document::Document> document_;
    RuleSources sources_;
    rules::ReviewWorker worker_;
    std::shared_ptr<const rules::Review> review_;
    std::shared_ptr<const analysis::Blast> blast_;
    const diagram::Theme* theme_;
    model::DiagramId diagram_;
    QStringList selection_;
    Lens lens_ = Lens::Design;
    QString seed_, target_;
    analysis::Reading reading_ = analysis::Reading::AsStated;
    int tier_ = 3;
};

} // namespace sallyport::ui
