"""A note list → Turtle in the terms of the ontology: notes and references, works, agents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.formats.notes import slugs
from argmap.formats.notes.records import Doubt, Name, Note, NoteList, Reference, Work
from argmap.formats.notes.turtle import Facts, Iri, Value, block, document, local
from argmap.vocabulary import AM, ID, PREFIXES

_LONGEST_LABEL = 160  # what `argmap check` allows


@dataclass(frozen=True)
class Files:
    """The three parts, each a document of its own, named as the data folder names them."""

    notes: str
    sources: str
    agents: str

    def named(self) -> dict[str, str]:
        """The documents by their file names."""
        return {"notes.ttl": self.notes, "sources.ttl": self.sources, "agents.ttl": self.agents}


def files(found: NoteList, article: str, pages: Sequence[int] = ()) -> Files:
    """The parts as three documents.

    Args:
        found: what was read.
        article: the slug of the article.
        pages: the pages that the notes may stand on, where the text does not tell.
    """
    notes, sources, agents = _blocks(found, article, pages)
    return Files(
        document(
            f"The notes of {article}, as read from their text. {_review(found)}", _prefixes(article), notes
        ),
        document("The works that the notes name.", _shared(), sources),
        document("Who wrote, edited and published these works.", _shared(), agents),
    )


def whole(found: NoteList, article: str, pages: Sequence[int] = ()) -> str:
    """The parts as one document."""
    notes, sources, agents = _blocks(found, article, pages)
    comment = f"The notes of {article} with the works they name, as read from their text.\n{_review(found)}"
    return document(comment, _prefixes(article) | _shared(), [*notes, *sources, *agents])


def _review(found: NoteList) -> str:
    count = len(found.all_doubts())
    return (
        f"{count} doubt{'' if count == 1 else 's'} to review: see am:reviewNeeded."
        if count
        else "Without doubts."
    )


def _blocks(found: NoteList, article: str, pages: Sequence[int]) -> tuple[list[str], list[str], list[str]]:
    local(article)
    labels = _Labels(found)
    notes = [
        text
        for before, note in zip([None, *found.notes], found.notes, strict=False)
        for text in _note(note, before, article, found, pages, labels)
    ]
    sources = [
        block(f"source:{local(slug)}", *_source(work, found.works))
        for slug, work in sorted(found.works.items())
    ]
    agents = {slugs.of_agent(name): name for work in found.works.values() for name in _agents(work)}
    return (
        notes,
        sources,
        [block(f"agent:{local(slug)}", *_agent(name)) for slug, name in sorted(agents.items())],
    )


def _prefixes(article: str) -> dict[str, str]:
    kinds = ("citation", "footnote", "page", "passage", "reference")
    own = {kind: f"{ID}{article}/{kind}/" for kind in kinds}
    return {
        **own,
        "am": AM,
        "cito": PREFIXES["cito"],
        "id": ID,
        "rdfs": PREFIXES["rdfs"],
        "source": f"{ID}source/",
    }


def _shared() -> dict[str, str]:
    return {"agent": f"{ID}agent/", "am": AM, "rdfs": PREFIXES["rdfs"], "source": f"{ID}source/"}


class _Labels:
    """How references are called: after the work, directly or by way of the reference they repeat."""

    def __init__(self, found: NoteList) -> None:
        self._works = found.works
        self._references = {reference.key: reference for reference in found.references()}

    def of(self, reference: Reference) -> str:
        root = reference
        while root.resolves_to:
            root = self._references[root.resolves_to]
        name = short_name(self._works[root.source]) if root.source else "Open short form"
        return _short(", ".join(filter(None, (name, reference.locator))))


def short_name(work: Work) -> str:
    """`Zartman and Touval 1992`; the title where nobody is named."""
    makers = [name.label if name.organization else name.family for name in work.makers]
    if len(makers) > 3 or work.others:
        makers = [f"{makers[0]} et al."] if makers else []
    *others, last = makers or [work.title]
    said = f"{', '.join(others)} and {last}" if others else last
    return _short(f"{said} {work.year_label or work.year or ''}".strip())


def _note(
    note: Note, before: Note | None, article: str, found: NoteList, pages: Sequence[int], labels: _Labels
) -> Iterator[str]:
    about = [doubt for doubt in (*note.doubts, *found.doubts) if doubt.note == note.key]
    follows = before is not None and before.number + 1 == note.number
    place = _place(note, pages)
    facts: Facts = {
        "rdfs:label": [f"Note {note.number}"],
        "am:containsReference": [Iri(f"reference:{local(each.key)}") for each in note.references],
        "am:inArticle": [Iri(f"id:{article}")],
        "am:kind": [Iri(f"am:{note.kind}")],
        "am:noteNumber": [note.number],
        "am:precedingNote": [Iri(f"footnote:{local(before.key)}")] if before and follows else [],
        "am:reviewNeeded": [_said(doubt) for doubt in about],
        **place,
    }
    yield block(f"footnote:{local(note.key)}", "Footnote", facts)
    for position, reference in enumerate(note.references, 1):
        yield block(*_reference(reference, position, labels))
        yield block(*_citation(reference, note, labels))
    for position, sentence in enumerate(note.explanations, 1):
        yield block(*_passage(note, sentence, position, place))


def _place(note: Note, pages: Sequence[int]) -> Facts:
    """The page, where it is told; else the pages that it may be."""
    certain = note.pages or (tuple(pages) if len(pages) == 1 else ())
    name = "am:onPage" if certain else "am:possiblyOnPage"
    return {name: [Iri(f"page:{number}") for number in certain or pages]}


def _reference(reference: Reference, position: int, labels: _Labels) -> tuple[str, str, Facts]:
    kind = {"full": "FullReference", "ibid": "IbidReference"}.get(reference.form, "ShortFormReference")
    facts: Facts = {
        "rdfs:label": [labels.of(reference)],
        "am:assertsSource": [Iri(f"source:{local(reference.source)}")] if reference.source else [],
        "am:locator": _given(reference.locator),
        "am:position": [position],
        "am:possiblyResolvesTo": [Iri(f"reference:{local(key)}") for key in reference.candidates],
        "am:resolvesTo": [Iri(f"reference:{local(reference.resolves_to)}")] if reference.resolves_to else [],
        "am:reviewNeeded": list(dict.fromkeys(map(_said, reference.doubts))),
        "am:shortForm": _given(_short(reference.printed)),
    }
    return f"reference:{local(reference.key)}", kind, facts


def _citation(reference: Reference, note: Note, labels: _Labels) -> tuple[str, str, Facts]:
    facts: Facts = {
        "rdfs:label": [_short(f"Note {note.number} cites {labels.of(reference)}")],
        "am:hasCitedReference": [Iri(f"reference:{local(reference.key)}")],
        "am:hasCitingEntity": [Iri(f"footnote:{local(note.key)}")],
        "am:intent": [Iri("cito:cites")],  # to what end, only the text that calls the note can tell
        "am:locator": _given(reference.locator),
        "am:originalSource": [Iri(f"source:{local(reference.original)}")] if reference.original else [],
        "am:secondHand": [reference.second_hand],
    }
    return f"citation:n{local(reference.key)}", "Citation", facts


def _passage(note: Note, sentence: int, position: int, place: Facts) -> tuple[str, str, Facts]:
    facts: Facts = {
        "rdfs:label": [f"Note {note.number}, sentence {sentence}"],
        "am:inNote": [Iri(f"footnote:{local(note.key)}")],
        "am:position": [position],
        **place,
    }
    return f"passage:n{local(note.key)}-s{sentence}", "Passage", facts


def _source(work: Work, works: dict[str, Work]) -> tuple[str, Facts]:
    container = next((slug for slug, other in works.items() if other == work.container), "")
    publisher = Name(work.publisher, organization=True)
    remarks = list(work.remarks)
    if work.year is None:
        remarks.append("The notes give no year.")
    if work.others:
        remarks.append("The notes name only the first and add 'et al.'")
    facts: dict[str, Sequence[Value]] = {
        "rdfs:label": [_short(work.title)],
        "am:byline": _given(_byline(work.authors, work.others)),
        "am:containedIn": [Iri(f"source:{local(container)}")] if container else [],
        "am:containerTitle": _given(work.container_title),
        "am:edition": _given(work.edition),
        "am:editorLine": _given(_byline(work.editors, work.others and not work.authors)),
        "am:hasAuthor": _people(work.authors),
        "am:hasEditor": _people(work.editors),
        "am:hasPublisher": _people([publisher] if work.publisher else []),
        "am:hasTranslator": _people(work.translators),
        "am:identifier": list(work.identifiers),
        "am:issue": _given(work.issue),
        "am:note": remarks,
        "am:originalLanguage": _given(work.language),
        "am:pageRange": _given(work.page_range),
        "am:placeOfPublication": _given(work.place),
        "am:presentedAt": _given(work.presented_at),
        "am:publicationDate": _given(work.date),
        "am:seriesNumber": _given(work.series_number),
        "am:seriesTitle": _given(work.series_title),
        "am:title": [work.title],
        "am:url": list(work.urls),
        "am:volume": _given(work.volume),
        "am:year": [work.year] if work.year else [],
    }
    return work.kind, facts


def _agent(name: Name) -> tuple[str, Facts]:
    if name.organization:
        return "Organization", {"rdfs:label": [_short(name.label)]}
    facts: Facts = {
        "rdfs:label": [_short(name.label)],
        "am:familyName": [name.family],
        "am:givenName": _given(name.given),
        "am:memberOf": _people([Name(name.member_of, organization=True)] if name.member_of else []),
    }
    return "Person", facts


def _agents(work: Work) -> Iterator[Name]:
    makers = (*work.authors, *work.editors, *work.translators)
    bodies = [work.publisher, *(name.member_of for name in makers)]
    yield from (Name(body, organization=True) for body in bodies if body)
    yield from makers


def _people(people: Sequence[Name]) -> list[Value]:
    return [Iri(f"agent:{local(slug)}") for slug in dict.fromkeys(map(slugs.of_agent, people))]


def _byline(people: Sequence[Name], others: bool) -> str:
    """`Family, Given; Family, Given`, as printed."""
    listed = "; ".join(f"{name.family}, {name.given}" if name.given else name.family for name in people)
    return f"{listed}, et al." if listed and others else listed


def _said(doubt: Doubt) -> str:
    line = f"Line {doubt.line}: " if doubt.line else ""
    return f"{line}{doubt.about} {doubt.assumed}"


def _given(text: str) -> list[Value]:
    return [text] if text else []


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"
