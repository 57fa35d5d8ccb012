"""docs/ontology-quality.md lists every rule and every waiver as the files have them."""

import re
from pathlib import Path

import yaml

from argmap import shipped
from argmap.graph.lint import WAIVERS
from argmap.graph.lint.rules import rules

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "ontology-quality.md").read_text(encoding="utf-8")
FOOPS = """
    CN1 DOC1 FIND1 FIND2 FIND3 FIND_3_BIS HTTP1 OM1 OM2 OM3 OM4.1 OM4.2 OM5.1 OM5.2 PURL1 RDF1 URI1 URI2
    VER1 VER2 VOC1 VOC2 VOC3 VOC4
"""
CODES = {"OOPS!": {f"P{number:02}" for number in range(1, 42)}, "FOOPS!": set(FOOPS.split())}


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    rows = {f"| `{rule.name}` | {rule.source} | {rule.severity} | {rule.summary} |" for rule in rules()}
    assert (
        set(re.findall(r"^\| `(?:foops|oops|robot|widoco)-[^|]*` \| [^`|]* \| .*\|$", DOCUMENT, re.MULTILINE))
        == rows
    )


def test_every_waiver_has_its_row_and_every_row_its_waiver() -> None:
    given = yaml.safe_load((shipped.folder("ontology") / WAIVERS).read_text(encoding="utf-8"))["waivers"]
    section = DOCUMENT.partition("## Waivers")[2]
    rows = re.findall(r"^\| (`.*`) \| (`.*`) \| (.*) \| (.*) \|$", section, re.MULTILINE)
    assert [tuple(map(_plain, row)) for row in rows] == [
        (
            ", ".join(each["rules"]),
            ", ".join(each["terms"]),
            each.get("evidence", ""),
            " ".join(each["reason"].split()),
        )
        for each in given
    ]


def _plain(cell: str) -> str:
    return cell.replace("`", "").strip()


def test_every_criterion_is_a_rule_or_said_not_to_be_computed() -> None:
    left_out = DOCUMENT.partition("## What is not computed")[2].partition("## Waivers")[0]
    for tool, codes in CODES.items():
        made = {
            str(rule.source).removeprefix(f"{tool} ")
            for rule in rules()
            if str(rule.source).startswith(f"{tool} ")
        }
        assert {code for code in codes - made if not re.search(rf"\b{re.escape(code)}\b", left_out)} == set()
        assert made <= codes
