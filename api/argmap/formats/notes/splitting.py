"""The lines of a note list → its notes, told apart by their numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.formats.notes.dates import MONTH
from argmap.formats.notes.records import Doubt, Line, RawNote

# The ways a note's number is written. Each captures the number and what follows it.
FORMS = {
    "bracketed": re.compile(r"\s*[\[(](\d{1,4})[\])][.:]?\s*(.*)"),
    "dotted": re.compile(r"\s*(\d{1,4})\s?[.):](?!\d)\s*(.*)"),
    "raised": re.compile(r"\s*([⁰¹²³⁴-⁹]{1,3})\s*(.*)"),
    "spaced": re.compile(r"\s*(\d{1,4})\s+(\S.*)"),
    "glued": re.compile(r"\s*(\d{1,4})([A-ZÀ-Þ\"'“‘«„].*)"),
    "alone": re.compile(r"\s*(\d{1,4})\s*()"),
}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GAP = 5  # a number may run ahead of the one expected by so much
_PARTICLE = r"(?:van|von|de|du|ten|ter)\s(?:(?:der|den|de|la|het)\s)?[A-ZÀ-Þ]"  # begins the name of an author
_NO_START = re.compile(rf"(?:{MONTH}\b|(?!{_PARTICLE})[a-zß-ÿ])")


@dataclass(frozen=True)
class _Start:
    index: int
    number: int
    text: str
    after_blank: bool


@dataclass(frozen=True)
class Split:
    """The notes, the lines before the first of them, and what is doubtful about the numbers."""

    notes: tuple[RawNote, ...] = ()
    before: tuple[Line, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def split(lines: Sequence[Line], page_of: dict[int, int], forms: Sequence[str]) -> Split:
    """The notes in `lines`, by the one of the `forms` of number that finds most."""
    found = [_starts(lines, FORMS[form]) for form in forms]
    starts = max(found, key=_run, default=[])
    if not starts:
        return Split()
    notes = tuple(_note(lines, start, until, page_of) for start, until in _spans(starts, len(lines)))
    numbered = _keyed(notes)
    return Split(numbered, tuple(lines[: starts[0].index]), tuple(_doubts(numbered, lines, starts)))


def split_inside(lines: Sequence[Line]) -> list[Line]:
    """The lines with a break before every number that follows on: for a list that is all on one line."""
    text, expected, found = " ".join(line.text for line in lines), 1, []
    while match := re.search(rf"(?:^|(?<=[.;)”\"’'»] ))\s*{expected}[.)]\s+(?=\S)", text):
        found.append(text[: match.start()])
        text, expected = text[match.start() :], expected + 1
    first = lines[0].number if lines else 1
    return [Line(first, part) for part in [*found[1:], text]] if len(found) > 2 else []


def _starts(lines: Sequence[Line], form: re.Pattern[str]) -> list[_Start]:
    candidates = list(_candidates(lines, form))
    blank = sum(start.after_blank for start in candidates)
    # Where blank lines part the notes, a number inside a block is no beginning.
    if len(candidates) > 2 and blank >= 0.8 * len(candidates):
        candidates = [start for start in candidates if start.after_blank]
    return list(_in_sequence(candidates))


def _candidates(lines: Sequence[Line], form: re.Pattern[str]) -> Iterator[_Start]:
    for index, line in enumerate(lines):
        match = form.fullmatch(line.text)
        if match and not _NO_START.match(match[2]):
            blank = index == 0 or not lines[index - 1].text.strip()
            yield _Start(index, int(match[1].translate(_RAISED)), match[2], blank)


def _in_sequence(candidates: Sequence[_Start]) -> Iterator[_Start]:
    """Those that count on, or plainly stand for a note although they do not."""
    last: int | None = None
    for place, start in enumerate(candidates):
        following = [other.number for other in candidates[place + 1 : place + 3]]
        if last is None or start.number == last + 1 or _is_jump(last, start.number, following):
            yield start
            last = start.number


def _is_jump(last: int, number: int, following: Sequence[int]) -> bool:
    if last < number <= last + _GAP:  # a note is missing, unless the missing one comes next
        return last + 1 not in following or number == last + 2
    # A number that occurs twice or goes back is a note where the next numbers go on from it or from the last.
    return number <= last and bool({number + 1, last + 1, last + 2} & set(following) or not following)


def _run(starts: Sequence[_Start]) -> tuple[int, int]:
    ordered = sum(one.number + 1 == other.number for one, other in pairwise(starts))
    return ordered, len(starts)


def _spans(starts: Sequence[_Start], end: int) -> Iterator[tuple[_Start, int]]:
    yield from zip(starts, [*(start.index for start in starts[1:]), end], strict=True)


def _note(lines: Sequence[Line], start: _Start, until: int, page_of: dict[int, int]) -> RawNote:
    own = [Line(lines[start.index].number, start.text), *lines[start.index + 1 : until]]
    while len(own) > 1 and not own[-1].text.strip():
        own.pop()
    pages = sorted({page_of[line.number] for line in own if line.number in page_of and line.text.strip()})
    return RawNote(start.number, str(start.number), tuple(own), tuple(pages))


def _keyed(notes: Sequence[RawNote]) -> tuple[RawNote, ...]:
    """The notes with keys of their own: `5`, and `5-second` where the number occurs again."""
    words, seen, keyed = ["", "-second", "-third"], Counter[int](), []
    for note in notes:
        times = seen[note.number]
        suffix = words[times] if times < len(words) else f"-{times + 1}th"
        keyed.append(RawNote(note.number, f"{note.number}{suffix}", note.lines, note.pages))
        seen[note.number] += 1
    return tuple(keyed)


def _doubts(notes: Sequence[RawNote], lines: Sequence[Line], starts: Sequence[_Start]) -> Iterator[Doubt]:
    if notes[0].number != 1:
        yield _numbering(
            notes[0], f"The first note is number {notes[0].number}.", "Notes before it are missing."
        )
    for one, other in pairwise(notes):
        if other.key != str(other.number):
            yield _numbering(other, f"Number {other.number} occurs again.", f"It was kept, as {other.key}.")
        elif other.number < one.number:
            yield _numbering(
                other, f"Number {other.number} follows number {one.number}.", "The order was kept."
            )
        elif other.number > one.number + 1:
            missing = _between(one.number + 1, other.number - 1)
            yield _numbering(other, f"Number {missing} is missing.", "No note was made up for it.")
    yield from _passed_over(notes, lines, starts)


def _between(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _passed_over(
    notes: Sequence[RawNote], lines: Sequence[Line], starts: Sequence[_Start]
) -> Iterator[Doubt]:
    """Lines that begin like a note and were taken as part of the note they stand in."""
    taken = {start.index for start in starts}
    for start in _candidates(lines[: len(lines)], FORMS["dotted"]):
        inside = [note for note in notes if note.lines[0].number < lines[start.index].number]
        if start.index not in taken and inside and start.number < 200:
            note = inside[-1]
            about = f"The line begins with the number {start.number}."
            yield Doubt(
                note.key, lines[start.index].number, about, f"It was taken as part of note {note.key}."
            )


def _numbering(note: RawNote, about: str, assumed: str) -> Doubt:
    return Doubt(note.key, note.lines[0].number, about, assumed)
