"""The works at the end of paths, cited in a style."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.citations import Markup, csl, labelled, note
from argmap.formats.graph_index import Node, id_of
from argmap.formats.trace.facts import Facts
from argmap.formats.values import single_or_array

# A work, the volume it is in, and the people behind that.
_DEPTH = 2
_THINGS = frozenset({"hasAuthor", "hasEditor", "hasTranslator", "hasPublisher", "spokenBy", "containedIn"})


class Works:
    """The citations of works, each made once."""

    def __init__(self, facts: Facts, style: str, markup: Markup) -> None:
        self._facts, self._style, self._markup = facts, style, markup
        self._items: dict[Node, Mapping[str, Any]] = {}
        self._texts: dict[tuple[Node, str | None], str] = {}

    def cited(self, work: Node, locator: str | None) -> str:
        """Return the full citation of a work, with the place in it."""
        if (work, locator) not in self._texts:
            self._texts[work, locator] = note(self._item(work), locator, self._style, self._markup)
        return self._texts[work, locator]

    def said(self, work: Node, locator: str | None) -> dict[str, str]:
        """Return the citation as a hop has it; in Markdown with the `place` that a style without notes omits.

        In the document itself the place stands at the citation or reference, where it is a fact of the graph.
        """
        text = self.cited(work, locator)
        omitted = self._markup == "markdown" and locator and text == self.cited(work, None)
        return {"citationText": text, **({"place": labelled(locator)} if locator and omitted else {})}

    def _item(self, work: Node) -> Mapping[str, Any]:
        if work not in self._items:
            self._items[work] = csl(self._record(work, _DEPTH))
        return self._items[work]

    def _record(self, thing: Node, depth: int) -> dict[str, Any]:
        """Return all that is said of a thing, with what it leads to embedded some levels deep."""
        said = self._facts.everything(thing)
        if depth:
            for name in said.keys() & _THINGS:
                said[name] = [self._record(node, depth - 1) for node in self._facts.things(thing, name)]
        types = {"type": said.pop("type")} if "type" in said else {}
        return {
            "id": id_of(thing),
            **types,
            **{name: single_or_array(values, as_array=False) for name, values in said.items()},
        }
