"""A dispute in which something is supposed otherwise: another dispute, and nothing else is touched.

`docs/what-if.md` holds the definitions. Two rules make a withdrawal take away only: nothing becomes given by
it that was not given before, and what is directed against a thing that goes, goes with it.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from argmap.model.change import Change
from argmap.model.dispute import Dispute, Objection, On, Statement

# What an assumed statement stands by: as a source it would be, which nobody can withdraw.
ASSUMPTION = "urn:argmap:assumption"


def changed(dispute: Dispute, change: Change) -> Dispute:
    """Return the dispute as it would be: first without what goes, then with what is assumed and added.

    Args:
        dispute: the dispute as the record has it; it stays as it is.
        change: what goes and what comes, by IRIs that the dispute holds.

    Returns:
        A dispute of its own, the very same one if the change is empty.
    """
    left = without(without_sources(dispute, change.lost), change.withdrawn)
    return with_attacks(assuming(left, change.assumed), change.added)


def without_sources(dispute: Dispute, lost: Mapping[str, Set[str]]) -> Dispute:
    """Return the dispute in which statements cite some of their sources no longer.

    One that cites another still is given as before; one that has lost all stands by argument or not at all.
    """
    fewer = {
        iri: replace(statement, sources=statement.sources - lost[iri])
        for iri, statement in dispute.statements.items()
        if statement.sources & lost.get(iri, frozenset())
    }
    unfounded = {iri: each if each.sources else replace(each, founded=False) for iri, each in fewer.items()}
    return replace(dispute, statements={**dispute.statements, **unfounded}) if unfounded else dispute


def without(dispute: Dispute, things: Set[str]) -> Dispute:
    """Return the dispute without some statements, inferences and objections, and what goes with them.

    A statement stays as a name that nothing speaks for: neither given nor concluded.
    """
    gone = going(dispute, things)
    if not gone:
        return dispute
    left = Dispute(
        dispute.statements,
        {iri: each for iri, each in dispute.inferences.items() if iri not in gone},
        {iri: each for iri, each in dispute.objections.items() if iri not in gone},
    )
    bare = {
        iri: replace(each, founded=False, sources=frozenset() if iri in gone else each.sources)
        for iri, each in dispute.statements.items()
        if iri in gone or (left.is_given(iri) and not dispute.is_given(iri))
    }
    return replace(left, statements={**dispute.statements, **bare})


def going(dispute: Dispute, things: Set[str]) -> frozenset[str]:
    """Return what goes when some things are withdrawn: they, and all that was about them.

    That is the inferences to a statement that goes, and the objections to whatever goes.
    """
    against = _against(dispute.objections.values())
    gone: set[str] = set()
    agenda = [iri for iri in things if _holds(dispute, iri)]
    while agenda:
        iri = agenda.pop()
        if iri not in gone:
            gone.add(iri)
            agenda += [*dispute.concluding.get(iri, ()), *against.get(iri, ())]
    return frozenset(gone)


def assuming(dispute: Dispute, statements: Set[str]) -> Dispute:
    """Return the dispute in which statements are given, whatever speaks for them, and put as certain.

    What is said against them still counts.
    """
    assumed = {iri: _assumed(dispute.statements[iri]) for iri in statements}
    return replace(dispute, statements={**dispute.statements, **assumed}) if assumed else dispute


def with_attacks(dispute: Dispute, attacks: Iterable[Objection]) -> Dispute:
    """Return the dispute with more objections."""
    more = {each.iri: each for each in attacks}
    return replace(dispute, objections={**dispute.objections, **more}) if more else dispute


def directed_at(dispute: Dispute, target: str) -> On:
    """Return as what an attack meets a target: as a step, as concluded or, where nothing is, as premised."""
    if target not in dispute.statements:
        return "inference"
    return "conclusion" if target in dispute.concluding else "premise"


def _assumed(statement: Statement) -> Statement:
    return replace(statement, founded=True, sources=statement.sources | {ASSUMPTION}, certainty="asserted")


def _holds(dispute: Dispute, iri: str) -> bool:
    return iri in dispute.statements or iri in dispute.inferences or iri in dispute.objections


def _against(objections: Iterable[Objection]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in objections:
        found.setdefault(each.target, []).append(each.iri)
    return found
