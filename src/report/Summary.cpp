// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Wording.h"
#include "charts/CoverageCharts.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "report/Material.h"

#include <QPainter>

namespace sallyport::report {

namespace {

struct Figure {
    QString value, label, note;
};

class SummaryWriter {
public:
    SummaryWriter(Book& book, const Material& material) : book_(book), m_(material) {}

    void run() {
        book_.section(Words::tr("Summary"), {}, 1e6);
        sentences();
        figures();
        ranking();
        findingsAndCoverage();
        asked();
    }

private:
    // What the three sentences say.

    QString worstSentence() const {
        if (!m_.review.asStated.engine || m_.model.components.isEmpty()) return Words::tr("Nothing is drawn yet.");
        if (m_.worst.empty()) {
            const bool hasData = m_.model.data.size() > 0;
            return hasData ? Words::tr("No single compromise adds anything to what an outsider has already.")
                           : Words::tr("No data is drawn, so nothing can be said about what falls.");
        }
        const Material::Worst& worst = m_.worst.front();
        QStringList lost;
        const analysis::AttackFacts& facts = m_.review.asStated.engine->facts();
        for (analysis::Index i = 0; i < count(facts.data); ++i) {
            const auto breadth =
                std::max(worst.blast.breadth(analysis::FactKind::Read, i), worst.blast.breadth(analysis::FactKind::Write, i));
            if (breadth == analysis::Breadth::None || at(facts.data, i).weight <= 0) continue;
            const analysis::Wording words(facts);
            lost << words.data(i, breadth);
        }
        const QString what = charts::listed(lost, 3);
        const bool both = worst.blast.shares.read > 0 && worst.blast.shares.write > 0;
        const QString how = both                          ? Words::tr("can be read and changed")
                            : worst.blast.shares.read > 0 ? Words::tr("can be read")
                                                          : Words::tr("can be changed");
        QString falls = worst.title; // inside a sentence an article or number word is written small
        if (falls.startsWith(Words::tr("The ")) || falls.startsWith(Words::tr("One "))) falls[0] = falls[0].toLower();
        return Words::tr("If %1, %2 of all data weight is lost: %3 %4.")
            .arg(falls, charts::percentText(worst.row.gross), what, how);
    }

    QString causeSentence() const {
        if (m_.worst.empty()) return {};
        const analysis::Engine& engine = *m_.review.asStated.engine;
        qsizetype severe = 0;
        for (const charts::RankedRow& row : m_.ranked) severe += row.adds >= 0.5;
        QString text = severe <= 1 ? Words::tr("No other single compromise adds half as much.")
                                   : Words::tr("%1 single compromises each add half of all data weight or more.").arg(severe);
        if (const auto& path = m_.worst.front().path) {
            const charts::ChokeText choke = charts::chokeText(engine, *path);
            if (!choke.isEmpty()) text += u' ' + Words::tr("The worst one hangs on %1: %2.").arg(choke.name, choke.effect);
        }
        return text;
    }

    QString openSentence() const {
        int unknown = 0, applicable = 0;
        for (const rules::FrameworkCoverage& framework : m_.review.coverage.frameworks) {
            unknown += framework.counts.unknown;
            applicable += framework.counts.total();
        }
        const QString questions = charts::counted(m_.review.unknownTotal, Words::tr("question is"), Words::tr("questions are"));
        if (applicable == 0) return Words::tr("%1 unanswered.").arg(questions);
        return Words::tr("%1 unanswered, and %2 of %3 applicable controls read unknown.")
            .arg(questions)
            .arg(unknown)
            .arg(applicable);
    }

    void sentences() {
        int number = 0;
        for (const QString& sentence : {worstSentence(), causeSentence(), openSentence()}) {
            if (sentence.isEmpty()) continue;
            const Style said{10.5, 15};
            const QStringList lines = charts::lines(sentence, book_.width() - 26, said.size);
            const QRectF rect = book_.take(said.leading * static_cast<double>(lines.size()) + 6);
            const QPointF centre(rect.left() + 8, rect.top() + 8.5);
            book_.paint([centre, nth = ++number, &theme = m_.theme](QPainter& painter) { disc(painter, centre, nth, theme); });
            double y = rect.top() + 12;
            for (const QString& line : lines) {
                book_.paint(textPaint({rect.left() + 26, y}, line, said));
                y += said.leading;
            }
        }
    }

    static void disc(QPainter& painter, const QPointF& centre, int number, const diagram::Theme& theme) {
        painter.save();
        painter.translate(centre);
        painter.scale(0.86, 0.86);
        diagram::paintDisc(painter, {}, number, theme);
        painter.restore();
    }

    void figures() {
        book_.space(10);
        const auto worstRow = m_.ranked.empty() ? nullptr : &m_.ranked.front();
        const double gross = worstRow ? worstRow->gross : 0;
        double worstCase = 0;
        for (const charts::RankedRow& row : m_.ranked) worstCase = std::max(worstCase, row.worst);
        qint64 users = 0;
        for (const charts::RankedRow& row : m_.ranked) users = std::max(users, row.users);
        const std::vector<Figure> all{
            {charts::shareText(gross), Words::tr("worst compromise"),
             worstCase > gross + 0.005 ? Words::tr("worst case %1").arg(charts::shareText(worstCase))
                                       : Words::tr("worst case the same")},
            {charts::amountText(m_.review.asStated.ranking.concentration), Words::tr("concentration"),
             charts::counted(m_.model.components.size(), Words::tr("component"), Words::tr("components"))},
            {charts::countText(users), Words::tr("users hit"), Words::tr("largest asset")},
            {charts::countText(m_.review.unknownTotal), Words::tr("questions unanswered"), Words::tr("unknown is never safe")}};
        const QRectF rect = book_.take(64);
        const double width = (rect.width() - 3 * page::gutter) / 4;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QRectF box(rect.left() + static_cast<double>(i) * (width + page::gutter), rect.top(), width, 60);
            book_.paint([box, figure = all[i], &theme = m_.theme](QPainter& painter) {
                painter.fillRect(box, theme.alt);
                painter.fillRect(QRectF(box.topLeft(), QSizeF(3, box.height())), theme.ink);
                charts::paintText(painter, box.topLeft() + QPointF(13, 26), figure.value, theme.ink, 20, charts::Weight::Bold);
                charts::paintText(painter, box.topLeft() + QPointF(13, 41), figure.label, theme.ink, 8.5);
                charts::paintText(painter, box.topLeft() + QPointF(13, 52.5), figure.note, theme.ink2, 7.5);
            });
        }
    }

    void ranking() {
        book_.block(Words::tr("Most dangerous single compromises"),
                    Words::tr("share of all data weight, beyond an outsider's"));
        std::vector<charts::RankedRow> rows;
        for (const charts::RankedRow& row : m_.ranked)
            if (row.adds > 0.005 && rows.size() < 8) rows.push_back(row);
        if (rows.empty()) {
            book_.text(Words::tr("None of them adds a hundredth of the data or more."), style::faint);
            return;
        }
        const std::shared_ptr<charts::RowChart> chart(charts::rankingChart(rows, m_.theme, 8));
        putChart(book_, chart, book_.take(chart->naturalHeight()));
    }

    void findingsAndCoverage() {
        book_.space(14);
        const std::shared_ptr<charts::RowChart> severities(charts::severityChart(m_.review.counts(), m_.theme));
        rules::Coverage shown = m_.review.coverage;
        std::erase_if(shown.frameworks, [](const rules::FrameworkCoverage& f) { return f.counts.total() == 0; });
        const std::size_t frameworks = shown.frameworks.size();
        if (frameworks > 4) shown.frameworks.resize(4);
        const std::shared_ptr<charts::RowChart> coverage(charts::coverageChart(shown, m_.theme));
        const double height = 24 + std::max(severities->naturalHeight(), coverage->naturalHeight() + 16);
        const QRectF rect = book_.take(height);
        const double width = (rect.width() - 2 * page::gutter) / 2;
        const QRectF left(rect.left(), rect.top(), width, height), right(rect.right() - width, rect.top(), width, height);
        heading(left, Words::tr("Findings"), Words::tr("open"));
        heading(right, Words::tr("Coverage"),
                frameworks > 4 ? Words::tr("4 of %1 frameworks; unknown is never satisfied").arg(frameworks)
                               : Words::tr("unknown is never satisfied"));
        putChart(book_, severities, left.adjusted(0, 24, 0, 0));
        putChart(book_, coverage, right.adjusted(0, 24, 0, 0));
        statusKey({right.left(), right.top() + 24 + coverage->naturalHeight() + 8});
    }

    void heading(const QRectF& rect, const QString& title, const QString& note) {
        book_.paint(textPaint({rect.left(), rect.top() + 12}, title, style::block));
        book_.paint(textPaint({rect.right(), rect.top() + 12}, note, style::caption, charts::Side::Right));
    }

    void statusKey(QPointF at) {
        using diagram::Status;
        for (const Status status : {Status::Satisfied, Status::Partial, Status::Violated, Status::Unknown}) {
            const QString word = diagram::word(status);
            book_.paint([at, status, word, &theme = m_.theme](QPainter& painter) {
                diagram::paintStatus(painter, QRectF(at.x(), at.y() - 4.5, 9, 9), status, theme);
                charts::paintText(painter, at + QPointF(12, 2.8), word, theme.ink2, 7.5);
            });
            at.rx() += 12 + charts::textWidth(word, 7.5) + 10;
        }
    }

    void asked() {
        struct Ask {
            QString what, where, verb;
        };
        std::vector<Ask> asks;
        const rules::SeverityCounts counts = m_.review.counts();
        const int severe = counts[rules::Severity::Critical] + counts[rules::Severity::High];
        if (severe > 0)
            asks.push_back({severe == 1 ? Words::tr("Settle the one critical or high finding")
                                        : Words::tr("Settle the %1 critical and high findings").arg(severe),
                            Words::tr("findings"), Words::tr("decide")});
        if (!m_.worst.empty())
            if (const auto& path = m_.worst.front().path)
                if (const auto choke = charts::chokeText(*m_.review.asStated.engine, *path); !choke.isEmpty())
                    asks.push_back(
                        {Words::tr("Cut the worst path at %1").arg(choke.name), Words::tr("worst paths"), Words::tr("decide")});
        int expired = 0, toAttest = 0;
        for (const rules::Finding& finding : m_.review.findings)
            expired += finding.decision && !finding.decisionStands && finding.decision->status != model::DecisionStatus::Open;
        for (const rules::FrameworkCoverage& framework : m_.review.coverage.frameworks)
            for (const rules::ControlCoverage& control : framework.controls)
                toAttest +=
                    !control.attest.isEmpty() && !control.attested && control.status != rules::CoverageStatus::NotApplicable;
        if (expired > 0)
            asks.push_back({Words::tr("Renew or withdraw %1")
                                .arg(charts::counted(expired, Words::tr("expired decision"), Words::tr("expired decisions"))),
                            Words::tr("decisions"), Words::tr("decide")});
        if (m_.review.unknownTotal > 0)
            asks.push_back({Words::tr("Answer the widest of %1 open questions").arg(m_.review.unknownTotal),
                            Words::tr("unknowns"), Words::tr("answer")});
        if (toAttest > 0)
            asks.push_back(
                {Words::tr("Attest or refuse %1").arg(charts::counted(toAttest, Words::tr("control"), Words::tr("controls"))),
                 Words::tr("coverage"), Words::tr("attest")});
        if (asks.empty()) return;
        const auto fitting = static_cast<std::size_t>(std::max(1.0, (book_.room() - 40) / 23));
        if (asks.size() > fitting) asks.resize(fitting);
        book_.block(Words::tr("What the board is asked"), {}, 24);
        std::vector<Row> rows;
        for (const Ask& ask : asks) {
            Cell what(ask.what, style::strong);
            what.sign = [&theme = m_.theme](QPainter& painter, const QRectF& rect) {
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(theme.ink2, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -1, -1), 1.5, 1.5);
            };
            rows.push_back({{what, Cell(ask.where, style::faint), Cell(ask.verb)}, -1});
        }
        writeTable(book_, {{QString(), 3}, {QString(), 1.2}, {QString(), 0.6, 0, charts::Side::Right}}, rows);
    }

    Book& book_;
    const Material& m_;
};

} // namespace

void writeSummary(Book& book, const Material& material) { SummaryWriter(book, material).run(); }

} // namespace sallyport::report
