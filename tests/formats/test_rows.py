import json
from typing import Any, cast

from pyoxigraph import QuerySolutions, Store
from tests.formats.expansion import triples_of, turtle

from argmap.formats.context import Context
from argmap.formats.rows import items, plain_rows
from argmap.formats.table import items_csv

ID = "https://w3id.org/argmap/id/"
AM = "https://w3id.org/argmap/ontology#"


def _rows(columns: str, values: str) -> QuerySolutions:
    text = f"PREFIX : <{ID}> PREFIX am: <{AM}> SELECT {columns} {{ VALUES ({columns}) {{ {values} }} }}"
    return cast("QuerySolutions", Store().query(text))


def _items(columns: str, values: str, context: Context, **options: Any) -> list[Any]:
    """Return the items that rows become, of which each is written as JSON."""
    names = tuple(columns.replace("?", "").split())
    written = [item.text for item in items(names, _rows(columns, values), context, **options)]
    assert [json.dumps(json.loads(item), ensure_ascii=False, indent=1) for item in written] == written
    return [json.loads(item) for item in written]


COLUMNS = "?id ?type ?label ?authorStance ?attributedTo ?attributedTo_label ?expressedIn ?claimCount"
NAMES = tuple(COLUMNS.replace("?", "").split())
VALUES = """
(:b am:Claim "B, the first" am:rejected :ada "Ada" :p2 3)
(:b am:Claim "B, the first" am:rejected :ben "Ben" :p1 3)
(:b am:Statement "B, the first" am:rejected :ada "Ada" :p1 3)
(:a am:Claim "A" UNDEF UNDEF UNDEF UNDEF 1)
"""
FOLDED = [
    {
        "id": ID + "b",
        "type": ["Claim", "Statement"],
        "label": "B, the first",
        "attributedTo": [{"id": ID + "ada", "label": "Ada"}, {"id": ID + "ben", "label": "Ben"}],
        "authorStance": "rejected",
        "claimCount": 3,
        "expressedIn": [ID + "p1", ID + "p2"],
    },
    {"id": ID + "a", "type": "Claim", "label": "A", "claimCount": 1},
]


def test_rows_with_the_same_id_are_one_item(context: Context) -> None:
    assert _items(COLUMNS, VALUES, context) == FOLDED


def test_a_key_named_in_arrays_is_always_an_array(context: Context) -> None:
    found = _items(COLUMNS, VALUES, context, arrays=["type", "expressedIn"])
    assert (found[1]["type"], found[1]["expressedIn"]) == (["Claim"], [])


def test_objects_in_an_array_stand_in_the_heads_order(context: Context) -> None:
    columns, rows = "?id ?inSection ?inSection_position", "(:a :s1 20) (:a :s2 3)"
    found = _items(columns, rows, context, order=["position"])
    assert [section["position"] for section in found[0]["inSection"]] == [3, 20]


def test_a_list_expands_to_what_its_rows_say_and_counts_say_nothing(context: Context) -> None:
    assert triples_of({"items": FOLDED, "total": 2}, context) == set(
        turtle("""
        :b a am:Claim , am:Statement ; rdfs:label "B, the first" ; am:authorStance am:rejected ;
           am:attributedTo :ada , :ben ; am:expressedIn :p1 , :p2 .
        :ada rdfs:label "Ada" . :ben rdfs:label "Ben" . :a a am:Claim ; rdfs:label "A" .
        """)
    )


def test_objects_under_objects_fold_on_every_level(context: Context) -> None:
    columns = "?id ?inNote ?inNote_containsReference ?inNote_containsReference_label"
    rows = '(:a :n :r1 "R1") (:a :n :r2 "R2")'
    assert _items(columns, rows, context)[0]["inNote"] == {
        "id": ID + "n",
        "containsReference": [{"id": ID + "r1", "label": "R1"}, {"id": ID + "r2", "label": "R2"}],
    }


def test_items_become_csv_with_a_line_each() -> None:
    assert items_csv(FOLDED, NAMES[:6]).decode().splitlines() == [
        "id,type,label,authorStance,attributedTo,attributedTo_label",
        f'{ID}b,Claim; Statement,"B, the first",rejected,{ID}ada; {ID}ben,Ada; Ben',
        f"{ID}a,Claim,A,,,",
    ]


def test_plain_rows_keep_their_columns(context: Context) -> None:
    rows = _rows("?premise ?n ?authorStance", "(:a 1 am:rejected) (:b UNDEF UNDEF)")
    assert plain_rows(("premise", "n", "authorStance"), rows, context) == [
        {"premise": ID + "a", "n": 1, "authorStance": "rejected"},
        {"premise": ID + "b"},
    ]
