"""Dates as notes write them, in English, German and French → ISO dates."""

import re
from dataclasses import dataclass

MONTHS = {
    1: "January|Jan|Januar|Jänner|janvier|janv",
    2: "February|Feb|Februar|février|févr",
    3: "March|Mar|März|mars",
    4: "April|Apr|avril|avr",
    5: "May|Mai",
    6: "June|Jun|Juni|juin",
    7: "July|Jul|Juli|juillet|juil",
    8: "August|Aug|août",
    9: "September|Sept|Sep|septembre",
    10: "October|Oct|Oktober|Okt|octobre",
    11: "November|Nov|novembre",
    12: "December|Dec|Dezember|Dez|décembre|déc",
}
_ANY = "|".join(sorted("|".join(MONTHS.values()).split("|"), key=len, reverse=True))
MONTH = rf"(?:{_ANY})(?![a-zß-ÿ])\.?"
SEASON = r"(?:Spring|Summer|Autumn|Fall|Winter|Frühjahr|Frühling|Sommer|Herbst|printemps|été|automne|hiver)"
YEAR = r"(?:1[0-9]|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LEAD = r"(?:(?:dated|of|on|vom|am|du|le|den)\s+)?"
_FORMS = (
    re.compile(
        rf"{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY})(?:st|nd|rd|th)?\s*,?\s+(?P<year>{YEAR})", re.IGNORECASE
    ),
    re.compile(
        rf"{_LEAD}(?P<day>{DAY})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})",
        re.IGNORECASE,
    ),
    re.compile(rf"{_LEAD}(?P<day>{DAY})\.\s?(?P<number>{DAY})\.\s?(?P<year>{YEAR})"),
    re.compile(rf"{_LEAD}(?P<span>{MONTH}\s*[-–—/]\s*{MONTH}),?\s+(?P<year>{YEAR})", re.IGNORECASE),
    re.compile(rf"{_LEAD}(?P<month>{MONTH}),?\s+(?P<year>{YEAR})", re.IGNORECASE),
    re.compile(rf"(?P<span>{SEASON}(?:\s*[-–—/]\s*{SEASON})?),?\s+(?P<year>{YEAR})", re.IGNORECASE),
)
_COMMA = re.compile(rf"({MONTH}\s*{DAY}(?:st|nd|rd|th)?)\s*,\s*({YEAR})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Date:
    """A date: `iso` with as much as is given, and `issue` where it names a span of months or a season."""

    iso: str
    year: int
    start: int
    end: int
    issue: str = ""

    @property
    def has_day(self) -> bool:
        """Whether the day is given."""
        return len(self.iso) == len("1994-04-06")


def find(text: str) -> Date | None:
    """The first date in a text that has a month or a season; None if there is none."""
    found = [match for form in _FORMS if (match := form.search(text))]
    if not found:
        return None
    return _date(min(found, key=lambda match: (match.start(), -match.end())))


def whole(text: str) -> Date | None:
    """The date that the whole text is."""
    date = find(text)
    return date if date and not (text[: date.start] + text[date.end :]).strip(" .,()") else None


def years(text: str) -> list[int]:
    """The years in a text, in order."""
    return [int(year) for year in re.findall(rf"(?<![\d/.-]){YEAR}(?![\d/])", text)]


def hide_commas(text: str, stand_in: str) -> str:
    """The text with `stand_in` for the comma inside a date, so that the date is not cut there."""
    return _COMMA.sub(lambda match: match.group().replace(",", stand_in), text)


def _date(match: re.Match[str]) -> Date:
    given = match.groupdict()
    year = int(given["year"])
    parts = [str(year)]
    if given.get("number") and int(given["number"]) <= 12:
        parts += [f"{int(given['number']):02}"]
    elif given.get("month"):
        parts += [f"{_month(given['month']):02}"]
    if given.get("day") and len(parts) == 2:
        parts += [f"{int(given['day']):02}"]
    issue = f"{given['span']} {year}" if given.get("span") else ""
    return Date("-".join(parts), year, match.start(), match.end(), issue)


def _month(name: str) -> int:
    bare = name.rstrip(".").casefold()
    return next(number for number, names in MONTHS.items() if bare in names.casefold().split("|"))
