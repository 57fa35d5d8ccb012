"""Articles for a notebook: what the store knows of one, or of all, as an owlready2 ontology."""

import os
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode, QueryTriples, Triple

from argmap.errors import NotFound
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.vocabulary import (
    GRAPH,
    GRAPH_DESCRIPTION,
    GRAPH_EVALUATION,
    GRAPH_INFERRED,
    GRAPH_ONTOLOGY,
    GRAPH_SHARED,
    term,
)

if TYPE_CHECKING:
    from owlready2 import Ontology

_ASSESSES = NamedNode(term("assesses"))
# Nothing of these belongs to a single article; the description tells of the data set.
_OF_ALL = (GRAPH_ONTOLOGY, GRAPH_SHARED, GRAPH_INFERRED, GRAPH_EVALUATION, GRAPH_DESCRIPTION)


def load(what: "str | PathLike[str] | None" = None, *, inferred: bool = True) -> "Ontology":
    """Return an article, a folder of articles, or all shipped articles, as an owlready2 ontology.

    See `argmap.load`.
    """
    from argmap.reasoning.world import ontology_of

    if what is not None and not _is_name(what):
        return ontology_of(_everything(build([Path(what)]), inferred))
    graph = build(check=False)  # the tests check what is shipped
    if what is None:
        return ontology_of(_everything(graph, inferred))
    if what not in _articles(graph):
        raise _not_here(graph, str(what))
    return ontology_of(of_article(graph, str(what), inferred))


def _is_name(what: "str | PathLike[str]") -> bool:
    """Whether a text is the name of an article; a folder is a path, or a text with a slash in it."""
    return isinstance(what, str) and "/" not in what and os.sep not in what


def _articles(graph: ArgumentMap) -> list[str]:
    """Return the names of the articles: those of their graphs."""
    named = (name.removeprefix(GRAPH) for name in graph.store.graphs() if name not in _OF_ALL)
    return sorted(name for name in named if "/" not in name)


def _not_here(graph: ArgumentMap, what: str) -> NotFound:
    articles = _articles(graph)
    there = f"There are the articles {', '.join(articles)}; give a folder as a path, like ./{what}."
    return NotFound(what, get_close_matches(what, articles), there)


def _everything(graph: ArgumentMap, inferred: bool) -> Iterable[Triple]:
    left_out = {GRAPH_DESCRIPTION} if inferred else {GRAPH_DESCRIPTION, GRAPH_INFERRED, GRAPH_EVALUATION}
    return (triple for name in sorted(set(graph.store.graphs()) - left_out) for triple in _in(graph, name))


def of_article(graph: ArgumentMap, article: str, inferred: bool) -> Iterable[Triple]:
    """Yield the triples about one article: of what articles share, only what it leads to."""
    terms, own = _in(graph, GRAPH_ONTOLOGY), _in(graph, GRAPH + article)
    shared = _reached(_in(graph, GRAPH_SHARED), {triple.object for triple in own})
    evaluation = _in(graph, GRAPH_EVALUATION) if inferred else []
    here = {triple.subject for triple in (*terms, *own, *shared)}
    about = {
        triple.subject for triple in evaluation if triple.predicate == _ASSESSES and triple.object in here
    }
    yield from (*terms, *own, *shared, *_reached(evaluation, about))
    for triple in _in(graph, GRAPH_INFERRED) if inferred else ():
        if triple.subject in here and triple.object in here:
            yield triple


def _in(graph: ArgumentMap, name: str) -> list[Triple]:
    """Return the triples of a named graph; none if there is no such graph."""
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    return list(cast("QueryTriples", graph.store.query(text)))


def _reached(triples: Iterable[Triple], start: Iterable[object]) -> list[Triple]:
    """Return those of `triples` to whose subjects a path of them leads from `start`."""
    said = defaultdict[object, list[Triple]](list)
    for triple in triples:
        said[triple.subject].append(triple)
    found, ahead = dict[object, list[Triple]](), list(start)
    while ahead:
        thing = ahead.pop()
        if thing in said and thing not in found:
            found[thing] = said[thing]
            ahead += [triple.object for triple in said[thing]]
    return [triple for each in found.values() for triple in each]
