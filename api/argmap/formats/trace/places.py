"""Where a statement, a note or a marker stands in the printed article."""

from collections.abc import Iterable
from typing import Any

from argmap.formats.graph_index import Node
from argmap.formats.trace.facts import Facts
from argmap.formats.values import single_or_array


def passages(facts: Facts, statement: Node) -> list[Node]:
    """Return where a statement is made, as far as the graph says anything of these places."""
    return [place for place in facts.things(statement, "expressedIn") if facts.says_anything_of(place)]


def place(facts: Facts, units: Iterable[Node]) -> dict[str, Any]:
    """Return section, pages and paragraphs of units of text; `possiblePages` where a page break is lost."""
    of = list(units)
    sections = [facts.named(node) for node in _each(facts, of, "inSection")]
    numbers = {
        "pages": _numbers(facts, of, "onPage", "pageNumber"),
        "possiblePages": _numbers(facts, of, "possiblyOnPage", "pageNumber"),
        "paragraphs": _numbers(facts, of, "inParagraph", "paragraphNumber"),
    }
    section = {"section": single_or_array(sections, as_array=False)} if sections else {}
    return section | {name: found for name, found in numbers.items() if found}


def offset(facts: Facts, units: Iterable[Node]) -> Any:
    """Return where the first of some units begins in the text; None if that is not known."""
    return min((at for unit in units for at in facts.all(unit, "startOffset")), default=None)


def ends_paragraph(facts: Facts, passage: Node) -> bool:
    """Whether a passage is the last of several in its paragraph: its marker may speak for all of them."""
    return any(
        _end(facts, passage) >= max(_end(facts, other) for other in others)
        for paragraph in facts.things(passage, "inParagraph")
        for others in [[each for each in facts.things(paragraph, "paragraphPassages") if each != passage]]
        if others
    )


def _end(facts: Facts, passage: Node) -> int:
    end = facts.one(passage, "endOffset")
    return end if isinstance(end, int) else -1


def _each(facts: Facts, units: Iterable[Node], key: str) -> list[Node]:
    return list(dict.fromkeys(node for unit in units for node in facts.things(unit, key)))


def _numbers(facts: Facts, units: Iterable[Node], key: str, number: str) -> list[int]:
    found = {value for node in _each(facts, units, key) for value in facts.all(node, number)}
    return sorted(value for value in found if isinstance(value, int))
