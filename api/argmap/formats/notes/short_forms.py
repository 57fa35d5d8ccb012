"""A short form (ibid., op. cit., author and short title, "note 4 above") → what it says of the work."""

import re
from dataclasses import dataclass

from argmap.formats.notes import dates, locators, names, words
from argmap.formats.notes.fields import Field, fields
from argmap.formats.notes.records import Name

_AUTHOR_YEAR = re.compile(
    rf"(?P<who>[^()\d,:]+?),?\s+\(?(?P<year>{dates.YEAR}[a-z]?)(?:\s*[:,]\s*(?P<pages>[^()]+?))?\)?(?P<rest>(?:,.*)?)"
)
_MOST_FIELDS = 2  # author and short title


@dataclass(frozen=True)
class Short:
    """What a short form says: the names, the title, the year, the note it points back to."""

    form: str  # short, ibid
    makers: tuple[Name, ...] = ()
    first: str = ""  # the first part, which may be a name, a title or an alias
    title: str = ""
    year: str = ""
    number: int | None = None
    locator: str = ""
    marked: bool = False  # it says that it repeats: op. cit., note 4 above
    left: str = ""

    @property
    def printed(self) -> str:
        """Its words: `Brook`, `Ashdown, Salt Road`, `Ibid.`, `note 4`."""
        back = f"note {self.number}" if self.number is not None else ""
        said = ", ".join(filter(None, (self.first, self.title, self.year, back)))
        return "Ibid." if self.form == "ibid" else said


def read(text: str, listed: bool = False) -> Short | None:
    """What a marked text says as a short form; None if it says too much to be one.

    Args:
        text: the text.
        listed: whether `A, B and C` is a list of names, and not a name and a title.
    """
    text = text.strip(" .") if not re.search(r"\b(?:ff?|O)\.$", text.strip()) else text.strip()
    ibid = words.IBID.match(f"{text}.")
    if ibid and not words.SAME_AUTHOR.match(text):
        return _ibid(text[ibid.end() :])
    text, number = _without_back(text)
    bare = words.OP_CIT.sub(" ", text).strip(" ,")
    marked = number is not None or bare != text.strip(" ,")
    return _named(bare, number, marked, listed)


def _ibid(rest: str) -> Short:
    located = locators.take(fields(rest), bare_numbers=True)
    return Short(
        "ibid", locator=located.locator, marked=True, left=" ".join(part.text for part in located.rest)
    )


def _without_back(text: str) -> tuple[str, int | None]:
    """The text without what points back to a note, and that note's number."""
    for form in (words.BACK_IN_BRACKETS, words.BACK):
        match = form.search(text)
        if match:
            number = int(re.findall(r"\d+", match.group())[-1])
            return re.sub(r"\s*,\s*,\s*", ", ", f"{text[: match.start()]}, {text[match.end() :]}").strip(
                " ,"
            ), number
    return text, None


def _named(text: str, number: int | None, marked: bool, listed: bool) -> Short | None:
    dated = _AUTHOR_YEAR.fullmatch(text)
    if dated and not dates.find(text) and names.people(dated["who"].strip()):
        return _author_year(dated, number, marked)
    located = locators.take(_colon_parted(fields(text)), bare_numbers=True)
    rest = [part for part in located.rest if not words.ALIAS.fullmatch(f"({part.text})")]
    before = len(_names_before(rest)) if listed else 0
    if len(rest) > _MOST_FIELDS + before or any(part.form == "paren" for part in rest) or dates.find(text):
        return None
    return _parts(rest, before, located.locator, number, marked)


def _colon_parted(parts: list[Field]) -> list[Field]:
    """`Achter: Brücken`: in German a colon may stand between name and title."""
    if not parts or parts[0].form != "text":
        return parts
    who, colon, title = parts[0].text.partition(": ")
    short = bool(colon) and len(who.split()) < 4 and bool(names.people(who))
    return [Field("text", who), Field("text", title), *parts[1:]] if short else parts


def _names_before(rest: list[Field]) -> list[Field]:
    """Names before the last of a list: `Able, Baker and Cole`."""
    for at, part in enumerate(rest):
        if at and part.form == "text" and names.AND.search(part.text) and names.people(part.text):
            return rest[:at]
    return []


def _parts(rest: list[Field], before: int, locator: str, number: int | None, marked: bool) -> Short:
    texts = [part.text for part in rest]
    if rest and rest[0].form == "quoted":
        return Short("short", (), "", texts[0], "", number, locator, marked, " ".join(texts[1:]))
    first = ", ".join(texts[: before + 1])
    title = texts[before + 1] if len(texts) > before + 1 else ""
    return Short("short", names.people(first), first, title, "", number, locator, marked)


def _author_year(match: re.Match[str], number: int | None, marked: bool) -> Short:
    located = locators.take(fields(match["rest"]), bare_numbers=True)
    locator = located.locator or locators.normal(match["pages"] or "")
    left = " ".join(part.text for part in located.rest)
    return Short(
        "short",
        names.people(match["who"]),
        match["who"].strip(),
        "",
        match["year"],
        number,
        locator,
        marked,
        left,
    )
