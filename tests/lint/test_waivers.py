"""What the rules find may stay if a waiver says why; a waiver of nothing, or without a reason, may not."""

from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.graph.lint import lint

FIXTURES = Path(__file__).parent / "fixtures"
RULE = "oops-p13-inverse-undeclared"
FAULTY, SOUND = (FIXTURES / RULE / f"{name}.ttl" for name in ("faulty", "sound"))
HEAD = "prefixes: {pets: 'https://example.org/pets#'}\nwaivers:\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "waivers.yaml"


def waive(file: Path, entry: str) -> Path:
    file.write_text(f"{HEAD}  - {{{entry}}}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("term", ["pets:owns", "pets:*", "https://example.org/pets#owns"])
def test_a_finding_that_is_waived_keeps_its_reason(file: Path, term: str) -> None:
    entry = f'rules: [{RULE}], terms: ["{term}"], reason: Nobody asks from the other end.'
    (found,) = (each for each in lint([FAULTY], waive(file, entry)) if each.rule == RULE)
    assert found.waived == "Nobody asks from the other end."


def test_a_waiver_of_other_terms_waives_nothing(file: Path) -> None:
    found = lint([FAULTY], waive(file, f'rules: [{RULE}], terms: ["pets:hunts"], reason: So it is.'))
    assert [each.waived for each in found if each.rule == RULE] == [None]


def test_a_waiver_can_be_for_one_thing_that_is_missing(file: Path) -> None:
    faulty = FIXTURES / "oops-p11-missing-domain-or-range" / "faulty.ttl"
    entry = 'rules: [oops-p11-missing-domain-or-range], terms: ["pets:*"], reason: So., evidence: "rdfs:%s"'
    by_range, by_domain = (lint([faulty], waive(file, entry % name)) for name in ("range", "domain"))
    for found, reason in ((by_range, "So."), (by_domain, None)):
        owns = [each for each in found if each.rule.startswith("oops-p11") and each.subject.endswith("owns")]
        assert [each.waived for each in owns] == [reason]


def test_a_waiver_of_nothing_is_an_error(file: Path) -> None:
    entry = f'rules: [{RULE}], terms: ["pets:owns"], reason: Nobody asks from the other end.'
    (found,) = (each for each in lint([SOUND], waive(file, entry)) if each.rule == "waivers")
    assert (found.severity, found.subject) == ("error", "https://example.org/pets#owns")
    assert RULE in found.message


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (f'rules: [{RULE}], terms: ["pets:owns"]', "has no reason"),
        (f'rules: [{RULE}], terms: ["pets:owns"], reason: " "', "has no reason"),
        ('rules: [oops-p13-inverse-undeclard], terms: ["pets:owns"], reason: So it is.', f"Nearest: {RULE}"),
        (f"rules: [{RULE}], reason: So it is.", "terms is no list"),
        (f'rules: {RULE}, terms: ["pets:owns"], reason: So it is.', "rules is no list"),
        (f'rule: [{RULE}], terms: ["pets:owns"], reason: So it is.', "is no mapping of rules"),
    ],
)
def test_a_waiver_that_says_too_little_is_refused(file: Path, entry: str, told: str) -> None:
    with pytest.raises(InputError, match=r"waivers\.yaml: waiver 1: ") as caught:
        lint([FAULTY], waive(file, entry))
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "text", ["waivers: {", "- a list", "prefixes: []", "prefixes: [a]\nwaivers: []", "\0"]
)
def test_a_file_that_holds_no_waivers_is_refused(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"waivers\.yaml"):
        lint([FAULTY], file)
