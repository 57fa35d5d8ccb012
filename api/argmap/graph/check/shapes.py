"""The shapes of the ontology (SHACL, https://www.w3.org/TR/shacl/), run over the data.

Importing this brings rdflib and pyshacl, half a second that nobody should wait for who serves checked data.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from argmap import shipped
from argmap.graph.check.draft import Draft
from argmap.graph.check.prepared import PreparingGraph
from argmap.graph.check.wording import quoted, shown
from argmap.model.finding import Finding, Severity
from argmap.vocabulary import RDFS, term

_REMEDY = URIRef(term("remedy"))
_SEVERITIES: dict[Node | None, Severity] = {SH.Violation: "error", SH.Warning: "warning", SH.Info: "info"}


@dataclass(frozen=True)
class Rule:
    """What a shape says to the author: its name, how bad the mistake is, what is wrong and what to do."""

    name: str
    severity: Severity
    message: str
    remedy: str


def findings(draft: Draft) -> Iterator[Finding]:
    """What the shapes find in the draft; only the kinds that are written count, nothing is inferred."""
    data = _as_rdflib([*draft.data(), *_hierarchy(draft.ontology)])
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), inplace=True, do_owl_imports=False)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield _finding(draft, report, result)


@cache
def shapes() -> Graph:
    """The shipped shapes."""
    return Graph().parse(shipped.folder("ontology") / "shapes.ttl")


@cache
def rules() -> dict[Node, Rule]:
    """What each shape says, or, for a shape of several parts, what each part says."""
    found: dict[Node, Rule] = {}
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in shapes().subjects(RDF.type, kind):
            whole = _rule(shape)
            parts = list(shapes().objects(shape, SH.property))
            found |= {part: replace(whole, message=_message(part) or whole.message) for part in parts}
            if not parts:
                found[shape] = whole
    return found


def _rule(shape: Node) -> Rule:
    severity = _SEVERITIES[shapes().value(shape, SH.severity)]
    name, remedy = str(shape).rpartition("#")[2], str(shapes().value(shape, _REMEDY))
    return Rule(name, severity, _message(shape), remedy)


def _message(shape: Node) -> str:
    return str(shapes().value(shape, SH.message) or "")


def _finding(draft: Draft, report: Graph, result: Node) -> Finding:
    focus = report.value(result, SH.focusNode)
    value, path = report.value(result, SH.value), report.value(result, SH.resultPath)
    rule = rules()[next(report.objects(result, SH.sourceShape))]
    told = value is not None and value != focus and not isinstance(value, BNode)
    return draft.finding(
        rule.severity,
        f"_:{focus}" if isinstance(focus, BNode) else str(focus),
        f"{rule.message} Found: {_shown(value)}." if told else rule.message,
        rule.remedy,
        property=str(path) if isinstance(path, URIRef) else None,
        value=None if value is None else str(value),
        rule=rule.name,
    )


def _shown(value: Node | None) -> str:
    if isinstance(value, Literal):
        return quoted(value) if isinstance(value.value, str) else str(value)
    return shown(str(value))


def _hierarchy(ontology: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Which kind is a kind of which: all that the shapes need to know of the ontology."""
    for triple in ontology:
        named = isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode)
        if triple.predicate.value == RDFS + "subClassOf" and named:
            yield triple


def _as_rdflib(triples: Iterable[ox.Triple]) -> Graph:
    graph = PreparingGraph()
    for triple in triples:
        graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def _node(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.Literal):
        datatype = None if node.language else URIRef(node.datatype.value)
        return Literal(node.value, lang=node.language, datatype=datatype)
    return BNode(node.value if isinstance(node, ox.BlankNode) else None)
