"""The tree of a trace."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.cli.things import Thing
from argmap.cli.trees import Branch
from argmap.formats.trace import words as facts
from argmap.vocabulary import short


def grow(root: Thing) -> Branch:
    """The branch of the root with everything below it; what follows a statement is drawn once."""
    return _grow(root, _Above(), set())


@dataclass(frozen=True)
class _Above:
    """What the path has come through: the id of its note, and who held the last statement."""

    note: str | None = None
    speakers: str = ""


def _grow(thing: Thing, above: _Above, drawn: set[tuple[str, str]]) -> Branch:
    name = (thing["id"], thing.get("via", ""))
    if "text" in thing and thing.get("hops") and name in drawn:
        return _branch(thing, above, (), "continued above")
    drawn.add(name)
    here = _Above(
        thing["id"] if "noteNumber" in thing else above.note,
        facts.speakers(thing) if "text" in thing else above.speakers,
    )
    return _branch(thing, above, tuple(_grow(hop, here, drawn) for hop in thing.get("hops", ())))


def _branch(thing: Thing, above: _Above, below: tuple[Branch, ...], *remarks: str) -> Branch:
    return Branch(
        kind=facts.kind(thing),
        text=str(thing.get("citationText") or facts.saying(thing)),
        details=(*filter(None, _details(thing, above)), *remarks),
        name=short(str(thing["id"])),
        below=below,
    )


def _details(thing: Thing, above: _Above) -> Iterator[str]:
    if facts.speakers(thing) != above.speakers:  # who speaks is said where it changes
        yield facts.speakers(thing)
    yield from facts.stance(thing)
    if "noteNumber" in thing:
        yield from facts.marker(thing)
    else:
        yield facts.place(thing)
    if thing.get("locator") and not facts.saying(thing).endswith(str(thing["locator"])):
        yield f"at {thing['locator']}"
    yield from facts.precision(thing, above.note)
    if thing.get("circular") and "via" in thing:
        yield "comes back to what is above"
    if thing.get("truncated") and "via" in thing:
        yield "goes on beyond what is shown"
