// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Files.h"

#include "document/Json.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sallyport::cli {

Expected<QByteArray> readFile(const QString& path) {
    constexpr qint64 largest = qint64(256) << 20;
    if (QFileInfo(path).isDir()) return refuse(QStringLiteral("This is a folder."), path, QStringLiteral("Name a file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("It cannot be read: %1.").arg(file.errorString()), path,
                      QStringLiteral("Check its name and your rights."));
    if (file.size() > largest)
        return refuse(QStringLiteral("It is larger than 256 MiB."), path, QStringLiteral("Such a file is never that large."));
    return file.read(largest + 1);
}

Expected<void> writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(QStringLiteral("It cannot be written: %1.").arg(file.errorString()), path,
                      QStringLiteral("Choose another place, or make room."));
    return {};
}

Expected<DocumentPointer> openModel(const QString& path) { return document::Document::open(path); }

QDate today() {
    bool isNumber = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    return isNumber ? QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC).date() : QDate::currentDate();
}

QByteArray digestOf(const model::Model& model) {
    return QCryptographicHash::hash(document::writeJson(model), QCryptographicHash::Sha256).toHex();
}

} // namespace sallyport::cli
