"""What is worked out for a text, kept for the next time: a store never changes."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

# More than an answer has; a store of millions of terms is not to be held twice.
_MOST = 10_000


class Remembered(dict[str, Value]):
    """What a function gives for texts, each worked out when it is first looked up."""

    def __init__(self, function: Callable[[str], Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> Value:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = self._function(text)
        return found
