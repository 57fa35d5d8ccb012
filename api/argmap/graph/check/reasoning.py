"""What HermiT says of the data: do they, together with the ontology, contradict themselves, and why?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.errors import ReasonerMissing, ReasonerTimeout
from argmap.graph.check.draft import Draft, key
from argmap.model.finding import Finding
from argmap.vocabulary import RDFS

if TYPE_CHECKING:
    from argmap.graph.check.axiom_words import Words
    from argmap.reasoning.contradictions.axioms import Axiom
    from argmap.reasoning.contradictions.contradictions import Contradiction, Contradictions

RULE = "contradiction"
# One article takes a few seconds on a machine that has nothing else to do.
SECONDS = 30.0
_ONE_OF = "At least one of the facts in the data is wrong: change it, or take it out."
_ONTOLOGY = "The ontology contradicts itself, whatever the data say: mend the ontology."
_UNEXPLAINED = (
    "The data contradict the rules of the ontology; there was no time to find out where.",
    "Take out what was added last until the contradiction goes; it lies in what went with it.",
)


def findings(draft: Draft, seconds: float = SECONDS) -> Iterator[Finding]:
    """Each contradiction, with the statements that make it; or, without Java, that nobody looked."""
    from argmap.reasoning.contradictions.contradictions import contradictions

    try:
        outcome = contradictions(draft.data(), draft.ontology, seconds)
    except (ReasonerMissing, ReasonerTimeout) as left_out:
        message = "The check for contradictions was left out."
        yield Finding("warning", None, None, None, message, str(left_out), RULE)
        return
    yield from told(draft, outcome, seconds)


def told(draft: Draft, outcome: "Contradictions", seconds: float) -> Iterator[Finding]:
    """Contradictions in words, and whether there was not enough time to explain all."""
    from argmap.graph.check.axiom_words import Words

    words = Words(_labels(draft))
    for found in outcome.found:
        yield _finding(draft, words, found)
    if outcome.unfinished:
        yield _unfinished(outcome.found, seconds)


def _labels(draft: Draft) -> dict[str, str]:
    said = (triple for triple in draft.everything() if triple.predicate.value == RDFS + "label")
    return {key(triple.subject): key(triple.object) for triple in said}


def _finding(draft: Draft, words: "Words", found: "Contradiction") -> Finding:
    """One contradiction, placed at the thing it shows at, or at its first fact."""
    axioms = found.axioms or ()
    facts = [axiom for axiom in axioms if draft.place(axiom.given)]
    because = tuple(_because(draft, words, axioms))
    remedy = "Correct one of the two." if not axioms else _ONE_OF if facts else _ONTOLOGY
    if found.clue:
        message = f"It contradicts the ontology: it {found.clue.message}."
        return draft.finding("error", found.clue.subject, message, remedy, rule=RULE, because=because)
    message = "These cannot all be true together."
    if not facts:
        return Finding("error", None, None, None, message, remedy, RULE, because)
    first = facts[0].given
    return draft.finding(
        "error",
        key(first.subject),
        message,
        remedy,
        property=first.predicate.value,
        value=key(first.object),
        rule=RULE,
        because=because,
    )


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
