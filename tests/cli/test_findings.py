"""Findings in the order of their places."""

from argmap.cli.findings import report, tally
from argmap.model.finding import Finding

FIRST = Finding("error", "a.ttl", 3, "https://w3id.org/argmap/id/a/claim/x", "It is wrong.", "Mend it.")
SECOND = Finding("warning", "a.ttl", 12, None, "It is odd.", "")
NOWHERE = Finding("info", None, None, None, "All is\x1b[2J well.", "")


def test_findings_stand_under_their_files_in_the_order_of_lines() -> None:
    assert list(report([SECOND, FIRST])) == [
        "a.ttl",
        "  line 3: error: a/claim/x: It is wrong.",
        "    Mend it.",
        "  line 12: warning: It is odd.",
        "",
    ]


def test_a_finding_of_no_file_is_shown_without_control_characters() -> None:
    assert list(report([NOWHERE])) == ["(no single file)", "  remark: All is[2J well.", ""]


def test_the_tally_counts_each_severity() -> None:
    assert tally([FIRST, SECOND, SECOND, NOWHERE]) == "1 error, 2 warnings, 1 remark in 1 file"
    assert tally([NOWHERE]) == "1 remark"
    assert tally([]) == "nothing wrong"
