"""Where in a Turtle file things are written."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from argmap import shipped
from argmap.graph.check.turtle_lines import Spot, place, spots

GOOD = Path(__file__).parent / "good"
FILES = sorted(
    path
    for folder in (shipped.folder("ontology"), shipped.folder("data"), GOOD)
    for path in folder.rglob("*.ttl")
)

TRICKY = '''\
@prefix a: <http://a/> . # a:not a:a a:statement .
PREFIX b: <http://b/>

a:one a:text "a:two a:p a:o . # no comment" ;
  a:long """first
"quoted" ; a:x
last""" ,
    'it\\'s' ;
  a b:Kind ; # why
  a:number 1.5 , 2 ;
  a:day "x"^^b:day , "y"@en-GB .

a:two\\-b.c a:list ( a:x [ a:p a:o ] ) ; b: <http://full#> .
[] a:nameless a:one .
_:x a:nameless a:two .
'''


def test_tricky_turtle_is_read_right() -> None:
    assert spots(TRICKY) == [
        Spot(4, "http://a/one", 4, "http://a/text", "a:two a:p a:o . # no comment"),
        Spot(5, "http://a/one", 4, "http://a/long", 'first\n"quoted" ; a:x\nlast'),
        Spot(8, "http://a/one", 4, "http://a/long", "it's"),
        Spot(9, "http://a/one", 4, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://b/Kind"),
        Spot(10, "http://a/one", 4, "http://a/number", "1.5"),
        Spot(10, "http://a/one", 4, "http://a/number", "2"),
        Spot(11, "http://a/one", 4, "http://a/day", "x"),
        Spot(11, "http://a/one", 4, "http://a/day", "y"),
        Spot(13, "http://a/two-b.c", 13, "http://a/list", ""),
        Spot(13, "http://a/two-b.c", 13, "http://b/", "http://full#"),
        Spot(14, "", 14, "http://a/nameless", "http://a/one"),
        Spot(15, "", 15, "http://a/nameless", "http://a/two"),
    ]


def test_tricky_turtle_is_turtle() -> None:
    assert len(list(ox.parse(TRICKY, format=ox.RdfFormat.TURTLE))) == 17


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_statement_of_our_files_is_placed(path: Path) -> None:
    placed = {(spot.subject, spot.property, spot.value) for spot in spots(path.read_text(encoding="utf-8"))}
    parsed = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal)
    }
    assert {each for each in placed if each[0] and each[2]} == parsed


def test_value_beats_property_beats_subject() -> None:
    found = spots(TRICKY)
    assert place(found, "http://a/one", "http://a/number", "1.5") == (3, 10)
    assert place(found, "http://a/one", "http://a/long", None) == (2, 8)
    assert place(found, "http://a/one", "http://a/other", None) == (1, 4)
    assert place(found, "http://a/two-b.c", None, None) == (0, 13)
    assert place(found, "http://a/three", None, None) is None
