"""The answer to "what falls if this is withdrawn?" as a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.graph.impact.facts import Facts
from argmap.graph.impact.lost import lost_notes
from argmap.graph.impact.names import Names, Object
from argmap.model.objection import Objection, Revived
from argmap.model.support import Fate, Line, LostLine, Uncited, Withdrawal
from argmap.reasoning.support.objections import revived, strengthened

_RANK = {"withdrawn": 0, "unsupported": 1, "weakened": 2}


@dataclass(frozen=True)
class Concerned:
    """The statements of the articles concerned, and what is said of those that are a thesis."""

    statements: frozenset[str]
    theses: Mapping[str, Object]


def document(
    facts: Facts,
    fates: Mapping[str, Fate],
    withdrawn: Sequence[str],
    withdrawal: Withdrawal,
    concerned: Concerned,
    uncited: Uncited,
) -> Object:
    """Return the document: the thesis, the statements that are not as before, the objections, and counts."""
    names = Names(facts)
    changed = [fate for fate in fates.values() if fate.status in _RANK]
    before = [
        name
        for name, fate in fates.items()
        if fate.status == "unsupported-before" and name in concerned.statements
    ]
    items = sorted((_item(names, fates, fate) for fate in changed), key=_order)
    fallen = {name for name, fate in fates.items() if fate.status in ("withdrawn", "unsupported")}
    objections = facts.objections()
    stronger = _strengthened(names, facts, fates, objections, fallen)
    back = [_revived(names, each) for each in revived(objections, fallen)]
    # What is changed is of the articles concerned too, and they are counted whole, whatever has been fetched.
    unaffected = sorted(concerned.statements - {fate.statement for fate in changed} - {*before})
    lost = lost_text(facts, withdrawal)
    return {
        "withdrawn": [names.of(iri) for iri in withdrawn],
        "uncited": uncited,
        "counts": {
            **{status: sum(item["status"] == status for item in items) for status in _RANK},
            "strengthened": len(stronger),
            "revived": len(back),
            "unaffected": len(unaffected),
            "unsupportedBefore": len(before),
            "citedWhereTextIsLost": len(lost),
        },
        "theses": _theses(names, fates, concerned),
        "items": items,
        "strengthened": stronger,
        "revived": back,
        "citedWithoutSupport": _beside(names, facts, withdrawal),
        "citedWhereTextIsLost": lost,
        "unaffected": unaffected,
        "unsupportedBefore": before,
    }


def _order(item: Object) -> tuple[bool, int, bool, str]:
    kind = item.get("type")
    return kind != "Thesis", _RANK[item["status"]], kind not in ("Claim", "Recommendation"), item["id"]


def _item(names: Names, fates: Mapping[str, Fate], fate: Fate) -> Object:
    return {
        **names.of(fate.statement),
        "status": fate.status,
        "linesLost": [_lost(names, fates, each) for each in fate.lost],
        "linesWeakened": [_line(names, each) for each in fate.weakened],
        "linesRemaining": [_line(names, each) for each in fate.remaining],
    }


def _lost(names: Names, fates: Mapping[str, Fate], lost: LostLine) -> Object:
    through = [{**names.brief(each), "status": _said(fates, each)} for each in sorted(lost.through)]
    return {**_line(names, lost.line), **({"through": through} if through else {})}


def _said(fates: Mapping[str, Fate], statement: str) -> str:
    # A ground that stands, but only on what it was to support, no longer supports it.
    status = fates[statement].status
    return status if status in ("withdrawn", "unsupported", "unsupported-before") else "circular"


def _line(names: Names, line: Line) -> Object:
    if line.source is None:
        return {"argument": names.brief(str(line.argument)), "grounds": sorted(line.grounds)}
    notes = sorted({citing.note for citing in line.citings})
    return {"source": names.brief(line.source), "notes": [names.note(each) for each in notes]}


def _theses(names: Names, fates: Mapping[str, Fate], concerned: Concerned) -> list[Object]:
    found = {iri: fate.status for iri, fate in fates.items() if names.of(iri).get("type") == "Thesis"}
    return [
        {**(concerned.theses.get(iri) or names.of(iri)), "status": found.get(iri, "unaffected")}
        for iri in sorted({*found, *concerned.theses})
    ]


def _strengthened(
    names: Names, facts: Facts, fates: Mapping[str, Fate], objections: Sequence[Objection], fallen: set[str]
) -> list[Object]:
    by_target: dict[str, list[Object]] = {}
    for each in strengthened(objections, facts.support.steps, fallen):
        because = {
            "objection": names.brief(each.objection),
            "statement": names.brief(each.statement),
            "status": fates[each.statement].status,
        }
        by_target.setdefault(each.target, []).append(because)
    return [{**names.of(target), "because": by_target[target]} for target in sorted(by_target)]


def _revived(names: Names, back: Revived) -> Object:
    return {
        **names.of(back.objection),
        "status": "answered-still" if back.remaining else "revived",
        "madeBy": names.all(back.by),
        "madeAgainst": names.all(back.against),
        "answersLost": names.all(back.fallen),
        "answersRemaining": names.all(back.remaining),
    }


def _beside(names: Names, facts: Facts, withdrawal: Withdrawal) -> list[Object]:
    """Return the citations that go without having supported what makes them."""
    lines = {(each.statement, each.source) for each in facts.support.citings}
    return [
        {**names.brief(each.statement), "source": names.brief(each.source), "ends": sorted(each.intents)}
        for each in facts.cited
        if (each.statement, each.source) not in lines
        and (each.source in withdrawal.sources or each.note in withdrawal.notes)
    ]


def lost_text(facts: Facts, withdrawal: Withdrawal) -> list[Object]:
    """Return the notes called in lost text that are withdrawn, or that cite what is."""
    citing = {note for work in withdrawal.sources for note in facts.those_with("noteCitesSource", work)}
    return [
        *lost_notes(facts, citing - withdrawal.notes, withdrawal.sources),
        *lost_notes(facts, withdrawal.notes),
    ]
