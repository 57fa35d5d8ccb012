"""The numbered format of ICCMA since 2023: `p af N`, then a line an attack; `#` begins a comment."""

import re
from collections.abc import Iterator

from argmap.formats.frameworks.framework_file import FrameworkFile, Written
from argmap.formats.frameworks.names import renamed
from argmap.formats.frameworks.text import MOST_ARGUMENTS, Text
from argmap.model.framework import Framework

_HEAD = re.compile(r"\s*p\s+af\s+([0-9]{1,12})\s*", re.ASCII)
_ATTACK = re.compile(r"\s*([0-9]{1,12})\s+([0-9]{1,12})\s*", re.ASCII)


def read(text: Text) -> FrameworkFile:
    """Read a framework, whose arguments are named by numbers from 1; raise InputError for what is none."""
    lines = _lines(text.text)
    start, line = next(lines, (len(text.text), ""))
    head = _HEAD.fullmatch(line)
    if not head:
        raise text.error(start, 'the first line is not "p af" with the number of arguments', _LIKE_THIS)
    count = int(head[1])
    text.check_size(count, 0)
    attacks = dict.fromkeys(_attack(text, start, line, count) for start, line in lines)
    text.check_size(count, len(attacks))
    return FrameworkFile(Framework(tuple(map(str, range(1, count + 1))), tuple(attacks)))


def write(framework: Framework) -> Written:
    """Write a framework, its arguments numbered in their order."""
    names = {name: str(number) for number, name in enumerate(framework.arguments, 1)}
    attacks = (f"{names[attacker]} {names[target]}\n" for attacker, target in framework.attacks)
    return Written("".join((f"p af {len(names)}\n", *attacks)), renamed(names))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which something is said, with where they start."""
    start = 0
    for line in text.split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            yield start, line
        start += len(line) + 1


def _attack(text: Text, start: int, line: str, count: int) -> tuple[str, str]:
    attack = _ATTACK.fullmatch(line)
    if not attack:
        raise text.error(start, "this line is not two numbers", _LIKE_THIS)
    for end in (1, 2):
        if not 1 <= int(attack[end]) <= count:
            raise text.error(start + attack.start(end), f"there is no argument {attack[end]}", _IN_RANGE)
    return str(int(attack[1])), str(int(attack[2]))


_LIKE_THIS = f'The format is "p af N", with N up to {MOST_ARGUMENTS:,}, then a line an attack, such as "1 2".'
_IN_RANGE = "Arguments are numbered from 1 to the N of the first line."
