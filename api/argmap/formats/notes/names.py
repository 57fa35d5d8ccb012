"""Names of persons and organizations, as notes print them."""

import re

from argmap.formats.notes.records import Name
from argmap.formats.notes.words import FAMILY_PARTICLES, LEADING_PARTICLES, ORGANIZATION, PARTICLES

_OFFICE = re.compile(
    r"^(?:(?:UN|U\.N\.|US|U\.S\.|former|Former|then|Acting)\s+)*(?:Secretary[- ]General|"
    r"Secretary of State|President|Prime Minister|Minister|Ambassador|Senator|Sen\.|"
    r"Representative|Rep\.|Judge|Justice|Major[- ]General|Lieutenant[- ]Colonel|Major|Maj\.|"
    r"Colonel|Col\.|General|Gen\.|Captain|Capt\.|Lieutenant|Lt\.|Sergeant|"
    r"Prof(?:essor|\.)|Dr\.|Mr\.|Mrs\.|Ms\.|Sir|Lady|Lord|Father|Fr\.|Rev\.|Reverend|"
    r"M\.(?= [A-Z][a-z]+ [A-Z])|Mme|Mlle)\s+"
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_TOKEN = re.compile(r"(?:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*|(?:[dDlL]['’]|O['’])?[A-ZÀ-Þ][\w'’-]*\.?)")
AND = re.compile(r"\s*(?:,\s*)?(?:\band\b|&|\bet\b(?!\s+al)|\bund\b|\s/\s)\s*")
OTHERS = re.compile(r",?\s*(?:\bet\s+al\b\.?|\band others\b|\bu\.\s?a\.|\bet alii\b)\s*$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[\s-]?)+")


def is_person(text: str) -> bool:
    """Whether a text looks like the name of one person, in the order given name, family name."""
    tokens = bare(text).split()
    if not 1 < len(tokens) <= 6 or ORGANIZATION.search(" ".join(tokens)) or re.search(r"\d", text):
        return False
    good = all(_TOKEN.fullmatch(token) or token in PARTICLES for token in tokens)
    return (
        good
        and not tokens[-1].endswith(".")
        and tokens[0] not in {"The", "A", "An", "Der", "Die", "Das", "Le", "La", "Les", "Un", "Une", "L'"}
    )


def is_organization(text: str) -> bool:
    """Whether a text names a body, by one of its words or as an acronym."""
    return bool(ORGANIZATION.search(text)) or bool(re.fullmatch(r"[A-Z]{2,6}", text))


def people(text: str) -> tuple[Name, ...]:
    """The names in a list such as `A. Able, Ben Baker and Cat Cole et al.`; nothing if they are no names."""
    text = OTHERS.sub("", _SUFFIX.sub(lambda match: match.group().replace(",", ""), text)).strip(" ,")
    if is_organization(bare(text)) and not any(is_person(part) for part in AND.split(text)):
        return (Name(text, organization=True),)
    parts = [part.strip() for piece in AND.split(text) for part in piece.split(",") if part.strip()]
    return tuple(map(person, parts)) if parts and all(map(_is_name, parts)) else ()


def inverted(text: str) -> tuple[Name, ...]:
    """The names in a list such as `Ide, M., & Sutter, K. L.`; nothing if it is no such list."""
    text = OTHERS.sub("", text).strip(" ,")
    found = re.findall(
        rf"([^,&]+),\s*({_INITIALS.pattern}|[A-ZÀ-Þ][\w'’-]+(?:\s{_INITIALS.pattern})?)(?:,\s*|\s*$|(?=\s*(?:&|and\b|und\b|et\b)))",
        text,
    )
    names = tuple(Name(AND.sub("", family).strip(), given.strip()) for family, given in found)
    rest = re.sub(r"[\s,&.]|\band\b|\bund\b|\bet\b", "", text)
    said = re.sub(r"[\s,&.]", "", "".join(name.family + name.given for name in names))
    return names if names and rest == said else ()


def person(text: str) -> Name:
    """One name: what stands last is the family name, with the particles before it, in capitals or not."""
    text = bare(text)
    if is_organization(text) and not is_person(text):
        return Name(text, organization=True)
    tokens = text.split()
    if not tokens:
        return Name(text)
    first = len(tokens) - 1
    while first > 1 and _is_particle(tokens[first - 1]):
        first -= 1
    if first == 1 and tokens[0].lower() in LEADING_PARTICLES:
        first = 0
    return Name(" ".join(tokens[first:]), " ".join(tokens[:first]))


def without_particles(family: str) -> str:
    """A family name without what stands before it: `Waal` of `de Waal`."""
    tokens = family.split()
    while len(tokens) > 1 and _is_particle(tokens[0]):
        tokens = tokens[1:]
    return " ".join(tokens)


def bare(text: str) -> str:
    """A name without offices before it and without suffixes after it."""
    text = _SUFFIX.sub("", text.strip(" ,"))
    while (shorter := _OFFICE.sub("", text)) != text:
        text = shorter
    return text.strip()


def _is_particle(token: str) -> bool:
    return token in PARTICLES or token.lower() in FAMILY_PARTICLES


def _is_name(text: str) -> bool:
    return is_person(text) or bool(re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+", bare(text)))
