"""The dispute of one article as an abstract framework, as a document and in the formats of solvers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from argmap.formats import frameworks as formats
from argmap.graph.evaluation.disputing import DISPUTE
from argmap.graph.evaluation.remembered import reading
from argmap.graph.nearest import not_found
from argmap.reasoning.readings import Reading
from argmap.vocabulary import term

if TYPE_CHECKING:
    from argmap.graph.argument_map import ArgumentMap


def of_article(graph: ArgumentMap, article: str, as_read: str, preferences: str) -> Reading:
    """Return what the dispute of an article (its IRI, or its name) is read as.

    Raises NotFound for an article that is not here, BadParameter for what is no name, UsageError for a
    reading or preferences that are not on offer, and DisputeTooLarge.
    """
    bound = graph.catalogue.named(DISPUTE).bind({"article": article})
    node = bound.terms["article"]
    if not graph.store.query(f"ASK {{ {node} a {NamedNode(term('Article'))} }}"):
        raise not_found(graph, node.value)
    return reading(graph, as_read, preferences, [node.value])


def document(found: Reading, article: str) -> dict[str, Any]:
    """Return a framework with what its arguments stand for, as a document that is no JSON-LD."""
    return {
        "article": article,
        "reading": found.reading,
        "preferences": found.preferences,
        "arguments": [
            {"name": name, "kind": point.kind, "thing": point.thing} for name, point in found.points.items()
        ],
        "attacks": [list(attack) for attack in found.framework.attacks],
    }


def text(found: Reading, format_: str) -> str:
    """Return a framework in a format of solvers, `tgf` or `apx`."""
    return formats.write(found.framework, format_).text
