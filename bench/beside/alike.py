"""Whether servers give the same answer, before any of them is measured."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from pyoxigraph import RdfFormat, parse

from bench.beside.load import Target, answer

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def require_alike(targets: Sequence[Target]) -> int:
    """Return how many rows, triples or things all the targets answer; raise RuntimeError if they differ."""
    first, *others = [(target, _content(target)) for target in targets]
    for target, content in others:
        if content != first[1]:
            more = f"{content.total()} beside {first[1].total()}"
            raise RuntimeError(f"{target.server} and {first[0].server} differ on {target.question!r}: {more}")
    return first[1].total()


def _content(target: Target) -> Counter[Any]:
    body = answer(target)
    if target.accept == "application/n-triples":
        return Counter(set(parse(body, RdfFormat.N_TRIPLES)))
    return Counter(_rows(json.loads(body)))


def _rows(found: Any) -> list[Any]:
    """Return what a JSON answer says: one entry a row of a SPARQL result, one entry a thing of a list."""
    if "boolean" in found:
        return [found["boolean"]]
    return [frozenset(map(_binding, row.items())) for row in found["results"]["bindings"]]


def _binding(bound: tuple[str, dict[str, str]]) -> tuple[str, ...]:
    name, term = bound
    kind = term.get("datatype", "")
    return name, term["type"], term["value"], "" if kind == _STRING else kind, term.get("xml:lang", "")


def require_same_things(targets: Sequence[Target]) -> int:
    """Return how many things all these lists hold; raise RuntimeError if they differ."""
    first, *others = [(target, _things(json.loads(answer(target)))) for target in targets]
    for target, things in others:
        if things != first[1]:
            more = f"{len(things)} things beside {len(first[1])}"
            raise RuntimeError(f"{target.server} and {first[0].server} differ on {target.question!r}: {more}")
    return len(first[1])


def _things(found: Any) -> set[str]:
    """Return the IRIs of what is listed: RAMOSE answers rows, argmap items, grlc a SPARQL result."""
    if isinstance(found, list):
        return {row["id"] for row in found}
    if "items" in found:
        return {item["id"] for item in found["items"]}
    return {row["id"]["value"] for row in found["results"]["bindings"]}
