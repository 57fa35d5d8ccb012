"""One RDF term as a JSON value, and JSON values in a fixed order."""

from collections.abc import Iterable, Sequence
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from argmap.formats.context import Context, Key
from argmap.vocabulary import RDF, XSD

Term = NamedNode | BlankNode | Literal | Triple
Object = dict[str, Any]

_FIRST = ("id", "type", "label", "text")
_NUMBERS = {XSD + "integer": int, XSD + "decimal": float, XSD + "double": float}
_STRING = XSD + "string"
_BOOLEAN = XSD + "boolean"
_LANG_STRING = RDF + "langString"


def value(context: Context, key: Key, term: Term) -> Any:
    """Return a term as the value of a key: numbers and booleans native, individuals bare, things by IRI."""
    if isinstance(term, Literal):
        return literal(term)
    if key.kind == "token" and isinstance(term, NamedNode):
        return context.compact(term.value)
    iri = node_id(term)
    # A string under a key that is not for things would be read as a literal.
    return iri if key.kind == "thing" or key.name == "id" else {"id": iri}


def literal(term: Literal) -> Any:
    """Return a literal as JSON: native where JSON has the type, else an object that says the type."""
    datatype = term.datatype.value
    if datatype == _STRING:
        return term.value
    if datatype == _BOOLEAN:
        return term.value in ("true", "1")
    if datatype in _NUMBERS:
        return _NUMBERS[datatype](term.value)
    if datatype == _LANG_STRING:
        return {"@value": term.value, "@language": term.language}
    return {"@value": term.value, "@type": datatype}


def node_id(term: Term) -> str:
    """Return what a thing goes by in JSON: its IRI, or the label of a blank node."""
    return term.value if isinstance(term, NamedNode) else str(term)


def single_or_array(values: Sequence[Any], as_array: bool) -> Any:
    """Return one value as it is and several as an array, or an array in any case."""
    return values[0] if len(values) == 1 and not as_array else list(values)


def place_of_key(name: str) -> tuple[int, str]:
    """Return what sorts the keys of an object: id, type, label, text, then the others by name."""
    return (_FIRST.index(name), "") if name in _FIRST else (len(_FIRST), name)


def in_value_order(values: Iterable[Any], order: Sequence[str]) -> list[Any]:
    """Return values sorted: objects by the keys of `order`, then by id; numbers and texts by themselves."""
    found = list(values)
    if len(found) > 1:
        found.sort(key=lambda item: rank(item, order))
    return found


def rank(item: Any, order: Sequence[str]) -> tuple[Any, ...]:
    """Return what sorts the values of an array, objects by the keys of `order` first."""
    if type(item) is dict:
        ranks = [_comparable(item[key]) if key in item else _MISSING for key in order]
        return (1, ranks, str(item.get("id", item)))
    return (0, _comparable(item), "")


_MISSING = (2, 0.0, "")


def _comparable(item: Any) -> tuple[int, float, str]:
    """Return a key under which numbers come first by size, then texts, then what is missing."""
    if isinstance(item, list):
        return _comparable(item[0]) if item else _MISSING
    if isinstance(item, int | float):
        return (0, float(item), "")
    return _MISSING if item is None else (1, 0.0, str(item))
