"""Is every term one of the ontology's, and is every thing that is referred to described?"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from argmap.graph.check.draft import TYPE, Draft, key
from argmap.graph.check.terms import Terms
from argmap.graph.check.wording import did_you_mean, shown
from argmap.model.finding import Finding
from argmap.vocabulary import AM, BASE, GRAPH, ID, ONTOLOGY, RDF, RDFS

_BORROWED = (RDF + "type", *(RDFS + name for name in ("comment", "isDefinedBy", "label", "seeAlso")))
_OURS = (ONTOLOGY, GRAPH)


def findings(draft: Draft, terms: Terms) -> Iterator[Finding]:
    """Unknown terms, and things that are used but never described."""
    for file in draft.files:
        for triple in file.triples:
            wrong = _unknown_term(terms, triple) or _undescribed(draft, triple)
            if wrong:
                subject, property, value = key(triple.subject), triple.predicate.value, key(triple.object)
                yield draft.finding("error", subject, *wrong, property=property, value=value, file=file)


def _unknown_term(terms: Terms, triple: ox.Triple) -> tuple[str, str] | None:
    """Message and remedy if the property or the kind is none that argmap knows."""
    property, value = triple.predicate.value, key(triple.object)
    if property.startswith(AM) and property not in terms.properties:
        return _unknown(property, "property", terms.properties)
    if property.startswith((RDF, RDFS)) and property not in _BORROWED:
        return _unknown(property, "property", _BORROWED)
    if property == TYPE and value.startswith(AM) and value not in terms.classes:
        return _unknown(value, "kind of thing", terms.classes)
    return None


def _unknown(wrong: str, what: str, known: Iterable[str]) -> tuple[str, str]:
    remedy = did_you_mean(shown(wrong), map(shown, known), f"Use a {what} that the ontology has.")
    return f"There is no {what} named {shown(wrong)}.", remedy


def _undescribed(draft: Draft, triple: ox.Triple) -> tuple[str, str] | None:
    """Message and remedy if the value is a thing of ours that no file describes."""
    value = key(triple.object)
    if not isinstance(triple.object, ox.NamedNode) or not value.startswith(BASE):
        return None
    if value in draft.described or value.startswith(_OURS):
        return None
    otherwise = "Describe it, or correct the name."
    remedy = did_you_mean(shown(value), _neighbours(draft, value), otherwise)
    return f"It refers to {shown(value)}, which no file describes.", remedy


def _neighbours(draft: Draft, missing: str) -> Iterator[str]:
    """The things of the same kind; or, if the name has none, all."""
    kind = missing.rpartition("/")[0]
    ours = [iri for iri in draft.described if iri.startswith(ID)]
    alike = [iri for iri in ours if iri.rpartition("/")[0] == kind]
    return map(shown, alike or ours)
