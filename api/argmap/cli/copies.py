"""The copies whose wording `argmap serve --text` shows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from argmap.errors import UsageError
from argmap.graph.argument_map import ArgumentMap


def shown(graph: ArgumentMap, files: Sequence[Path | None], say: Callable[[str], None]) -> ArgumentMap:
    """Return the map with the wording of these copies, or kept answers; None stands for all that are kept.

    Raises UsageError and InputError for files that are no copies of an article in the map.
    """
    from argmap.graph.anchors.wording import with_wording

    answers = [_answer(graph, file, say) for file in _given(files)]
    say("the wording is shown on this machine alone; do not pass it on")
    return with_wording(graph, list({answer["article"]: answer for answer in answers}.values()))


def _given(files: Sequence[Path | None]) -> list[Path]:
    from argmap.graph.anchors import kept

    given = [file for file in files if file is not None]
    if None in files:
        given = [*kept.kept_files(), *given]
    if not given:
        raise UsageError(
            f"--text: no answer is kept in {kept.folder()}. Give your copy, or keep one: argmap anchor COPY "
            "--article ARTICLE --keep"
        )
    return given


def _answer(graph: ArgumentMap, file: Path, say: Callable[[str], None]) -> dict[str, Any]:
    from argmap.graph.anchors import kept
    from argmap.graph.anchors.copies import search_all

    answer = kept.read(file)
    if answer is None:
        report = search_all(graph, file)
        say(f"{file.name}: {report.tally}")
        answer = report.document(words=True)
    return answer
