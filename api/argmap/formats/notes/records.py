"""What is read from a note list: plain facts, with every doubt beside them."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Line:
    """A line of the file; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Doubt:
    """Something a person should look at: what is doubtful, what was assumed, and what else it may be.

    It names places and works, and never repeats a sentence of a note, which may be in copyright.
    """

    note: str | None
    line: int | None
    about: str
    assumed: str
    candidates: tuple[str, ...] = ()
    reference: str | None = None


@dataclass(frozen=True)
class RawNote:
    """A note as it stands in the file. `key` is its number, with a suffix where the number occurs twice."""

    number: int
    key: str
    lines: tuple[Line, ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Name:
    """A person, or an organization, whose name is all in `family`."""

    family: str
    given: str = ""
    organization: bool = False
    member_of: str = ""

    @property
    def label(self) -> str:
        """The name as one says it."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class Work:
    """What a full reference says of a work; `kind` is a class of the ontology."""

    kind: str = "Source"
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    others: bool = False  # "et al."
    container: "Work | None" = None
    container_title: str = ""
    publisher: str = ""
    place: str = ""
    year: int | None = None
    year_label: str = ""  # with the letter that tells works of one year apart
    date: str = ""
    volume: str = ""
    issue: str = ""
    series_title: str = ""
    series_number: str = ""
    edition: str = ""
    page_range: str = ""
    identifiers: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    presented_at: str = ""
    language: str = ""
    alias: str = ""  # "hereinafter …"
    remarks: tuple[str, ...] = ()

    @property
    def makers(self) -> tuple[Name, ...]:
        """Its authors, or its editors where it has no authors."""
        return self.authors or self.editors


@dataclass(frozen=True)
class Reference:
    """One entry of a note. A short form has either `resolves_to` or, where that is open, `candidates`."""

    key: str
    form: str  # full, short, ibid
    line: int
    work: Work | None = None
    source: str = ""
    resolves_to: str | None = None
    candidates: tuple[str, ...] = ()
    locator: str = ""
    second_hand: bool = False
    printed: str = ""  # the words of a short form, without its locator
    original: str = (
        ""  # of a second-hand reference: the key, then the slug, of the work where the words first stood
    )
    doubts: tuple[Doubt, ...] = ()

    def doubting(self, *doubts: Doubt) -> "Reference":
        """The same with more doubts."""
        return replace(self, doubts=(*self.doubts, *doubts))


@dataclass(frozen=True)
class Note:
    """A note with its references, and the places (1 = first sentence) of the sentences that explain."""

    number: int
    key: str
    line: int
    last_line: int
    references: tuple[Reference, ...] = ()
    explanations: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def kind(self) -> str:
        """`citing`, `explanatory` or `both`."""
        if not self.references:
            return "explanatory"
        return "both" if self.explanations else "citing"


@dataclass(frozen=True)
class NoteList:
    """All that was read: the notes in the order of the file, the works by slug, and the lines left out."""

    style: str
    notes: tuple[Note, ...]
    works: dict[str, Work] = field(default_factory=dict)
    left_out: tuple[tuple[int, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def all_doubts(self) -> list[Doubt]:
        """The doubts of the list, its notes and their references, in the order of the lines."""
        found = list(self.doubts)
        for note in self.notes:
            found += note.doubts
            found += [doubt for reference in note.references for doubt in reference.doubts]
        return sorted(found, key=lambda doubt: (doubt.line or 0, doubt.reference or "", doubt.about))

    def references(self) -> list[Reference]:
        """Every reference, in order."""
        return [reference for note in self.notes for reference in note.references]
