"""The text of a framework file, and where in it something is."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from argmap.errors import InputError

# More than this is no framework that can be searched, and would fill the memory.
MOST_BYTES = 100_000_000
MOST_ARGUMENTS = 1_000_000
MOST_ATTACKS = 2_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Text:
    """A text with line breaks of one kind, and the name of its file."""

    text: str
    file: str

    def error(self, offset: int, message: str, remedy: str) -> InputError:
        """Return what is wrong at a place in the text."""
        before = self.text.rfind("\n", 0, offset)
        line = self.text.count("\n", 0, offset) + 1
        return InputError(self.file, line, message, remedy, column=offset - before)

    def check_size(self, arguments: int, attacks: int) -> None:
        """Raise InputError if there are more than can be held."""
        for count, most, what in (
            (arguments, MOST_ARGUMENTS, "arguments"),
            (attacks, MOST_ATTACKS, "attacks"),
        ):
            if count > most:
                raise InputError(
                    self.file, None, f"it has more than {most:,} {what}", "Give a part of the framework."
                )


def text_of(content: bytes, file: str) -> Text:
    """Return the text of a file; raise InputError if it is none."""
    if len(content) > MOST_BYTES:
        raise InputError(
            file, None, f"it has more than {MOST_BYTES:,} bytes", "Give a part of the framework."
        )
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    try:
        decoded = content.removeprefix(BOM_UTF8).decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1:,} is no text in {encoding.upper()}"
        raise InputError(file, None, message, "Save it as plain text in UTF-8.") from error
    text = Text(decoded.replace("\r\n", "\n").replace("\r", "\n"), file)
    if control := _CONTROL.search(text.text):
        raise text.error(
            control.start(),
            f"there is a control character, U+{ord(control[0]):04X}",
            "Save it as plain text, and take the character out.",
        )
    return text


def shown(name: str) -> str:
    """Return a name in quotes, as much of it as a message can show."""
    return f'"{name}"' if len(name) <= 60 else f'"{name[:60]}…"'


def _too_large(file: str, than: str) -> InputError:
    return InputError(file, None, f"it has more than {than}", "Give a part of the framework.")
