"""Every kind of fault, seeded once in an invented article, is found by its audit and by no other.

`seeded/` is the article with the faults, each marked by a comment; `sound/` is the same article without them.
`seeded.json` and `kuperman-1996.json` say what must be found: nothing more, nothing less.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from pyoxigraph import QuerySolutions
from tests.audits.conftest import HERE, SEEDED, SOUND, by_audit, expected

from argmap import shipped as folders
from argmap.catalogue import load
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.audit import short_name
from argmap.graph.check import check
from argmap.vocabulary import short

Ask = Callable[..., tuple[int, dict[str, Any]]]
AUDITS = [query for query in load(folders.folder("queries")).audits() if query.group]
NAMES = [short_name(query) for query in AUDITS]
WITHOUT_NOTE = """
PREFIX am: <https://w3id.org/argmap/ontology#>
SELECT ?evidence { ?evidence a am:Evidence . FILTER NOT EXISTS { ?evidence am:tracesToNote ?note } }
"""


@pytest.mark.parametrize("name", NAMES)
def test_seeded_fault_is_found_by_its_audit(ask: Ask, name: str) -> None:
    status, answer = ask(name, "--data", SEEDED)
    assert by_audit(answer["items"]) == {name: expected("seeded.json")[name]}
    assert status == int(any(item["severity"] != "info" for item in answer["items"]))


def test_seeded_faults_are_found_by_no_other_audit(ask: Ask) -> None:
    _, answer = ask("--data", SEEDED)
    assert by_audit(answer["items"]) == expected("seeded.json")


def test_every_seed_is_marked_where_it_lies() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in SEEDED.rglob("*.ttl"))
    assert [name for name in NAMES if f"# Seeded: {name}" not in text] == []


def test_sound_article_raises_nothing(ask: Ask) -> None:
    assert ask("--data", SOUND) == (0, ask("--data", SOUND)[1])
    assert ask("--data", SOUND)[1]["items"] == []


def test_the_shipped_article_has_the_findings_it_must_have(ask: Ask) -> None:
    status, answer = ask()
    assert by_audit(answer["items"]) == expected("kuperman-1996.json")
    assert status == 1


def test_misprints_of_the_shipped_article_come_with_their_reasons(ask: Ask) -> None:
    _, answer = ask("misprinted-numbers")
    told = [(item["pages"], item["noteNumber"], item["message"]) for item in answer["items"]]
    assert told == [
        ([231], 23, "The marker prints 13, and must mean note 23."),
        ([234], 26, "The marker prints 16, and must mean note 26."),
    ]
    assert all("genocide" in item["reason"] and len(item["evidence"]) > 5 for item in answer["items"])


def test_markers_of_the_shipped_article_are_lost_where_the_text_is(ask: Ask) -> None:
    _, answer = ask("lost-markers")
    lost = [item["noteNumber"] for item in answer["items"]]
    assert lost == [12, 13, *range(16, 22), *range(27, 36)]


def test_evidence_without_note_is_all_that_traces_to_no_note(ask: Ask, shipped: ArgumentMap) -> None:
    _, answer = ask("evidence-without-note")
    found = {short(item["subject"]) for item in answer["items"]}
    solutions = cast("QuerySolutions", shipped.store.query(WITHOUT_NOTE))
    assert found == {short(str(getattr(row["evidence"], "value", ""))) for row in solutions}


@pytest.mark.parametrize("folder", [SEEDED, SOUND], ids=lambda folder: folder.name)
def test_faults_of_an_article_are_no_errors_of_its_data(folder: Path) -> None:
    """Whoever maps an article with faults in print must be able to serve the map."""
    assert [finding for finding in check([folder]) if finding.severity == "error"] == []


def test_the_check_runs_every_audit_and_says_nothing_twice() -> None:
    found = check([SEEDED])
    audits = {finding.rule for finding in found} & set(NAMES)
    by_shape = {query.checked_by for query in AUDITS} & {finding.rule for finding in found}
    assert by_shape == {"note-called", "source-used"}
    assert set(NAMES) - audits == {"notes-never-called", "uncited-works"}


def test_findings_of_the_check_are_those_of_the_audits() -> None:
    wanted = {(name, each["subject"]) for name, found in expected("seeded.json").items() for each in found}
    told = {(finding.rule, finding.subject) for finding in check([SEEDED]) if finding.rule in NAMES}
    assert told == {pair for pair in wanted if pair[0] not in ("notes-never-called", "uncited-works")}


def test_expected_findings_are_of_audits_that_exist() -> None:
    for file in HERE.glob("*.json"):
        assert expected(file.name).keys() <= set(NAMES)
