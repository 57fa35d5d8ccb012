"""The reference page of an ontology: pyLODE's, with what it cannot say said for it.

pyLODE (https://github.com/RDFLib/pyLODE) is given a graph in which class expressions, chains, inverses and
characteristics of properties stand as words, since of blank nodes it shows names or nothing; and it is told
the anchors, which are the names of the terms: the fragment of a term's IRI leads to it. The page
loads nothing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from argmap.errors import ToolMissing
from argmap.formats.ontology.class_diagram import drawn, kinds
from argmap.formats.ontology.expressions import chain, words
from argmap.formats.ontology.reference_metadata import metadata
from argmap.formats.ontology.reference_style import STYLE
from argmap.vocabulary import AM, ONTOLOGY, term

_TITLE = "Class diagram"
_DESCRIPTION = (
    "A box for each kind of thing: its classes, those in italics decided by a definition, and the properties "
    "that start there, derived ones after a slash. Arrows lead from kind to kind where a property does. "
    "Properties that take text, numbers or true and false are not drawn, so a box can be without any. All of "
    "it is said in words below."
)
_CHARACTERISTICS = {
    OWL.FunctionalProperty: "Functional: a thing has at most one value.",
    OWL.InverseFunctionalProperty: "Inverse functional: a value belongs to at most one thing.",
    OWL.TransitiveProperty: "Transitive.",
    OWL.SymmetricProperty: "Symmetric.",
    OWL.AsymmetricProperty: "Asymmetric: never both ways.",
    OWL.ReflexiveProperty: "Reflexive.",
    OWL.IrreflexiveProperty: "Irreflexive: nothing has it to itself.",
}
_ONTDOC = "https://w3id.org/profile/ontdoc/"
# What pyLODE heads with the names that RDF has for it.
_HEADINGS = {
    RDFS.subClassOf: "Kind of",
    URIRef(_ONTDOC + "superClassOf"): "Kinds of it",
    OWL.equivalentClass: "Defined as",
    URIRef(_ONTDOC + "inDomainOf"): "Has properties",
    URIRef(_ONTDOC + "inRangeOf"): "Value of properties",
    URIRef(_ONTDOC + "hasInstance"): "Members",
    RDFS.subPropertyOf: "Implies",
    URIRef(_ONTDOC + "superPropertyOf"): "Implied by",
    SKOS.scopeNote: "Note",
}
# What pyLODE takes for Markdown, of which our texts have none.
_MARKDOWN = (DCTERMS.description, DCTERMS.source, RDFS.comment, SKOS.definition, SKOS.note, SKOS.scopeNote)
_MARKED = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


@dataclass(frozen=True)
class Way:
    """A link at the head of the page: where it leads, relative to the page, and what it says."""

    target: str
    text: str


def reference_page(graph: Graph, ways: Sequence[Way]) -> str:
    """Return the page of the ontology in `graph` as HTML; the same graph gives the same bytes.

    Raises ToolMissing without pyLODE, which is no part of an installation.
    """
    try:
        from pylode.profiles import ontpub
        from pylode.utils import section_html
    except ImportError as error:
        raise ToolMissing("pylode", "the reference page") from error

    class Page(ontpub.OntPub):  # type: ignore[misc]
        """pyLODE's page with our head, our diagram, and the named individuals."""

        def _make_head(self, *_: object, **__: object) -> None:
            _fill_head(self.doc, graph)

        def _make_body(self) -> None:
            self.content.add(metadata(graph))
            _add_ways(self.content, ways)
            _add_diagram(self.content, graph)
            self._make_main_sections()
            individuals = _named(self.ont, OWL.NamedIndividual)
            if individuals:
                section = section_html(
                    "Named Individuals",
                    self.ont,
                    self.back_onts,
                    self.ns,
                    OWL.NamedIndividual,
                    [*ontpub.PROP_PROPS, RDF.type],
                    self.toc,
                    "named_individuals",
                    self.fids,
                    {**self.props_labeled, RDF.type: _TYPE},
                )
                self.content.add(section)
            self._make_namespaces()
            self._make_legend()
            self._make_toc()
            _finish(self.doc, self.toc)

    page = Page(_worded(graph))
    page.ns = AM
    for property_, heading in _HEADINGS.items():
        page.props_labeled[property_] = {**page.props_labeled[property_], "title": heading}
    page.fids.update(_anchors(graph))
    page.make_html()
    return cast("str", page.doc.render(indent="")).rstrip() + "\n"


_TYPE = {"title": "type", "description": "What it is", "ont_title": "RDF"}


def _anchors(graph: Graph) -> dict[str, str]:
    """Return the anchor of each term: its name if it is ours, else with the prefix of its vocabulary."""
    named = {str(each) for each in graph.subjects(RDF.type) if isinstance(each, URIRef)}
    return {iri: iri.removeprefix(AM) if iri.startswith(AM) else graph.qname(iri) for iri in sorted(named)}


def _worded(graph: Graph) -> Graph:
    """Return the graph that pyLODE is given: terms in the order of their labels, without blank nodes."""
    page = Graph(bind_namespaces="none")
    for prefix, space in sorted(graph.namespaces()):
        page.bind(prefix, space)
    for subject in sorted(_subjects(graph), key=lambda each: _place(graph, each)):
        for property_, value in sorted(_said(graph, subject), key=str):
            page.add((subject, property_, value))
    return page


def _subjects(graph: Graph) -> set[URIRef]:
    return {each for each in graph.subjects() if isinstance(each, URIRef)}


def _place(graph: Graph, subject: URIRef) -> tuple[bool, bool, str, str]:
    """Return where a subject stands: the ontology, our terms, borrowed ones; each by label."""
    label = graph.value(subject, RDFS.label)
    return (str(subject) != ONTOLOGY, not subject.startswith(AM), str(label or subject).lower(), subject)


def _said(graph: Graph, subject: URIRef) -> Iterator[tuple[Node, Node]]:
    from pylode.rdf_elements import ONTDOC

    for property_, value in graph.predicate_objects(subject):
        # The page is about one ontology, and says so once; of its two names, the title is the longer.
        if property_ == RDFS.isDefinedBy or (property_ == RDFS.label and str(subject) == ONTOLOGY):
            continue
        if isinstance(value, BNode):
            value = Literal(_expression(graph, property_, value))
        elif isinstance(value, Literal) and property_ in _MARKDOWN:
            value = Literal(str(value).translate(_MARKED))
        if (note := _note(graph, property_, value)) is not None:
            yield SKOS.scopeNote, Literal(note)
        else:
            yield property_, value
    for side, turned in ((RDFS.domain, ONTDOC.inDomainOf), (RDFS.range, ONTDOC.inRangeOf)):
        yield from ((turned, each) for each in _in_unions(graph, subject, side))
    yield from ((ONTDOC.hasInstance, each) for each in _named(graph, subject))
    apart = sorted(_apart(graph, subject))
    if apart:
        yield SKOS.scopeNote, Literal(f"Disjoint with {', '.join(apart)}.")


def _note(graph: Graph, property_: Node, value: Node) -> str | None:
    """Return as a sentence what pyLODE has no row for."""
    if property_ == RDF.type and value in _CHARACTERISTICS:
        return _CHARACTERISTICS[cast("URIRef", value)]
    if property_ == RDF.type and isinstance(value, URIRef) and value.startswith(AM):
        return f"A value of {_link(graph, value)}."
    if property_ == OWL.propertyChainAxiom:
        return f"Follows from {value}."
    if property_ == URIRef(term("isShortcutFor")):
        return f"Derived, never asserted. It stands for: {value}"
    if property_ == OWL.deprecated:
        return "Deprecated."
    if property_ == OWL.inverseOf and isinstance(value, URIRef):
        return f"Inverse of {_link(graph, value)}."
    return None


def _expression(graph: Graph, property_: Node, value: BNode) -> str:
    def name(iri: URIRef) -> str:
        return _link(graph, iri)

    return chain(graph, value, name) if property_ == OWL.propertyChainAxiom else words(graph, value, name)


def _link(graph: Graph, iri: URIRef) -> str:
    """Return a link in Markdown, to the anchor of a term of ours."""
    if not iri.startswith(AM):
        return f"[{graph.qname(iri)}]({iri})"
    return f"[{iri.removeprefix(AM)}](#{iri.removeprefix(AM)})"


def _in_unions(graph: Graph, class_: URIRef, side: URIRef) -> list[Node]:
    """Return the properties that have a union with this class in it at one side."""
    found = []
    for property_, value in graph.subject_objects(side):
        members = graph.value(value, OWL.unionOf) if isinstance(value, BNode) else None
        if members is not None and class_ in graph.items(members):
            found.append(property_)
    return sorted(found, key=str)


def _named(graph: Graph, class_: URIRef) -> list[Node]:
    """Return the named individuals of a class; of owl:NamedIndividual, all of them."""
    members = (each for each in graph.subjects(RDF.type, class_))
    return sorted((each for each in members if (each, RDF.type, OWL.NamedIndividual) in graph), key=str)


def _apart(graph: Graph, class_: URIRef) -> Iterator[str]:
    """Yield links to the classes that share no member with a class."""
    for list_ in graph.objects(None, OWL.members):
        members = list(graph.items(list_))
        if class_ in members:
            yield from (_link(graph, each) for each in members if each != class_ and isinstance(each, URIRef))
    for each in graph.subjects(OWL.disjointWith, class_):
        if isinstance(each, URIRef):
            yield _link(graph, each)


def _fill_head(doc: Any, graph: Graph) -> None:
    from dominate.tags import link, meta, script, style
    from dominate.util import raw

    doc.set_attribute("lang", "en")
    with doc.head:
        meta(charset="utf-8")
        meta(name="viewport", content="width=device-width, initial-scale=1")
        meta(name="description", content=_about(graph)["description"])
        link(rel="canonical", href=ONTOLOGY)
        style(raw(STYLE))
        script(raw(_embedded(_about(graph))), type="application/ld+json")


def _about(graph: Graph) -> dict[str, str]:
    """Return what search engines are told (https://schema.org/DefinedTermSet)."""
    iri = URIRef(ONTOLOGY)
    properties = {
        "name": DCTERMS.title,
        "description": DCTERMS.description,
        "version": OWL.versionInfo,
        "license": DCTERMS.license,
        "dateCreated": DCTERMS.created,
    }
    known = {name: str(graph.value(iri, property_) or "") for name, property_ in properties.items()}
    return {"@context": "https://schema.org/", "@type": "DefinedTermSet", "@id": ONTOLOGY} | known


def _embedded(document: dict[str, str]) -> str:
    # `<` would let a text end the element.
    return json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c")


def _add_ways(content: Any, ways: Sequence[Way]) -> None:
    from dominate.tags import a, li, ul

    with content, ul(_class="ways"):
        for way in ways:
            li(a(way.text, href=way.target))


def _add_diagram(content: Any, graph: Graph) -> None:
    from dominate.tags import div, h2, p
    from dominate.util import raw

    with content, div(id="diagram", _class="section"):
        h2(_TITLE)
        p(_DESCRIPTION)
        p("Wider than the page: scroll it sideways.", _class="cue")
        div(raw(drawn(kinds(graph), _TITLE, _DESCRIPTION)), _class="picture", tabindex="0")


def _finish(doc: Any, toc: dict[str, list[tuple[str, Any]]]) -> None:
    """Put the table of contents before what it tells of, with the parts that pyLODE does not list."""
    from importlib.metadata import version

    from dominate.tags import a, footer, h4, li, nav, p, ul

    contents = doc.main.children[-1]
    doc.main.remove(contents)
    first = contents.children[1]
    first.children.insert(1, li(h4(a("Class diagram", href="#diagram"))))
    if "named_individuals" in toc:
        entries = ul(
            (li(a(label, href=target)) for target, label in toc["named_individuals"]), _class="second"
        )
        first.children.insert(-2, li(h4(a("Named Individuals", href="#named_individuals")), entries))
    doc.main.children.insert(0, nav(*contents.children, id="toc", aria_label="Contents"))
    doc.add(
        footer(
            p("Made with ", a("pyLODE", href="https://github.com/RDFLib/pyLODE"), f" {version('pylode')}.")
        )
    )
