// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Document.h"
#include "model/Error.h"

#include <QByteArray>
#include <QDate>

#include <memory>

/// What the commands read and write.
namespace sallyport::cli {

/// The bytes of a file; refused beyond 256 MiB.
Expected<QByteArray> readFile(const QString& path);
/// Replaces the file as a whole: on failure an old one is as it was.
Expected<void> writeFile(const QString& path, const QByteArray& bytes);

using DocumentPointer = std::unique_ptr<document::Document>;
/// A model from a .sallyport file or canonical JSON.
Expected<DocumentPointer> openModel(const QString& path);

/// The day reviews are made on: that of SOURCE_DATE_EPOCH if it is set, so that a report can be made again, else today.
QDate today();

/// SHA-256 of the canonical JSON, in hexadecimal.
QByteArray digestOf(const model::Model& model);

} // namespace sallyport::cli
