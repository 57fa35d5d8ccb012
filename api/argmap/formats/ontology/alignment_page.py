"""The page of an alignment: which term of ours stands to which of another vocabulary, and how."""

from collections.abc import Iterable, Sequence
from html import escape

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from argmap.formats.ontology.reference_style import STYLE
from argmap.vocabulary import AM, ONTOLOGY, PREFIXES, RDF, RDFS

_HEADER = NamedNode(PREFIXES["owl"] + "Ontology")
_TYPE = NamedNode(RDF + "type")
_TITLE, _DESCRIPTION = (NamedNode(PREFIXES["dcterms"] + name) for name in ("title", "description"))
_RELATIONS = {
    RDFS + "subClassOf": "is a kind of",
    RDFS + "subPropertyOf": "implies",
    PREFIXES["owl"] + "equivalentClass": "is the same class as",
    PREFIXES["owl"] + "equivalentProperty": "is the same property as",
    PREFIXES["skos"] + "exactMatch": "matches exactly",
    PREFIXES["skos"] + "closeMatch": "matches closely",
    PREFIXES["skos"] + "broadMatch": "is narrower than",
    PREFIXES["skos"] + "narrowMatch": "is broader than",
    PREFIXES["skos"] + "relatedMatch": "has to do with",
}


def alignment_page(triples: Iterable[Triple], formats: Sequence[tuple[str, str]], up: str) -> str:
    """Return the page as HTML.

    Args:
        triples: the alignment; of those that are more than one relation between two names it only says how
            many there are.
        formats: links to the alignment as RDF, and what each is called.
        up: what leads from the page to the folder in which the page of the ontology lies (`../`).
    """
    triples = list(triples)
    header = next((triple.subject for triple in triples if triple.object == _HEADER), None)
    said = {triple.predicate: triple.object for triple in triples if triple.subject == header}
    title, description = _text(said.get(_TITLE)), _text(said.get(_DESCRIPTION))
    mappings = sorted({row for triple in triples if (row := _mapping(triple))})
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<p><code>{escape(header.value if isinstance(header, NamedNode) else "")}</code></p>
<p>{escape(description)}</p>
<ul class="ways">
<li><a href="{up}ontology">The ontology</a></li>
{"".join(f'<li><a href="{escape(target)}">{escape(name)}</a></li>{chr(10)}' for target, name in formats)}</ul>
<h2>Relations</h2>
<table class="relations">
{"".join(_row(row, up) for row in mappings)}</table>
<p>{_rest(triples)}</p>
</main>
</body>
</html>
"""


def _text(value: object) -> str:
    return value.value if isinstance(value, Literal) else ""


def _mapping(triple: Triple) -> tuple[str, str, str] | None:
    """Return our term, the relation and the other's, if that is what a triple says."""
    subject, value = triple.subject, triple.object
    if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode):
        return None
    relation = _RELATIONS.get(triple.predicate.value)
    if relation is None or subject.value.startswith(AM) == value.value.startswith(AM):
        return None
    return subject.value, relation, value.value


def _row(row: tuple[str, str, str], up: str) -> str:
    subject, relation, value = row
    return f"<tr><td>{_link(subject, up)}</td><td>{relation}</td><td>{_link(value, up)}</td></tr>\n"


def _link(iri: str, up: str) -> str:
    if iri.startswith(AM):
        name = escape(iri.removeprefix(AM))
        return f'<a href="{up}ontology#{name}">{name}</a>'
    # Only what leads to a page is a link.
    if iri.startswith(("http://", "https://")):
        return f'<a href="{escape(iri)}">{escape(iri)}</a>'
    return escape(iri)


def _rest(triples: Iterable[Triple]) -> str:
    count = sum(
        isinstance(triple.object, BlankNode)
        and isinstance(triple.subject, NamedNode)
        and triple.subject.value != ONTOLOGY
        for triple in triples
    )
    return f"Besides, {count} relations take more than two names; the RDF has them." if count else ""
