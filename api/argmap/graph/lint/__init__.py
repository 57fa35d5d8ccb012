"""Lint an ontology: the criteria of FOOPS!, OOPS!, ROBOT's report and WIDOCO, each a query."""

from collections.abc import Sequence
from pathlib import Path

from argmap import shipped
from argmap.graph.lint.rules import found_in
from argmap.graph.lint.waiving import read_waivers, stale, waived
from argmap.model.lint_finding import LintFinding

CORE = "argmap.ttl"
WAIVERS = "lint/waivers.yaml"

_SEVERITIES = ("error", "warning", "info")


def shipped_files() -> list[Path]:
    """Return the ontology, the schemes and the alignments that argmap ships, in this order."""
    folder = shipped.folder("ontology")
    return [folder / CORE, folder / "schemes.ttl", *sorted((folder / "alignments").glob("*.ttl"))]


def lint(files: Sequence[Path] | None = None, waivers: Path | None = None) -> list[LintFinding]:
    """Return what the rules find in each of `files` (None: all that is shipped), each taken by itself.

    The shipped ontology lies beside the schemes and alignments that come with it: what these use and do not
    declare may be declared there. A file of anybody else has to declare all that it uses.
    `waivers` is the file of waivers (None: the shipped one). A waiver for which there is nothing to waive is
    an error itself, wherever the waivers are asked about: when all that is shipped is linted, or when they
    are given. Sources: see `docs/ontology-quality.md`.

    Raises InputError for a file that cannot be read, and for a waiver without a reason.
    """
    place = waivers or shipped.folder("ontology") / WAIVERS
    granted = read_waivers(place)
    found = [finding for file in files or shipped_files() for finding in found_in(file, _beside(file))]
    judged = [waived(finding, granted) for finding in found]
    idle = stale(found, granted, place) if files is None or waivers is not None else []
    return sorted([*judged, *idle], key=_place)


def _beside(file: Path) -> Path | None:
    core, *others = shipped_files()
    return core if file.resolve() in {each.resolve() for each in others} else None


def _place(finding: LintFinding) -> tuple[str, int, str, str, str]:
    return finding.file, _SEVERITIES.index(finding.severity), finding.rule, finding.subject, finding.message
