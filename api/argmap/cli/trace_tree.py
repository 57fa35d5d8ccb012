"""The tree of a trace."""

from collections.abc import Iterator

from argmap.cli.things import Thing
from argmap.cli.trees import Branch
from argmap.formats.trace import words as facts
from argmap.vocabulary import short


def grow(root: Thing) -> Branch:
    """The branch of the root with everything below it; what follows a statement is drawn once."""
    return _grow(root, facts.Above(), set())


def _grow(thing: Thing, above: facts.Above, drawn: set[tuple[str, str]]) -> Branch:
    name = (thing["id"], thing.get("via", ""))
    if "text" in thing and thing.get("hops") and name in drawn:
        return _branch(thing, above, (), "continued above")
    drawn.add(name)
    below = tuple(_grow(hop, above.below(thing), drawn) for hop in thing.get("hops", ()))
    return _branch(thing, above, below)


def _branch(thing: Thing, above: facts.Above, below: tuple[Branch, ...], *remarks: str) -> Branch:
    return Branch(
        kind=facts.kind(thing),
        text=str(thing.get("citationText") or facts.saying(thing)),
        details=(*filter(None, _details(thing, above)), *remarks),
        name=short(str(thing["id"])),
        below=below,
    )


def _details(thing: Thing, above: facts.Above) -> Iterator[str]:
    yield facts.speakers(thing)
    yield from facts.stance(thing)
    if "noteNumber" in thing:
        yield from facts.marker(thing)
    else:
        yield facts.place(thing)
    if thing.get("locator") and not facts.saying(thing).endswith(str(thing["locator"])):
        yield f"at {thing['locator']}"
    if thing.get("via") == "encloses":
        yield "stands in the note"
    yield from facts.precision(thing, above)
    if thing.get("circular") and "via" in thing:
        yield "comes back to what is above"
    if thing.get("truncated") and "via" in thing:
        yield "goes on beyond what is shown"
