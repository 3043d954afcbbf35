// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"
#include "rules/Framework.h"
#include "rules/Nearness.h"

#include "model/Error.h"

#include <QByteArray>
#include <QHash>

#include <functional>

namespace sallyport::rules {

/// A severity a rule can take, and why.
struct SeverityReason {
    Severity severity = Severity::Medium;
    QString reason;
};

/// "This finding is not listed where RULE has the same row": a row of RULE that is violated and agrees in every pair
/// of columns. A column of the other rule may hold several ids joined by spaces; then one of them must agree.
struct Yield {
    QString rule;
    std::vector<std::pair<QString, QString>> columns; ///< ours, theirs
};

/// One rule file, parsed: a header of "-- key value" lines and one SELECT (see RulePack::parse).
struct Rule {
    QString id;
    QString title;
    std::vector<SeverityReason> severities; ///< The first is the usual one.
    QString says;                           ///< Sentence with {column} in it.
    QStringList asks;                       ///< "secret.purpose", "component.function.rate_limit", "flow.continues"
    QHash<QString, QString> askedOf;        ///< By asks: the column whose elements alone are asked, if it names one.
    QString fix;
    QString edit; ///< One statement; only in the program's own pack.
    QList<ControlRef> controls;
    std::vector<Yield> yields;
    QStringList refers; ///< Rules whose findings on the same elements are named instead of said again.
    QString source;
    std::optional<Nearness> near; ///< Only in the program's own pack, where a test holds each rule to it.
    QString sql;
    QString file;     ///< For messages.
    bool own = false; ///< Came with the program.

    /// severities.front() unless the row says otherwise.
    const SeverityReason* reasonFor(Severity severity) const;
    bool isCheck() const { return !severities.empty() && severities.front().severity == Severity::None; }
};

/// A rule that cannot be used, or broke while it ran. It is shown among the findings and never stops the others.
struct RuleProblem {
    QString rule; ///< Its id, or the file's name where the header could not be read.
    QString file;
    QString what;

    friend bool operator==(const RuleProblem&, const RuleProblem&) = default;
};

/// Rules, ordered by id, and the frameworks that came with them. A value; building one reads files only. Whatever is not
/// the program's own is hostile: its rules run in the sandbox, may not change the model (an "edit" line is refused, and so is
/// "near"), and its frameworks are checked member by member.
///
/// A rule file:
///
///     -- TBM-101   title
///     -- high      reason of the usual severity
///     -- critical  reason of a severity the column `severity` can say
///     -- says      {gateway} holds {secret}.
///     -- asks      secret.purpose, flow.continues, component.zone of source
///     -- fix       sentence
///     -- edit      one statement
///     -- controls  owasp-nhi-2025 NHI2:2025; nist-csf-2.0 PR.AA-05
///     -- yields    TBM-201 secret component=holder
///     -- refers    TBM-101 TBM-105
///     -- source    S2, S7
///     -- near      3, flow 2
///     select ... as violated ...
///
/// A line that starts with "--" and five or more spaces continues the one above. Where a query with "near" makes something
/// for all elements first, it says in a comment what of that the near ones need, and is asked for no more then:
///
///     select target, count(*) from grant_ /*near where target in (select target from flow where id in near)*/ group by target
class RulePack {
public:
    /// The rules that come with the program.
    static RulePack builtIn();

    /// Adds every *.sql of a folder, not recursively, and the frameworks of its *.json: catalogues, and mappings of their
    /// controls. A rule with the id of one somebody brought replaces it; one of the program's own may not be replaced, nor
    /// may a framework: what people rely on is not silenced by a file beside it. Files that
    /// cannot be used become problems; nothing here fails as a whole but an unreadable folder.
    Expected<void> addDirectory(const QString& path);
    /// Adds the rules that travel with a model, if `approved` says yes of their text. They replace nothing; those nobody
    /// has approved are counted in unseen().
    void addDocumentRules(const model::Model& model, const std::function<bool(const QString& text)>& approved);
    /// Adds one rule, from anywhere; sandboxed as a stranger unless `own`.
    void add(const QByteArray& text, const QString& file, bool own = false);

    static Expected<Rule> parse(const QByteArray& text, const QString& file);

    const std::vector<Rule>& rules() const { return rules_; }
    const Rule* find(QStringView id) const;
    const std::vector<RuleProblem>& problems() const { return problems_; }
    void addProblem(const QString& rule, const QString& file, const QString& what) { problems_.push_back({rule, file, what}); }
    /// How many rules of a document were left out because nobody has approved them.
    int unseen() const { return unseen_; }

    /// Those somebody brought; our own are in Catalogues and controlMappings().
    const std::vector<Framework>& frameworks() const { return frameworks_; }
    /// Our own or one somebody brought; null if there is none of that id.
    std::shared_ptr<const Catalogue> catalogue(const QString& framework) const;
    /// All there are: ours, then those of frameworks(). Pointers live as long as this pack is neither changed nor copied.
    std::vector<const ControlMapping*> mappings() const;
    /// The controls of a finding: its rule's own and those whose mapping names the rule.
    QList<ControlRef> controlsOf(const Rule& rule) const;

private:
    void addFrameworks(const QStringList& files);
    void addMappings(std::vector<ControlMapping> mappings, const QString& file);
    Framework* framework(const QString& id);

    std::vector<Rule> rules_;
    std::vector<RuleProblem> problems_;
    std::vector<Framework> frameworks_;
    int unseen_ = 0;
};

/// A policy parameter: what rules call :name, and model::Policy overrides. The defaults are ours, not a standard's.
struct PolicyParameter {
    const char* name;
    const char* label;
    qint64 standard;
    const char* unit; ///< "s", "days", "" for a plain number
};
const std::vector<PolicyParameter>& policyParameters();
/// The model's own value, else the default. Names without the prefix "P.".
qint64 policyValue(const model::Model& model, const PolicyParameter& parameter);

} // namespace sallyport::rules
