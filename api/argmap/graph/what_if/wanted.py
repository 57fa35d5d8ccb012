"""What is supposed, as a caller wrote it in JSON: read strictly, member by member.

Every fault is told with its place (RFC 6901), the first one only: what follows from a fault is none.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NoReturn
from urllib.parse import quote

from pyoxigraph import NamedNode

from argmap.errors import BadBody, UsageError
from argmap.reasoning.acceptability import SEMANTICS
from argmap.reasoning.readings import PREFERENCES, READINGS
from argmap.vocabulary import expand, short

Object = Mapping[str, Any]

MOST = 100
ENDS = ("attackingStatement", "attackedElement")
CHOICES: dict[str, tuple[str, ...]] = {
    "semantics": SEMANTICS,
    "reading": READINGS,
    "preferences": PREFERENCES,
}
_MEMBERS = ("article", "withdraw", "assume", "attacks", *CHOICES)
_KINDS = {dict: "an object", list: "an array", str: "a text", bool: "true or false", type(None): "null"}


@dataclass(frozen=True)
class Wanted:
    """What is supposed of an article, by IRIs, and how it is to be judged; the first choices by default."""

    article: str
    withdraw: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
    attacks: tuple[tuple[str, str], ...] = ()
    semantics: str = SEMANTICS[0]
    reading: str = READINGS[0]
    preferences: str = PREFERENCES[0]


def parse(text: str | bytes) -> Wanted:
    """Return what a JSON text supposes.

    Raises:
        BadBody: the text is no JSON, or not as `docs/what-if.md` has it.
    """
    try:
        plain = text.decode() if isinstance(text, bytes) else text
        found = json.loads(plain, object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise BadBody("#", "is not in UTF-8.") from error
    except (ValueError, RecursionError) as error:  # RecursionError: brackets in brackets in brackets
        raise BadBody("#", f"is no JSON that is read here: {error}. {_EXAMPLE}") from error
    return read(found)


_EXAMPLE = 'Give an object like {"article": "kuperman-1996", "withdraw": ["source/…"]}.'


def read(body: object) -> Wanted:
    """Return what a JSON value supposes; raises BadBody."""
    given = _object(body, "#", _MEMBERS)
    if "article" not in given:
        raise BadBody("#", f"has no article, and it is required. {_EXAMPLE}")
    wanted = Wanted(
        article=_iri(given["article"], "#/article"),
        withdraw=_iris(given, "withdraw"),
        assume=_iris(given, "assume"),
        attacks=_attacks(given),
        **{name: _choice(given, name) for name in CHOICES},
    )
    _refuse_contradiction(wanted)
    return wanted


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f'the member "{name}" is given twice')
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _object(value: object, pointer: str, members: Sequence[str]) -> Object:
    if not isinstance(value, dict):
        raise BadBody(pointer, f"is {_kind(value)}, not an object. {_EXAMPLE}")
    for name in value:
        if name not in members:
            nearest = get_close_matches(name, members, n=1)
            hint = f" Nearest: {nearest[0]}." if nearest else ""
            raise BadBody(
                f"{pointer}/{_escaped(name)}", f"no such member.{hint} It takes {', '.join(members)}."
            )
    return value


def _iris(given: Object, name: str) -> tuple[str, ...]:
    pointer = f"#/{name}"
    found = [_iri(value, f"{pointer}/{at}") for at, value in enumerate(_array(given, name))]
    _refuse_twice(pointer, found)
    return tuple(found)


def _attacks(given: Object) -> tuple[tuple[str, str], ...]:
    found = []
    for at, value in enumerate(_array(given, "attacks")):
        pointer = f"#/attacks/{at}"
        ends = _object(value, pointer, ENDS)
        for end in ENDS:
            if end not in ends:
                raise BadBody(pointer, f"has no {end}, and it is required.")
        attacking, attacked = (_iri(ends[end], f"{pointer}/{end}") for end in ENDS)
        found.append((attacking, attacked))
    _refuse_twice("#/attacks", found)
    return tuple(found)


def _array(given: Object, name: str) -> list[object]:
    value = given.get(name, [])
    if not isinstance(value, list):
        raise BadBody(f"#/{name}", f"is {_kind(value)}, not an array.")
    if len(value) > MOST:
        raise BadBody(f"#/{name}", f"has {len(value)} members, and at most {MOST} are read.")
    return value


def _refuse_twice(pointer: str, found: Sequence[object]) -> None:
    for at, value in enumerate(found):
        if value in found[:at]:
            raise BadBody(f"{pointer}/{at}", f"is the same as {pointer}/{found.index(value)}. Give it once.")


def _iri(value: object, pointer: str) -> str:
    if not isinstance(value, str):
        raise BadBody(pointer, f"is {_kind(value)}, not the IRI or the short form of a thing.")
    try:
        return NamedNode(expand(value)).value
    except (UsageError, ValueError) as error:  # half a letter is a UnicodeError, and so a ValueError
        raise BadBody(pointer, "is no IRI; give one like kuperman-1996/claim/….") from error


def _choice(given: Object, name: str) -> str:
    choices = CHOICES[name]
    value = given.get(name, choices[0])
    if not isinstance(value, str) or value not in choices:
        said = f'"{value}"' if isinstance(value, str) else _kind(value)
        raise BadBody(f"#/{name}", f"{said} is no choice; give one of {', '.join(choices)}.")
    return value


def _refuse_contradiction(wanted: Wanted) -> None:
    for at, iri in enumerate(wanted.assume):
        if iri in wanted.withdraw:
            raise BadBody(f"#/assume/{at}", f'"{short(iri)}" is withdrawn and assumed. Choose one.')
    for at, attack in enumerate(wanted.attacks):
        for end, iri in zip(ENDS, attack, strict=True):
            if iri in wanted.withdraw:
                raise BadBody(
                    f"#/attacks/{at}/{end}",
                    f'"{short(iri)}" is withdrawn: it neither attacks nor is attacked.',
                )


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number")


def _escaped(name: str) -> str:
    """Return a name as a part of a pointer in a URI fragment (RFC 6901, sections 3 and 6)."""
    plain = name.replace("~", "~0").replace("/", "~1")
    return quote(plain.encode("utf-8", "replace"), safe="!$&'()*+,;=:@?")
