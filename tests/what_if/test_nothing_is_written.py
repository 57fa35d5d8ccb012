"""The store is the same before and after what-ifs, however many at once and whatever they suppose."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.what_if.answering import what_if
from argmap.graph.what_if.wanted import read
from argmap.reasoning.acceptability import SEMANTICS
from argmap.vocabulary import ID, short

A = "kuperman-1996"
PATH = "/api/v1/what-if"
EVERYTHING = "SELECT * { GRAPH ?graph { ?subject ?property ?value } }"
SOURCES = [
    "source/african-rights-1994",
    "source/bbc-radio-muhabura-1992",
    "source/orr-1993",
    "source/watson-1992",
]


def fingerprint(graph: ArgumentMap) -> str:
    """Return the SHA-256 of all quads, sorted."""
    found = graph.store.query(EVERYTHING)
    assert isinstance(found, QuerySolutions)
    lines = sorted("\t".join(str(term) for term in row) for row in found)
    assert len(lines) > 20_000
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.fixture(scope="module")
def bodies(shipped: ArgumentMap) -> list[dict[str, Any]]:
    """Sixteen different requests."""
    dispute = evaluation.dispute(shipped, [ID + A])
    statements, arguments, attacks = (
        sorted(map(short, part)) for part in (dispute.statements, dispute.inferences, dispute.objections)
    )
    attacks = [each for each in attacks if "#" not in each]
    return [
        *({"article": A, "withdraw": [source]} for source in SOURCES),
        *({"article": A, "withdraw": [statements[20 * n], arguments[n], attacks[n]]} for n in range(4)),
        *({"article": A, "assume": [statements[30 * n]], "semantics": SEMANTICS[n]} for n in range(4)),
        *(
            {
                "article": A,
                "attacks": [
                    {"attackingStatement": statements[7 * n], "attackedElement": statements[9 * n + 1]}
                ],
                "reading": "flat",
                "semantics": "preferred",
            }
            for n in range(4)
        ),
    ]


def test_sixteen_at_once_answer_as_one_after_another_and_write_nothing(
    client: httpx.Client, shipped: ArgumentMap, bodies: list[dict[str, Any]]
) -> None:
    before = fingerprint(shipped)
    in_turn = [client.post(PATH, json=body) for body in bodies]
    with ThreadPoolExecutor(16) as pool:
        at_once = list(pool.map(lambda body: client.post(PATH, json=body), bodies))
    assert [each.status_code for each in in_turn] == [200] * 16
    assert [each.content for each in at_once] == [each.content for each in in_turn]
    assert len({each.content for each in in_turn}) == 16
    assert fingerprint(shipped) == before


@pytest.fixture(scope="module")
def things(shipped: ArgumentMap) -> dict[str, list[str]]:
    dispute = evaluation.dispute(shipped, [ID + A])
    statements = sorted(dispute.statements)
    others = [*dispute.inferences, *(iri for iri in dispute.objections if "#" not in iri)]
    shared = [f"{ID}{each}" for each in (*SOURCES, "agent/african-rights", f"{A}/footnote/22")]
    return {
        "statement": statements,
        "element": [*statements, *others],
        "any": [*statements, *others, *shared],
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_supposed_nothing_is_written_and_every_change_is_told_once(
    shipped: ArgumentMap, things: dict[str, list[str]], data: st.DataObject
) -> None:
    withdraw = data.draw(st.lists(st.sampled_from(things["any"]), max_size=3, unique=True))
    rest = [iri for iri in things["statement"] if iri not in withdraw]
    assume = data.draw(st.lists(st.sampled_from(rest), max_size=2, unique=True))
    way = {
        "semantics": data.draw(st.sampled_from(SEMANTICS)),
        "reading": data.draw(st.sampled_from(("structured", "flat"))),
        "preferences": data.draw(st.sampled_from(("none", "last-link"))),
    }
    before = evaluation.dispute(shipped, [ID + A])
    said = repr(before)
    found = what_if(shipped, read({"article": A, "withdraw": withdraw, "assume": assume, **way}))
    assert repr(evaluation.dispute(shipped, [ID + A])) == said
    names = [item["id"] for item in found["items"]]
    assert found["finished"]
    assert len(names) == len(set(names)) == sum(found["counts"]["changed"].values())
    assert not {*names} & {each["id"] for each in (*found["withdrawn"], *found["withdrawnWith"])}
    assert all(item["before"] != item["after"] for item in found["items"])
    # Elsewhere the extensions may change as a whole.
    assert way["semantics"] != "grounded" or all(item["because"] for item in found["items"])
    total = sum(found["counts"]["statementsAfter"].values())
    gone = {each["id"] for each in (*found["withdrawn"], *found["withdrawnWith"])} & before.statements.keys()
    assert total == len(before.statements) - len(gone)
