"""A thing of the graph as one line that a reader of the article can check."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.cli.places import place
from argmap.cli.trees import Branch
from argmap.formats.kinds import most_telling
from argmap.vocabulary import short

Thing = Mapping[str, Any]

HEARD = ("Testimony", "ExpertAnalysis")  # who says so is half of what such evidence says


def branch(thing: Thing, below: Iterable[Branch] = (), via: str = "", remark: str = "") -> Branch:
    """The line of a thing: its kind, what it says, how the author stands to it, where it is, its short form.

    `via` says how it hangs on the thing above; `remark` ends the details.
    """
    return Branch(
        kind=f"{via}: {words(kind(thing))}" if via else words(kind(thing)),
        text=_text(thing),
        details=(*_details(thing), *([remark] if remark else [])),
        name=short(str(thing["id"])),
        below=tuple(below),
    )


def kind(thing: Thing) -> str:
    """The most telling type of a thing, as the ontology names it."""
    types = thing.get("type") or "Thing"
    listed = [types] if isinstance(types, str) else list(types)
    return most_telling([str(name) for name in listed]) or "Thing"


def words(name: str) -> str:
    """A name of the ontology in words: `FullReference` as `Full reference`, `hasPremise` as `has premise`."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda capital: f" {capital[1].lower()}", name)


def _text(thing: Thing) -> str:
    return str(thing.get("text") or thing.get("label") or "")


def _details(thing: Thing) -> Iterator[str]:
    stance = thing.get("authorStance")
    if stance not in {None, "endorsed"}:
        yield f"{stance} by the author"
    if kind(thing) in HEARD or stance not in {None, "endorsed"}:
        yield from (f"held by {holder}" for holder in _labels(thing.get("attributedTo")))
    if thing.get("implicit"):
        yield "unstated"
    yield from (str(thing[key]) for key in ("byline", "year") if thing.get(key))
    if place(thing):
        yield place(thing)
    if thing.get("locator") and not _text(thing).endswith(str(thing["locator"])):
        yield f"at {thing['locator']}"


def _labels(agents: Any) -> list[str]:
    named = agents if isinstance(agents, list) else [agents]
    return [str(agent["label"]) for agent in named if isinstance(agent, Mapping) and "label" in agent]
