"""Who stands at the head of a reference: authors, or editors in their place."""

import re
from dataclasses import dataclass

from argmap.formats.notes import names, words
from argmap.formats.notes.fields import Field
from argmap.formats.notes.records import Name

# What begins so is the title of a document, even where it names a body.
_TITLE = re.compile(
    r"(?:Minutes|(?:Annual |Final |Interim )?Report|Proceedings|Records?|Papers|Letters?|"
    r"Speech|Statement|Memorandum|Testimony|Protokoll|Bericht|Rapport|Procès-verbal)\b"
)


@dataclass(frozen=True)
class Heading:
    """The names at the head, whether they are editors or have `others` beside them, and the fields after."""

    authors: tuple[Name, ...]
    rest: list[Field]
    as_editors: bool = False
    others: bool = False


def heading(parts: list[Field]) -> Heading:
    """The names at the head of the fields; none where the title comes first."""
    texts = _leading_texts(parts)
    count = _name_fields(texts, len(parts))
    if count == 0:
        return Heading((), parts)
    said = ", ".join(texts[:count])
    rest = parts[count:]
    as_editors = _ends_in_editors(said) or bool(rest and words.EDITORS_AFTER.fullmatch(rest[0].text))
    if rest and words.EDITORS_AFTER.fullmatch(rest[0].text):
        rest = rest[1:]
    authors = names.people(_without_editors(said)) or (names.person(said),)
    return Heading(authors, rest, as_editors, bool(names.OTHERS.search(said)))


def _leading_texts(parts: list[Field]) -> list[str]:
    texts = []
    for part in parts:
        if part.form != "text":
            break
        texts.append(part.text)
    return texts


def _name_fields(texts: list[str], fields: int) -> int:
    """How many of the first fields are names: one, or as many as a list with "and" takes."""
    if not texts or words.IN.match(texts[0]) or _TITLE.match(texts[0]):
        return 0
    for count in range(len(texts), 1, -1):
        listed = ", ".join(texts[:count])
        closed = names.AND.search(texts[count - 1]) or names.OTHERS.search(texts[count - 1])
        # A title must be left over, or these are no names but the title.
        if (
            closed
            and not any(map(names.AND.search, texts[: count - 1]))
            and fields > count
            and _all_persons(listed)
        ):
            return count
    one = _without_editors(texts[0])
    if fields == 1 and not names.is_person(one):
        return 0
    return int(bool(names.people(one)) or names.is_organization(one)) if fields > 1 else 0


def _all_persons(text: str) -> bool:
    found = names.people(text)
    return bool(found) and all(name.given and not name.organization for name in found)


def _ends_in_editors(text: str) -> bool:
    return text != _without_editors(text)


def _without_editors(text: str) -> str:
    for ending in (
        "(eds.)",
        "(ed.)",
        "(Hg.)",
        "(Hgg.)",
        "(Hrsg.)",
        "(dir.)",
        " eds.",
        " ed.",
        " Hg.",
        " dir.",
    ):
        if text.endswith(ending):
            return text.removesuffix(ending).strip(" ,")
    return text
