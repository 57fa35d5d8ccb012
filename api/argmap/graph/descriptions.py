"""What queries say of things: the store never changes, so it is asked about each of them once.

An answer about one claim says much of its passages, notes and sources, which answers about its neighbours say
again. So the store is asked which things an answer is about, each time, and what is said of them only where
that is not known yet.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import Lock
from typing import cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from argmap.catalogue.halves import Halves
from argmap.catalogue.query_file import BoundQuery
from argmap.store.contract import Store

# In bytes of the engine. What four query files say of all the things of an article takes about four million.
_MOST_BYTES = 16_000_000
# What a dict and a bytes object take beside the text.
_BESIDE = 200
# Under which is kept what is said beside all things.
_BESIDE_ALL = b""
# What may be written into a query as an IRI (SPARQL 1.1 Query §19.8, IRIREF) and reads as the same one.
_IRI = rb"<[^\x00-\x20<>\"{}|^`\\]*>"
# A thing, and what else may be bound.
_ROW = re.compile(rb"%b(?:\t(?:%b)?)*" % (_IRI, _IRI))


class Descriptions:
    """Answers what queries construct, from one store, and remembers what they say of things."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, ...], dict[bytes, bytes]] = {}
        self._bytes, self._lock = 0, Lock()

    def triples(self, bound: BoundQuery) -> bytes:
        """Return what a query constructs, as N-Triples."""
        halves = bound.query.halves
        things = None if halves is None else self._things(halves, bound.text)
        if halves is None or things is None:
            return self._constructed(bound.text)
        # Another thread may forget everything, but not what is in here.
        known = self._known.get(halves.saying, {})
        found = {rows: known.get(rows) for rows in things}
        unknown = [rows for rows, said in found.items() if said is None]
        if unknown:
            found |= self._said(halves, unknown)
        triples = b"".join(filter(None, found.values()))
        if halves.beside is None or not things:
            return triples
        if not triples:  # there may be something beside, if anything was found of them that makes no triple
            return self._constructed(bound.text)
        beside = self._said_beside(halves, halves.beside)
        subject = beside.partition(b" ")[0]
        said = [line for rows in things if _thing(rows) == subject for line in _lines(found[rows] or b"")]
        return triples + b"".join(line for line in _lines(beside) if line not in said)

    def _things(self, halves: Halves, text: str) -> Collection[bytes] | None:
        """Return the solutions of the first half as the engine writes them, those for one thing together.

        Returns None where a thing has no IRI, or anything is strange.
        """
        solutions = cast("QuerySolutions", self._store.query(halves.which(text)))
        rows = (solutions.serialize(format=QueryResultsFormat.TSV) or b"").split(b"\n")[1:-1]
        if not all(map(_ROW.fullmatch, rows)):
            return None
        if len(halves.variables) == 1:
            return rows
        things: dict[bytes, list[bytes]] = {}
        for row in rows:
            things.setdefault(_thing(row), []).append(row)
        return [b"\n".join(sorted(several)) for several in things.values()]

    def _said(self, halves: Halves, things: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Ask what is said of things, and remember it: of each the lines that begin with it."""
        said: dict[bytes, list[bytes]] = {}
        lines_of = {rows: said.setdefault(_thing(rows), []) for rows in things}
        solutions = (row for rows in lines_of for row in rows.decode().split("\n"))
        terms = ([term or "UNDEF" for term in row.split("\t")] for row in solutions)
        for line in _lines(self._constructed(halves.about(terms))):
            said[line.partition(b" ")[0]].append(line)
        found = {rows: b"".join(lines) for rows, lines in lines_of.items()}
        self._remember(halves, found)
        return found

    def _said_beside(self, halves: Halves, query: str) -> bytes:
        known = self._known.get(halves.saying, {}).get(_BESIDE_ALL)
        if known is None:
            known = self._constructed(query)
            self._remember(halves, {_BESIDE_ALL: known})
        return known

    def _remember(self, halves: Halves, found: Mapping[bytes, bytes]) -> None:
        size = sum(len(thing) + len(lines) + _BESIDE for thing, lines in found.items())
        with self._lock:
            if self._bytes + size > _MOST_BYTES:
                self._known, self._bytes = {}, 0
            if size <= _MOST_BYTES:
                self._bytes += size
                self._known.setdefault(halves.saying, {}).update(found)

    def _constructed(self, query: str) -> bytes:
        triples = cast("QueryTriples", self._store.query(query))
        return triples.serialize(format=RdfFormat.N_TRIPLES) or b""


def _thing(rows: bytes) -> bytes:
    """Return the thing that the solutions are about."""
    return rows.partition(b"\n")[0].partition(b"\t")[0]


def _lines(triples: bytes) -> Sequence[bytes]:
    """Return the lines of N-Triples, in which nothing else is a line break."""
    return triples.splitlines(keepends=True)
