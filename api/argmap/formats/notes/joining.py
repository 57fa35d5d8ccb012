"""The lines of one note → one text: broken words joined again, words that run together taken apart."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.formats.notes.records import Line, RawNote

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Names and marks that have a capital inside by right.
_CAPITAL_INSIDE = re.compile(
    r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|L['’]|[a-z])[A-ZÀ-Þ]|.*(?:Tube|Book|Soft|TeX|hD)\b"
)
_JOIN = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_SMALL = ("and", "of", "the", "in", "at", "to", "for", "on")
_WHOLE = {"into", "onto"}


@dataclass(frozen=True)
class Joined:
    """The text of a note, the line on which each part of it begins, and the words that were taken apart."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    parted: tuple[tuple[int, str], ...] = ()

    def line(self, offset: int) -> int:
        """The line on which the character at `offset` stands."""
        return self.numbers[max(0, bisect_right(self.starts, offset) - 1)]


def words_of(notes: Iterable[RawNote]) -> Counter[str]:
    """How often each word occurs in the list: what tells a broken word from a hyphened one."""
    return Counter(word for note in notes for line in note.lines for word in _WORD.findall(line.text))


def joined(lines: Sequence[Line], words: Counter[str]) -> Joined:
    """One text from the lines of a note."""
    text, starts, numbers, parted = "", [], [], []
    for line in lines:
        part, apart = _taken_apart(_unbroken(line.text), words)
        parted += [(line.number, word) for word in apart]
        text = _glued(text, part, words)
        starts.append(len(text) - len(part) if part else len(text))
        numbers.append(line.number)
    return Joined(text.rstrip("\u00ad"), tuple(starts), tuple(numbers), tuple(parted))


def _unbroken(line: str) -> str:
    """The line with single spaces, and no soft hyphen but at its end."""
    line = " ".join(line.split())
    line = re.sub(r"(?<=[^\W\d])--(?=[^\W\d])", "—", line)  # a dash as typewriters write it
    return line[:-1].replace("\u00ad", "") + line[-1:]


def _glued(text: str, part: str, words: Counter[str]) -> str:
    if not text or not part:
        return text + part
    if text.endswith(("\u00ad", "¬")):
        return text[:-1] + part
    if re.search(r"[^\W\d_]-$", text):
        return (text if _keeps_hyphen(text, part, words) else text[:-1]) + part
    # "12-" + "14" is a range; a dash at the end of a line stands where it did.
    return text + part if re.search(r"(?:\d[-–]|[/—])$", text) else f"{text} {part}"


def _keeps_hyphen(text: str, part: str, words: Counter[str]) -> bool:
    before, after = re.findall(r"[^\W\d_]+", text)[-1], re.match(r"[^\W\d_]*", part)
    following = after.group() if after else ""
    if not following[:1].islower():
        return True  # Onyango-Obbo
    return words[before + following] == 0 and words[before] > 1 and words[following] > 1


def _taken_apart(text: str, words: Counter[str]) -> tuple[str, list[str]]:
    apart: list[str] = []

    def part(match: re.Match[str]) -> str:
        pieces = _pieces(match.group(), words)
        if len(pieces) > 1:
            apart.append(match.group())
        return " ".join(pieces)

    text = re.sub(r"(?<=[.;])(?=[A-ZÀ-Þ][a-zß-ÿ])(?<![A-Z]\.)|(?<=[^\W\d],)(?=[A-ZÀ-Þ])", " ", text)
    return _WORD.sub(part, text), apart


def _pieces(word: str, words: Counter[str]) -> list[str]:
    if _JOIN.search(word) and not _CAPITAL_INSIDE.match(word):
        return [piece for part in _JOIN.split(word) for piece in _pieces(part, words)]
    for small in _SMALL:
        stem = word[: -len(small)]
        if word.endswith(small) and word not in _WHOLE and _stands_alone(stem, words):
            return [stem, small]
    return [word]


def _stands_alone(stem: str, words: Counter[str]) -> bool:
    """Whether the stem is a word by itself elsewhere: then what hangs on it is another word."""
    return stem in _SMALL or (len(stem) > 4 and stem[0].isupper() and words[stem] > 0)
