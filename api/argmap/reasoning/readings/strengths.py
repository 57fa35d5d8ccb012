"""How strong a step is: what the last link of a line of reasoning is worth, and when it is outweighed.

S. Modgil and H. Prakken, A general account of argumentation with preferences, Artificial Intelligence 195
(2013), definition 20, the last-link principle. What is given counts as a step too, from its holder's word.
"""

from argmap.model.dispute import Dispute, Inference, Statement

WEAK, MODERATE, STRONG = 1, 2, 3
# Where nothing is said of a strength, it is neither stronger nor weaker than any: it is never outweighed, and
# outweighs nothing.
UNKNOWN = 4
GRADES = (WEAK, MODERATE, STRONG, UNKNOWN)

_OF_STRENGTH = {"weak": WEAK, "moderate": MODERATE, "strong": STRONG, None: UNKNOWN}
_OF_CERTAINTY = {"possible": WEAK, "probable": MODERATE, "asserted": STRONG, None: UNKNOWN}


def of_inference(inference: Inference) -> int:
    """Return how strong an inference is offered as being."""
    return _OF_STRENGTH[inference.strength]


def of_statement(statement: Statement) -> int:
    """Return how firmly a statement is put."""
    return _OF_CERTAINTY[statement.certainty]


def outweighs(target: int, attacker: int) -> bool:
    """Whether what is attacked is strictly stronger than what it is attacked with."""
    return target != UNKNOWN and attacker < target


def at_least(grade: int) -> frozenset[int]:
    """Return the grades that are as strong or stronger, unknown ones among them."""
    return frozenset(each for each in GRADES if each >= grade)


def backing(dispute: Dispute, statement: str) -> frozenset[int]:
    """Return the grades that the last links of lines of reasoning for a statement may have."""
    concluding = [dispute.inferences[iri] for iri in dispute.concluding.get(statement, ())]
    if any(inference.strict for inference in concluding):
        return frozenset(GRADES)  # as strong as whatever lies below: any of them
    given = {of_statement(dispute.statements[statement])} if dispute.is_given(statement) else set[int]()
    return frozenset(given | {of_inference(inference) for inference in concluding})
