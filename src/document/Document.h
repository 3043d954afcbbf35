// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "document/Editor.h"
#include "document/Replica.h"
#include "model/Error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace sallyport::document {

/// A document: an in-memory database of our own schema, its typed model, and its history.
/// Everything that happens to it is a changeset. Lives in one thread.
class Document : public QObject {
    Q_OBJECT

public:
    /// An empty document with one empty diagram.
    Document();
    ~Document() override;

    /// A checked copy of the file; the file itself is closed again. `.json` files are read as canonical JSON.
    static Expected<std::unique_ptr<Document>> open(const QString& path);
    static Expected<std::unique_ptr<Document>> fromImage(const QByteArray& image, const QString& where);
    static Expected<std::unique_ptr<Document>> fromModel(const model::Model& model, const QString& where);

    /// Writes the whole document and replaces the file atomically; on failure the old file is whole.
    Expected<void> save(const QString& path);
    /// The document as the bytes of a file.
    QByteArray image() const;
    /// Every row as text, ordered by key: two documents are equal if and only if their dumps are.
    QByteArray dump() const;

    const model::Model& model() const;
    /// Counts every edit, undo and redo; never the same twice in the life of a document.
    quint64 revision() const { return revision_; }
    /// Where it was opened from or last saved to; empty if nowhere.
    const QString& path() const { return path_; }
    bool isModified() const;
    /// Whether somebody else has changed or removed the file since it was opened or saved; false if there is none.
    bool changedOnDisk() const;

    /// One undoable step. `text` is what people see in the Edit menu ("Move web-bff"). Steps in a row with the same
    /// non-empty `continuing` key become one (a drag, typing in one field); endContinuing() or another key ends it.
    /// On refusal the document is as it was. An edit that changes nothing leaves no step.
    Expected<void> edit(const QString& text, const std::function<void(Editor&)>& change, const QString& continuing = {});
    void endContinuing();

    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();
    /// The steps from the oldest kept to the newest, and how many of them are done.
    QStringList history() const;
    int historyPosition() const;

Q_SIGNALS:
    /// After the model has changed. `changeset` is what a replica elsewhere applies to be in step.
    void changed(const sallyport::document::Changes& changes, const QByteArray& changeset);
    /// Undo, redo, saved state or their texts may be different.
    void historyChanged();

private:
    struct Step {
        QString text;
        QString continuing;
        QByteArray changeset;
    };
    explicit Document(std::unique_ptr<Replica> replica);
    void play(const QByteArray& changeset);
    void keep(Step step);

    std::unique_ptr<Replica> replica_;
    std::vector<Step> steps_;
    std::size_t done_ = 0;                              ///< steps_[0, done_) are in effect
    bool continuing_ = false;                           ///< the last step may still be continued
    std::optional<std::size_t> saved_ = std::size_t{0}; ///< done_ at the last save; nothing if that state is out of reach
    quint64 revision_ = 0;
    QString path_;
    QByteArray digest_; ///< of the file's bytes as last read or written
};

} // namespace sallyport::document
