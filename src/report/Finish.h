// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "report/Book.h"

#include <QByteArray>
#include <QDateTime>

namespace sallyport::report {

/// What a PDF says about itself.
struct FileFacts {
    QString title;
    QString subject;
    QDateTime written;
};

/// Adds to a PDF as Qt writes it: outline, links between pages, language, metadata that agrees with itself (XMP and
/// Info), and an id computed from the content. The page tree must be that of the book.
Expected<QByteArray> finished(const QByteArray& pdf, const Book& book, const FileFacts& facts);

} // namespace sallyport::report
