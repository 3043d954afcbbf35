// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Icons.h"

#include "diagram/Surface.h"

#include <QCache>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace sallyport::diagram {

namespace {

// Strokes of 1.5 on 24 thin out at the size of a badge.
constexpr int smallSize = 13;

const QByteArray& source(const QString& name) {
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd()) return known.value();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon is called %s.", qUtf8Printable(name));
        return sources[name] = {};
    }
    return sources[name] = file.readAll();
}

// The drawings are black line work that names its colour "currentColor", which QtSvg does not know.
QByteArray coloured(const QString& name, const QColor& colour, bool small) {
    QByteArray bytes = source(name);
    bytes.replace("currentColor", colour.name().toLatin1());
    if (small) bytes.replace("stroke-width=\"1.5\" stroke-linecap", "stroke-width=\"2.4\" stroke-linecap");
    return bytes;
}

struct DrawnKey {
    QString name;
    QRgb colour;
    int size;
    bool operator==(const DrawnKey&) const = default;
    friend size_t qHash(const DrawnKey& key, size_t seed = 0) { return qHashMulti(seed, key.name, key.colour, key.size); }
};

QSvgRenderer* renderer(const QString& name, const QColor& colour, bool small) {
    static QCache<DrawnKey, QSvgRenderer> cache(800);
    const DrawnKey key{name, colour.rgba(), small ? 1 : 0};
    QSvgRenderer* known = cache.object(key);
    if (known == nullptr) {
        known = new QSvgRenderer(coloured(name, colour, small));
        cache.insert(key, known);
    }
    return known;
}

/// size in device pixels; `small` by the logical size, so that a badge stays bold on a dense screen.
const QPixmap& drawn(const QString& name, const QColor& colour, int size, bool small) {
    static QCache<DrawnKey, QPixmap> cache(24 * 1024 * 1024); // bytes
    const DrawnKey key{name, colour.rgba(), small ? -size : size};
    if (const QPixmap* known = cache.object(key)) return *known;
    auto* made = new QPixmap;
    if (!source(name).isEmpty()) {
        *made = QPixmap(size, size);
        made->fill(Qt::transparent);
        QPainter painter(made);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer(name, colour, small)->render(&painter, QRectF(0, 0, size, size));
    }
    cache.insert(key, made, std::max(1, size * size * 4));
    return *made;
}

class Engine : public QIconEngine {
public:
    Engine(QString name, QColor colour, QColor disabled, QColor on)
        : name_(std::move(name)), colour_(std::move(colour)), disabled_(std::move(disabled)), on_(std::move(on)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const int side = std::min(rect.width(), rect.height());
        const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2); // on whole pixels
        paintIcon(*painter, QRectF(corner, QSizeF(side, side)), name_, chosen(mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return icon(name_, chosen(mode, state), std::min(size.width(), size.height()));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap made = drawn(name_, chosen(mode, state), std::min(size.width(), size.height()),
                             std::min(size.width(), size.height()) / scale <= smallSize);
        return made;
    }
    QIconEngine* clone() const override { return new Engine(*this); }

private:
    const QColor& chosen(QIcon::Mode mode, QIcon::State state) const {
        if (mode == QIcon::Disabled) return disabled_;
        return state == QIcon::On && on_.isValid() ? on_ : colour_;
    }

    QString name_;
    QColor colour_, disabled_, on_;
};

QString prefixed(const char* prefix, const char* word) { return QString::fromLatin1(prefix) + QLatin1StringView(word); }

} // namespace

QPixmap icon(const QString& name, const QColor& colour, int size, double devicePixelRatio) {
    QPixmap made = drawn(name, colour, qRound(size * devicePixelRatio), size <= smallSize);
    made.setDevicePixelRatio(devicePixelRatio);
    return made;
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour) {
    const bool small = rect.width() <= smallSize + 0.5;
    if (!isRaster(painter)) {
        renderer(name, colour, small)->render(&painter, rect);
        return;
    }
    // The picture is made for the very pixels it will cover, so that nothing is resampled.
    const QTransform& transform = painter.deviceTransform();
    const int size = std::max(1, qRound(rect.width() * deviceScale(painter)));
    const QPixmap& pixmap = drawn(name, colour, size, small);
    if (pixmap.isNull()) return;
    if (transform.type() > QTransform::TxScale) {
        painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()));
        return;
    }
    const QPointF corner = transform.map(rect.topLeft());
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    const QTransform back = transform.inverted();
    painter.drawPixmap(QRectF(back.map(whole), back.map(whole + QPointF(size, size))), pixmap, QRectF(pixmap.rect()));
}

QIcon actionIcon(const QString& name, const QColor& colour, const QColor& disabled, const QColor& on) {
    return QIcon(new Engine(name, colour, disabled, on));
}

QStringList iconNames() {
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name))
        names.append(file.chopped(4));
    return names;
}

QString iconOf(model::ComponentKind kind) { return prefixed("kind-", model::word(kind)); }

QString iconOf(std::optional<model::ZoneKind> kind) { return kind ? prefixed("zone-", model::word(*kind)) : icons::zone; }

QString iconOf(model::IdentityKind kind) { return prefixed("identity-", model::word(kind)); }

QString iconOf(model::SecretKind kind) {
    using enum model::SecretKind;
    switch (kind) {
        case Password:
        case DbPassword:
            return QStringLiteral("secret-password");
        case ApiKey:
        case PrivateKey:
        case SigningKey:
        case EncryptionKey:
        case SessionKey:
            return QStringLiteral("secret-key");
        case TlsKey:
            return QStringLiteral("secret-certificate");
        case SessionCookie:
            return QStringLiteral("secret-session");
        case AccessToken:
        case RefreshToken:
        case IdToken:
            return QStringLiteral("secret-token");
        case ClientSecret:
        case WebhookSecret:
        case PlatformCredential:
            return icons::secret;
    }
    return icons::secret;
}

QString iconOf(std::optional<model::Tls> tls) {
    if (!tls) return QStringLiteral("lock-unknown");
    return *tls == model::Tls::None ? QStringLiteral("lock-open") : QStringLiteral("lock-closed");
}

QString iconOf(Level level) { return level == Level::None ? QString() : QStringLiteral("blast-") + word(level); }

QString iconOf(Severity severity) { return QStringLiteral("sev-") + word(severity); }

QString iconOf(Status status) {
    return status == Status::NotApplicable ? QStringLiteral("cov-not_applicable") : QStringLiteral("cov-") + word(status);
}

} // namespace sallyport::diagram
