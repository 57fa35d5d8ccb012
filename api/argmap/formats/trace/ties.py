"""How exactly it is known that a statement rests on a reference.

Either a citation says so, or no more is known than that the reference stands in a note which the statement
calls or stands in. A citation by the note says what a reference is cited for, but not for which statement.
"""

from collections.abc import Sequence

from argmap.formats.graph_index import Node, id_of
from argmap.formats.trace.facts import Facts
from argmap.formats.trace.places import ends_paragraph, passages
from argmap.formats.values import Object, single_or_array

_OF_CITATION = ("intent", "secondHand", "locator", "note")


def tie(facts: Facts, statement: Node | None, note: Node, reference: Node | None) -> Object:
    """Return `precision`, the `citation` that is known, and the reasons if that may be for something else.

    A citation by the statement is exact. One by the note is too where the note holds one reference and its
    marker cannot speak for more than its own sentence. Without a statement all citations count; without a
    reference all those of the note are meant. Of a note without references there is nothing to say.
    """
    references = facts.things(note, "containsReference") if reference is None else [reference]
    if not references:
        return {}
    citing = {each: _citing(facts, each) for node in references for each in facts.things(node, "citedIn")}
    own = [each for each, entities in citing.items() if statement is None or statement in entities]
    by_note = [each for each, entities in citing.items() if note in entities]
    for_others = any(set(entities) - {note} for entities in citing.values())
    reasons = [] if own else _reasons(facts, statement, note, for_others)
    known = [_described(facts, each) for each in own or by_note]
    citation = {"citation": single_or_array(known, as_array=False)} if known else {}
    if reasons or not known:
        return {"precision": "note", "precisionReason": reasons or ["noCitation"], **citation}
    return {"precision": "citation", **citation}


def locator(citation: Object, reference: Object) -> str | None:
    """Return the place in a work that is cited: as the citation has it, or else as the reference does."""
    found = citation.get("citation", ())
    several = found if isinstance(found, list) else [found]
    return next((str(each["locator"]) for each in (*several, reference) if "locator" in each), None)


def _citing(facts: Facts, citation: Node) -> Sequence[Node]:
    return facts.things(citation, "hasCitingEntity")


def _described(facts: Facts, citation: Node) -> Object:
    keys = ("hasCitingEntity", "hasCitedReference")
    ends = {key: single_or_array(facts.all(citation, key), as_array=False) for key in keys}
    said = {key: facts.one(citation, key) for key in _OF_CITATION}
    return {"id": id_of(citation), **ends, **{key: value for key, value in said.items() if value is not None}}


def _reasons(facts: Facts, statement: Node | None, note: Node, cited_for_another: bool) -> list[str]:
    reasons = {
        "citedForAnotherStatement": cited_for_another,
        "severalReferences": len(facts.things(note, "containsReference")) > 1,
        "paragraphEnd": statement is not None and _marked_at_paragraph_end(facts, statement, note),
    }
    return [reason for reason, holds in reasons.items() if holds]


def _marked_at_paragraph_end(facts: Facts, statement: Node, note: Node) -> bool:
    return any(
        note in facts.things(marker, "marksNote") and ends_paragraph(facts, passage)
        for passage in passages(facts, statement)
        for marker in facts.things(passage, "bearsMarker")
    )
