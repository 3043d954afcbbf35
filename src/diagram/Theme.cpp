// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Theme.h"

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

struct Token {
    QColor Theme::*member;
    QRgb light, dark;
};

constexpr Token tokens[] = {
    {&Theme::window, 0xffeef1f4, 0xff1d2228},      {&Theme::panel, 0xfff6f8fa, 0xff22282f},
    {&Theme::base, 0xffffffff, 0xff171b20},        {&Theme::alt, 0xfff3f5f8, 0xff1c2127},
    {&Theme::line, 0xffc8d0d9, 0xff39424c},        {&Theme::lineStrong, 0xff7c8894, 0xff7f8b98},
    {&Theme::ink, 0xff17212b, 0xffe9edf2},         {&Theme::ink2, 0xff45525f, 0xffb9c3cd},
    {&Theme::ink3, 0xff5b6773, 0xff9aa6b2},        {&Theme::disabled, 0xff98a2ad, 0xff67727e},
    {&Theme::accent, 0xff1d5fc4, 0xff7fb2ff},      {&Theme::accentTint, 0xffdce8fa, 0xff20375c},
    {&Theme::onAccent, 0xffffffff, 0xff0b1b33},    {&Theme::focus, 0xff0a3f91, 0xffb9d5ff},
    {&Theme::canvas, 0xfffbfcfd, 0xff13171b},      {&Theme::grid, 0xffd8dee5, 0xff262d34},
    {&Theme::zoneLine, 0xff4f6276, 0xff8fa2b6},    {&Theme::zoneText, 0xff33414f, 0xffc9d4df},
    {&Theme::card, 0xffffffff, 0xff323d48},        {&Theme::cardLine, 0xff5f7183, 0xff97a5b3},
    {&Theme::flow, 0xff44525f, 0xffb9c5d0},        {&Theme::label, 0xffffffff, 0xff262e37},
    {&Theme::note, 0xfffdf6d8, 0xff37341f},        {&Theme::noteLine, 0xff8a7a3c, 0xffa79a5e},
    {&Theme::reach, 0xff867000, 0xffb0a148},       {&Theme::reachTint, 0xfffff8dc, 0xff45401f},
    {&Theme::call, 0xff8c4f00, 0xffebb04a},        {&Theme::callTint, 0xffffdf9e, 0xff5f4710},
    {&Theme::expo, 0xff8e2b06, 0xffffbe97},        {&Theme::expoTint, 0xfff5ac7d, 0xffa34f1c},
    {&Theme::ctrl, 0xff650b18, 0xffff857b},        {&Theme::onCtrl, 0xffffffff, 0xff2a0507},
    {&Theme::anyway, 0xff54677a, 0xffa3b4c5},      {&Theme::anywayTint, 0xffe3e9ef, 0xff2b343e},
    {&Theme::seed, 0xff10161c, 0xffffffff},        {&Theme::onSeed, 0xffffffff, 0xff10161c},
    {&Theme::path, 0xff10161c, 0xffffffff},        {&Theme::pathHalo, 0xffffffff, 0xff13171b},
    {&Theme::pathCore, 0xffffb454, 0xffb5440f},    {&Theme::dim, 0xffa9b3bd, 0xff525d68},
    {&Theme::sevCritical, 0xff7a0c1a, 0xffff948b}, {&Theme::sevHigh, 0xffa83207, 0xffff8a55},
    {&Theme::sevMedium, 0xff986800, 0xfff2cc7c},   {&Theme::sevLow, 0xff2b5f94, 0xff8abaf0},
    {&Theme::sevInfo, 0xff5b6773, 0xffaab5c0},     {&Theme::ok, 0xff0a6e62, 0xff5ccdb9},
    {&Theme::okTint, 0xffcdebe5, 0xff15443d},      {&Theme::bad, 0xff9c2210, 0xffffa591},
    {&Theme::badTint, 0xfff8cfc4, 0xff8a3323},     {&Theme::part, 0xff8e6000, 0xffe4b65a},
    {&Theme::partTint, 0xffffedbf, 0xff3f3510},    {&Theme::unk, 0xff55616d, 0xffaeb8c2},
    {&Theme::unkTint, 0xffffffff, 0xff171b20},     {&Theme::na, 0xff75808b, 0xff85919d},
};

struct Pair {
    QRgb light, dark;
};

constexpr std::array<Pair, 5> zoneFills{{{0xfffaf5eb, 0xff221d15},
                                         {0xfff0f4f9, 0xff191f26},
                                         {0xffe5ecf4, 0xff1f2831},
                                         {0xffd7e2ed, 0xff25313d},
                                         {0xffc8d6e5, 0xff2c3b4a}}};

// In the order of Family.
constexpr std::array<Pair, familyCount> familyInks{{{0xff4a5a69, 0xffb9c6d2},
                                                    {0xff5b45b0, 0xffbbadf7},
                                                    {0xff0b6a78, 0xff6fd0dc},
                                                    {0xff27549b, 0xff9cc1fa},
                                                    {0xff1b6593, 0xff86c8ef},
                                                    {0xff87357f, 0xffeba5e3},
                                                    {0xff555f69, 0xffbcc5ce},
                                                    {0xff6a5a45, 0xffd3c2a8}}};
constexpr std::array<Pair, familyCount> familyTiles{{{0xffe9edf1, 0xff3f4a56},
                                                     {0xffeae6f7, 0xff3d3a5c},
                                                     {0xffdceff1, 0xff214750},
                                                     {0xffe2eaf6, 0xff2e4263},
                                                     {0xffdeecf5, 0xff28475b},
                                                     {0xfff4e4f2, 0xff4e3550},
                                                     {0xffe9ebee, 0xff404851},
                                                     {0xfff0ebe3, 0xff484134}}};

Theme made(bool dark) {
    const auto pick = [dark](const Pair& pair) { return QColor(dark ? pair.dark : pair.light); };
    Theme theme;
    theme.isDark = dark;
    for (const Token& token : tokens) theme.*token.member = QColor(dark ? token.dark : token.light);
    std::ranges::transform(zoneFills, theme.zone.begin(), pick);
    std::ranges::transform(familyInks, theme.family.begin(), pick);
    std::ranges::transform(familyTiles, theme.tile.begin(), pick);
    return theme;
}

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

// WCAG 2.1, relative luminance.
double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Family familyOf(model::ComponentKind kind) {
    using enum model::ComponentKind;
    switch (kind) {
        case ClientBrowser:
        case ClientNative:
        case ClientMachine:
            return Family::Client;
        case Cdn:
        case ApiGateway:
            return Family::Entry;
        case Bff:
        case TokenMediator:
            return Family::Bff;
        case Backend:
        case AiAgent:
            return Family::Service;
        case DataStore:
        case Cache:
        case SessionStore:
        case MessageBroker:
            return Family::Data;
        case IdentityProvider:
        case SecretStore:
            return Family::Trust;
        case CiCd:
        case AdminConsole:
        case LogSink:
            return Family::Operations;
        case ThirdPartyService:
            return Family::Outside;
    }
    return Family::Service;
}

const Theme& Theme::light() {
    static const Theme theme = made(false);
    return theme;
}

const Theme& Theme::dark() {
    static const Theme theme = made(true);
    return theme;
}

const QColor& Theme::ground(int depth) const { return depth < 0 ? canvas : zone[static_cast<std::size_t>(std::min(depth, 4))]; }

const QColor& Theme::severity(Severity severity) const {
    switch (severity) {
        case Severity::Critical:
            return sevCritical;
        case Severity::High:
            return sevHigh;
        case Severity::Medium:
            return sevMedium;
        case Severity::Low:
            return sevLow;
        case Severity::Info:
            return sevInfo;
    }
    return sevInfo;
}

const QColor& Theme::status(Status status) const {
    switch (status) {
        case Status::Satisfied:
            return ok;
        case Status::Violated:
            return bad;
        case Status::Partial:
            return part;
        case Status::Unknown:
            return unk;
        case Status::NotApplicable:
            return na;
    }
    return unk;
}

const QColor& Theme::statusTint(Status status) const {
    switch (status) {
        case Status::Satisfied:
            return okTint;
        case Status::Violated:
            return badTint;
        case Status::Partial:
            return partTint;
        case Status::Unknown:
            return unkTint;
        case Status::NotApplicable:
            return card;
    }
    return card;
}

LevelStyle levelStyle(const Theme& theme, Level level, bool openAnyway) {
    // Widths are those of visual.md, section 3; what is open anyway has a level but no heat.
    constexpr std::array<double, 5> widths{1.25, 1.5, 1.75, 2.25, 2.5};
    const double width = widths[static_cast<std::size_t>(level)];
    if (level != Level::None && openAnyway) return {theme.anywayTint, theme.anyway, theme.ink, 1.5};
    switch (level) {
        case Level::None:
            return {theme.card, theme.cardLine, theme.ink, width};
        case Level::Reachable:
            return {theme.reachTint, theme.reach, theme.ink, width};
        case Level::Callable:
            return {theme.callTint, theme.call, theme.ink, width};
        case Level::Exposed:
            return {theme.expoTint, theme.expo, theme.ink, width};
        case Level::Controlled:
            return {theme.ctrl, theme.ctrl, theme.onCtrl, width};
    }
    return {theme.card, theme.cardLine, theme.ink, width};
}

QColor mixed(const QColor& colour, const QColor& ground, double share) {
    const auto channel = [share](int one, int other) { return qRound(share * one + (1 - share) * other); };
    return QColor(channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
                  channel(colour.blue(), ground.blue()));
}

QColor dimmed(const QColor& colour, const QColor& ground) { return mixed(colour, ground, 0.42); }

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

int trustDepth(qint64 trust, const std::set<qint64>& distinct) {
    const auto after = distinct.upper_bound(trust);
    const auto rank = std::distance(distinct.begin(), after) - 1;
    if (rank <= 0) return 0;
    const auto others = static_cast<double>(distinct.size()) - 1;
    if (others <= 1) return 2;
    return 1 + qRound(3 * (static_cast<double>(rank) - 1) / (others - 1));
}

QPalette palette(const Theme& theme) {
    QPalette palette(theme.ink, theme.panel, theme.base, theme.lineStrong, theme.line, theme.ink, theme.ink, theme.base,
                     theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.alt);
    palette.setColor(QPalette::Midlight, theme.alt);
    palette.setColor(QPalette::Shadow, theme.lineStrong);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::PlaceholderText, theme.ink3);
    palette.setColor(QPalette::ToolTipBase, theme.label);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, theme.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.line);
    palette.setColor(QPalette::Disabled, QPalette::Base, theme.panel);
    return palette;
}

} // namespace sallyport::diagram
