// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"
#include "model/Enumerations.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QStringList>

#include <optional>

class QPainter;

/// The program's drawings, embedded as :/icons/NAME.svg, coloured as asked. Names carry no path and no ending.
namespace sallyport::diagram {

/// A drawing of size x size logical pixels, cached per name, colour and size. An unknown name gives an empty pixmap
/// and a warning; 12 pixels and less get a stronger stroke.
QPixmap icon(const QString& name, const QColor& colour, int size, double devicePixelRatio = 1.0);

/// Fills the (square) rect: from the cache on raster, as paths in PDF, SVG and pictures.
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour);

/// For actions and buttons: normal, disabled and, where given, checked (on) colours; sizes as asked for.
QIcon actionIcon(const QString& name, const QColor& colour, const QColor& disabled, const QColor& on = {});

/// All names there are, sorted.
QStringList iconNames();

QString iconOf(model::ComponentKind kind);
QString iconOf(std::optional<model::ZoneKind> kind);
QString iconOf(model::IdentityKind kind);
QString iconOf(model::SecretKind kind);
QString iconOf(std::optional<model::Tls> tls); ///< padlock closed, open or dotted
QString iconOf(Level level);                   ///< empty for none
QString iconOf(Severity severity);
QString iconOf(Status status);

namespace icons {
inline const QString data = QStringLiteral("data_asset");
inline const QString secret = QStringLiteral("secret");
inline const QString grant = QStringLiteral("grant");
inline const QString flow = QStringLiteral("flow");
inline const QString note = QStringLiteral("note");
inline const QString zone = QStringLiteral("zone");
inline const QString identity = QStringLiteral("identity-human");
inline const QString start = QStringLiteral("blast-seed");
inline const QString openAnyway = QStringLiteral("blast-anyway");
inline const QString choke = QStringLiteral("blast-choke");
inline const QString path = QStringLiteral("blast-path");
} // namespace icons

} // namespace sallyport::diagram
