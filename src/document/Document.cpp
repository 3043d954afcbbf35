// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Document.h"

#include "document/Json.h"
#include "document/Sqlite.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sallyport::document {

namespace {

constexpr std::size_t longestHistory = 10000;

QByteArray digestOf(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

/// A changeset of SQLite's, freed with it.
struct Bytes {
    void* data = nullptr;
    int size = 0;
    ~Bytes() { sqlite3_free(data); }
    QByteArray copy() const { return QByteArray(static_cast<const char*>(data), size); }
};

QByteArray inverted(const QByteArray& changeset) {
    Bytes out;
    if (sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.constData(), &out.size, &out.data) != SQLITE_OK)
        qFatal("A changeset of the document's own cannot be inverted.");
    return out.copy();
}

/// What happens if `first` and then `second` happens.
QByteArray joined(const QByteArray& first, const QByteArray& second) {
    Bytes out;
    if (sqlite3changeset_concat(static_cast<int>(first.size()), const_cast<char*>(first.constData()),
                                static_cast<int>(second.size()), const_cast<char*>(second.constData()), &out.size,
                                &out.data) != SQLITE_OK)
        qFatal("Changesets of the document's own cannot be joined.");
    return out.copy();
}

/// Records what is done to a database between its making and changeset().
class Session {
public:
    explicit Session(sqlite3* handle) {
        sqlite3session_create(handle, "main", &session_);
        sqlite3session_attach(session_, nullptr);
    }
    ~Session() { sqlite3session_delete(session_); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    QByteArray changeset() const {
        Bytes out;
        if (sqlite3session_changeset(session_, &out.size, &out.data) != SQLITE_OK) qFatal("No memory for a changeset.");
        return out.copy();
    }

private:
    sqlite3_session* session_ = nullptr;
};

/// Runs the change in a transaction and gives what it did; on refusal nothing has happened.
Expected<QByteArray> record(Replica& replica, const std::function<void(Editor&)>& change) {
    sqlite3* handle = replica.handle();
    const Session session(handle);
    execute(handle, "begin");
    Editor editor(replica);
    change(editor);
    editor.finish();
    std::optional<Error> error = editor.error();
    if (!error && execute(handle, "commit") != SQLITE_OK) {
        error = danglingReference(handle, {});
        if (!error) error = Error{"The edit does not fit the document: " + message(handle) + '.', {}, {}};
    }
    if (error) {
        execute(handle, "rollback");
        return tl::unexpected<Error>(*error);
    }
    return session.changeset();
}

model::Model emptyModel() {
    model::Model model;
    model.diagrams.put({Editor::newId<model::Diagram>(), "Overview", 0});
    return model;
}

} // namespace

Document::Document(std::unique_ptr<Replica> replica) : replica_(std::move(replica)) {}

Document::Document() : replica_(std::move(*Replica::ofModel(emptyModel()))) {}

Document::~Document() = default;

Expected<std::unique_ptr<Document>> Document::open(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return refuse("There is no such file.", path, "Check the name.");
    if (!info.isFile()) return refuse("This is not a file.", path, "Name a .sallyport file.");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse("The file cannot be read: " + file.errorString() + '.', path, "Check its permissions.");
    const QByteArray bytes = file.read((qint64(1) << 30) + 1);
    if (file.error() != QFileDevice::NoError) return refuse("The file cannot be read: " + file.errorString() + '.', path);
    if (path.endsWith(".json", Qt::CaseInsensitive) || bytes.trimmed().startsWith('{')) {
        const auto model = readJson(bytes, path);
        if (!model) return tl::unexpected<Error>(model.error());
        return fromModel(*model, path);
    }
    auto document = fromImage(bytes, path);
    if (document) {
        (*document)->path_ = info.absoluteFilePath();
        (*document)->digest_ = digestOf(bytes);
    }
    return document;
}

Expected<std::unique_ptr<Document>> Document::fromImage(const QByteArray& image, const QString& where) {
    auto replica = readImage(image, where);
    if (!replica) return tl::unexpected<Error>(replica.error());
    return std::unique_ptr<Document>(new Document(std::move(*replica)));
}

Expected<std::unique_ptr<Document>> Document::fromModel(const model::Model& model, const QString& where) {
    auto replica = Replica::ofModel(model, where);
    if (!replica) return tl::unexpected<Error>(replica.error());
    return std::unique_ptr<Document>(new Document(std::move(*replica)));
}

QByteArray Document::image() const { return replica_->image(); }
QByteArray Document::dump() const { return replica_->dump(); }
const model::Model& Document::model() const { return replica_->model(); }

Expected<void> Document::save(const QString& path) {
    // A compact file in which nothing deleted is left, whatever the history was.
    execute(replica_->handle(), "vacuum");
    const QByteArray bytes = image();
    // Through a link, what it points to is replaced, not the link.
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.symLinkTarget() : path;
    QSaveFile file(target);
    const QString remedy = "The file on disk is as it was. Save under another name or make room.";
    if (!file.open(QIODevice::WriteOnly))
        return refuse("The document cannot be saved here: " + file.errorString() + '.', path, remedy);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return refuse("The document could not be saved: " + file.errorString() + '.', path, remedy);
    path_ = info.absoluteFilePath();
    digest_ = digestOf(bytes);
    saved_ = done_;
    endContinuing();
    Q_EMIT historyChanged();
    return {};
}

bool Document::isModified() const { return saved_ != done_; }

bool Document::changedOnDisk() const {
    if (path_.isEmpty()) return false;
    QFile file(path_);
    return !file.open(QIODevice::ReadOnly) || digestOf(file.readAll()) != digest_;
}

Expected<void> Document::edit(const QString& text, const std::function<void(Editor&)>& change, const QString& continuing) {
    auto changeset = record(*replica_, change);
    if (!changeset) return tl::unexpected<Error>(changeset.error());
    if (changeset->isEmpty()) return {};
    const Changes changes = replica_->follow(*changeset);
    if (const auto broken = brokenRule(replica_->model(), &changes)) {
        if (!replica_->apply(inverted(*changeset))) qFatal("A refused edit cannot be taken back.");
        return tl::unexpected<Error>(*broken);
    }
    ++revision_;
    keep({text, continuing, *changeset});
    Q_EMIT changed(changes, *changeset);
    Q_EMIT historyChanged();
    return {};
}

void Document::keep(Step step) {
    if (saved_ && *saved_ > done_) saved_.reset();
    steps_.resize(done_);
    const bool continues = continuing_ && !step.continuing.isEmpty() && !steps_.empty() &&
                           steps_.back().continuing == step.continuing && saved_ != done_;
    if (continues) {
        steps_.back().changeset = joined(steps_.back().changeset, step.changeset);
        // Dragged back to where it started: as if nothing had happened.
        if (steps_.back().changeset.isEmpty()) {
            steps_.pop_back();
            --done_;
        }
    } else {
        steps_.push_back(std::move(step));
        ++done_;
        if (steps_.size() > longestHistory) {
            steps_.erase(steps_.begin());
            --done_;
            saved_ = saved_ && *saved_ > 0 ? std::optional(*saved_ - 1) : std::nullopt;
        }
    }
    continuing_ = true;
}

void Document::endContinuing() { continuing_ = false; }

bool Document::canUndo() const { return done_ > 0; }
bool Document::canRedo() const { return done_ < steps_.size(); }
QString Document::undoText() const { return canUndo() ? steps_[done_ - 1].text : QString(); }
QString Document::redoText() const { return canRedo() ? steps_[done_].text : QString(); }

void Document::play(const QByteArray& changeset) {
    const auto changes = replica_->apply(changeset);
    if (!changes) qFatal("The document's own history does not fit it.");
    continuing_ = false;
    ++revision_;
    Q_EMIT changed(*changes, changeset);
    Q_EMIT historyChanged();
}

void Document::undo() {
    if (!canUndo()) return;
    --done_;
    play(inverted(steps_[done_].changeset));
}

void Document::redo() {
    if (!canRedo()) return;
    ++done_;
    play(steps_[done_ - 1].changeset);
}

QStringList Document::history() const {
    QStringList texts;
    for (const Step& step : steps_) texts << step.text;
    return texts;
}

int Document::historyPosition() const { return static_cast<int>(done_); }

} // namespace sallyport::document
