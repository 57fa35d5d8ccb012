"""Which earlier reference a short form repeats: one, several that it could be, or none."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from argmap.formats.notes.names import without_particles
from argmap.formats.notes.records import Name, Reference, Work
from argmap.formats.notes.short_forms import Short
from argmap.formats.notes.words import SMALL


@dataclass(frozen=True)
class Antecedent:
    """The reference that is repeated, or the candidates, with what is doubtful."""

    key: str | None = None
    candidates: tuple[str, ...] = ()
    about: str = ""
    assumed: str = ""


@dataclass
class Earlier:
    """The references so far, in order: `of_note` holds for each note the keys of its references."""

    references: dict[str, Reference] = field(default_factory=dict)
    of_note: dict[str, list[str]] = field(default_factory=dict)
    _full: dict[str, Reference] = field(default_factory=dict)

    def add(self, note: str, reference: Reference) -> None:
        """Put in one more."""
        self.references[reference.key] = reference
        self.of_note.setdefault(note, []).append(reference.key)
        if reference.work:
            self._full.setdefault(reference.source, reference)

    def root(self, key: str) -> str:
        """The full reference behind a short form; the short form itself where it is open."""
        seen = set()
        while (following := self.references[key].resolves_to) and key not in seen:
            seen.add(key)
            key = following
        return key

    def full(self) -> list[Reference]:
        """The first full reference to each work."""
        return list(self._full.values())

    def in_notes(self, number: int) -> list[str]:
        """The full references behind those of the notes with a number."""
        keys = [
            key for note, keys in self.of_note.items() if re.match(rf"{number}(?:-|$)", note) for key in keys
        ]
        return list(dict.fromkeys(map(self.root, keys)))


def antecedent(short: Short, earlier: Earlier, note: str) -> Antecedent:
    """What a short form in `note` repeats."""
    if short.form == "ibid":
        return _just_before(earlier, note)
    fitting = [reference.key for reference in earlier.full() if fits(short, reference.work)]
    fitting = _closest(short, fitting, earlier)
    if short.number is not None:
        return _of_note(short, fitting, earlier)
    if len(fitting) == 1:
        return Antecedent(fitting[0])
    if fitting:
        return Antecedent(
            None, tuple(fitting), "Several earlier references fit this short form.", "It was left open."
        )
    return _none(short, earlier)


def is_known(short: Short, earlier: Earlier) -> bool:
    """Whether a maker, a title or an alias of an earlier work is named."""
    works = [work for reference in earlier.full() if (work := reference.work)]
    whole = any(fits(short, work) or fits(short, work.container) for work in works)
    return whole or bool(_by_maker(short, earlier))


def fits(short: Short, work: Work | None) -> bool:
    """Whether all that the short form says is true of the work."""
    if work is None:
        return False
    if short.first and work.alias and folded(short.first) == folded(work.alias):
        return True
    if short.year and short.year not in (work.year_label, str(work.year)):
        return False
    makers = _named(short)
    if makers and made_by(makers, work.makers):
        return not short.title or _titled(short.title, work)
    alone = short.title if not short.first else "" if short.title else short.first
    return bool(alone) and _titled(alone, work)


def _named(short: Short) -> tuple[Name, ...]:
    """The names said; the first part where it does not look like a name: `Le Goff`, which may be a title."""
    return short.makers or ((Name(short.first),) if short.first else ())


def begins(short: Work, work: Work) -> bool:
    """Whether what was read as a work has the title of another, or its beginning, and says no more of it."""
    title = folded(short.title)
    fits_title = (
        bool(title) and not short.title.startswith("[") and f"{folded(work.title)} ".startswith(f"{title} ")
    )
    says_more = short.place or short.publisher or short.container or short.container_title or short.date
    return (
        fits_title and short.year in (None, work.year) and not (says_more or short.identifiers or short.urls)
    )


def made_by(said: Sequence[Name], makers: Sequence[Name]) -> bool:
    """Whether each of the names said is one of the makers'."""
    return all(any(_same_name(name, maker) for maker in makers) for name in said)


@lru_cache(maxsize=2**16)
def folded(text: str) -> str:
    """A text without case, accents, quotation marks and punctuation."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    return " ".join(
        re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’"))
    )


def _same_name(said: Name, maker: Name) -> bool:
    if maker.organization or said.organization:
        return folded(said.label) == folded(maker.label)
    if not _same_family(said.family, maker.family):
        # "African Rights" looks like a person; a body's short name may leave words out.
        return folded(said.label) == folded(maker.label)
    return not said.given or not maker.given or folded(said.given)[:1] == folded(maker.given)[:1]


def _same_family(one: str, other: str) -> bool:
    """Whether two family names are the same; one of them may leave its particle out: `Waal`, `de Waal`."""
    wholes, bares = {folded(one), folded(other)}, {folded(without_particles(each)) for each in (one, other)}
    return len(wholes) == 1 or (len(bares) == 1 and bares <= wholes)


def _titled(said: str, work: Work) -> bool:
    wanted = [word for word in folded(said).split() if word not in SMALL]
    return bool(wanted) and set(wanted) <= set(folded(work.title).split())


def _closest(short: Short, keys: list[str], earlier: Earlier) -> list[str]:
    """Of several, those that the names or the title fit exactly: `Brook` alone is not `Brook and Vole`."""
    works = {key: work for key in keys if (work := earlier.references[key].work)}
    exact = [key for key, work in works.items() if len(work.makers) == len(short.makers)]
    keys = exact or keys
    titled = [key for key in keys if short.title and folded(short.title) == folded(works[key].title)]
    return titled or keys


def _just_before(earlier: Earlier, note: str) -> Antecedent:
    notes = list(earlier.of_note)
    own = earlier.of_note.get(note)
    if own:
        return Antecedent(earlier.root(own[-1]))
    before = [other for other in notes if other != note]
    if not before:
        return Antecedent(about="Nothing stands before this ibid.", assumed="It was left open.")
    keys = (
        list(dict.fromkeys(map(earlier.root, earlier.of_note[before[-1]])))
        if earlier.of_note[before[-1]]
        else []
    )
    if len(keys) > 1:
        return Antecedent(
            None, tuple(keys), "The note before this ibid. has several references.", "It was left open."
        )
    if keys:
        return Antecedent(keys[0])
    return _further_back(before, earlier)


def _further_back(before: Sequence[str], earlier: Earlier) -> Antecedent:
    citing = [other for other in before if earlier.of_note[other]]
    about = "The note before this ibid. has no reference."
    keys = list(dict.fromkeys(map(earlier.root, earlier.of_note[citing[-1]]))) if citing else []
    if len(keys) == 1:
        return Antecedent(keys[0], (), about, f"It was taken to repeat the last reference before, {keys[0]}.")
    return Antecedent(None, tuple(keys), about, "It was left open.")


def _of_note(short: Short, fitting: list[str], earlier: Earlier) -> Antecedent:
    number = short.number or 0
    there = earlier.in_notes(number)
    both = [key for key in there if key in fitting] if (short.makers or short.title or short.first) else there
    if len(both) == 1:
        return Antecedent(both[0])
    if not there:
        return Antecedent(
            None, tuple(fitting), f"There is no earlier reference in note {number}.", "It was left open."
        )
    about = f"Note {number} has several references." if both else f"Note {number} has no reference that fits."
    return Antecedent(None, tuple(dict.fromkeys([*(both or [*fitting, *there])])), about, "It was left open.")


def _none(short: Short, earlier: Earlier) -> Antecedent:
    made = _by_maker(short, earlier)
    if made:
        return Antecedent(
            None,
            tuple(made),
            "An earlier work by this author has another title or year.",
            "It was left open.",
        )
    volumes = [
        reference.key
        for reference in earlier.full()
        if reference.work and fits(short, reference.work.container)
    ]
    if volumes:
        about = "Only a piece out of this volume was cited before, not the volume itself."
        return Antecedent(None, tuple(volumes), about, "It was left open.")
    return Antecedent(about="No earlier reference fits this short form.", assumed="It was left open.")


def _by_maker(short: Short, earlier: Earlier) -> list[str]:
    makers: Iterable[Reference] = earlier.full() if _named(short) else ()
    return [each.key for each in makers if each.work and made_by(_named(short), each.work.makers)]
