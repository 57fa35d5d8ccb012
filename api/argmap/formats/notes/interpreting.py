"""One note → its references, and the sentences in it that say something of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from argmap.formats.notes import apa, evidence, full, legal, resolving, several, short_forms, words
from argmap.formats.notes.full import Read
from argmap.formats.notes.joining import Joined
from argmap.formats.notes.quotes import CLOSE, marked
from argmap.formats.notes.records import Doubt, Note, RawNote, Reference, Work
from argmap.formats.notes.resolving import Earlier
from argmap.formats.notes.sentences import Piece, pieces
from argmap.formats.notes.short_forms import Short
from argmap.formats.notes.styles import Style

_EMBEDDED = re.compile(
    r"(?:[,;(—–]\s*|\s)(?=(?:see|see also|cf\.|vgl\.|siehe|voir)\s+[A-ZÀ-Þ])", re.IGNORECASE
)
_RELAYED = re.compile(r"\s(?:in|by|bei|nach|par|dans|chez)\s+(?=[A-ZÀ-Þ])")

_LONG = 12  # so many words are a sentence, even if no verb in them is known


@dataclass
class Interpreter:
    """Reads one note after the other; what was cited before is in `earlier`."""

    style: Style
    earlier: Earlier = field(default_factory=Earlier)

    def note(self, raw: RawNote, text: Joined) -> Note:
        """What the note holds."""
        self.earlier.of_note.setdefault(raw.key, [])
        reading = _Reading(raw, text)
        for whole in self._glued(pieces(marked(text.text))):
            for piece in several.apart(whole):
                self._piece(reading, piece)
        doubts = tuple(reading.doubts)
        lines = raw.lines
        return Note(
            raw.number,
            raw.key,
            lines[0].number,
            lines[-1].number,
            tuple(reading.references),
            tuple(dict.fromkeys(reading.explanations)),
            raw.pages,
            doubts,
        )

    def _glued(self, found: list[Piece]) -> Iterator[Piece]:
        """References put together again that a full stop inside them has cut."""
        held: Piece | None = None
        for piece in found:
            if held is None:
                held = piece
            elif self._goes_on(held, piece):
                held = replace(held, text=f"{held.text} {piece.text}")
            else:
                yield held
                held = piece
        if held:
            yield held

    def _goes_on(self, held: Piece, piece: Piece) -> bool:
        if held.sentence == piece.sentence or not held.text.endswith((".", "?", "!", f".{CLOSE}")):
            return False
        if re.match(r"\(\d{4}[a-z]?\)", piece.text):
            return True  # Some Board. (1995).
        bare = words.SIGNAL.sub("", held.text, count=1)
        author_date = apa.HEAD.match(f"{bare} X" if evidence.is_open(bare) else bare)
        if author_date and bare.rstrip().endswith(")."):
            return True  # the title follows
        if (
            evidence.says_something(piece.text)
            or words.IBID.match(piece.text)
            or words.SIGNAL.match(piece.text)
            or words.SECOND_HAND.match(piece.text)
        ):
            return False
        if author_date:
            return not apa.HEAD.match(piece.text)
        return self._is_head(bare) and evidence.is_reference_like(piece.text)

    def _is_head(self, text: str) -> bool:
        """Whether a sentence is an author and a title, with the rest to come after the full stop."""
        if evidence.says_something(text) or not evidence.is_open(text):
            return False
        short = self._said_short(text)
        if short and (short.marked or resolving.is_known(short, self.earlier)):
            return False
        return bool(re.match(r"[^:,]{3,60}: \S", text)) and self.style.colon_after_author

    def _piece(self, reading: "_Reading", piece: Piece) -> None:
        text = words.JOINING.sub("", piece.text)
        lead = words.LEAD_IN.match(text)
        text = several.without_words_about(_without_signal(text[lead.end() :] if lead else text))
        relaying = words.RELAYING.search(text)
        if relaying and not evidence.says_something(text):
            self._relaying(reading, piece, text[: relaying.start()], text[relaying.end() :].strip(" )"))
            return
        relayed = words.SECOND_HAND.search(text)
        if relayed:
            self._second_hand(
                reading, piece, text[: relayed.start()].strip(" ,;("), text[relayed.end() :].strip(" )")
            )
        elif not self._reference(reading, piece, text):
            self._sentence(reading, piece, text)

    def _second_hand(self, reading: "_Reading", piece: Piece, before: str, after: str) -> None:
        """`A, quoted in B`: both works, the first of them seen only through the second."""
        original = ""
        if before and evidence.is_reference_like(before) and not evidence.says_something(before):
            original = reading.key()
            self._reference(reading, piece, before, True, original)
        elif len(before.split()) > 3:
            reading.explanations.append(piece.sentence)
        if not self._reference(reading, piece, after, True, original):
            reading.doubt(
                piece,
                "The work that relays the words was not understood.",
                "No reference was written for it.",
            )

    def _relaying(self, reading: "_Reading", piece: Piece, before: str, after: str) -> None:
        """`A, citing B`: A was seen; B is known through it."""
        if not self._reference(reading, piece, before, True):
            self._sentence(reading, piece, before)
        reading.doubt(
            piece,
            "A work is named that another one cites.",
            f"No reference was written for it: {_words(after)}.",
        )

    def _sentence(self, reading: "_Reading", piece: Piece, text: str) -> None:
        """A sentence, which may hold a reference at its end."""
        reading.explanations.append(piece.sentence)
        for cut in (*_EMBEDDED.finditer(text), *_RELAYED.finditer(text)):
            tail = _without_signal(text[cut.end() :].strip(" )."))
            short = self._said_short(tail)
            if short and short.locator and resolving.is_known(short, self.earlier):
                self._reference(reading, piece, tail)
                return
        if not evidence.says_something(text) and len(text.split()) < _LONG:
            reading.doubt(
                piece,
                "This is neither plainly a reference nor plainly a sentence.",
                "It was taken for a sentence.",
            )
        elif evidence.is_reference_like(text) or self._names_a_maker(text):
            reading.doubt(
                piece, "The sentence may hold a reference.", "It was taken for an explanation alone."
            )

    def _names_a_maker(self, text: str) -> bool:
        """Whether the family name of somebody who was cited before stands in a text with a number."""
        names = {name.family for each in self.earlier.full() if each.work for name in each.work.makers}
        return bool(re.search(r"\d", text)) and any(
            re.search(rf"\b{re.escape(name)}\b", text) for name in names
        )

    def _reference(
        self, reading: "_Reading", piece: Piece, text: str, second_hand: bool = False, original: str = ""
    ) -> bool:
        """Put in the reference that the text is; False if it is none."""
        short = self._said_short(text)
        if short and self._is_short(short, text):
            self._add(
                reading,
                replace(self._short(reading, piece, short), second_hand=second_hand, original=original),
            )
            return True
        text, borrowed = self._author_put_in(text)
        read = self._full(text, second_hand)
        if read is None:
            return False
        reference = self._cut_short(reading, piece, read) or Reference(
            reading.key(), "full", reading.line(piece), read.work, locator=read.locator
        )
        doubts = [*(read.doubts if reference.work else ()), *borrowed]
        reference = replace(reference, second_hand=second_hand, original=original)
        self._add(reading, reference.doubting(*(reading.said(piece, *doubt) for doubt in doubts)))
        return True

    def _cut_short(self, reading: "_Reading", piece: Piece, read: Read) -> Reference | None:
        """A work that is an earlier one by the same makers, with less of its title, and nothing else said."""
        work = read.work
        same = [
            other.key
            for other in self.earlier.full()
            if other.work
            and work.makers
            and resolving.begins(work, other.work)
            and resolving.made_by(work.makers, other.work.makers)
        ]
        if len(same) != 1:
            return None
        printed = ", ".join([*(name.label for name in work.makers), work.title])
        return Reference(
            reading.key(),
            "short",
            reading.line(piece),
            resolves_to=same[0],
            locator=read.locator,
            printed=printed,
        )

    def _said_short(self, text: str) -> Short | None:
        """What a text says as a short form, `A, B and C` read so that it names somebody who was cited."""
        read = [short_forms.read(text, listed) for listed in (False, True)]
        return next(
            (short for short in read if short and resolving.is_known(short, self.earlier)), read[0] or read[1]
        )

    def _is_short(self, short: Short, text: str) -> bool:
        if short.form == "ibid" or short.marked:
            return short.form == "ibid" or len(short.left) < 40
        if evidence.says_something(text) and not short.locator:
            return False
        named = len(short.makers) == 1 and not short.title and (short.locator or short.year)
        return resolving.is_known(short, self.earlier) or bool(named and not short.makers[0].given)

    def _short(self, reading: "_Reading", piece: Piece, short: Short) -> Reference:
        found = resolving.antecedent(short, self.earlier, reading.raw.key)
        reference = Reference(
            reading.key(),
            short.form,
            reading.line(piece),
            None,
            "",
            found.key,
            found.candidates,
            short.locator,
            printed=short.printed,
        )
        if found.about:
            reference = reference.doubting(reading.said(piece, found.about, found.assumed, found.candidates))
        if short.left:
            reference = reference.doubting(
                reading.said(piece, "A part of the short form was not understood.", "It was left out.")
            )
        return reference

    def _full(self, text: str, second_hand: bool) -> Read | None:
        if not re.search(r"\w{2}", text):
            return None
        special = apa.read(text) or legal.read(text)
        if special:
            return special
        if (evidence.says_something(text) or evidence.runs_on(text, self.style)) and not evidence.has_imprint(
            text
        ):
            return None
        if not evidence.is_reference_like(text) and not second_hand:
            return None
        read = full.read(text, self.style)
        return None if _is_sentence(read.work) else read

    def _author_put_in(self, text: str) -> tuple[str, list[tuple[str, str]]]:
        """`Ders.: Title` with the name of the author before."""
        match = words.SAME_AUTHOR.match(text)
        last = next(reversed(self.earlier.references.values()), None)
        if match is None or last is None:
            return text, []
        work = self.earlier.references[self.earlier.root(last.key)].work
        if work is None or not work.makers:
            return text, [
                (
                    "The author is said to be that of the reference before, which is open.",
                    "No author was written.",
                )
            ]
        return f"{work.makers[0].label}{text[match.end() :]}", []

    def _add(self, reading: "_Reading", reference: Reference) -> None:
        reading.references.append(reference)
        self.earlier.add(reading.raw.key, self._sourced(reference))
        reading.references[-1] = self.earlier.references[reference.key]

    def _sourced(self, reference: Reference) -> Reference:
        """A full reference with the key of its work: that of an earlier one which names the same."""
        work = reference.work
        if work is None:
            return reference
        for other in self.earlier.full():
            if other.work and _is_same(other.work, work):
                return replace(reference, source=other.source)
        twin = next(
            (other for other in self.earlier.full() if other.work and _is_like(other.work, work)),
            None,
        )
        reference = replace(reference, source=reference.key)
        if twin:
            return _beside(reference, twin, f"It has the author and title of {twin.key}, and another year.")
        for other in self.earlier.full():
            if other.work and resolving.begins(work, other.work):
                return _beside(
                    reference, other, f"It is probably short for {other.key}, which has this title."
                )
        return reference


@dataclass
class _Reading:
    """What was found in one note so far."""

    raw: RawNote
    text: Joined
    references: list[Reference] = field(default_factory=list)
    explanations: list[int] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def key(self) -> str:
        return f"{self.raw.key}-{len(self.references) + 1}"

    def line(self, piece: Piece) -> int:
        return self.text.line(piece.start)

    def said(self, piece: Piece, about: str, assumed: str, candidates: tuple[str, ...] = ()) -> Doubt:
        return Doubt(self.raw.key, self.line(piece), about, assumed, candidates, self.key())

    def doubt(self, piece: Piece, about: str, assumed: str) -> None:
        self.doubts.append(Doubt(self.raw.key, self.line(piece), about, assumed))


def _beside(reference: Reference, other: Reference, about: str) -> Reference:
    """The reference with the doubt whether its work is that of another reference."""
    note, assumed = reference.key.split("-")[0], "It was taken for another work."
    return reference.doubting(Doubt(note, reference.line, about, assumed, (other.key,), reference.key))


def _words(text: str) -> str:
    return f"{len(text.split())} words were left out"


def _without_signal(text: str) -> str:
    while match := words.SIGNAL.match(text):
        text = text[match.end() :]
    return text.strip()


def _is_sentence(work: Work) -> bool:
    """A "title" so long, or with so many verbs, is the author's own wording and must not be written."""
    return len(work.title.split()) > 45


def _is_same(one: Work, other: Work) -> bool:
    return _is_like(one, other) and one.year == other.year


def _is_like(one: Work, other: Work) -> bool:
    if one.title.startswith("[") or not resolving.folded(one.title) == resolving.folded(other.title) != "":
        return False
    makers = [resolving.folded(name.label) for work in (one, other) for name in work.makers[:1]]
    return len(set(makers)) <= 1
