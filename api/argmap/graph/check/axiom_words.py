"""Axioms and facts in words, for people who have never seen OWL."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from argmap.graph.check.draft import key
from argmap.graph.check.wording import quoted, shown, with_article
from argmap.reasoning.contradictions.axioms import Axiom, Node
from argmap.reasoning.logical import OWL, TYPE
from argmap.vocabulary import AM, RDFS, XSD

# A text in quotation marks, a term of ours, or what a datatype property takes.
_PREFIXED = re.compile(r'"[^"]*"|\bam:(?P<term>\w+)|\bvalues of xsd:(?P<datatype>\w+)')
_DATATYPES = {"string": "text", "integer": "a whole number", "boolean": "true or false"}


@dataclass(frozen=True)
class Words:
    """Says axioms in words; `labels` of terms and things by IRI."""

    labels: Mapping[str, str]

    def say(self, axiom: Axiom) -> str:
        """One axiom as a sentence without its full stop."""
        root = axiom.root
        if root.predicate == TYPE and key(root.object) in _LIMITS:
            return _LIMITS[key(root.object)].format(self._term(root.subject))
        if key(root.object) == OWL + "NegativePropertyAssertion":
            return self._not(axiom)
        rule = _RULES.get(root.predicate.value)
        return rule(self, axiom) if rule else self._fact(axiom)

    def apart(self, names: Sequence[Axiom]) -> str:
        """Several unique names as one sentence."""
        *rest, last = sorted(self.thing(axiom.root.subject) for axiom in names)
        return f"{', '.join(rest)} and {last} are different things, since each has a name of its own"

    def thing(self, node: Node) -> str:
        """A thing by its short name and its label; a value as it is written."""
        if isinstance(node, ox.Literal):
            kind = node.datatype.value
            plain = kind.startswith(XSD) and kind.removeprefix(XSD) in _DATATYPES
            return quoted(node.value) + ("" if plain else f" ({shown(kind)})")
        name, label = shown(key(node)), self.labels.get(key(node))
        if label and key(node).startswith(AM):
            return f"“{label}”"
        return f"{name} ({quoted(label)})" if label else name

    def worded(self, text: str) -> str:
        """A message with the labels of our terms for their prefixed names, as the axioms have them.

        A kind has its article, a property stands in quotation marks; what is quoted stays as it is.
        """

        def label(match: re.Match[str]) -> str:
            if match["datatype"]:
                return _DATATYPES.get(match["datatype"], match[0])
            found = self.labels.get(f"{AM}{match['term']}")
            if not match["term"] or not found:
                return match[0]
            return with_article(found) if match["term"][0].isupper() else f"“{found}”"

        return _PREFIXED.sub(label, text)

    def _fact(self, axiom: Axiom) -> str:
        root = axiom.root
        if root.predicate == TYPE:
            return f"{self.thing(root.subject)} is {self._kind(axiom, root.object)}"
        label = self._term(root.predicate)
        if label.startswith("“has "):
            return f"{self.thing(root.subject)} {label[1:-1]} {self.thing(root.object)}"
        return f"{self.thing(root.subject)} has {self.thing(root.object)} as {label}"

    def _term(self, node: Node | None) -> str:
        """A property by its label."""
        iri = key(node) if node is not None else ""
        return f"“{self.labels.get(iri) or shown(iri)}”"

    def _kind(self, axiom: Axiom, node: Node | None) -> str:
        """A kind, named or described, with its article: `a claim`, `something that …`."""
        if node is None or isinstance(node, ox.Literal | ox.Triple):
            return "something"
        if isinstance(node, ox.BlankNode):
            return self._described(axiom, node)
        if node.value.startswith(XSD):
            return _DATATYPES.get(node.value.removeprefix(XSD), shown(node.value))
        if node.value == OWL + "Thing":
            return "anything"
        return with_article(self.labels.get(node.value) or shown(node.value))

    def _described(self, axiom: Axiom, node: ox.BlankNode) -> str:
        def of(name: str) -> Node | None:
            return axiom.object_of(node, ox.NamedNode(OWL + name))

        if parts := of("intersectionOf"):
            return " that is ".join(self._kind(axiom, each) for each in axiom.items(parts))
        if parts := of("unionOf"):
            return " or ".join(self._kind(axiom, each) for each in axiom.items(parts))
        if parts := of("oneOf"):
            return "one of " + ", ".join(self.thing(each) for each in axiom.items(parts))
        if other := of("complementOf"):
            return f"not {self._kind(axiom, other)}"
        return self._restriction(axiom, of)

    def _restriction(self, axiom: Axiom, of: Callable[[str], Node | None]) -> str:
        way = self._way(axiom, of("onProperty"))
        if other := of("someValuesFrom"):
            return f"something with {self._kind(axiom, other)} as {way}"
        if other := of("allValuesFrom"):
            return f"something with nothing but {self._kind(axiom, other)} as {way}"
        if other := of("hasValue"):
            return f"something with {self.thing(other)} as {way}"
        for name, words in _COUNTS.items():
            if isinstance(count := of(name), ox.Literal):
                kind = of("onClass") or of("onDataRange")
                of_kind = f" ({self._kind(axiom, kind)})" if kind else ""
                return f"something with {words} {count.value} {way}{of_kind}"
        return "something of a kind that has no name"

    def _way(self, axiom: Axiom, node: Node | None) -> str:
        """A property, or a property backwards."""
        if isinstance(node, ox.BlankNode):
            return f"{self._term(axiom.object_of(node, ox.NamedNode(OWL + 'inverseOf')))} backwards"
        return self._term(node)

    def _every(self, axiom: Axiom) -> str:
        kind, above = axiom.root.subject, axiom.root.object
        return f"whatever is {self._kind(axiom, kind)} is {self._kind(axiom, above)}"

    def _disjoint(self, axiom: Axiom) -> str:
        one, two = sorted(self._kind(axiom, each) for each in (axiom.root.subject, axiom.root.object))
        return f"nothing is both {one} and {two}"

    def _domain(self, axiom: Axiom) -> str:
        return f"whatever has {self._term(axiom.root.subject)} is {self._kind(axiom, axiom.root.object)}"

    def _range(self, axiom: Axiom) -> str:
        kind = self._kind(axiom, axiom.root.object)
        return f"whatever is given as {self._term(axiom.root.subject)} is {kind}"

    def _implies(self, axiom: Axiom) -> str:
        return f"what stands in {self._term(axiom.root.subject)} stands in {self._term(axiom.root.object)}"

    def _chain(self, axiom: Axiom) -> str:
        steps = ", then ".join(self._way(axiom, step) for step in axiom.items(axiom.root.object))
        return f"{steps} make {self._term(axiom.root.subject)}"

    def _inverse(self, axiom: Axiom) -> str:
        return f"{self._term(axiom.root.subject)} is {self._term(axiom.root.object)} backwards"

    def _apart(self, axiom: Axiom) -> str:
        one, two = self._term(axiom.root.subject), self._term(axiom.root.object)
        return f"no two things stand both in {one} and in {two}"

    def _same(self, axiom: Axiom) -> str:
        return f"{self.thing(axiom.root.subject)} and {self.thing(axiom.root.object)} are one and the same"

    def _different(self, axiom: Axiom) -> str:
        return f"{self.thing(axiom.root.subject)} and {self.thing(axiom.root.object)} are two things"

    def _not(self, axiom: Axiom) -> str:
        def of(name: str) -> Node:
            return axiom.object_of(axiom.root.subject, ox.NamedNode(OWL + name)) or axiom.root.subject

        value = axiom.object_of(axiom.root.subject, ox.NamedNode(OWL + "targetValue")) or of(
            "targetIndividual"
        )
        way = self._term(of("assertionProperty"))
        return f"{self.thing(of('sourceIndividual'))} does not have {self.thing(value)} as {way}"


_LIMITS = {
    OWL + "FunctionalProperty": "nothing has more than one {}",
    OWL + "InverseFunctionalProperty": "no two things have the same {}",
    OWL + "AsymmetricProperty": "{} goes one way only, never back",
    OWL + "SymmetricProperty": "{} goes both ways",
    OWL + "IrreflexiveProperty": "nothing stands in {} to itself",
    OWL + "ReflexiveProperty": "everything stands in {} to itself",
    OWL + "TransitiveProperty": "{0} followed by {0} is {0} again",
}
_COUNTS = {
    "maxCardinality": "at most",
    "maxQualifiedCardinality": "at most",
    "minCardinality": "at least",
    "minQualifiedCardinality": "at least",
    "cardinality": "exactly",
    "qualifiedCardinality": "exactly",
}
_RULES: dict[str, Callable[[Words, Axiom], str]] = {
    RDFS + "subClassOf": Words._every,
    RDFS + "subPropertyOf": Words._implies,
    RDFS + "domain": Words._domain,
    RDFS + "range": Words._range,
    OWL + "disjointWith": Words._disjoint,
    OWL + "propertyDisjointWith": Words._apart,
    OWL + "propertyChainAxiom": Words._chain,
    OWL + "inverseOf": Words._inverse,
    OWL + "sameAs": Words._same,
    OWL + "differentFrom": Words._different,
}
