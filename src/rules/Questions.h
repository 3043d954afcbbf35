// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Sentences.h"
#include "rules/WordChanges.h"

#include <memory>
#include <vector>

namespace sallyport::rules {

class Neighbours;

/// Of what a rule asks, what nobody has answered on the row's elements: on themselves, or, where none of the asked kind
/// is among them, on those next to them (the ends of a flow, the zone of a component, the identity of a secret ...).
/// An attribute is "table.column", "component.function.rate_limit" for a member of a set, or "flow.continues" for the
/// legs that leave a gateway without saying which call they forward. Where a rule says whom to ask ("component.zone of
/// source"), just what stands in that column of the row is asked. What is next to what is looked up once per model.
class QuestionFinder {
public:
    explicit QuestionFinder(const model::Model& model);
    ~QuestionFinder();
    QuestionFinder(const QuestionFinder&) = delete;
    QuestionFinder& operator=(const QuestionFinder&) = delete;

    const model::Model& model() const { return model_; }

    /// Rows of these tables have changed; their keys are among `changed`.
    void follow(const WordChanges::Tables& tables, const QSet<QString>& changed);
    /// Adds the elements on whose rows questions about one of these, or over one of these, may be asked: they themselves, and
    /// those that have them next to them as far as was last looked up.
    void addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const;
    /// Legs that leave a gateway or cdn and do not say which call they forward, while they could.
    const QStringList& openLegs() const;

    /// An attribute that a rule asks for, looked up once for all its rows.
    struct Asked {
        QString attribute, label;
        const model::Table* table = nullptr; ///< Null: there is none of that name.
        int column = -1;                     ///< Else the attribute is one of a set:
        QString member, whole;               ///< "function.rate_limit", and "function.*".
        bool continues = false;              ///< It is "flow.continues".
        int of = -1;                         ///< The column of the rows whose elements alone are asked.
    };
    static std::vector<Asked> asked(const RuleResult& result);
    QList<Question> open(Names& names, const std::vector<Asked>& asked, const RuleRow& row) const;

private:
    const model::Model& model_;
    std::unique_ptr<Neighbours> neighbours_;
};

/// The label of an attribute: "Purpose", "Functions: rate limit".
QString attributeLabel(const QString& attribute);

} // namespace sallyport::rules
