"""Abstract argumentation frameworks as files, in the formats of the ICCMA competitions.

Each format is a module with `read` and `write`.
"""

import re
from collections.abc import Callable
from pathlib import PurePath

from argmap.errors import BadParameter
from argmap.formats.frameworks.framework_file import FrameworkFile, Written
from argmap.formats.frameworks.text import Text, text_of
from argmap.model.framework import Framework

__all__ = ["FORMATS", "FrameworkFile", "Written", "read", "write"]

FORMATS = ("tgf", "apx", "af")  # which are also the extensions of their files
_NUMBERED = re.compile(r"(?:\s|#[^\n]*\n)*p\s+af\s")
_FACTS = re.compile(r"\s*(?:%|[a-z]\w*\s*\()")


def read(content: bytes, file: str, format_: str | None = None) -> FrameworkFile:
    """Read a framework.

    Args:
        content: the file.
        file: its name, for messages, and to tell the format by its extension.
        format_: one of FORMATS; if None, told by the extension, or else by how the text begins.

    Raises:
        InputError: it is none; says the line and the column.
    """
    text = text_of(content, file)
    return _readers()[format_ or _format(text)](text)


def write(framework: Framework, format_: str) -> Written:
    """Write a framework in one of FORMATS.

    Raises:
        BadParameter: there is no such format.
    """
    if format_ not in FORMATS:
        raise BadParameter("format", f'there is no "{format_}". There are {", ".join(FORMATS)}.')
    return _writers()[format_](framework)


def _format(text: Text) -> str:
    extension = PurePath(text.file).suffix.lower().removeprefix(".")
    if extension in FORMATS:
        return extension
    if _NUMBERED.match(text.text):
        return "af"
    return "apx" if _FACTS.match(text.text) else "tgf"


# The formats are loaded when one is needed: every command asks here which there are.
def _readers() -> dict[str, Callable[[Text], FrameworkFile]]:
    from argmap.formats.frameworks import apx, numbers, tgf

    return {"tgf": tgf.read, "apx": apx.read, "af": numbers.read}


def _writers() -> dict[str, Callable[[Framework], Written]]:
    from argmap.formats.frameworks import apx, numbers, tgf

    return {"tgf": tgf.write, "apx": apx.write, "af": numbers.write}
