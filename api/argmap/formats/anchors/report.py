"""What a search in a copy has found, told to people and to programs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.anchors.copy_text import CopyText
from argmap.formats.anchors.finding import Found, State, find
from argmap.formats.anchors.normal_form import NormalForm, normal_form
from argmap.formats.anchors.records import Anchors
from argmap.formats.anchors.running_heads import without_running_heads
from argmap.formats.anchors.wording import wording
from argmap.vocabulary import short


@dataclass(frozen=True)
class Report:
    """The passages of an article in one copy; `text` is the normal form that the places count letters of."""

    anchors: Anchors
    copy: CopyText
    text: NormalForm = field(repr=False)
    passages: tuple[Found, ...] = field(repr=False)

    @property
    def same(self) -> bool:
        """Whether the copy has, letter by letter, the text that the anchors were made from."""
        return self.text.digest == self.anchors.digest

    def count(self, state: State) -> int:
        """Return how many passages are found, moved or missing."""
        return sum(found.state == state for found in self.passages)

    @property
    def tally(self) -> str:
        """The counts in one line."""
        return ", ".join(f"{self.count(state)} {state}" for state in ("found", "moved", "missing"))

    def entries(self, *, words: bool) -> Iterator[dict[str, Any]]:
        """Yield what became of each passage, with its wording or without."""
        for found in self.passages:
            entry: dict[str, Any] = {
                "id": found.passage.iri,
                "label": found.passage.label,
                "state": found.state,
            }
            if found.pieces:
                entry |= self._place(found)
            if found.reason:
                entry["reason"] = found.reason
            if words and found.pieces:
                entry["wording"] = wording(self.text, found.pieces)
            yield entry

    def _place(self, found: Found) -> dict[str, Any]:
        start = self.text.offset(found.pieces[0][0])
        end = self.text.offset(found.pieces[-1][1] - 1) + 1
        place = {"page": self.copy.page(start)} if self.copy.paged else {"line": self.copy.line(start)}
        inserted = found.pieces[-1][1] - found.pieces[0][0] - found.passage.length
        return {**place, "start": start, "end": end, **({"inserted": inserted} if inserted > 0 else {})}

    def document(self, *, words: bool) -> dict[str, Any]:
        """Return all of it for programs."""
        return {
            "article": short(self.anchors.article),
            "copy": {"sha256": self.copy.sha256, "same": self.same},
            "found": self.count("found"),
            "moved": self.count("moved"),
            "missing": self.count("missing"),
            "passages": list(self.entries(words=words)),
        }


def search(copy: CopyText, anchors: Anchors) -> Report:
    """Find an article's passages in a copy.

    Where something stands in the way, the copy is read once more without the lines that it repeats.
    """
    report = _searched(copy, copy.text, anchors)
    if report.count("found") == len(report.passages) and not any(each.inserted for each in report.passages):
        return report
    plain = without_running_heads(copy.text)
    return report if plain is None else max(report, _searched(copy, plain, anchors), key=_goodness)


def _searched(copy: CopyText, text: str, anchors: Anchors) -> Report:
    text_form = normal_form(text)
    return Report(anchors, copy, text_form, tuple(find(text_form.letters, anchors)))


def _goodness(report: Report) -> tuple[int, int, int]:
    """How much is found, and then how little stands in between."""
    return (
        report.count("found"),
        report.count("moved"),
        -sum(each.inserted + len(each.pieces) for each in report.passages),
    )
