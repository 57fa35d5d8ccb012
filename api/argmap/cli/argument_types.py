"""What the value of an option must be; anything else is wrong usage."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path


def existing(text: str) -> Path:
    """A file or folder that is there."""
    path = Path(text)
    if not path.exists():
        raise ArgumentTypeError(f"there is no file or folder {text!r}")
    return path


def pair(text: str) -> tuple[str, str]:
    """`NAME=VALUE`, apart."""
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def names(text: str) -> tuple[str, ...]:
    """Names with commas between."""
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    if not found:
        raise ArgumentTypeError(f"{text!r} holds no name")
    return found


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number between two bounds, both allowed."""

    def read(text: str) -> int:
        # `int` takes signs, underscores and other scripts' digits as well.
        if not (text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= most):
            raise ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return read


def hexadecimal(least: int) -> Callable[[str], bytes]:
    """Bytes in hexadecimal, at least so many."""

    def read(text: str) -> bytes:
        try:
            found = bytes.fromhex(text) if text.isalnum() else b""
        except ValueError:
            found = b""
        if len(found) < least:
            raise ArgumentTypeError(f"{text!r} is not at least {2 * least} characters of 0-9 and a-f")
        return found

    return read
