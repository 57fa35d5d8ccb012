"""docs/checking.md lists every shape and every other mistake, with its severity.

Audits have a page of their own.
"""

import json
import re
from pathlib import Path

from argmap.graph.check.identifiers import ARTICLE_KINDS
from argmap.graph.check.shapes import rules

DOCUMENT = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^\| ([a-z-]+) \| (error|warning) \|", DOCUMENT, re.MULTILINE))
FIXTURES = Path(__file__).parent / "fixtures"


def severity(fixture: Path) -> str:
    """The severity of what a fixture expects; one and the same for all its findings."""
    [found] = {
        each["severity"] for each in json.loads((fixture / "expected.json").read_text(encoding="utf-8"))
    }
    return str(found)


def test_every_shape_is_listed_with_its_severity() -> None:
    shapes = {rule.name: str(rule.severity) for rule in rules().values()}
    assert {name: LISTED.get(name) for name in shapes} == shapes


def test_list_is_what_the_fixtures_show() -> None:
    assert {path.name: severity(path) for path in FIXTURES.iterdir()} == LISTED


def test_every_kind_that_a_name_may_say_is_listed() -> None:
    assert {kind for kind in ARTICLE_KINDS if f"`{kind}`" not in DOCUMENT} == set()
