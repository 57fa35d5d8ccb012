"""What stands in each article, put into the store as triples, so that queries join it with notes and sources.

`docs/acceptability.md` says what they are. No clock and no chance: the same data give the same triples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from argmap import __version__
from argmap.errors import DisputeTooLarge, UsageError
from argmap.graph.evaluation.by_article import article_of, by_article
from argmap.graph.evaluation.disputing import Asked, dispute
from argmap.graph.evaluation.input_digest import input_digest
from argmap.model.dispute import Dispute
from argmap.reasoning.acceptability import SEMANTICS, Standings, standing
from argmap.reasoning.readings import READINGS, read
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import GRAPH, GRAPH_EVALUATION, GRAPH_SHARED, ID, PREFIXES, RDF, RDFS, XSD, short
from argmap.vocabulary import term as am

# How long one article may be looked at under one semantics in one reading: a start must not hang on it.
SECONDS = 5.0
NONE = "none"

_GRAPH = NamedNode(GRAPH_EVALUATION)
_TYPE, _NAME = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
_BOOLEAN = NamedNode(XSD + "boolean")
_VERSION = NamedNode("https://schema.org/softwareVersion")
_SOFTWARE = NamedNode(f"{ID}software/argmap-{__version__}")
_PROV = {
    name: NamedNode(PREFIXES["prov"] + name)
    for name in ("Activity", "SoftwareAgent", "wasGeneratedBy", "wasAssociatedWith", "used")
}
_AM = {
    name: NamedNode(am(name))
    for name in (
        "Assessment", "Evaluation", "assesses", "label", "semantics", "reading", "acceptance",
        "inputDigest", "finished", "unfinishedBecause", "in", "out", "undecided", "credulous", "sceptical",
    )
}  # fmt: skip


@dataclass(frozen=True)
class Evaluation:
    """What stands in one article under one semantics in one reading, and what that was worked out from."""

    article: str
    dispute: Dispute
    digest: str
    reading: str
    standings: Standings

    @property
    def semantics(self) -> str:
        """The semantics."""
        return self.standings.semantics

    @property
    def node(self) -> NamedNode:
        """What the evaluation itself goes by."""
        return NamedNode(f"{ID}{self.article}/evaluation/{self.semantics}.{self.reading}")


def chosen(semantics: Sequence[str]) -> tuple[str, ...]:
    """Return the semantics of these names, each once, in the order in which all are listed; `none` is none.

    Raises UsageError for a name that none has.
    """
    for name in semantics:
        if name not in (*SEMANTICS, NONE):
            raise UsageError(f'semantics: there is no "{name}". There are {", ".join(SEMANTICS)}; or none.')
    return tuple(each for each in SEMANTICS if each in semantics)


def put_assessments(store: EmbeddedStore, graph: Asked, semantics: Sequence[str]) -> None:
    """Label the things of every article under these semantics, in both readings, and put that into the store.

    Each article is judged by itself. Of one that takes too long nothing is put but that it did not finish.
    """
    if semantics:
        store.extend(_quads(graph, semantics))


def _quads(graph: Asked, semantics: Sequence[str]) -> Iterator[Quad]:
    described = False
    for article, of_article in by_article(dispute(graph)):
        if not described:
            yield from _software()
            described = True
        for evaluation in _evaluations(article, of_article, semantics):
            yield from _activity(evaluation)
            yield from _assessments(evaluation)


def _evaluations(article: str, of_article: Dispute, semantics: Sequence[str]) -> Iterator[Evaluation]:
    digest = input_digest(of_article)
    for reading in READINGS:
        for standings in _standings(of_article, reading, semantics):
            yield Evaluation(article, of_article, digest, reading, standings)


def _standings(of_article: Dispute, reading: str, semantics: Sequence[str]) -> Iterator[Standings]:
    try:
        framework = read(of_article, reading).framework
    except DisputeTooLarge as error:
        for each in semantics:
            yield Standings(each, finished=False, because=str(error))
    else:
        for each in semantics:
            yield standing(framework, each, seconds=SECONDS)


def _software() -> Iterator[Quad]:
    yield Quad(_SOFTWARE, _TYPE, _PROV["SoftwareAgent"], _GRAPH)
    yield Quad(_SOFTWARE, _NAME, Literal(f"argmap {__version__}"), _GRAPH)
    yield Quad(_SOFTWARE, _VERSION, Literal(__version__), _GRAPH)


def _activity(evaluation: Evaluation) -> Iterator[Quad]:
    node, standings = evaluation.node, evaluation.standings
    name = f"{evaluation.article}: {evaluation.semantics} semantics, {evaluation.reading} reading"
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (_TYPE, _AM["Evaluation"]),
        (_TYPE, _PROV["Activity"]),
        (_NAME, Literal(name)),
        (_AM["semantics"], Literal(evaluation.semantics)),
        (_AM["reading"], Literal(evaluation.reading)),
        (_AM["inputDigest"], Literal(evaluation.digest)),
        (_AM["finished"], Literal(str(standings.finished).lower(), datatype=_BOOLEAN)),
        (_PROV["used"], NamedNode(GRAPH + evaluation.article)),
        (_PROV["used"], NamedNode(GRAPH_SHARED)),
        (_PROV["wasAssociatedWith"], _SOFTWARE),
    ]
    if not standings.finished:
        said.append((_AM["unfinishedBecause"], Literal(standings.because)))
    for property, value in said:
        yield Quad(node, property, value, _GRAPH)


def _assessments(evaluation: Evaluation) -> Iterator[Quad]:
    """Give the assessment of each thing of the article; none where the evaluation did not finish."""
    standings, activity = evaluation.standings, evaluation.node
    semantics, reading = Literal(evaluation.semantics), Literal(evaluation.reading)
    start = f"{ID}{evaluation.article}/assessment/{evaluation.semantics}.{evaluation.reading}."
    end = f" ({evaluation.semantics} semantics, {evaluation.reading} reading)"
    of = evaluation.dispute
    for iri in (*of.statements, *of.inferences, *of.objections):
        label = standings.labels.get(iri)
        if label is None or article_of(iri) != evaluation.article or "#" in iri:
            continue  # what is named in another article, or is only there for the reading
        thing = short(iri)
        node = NamedNode(start + thing.partition("/")[2].replace("/", "."))
        yield Quad(node, _TYPE, _AM["Assessment"], _GRAPH)
        yield Quad(node, _NAME, Literal(f"{thing}: {label}{end}"), _GRAPH)
        yield Quad(node, _AM["assesses"], NamedNode(iri), _GRAPH)
        yield Quad(node, _AM["label"], _AM[label], _GRAPH)
        yield Quad(node, _AM["semantics"], semantics, _GRAPH)
        yield Quad(node, _AM["reading"], reading, _GRAPH)
        if iri in standings.credulous:
            yield Quad(node, _AM["acceptance"], _AM["credulous"], _GRAPH)
        if iri in standings.sceptical:
            yield Quad(node, _AM["acceptance"], _AM["sceptical"], _GRAPH)
        yield Quad(node, _PROV["wasGeneratedBy"], activity, _GRAPH)
