"""The notes that were called in text that is lost: what rests on them is not known."""

from collections.abc import Iterable

from argmap.graph.impact.facts import Facts
from argmap.graph.impact.names import Names, Object


def lost_notes(facts: Facts, notes: Iterable[str], works: frozenset[str] | None = None) -> list[Object]:
    """Return those of some notes whose marker is lost, with the works, or these works, that they cite."""
    names = Names(facts)
    found = []
    for note in notes:
        gaps = facts.all_of("markerLostIn", note)
        cited = facts.all_of("noteCitesSource", note)
        if gaps:
            said = {
                "markerLostIn": names.all(gaps),
                "sources": names.all(cited if works is None else cited & works),
            }
            found.append({**names.note(note), **said})
    return sorted(found, key=lambda each: (each["id"].rpartition("/")[0], each.get("noteNumber", 0)))
