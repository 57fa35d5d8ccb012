"""What a stranger's query must be before the engine sees it.

The engine cannot be told to leave SERVICE alone, cannot be interrupted, and some texts kill the process. Who
runs queries in workers that can be killed still calls this first: in the worker, since it is work that a
stranger causes. It reads the text alone, in linear time.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress

from argmap.errors import QueryRefused, UnknownGraph
from argmap.settings import Limits
from argmap.sparql_tokens import declared, is_read, offset, pieces, place
from argmap.store.cost import refuse_costly
from argmap.store.sparql_words import UPDATES
from argmap.store.syntax_error import unreadable

_LIMITS = Limits()
# With `://` near the front an IRI cannot be read as an operator, a prefixed name and what follows.
_HIDING_IRI = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://[^'()]*>$)[^#'()]*[#'()]")
# An IRI that any of these local names can be added to: a name whose IRI is none, the engine reads in parts.
_NAMESPACE = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9.-]+(?::[0-9]+)?/)?(?!/)[A-Za-z0-9._~/+@,;=&?:-]*#?"
)
_NO_WORD = tuple("'\"?$_@<")  # how the tokens begin that no keyword hides in
_CALLED = re.compile(r"(?<=^The custom function )<[^<>]*>")
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_.:-]*")


def refuse_unsafe(
    text: str, graphs: Collection[str], dataset: Sequence[str] = (), limits: Limits = _LIMITS
) -> None:
    """Raise an error unless a query only reads, only graphs that we hold, and within limits.

    `graphs` are the named graphs of the store, `dataset` those that the request names beside the text.
    Raises QueryRefused, UnknownGraph, and QuerySyntaxError for a text that cannot be divided into tokens.
    """
    refuse_long(text, limits)
    found = pieces(text)
    if found and not is_read(found[-1]):
        raise unreadable(text)
    _refuse_update(found)
    refuse_costly(found, limits)
    folded = text.lower()
    if "service" in folded:
        _refuse_service(text, found)
    _refuse_unknown(dataset, graphs)
    if "from" in folded:
        _refuse_unknown(_dataset(text, found), graphs)


def unsupported(text: str, message: str) -> QueryRefused:
    """Return the error for a query that asks for what the engine cannot do; `message` is what it said."""
    called = _CALLED.search(message)
    if not called:
        return QueryRefused(f"{message}.")
    at = _place_of_call(text, called.group())
    return QueryRefused(f"{message.replace(called.group(), called.group() + at, 1)}.")


def _place_of_call(text: str, iri: str) -> str:
    """Return where a function is called, in parentheses; empty if the text does not show it."""
    found = pieces(text)
    prologue = declared(found)
    for index in range(prologue.end, len(found) - 1):
        if found[index + 1] == "(" and _is_iri(found[index]):
            with suppress(KeyError, ValueError):
                if f"<{prologue.iri(found[index])}>" == iri:
                    return f" ({_place(text, index)})"
    return ""


def refuse_long(text: str, limits: Limits) -> None:
    """Raise QueryRefused for a text that is too long; this alone is quick for any text."""
    try:
        size = len(text) if text.isascii() else len(text.encode())
    except UnicodeEncodeError as error:
        raise unreadable(text) from error
    if size > limits.query_bytes:
        raise QueryRefused(f"the query has {size:,} bytes; at most {limits.query_bytes:,} are allowed.")


def _refuse_update(found: Sequence[str]) -> None:
    at = declared(found).end
    if at < len(found) and found[at].upper() in UPDATES:
        raise QueryRefused(f"{found[at].upper()} is an update; here are only queries, which change nothing.")


def _refuse_service(text: str, found: Sequence[str]) -> None:
    """Refuse whatever the engine could read as the keyword SERVICE; this text has it somewhere.

    The engine knows no words: it reads `trueSERVICEex:x` as three tokens, and so on.
    """
    start = declared(found).end
    speaking = [index for index, piece in enumerate(found) if len(piece) > 6 and "service" in piece.lower()]
    for index in speaking:
        if index >= start and found[index][0] not in _NO_WORD:
            _refuse_keyword(text, found, index)
    for index in _ambiguous(found):
        raise QueryRefused(
            f"the IRI at {_place(text, index)} could also be read as a comparison, in a text that speaks of "
            "SERVICE. Write it in full, with %27, %28 and %29 for quotation mark and parentheses."
        )


def _refuse_keyword(text: str, found: Sequence[str], index: int) -> None:
    prefix, colon, local = found[index].partition(":")
    if "service" in prefix.lower():
        raise QueryRefused(
            f"SERVICE ({_place(text, index)}) is not allowed: this endpoint calls no other."
            + (" Of a prefix with that name, choose another." if colon else "")
        )
    prefixes = declared(found).prefixes
    if prefix not in prefixes:
        raise unreadable(text)
    if not _LOCAL_NAME.fullmatch(local) or not all(map(_NAMESPACE.fullmatch, prefixes.values())):
        raise QueryRefused(
            f"the name {found[index]} ({_place(text, index)}) could be read as the keyword SERVICE, which is "
            "not allowed. Write it as a full IRI between < and >."
        )


def _ambiguous(found: Sequence[str]) -> Iterator[int]:
    """Yield the IRIs that are also an operator with something behind it that hides what follows.

    In `FILTER(?a<?b)SERVICE#>` the engine sees a comparison, and in `<<e:a?p#>` a triple that begins.
    """
    if not any(map(_HIDING_IRI.match, found)):
        return
    depth = 0
    for index, piece in enumerate(found):
        depth += (piece == "(") - (piece == ")")
        if _HIDING_IRI.match(piece) and (depth > 0 or found[index - 1] == "<"):
            yield index


def _dataset(text: str, found: Sequence[str]) -> Iterator[str]:
    """Yield the graphs of the FROM clauses."""
    prologue = declared(found)
    for index, piece in enumerate(found):
        word, colon, _ = piece.partition(":")
        if "FROM" not in word.upper() or word[:1] in _NO_WORD or (colon and word in prologue.prefixes):
            continue
        rest = [each for each in found[index + 1 : index + 3] if each.upper() != "NAMED"]
        if piece.upper() != "FROM" or not rest or not _is_iri(rest[0]):
            raise QueryRefused(f"FROM at {_place(text, index)} needs a space and an IRI after it.")
        try:
            yield prologue.iri(rest[0])
        except KeyError as error:
            raise unreadable(text) from error


def _is_iri(piece: str) -> bool:
    return (piece[0] == "<" and piece[-1] == ">" and len(piece) > 1) or (
        ":" in piece and piece[0] not in _NO_WORD
    )


def _refuse_unknown(asked: Iterable[str], held: Collection[str]) -> None:
    for graph in asked:
        if graph not in held:
            raise UnknownGraph(graph, held)


def _place(text: str, index: int) -> str:
    line, column = place(text, offset(text, index))
    return f"line {line}, column {column}"
