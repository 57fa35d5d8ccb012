"""The head of the reference page: what the ontology says of itself, in an order and words for people."""

from collections.abc import Iterator
from typing import Any

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, RDFS, VANN
from rdflib.term import Node

from argmap.vocabulary import ONTOLOGY

_STATUS = URIRef("http://purl.org/ontology/bibo/status")
_ROWS = {
    DCTERMS.abstract: "Abstract",
    DCTERMS.description: "Description",
    OWL.versionInfo: "Version",
    OWL.versionIRI: "IRI of this version",
    OWL.priorVersion: "Version before",
    RDFS.comment: "Remark",
    _STATUS: "Status",
    DCTERMS.creator: "Made by",
    DCTERMS.publisher: "Published by",
    DCTERMS.created: "Made on",
    DCTERMS.issued: "Published on",
    DCTERMS.modified: "Changed on",
    DCTERMS.license: "License",
    DCTERMS.bibliographicCitation: "How to cite",
    VANN.preferredNamespacePrefix: "Prefix",
    VANN.preferredNamespaceUri: "Namespace",
    DCTERMS.source: "After",
    RDFS.seeAlso: "See also",
}
_NAMES = (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)


def metadata(graph: Graph) -> Any:
    """Return the section as an element of dominate: title, IRI, and a row for each thing that is said."""
    from dominate.tags import code, dd, div, dl, dt, h1, h2

    ontology = URIRef(ONTOLOGY)
    rows = dl(div(dt("IRI"), dd(code(ONTOLOGY))))
    for property_, heading in _ROWS.items():
        values = sorted(graph.objects(ontology, property_), key=str)
        if values:
            rows.add(div(dt(heading), dd(*_values(property_, values))))
    title = h1(str(graph.value(ontology, DCTERMS.title)))
    return div(title, h2("Metadata"), rows, id="metadata", _class="section")


def _values(property_: URIRef, values: list[Node]) -> Iterator[Any]:
    from dominate.tags import li, ul

    if len(values) == 1:
        yield _value(property_, values[0])
    else:
        yield ul(li(_value(property_, each)) for each in values)


def _value(property_: URIRef, value: Node) -> Any:
    """Return a name as code, a link with its address, a status with its word, a text as it is."""
    from dominate.tags import a, code

    text = str(value)
    if property_ in _NAMES:
        return code(text)
    if isinstance(value, URIRef) and text.startswith(("http://", "https://")):
        return a(text.rpartition("/")[2] if property_ == _STATUS else text, href=text)
    return text
