// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "model/Error.h"
#include "model/Model.h"

#include <QByteArray>

#include <memory>

struct sqlite3;

namespace sallyport::document {

/// A database of our schema and the typed model of the same rows, kept in step. The document has one, and so has
/// each worker, which applies the document's changesets to it. Not shared between threads.
class Replica {
public:
    /// Empty, with our schema.
    Replica();
    ~Replica();
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;

    /// A replica of an image that this program made itself in this run (Document::image()); an image from elsewhere
    /// goes through readImage(), which checks every row.
    static std::unique_ptr<Replica> ofImage(const QByteArray& image);
    /// Refuses a model with a row that breaks a rule of the schema, naming it. `where` is the file or source, for the refusal.
    static Expected<std::unique_ptr<Replica>> ofModel(const model::Model& model, const QString& where = {});

    const model::Model& model() const { return model_; }
    sqlite3* handle() const { return handle_; }
    QByteArray image() const;

    /// Applies a changeset of the document's own to the database and the model. Foreign keys are off meanwhile: the
    /// changeset already contains every cascaded row. Nothing if it does not fit this replica's rows; the replica is
    /// then unchanged.
    std::optional<Changes> apply(const QByteArray& changeset);

    /// Brings the model in step with a changeset the database has already been through.
    Changes follow(const QByteArray& changeset);

    /// Rows of all tables, ordered by key, one line each: two documents are equal if and only if their dumps are.
    QByteArray dump() const;

    /// Reads the model anew from the database, for whoever has filled that. A sentence if a row does not fit the model.
    std::optional<QString> load();

private:
    sqlite3* handle_ = nullptr;
    model::Model model_;
};

/// A checked copy of a file's bytes: its rows, one by one, into a fresh database of our own schema. Refuses, naming
/// the place: anything but a database of this application, of this version, with exactly our schema, whose rows keep
/// all rules. The hostile schema is never run.
Expected<std::unique_ptr<Replica>> readImage(const QByteArray& image, const QString& where);

/// The rules no constraint can state: zones that enclose themselves, continuations that do not join, placements of
/// nothing, an id used for two elements, answers that are not in the vocabulary. Nothing if all hold. With `changes`, only what
/// they can have broken.
std::optional<Error> brokenRule(const model::Model& model, const Changes* changes = nullptr);

} // namespace sallyport::document
