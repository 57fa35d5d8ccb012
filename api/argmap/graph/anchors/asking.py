"""The anchors of articles, as the graph's queries tell them."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from argmap.errors import BadParameter, NoAnchors
from argmap.formats.anchors import hashes, normal_form
from argmap.formats.anchors.records import Anchors, Passage, Windows
from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import expand, short

Row: TypeAlias = Mapping[str, Any]


def anchored(graph: ArgumentMap) -> list[str]:
    """Return the articles (IRIs) that have anchors."""
    return list(dict.fromkeys(str(row["article"]) for row in _rows(graph, "anchors/states", {})))


def anchors_of(graph: ArgumentMap, article: str) -> Anchors:
    """Return the anchors of an article, by its name or IRI.

    Raises NotFound for an article that is not in the graph, and NoAnchors for one without anchors, or
    with such as this version cannot read.
    """
    values = {"article": known_article(graph, article)}
    states = _rows(graph, "anchors/states", values)
    if not states:
        raise NoAnchors(short(values["article"]), "has no anchors")
    state = states[0]
    if (state["normalForm"], state["windowHash"]) != (normal_form.RECIPE, hashes.RECIPE) or len(states) > 1:
        raise NoAnchors(short(values["article"]), "has anchors of another kind")
    return Anchors(
        values["article"],
        str(state["label"]),
        bytes.fromhex(state["windowSalt"]),
        int(state["letterCount"]),
        str(state["textDigest"]),
        tuple(map(_passage, _rows(graph, "anchors/passages", values))),
        tuple(map(_windows, _rows(graph, "anchors/windows", values))),
    )


def known_article(graph: ArgumentMap, article: str) -> str:
    """Return the IRI of an article; raise NotFound if the graph does not hold it."""
    iri = expand(article)
    if "/" in short(iri):
        raise BadParameter("--article", f'"{article}" is no article; give its name, like kuperman-1996')
    return str(graph.answer("articles/detail", {"article": iri}).document["id"])


def offsets_of(graph: ArgumentMap, article: str) -> tuple[dict[str, Passage], dict[str, list[str]], str]:
    """Return the passages with places in characters, the units each is on, and the article's title."""
    rows = _rows(graph, "anchors/offsets", {"article": article})
    passages = {
        str(row["passage"]): Passage(
            str(row["passage"]),
            str(row["label"]),
            int(row["startOffset"]),
            int(row["endOffset"]),
            str(row["place"]),
        )
        for row in rows
    }
    units: dict[str, list[str]] = {}
    for row in rows:
        units.setdefault(str(row["passage"]), []).append(str(row["unit"]))
    return passages, units, str(rows[0]["article_label"]) if rows else ""


def _rows(graph: ArgumentMap, query: str, values: Mapping[str, str]) -> list[Row]:
    items: list[Row] = graph.answer(query, values).document["items"]
    return items


def _passage(row: Row) -> Passage:
    return Passage(
        str(row["passage"]), str(row["label"]), int(row["start"]), int(row["end"]), str(row["unit"])
    )


def _windows(row: Row) -> Windows:
    tail = row.get("tailHash")
    return Windows(
        int(row["start"]),
        int(row["end"]),
        int(row["headLetters"]),
        int(row["tailLetters"]),
        int(row["headHash"]),
        None if tail is None else int(tail),
        str(row["windowDigest"]),
    )
