"""Whether an argument has a line of reasoning that does not pass through the very statement it is for.

In a circle of support a statement comes back as a ground for itself. That explains nothing: only derivations
that end count (S. Modgil and H. Prakken, A general account of argumentation with preferences, Artificial
Intelligence 195, 2013, definition 5).
"""

from collections.abc import Collection

from argmap.model.dispute import Dispute


def rests_on_its_end(dispute: Dispute, argument: str, standing: Collection[str]) -> bool:
    """Return whether an argument stands only by what it concludes.

    Args:
        dispute: what is said and argued.
        argument: an argument of the dispute.
        standing: the statements and arguments that count as standing.
    """
    inference = dispute.inferences[argument]
    end = inference.conclusion
    circle = _below(dispute, inference.premises)
    if end not in circle:
        return False
    reached = {iri for iri in circle if iri in standing and dispute.is_given(iri)} - {end}
    steps = {step for iri in circle - {end} for step in dispute.concluding.get(iri, ()) if step in standing}
    while more := {step for step in steps if dispute.inferences[step].premises <= reached}:
        reached |= {dispute.inferences[step].conclusion for step in more}
        steps -= more
    return not inference.premises <= reached


def _below(dispute: Dispute, statements: Collection[str]) -> set[str]:
    """Return some statements, and whatever the arguments for them need, down to the last."""
    found: set[str] = set()
    agenda = list(statements)
    while agenda:
        iri = agenda.pop()
        if iri not in found:
            found.add(iri)
            for step in dispute.concluding.get(iri, ()):
                agenda += dispute.inferences[step].premises
    return found
