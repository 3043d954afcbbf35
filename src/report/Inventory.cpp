// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Signs.h"
#include "charts/Words.h"
#include "report/Material.h"

#include <map>

namespace sallyport::report {

namespace {

class InventoryWriter {
public:
    InventoryWriter(Book& book, const Material& material) : book_(book), m_(material) {
        for (const model::Assignment& assignment : m_.model.assignments)
            runs_[assignment.from] << m_.nameOf(assignment.to.value);
        for (const model::Grant& grant : m_.model.grants) {
            grants_[grant.identity] << m_.nameOf(grant.target.value) +
                                           (grant.admin ? Words::tr(" (administrator)") : QString());
        }
        for (const model::Secret& secret : m_.model.secrets)
            if (secret.identity) proofs_[*secret.identity] << secret.name;
    }

    void identities() {
        std::vector<Row> rows;
        for (const model::Identity& identity : byName(m_.model.identities)) {
            Cell name = elementCell(m_, identity.id.value, style::strong);
            name.runs.push_back({model::label(identity.kind), style::caption});
            rows.push_back(
                {{name, listOf(runs_[identity.id], Words::tr("nothing drawn")), listOf(proofs_[identity.id], Words::tr("none")),
                  listOf(grants_[identity.id], Words::tr("nothing")), owner(identity)},
                 -1});
        }
        book_.block(Words::tr("Identities"), charts::countText(m_.model.identities.size()), 70, true);
        if (rows.empty()) book_.text(Words::tr("No identity is drawn."), style::faint);
        writeTable(book_,
                   {{Words::tr("Identity"), 1.25},
                    {Words::tr("Runs"), 1},
                    {Words::tr("Proved by"), 1},
                    {Words::tr("May act at"), 1},
                    {Words::tr("Owner"), 0.8}},
                   rows);
    }

    void secrets() {
        std::map<model::SecretId, std::vector<const model::Holding*>> holders;
        for (const model::Holding& holding : m_.model.holdings) holders[holding.secret].push_back(&holding);
        std::vector<Row> rows;
        for (const model::Secret& secret : byName(m_.model.secrets)) {
            Cell name = elementCell(m_, secret.id.value, style::strong);
            name.runs.push_back({model::label(secret.kind), style::caption});
            Cell held;
            const std::size_t most = m_.options.allElements ? 24 : 6;
            const std::vector<const model::Holding*>& holdings = holders[secret.id];
            for (const model::Holding* holding : holdings) {
                if (held.runs.size() >= 2 * most) {
                    held.runs.push_back({Words::tr("and %1 more").arg(holdings.size() - most), style::faint});
                    break;
                }
                held.runs.push_back({m_.nameOf(holding->component.value), style::text});
                held.runs.push_back(
                    {holding->storageForm ? model::label(*holding->storageForm) : Words::tr("kept where? unknown"),
                     style::caption});
            }
            if (held.runs.empty()) held = Cell(Words::tr("nobody drawn"), style::faint);
            const Cell opens = secret.identity   ? Cell(m_.nameOf(secret.identity->value))
                               : secret.signsFor ? Cell(Words::tr("signs for %1").arg(m_.nameOf(secret.signsFor->value)))
                                                 : Cell(Words::tr("no identity"), style::faint);
            rows.push_back({{name, held, opens, lifetime(secret), rotation(secret)}, -1});
        }
        book_.block(Words::tr("Secrets"), charts::countText(m_.model.secrets.size()), 70, true);
        if (rows.empty()) book_.text(Words::tr("No secret is drawn."), style::faint);
        writeTable(book_,
                   {{Words::tr("Secret"), 1.25},
                    {Words::tr("Held by"), 1.15},
                    {Words::tr("Speaks for"), 1},
                    {Words::tr("Lives"), 0.7},
                    {Words::tr("Rotated"), 0.75}},
                   rows);
    }

private:
    template <class T>
    static std::vector<T> byName(const model::Rows<T>& rows) {
        std::vector<T> sorted(rows.begin(), rows.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const T& a, const T& b) { return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0; });
        return sorted;
    }

    Cell listOf(const QStringList& names, const QString& nothing) const {
        if (names.isEmpty()) return {nothing, style::faint};
        return {charts::listed(names, m_.options.allElements ? 0 : 6)};
    }

    Cell owner(const model::Identity& identity) const {
        if (!identity.owner) return {Words::tr("nobody"), {9.5, 14, charts::Weight::Bold, m_.theme.bad}};
        Cell cell(*identity.owner);
        if (identity.ownerStatus == model::OwnerStatus::Departed)
            cell.runs.push_back({Words::tr("has left"), {8, 11.5, charts::Weight::Bold, m_.theme.bad}});
        return cell;
    }

    static Cell lifetime(const model::Secret& secret) {
        if (secret.lifetimeS) return charts::durationText(secret.lifetimeS);
        if (secret.expires == false) return {Words::tr("no end")};
        return Cell::unknown();
    }

    static Cell rotation(const model::Secret& secret) {
        if (!secret.rotation) return Cell::unknown();
        Cell cell(model::label(*secret.rotation));
        if (secret.rotationIntervalS)
            cell.runs.push_back({Words::tr("every %1").arg(charts::durationText(secret.rotationIntervalS)), style::caption});
        return cell;
    }

    Book& book_;
    const Material& m_;
    std::map<model::IdentityId, QStringList> runs_, grants_, proofs_;
};

} // namespace

void writeInventory(Book& book, const Material& material) {
    book.section(Words::tr("Inventory"), Words::tr("who is trusted with what"));
    InventoryWriter writer(book, material);
    writer.identities();
    writer.secrets();
}

} // namespace sallyport::report
