"""Looking for an article in a reader's copy."""

from pathlib import Path

from argmap.errors import InputError
from argmap.formats.anchors.copy_text import CopyText, read_copy
from argmap.formats.anchors.report import Report, search
from argmap.graph.anchors.asking import anchored, anchors_of
from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import short


def search_copy(graph: ArgumentMap, file: Path, article: str) -> Report:
    """Return what of an article is in a copy.

    Raises InputError if the copy cannot be read, or nothing of the article is in it; NotFound and NoAnchors.
    """
    anchors = anchors_of(graph, article)
    report = search(read_copy(file), anchors)
    if report.count("missing") == len(report.passages):
        raise _not_a_copy(file, len(report.passages), f'"{anchors.label}" ({short(anchors.article)})')
    return report


def search_all(graph: ArgumentMap, file: Path) -> Report:
    """Return what a copy holds of the article that it is a copy of; raise InputError if it is of none."""
    copy: CopyText = read_copy(file)
    reports = [search(copy, anchors_of(graph, article)) for article in anchored(graph)]
    best = max(reports, key=lambda report: report.count("found"), default=None)
    if best is None or best.count("missing") == len(best.passages):
        passages = sum(len(report.passages) for report in reports)
        raise _not_a_copy(file, passages, "any article here")
    return best


def _not_a_copy(file: Path, passages: int, what: str) -> InputError:
    return InputError(
        file,
        None,
        f"0 of {passages} passages found: this does not look like a copy of {what}",
        "Check that it is the right article, and that its text can be read.",
    )
