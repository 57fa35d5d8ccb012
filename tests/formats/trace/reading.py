"""Traces for tests: made from Turtle, and read as paths of short names."""

from collections.abc import Iterable
from typing import Any

from pyoxigraph import Triple
from tests.formats.expansion import turtle, written

from argmap import shipped
from argmap.formats.citations import DEFAULT_STYLE
from argmap.formats.context import load
from argmap.formats.trace import Trace, paths
from argmap.vocabulary import ID

CONTEXT = load(shipped.folder("ontology") / "context.jsonld")
EDGES = (
    "citesNote",
    "locatedIn",
    "containsReference",
    "resolvesTo",
    "assertsSource",
    "directlySupportedBy",
)
ORDER = ("startOffset", "noteNumber", "position")
UPWARDS = ("assertedBy", "referencedIn", "resolvedBy", "noteCitedBy", "encloses", "supports", "contains")
# A claim with a note of two references; evidence for it that calls this note too, and a misprinted one.
MAP = """
:c a am:Statement , am:Claim ; rdfs:label "C" ; am:text "It rained." ; am:directlySupportedBy :e ;
  am:authorStance am:endorsed ; am:attributedTo :ann ; am:expressedIn :p1 ; am:citesNote :n2 .
:e a am:Statement , am:Evidence , am:Testimony ; am:text "I got wet." ; am:expressedIn :p2 ;
  am:citesNote :n1 , :n2 .
:ann a am:Agent , am:Person ; rdfs:label "Ann" .

:p0 am:inParagraph :q ; am:startOffset 0 ; am:endOffset 9 .
:p1 am:onPage :page3 ; am:inSection :s ; am:inParagraph :q ; am:startOffset 10 ; am:endOffset 20 ;
  am:bearsMarker :m1 .
:p2 am:possiblyOnPage :page3 , :page4 ; am:startOffset 30 ; am:bearsMarker :m2 , :m3 .
:page3 am:pageNumber 3 .
:page4 am:pageNumber 4 .
:s rdfs:label "Rain" .
:q am:paragraphNumber 7 .

:m1 am:marksNote :n2 ; am:printedNumber 2 .
:m2 am:marksNote :n1 ; am:printedNumber 9 ; am:correctionReason "There is no note 9." .
:m3 am:marksNote :n2 ; am:printedNumber 2 .
:n1 a am:TextUnit , am:Footnote ; am:noteNumber 1 ; am:containsReference :r1 .
:n2 a am:TextUnit , am:Footnote ; am:noteNumber 2 ; am:kind am:citing ; am:containsReference :r2 , :r3 .

:r1 a am:Reference , am:FullReference ; rdfs:label "Wet 1990" ; am:locator "p. 1" ; am:assertsSource :wet .
:r2 a am:Reference , am:IbidReference ; am:position 1 ; am:resolvesTo :r1 .
:r3 a am:Reference , am:FullReference ; am:position 2 ; am:locator "p. 8" ; am:assertsSource :dry .
:k1 a am:Citation ; am:hasCitingEntity :e ; am:hasCitedReference :r3 ; am:locator "p. 9" ;
  am:secondHand true .
:k2 a am:Citation ; am:hasCitingEntity :n1 ; am:hasCitedReference :r1 ;
  am:intent <http://purl.org/spar/cito/citesAsEvidence> .

:wet a am:Source , am:Book ; am:title "Wet" ; am:hasAuthor :bo ; am:year 1990 .
:dry a am:Source , am:Book ; am:title "Dry" ; am:year 1991 .
:bo a am:Agent , am:Person ; rdfs:label "Bo Drop" ; am:familyName "Drop" ; am:givenName "Bo" .
"""


def trace(
    root: str, data: str | Iterable[Triple], edges: Iterable[str] = EDGES, style: str = DEFAULT_STYLE
) -> Trace:
    """Return the trace of `:root` in a Turtle text, or in triples."""
    triples = turtle(data) if isinstance(data, str) else data
    return Trace(ID + root, written(triples), CONTEXT, tuple(edges), ORDER, "0" * 64, style)


def support(steps: Iterable[tuple[str, str]]) -> str:
    """Return the Turtle of statements of which the first of each pair is supported by the second."""
    pairs = list(steps)
    names = sorted({name for pair in pairs for name in pair})
    stated = [f':{name} a am:Statement , am:Claim ; am:text "{name}" .' for name in names]
    return "\n".join([*stated, *(f":{a} am:directlySupportedBy :{b} ." for a, b in pairs)])


def names(document: dict[str, Any]) -> list[list[str]]:
    """Return the paths of a document, each as the names of its things, without the root."""
    return [[hop["id"].removeprefix(ID) for hop in path] for path in paths(document)]
