"""Each kind of mistake, made once in an otherwise good article, is found exactly so.

`good/` is the article; `fixtures/NAME/` holds files that are laid over it, and expected.json what must be
found: `message` is a part of the finding's message, the rest is compared whole. Remarks are left out: they
are about the article, not about its data, and `tests/audits` looks at them.
"""

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from argmap.graph.check import check
from argmap.graph.check.shapes import rules
from argmap.model.finding import Finding

HERE = Path(__file__).parent
NAMES = sorted(path.name for path in (HERE / "fixtures").iterdir())


@cache
def found(name: str) -> list[Finding]:
    """The findings of a fixture that are more than remarks."""
    with TemporaryDirectory() as folder:
        shutil.copytree(HERE / "good", folder, dirs_exist_ok=True)
        shutil.copytree(HERE / "fixtures" / name, folder, dirs_exist_ok=True)
        return without_remarks(check([Path(folder)]))


def without_remarks(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity != "info"]


def fits(finding: Finding, expected: dict[str, str | int | None]) -> bool:
    return (
        (finding.file or "").endswith(f"/{expected['file']}")
        and finding.line == expected["line"]
        and finding.severity == expected["severity"]
        and finding.subject == expected["subject"]
        and str(expected["message"]) in finding.message
    )


def test_good_article_has_no_findings() -> None:
    assert without_remarks(check([HERE / "good"])) == []


def test_good_article_alone_finds_the_shared_files_beside_it() -> None:
    assert without_remarks(check([HERE / "good" / "doe-2001"])) == []


@pytest.mark.parametrize("name", NAMES)
def test_mistake_is_found_and_nothing_else(name: str) -> None:
    expected = json.loads((HERE / "fixtures" / name / "expected.json").read_text(encoding="utf-8"))
    assert expected
    assert len(found(name)) == len(expected), found(name)
    for finding, wanted in zip(found(name), expected, strict=True):
        assert fits(finding, wanted), finding


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_says_what_to_do(name: str) -> None:
    assert [finding for finding in found(name) if len(finding.remedy.split()) < 3] == []


def test_every_shape_has_a_mistake_that_it_finds() -> None:
    messages = {name: [finding.message for finding in found(name)] for name in NAMES}
    idle = {
        (rule.name, rule.message)
        for rule in rules().values()
        if not any(message.startswith(rule.message) for message in messages.get(rule.name, []))
    }
    assert idle == set()


def test_two_checks_of_the_same_files_say_the_same() -> None:
    folder = HERE / "fixtures" / "circular-support"
    assert check([folder]) == check([folder])
