"""The text of a reader's own copy: a plain text in whatever encoding, or a PDF."""

import codecs
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from argmap.errors import InputError
from argmap.formats.anchors import pdf_text

# Longer than any article, and any book; more is a mistake.
_MOST_BYTES = 100_000_000
# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXTS = ((b"PK\x03\x04", "a zip archive, or a document of a word processor"), (b"\x1f\x8b", "compressed"))


@dataclass(frozen=True)
class CopyText:
    """The text of a copy, and the SHA-256 of the file; `paged` if its pages are divided by form feeds."""

    text: str = field(repr=False)
    sha256: str
    paged: bool

    def page(self, offset: int) -> int:
        """Return which page of the file a character stands on, from 1."""
        return self.text.count("\f", 0, offset) + 1

    def line(self, offset: int) -> int:
        """Return which line a character stands on, from 1."""
        return self.text.count("\n", 0, offset) + 1


def read_copy(file: Path) -> CopyText:
    """Read a copy; raise InputError if there is no text in it to be read."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
    except IsADirectoryError as error:
        raise _refused(file, "is a folder", "Give the file of your copy, a text or a PDF.") from error
    except OSError as error:
        raise _refused(
            file, f"cannot be read ({error.strerror})", "Check the path, and your rights."
        ) from error
    if len(content) > _MOST_BYTES:
        raise _refused(file, "is larger than 100 megabytes", "Give the article alone.")
    paged = content[:1024].lstrip().startswith(b"%PDF-")
    if file.suffix.lower() == ".pdf" and not paged:
        raise _refused(file, "is named as a PDF, but is none", "Save it as a PDF, or as plain text (.txt).")
    text = pdf_text.read(content, file) if paged else _decoded(content, file)
    return CopyText(text, sha256(content).hexdigest(), paged)


def _decoded(content: bytes, file: Path) -> str:
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    for encoding in marked or _guesses(content, file):
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    # Every byte means something in Latin-1; only a few signs that are no letters do not in Windows-1252.
    return content.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")


def _guesses(content: bytes, file: Path) -> tuple[str, ...]:
    """Return the encodings that a text without a mark may have, the likeliest first."""
    for start, what in _NO_TEXTS:
        if content.startswith(start):
            raise _refused(file, f"is no text: it is {what}", "Save your copy as plain text or as a PDF.")
    even, odd = content[0:4096:2].count(0), content[1:4096:2].count(0)
    if not even and not odd:
        return ("utf-8", "cp1252")
    few = len(content[:4096]) // 16
    if min(even, odd) > few or max(even, odd) <= few:
        raise _refused(file, "is no text", "Save your copy as plain text or as a PDF.")
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _refused(file: Path, message: str, remedy: str) -> InputError:
    return InputError(file, None, message, remedy)
