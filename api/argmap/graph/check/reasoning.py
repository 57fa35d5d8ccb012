"""What HermiT says of the data: do they, together with the ontology, contradict themselves, and why?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import ReasonerMissing, ReasonerTimeout
from argmap.graph.check import fit
from argmap.graph.check.culprits import misused, same_mistake
from argmap.graph.check.draft import Draft, key
from argmap.graph.check.fit import Misfit
from argmap.graph.check.terms import Terms
from argmap.graph.check.wording import shown
from argmap.model.finding import Finding
from argmap.vocabulary import PREFIXES, RDFS

if TYPE_CHECKING:
    from argmap.graph.check.axiom_words import Words
    from argmap.reasoning.contradictions.axioms import Axiom
    from argmap.reasoning.contradictions.contradictions import Contradiction, Contradictions

# A finding, and what the plain check says of the same mistake.
Told = tuple[Finding, Misfit | None]
RULE = "contradiction"
# One article takes a few seconds on a machine that has nothing else to do.
SECONDS = 30.0
_ONE_OF = "At least one of the facts in the data is wrong: change it, or take it out."
_ONTOLOGY = "The ontology contradicts itself, whatever the data say: mend the ontology."
_UNEXPLAINED = (
    "The data contradict the rules of the ontology; there was no time to find out where.",
    "Take out what was added last until the contradiction goes; it lies in what went with it.",
)


def merged(plain: Iterable[Finding], draft: Draft, terms: Terms, seconds: float = SECONDS) -> list[Finding]:
    """What the plain check found and the contradictions; a mistake that both see is one finding.

    It keeps the remedy of the plain check, which is the more precise, and gets the statements as reasons.
    """
    misfits = list(fit.misfits(draft, terms))
    told = list(_findings(draft, seconds, misfits))
    seen = {misfit.finding for _, misfit in told if misfit}
    return [*(each for each in plain if each not in seen), *(finding for finding, _ in told)]


def findings(draft: Draft, seconds: float = SECONDS) -> Iterator[Finding]:
    """Each contradiction, with the statements that make it; or, without Java, that nobody looked."""
    return (
        finding for finding, _ in _findings(draft, seconds, list(fit.misfits(draft, Terms(draft.ontology))))
    )


def _findings(draft: Draft, seconds: float, misfits: Sequence[Misfit]) -> Iterator[Told]:
    from argmap.reasoning.contradictions.contradictions import contradictions

    try:
        outcome = contradictions(draft.data(), draft.ontology, seconds)
    except (ReasonerMissing, ReasonerTimeout) as left_out:
        message = "The check for contradictions was left out."
        yield Finding("warning", None, None, None, message, str(left_out), RULE), None
        return
    yield from told(draft, outcome, seconds, misfits)


def told(
    draft: Draft, outcome: "Contradictions", seconds: float, misfits: Sequence[Misfit] = ()
) -> Iterator[Told]:
    """Contradictions in words, each with what the plain check finds of it; and whether time was over."""
    from argmap.graph.check.axiom_words import Words

    words = Words(_labels(draft))
    for found in outcome.found:
        yield _told(draft, words, found, misfits)
    if outcome.unfinished:
        yield _unfinished(outcome.found, seconds), None


def _labels(draft: Draft) -> dict[str, str]:
    said = (triple for triple in draft.everything() if triple.predicate.value == RDFS + "label")
    return {key(triple.subject): key(triple.object) for triple in said}


def _told(draft: Draft, words: "Words", found: "Contradiction", misfits: Sequence[Misfit]) -> Told:
    because = tuple(_because(draft, words, found.axioms or ()))
    misfit = same_mistake(found.axioms or (), misfits)
    if misfit:
        message = words.worded(misfit.finding.message)
        return replace(misfit.finding, message=message, rule=RULE, because=because), misfit
    return _finding(draft, words, found, because), None


def _finding(draft: Draft, words: "Words", found: "Contradiction", because: tuple[str, ...]) -> Finding:
    """One contradiction, placed at the fact that uses a property wrongly, else at its first."""
    axioms = found.axioms or ()
    facts = [axiom for axiom in axioms if draft.place(axiom.given)]
    remedy = _remedy(facts, bool(axioms))
    message = "These cannot all be true together."
    if found.clue:
        message = f"It contradicts the ontology: it {words.worded(found.clue.message)}."
    first = next(iter([*misused(axioms, facts), *(() if found.clue else facts)]), None)
    if first is None:
        if found.clue:
            return draft.finding("error", found.clue.subject, message, remedy, rule=RULE, because=because)
        return Finding("error", None, None, None, message, remedy, RULE, because)
    subject, value = key(first.given.subject), key(first.given.object)
    if found.clue and found.clue.subject != subject:
        message = message.replace(": it ", f": {shown(found.clue.subject)} ", 1)
    return draft.finding(
        "error",
        subject,
        message,
        remedy,
        property=first.given.predicate.value,
        value=value,
        rule=RULE,
        because=because,
    )


def _remedy(facts: Sequence["Axiom"], explained: bool) -> str:
    same = next(
        (fact.given for fact in facts if fact.given.predicate.value == PREFIXES["owl"] + "sameAs"), None
    )
    if same is not None:
        kept, other = shown(key(same.subject)), shown(key(same.object))
        return f"Keep one IRI: write {kept} instead of {other} everywhere, and take owl:sameAs out."
    if not explained:
        return "Correct one of the two."
    return _ONE_OF if facts else _ONTOLOGY


def _because(draft: Draft, words: "Words", axioms: Sequence["Axiom"]) -> Iterator[str]:
    """The statements, each with its place; all different names are one statement."""
    from argmap.reasoning.logical import UNIQUE_NAME

    names = [axiom for axiom in axioms if axiom.root.predicate == UNIQUE_NAME]
    for axiom in axioms:
        if axiom not in names:
            yield f"{words.say(axiom)} ({draft.place(axiom.given) or 'ontology'})"
        elif axiom == names[0]:
            yield words.apart(names)


def _unfinished(found: Sequence["Contradiction"], seconds: float) -> Finding:
    if not found:
        return Finding("error", None, None, None, *_UNEXPLAINED, RULE)
    message = f"Not all contradictions were explained: the time for it ({seconds:g} seconds) was over."
    remedy = "Mend those that are, and check again."
    return Finding("warning", None, None, None, message, remedy, RULE)
