"""What is to be known of each statement in an answer: whose it is, what the author makes of it, where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from argmap.formats.graph_index import GraphIndex, node_of
from argmap.formats.trace.facts import Facts as Hops
from argmap.formats.trace.hops import fields
from argmap.formats.trace.ties import tie
from argmap.graph.impact.facts import Facts
from argmap.graph.impact.names import Object

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap

_DETAILS = "impact/details"
# As in the hops of a trace, and no more of it.
_KEYS = (
    "implicit",
    "authorStance",
    "certainty",
    "attributedTo",
    "section",
    "pages",
    "possiblePages",
    "paragraphs",
)


class Details:
    """What the hops of a trace say of statements, fetched for all of them at once."""

    def __init__(self, graph: ArgumentMap, statements: Sequence[str]) -> None:
        triples = b""
        if statements:
            asked = graph.catalogue.named(_DETAILS).bind({"statement": sorted(set(statements))})
            triples = graph.triples(asked)
        self._hops = Hops(GraphIndex(triples), graph.context)

    def add_to(self, things: Sequence[Object]) -> None:
        """Say of each statement whose it is, what the author makes of it, and where it stands."""
        for thing in things:
            if self._hops.says_anything_of(node_of(thing["id"])):
                found = fields(self._hops, node_of(thing["id"]))
                thing.update({key: found[key] for key in _KEYS if key in found})

    def note_only(self, facts: Facts, statement: str, source: str) -> bool:
        """Whether it is only known that a note of the statement cites a source, by the rule of traces."""
        ties = [
            tie(self._hops, node_of(statement), node_of(each.note), node_of(each.reference))
            for each in facts.citing(statement, source)
        ]
        return bool(ties) and all(each["precision"] == "note" for each in ties)


def describe(graph: ArgumentMap, facts: Facts, document: Mapping[str, Any]) -> None:
    """Fill in what is to be known of the statements of what falls, and how exactly each source is cited."""
    things = [each for key in ("withdrawn", "theses", "items", "strengthened") for each in document[key]]
    things += document["citedWithoutSupport"]
    things += [
        each for item in document["revived"] for key in ("madeBy", "answersLost") for each in item[key]
    ]
    details = Details(graph, [each["id"] for each in things])
    details.add_to(things)
    for item, line in _source_lines(document["items"]):
        if details.note_only(facts, item["id"], line["source"]["id"]):
            line["precision"] = "note"


def describe_bearing(graph: ArgumentMap, document: Mapping[str, Any]) -> None:
    """Fill in what is to be known of the claims that sources carry."""
    things = [*document["targets"], *document["singleSource"]]
    things += [claim for kind in document["kinds"] for claim in kind["claims"]]
    Details(graph, [each["id"] for each in things]).add_to(things)


def _source_lines(items: Sequence[Object]) -> Iterator[tuple[Object, Object]]:
    for item in items:
        for key in ("linesLost", "linesRemaining"):
            yield from ((item, line) for line in item[key] if "source" in line)
