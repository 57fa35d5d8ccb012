"""What a piece stands in: an edited volume, or something periodical."""

import re
from dataclasses import dataclass, field, replace

from argmap.formats.notes import dates, kinds, names, parts, words
from argmap.formats.notes.authors import heading
from argmap.formats.notes.fields import Field
from argmap.formats.notes.records import Name, Work
from argmap.formats.notes.styles import Style

_VOLUME_AT_END = re.compile(r"(?P<title>.+?),?\s+(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:[./](?P<issue>\d{1,3}))?")
_PAGES_AFTER = re.compile(r":\s*(?P<pages>[\d–-]+)")


@dataclass(frozen=True)
class Found:
    """The piece with what it stands in, the authors found on the way, and the fields that were left."""

    work: Work
    assumed: str = ""
    authors: tuple[Name, ...] = ()
    unread: list[Field] = field(default_factory=list)


def chapter(title: str, rest: list[Field], told: parts.Parts, style: Style) -> Found | None:
    """A chapter: `in A and B, eds., Volume (imprint)`, `in Volume, ed. by A`, `in: A (Hg.): Volume`.

    None where what follows "in" is no book but something periodical.
    """
    first = rest[0].text[_matched(rest[0].text) :]
    after = _colon_parted([Field("text", first), *rest[1:]], style)
    if _is_periodical(first, told):
        return None
    head = heading(after)
    editors, body = (
        (head.authors, head.rest) if head.as_editors or _alone_names(head.authors, head.rest) else ((), after)
    )
    texts = [part.text for part in body if part.form == "text"]
    texts, later = _editors_behind(texts)
    before = _imprint(texts, told)
    authors: tuple[Name, ...] = ()
    if editors and not head.as_editors:
        authors, editors = editors, ()
    volume = Work(
        "Book",
        ", ".join(before),
        authors,
        editors or later,
        year=told.year,
        year_label=str(told.year or ""),
        place=told.place,
        publisher=told.publisher,
        edition=told.edition,
    )
    kind = "OfficialDocument" if words.DOCUMENT.search(title) and not editors else "BookChapter"
    return Found(Work(kind, title, container=volume), unread=[part for part in body if part.form == "quoted"])


def article(title: str, rest: list[Field], told: parts.Parts) -> Found:
    """A piece in something periodical, or issued by a body: `Journal 12, no. 3 (1991)`."""
    texts = [_without_in(part.text) for part in rest if part.form == "text"]
    texts = [text for text in texts if not _takes_pages(told, text)]
    texts = _dated(texts, told)
    container, others = (texts[0], texts[1:]) if texts else ("", [])
    container, volume, issue = _numbered(container)
    if others and re.fullmatch(r"\d{1,4}(?:[./]\d{1,3})?", others[0]):
        volume, _, issue = others.pop(0).replace("/", ".").partition(".")
    if others and _is_report(container, told, volume):
        return _report(title, container, others, told)
    has_volume = bool(volume or told.volume)
    kind = _kind(container, has_volume, told)
    work = Work(kind.name, title, container_title=container, volume=volume, issue=issue)
    return Found(work, kind.assumed, unread=[Field("text", text) for text in others])


def _kind(container: str, has_volume: bool, told: parts.Parts) -> kinds.Kind:
    if not container and told.identifiers:
        return kinds.Kind("OfficialDocument")
    date = told.date
    return kinds.of_article(container, has_volume, bool(date and date.has_day), bool(date))


def _is_report(container: str, told: parts.Parts, volume: str) -> bool:
    """A body and its place stand where a journal would: the body has issued the work."""
    periodical = (
        words.NEWSPAPER.search(container)
        or words.JOURNAL.search(container)
        or words.MAGAZINE.search(container)
    )
    return names.is_organization(container) and not periodical and not volume and not told.volume


def _report(title: str, body: str, others: list[str], told: parts.Parts) -> Found:
    told.place = told.place or others[0]
    left = [Field("text", text) for text in others[1:]]
    work = Work("Report", title, publisher=body)
    return Found(work, authors=(Name(body, organization=True),), unread=left)


def _matched(text: str) -> int:
    match = words.IN.match(text)
    return match.end() if match else 0


def _without_in(text: str) -> str:
    return text[_matched(text) :]


def _is_periodical(first: str, told: parts.Parts) -> bool:
    if told.place or told.publisher:
        return False
    numbered = bool(_VOLUME_AT_END.fullmatch(first) and words.JOURNAL.search(first)) or bool(told.volume)
    return numbered or bool(dates.find(first)) or bool(told.date and told.date.has_day)


def _alone_names(authors: tuple[Name, ...], rest: list[Field]) -> bool:
    """`in Frederic Kirgis, Documents …`: one person, and a title after it."""
    return len(authors) == 1 and not authors[0].organization and any(part.form == "text" for part in rest)


def _colon_parted(after: list[Field], style: Style) -> list[Field]:
    """`Maria Elster (Hg.): Handel am Strom` has its colon after the bracket."""
    if not style.colon_after_author:
        return after
    text = after[0].text
    author, colon, title = text.partition(": ")
    if colon and (names.people(author) or words.EDITORS_AFTER.search(author)):
        return [Field("text", author), Field("text", title), *after[1:]]
    return [replace(part, text=part.text.lstrip(": ")) for part in after]


def _editors_behind(texts: list[str]) -> tuple[list[str], tuple[Name, ...]]:
    for at, text in enumerate(texts):
        match = words.EDITED_BY.match(text)
        if match:
            return texts[:at], names.people(", ".join([text[match.end() :], *texts[at + 1 :]]))
    return texts, ()


def _imprint(texts: list[str], told: parts.Parts) -> list[str]:
    if told.imprint_at is not None or len(texts) < 2:
        return texts
    if parts.place_and_year(told, texts[-1]):
        return texts[:-1]
    if told.year is not None and len(texts) > 2:
        told.place, told.publisher = texts[-2:]
        return texts[:-2]
    return texts


def _takes_pages(told: parts.Parts, text: str) -> bool:
    match = _PAGES_AFTER.fullmatch(text)
    if match:
        told.page_range = match["pages"]
    return bool(match)


def _dated(texts: list[str], told: parts.Parts) -> list[str]:
    """`Sandauer Bote vom 4. März 1931`: a date that hangs on the name of the newspaper."""
    left = []
    for text in texts:
        date = dates.find(text) if told.date is None else None
        if date and date.end == len(text) and date.start > 0:
            told.date, told.year, text = date, told.year or date.year, text[: date.start].strip(" ,")
        left.append(text)
    return left


def _numbered(container: str) -> tuple[str, str, str]:
    match = _VOLUME_AT_END.fullmatch(container)
    return (match["title"], match["volume"], match["issue"] or "") if match else (container, "", "")
