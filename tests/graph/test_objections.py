"""What speaks against a claim that supports itself."""

import json
from pathlib import Path

import pytest

from argmap.graph.build import build

CIRCLE = """
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix claim: <https://w3id.org/argmap/id/made-up/claim/> .
@prefix argument: <https://w3id.org/argmap/id/made-up/argument/> .
@prefix attack: <https://w3id.org/argmap/id/made-up/attack/> .

claim:a a am:Claim ; am:text "One." .
claim:b a am:Claim ; am:text "Two." .
claim:against a am:Claim ; am:text "Not so." .
argument:for-a a am:Argument ; am:hasConclusion claim:a ; am:hasPremise claim:b .
argument:for-b a am:Argument ; am:hasConclusion claim:b ; am:hasPremise claim:a .
"""


@pytest.mark.parametrize(
    ("attacked", "shown"),
    [
        (None, {"a"}),
        ("claim:a", {"a", "b", "against"}),
        ("argument:for-b", {"a", "b", "against"}),
        ("claim:against", {"a"}),
    ],
)
def test_a_circle_is_shown_if_something_attacks_it(
    tmp_path: Path, attacked: str | None, shown: set[str]
) -> None:
    attack = f"attack:it a am:Attack ; am:attackingStatement claim:against ; am:attackedElement {attacked} ."
    (tmp_path / "article.ttl").write_text(CIRCLE + (attack if attacked else ""))
    graph = build([tmp_path], check=False)
    document = graph.answer("claims/objections", {"claim": "made-up/claim/a"}).document
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    assert {name for name in ("a", "b", "against") if f'made-up/claim/{name}"'.encode() in text} == shown
