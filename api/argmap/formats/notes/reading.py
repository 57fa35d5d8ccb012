"""The bytes of a file → its text, or a refusal that says what the file is instead."""

import unicodedata

from argmap.errors import InputError

REMEDY = "Give a text file that holds the notes, each beginning with its number on a new line."

# First bytes, from the formats' own specifications.
KNOWN = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive, as Word and LibreOffice write",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"\x1f\x8b": "a compressed file",
}


def text_of(data: bytes, file: str) -> tuple[str, str]:
    """The text of a file, and the name of its encoding.

    Raises:
        InputError: the file is empty, or is no text.
    """
    for beginning, kind in KNOWN.items():
        if data.startswith(beginning):
            raise InputError(file, None, f"this is {kind}, not a text", _way_out(kind))
    text, encoding = _decoded(data, file)
    if not text.strip():
        raise InputError(file, None, "the file is empty", REMEDY)
    return clean(text), encoding


def clean(text: str) -> str:
    """The text in composed form, with one kind of line break and without other control characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_kept(character) for character in text)


def _kept(character: str) -> str:
    if character in "\n\f":
        return character
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp"} or character in "\t\v":
        return " "
    # Cc control, Cs lone surrogate, Cn unassigned, Co private (our own marks), Cf format.
    # \u00ad is Cf, and marks where a word was broken.
    return (
        ""
        if category in {"Cc", "Cs", "Cn", "Co"} or (category == "Cf" and character != "\u00ad")
        else character
    )


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, encoding = data.decode("cp1252", errors="replace"), "Windows-1252"
    else:
        encoding = "UTF-8"
    if "\0" in text or sum(map(_is_odd, text)) > len(text) / 20:
        raise InputError(file, None, "this is no text", REMEDY)
    return text, encoding


def _is_odd(character: str) -> bool:
    return character not in "\t\n\r\f\v" and unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"}


def _way_out(kind: str) -> str:
    if kind == "a PDF":
        return "Copy its notes into a text file, or take its text out first (for example with pdftotext)."
    return "Save its notes as a plain text file first."
