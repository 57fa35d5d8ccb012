"""The documents of the ontology: the terms, each alignment, all together; now, and as they were released.

The terms with the schemes are one document, as schemes are what arguments name. Each alignment is one of its
own, since it says what others' terms mean. All together are a third, for who wants to load a single file.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from argmap import shipped
from argmap.errors import NotFound
from argmap.graph.layout import ONTOLOGY_FILES
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_ONTOLOGY, ONTOLOGY, PREFIXES, RDF, RDFS

ALIGNMENTS = "alignments"
RELEASES = "releases"
# The files of a release, without their extensions.
TERMS, TOGETHER, PAGE = "argmap", "argmap-with-alignments", "reference.html"
# The reference page of the ontology as it is now.
REFERENCE = "reference/ontology.html"

# What people call the formats that a document has.
FORMAT_NAMES = {"ttl": "Turtle", "nt": "N-Triples", "rdf": "RDF/XML", "jsonld": "JSON-LD"}

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_OWL = PREFIXES["owl"]
_TYPE, _HEADER = NamedNode(RDF + "type"), NamedNode(_OWL + "Ontology")
_VERSION_IRI, _VERSION_INFO = NamedNode(_OWL + "versionIRI"), NamedNode(_OWL + "versionInfo")
_PRIOR, _SEE_ALSO = NamedNode(_OWL + "priorVersion"), NamedNode(RDFS + "seeAlso")
_TITLE = NamedNode(PREFIXES["dcterms"] + "title")
_KEPT = [NamedNode(PREFIXES["dcterms"] + name) for name in ("creator", "license")]


def terms() -> Iterator[Triple]:
    """Yield the triples of the ontology: its terms, and the argumentation schemes."""
    folder = shipped.folder("ontology")
    for number, name in enumerate(ONTOLOGY_FILES):
        yield from _read(folder / name, f"f{number}")


def prefixes() -> dict[str, str]:
    """Return the prefixes that the files of the ontology and its alignments use, by name."""
    folder, found = shipped.folder("ontology"), dict[str, str]()
    for path in [*(folder / name for name in ONTOLOGY_FILES), *(folder / ALIGNMENTS).glob("*.ttl")]:
        parser = pyoxigraph.parse(path=str(path), format=RdfFormat.TURTLE)
        all(True for _ in parser)  # prefixes are known when everything has been read
        found |= parser.prefixes
    return dict(sorted(found.items()))


def alignment_names() -> list[str]:
    """Return the names of the alignments, sorted."""
    return sorted(path.stem for path in (shipped.folder("ontology") / ALIGNMENTS).glob("*.ttl"))


def alignment(name: str) -> Iterator[Triple]:
    """Yield the triples of an alignment; raises NotFound for one that is not here."""
    names = alignment_names()
    if name not in names:
        near = [f"ontology/{ALIGNMENTS}/{each}" for each in get_close_matches(name, names)]
        raise NotFound(f"ontology/{ALIGNMENTS}/{name}", near, f"There are {', '.join(names)}.")
    yield from _read(shipped.folder("ontology") / ALIGNMENTS / f"{name}.ttl", f"{name}-")


def alignment_version(name: str, wanted: str) -> Iterator[Triple]:
    """Yield the triples of an alignment as it was in a version of its own; raises NotFound if there is none.

    Alignments have versions of their own; a release holds each as it was then.
    """
    held = [list(alignment(name))]
    for folder in (released(version) / ALIGNMENTS / f"{name}.ttl" for version in reversed(releases())):
        if folder.is_file():
            held.append(list(_read(folder, f"{name}-")))
    iri = f"{ONTOLOGY}/{ALIGNMENTS}/{name}"
    for triples in held:
        if version(triples, iri) == wanted:
            return iter(triples)
    there = f"There is {', '.join(dict.fromkeys(version(triples, iri) for triples in held))}."
    raise NotFound(f"ontology/{ALIGNMENTS}/{name}/{wanted}", there=there)


def together() -> Iterator[Triple]:
    """Yield the triples of the ontology with all alignments, under one header of its own.

    OWL 2 allows one header in a document; the IRIs of the merged ones are kept by `rdfs:seeAlso`.
    """
    core = list(terms())
    yield from _header(core)
    everything = [core, *(list(alignment(name)) for name in alignment_names())]
    for triples in everything:
        headers = {triple.subject for triple in triples if triple.object == _HEADER}
        yield from (triple for triple in triples if triple.subject not in headers)


def version(triples: Iterable[Triple], iri: str = ONTOLOGY) -> str:
    """Return the version that the header of the ontology gives, or of the one with that IRI."""
    return next(_values(triples, _VERSION_INFO, iri), "")


def prior_version(triples: Iterable[Triple]) -> str:
    """Return the version that the header names as the one before, or nothing."""
    return next(_values(triples, _PRIOR), "").removeprefix(f"{ONTOLOGY}/")


def releases(folder: Path | None = None) -> list[str]:
    """Return the versions that have been released, the oldest first."""
    folder = folder or shipped.folder("ontology") / RELEASES
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sorted((name for name in names if _VERSION.fullmatch(name)), key=number)


def released(version: str) -> Path:
    """Return the folder of a released version; raises NotFound for one that is not here."""
    known = releases()
    if version not in known:
        there = f"Released: {', '.join(known)}." if known else "None is released."
        raise NotFound(f"ontology/{version}", there=there)
    return shipped.folder("ontology") / RELEASES / version


def read_released(version: str, document: str) -> Iterator[Triple]:
    """Yield the triples of a document of a released version; raises NotFound for one that is not here."""
    yield from _read(released(version) / f"{document}.ttl", "r")


def number(version: str) -> tuple[int, ...]:
    """Return what versions (`MAJOR.MINOR.PATCH`) are ordered by."""
    found = _VERSION.fullmatch(version)
    return tuple(map(int, found.groups())) if found else ()


def _read(path: Path, scope: str) -> Iterator[Triple]:
    return (quad.triple for quad in read_turtle(path, GRAPH_ONTOLOGY, scope))


def _values(triples: Iterable[Triple], property_: NamedNode, iri: str = ONTOLOGY) -> Iterator[str]:
    header = NamedNode(iri)
    for triple in triples:
        if triple.subject == header and triple.predicate == property_:
            assert isinstance(triple.object, NamedNode | Literal)  # noqa: S101 (no header holds a blank node there)
            yield triple.object.value


def _header(core: Iterable[Triple]) -> Iterator[Triple]:
    core = list(core)
    own, current = NamedNode(f"{ONTOLOGY}/{ALIGNMENTS}"), version(core)
    yield Triple(own, _TYPE, _HEADER)
    yield Triple(own, _TITLE, Literal("The argmap ontology with its alignments, merged", language="en"))
    yield Triple(own, _VERSION_INFO, Literal(current))
    yield Triple(own, _VERSION_IRI, NamedNode(f"{ONTOLOGY}/{current}/{ALIGNMENTS}"))
    merged = [ONTOLOGY, *(f"{ONTOLOGY}/{ALIGNMENTS}/{name}" for name in alignment_names())]
    yield from (Triple(own, _SEE_ALSO, NamedNode(iri)) for iri in merged)
    for triple in core:
        if triple.subject == NamedNode(ONTOLOGY) and triple.predicate in _KEPT:
            yield Triple(own, triple.predicate, triple.object)
