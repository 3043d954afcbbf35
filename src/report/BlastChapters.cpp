// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "report/Material.h"

#include <QPainter>

#include <map>

namespace sallyport::report {

namespace {

constexpr int mostCharted = 16;
constexpr std::size_t mostListed = 40;
constexpr double little = 0.005; // reads as <0.01

Cell number(const QString& text, bool isStrong = false) { return {text, isStrong ? style::strong : style::text}; }

void rankingTable(Book& book, const Material& m) {
    std::vector<Row> rows;
    std::map<QString, analysis::Shares> shares;
    for (const analysis::RankedSource& source : m.review.asStated.ranking.sources)
        shares[charts::elementOf(*m.review.asStated.engine, source.seed)] = source.shares;
    std::size_t more = 0;
    for (const charts::RankedRow& row : m.ranked) {
        if (row.adds <= 0) continue;
        if (row.adds < little && !m.options.allElements) {
            ++more;
            continue;
        }
        if (rows.size() >= mostListed && !m.options.allElements) {
            ++more;
            continue;
        }
        Cell name = elementCell(m, row.element);
        if (!row.hint.isEmpty()) name.runs.front().text += QStringLiteral(" · ") + row.hint;
        const analysis::Shares& of = shares[row.element];
        rows.push_back({{name, number(charts::shareText(row.adds), true), charts::shareText(of.read),
                         charts::shareText(of.write), row.worst < 0 ? Cell() : Cell(charts::shareText(row.worst)),
                         charts::countText(row.users), charts::amountText(row.controlled)},
                        -1});
    }
    if (rows.empty()) return;
    book.block(Words::tr("All that add something"), Words::tr("shares of all data weight"), 60);
    const auto right = charts::Side::Right;
    writeTable(book,
               {{Words::tr("Compromised"), 1},
                {Words::tr("Adds"), 1, 44, right},
                {Words::tr("Read"), 1, 44, right},
                {Words::tr("Written"), 1, 44, right},
                {Words::tr("Worst case"), 1, 52, right},
                {Words::tr("Users"), 1, 48, right},
                {Words::tr("Controlled"), 1, 50, right}},
               rows);
    const qsizetype nothing = std::count_if(m.ranked.begin(), m.ranked.end(), [](const auto& row) { return row.adds <= 0; });
    QStringList notes;
    if (more > 0)
        notes << Words::tr("%1 more add less.")
                     .arg(charts::counted(static_cast<qint64>(more), Words::tr("source"), Words::tr("sources")));
    if (nothing > 0)
        notes << Words::tr("%1 more add nothing to what an outsider has.")
                     .arg(charts::counted(nothing, Words::tr("source"), Words::tr("sources")));
    book.space(4);
    if (!notes.isEmpty()) book.text(notes.join(u' '), style::caption);
}

void assetTable(Book& book, const Material& m) {
    std::vector<Row> rows;
    const analysis::AttackFacts& facts = m.review.asStated.engine->facts();
    for (const analysis::ExposedAsset& asset : m.review.asStated.ranking.assets) {
        const analysis::DataFacts& data = at(facts.data, asset.data);
        const model::DataAsset* row = m.model.data.find({data.id});
        if (row == nullptr || (rows.size() >= mostListed && !m.options.allElements)) continue;
        rows.push_back({{elementCell(m, data.id), row->sensitivity ? Cell(model::label(*row->sensitivity)) : Cell::unknown(),
                         charts::amountText(data.weight), data.users == 1 ? Cell() : Cell(charts::countText(data.users)),
                         number(QString::number(asset.exposure, 'f', 2), true), charts::countText(asset.readBy),
                         charts::countText(asset.writtenBy)},
                        -1});
    }
    if (rows.empty()) return;
    book.block(Words::tr("Most exposed data"), Words::tr("summed over all single compromises"), 60);
    const auto right = charts::Side::Right;
    writeTable(book,
               {{Words::tr("Data"), 1.3},
                {Words::tr("Sensitivity"), 0.8},
                {Words::tr("Weight"), 1, 44, right},
                {Words::tr("Users"), 1, 48, right},
                {Words::tr("Exposure"), 1, 48, right},
                {Words::tr("Read by"), 1, 44, right},
                {Words::tr("Written by"), 1, 50, right}},
               rows);
}

/// "The payouts": what the path's end is called in a heading.
QString pathHeading(const Material& m, const Material::Worst& worst) {
    return Words::tr("The way to %1").arg(m.nameOf(worst.data));
}

/// "With it fall: gateway (controlled); payouts-api, orders-api (exposed, all) ..."
QString fallenWith(const Material& m, const Material::Worst& worst) {
    std::vector<std::pair<QString, QStringList>> groups;
    for (const charts::Fallen& fallen : charts::whatFalls(m.model, *m.review.asStated.engine, worst.blast)) {
        if (fallen.openAnyway || fallen.start) continue;
        const auto at =
            std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == fallen.said; });
        if (at == groups.end())
            groups.push_back({fallen.said, {fallen.name}});
        else
            at->second << fallen.name;
    }
    QStringList parts;
    for (const auto& [said, names] : groups) parts << Words::tr("%1 (%2)").arg(charts::listed(names, 6), said);
    return parts.isEmpty() ? Words::tr("Nothing else falls with it.")
                           : Words::tr("With it fall: %1.").arg(parts.join(QStringLiteral("; ")));
}

void remark(Book& book, const QString& icon, const QString& text, const Style& style) {
    const QStringList lines = charts::lines(text, book.width() - 20, style.size, style.weight);
    const QRectF rect = book.take(14 * static_cast<double>(lines.size()) + 2);
    book.paint([rect, icon](QPainter& painter) {
        diagram::paintIcon(painter, QRectF(rect.left(), rect.top() + 1, 12, 12), icon, diagram::Theme::light().ink);
    });
    double y = rect.top() + 10.5;
    for (const QString& line : lines) {
        book.paint(textPaint({rect.left() + 20, y}, line, style));
        y += 14;
    }
}

void steps(Book& book, const Material& m, const charts::Path& path) {
    std::vector<Row> rows;
    for (const analysis::Sentence& sentence : path.sentences) {
        Cell told(sentence.text);
        told.sign = [number = sentence.number, &theme = m.theme](QPainter& painter, const QRectF& rect) {
            painter.save();
            painter.translate(rect.center());
            painter.scale(0.72, 0.72);
            diagram::paintDisc(painter, {}, number, theme);
            painter.restore();
        };
        rows.push_back({{told, Cell(path.rules(sentence), style::caption)}, -1});
    }
    writeTable(book, {{QString(), 1}, {QString(), 1, 70, charts::Side::Right}}, rows);
}

/// The cards the path passes, and where it starts.
QStringList focusOf(const Material& m, const diagram::Overlay& overlay, const QString& start) {
    QStringList focus{start};
    for (const diagram::PathStop& stop : overlay.path)
        if (stop.at != diagram::StopAt::Flow) focus << stop.element;
    for (const QString& id : overlay.pathFlows)
        if (const model::Flow* flow = m.model.flows.find({id})) focus << flow->source.value << flow->target.value;
    return focus;
}

void pathPage(Book& book, const Material& m, const Material::Worst& worst, int figure) {
    const analysis::Engine& engine = *m.review.asStated.engine;
    const analysis::Shares& shares = worst.blast.shares;
    const QString how = shares.read > 0 && shares.write > 0 ? Words::tr("read and written")
                        : shares.read > 0                   ? Words::tr("read")
                                                            : Words::tr("written");
    const charts::Path* path = worst.path ? &*worst.path : nullptr;
    const diagram::Overlay overlay = charts::blastOverlay(m.model, engine, worst.blast, path);
    const diagram::Drawing* drawing = m.bestDrawing(overlay);
    book.newPage(drawing != nullptr && asksForWidePage(book, m, *drawing, overlay));
    if (&worst == &m.worst.front()) book.enter(Words::tr("Worst paths"), 0);
    book.section(worst.title, Words::tr("%1 of all data, %2").arg(charts::shareText(shares.score), how), 0, 1);
    book.text(fallenWith(m, worst), style::faint);
    book.space(8);
    const double following = path ? 110 + 23 * static_cast<double>(path->sentences.size()) : 0;
    if (drawing != nullptr) {
        const QString caption = Words::tr(
            "Figure %1. Colour, hatch and word say how far; filled cells say how many. "
            "Numbers follow the path to %2.");
        putFigure(book, m, *drawing, overlay, caption.arg(figure).arg(m.nameOf(worst.data)), following,
                  focusOf(m, overlay, worst.row.element));
    }
    if (path == nullptr) return;
    book.block(pathHeading(m, worst),
               Words::tr("%1, %2").arg(charts::counted(path->steps, Words::tr("step"), Words::tr("steps")),
                                       charts::effortText(path->effort)),
               50);
    steps(book, m, *path);
    book.space(8);
    const charts::ChokeText choke = charts::chokeText(engine, *path);
    if (!choke.isEmpty())
        remark(book, diagram::icons::choke, Words::tr("Choke point: %1; %2.").arg(choke.name, choke.effect), style::strong);
    if (const auto& after = worst.blast.afterEviction) {
        const QString secret = at(engine.facts().secrets, after->secret).id;
        remark(book, QStringLiteral("act-expiry"),
               after->longest ? Words::tr("After the attacker is thrown out, what was copied still works for %1 (%2).")
                                    .arg(charts::durationText(after->longest), m.nameOf(secret))
                              : Words::tr("After the attacker is thrown out, what was copied still works, without end (%1).")
                                    .arg(m.nameOf(secret)),
               style::text);
    }
}

} // namespace

void writeDiagrams(Book& book, const Material& m) {
    if (m.drawings.empty()) return;
    const diagram::Overlay overlay = charts::designOverlay(m.model, &m.review);
    const bool isWide = asksForWidePage(book, m, m.drawings.front(), overlay);
    const QString title = m.drawings.size() == 1 ? Words::tr("The design") : Words::tr("The designs");
    book.setHead(title);
    if (isWide) book.newPage(true);
    book.section(title, {}, isWide ? 0 : 300);
    int nth = 0;
    for (const diagram::Drawing& drawing : m.drawings) {
        if (m.drawings.size() > 1) book.block(drawing.title(), {}, 120, true);
        const QString caption =
            Words::tr("%1: %2 and %3 in %4. Numbers on the borders are trust; the darker a zone, the more trusted.");
        putFigure(
            book, m, drawing, overlay,
            caption.arg(
                drawing.title(),
                charts::counted(static_cast<qint64>(drawing.cards().size()), Words::tr("component"), Words::tr("components")),
                charts::counted(static_cast<qint64>(drawing.flows().size()), Words::tr("flow"), Words::tr("flows")),
                charts::counted(static_cast<qint64>(drawing.zones().size()), Words::tr("zone"), Words::tr("zones"))));
        if (++nth < static_cast<int>(m.drawings.size())) book.space(16);
    }
}

void writeBlast(Book& book, const Material& m) {
    if (!m.review.asStated.engine) return;
    book.section(Words::tr("Blast radius"));
    const analysis::Ranking& ranking = m.review.asStated.ranking;
    book.text(Words::tr(
        "Each component, secret and identity is assumed compromised on its own; a share is what can then be read or "
        "written of all data, by weight and users. Unanswered questions read as usual practice; the dotted part is the "
        "worst case."));
    QString rest = ranking.baseline.score > 0 ? Words::tr("An outsider has %1 of it with no compromise at all (hatched).")
                                                    .arg(charts::percentText(ranking.baseline.score))
                                              : Words::tr("An outsider has none of it without a compromise.");
    rest +=
        u' ' + Words::tr(
                   "Concentration of the model: %1, the sum of squared shares over all components; one full blast counts 1, "
                   "two halves count 0.5.")
                   .arg(charts::amountText(ranking.concentration));
    book.text(rest, style::faint);
    std::vector<charts::RankedRow> rows;
    for (const charts::RankedRow& row : m.ranked)
        if (row.adds >= little && rows.size() < mostCharted) rows.push_back(row);
    if (!rows.empty()) {
        book.block(Words::tr("Most dangerous single compromises"), Words::tr("share of all data weight"), 200);
        const std::shared_ptr<charts::RowChart> chart(charts::rankingChart(rows, m.theme, mostCharted));
        putChart(book, chart, book.take(chart->naturalHeight()));
    }
    rankingTable(book, m);
    assetTable(book, m);
}

void writePaths(Book& book, const Material& m) {
    if (m.worst.empty()) return;
    book.setHead(Words::tr("Worst paths"));
    int figure = static_cast<int>(m.drawings.size());
    for (const Material::Worst& worst : m.worst) pathPage(book, m, worst, ++figure);
}

} // namespace sallyport::report
