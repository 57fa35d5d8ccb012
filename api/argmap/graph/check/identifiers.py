"""Is every thing named as it should be: id/ARTICLE/KIND/SLUG, or id/KIND/SLUG for what articles share?"""

import re
from collections.abc import Iterator

from argmap.graph.check.draft import Draft, DraftFile, key
from argmap.graph.check.terms import Terms
from argmap.graph.check.wording import did_you_mean, one_of, shown
from argmap.graph.layout import PROVENANCE
from argmap.model.finding import Finding
from argmap.vocabulary import AM, ID, term

ARTICLE_KINDS = {
    "argument": "Argument",
    "assumption": "Assumption",
    "attack": "Attack",
    "case": "Case",
    "citation": "Citation",
    "claim": "Claim",
    "concession": "Concession",
    "evidence": "Evidence",
    "footnote": "Footnote",
    "lacuna": "Lacuna",
    "marker": "NoteMarker",
    "page": "Page",
    "paragraph": "Paragraph",
    "passage": "Passage",
    "question": "Question",
    "reference": "Reference",
    "row": "TableRow",
    "section": "Section",
    "selector": "Selector",
    "table": "Table",
    "text-state": "TextState",
    "warrant": "Warrant",
}
SHARED_KINDS = {"agent": "Agent", "scheme": "Scheme", "source": "Source"}
# Things whose name is their number.
NUMBERED = {"footnote": "noteNumber", "page": "pageNumber", "paragraph": "paragraphNumber"}

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_Wrong = tuple[str, str]


def findings(draft: Draft, terms: Terms) -> Iterator[Finding]:
    """Things with a wrong name, or with none, or without a kind."""
    for file in draft.files:
        # Provenance speaks of people, software and activities in terms of its own.
        subjects = file.subjects if file.file.path.name != PROVENANCE else set()
        for subject in sorted(subjects):
            if file.file.article is None and _is_foreign(draft, subject):
                continue
            wrong = _name(file, subject) or _kind(draft, terms, subject)
            if wrong:
                yield draft.finding("error", subject, *wrong, file=file)
    yield from _numbers(draft)


def _is_foreign(draft: Draft, subject: str) -> bool:
    """Whether it is described in other vocabularies alone, as dataset.ttl describes the collection."""
    kinds = draft.kinds.get(subject, set())
    return not any(kind.startswith(AM) for kind in kinds) if kinds else not subject.startswith(ID)


def _name(file: DraftFile, subject: str) -> _Wrong | None:
    """Message and remedy if the name itself is wrong."""
    article = file.file.article
    if subject.startswith("_:"):
        example = f"{article}/claim/SOME-NAME" if article else "source/SOME-NAME"
        return "This thing has no name of its own.", f"Give it one, such as {example}."
    if not subject.startswith(ID):
        return _elsewhere(f"{ID}{article}/" if article else ID)
    owner, *rest = subject.removeprefix(ID).split("/")
    if owner in SHARED_KINDS:
        return None if len(rest) == 1 and _SLUG.fullmatch(rest[0]) else _malformed(f"{owner}/SOME-NAME")
    if article is not None and owner != article:
        return (
            f'The name says "{owner}", but the file lies in the folder "{article}".',
            f"Write {'/'.join([article, *rest])}, or move it to the folder {owner}.",
        )
    return _segments(owner, rest)


def _segments(article: str, rest: list[str]) -> _Wrong | None:
    if not rest:
        return None
    if rest[0] not in ARTICLE_KINDS:
        remedy = did_you_mean(rest[0], ARTICLE_KINDS, f"Use one of: {', '.join(ARTICLE_KINDS)}.")
        return f'The name says "{rest[0]}", which is no kind of thing.', remedy
    good = len(rest) == 2 and _SLUG.fullmatch(rest[1])
    return None if good else _malformed(f"{article}/{rest[0]}/SOME-NAME")


def _malformed(pattern: str) -> _Wrong:
    return "The name is not well formed.", f"Write it as {pattern}, with letters, digits and hyphens."


def _elsewhere(beginning: str) -> _Wrong:
    return (
        "The name lies outside of what this file describes.",
        f"Its full form must begin with {beginning}; look at the prefixes at the top of the file.",
    )


def _kind(draft: Draft, terms: Terms, subject: str) -> _Wrong | None:
    """Message and remedy if the thing has no kind, or another than its name says."""
    if not subject.startswith(ID):
        return None
    kinds = {kind for kind in draft.kinds.get(subject, ()) if kind.startswith(AM)}
    if not kinds:
        return "Nothing says what kind of thing this is.", "Add its kind, for example: a am:Claim."
    expected = _expected(subject)
    if not kinds & terms.classes or expected in terms.with_parents(kinds):
        return None
    given, wanted = one_of(terms.name(kind) for kind in kinds), terms.name(expected)
    return (
        f"By its name its kind should be {wanted}, but it is given as {given}.",
        f"Give it the kind {shown(expected)}, or change its name.",
    )


def _expected(subject: str) -> str:
    owner, *rest = subject.removeprefix(ID).split("/")
    return term(SHARED_KINDS.get(owner) or (ARTICLE_KINDS[rest[0]] if rest else "Article"))


def _numbers(draft: Draft) -> Iterator[Finding]:
    """Notes, pages and paragraphs whose number is another than their name says."""
    numbers = {term(name): kind for kind, name in NUMBERED.items()}
    for triple in draft.data():
        kind, number = numbers.get(triple.predicate.value), key(triple.object)
        _, named, slug = key(triple.subject).rpartition(f"/{kind}/")
        if kind and named and not _says(slug, number):
            yield draft.finding(
                "error",
                key(triple.subject),
                f"By its name this is {kind} {slug}, but its number is given as {number}.",
                "Correct the name or the number.",
                property=triple.predicate.value,
                value=number,
            )


def _says(slug: str, number: str) -> bool:
    """True for `7`, and for `7-b`: in print two notes can have one number, and each needs a name."""
    return slug == number or slug.startswith(f"{number}-")
