"""The query files as examples that clients find: SHACL's `sh:SPARQLExecutable`.

The form is that of https://github.com/sib-swiss/sparql-examples, which editors and language-model clients of
SPARQL endpoints read: a sentence that says what is asked, and the text that asks it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from pyoxigraph import Literal, NamedNode, Triple

from argmap.catalogue.catalogue import Catalogue
from argmap.catalogue.query_file import BoundQuery, Form, QueryFile
from argmap.graph.description.names import NAMES, QUERY, TYPE, name
from argmap.model.parameter import Parameter

_FORMS: dict[Form, str] = {"select": "Select", "construct": "Construct", "ask": "Ask"}
_HEAD = re.compile(r"^#\+.*\n?", re.MULTILINE)
_PREFIXES = NamedNode(QUERY + "prefixes")


@dataclass(frozen=True)
class Example:
    """A query to run as it is: its IRI, a sentence that says what it asks, and its text."""

    iri: NamedNode
    comment: str
    form: Form
    text: str
    keyword: str


def examples(catalogue: Catalogue, is_here: Callable[[NamedNode], bool]) -> Iterator[Triple]:
    """Yield the examples of all query files, and the prefixes that we use.

    An example about a thing is left out where `is_here` tells that the data do not have it.
    """
    yield from _prefixes()
    for query in catalogue:
        if query.form in _FORMS:
            for given in _ways_to_ask(query):
                bound = query.bind({parameter.name: parameter.example for parameter in given})
                if all(is_here(term) for term in bound.terms.values() if isinstance(term, NamedNode)):
                    yield from _triples(_example(bound, given))


def _ways_to_ask(query: QueryFile) -> Iterator[Sequence[Parameter]]:
    """Yield no parameters, if the query needs none, and those of which the head's examples are to be given.

    Where none is required, the first shows how a parameter is given.
    """
    required = [parameter for parameter in query.parameters if parameter.required]
    if not required:
        yield []
    if query.parameters:
        yield required or query.parameters[:1]


def _example(bound: BoundQuery, given: Sequence[Parameter]) -> Example:
    query, values = bound.query, urlencode({parameter.name: parameter.example for parameter in given})
    return Example(
        iri=NamedNode(QUERY + quote(query.name) + (f"?{values}" if values else "")),
        comment=" ".join([query.summary, *(_told(parameter) for parameter in given)]),
        form=query.form,
        text=_HEAD.sub("", bound.text).strip() + "\n",
        keyword=query.name.partition("/")[0],
    )


def _told(parameter: Parameter) -> str:
    """Return a parameter and its example in words: `The claim: kuperman-1996/claim/….`"""
    return f"{parameter.description.rstrip('.')}: {parameter.example}."


def _triples(example: Example) -> Iterator[Triple]:
    form = _FORMS[example.form]
    yield Triple(example.iri, TYPE, name("sh:SPARQLExecutable"))
    yield Triple(example.iri, TYPE, name(f"sh:SPARQL{form}Executable"))
    yield Triple(example.iri, name("rdfs:comment"), Literal(example.comment, language="en"))
    yield Triple(example.iri, name(f"sh:{form.lower()}"), Literal(example.text))
    yield Triple(example.iri, name("sh:prefixes"), _PREFIXES)
    yield Triple(example.iri, name("schema:keywords"), Literal(example.keyword, language="en"))


def _prefixes() -> Iterator[Triple]:
    for prefix, namespace in NAMES.items():
        declaration = NamedNode(f"{_PREFIXES.value}#{prefix}")
        yield Triple(_PREFIXES, name("sh:declare"), declaration)
        yield Triple(declaration, TYPE, name("sh:PrefixDeclaration"))
        yield Triple(declaration, name("sh:prefix"), Literal(prefix))
        yield Triple(declaration, name("sh:namespace"), Literal(namespace, datatype=name("xsd:anyURI")))
