"""The questions in foreign terms, what they are asked of, and which mappings they have to show.

`NAME/QUESTION.rq` is phrased in the vocabularies of the alignment NAME alone; `QUESTION.csv` beside it is the
answer of the shipped article. `NAME/fixture/` asks the small invented article in `fixture/`, for what the
mapped one has no example of. `NAME/never/` asks for what the vocabulary excludes: no article answers it.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from pyoxigraph import NamedNode, Quad, QuerySolutions
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Node, Variable

from argmap import shipped
from argmap.catalogue import QueryFile, load
from argmap.graph.alignment import alignments
from argmap.store.contract import Store
from argmap.vocabulary import AM, short

HERE = Path(__file__).parent
FIXTURE = HERE / "fixture"
NAMES = alignments()
CATALOGUE = load(shipped.folder("queries"))
EVERYTHING = sorted(HERE.glob("*/**/*.rq"))
NEVER = [file for file in EVERYTHING if file.parent.name == "never"]
QUESTIONS = [file for file in EVERYTHING if file not in NEVER]
MAPPINGS = [
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.closeMatch,
    OWL.propertyChainAxiom,
    RDFS.domain,
    RDFS.range,
]
# What the language itself says; terms of it are no one's vocabulary.
LANGUAGE = tuple(str(space) for space in (OWL, RDF, RDFS, SKOS))


def title(file: Path) -> str:
    """Return what a question is called in the report of the tests."""
    return file.relative_to(HERE).with_suffix("").as_posix()


def questions_of(name: str) -> list[Path]:
    """Return the questions in the terms of an alignment."""
    return [file for file in QUESTIONS if file.relative_to(HERE).parts[0] == name]


def terms_in(file: Path) -> set[str]:
    """Return the IRIs that a question abbreviates by a prefix."""
    text = file.read_text(encoding="utf-8")
    prefixes = dict(re.findall(r"^PREFIX ([\w-]+): <(.+)>$", text, re.MULTILINE))
    names = re.findall(r"(?<![\w:/#-])([\w-]+):([\w-]+)", text)
    return {prefixes[prefix] + local for prefix, local in names if prefix in prefixes}


def expected(file: Path) -> list[list[str]]:
    """Return the rows of the answer, the names of the columns first."""
    return list(csv.reader(file.with_suffix(".csv").read_text(encoding="utf-8").splitlines()))


def answer(store: Store, text: str) -> list[list[str]]:
    """Return what a store answers, as `expected` gives it; IRIs of things in short form."""
    solutions = cast("QuerySolutions", store.query(text))
    rows = [["" if term is None else short(term.value) for term in row] for row in solutions]
    return [[variable.value for variable in solutions.variables], *rows]


def graph_of(name: str) -> Graph:
    """Return what the file of an alignment says."""
    return Graph().parse(shipped.folder("ontology") / "alignments" / f"{name}.ttl")


def foreign(term: object) -> bool:
    """Whether a term is of a vocabulary that is neither ours nor the language's."""
    return isinstance(term, URIRef) and not str(term).startswith((AM, *LANGUAGE))


def given_by_file(name: str) -> set[str]:
    """Return the foreign terms that the file of an alignment declares."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
    graph = graph_of(name)
    return {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind) if foreign(term)}


def given_by_rules(name: str) -> set[str]:
    """Return the foreign terms that the rules of an alignment construct."""
    return {str(term) for rule in own_rules(name) for term in _constructed(rule.text) if foreign(term)}


def own_rules(name: str) -> list[QueryFile]:
    """Return the rules of one alignment alone."""
    return CATALOGUE.alignments_of(name)


def _constructed(text: str) -> Iterator[Node]:
    algebra = prepareQuery(text).algebra
    for triple in algebra.template:
        yield from (term for term in triple if not isinstance(term, Variable))


def mappings(quads: Iterable[Quad]) -> list[Quad]:
    """Return the quads of an alignment that map or restrict a term: each is a line of the file."""
    wanted = {NamedNode(str(each)) for each in MAPPINGS}
    return [quad for quad in quads if quad.predicate in wanted]
