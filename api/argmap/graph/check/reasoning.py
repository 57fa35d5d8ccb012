"""What HermiT says of the data: do they, together with the ontology, contradict themselves?"""

from collections.abc import Iterator

from argmap.errors import ReasonerMissing
from argmap.graph.check.draft import Draft
from argmap.model.finding import Finding

RULE = "contradiction"
_CONTRADICTION = (
    "The data contradict the rules of the ontology, but not in a single step that could be named here.",
    "Take out what was added last until the contradiction goes; it lies in what went with it.",
)


def findings(draft: Draft) -> Iterator[Finding]:
    """Each clue to a contradiction; or, without Java, that nobody looked."""
    from argmap.reasoning.entailments import Inconsistency
    from argmap.reasoning.hermit import reason

    try:
        outcome = reason(draft.everything(), values=False)
    except ReasonerMissing as missing:
        message = "The check for contradictions was left out."
        yield Finding("warning", None, None, None, message, str(missing), RULE)
        return
    if not isinstance(outcome, Inconsistency):
        return
    for clue in outcome.clues:
        message = f"It contradicts the ontology: it {clue.message}."
        yield draft.finding("error", clue.subject, message, "Correct one of the two.", rule=RULE)
    if not outcome.clues:
        yield Finding("error", None, None, None, *_CONTRADICTION, RULE)
