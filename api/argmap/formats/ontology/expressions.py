"""What stands behind a node of an ontology, in words: after the Manchester syntax, blank nodes written out.

https://www.w3.org/TR/owl2-manchester-syntax/. Two nodes that say the same give the same words, whatever their
blank nodes are called, and in whatever order the members of a set stand.
"""

from collections.abc import Callable

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF
from rdflib.term import Node

Name = Callable[[URIRef], str]

_SETS = {OWL.unionOf: " or ", OWL.intersectionOf: " and "}
_FILLERS = {
    OWL.someValuesFrom: "some",
    OWL.allValuesFrom: "only",
    OWL.hasValue: "value",
    OWL.minCardinality: "min",
    OWL.maxCardinality: "max",
    OWL.cardinality: "exactly",
    OWL.minQualifiedCardinality: "min",
    OWL.maxQualifiedCardinality: "max",
    OWL.qualifiedCardinality: "exactly",
}
# Lists whose order says nothing.
_UNORDERED = (OWL.oneOf, OWL.members, OWL.distinctMembers)


def words(graph: Graph, node: Node, name: Name) -> str:
    """Return what `node` stands for; `name` says how an IRI is written."""
    if isinstance(node, URIRef):
        return name(node)
    if isinstance(node, Literal):
        return literal(node)
    return _expression(graph, node, name, frozenset())


def literal(value: Literal) -> str:
    """Return a literal as it is quoted, with its language or an unusual datatype."""
    text = '"' + str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.datatype}" if value.datatype else text


def chain(graph: Graph, node: Node, name: Name) -> str:
    """Return a chain of properties, its steps in their order."""
    return " o ".join(_part(graph, step, name, frozenset()) for step in Collection(graph, node))


def _expression(graph: Graph, node: Node, name: Name, above: frozenset[Node]) -> str:
    if node in above:  # no OWL ontology has it; RDF can
        return "itself"
    above = above | {node}
    for property_, joint in _SETS.items():
        members = graph.value(node, property_)
        if members is not None:
            return joint.join(sorted(_part(graph, each, name, above) for each in Collection(graph, members)))
    inverse = graph.value(node, OWL.inverseOf)
    if inverse is not None:
        return f"inverse {_part(graph, inverse, name, above)}"
    complement = graph.value(node, OWL.complementOf)
    if complement is not None:
        return f"not {_part(graph, complement, name, above)}"
    limited = graph.value(node, OWL.onProperty)
    if limited is not None:
        return _restriction(graph, node, _part(graph, limited, name, above), name, above)
    return _anything(graph, node, name, above)


def _part(graph: Graph, node: Node, name: Name, above: frozenset[Node] = frozenset()) -> str:
    """Return a node as a part of something larger, in brackets where it has parts of its own."""
    if not isinstance(node, BNode):
        return words(graph, node, name)
    text = _expression(graph, node, name, above)
    return text if text.startswith(("inverse ", "[", "(")) else f"({text})"


def _restriction(graph: Graph, node: Node, property_: str, name: Name, above: frozenset[Node]) -> str:
    qualified = graph.value(node, OWL.onClass) or graph.value(node, OWL.onDataRange)
    scope = f" {_part(graph, qualified, name, above)}" if qualified is not None else ""
    for kind, word in _FILLERS.items():
        filler = graph.value(node, kind)
        if filler is not None:
            amount = str(filler) if word in ("min", "max", "exactly") else _part(graph, filler, name, above)
            return f"{property_} {word} {amount}{scope}"
    return f"{property_} Self" if graph.value(node, OWL.hasSelf) is not None else property_


def _anything(graph: Graph, node: Node, name: Name, above: frozenset[Node]) -> str:
    """Return what has no form of its own: a list, or all that is said of the node."""
    if (node, RDF.first, None) in graph:
        return "(" + ", ".join(_part(graph, each, name, above) for each in Collection(graph, node)) + ")"
    said = []
    for property_, value in graph.predicate_objects(node):
        if property_ in _UNORDERED:
            members = sorted(_part(graph, each, name, above) for each in Collection(graph, value))
            said.append(f"{words(graph, property_, name)} {{{', '.join(members)}}}")
        else:
            said.append(f"{words(graph, property_, name)} {_part(graph, value, name, above)}")
    return "[" + "; ".join(sorted(said)) + "]"
