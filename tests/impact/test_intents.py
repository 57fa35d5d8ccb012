"""The ends of a citation that make it no support are those that `docs/impact.md` lists."""

import re
from pathlib import Path

import pytest

from argmap.model.intents import AGAINST, BESIDE, supports

DOCS = (Path(__file__).parents[2] / "docs" / "impact.md").read_text(encoding="utf-8")
CITO = "http://purl.org/spar/cito/"


def test_the_docs_list_them() -> None:
    listed = re.search(r"says that the work is cited (.*?)The statement's own", DOCS, re.DOTALL)
    assert listed
    names = set(re.findall(r"`(?:cito:)?(\w+)`", listed[1]))
    assert names == AGAINST | BESIDE


@pytest.mark.parametrize("intents", [(), ("cites",), ("citesAsEvidence",), ("disputes", "citesAsEvidence")])
def test_a_citation_supports_unless_every_end_is_another(intents: tuple[str, ...]) -> None:
    assert supports(frozenset(CITO + name for name in intents))


@pytest.mark.parametrize("intent", ["disputes", "obtainsBackgroundFrom"])
def test_a_work_that_is_disputed_or_background_supports_nothing(intent: str) -> None:
    assert not supports(frozenset({CITO + intent}))
