// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Narrative.h"

#include "analysis/Wording.h"

#include <utility>

namespace sallyport::analysis {

namespace {

constexpr ElementRef component(Index index) { return {ElementKind::Component, index}; }
constexpr ElementRef secret(Index index) { return {ElementKind::Secret, index}; }
constexpr ElementRef identity(Index index) { return {ElementKind::Identity, index}; }
constexpr ElementRef grant(Index index) { return {ElementKind::Grant, index}; }
constexpr ElementRef data(Index index) { return {ElementKind::Data, index}; }
constexpr ElementRef flow(Index index) { return {ElementKind::Flow, index}; }
constexpr ElementRef zone(Index index) { return {ElementKind::Zone, index}; }

class Narrator {
public:
    Narrator(const AttackFacts& facts, const Proof& proof) : facts_(facts), words_(facts), proof_(proof) {}
    std::vector<Sentence> run();

private:
    struct Told {
        QString text;
        std::vector<ElementRef> elements;
    };
    using Telling = std::optional<Told>; // Empty: merged into the next sentence.

    Telling tell(const ProofStep& step) const;
    Telling given(const Fact& fact) const;
    Telling foothold(const ProofStep& step) const;
    Telling opened(const ProofStep& step) const;
    Telling reached(const ProofStep& step) const;
    Telling givenUp(const ProofStep& step) const;
    Telling seenAtAnEnd(const ProofStep& step) const;
    Telling overheard(const ProofStep& step) const;
    Telling spokenFor(const ProofStep& step) const;
    Telling vouchedFor(const ProofStep& step) const;
    Telling notChecked(const ProofStep& step) const;
    Telling usable(const ProofStep& step) const;
    Telling yielded(const ProofStep& step) const;
    Telling steered(const ProofStep& step) const;
    Telling unlocked(const ProofStep& step) const;
    Telling exploited(const ProofStep& step) const;

    const Fact& because(const ProofStep& step, std::size_t nth = 0) const {
        return proof_.steps[static_cast<std::size_t>(step.because[nth])].fact;
    }
    /// "It" right after a sentence about the same element.
    QString subject(ElementRef element, const QString& name) const { return last_ == element ? Wording::tr("It") : name; }
    QString component_(Index index) const { return words_.component(index); }
    /// Sentences about what passes on a flow: %1 the subject, %2 what is seen, %3 where.
    struct Seeing {
        QString secret;
        QString data;
        QString locked;
    };
    Telling seen(const Fact& fact, Index on, const Seeing& how, const QString& who, const QString& where) const;

    const AttackFacts& facts_;
    Wording words_;
    const Proof& proof_;
    ElementRef last_{ElementKind::Zone, none};
};

Narrator::Telling Narrator::given(const Fact& fact) const {
    const bool one = fact.breadth == Breadth::One;
    const bool live = fact.breadth == Breadth::Live;
    switch (fact.kind) {
        case FactKind::Foothold:
            return Told{Wording::tr("The attacker stands in %1.").arg(words_.zone(fact.element)), {zone(fact.element)}};
        case FactKind::Have: {
            const bool each = isPerUser(facts_, at(facts_.secrets, fact.element));
            const QString text = !each  ? Wording::tr("%1 is assumed leaked.")
                                 : one  ? Wording::tr("One user's %1 is assumed leaked.")
                                 : live ? Wording::tr("The live users' %1 is assumed leaked.")
                                        : Wording::tr("Every user's %1 is assumed leaked.");
            return Told{text.arg(words_.secret(fact.element)), {secret(fact.element)}};
        }
        case FactKind::Act: {
            const bool each = at(facts_.identities, fact.element).perUser;
            const QString text = !each  ? Wording::tr("%1 is assumed impersonated.")
                                 : one  ? Wording::tr("One %1 is assumed impersonated.")
                                 : live ? Wording::tr("Every live %1 is assumed impersonated.")
                                        : Wording::tr("Every %1 is assumed impersonated.");
            return Told{text.arg(words_.identity(fact.element)), {identity(fact.element)}};
        }
        default:
            break;
    }
    return Told{Wording::tr("%1 assumed compromised.").arg(words_.instancesAre(fact.element, fact.breadth)),
                {component(fact.element)}};
}

Narrator::Telling Narrator::foothold(const ProofStep& step) const {
    const Fact& from = because(step);
    const Index to = step.fact.element;
    if (from.kind == FactKind::Control)
        return Told{Wording::tr("%1 gives a foothold in %2.")
                        .arg(subject(component(from.element), capital(component_(from.element))), words_.zone(to)),
                    {zone(to), component(from.element)}};
    return Told{Wording::tr("%1 is not sealed, so the foothold is one in %2 as well.")
                    .arg(capital(words_.zone(from.element)), words_.zone(to)),
                {zone(to), zone(from.element)}};
}

Narrator::Telling Narrator::opened(const ProofStep& step) const {
    const FlowFacts& f = at(facts_.flows, step.fact.element);
    const Fact& from = because(step);
    const QString source = component_(f.from);
    const QString target = component_(f.to);
    std::vector<ElementRef> elements{flow(step.fact.element), component(f.from), component(f.to)};
    switch (from.kind) {
        case FactKind::Foothold:
            return Told{Wording::tr("From anywhere in %1, which is flat, the connection of %2 to %3 can be opened.")
                            .arg(words_.zone(from.element), source, target),
                        elements};
        case FactKind::Touch:
            return Told{Wording::tr("So anyone there can open the connection that %1 has to %2.").arg(source, target),
                        elements};
        case FactKind::Open:
            return Told{
                Wording::tr("%1 does not check that call, so its connection to %2 opens too.").arg(capital(source), target),
                elements};
        default:
            break;
    }
    return Told{Wording::tr("From %1 a connection to %2 opens.").arg(source, target), elements};
}

/// Of R3 only what says something new: what can be connected to, and what is forwarded.
Narrator::Telling Narrator::reached(const ProofStep& step) const {
    const Fact& from = because(step);
    const Index element = step.fact.element;
    if (step.fact.kind == FactKind::Touch) {
        const ComponentFacts& c = at(facts_.components, element);
        const QString text = contains(c.openTo, from.element) ? Wording::tr("%1 is open to connections from %2.")
                                                              : Wording::tr("%1 can be connected to from anywhere in %2.");
        return Told{text.arg(capital(component_(element)), words_.zone(from.element)),
                    {component(element), zone(from.element)}};
    }
    if (step.fact.kind == FactKind::Path && from.kind == FactKind::Path) {
        const FlowFacts& f = at(facts_.flows, element);
        return Told{Wording::tr("%1 forwards it to %2.").arg(capital(component_(f.from)), component_(f.to)),
                    {flow(element), component(f.from), component(f.to)}};
    }
    return std::nullopt;
}

Narrator::Telling Narrator::givenUp(const ProofStep& step) const {
    const Fact& fact = step.fact;
    const Index holder = because(step).element;
    const QString who = subject(component(holder), capital(component_(holder)));
    if (fact.kind == FactKind::Have)
        return Told{Wording::tr("%1 gives up %2, which it holds.").arg(who, words_.secrets(fact.element, fact.breadth)),
                    {secret(fact.element), component(holder)}};
    const QString text = fact.kind == FactKind::Get ? Wording::tr("%1 gives up %2, which it stores encrypted only.")
                         : contains(at(facts_.components, holder).locked, fact.element)
                             ? Wording::tr("%1 stores %2, which can be overwritten there.")
                             : Wording::tr("%1 gives up %2, which it stores, to read and write.");
    return Told{text.arg(who, words_.data(fact.element, fact.breadth)), {data(fact.element), component(holder)}};
}

Narrator::Telling Narrator::seen(const Fact& fact, Index on, const Seeing& how, const QString& who,
                                 const QString& where) const {
    if (fact.kind == FactKind::Have)
        return Told{how.secret.arg(who, words_.secrets(fact.element, fact.breadth), where), {secret(fact.element), flow(on)}};
    const QString& text = fact.kind == FactKind::Get ? how.locked : how.data;
    return Told{text.arg(who, words_.data(fact.element, fact.breadth), where), {data(fact.element), flow(on)}};
}

Narrator::Telling Narrator::seenAtAnEnd(const ProofStep& step) const {
    const Index end = because(step).element;
    const Index on = words_.flowAt(end, step.fact);
    const FlowFacts& f = at(facts_.flows, on);
    const QString where = f.from == end ? Wording::tr("its connection to %1").arg(component_(f.to))
                                        : Wording::tr("the connection %1 has to it").arg(component_(f.from));
    const Seeing how{Wording::tr("%1 sees %2 on %3."), Wording::tr("%1 sees and can alter %2 on %3."),
                     Wording::tr("%1 sees %2 on %3, encrypted only.")};
    return seen(step.fact, on, how, subject(component(end), capital(component_(end))), where);
}

Narrator::Telling Narrator::overheard(const ProofStep& step) const {
    const Index in = because(step).element;
    const Index on = words_.flowHeard(in, step.fact);
    const FlowFacts& f = at(facts_.flows, on);
    const QString call = Wording::tr("The connection of %1 to %2").arg(component_(f.from), component_(f.to));
    const Seeing how{Wording::tr("%1 is unencrypted and passes %3, which is flat: %2 can be overheard."),
                     Wording::tr("%1 is unencrypted and passes %3, which is flat: %2 can be overheard and altered."),
                     Wording::tr("%1 is unencrypted and passes %3, which is flat: %2 can be overheard, encrypted only.")};
    return seen(step.fact, on, how, call, words_.zone(in));
}

Narrator::Telling Narrator::spokenFor(const ProofStep& step) const {
    Index key = none;
    Index speaker = because(step).element;
    if (step.because.size() > 1) {
        key = because(step, 1).element;
        if (at(facts_.secrets, speaker).boundTo != key) std::swap(key, speaker);
    }
    const bool scoped = step.fact.kind == FactKind::Claim;
    const Index who = scoped ? step.fact.second : step.fact.element;
    const QString name = words_.secret(speaker);
    const QString with = key == none ? name : Wording::tr("%1, together with its key %2,").arg(name, words_.secret(key));
    Told told{Wording::tr("%1 speaks for %2.").arg(with, words_.identity(who)), {identity(who), secret(speaker)}};
    if (scoped)
        told.text = Wording::tr("%1 speaks for %2 where it is good for the grant %3.")
                        .arg(with, words_.identity(who), words_.grant(step.fact.element));
    if (key != none) told.elements.push_back(secret(key));
    return told;
}

Narrator::Telling Narrator::vouchedFor(const ProofStep& step) const {
    if (step.fact.kind != FactKind::Act) return std::nullopt; // What makes an issuer is told with what it vouches for.
    const Index issuer = because(step).element;
    const ProofStep& how = proof_.steps[static_cast<std::size_t>(step.because[0])];
    const Fact& cause = because(how);
    const QString name = words_.identity(step.fact.element);
    const QString anyone = at(facts_.identities, step.fact.element).perUser ? Wording::tr("any %1").arg(name) : name;
    if (cause.kind == FactKind::Have)
        return Told{Wording::tr("%1 signs for %2, so the attacker can act as %3.")
                        .arg(words_.secret(cause.element), component_(issuer), anyone),
                    {identity(step.fact.element), secret(cause.element), component(issuer)}};
    return Told{Wording::tr("%1 vouches for %2, so the attacker can act as %3.")
                    .arg(subject(component(issuer), capital(component_(issuer))), name, anyone),
                {identity(step.fact.element), component(issuer)}};
}

Narrator::Telling Narrator::notChecked(const ProofStep& step) const {
    if (step.fact.kind != FactKind::Trusted) return std::nullopt;
    return Told{Wording::tr("%1 does not check who calls: whoever connects counts as %2.")
                    .arg(capital(component_(step.fact.second)), words_.identity(step.fact.element)),
                {component(step.fact.second), identity(step.fact.element)}};
}

Narrator::Telling Narrator::usable(const ProofStep& step) const {
    if (step.fact.kind != FactKind::Use) return std::nullopt;
    const GrantFacts& g = at(facts_.grants, step.fact.element);
    Told told{{}, {component(g.target), grant(step.fact.element), identity(g.identity)}};
    QString who = words_.identities(g.identity, step.fact.breadth);
    if (g.also != none && g.also != g.identity) {
        who = Wording::tr("%1 and %2").arg(who, words_.identities(g.also, step.fact.breadth));
        told.elements.push_back(identity(g.also));
    }
    told.text = Wording::tr("As %1, %2 reached, its grant %3 can be used.")
                    .arg(who, component_(g.target), words_.grant(step.fact.element));
    return told;
}

Narrator::Telling Narrator::yielded(const ProofStep& step) const {
    const Index index = because(step).element;
    const GrantFacts& g = at(facts_.grants, index);
    const QString it = subject(grant(index), Wording::tr("The grant %1").arg(words_.grant(index)));
    const Fact& fact = step.fact;
    if (fact.kind == FactKind::Have)
        return Told{Wording::tr("%1 reveals %2.").arg(it, words_.secrets(fact.element, fact.breadth)),
                    {secret(fact.element), grant(index)}};
    if (fact.kind == FactKind::Act)
        return Told{Wording::tr("%1 lets the attacker act as %2.").arg(it, words_.identities(fact.element, fact.breadth)),
                    {identity(fact.element), grant(index)}};
    if (fact.kind == FactKind::Control)
        return Told{Wording::tr("%1 is one of administration and gives control of %2.").arg(it, component_(fact.element)),
                    {component(fact.element), grant(index)}};
    const bool both = contains(g.reads, fact.element) && contains(g.writes, fact.element);
    const QString text = fact.kind == FactKind::Get    ? Wording::tr("%1 yields %2, encrypted only.")
                         : both                        ? Wording::tr("%1 yields %2, to read and write.")
                         : fact.kind == FactKind::Read ? Wording::tr("%1 yields %2, to read.")
                                                       : Wording::tr("%1 lets the attacker write %2.");
    return Told{text.arg(it, words_.data(fact.element, fact.breadth)), {data(fact.element), grant(index), component(g.target)}};
}

Narrator::Telling Narrator::steered(const ProofStep& step) const {
    const Fact& from = because(step);
    const Index steeredIndex = step.fact.element;
    const bool many = at(facts_.components, steeredIndex).many;
    const QString who = many ? Wording::tr("the live instances of %1").arg(component_(steeredIndex)) : component_(steeredIndex);
    if (from.kind == FactKind::Control)
        return Told{
            Wording::tr("%1 supplies the code of %2, so control of it is control of %3.")
                .arg(subject(component(from.element), capital(component_(from.element))), component_(steeredIndex), who),
            {component(steeredIndex), component(from.element)}};
    return Told{Wording::tr("%1 obeys what stands in %2, so whoever writes it controls %3.")
                    .arg(capital(component_(steeredIndex)), words_.dataName(from.element), who),
                {component(steeredIndex), data(from.element)}};
}

Narrator::Telling Narrator::unlocked(const ProofStep& step) const {
    const Index key = at(facts_.data, step.fact.element).key;
    return Told{
        Wording::tr("%1 opens it: %2 can be read.").arg(words_.secret(key), words_.data(step.fact.element, step.fact.breadth)),
        {data(step.fact.element), secret(key)}};
}

Narrator::Telling Narrator::exploited(const ProofStep& step) const {
    return Told{Wording::tr("%1 is assumed exploitable and falls as soon as it is reached.")
                    .arg(capital(component_(step.fact.element))),
                {component(step.fact.element)}};
}

Narrator::Telling Narrator::tell(const ProofStep& step) const {
    switch (step.rule) {
        case 0:
            return given(step.fact);
        case 1:
            return foothold(step);
        case 2:
            return opened(step);
        case 3:
            return reached(step);
        case 4:
            return givenUp(step);
        case 5:
            return seenAtAnEnd(step);
        case 6:
            return overheard(step);
        case 7:
            return spokenFor(step);
        case 8:
            return vouchedFor(step);
        case 9:
            return notChecked(step);
        case 10:
            return usable(step);
        case 11:
            return yielded(step);
        case 12:
            return steered(step);
        case 13:
            return unlocked(step);
        case 15:
            return exploited(step);
        default:
            return std::nullopt;
    }
}

std::vector<Sentence> Narrator::run() {
    std::vector<Sentence> sentences;
    std::vector<int> merged;
    for (std::size_t i = 0; i < proof_.steps.size(); ++i) {
        const ProofStep& step = proof_.steps[i];
        merged.push_back(static_cast<int>(i));
        Telling told = tell(step);
        if (!told) continue;
        // What a usable grant yields is said of "it", though its number stands at the target.
        last_ = step.fact.kind == FactKind::Use ? grant(step.fact.element) : told->elements.front();
        const int number = static_cast<int>(sentences.size()) + 1;
        sentences.push_back({number, step.rule, std::move(told->text), std::move(told->elements), std::exchange(merged, {})});
    }
    if (!sentences.empty()) sentences.back().proofSteps.insert(sentences.back().proofSteps.end(), merged.begin(), merged.end());
    return sentences;
}

} // namespace

std::vector<Sentence> narrate(const AttackFacts& facts, const Proof& proof) { return Narrator(facts, proof).run(); }

namespace {

template <class Visit>
const QString& visitElement(const AttackFacts& facts, ElementRef element, Visit visit) {
    switch (element.kind) {
        case ElementKind::Zone:
            return visit(at(facts.zones, element.index));
        case ElementKind::Component:
            return visit(at(facts.components, element.index));
        case ElementKind::Flow:
            return visit(at(facts.flows, element.index));
        case ElementKind::Identity:
            return visit(at(facts.identities, element.index));
        case ElementKind::Secret:
            return visit(at(facts.secrets, element.index));
        case ElementKind::Grant:
            return visit(at(facts.grants, element.index));
        case ElementKind::Data:
            break;
    }
    return visit(at(facts.data, element.index));
}

} // namespace

const QString& elementId(const AttackFacts& facts, ElementRef element) {
    return visitElement(facts, element, [](const auto& e) -> const QString& { return e.id; });
}

QString elementName(const AttackFacts& facts, ElementRef element) {
    if (element.kind == ElementKind::Flow) {
        const FlowFacts& flow = at(facts.flows, element.index);
        const QString ends = QCoreApplication::translate("Wording", "%1 to %2")
                                 .arg(displayName(at(facts.components, flow.from)), displayName(at(facts.components, flow.to)));
        return flow.name.isEmpty() ? ends : flow.name;
    }
    return visitElement(facts, element, [](const auto& e) -> const QString& { return displayName(e); });
}

} // namespace sallyport::analysis
