// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Material.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Icons.h"
#include "document/Json.h"

#include <QCryptographicHash>
#include <QPainter>

#include <algorithm>

namespace sallyport::report {

namespace {

std::vector<diagram::Drawing> drawingsOf(const model::Model& model) {
    std::vector<const model::Diagram*> rows;
    for (const model::Diagram& row : model.diagrams) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->ordinal < b->ordinal; });
    std::vector<diagram::Drawing> drawings;
    for (const model::Diagram* row : rows) {
        diagram::Drawing drawing(model, row->id);
        if (!drawing.isEmpty()) drawings.push_back(std::move(drawing));
    }
    return drawings;
}

std::vector<Material::Worst> worstOf(const Material& material) {
    std::vector<Material::Worst> worst;
    const analysis::Engine& engine = *material.review.asStated.engine;
    for (const charts::RankedRow& row : material.ranked) {
        if (static_cast<int>(worst.size()) >= std::max(1, material.options.paths) || row.adds <= 0) break;
        const auto seed = charts::seedOf(engine, row.element);
        if (!seed) continue;
        Material::Worst entry{row, *seed, engine.blast(std::span(&*seed, 1)), charts::seedTitle(engine, *seed), {}, {}};
        entry.data = charts::worstData(engine, entry.blast);
        entry.path = charts::pathTo(engine, entry.blast, entry.data);
        worst.push_back(std::move(entry));
    }
    return worst;
}

} // namespace

Material::Material(const model::Model& model_, const rules::Review& review_, const ReportOptions& options_)
    : model(model_), review(review_), options(options_) {
    today = options.today.isValid() ? options.today : QDate::fromString(review.today, Qt::ISODate);
    title = model.title().isEmpty() ? Words::tr("Untitled model") : model.title();
    const QByteArray hash = QCryptographicHash::hash(document::writeJson(model), QCryptographicHash::Sha256).toHex();
    digest = QString::fromLatin1(hash.left(12));
    drawings = drawingsOf(model);
    if (!review.asStated.engine) return;
    ranked = charts::rankedRows(model, *review.asStated.engine, review.asStated.ranking, review.worstCase.engine.get(),
                                &review.worstCase.ranking);
    worst = worstOf(*this);
}

const diagram::Drawing* Material::bestDrawing(const diagram::Overlay& overlay) const {
    const diagram::Drawing* best = nullptr;
    int most = -1;
    for (const diagram::Drawing& drawing : drawings) {
        int shown = 0;
        for (const diagram::PathStop& stop : overlay.path)
            shown += stop.at == diagram::StopAt::Flow ? drawing.flow({stop.element}) != nullptr
                                                      : drawing.card({stop.element}) != nullptr;
        if (shown > most) {
            most = shown;
            best = &drawing;
        }
    }
    return best;
}

QString Material::namesOf(const QStringList& ids, int most) const {
    QStringList names;
    for (const QString& id : ids) names << nameOf(id);
    return charts::listed(names, most);
}

std::function<void(QPainter&, const QRectF&)> iconSign(const QString& icon, const QColor& colour) {
    return [icon, colour](QPainter& painter, const QRectF& rect) { diagram::paintIcon(painter, rect, icon, colour); };
}

Cell elementCell(const Material& material, const QString& id, const Style& style) {
    Cell cell(material.nameOf(id), style);
    cell.sign = iconSign(charts::iconOfElement(material.model, id), material.theme.ink2);
    return cell;
}

void putChart(Book& book, std::shared_ptr<charts::RowChart> chart, const QRectF& rect) {
    book.paint([chart = std::move(chart), rect](QPainter& painter) { chart->paint(painter, rect); });
}

} // namespace sallyport::report
