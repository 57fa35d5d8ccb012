"""A terminal, as far as the program can tell."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from unittest.mock import patch


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> list[str]:
        """The lines that a reader sees."""
        return re.sub(r"\x1b\[[\d;]*m", "", self.getvalue()).splitlines()


@contextmanager
def on_terminal(columns: int = 80) -> Iterator[Terminal]:
    """Make standard output a terminal of that width."""
    with patch.dict("os.environ", {"COLUMNS": str(columns)}), redirect_stdout(Terminal()) as terminal:
        yield terminal
