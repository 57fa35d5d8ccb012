"""Facts → Turtle, with everything escaped; https://www.w3.org/TR/turtle/#sec-escapes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


@dataclass(frozen=True)
class Iri:
    """A prefixed name, such as `am:Book` or `source:brook-1988`."""

    name: str


Value = Iri | str | int | bool
Facts = Mapping[str, Sequence[Value]]


def block(subject: str, kind: str, facts: Facts) -> str:
    """The facts about one thing, in the order of the shipped data: kind, label, the rest by name."""
    label = [f"  rdfs:label {_value(value)}" for value in facts.get("rdfs:label", ())]
    rest = [
        f"  {name} {', '.join(map(_value, values))}"
        for name, values in sorted(facts.items())
        if values and name != "rdfs:label"
    ]
    return f"{subject}\n" + " ;\n".join([f"  a am:{kind}", *label, *rest]) + " .\n"


def document(comment: str, prefixes: Mapping[str, str], blocks: Iterable[str]) -> str:
    """A Turtle document."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    declared = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
    return f"{head}\n{declared}\n" + "\n".join(blocks)


def local(name: str) -> str:
    """The name, which must be one that needs no escaping.

    Raises:
        ValueError: it is not.
    """
    if not _LOCAL.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the end of an IRI")
    return name


def literal(text: str) -> str:
    """A string in quotation marks."""
    return '"' + "".join(_ESCAPED.get(character) or _escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if 0xD800 <= ord(character) <= 0xDFFF:
        return ""  # half of a character: no encoding can write it
    return f"\\u{ord(character):04X}" if ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 else character


def _value(value: Value) -> str:
    match value:
        case Iri(name):
            return name
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return literal(value)
