"""A tree for a reader: rich's on a terminal, lines of text in a pipe."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from argmap.cli.plain_text import one_line

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

LIGHT = ("├── ", "└── ", "│   ", "    ")
ASCII = ("|-- ", "`-- ", "|   ", "    ")


@dataclass(frozen=True)
class Branch:
    """One line of the tree: its kind, what it says, where it stands, its short form; and what is below."""

    kind: str
    text: str
    details: tuple[str, ...] = ()
    name: str = ""
    below: tuple["Branch", ...] = ()


def show(root: Branch, out: TextIO | None = None) -> None:
    """Write the tree."""
    stream = out or sys.stdout
    if stream.isatty():
        _show_on_terminal(root, stream)
    else:
        guides = LIGHT if _can_write(LIGHT[0], stream) else ASCII
        stream.writelines(f"{line}\n" for line in lines(root, guides))


def lines(branch: Branch, guides: tuple[str, str, str, str] = LIGHT, indent: str = "") -> Iterator[str]:
    """The tree as lines, one a branch; `indent` stands before every line but the first."""
    yield sentence(branch)
    fork, corner, bar, space = guides
    for position, child in enumerate(branch.below, start=1):
        last = position == len(branch.below)
        first, *rest = lines(child, guides, indent + (space if last else bar))
        yield f"{indent}{corner if last else fork}{first}"
        yield from rest


def sentence(branch: Branch) -> str:
    """The branch as one line, without what is below it."""
    return "".join(part for part, _ in _parts(branch))


def _parts(branch: Branch) -> Iterator[tuple[str, str]]:
    """The pieces of one line, each with its style on a terminal."""
    yield one_line(branch.kind), "bold cyan"
    if branch.text:
        yield f": {one_line(branch.text)}", ""
    if branch.details:
        yield f" ({', '.join(map(one_line, branch.details))})", "green"
    if branch.name:
        yield f" [{one_line(branch.name)}]", "dim"


def _can_write(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _show_on_terminal(root: Branch, stream: TextIO) -> None:
    from rich.console import Console
    from rich.tree import Tree

    tree = Tree(_styled(root), guide_style="dim")
    _grow(tree, root)
    Console(file=stream, highlight=False).print(tree)


def _grow(tree: "Tree", branch: Branch) -> None:
    for child in branch.below:
        _grow(tree.add(_styled(child)), child)


def _styled(branch: Branch) -> "Text":
    from rich.text import Text

    return Text.assemble(*_parts(branch))
