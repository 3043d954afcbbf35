// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ThemeTest.h"

#include "diagram/Icons.h"
#include "diagram/Theme.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::diagram;

namespace {

const std::array<const Theme*, 2> themes{&Theme::light(), &Theme::dark()};

std::vector<QColor> groundsOf(const Theme& theme) {
    std::vector<QColor> grounds{theme.window, theme.panel, theme.base, theme.alt, theme.canvas, theme.card, theme.label};
    grounds.insert(grounds.end(), theme.zone.begin(), theme.zone.end());
    return grounds;
}

void verifyContrast(const QColor& colour, const QColor& ground, double least, const char* what) {
    const double measured = contrast(colour, ground);
    QVERIFY2(measured >= least,
             qPrintable(QStringLiteral("%1: %2 on %3 has only %4").arg(what, colour.name(), ground.name()).arg(measured)));
}

} // namespace

void ThemeTest::contrastIsThatOfWcag() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor("#777777"), Qt::white) - 4.48) < 0.01); // the textbook near miss of 4.5
}

void ThemeTest::textReadsOnEveryGround() {
    for (const Theme* theme : themes)
        for (const QColor& ground : groundsOf(*theme)) {
            verifyContrast(theme->ink, ground, 7, "ink");
            verifyContrast(theme->ink2, ground, 4.5, "second ink");
        }
    for (const Theme* theme : themes) {
        for (const QColor& ground : {theme->window, theme->panel, theme->base, theme->alt})
            verifyContrast(theme->ink3, ground, 4.5, "hint");
        verifyContrast(theme->onAccent, theme->accent, 4.5, "text on accent");
        verifyContrast(theme->ink, theme->accentTint, 4.5, "ink on accent tint");
        verifyContrast(theme->onSeed, theme->seed, 7, "text on start");
        verifyContrast(theme->ink, theme->note, 4.5, "note");
        for (const QColor& fill : theme->zone) verifyContrast(theme->zoneText, fill, 4.5, "zone title");
    }
}

void ThemeTest::signsStandOutFromEveryGround() {
    for (const Theme* theme : themes) {
        for (const QColor& ground : groundsOf(*theme)) {
            verifyContrast(theme->zoneLine, ground, 3, "boundary");
            verifyContrast(theme->cardLine, ground, 3, "card border");
            verifyContrast(theme->flow, ground, 3, "flow");
            verifyContrast(theme->accent, ground, 3, "selection");
            verifyContrast(theme->focus, ground, 3, "focus");
            for (const Severity severity :
                 {Severity::Info, Severity::Low, Severity::Medium, Severity::High, Severity::Critical})
                verifyContrast(theme->severity(severity), ground, 3, "severity");
            for (const Status status : {Status::Satisfied, Status::Violated, Status::Partial, Status::Unknown})
                verifyContrast(theme->status(status), ground, 3, "status");
        }
        verifyContrast(theme->pathCore, theme->path, 3, "core of the path");
    }
}

void ThemeTest::familiesReadOnTheirTiles() {
    for (const Theme* theme : themes)
        for (std::size_t i = 0; i < theme->family.size(); ++i)
            verifyContrast(theme->family[i], theme->tile[i], 4.5, "icon on its tile");
}

void ThemeTest::levelsKeepTheirTextReadable() {
    for (const Theme* theme : themes)
        for (const Level level : {Level::None, Level::Reachable, Level::Callable, Level::Exposed, Level::Controlled})
            for (const bool anyway : {false, true}) {
                const LevelStyle style = levelStyle(*theme, level, anyway);
                verifyContrast(style.text, style.fill, 4.5, "level");
            }
    for (const Theme* theme : themes)
        for (const Status status : {Status::Satisfied, Status::Violated, Status::Partial, Status::Unknown})
            verifyContrast(theme->ink, theme->statusTint(status), 4.5, "status tint");
}

void ThemeTest::depthRanksDistinctTrust() {
    const std::set<qint64> five{0, 10, 20, 30, 40};
    int expected = 0;
    for (const qint64 trust : five) QCOMPARE(trustDepth(trust, five), expected++);
    QCOMPARE(trustDepth(7, {7}), 0);
    QCOMPARE(trustDepth(10, {0, 10}), 2);
    QCOMPARE(trustDepth(90, {0, 10, 90}), 4);
    std::set<qint64> many;
    for (qint64 trust = -50; trust < 50; ++trust) many.insert(trust);
    int last = 0;
    for (const qint64 trust : many) {
        const int depth = trustDepth(trust, many);
        QVERIFY(depth >= last && depth <= 4);
        last = depth;
    }
    QCOMPARE(last, 4);
}

void ThemeTest::everythingIsOpaque() {
    for (const Theme* theme : themes) {
        for (const QColor& colour :
             {theme->window, theme->ink, theme->zone[0], theme->reachTint, theme->dim, theme->unkTint, theme->na})
            QCOMPARE(colour.alpha(), 255);
        QCOMPARE(dimmed(theme->ink, theme->zone[2]).alpha(), 255);
    }
    QCOMPARE(dimmed(QColor(100, 0, 200), QColor(0, 100, 200)), QColor(42, 58, 200));
}

void ThemeTest::paletteHasEveryRole() {
    for (const Theme* theme : themes) {
        const QPalette made = palette(*theme);
        QCOMPARE(made.color(QPalette::Window), theme->panel);
        QCOMPARE(made.color(QPalette::Button), theme->panel);
        QCOMPARE(made.color(QPalette::Base), theme->base);
        QCOMPARE(made.color(QPalette::AlternateBase), theme->alt);
        QCOMPARE(made.color(QPalette::Highlight), theme->accent);
        QCOMPARE(made.color(QPalette::HighlightedText), theme->onAccent);
        QCOMPARE(made.color(QPalette::Mid), theme->line);
        QCOMPARE(made.color(QPalette::Dark), theme->lineStrong);
        QCOMPARE(made.color(QPalette::Shadow), theme->lineStrong);
        QCOMPARE(made.color(QPalette::PlaceholderText), theme->ink3);
        QCOMPARE(made.color(QPalette::ToolTipBase), theme->label);
        QCOMPARE(made.color(QPalette::Disabled, QPalette::Text), theme->disabled);
        QCOMPARE(made.color(QPalette::Active, QPalette::Text), theme->ink);
    }
}

void ThemeTest::everyKindHasAnIcon() {
    const QStringList names = iconNames();
    QVERIFY(names.size() > 100);
    QStringList wanted{icons::data,
                       icons::secret,
                       icons::grant,
                       icons::flow,
                       icons::note,
                       icons::zone,
                       icons::identity,
                       icons::start,
                       icons::openAnyway,
                       icons::choke,
                       icons::path,
                       iconOf(std::optional<model::Tls>()),
                       iconOf(std::optional(model::Tls::None))};
    for (int i = 0; i < 19; ++i) wanted.append(iconOf(static_cast<model::ComponentKind>(i)));
    for (int i = 0; i < 8; ++i) wanted.append(iconOf(std::optional(static_cast<model::ZoneKind>(i))));
    for (int i = 0; i < 7; ++i) wanted.append(iconOf(static_cast<model::IdentityKind>(i)));
    for (int i = 0; i < 15; ++i) wanted.append(iconOf(static_cast<model::SecretKind>(i)));
    for (int i = 1; i < 5; ++i) wanted.append(iconOf(static_cast<Level>(i)));
    for (int i = 0; i < 5; ++i) wanted.append(iconOf(static_cast<Severity>(i)));
    for (int i = 0; i < 5; ++i) wanted.append(iconOf(static_cast<Status>(i)));
    for (const QString& name : wanted) QVERIFY2(names.contains(name), qPrintable(name));

    // Coloured as asked, and nothing else.
    const QImage drawn = icon(QStringLiteral("kind-backend"), QColor(200, 30, 60), 24, 2).toImage();
    QCOMPARE(drawn.size(), QSize(48, 48));
    int inked = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            if (const QColor pixel = drawn.pixelColor(x, y); pixel.alpha() == 255) {
                ++inked;
                QVERIFY(qAbs(pixel.red() - 200) < 3 && qAbs(pixel.green() - 30) < 3);
            }
    QVERIFY(inked > 100);
}
