"""What a JSON-LD answer says, as another library reads it."""

import json
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import RdfFormat, Triple, parse, serialize
from rdflib import Graph

from argmap.formats.context import Context


def triples_of(document: Mapping[str, Any], context: Context) -> set[Triple]:
    """Return the triples that rdflib finds in an answer under our context."""
    with warnings.catch_warnings():
        # rdflib 7.6 reads JSON-LD through a class of its own that it has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        read = Graph().parse(data=json.dumps({**document, **context.document}), format="json-ld")
    lines = read.serialize(format="nt").encode()
    return {quad.triple for quad in parse(lines, format=RdfFormat.N_TRIPLES)}


def written(triples: Iterable[Triple]) -> bytes:
    """Return triples as the engine writes them, which is what shapes are made from."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def turtle(text: str) -> list[Triple]:
    """Return the triples of a Turtle text in which `:` is a thing of ours and `am:` the ontology."""
    prefixes = (
        "@prefix : <https://w3id.org/argmap/id/> . @prefix am: <https://w3id.org/argmap/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    )
    return [quad.triple for quad in parse(prefixes + text, format=RdfFormat.TURTLE)]
