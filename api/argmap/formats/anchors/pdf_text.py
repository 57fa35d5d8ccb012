"""The text in a PDF, page by page, by pypdf."""

import logging
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import InputError

if TYPE_CHECKING:
    from pypdf import PdfReader

# pypdf remarks on every oddity of a file; whether the text is there is all that matters here.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(content: bytes, file: Path) -> str:
    """Return the text of a PDF, with a form feed between pages.

    Raises InputError for a file that is damaged or locked, or holds pictures of pages only.
    """
    pages = _pages(_opened(content, file), file)
    text = "\n\f".join(pages)
    if not any(sign.isalpha() for sign in text):
        raise InputError(
            file,
            None,
            f"holds no text: its {len(pages)} pages are pictures only",
            "Have the text recognised (OCR) and save it with the text, or as plain text.",
        )
    return text


def _opened(content: bytes, file: Path) -> "PdfReader":
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        # Many publishers lock files against changes only, with an empty password for readers.
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except DependencyError as error:
        raise _locked(file) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(file) from error
    if locked:
        raise _locked(file)
    return reader


def _pages(reader: "PdfReader", file: Path) -> list[str]:
    from pypdf.errors import DependencyError

    try:
        return [page.extract_text() for page in reader.pages]
    except DependencyError as error:
        raise _locked(file) from error
    # What a damaged file raises is not told by pypdf; whatever it is, the file cannot be read.
    except Exception as error:
        raise _damaged(file) from error


def _locked(file: Path) -> InputError:
    return InputError(
        file, None, "is locked with a password", "Open it with the password and save it without, or as text."
    )


def _damaged(file: Path) -> InputError:
    return InputError(
        file, None, "is a damaged PDF", "Open it in a viewer, and save it anew or as plain text."
    )
