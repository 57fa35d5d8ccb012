"""A full reference whose parts commas separate → the work it names."""

import re
from dataclasses import dataclass, field, replace

from argmap.formats.notes import kinds, locators, names, parts, words
from argmap.formats.notes.authors import Heading, heading
from argmap.formats.notes.containers import article, chapter
from argmap.formats.notes.fields import Field, fields, rejoined
from argmap.formats.notes.records import Name, Work
from argmap.formats.notes.styles import Style


@dataclass(frozen=True)
class Read:
    """A work with its locator, and what is doubtful about it: pairs of what and what was assumed."""

    work: Work
    locator: str = ""
    doubts: tuple[tuple[str, str], ...] = ()


def read(text: str, style: Style) -> Read:
    """The work that a marked text names.

    Args:
        text: one reference, without signals before it.
        style: the conventions of the list.
    """
    alias = words.ALIAS.search(text)
    text = words.ALIAS.sub(" ", text).strip(" .")
    leading, text = locators.leading(text)
    located = locators.take(_split_at_colon(fields(text), style), bare_numbers=True)
    located = replace(located, locator=", ".join(filter(None, (leading, located.locator))))
    told = parts.taken(located.rest)
    built = _Builder(told, located, style).build()
    work = replace(built.work, alias=alias["alias"].strip() if alias else "")
    return replace(built, work=work)


@dataclass
class _Builder:
    told: parts.Parts
    located: locators.Located
    style: Style
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def build(self) -> Read:
        told = self.told
        head = heading(told.rest)
        work = self._presented(head) or self._press(head) or self._article(head) or self._alone(head)
        work = self._dated(work)
        self._odd(work, quoted=any(part.form == "quoted" for part in told.rest))
        locator, work = self._range_or_place(work)
        self.doubts += [
            ("A part of the reference was not understood.", _of_length(part)) for part in told.unread
        ]
        return Read(work, locator, tuple(self.doubts))

    def _presented(self, head: Heading) -> Work | None:
        """A paper, lecture or talk given somewhere."""
        for at, part in enumerate(head.rest):
            match = words.PRESENTED.match(part.text) if part.form == "text" else None
            if match:
                before = head.rest[:at]
                title = next((each.text for each in before if each.form == "quoted"), "")
                plain = [each.text for each in before if each.form == "text"]
                title, affiliation = _title_or_affiliation(title, plain)
                where = rejoined([Field("text", part.text[match.end() :]), *head.rest[at + 1 :]])
                title = title or f"[Presentation by {_said(head)}]"
                authors = tuple(replace(author, member_of=affiliation) for author in head.authors)
                return Work("Presentation", title, authors, others=head.others, presented_at=where)
        return None

    def _press(self, head: Heading) -> Work | None:
        """A press release or a spokesman's statement."""
        if not any(words.PRESS.search(part.text) for part in head.rest if part.form == "text"):
            return None
        quoted = next((part.text for part in head.rest if part.form == "quoted"), "")
        office = rejoined([part for part in head.rest if part.form == "text"])
        body = words.PRESS.sub("", office).strip(" ,")
        authors = tuple(replace(author, member_of=body) for author in head.authors)
        title = quoted or f"[Statement by {_said(head)}]"
        return Work("PressStatement", title, authors, publisher=body)

    def _article(self, head: Heading) -> Work | None:
        """A titled piece in something: a volume, a journal, a newspaper, a broadcast."""
        at = next((place for place, part in enumerate(head.rest) if part.form == "quoted"), None)
        inside = _inside(head.rest)
        if at is None and inside is None:
            return None
        title, rest = (head.rest[at].text, head.rest[at + 1 :]) if at is not None else ("", head.rest)
        inside = _inside(rest)
        if not title and inside is not None:
            title, rest, inside = rejoined(rest[:inside]), rest[inside:], 0
            if not title:  # what stands before "in" is the title, and nobody is named
                title, head = ", ".join(author.label for author in head.authors), replace(head, authors=())
        elif at:
            self._unread(head.rest[:at])
        if inside is not None and (found := chapter(title, rest[inside:], self.told, self.style)):
            self._unread(found.unread)
            return replace(found.work, authors=head.authors, others=head.others)
        return self._periodical(title, rest, head)

    def _periodical(self, title: str, rest: list[Field], head: Heading) -> Work:
        found = article(title, rest, self.told)
        if found.assumed:
            self.doubts.append(("The kind of work is not certain.", f"It was {found.assumed}."))
        self._unread(found.unread)
        authors = head.authors or found.authors
        return replace(found.work, authors=authors, others=head.others)

    def _alone(self, head: Heading) -> Work:
        """A work that stands by itself: a book, a report, a document, a broadcast."""
        told, texts = self.told, [part.text for part in head.rest]
        broadcast = _broadcast(head, told)
        if broadcast:
            return broadcast
        taken = len(told.rest) - len(head.rest)
        before = texts if told.imprint_at is None else texts[: max(0, told.imprint_at - taken)]
        series = self._series(texts[len(before) :])
        before = _imprint_without_brackets(before, told)
        before, editors = _edited(before)
        title = ", ".join(before) or self._untitled(head)
        has_imprint = bool(told.place or told.publisher)
        kind = kinds.of_work(title, _said(head), has_imprint, bool(told.identifiers))
        if kind.assumed:
            self.doubts.append(("The kind of work is not certain.", f"It was {kind.assumed}."))
        authors, editors = ((), head.authors) if head.as_editors else (head.authors, editors)
        authors = authors or _issuing(title)
        return Work(kind.name, title, authors, editors, others=head.others, series_title=series)

    def _series(self, after: list[str]) -> str:
        """What stands after the imprint is a series, if it says so."""
        series = next((text for text in after if words.SERIES.search(text)), "")
        self.told.unread += [text for text in after if text != series]
        return series

    def _untitled(self, head: Heading) -> str:
        self.doubts.append(("No title was found.", "The work was given a description in square brackets."))
        return f"[Work by {_said(head)}]" if head.authors else "[Untitled work]"

    def _odd(self, work: Work, quoted: bool) -> None:
        """Doubt what is seldom so: a title with a comma, or in lower case; an author of one word."""
        if (
            not quoted
            and not work.title.startswith("[")
            and ("," in work.title or work.title[:1].islower() or len(work.title.split()) > 20)
        ):
            self.doubts.append(
                ("The title may hold more than the title.", "All of it was taken for the title.")
            )
        if any(not name.given and not name.organization for name in work.makers):
            self.doubts.append(
                ("A name of one word stands where the author does.", "It was taken for the author.")
            )

    def _dated(self, work: Work) -> Work:
        told, date = self.told, self.told.date
        # The year of a volume is not that of a document which it reprints.
        year = None if work.kind == "OfficialDocument" and work.container else told.year
        if year is None:
            year = self._year_in_title(work)
            said = f"{year} was taken out of the title." if year else "None was written."
            self.doubts.append(("No year is given.", said))
        issue = told.issue or (date.issue if date and work.kind != "NewspaperArticle" else "")
        series = told.volume if work.series_title else ""
        return replace(
            work,
            year=year,
            year_label=(told.year_label or str(year)) if year else "",
            date=date.iso if date and len(date.iso) > 4 else "",
            place=told.place or work.place,
            publisher=told.publisher or work.publisher,
            edition=told.edition,
            volume=work.volume or ("" if series else told.volume),
            series_number=series,
            issue=work.issue or issue,
            identifiers=told.identifiers,
            urls=told.urls,
            language=told.language,
            translators=told.translators,
            page_range=self.located.page_range or told.page_range,
        )

    def _year_in_title(self, work: Work) -> int | None:
        """The last year in the title of a document or report, unless it is kept in an archive."""
        inner = re.findall(r"\b(?:1[5-9]|20)\d\d\b", work.title)
        said = [*(part.text for part in self.located.rest), self.located.locator]
        if work.kind not in {"OfficialDocument", "Report"} or any(map(words.ARCHIVE.search, said)):
            return None
        return int(inner[-1]) if inner else None

    def _range_or_place(self, work: Work) -> tuple[str, Work]:
        """Whether a range alone is that of the piece or the place cited: by the style, and doubtful."""
        locator = self.located.locator
        piece = (
            work.kind in {"JournalArticle", "BookChapter"} and "–" in locator and not self.located.page_range
        )
        if not piece or re.search(r"[§¶]|ch|n\d", locator):
            return locator, work
        whole = self.style.ranges_are_whole
        what = "the pages of the whole piece" if whole else "the place that is cited"
        self.doubts.append(
            (
                f"The pages {locator} may be those of the piece or the place that is cited.",
                f"They were taken for {what}.",
            )
        )
        if not whole:
            return locator, work
        return "", replace(work, page_range=re.sub(r"^[^\d\w]*(?:pp?\.|S\.)\s*", "", locator))

    def _unread(self, rest: list[Field]) -> None:
        self.told.unread += [part.text for part in rest if part.text]


def _inside(rest: list[Field]) -> int | None:
    return next(
        (at for at, part in enumerate(rest) if part.form == "text" and words.IN.match(part.text)), None
    )


def _title_or_affiliation(title: str, plain: list[str]) -> tuple[str, str]:
    """Of the texts between speaker and occasion: the title, and the body that the speaker belongs to."""
    bodies = [text for text in plain if names.is_organization(text)]
    others = [text for text in plain if text not in bodies]
    return title or ", ".join(others), bodies[0] if bodies else ""


def _said(head: Heading) -> str:
    return " and ".join(author.label for author in head.authors) or "an unnamed speaker"


def _broadcast(head: Heading, told: parts.Parts) -> Work | None:
    texts = [
        *(author.label for author in head.authors),
        *(part.text for part in head.rest if part.form == "text"),
    ]
    stations = [text for text in texts if words.BROADCAST.search(text)]
    if (
        not stations
        or told.imprint_at is not None
        or (len(stations) == 1 and head.authors and not names.is_organization(texts[0]))
    ):
        return None
    station, container = stations[-1], stations[0] if len(stations) > 1 else ""
    told.unread += [
        text for text in texts if text not in stations and not re.fullmatch(r"[A-ZÀ-Þ][\w-]+", text)
    ]
    told.place = next(
        (text for text in texts if text not in stations and re.fullmatch(r"[A-ZÀ-Þ][\w-]+", text)), ""
    )
    when = f" of {told.date.iso}" if told.date else ""
    return Work("Broadcast", f"[{station} broadcast{when}]", names.people(station), container_title=container)


def _imprint_without_brackets(before: list[str], told: parts.Parts) -> list[str]:
    """`Title, Place, Publisher, 1978` · `Title, Place: Publisher 1974` · `Title, Place 1983`."""
    if told.imprint_at is not None or len(before) < 2:
        return before
    if parts.place_and_year(told, before[-1]):
        return before[:-1]
    if told.year is None or told.date is not None:
        return before
    if len(before) > 2:
        told.place, told.publisher = before[-2], before[-1]
        return before[:-2]
    told.place, _, told.publisher = (part.strip() for part in before[-1].partition(":"))
    return before[:-1]


def _edited(before: list[str]) -> tuple[list[str], tuple[Name, ...]]:
    for at, text in enumerate(before):
        match = words.EDITED_BY.match(text)
        if match and at:
            return before[:at], names.people(", ".join([text[match.end() :], *before[at + 1 :]]))
    return before, ()


def _issuing(title: str) -> tuple[Name, ...]:
    """The body that a numbered resolution or decision is one of."""
    match = re.match(r"(?P<body>.+?)\s+(?:Resolution|Decision|Directive|Regulation)\s+[\dIVXLC]", title)
    return (Name(match["body"], organization=True),) if match else ()


def _split_at_colon(found: list[Field], style: Style) -> list[Field]:
    """In German notes a colon stands between author and title."""
    if not style.colon_after_author or not found or found[0].form != "text":
        return found
    author, colon, rest = found[0].text.partition(": ")
    if not colon or not (names.people(author) or names.is_organization(author)):
        return found
    return [Field("text", author), Field("text", rest), *found[1:]]


def _of_length(part: str) -> str:
    return f"{len(part.split())} words of it were left out."
