"""Names of arguments that a format cannot carry, written so that no two become one."""

import re
from collections.abc import Callable, Mapping

# The empty name: no other is ever written like this, as the letter it stands for is written as it is.
_EMPTY = "%E2%88%85"
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")


def encoded(name: str, is_safe: Callable[[str], bool], *, not_first: str = "") -> str:
    """Return a name with every letter that is not safe as the bytes of its UTF-8, each `%` and two digits.

    What looks like such a byte already is written anew, so that different names stay different.

    Args:
        name: what is to be written.
        is_safe: whether a letter can stand in the format.
        not_first: the letters that cannot stand first.
    """
    if not name:
        return _EMPTY
    return "".join(
        letter
        if is_safe(letter) and not (at == 0 and letter in not_first) and not _ESCAPE.match(name, at)
        else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "surrogatepass"))
        for at, letter in enumerate(name)
    )


def renamed(names: Mapping[str, str]) -> dict[str, str]:
    """Return those of the names that are not written as they are."""
    return {name: written for name, written in names.items() if name != written}
