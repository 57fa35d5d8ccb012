"""Trivial Graph Format: a line an argument, `#`, a line an attack; a format of the first ICCMA (2015).

An argument may have a label behind its name. One behind an attack, empty lines, and what is said twice do no
harm. Without `#` there is no attack.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from argmap.formats.frameworks.framework_file import FrameworkFile, Written
from argmap.formats.frameworks.names import encoded, renamed
from argmap.formats.frameworks.text import Text, shown
from argmap.model.framework import Framework

# Only what is white space to everyone; other spaces are letters of a name.
_WORDS = re.compile(r"[^ \t\f\v]+")
_WHITE = " \t\f\v"


class _Line(NamedTuple):
    """A line, or a word of it, and where in the text it starts."""

    start: int
    text: str


def read(text: Text) -> FrameworkFile:
    """Read a framework; raise InputError, with line and column, for what is none."""
    lines = _lines(text.text)
    texts = _arguments(text, lines)
    attacks = dict.fromkeys(_attack(text, line, texts) for line in lines)
    text.check_size(len(texts), len(attacks))
    labels = {name: label for name, label in texts.items() if label}
    return FrameworkFile(Framework(tuple(texts), tuple(attacks)), labels)


def write(framework: Framework) -> Written:
    """Write a framework; what cannot stand in a name, such as a space, is written as %20 and so on."""
    names = {name: encoded(name, _is_safe, not_first="#") for name in framework.arguments}
    attacks = (f"{names[attacker]} {names[target]}" for attacker, target in framework.attacks)
    return Written("".join(f"{line}\n" for line in (*names.values(), "#", *attacks)), renamed(names))


def _is_safe(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace()


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines in which something is."""
    start = 0
    for line in text.split("\n"):
        if line.strip(_WHITE):
            yield _Line(start, line)
        start += len(line) + 1


def _arguments(text: Text, lines: Iterator[_Line]) -> dict[str, str]:
    """Return the labels of the arguments by their names; the lines are then behind the `#`."""
    texts = dict[str, str]()
    labelled, twice = list[int](), list[_Line]()
    for line in lines:
        name, *rest = _words(line)
        if name.text == "#":
            break
        if name.text.startswith("#"):
            raise text.error(name.start, f'{shown(name.text)} begins with "#"', _NO_COMMENTS)
        labelled += [word.start for word in rest[:1]]
        label = line.text[rest[0].start - line.start :].rstrip(_WHITE) if rest else ""
        if texts.setdefault(name.text, label) != label:
            twice.append(name)
    else:
        if labelled:
            said = 'there is no line "#", so that this may be an attack or a label'
            raise text.error(labelled[0], said, _SEPARATE)
    for name in twice:
        said = f"the argument {shown(name.text)} is there twice, with different labels"
        raise text.error(name.start, said, _ONCE)
    return texts


def _attack(text: Text, line: _Line, arguments: Mapping[str, str]) -> tuple[str, str]:
    """Return the attack that a line behind the `#` says."""
    attacker, *rest = _words(line)
    if attacker.text.startswith("#"):
        raise text.error(attacker.start, 'there is a second line that begins with "#"', _NO_COMMENTS)
    if not rest:
        raise text.error(attacker.start, f"{shown(attacker.text)} stands alone", _PAIR)
    for end in (attacker, rest[0]):
        if end.text not in arguments:
            raise text.error(end.start, f"there is no argument {shown(end.text)}", _DECLARE)
    return attacker.text, rest[0].text


def _words(line: _Line) -> list[_Line]:
    """Return the first three words of a line; nothing depends on the others."""
    return [_Line(line.start + word.start(), word[0]) for word in islice(_WORDS.finditer(line.text), 3)]


_NO_COMMENTS = 'There are no comments in this format; only one line begins with "#", before the attacks.'
_ONCE = "Name it once."
_SEPARATE = 'Put a line with "#" between the arguments and the attacks.'
_PAIR = "An attack is two names, the attacker first."
_DECLARE = 'Add a line with its name before the "#", or leave the attack out.'
