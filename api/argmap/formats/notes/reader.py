"""The text of a note list → all that is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.errors import InputError
from argmap.formats.notes import joining, pages, slugs, splitting, styles
from argmap.formats.notes.interpreting import Interpreter
from argmap.formats.notes.reading import REMEDY, clean
from argmap.formats.notes.records import Doubt, Note, NoteList, RawNote
from argmap.formats.notes.splitting import Split

AUTO = "auto"


def read(text: str, style: str = AUTO, file: str = "the notes") -> NoteList:
    """The notes in a text, with their references and the works these name.

    Args:
        text: the list; each note begins with its number on a new line.
        style: `auto`, or one of `argmap.formats.notes.styles.NAMES`.
        file: the name of the file, for messages.

    Raises:
        BadParameter: there is no such style.
        InputError: there is no numbered note in the text.
    """
    given = None if style == AUTO else styles.named(style)
    cleaned, found = _split(clean(text))
    if not found.notes:
        raise InputError(file, None, "no numbered notes were found", REMEDY)
    convention = given or styles.told(text)
    vocabulary = joining.words_of(found.notes)
    interpreter = Interpreter(convention)
    notes = [_note(interpreter, raw, joining.joined(raw.lines, vocabulary)) for raw in found.notes]
    named, works = slugs.named(notes)
    left_out = [
        *cleaned.left_out,
        *((line.number, "before the first note") for line in found.before if line.text.strip()),
    ]
    return NoteList(convention.name, named, works, tuple(sorted(left_out)), found.doubts)


def _note(interpreter: Interpreter, raw: RawNote, text: joining.Joined) -> Note:
    note = interpreter.note(raw, text)
    parted = tuple(_parted(raw, text.parted))
    empty = Doubt(raw.key, note.line, "The note is empty.", "It was written without a reference.")
    doubts = (*note.doubts, *parted, *(() if text.text else (empty,)))
    return replace(note, doubts=doubts)


def _parted(raw: RawNote, words: Sequence[tuple[int, str]]) -> Iterator[Doubt]:
    if words:
        shown = ", ".join(f'"{word}"' for _, word in words)
        about = f"Words seem to run together: {shown}."
        yield Doubt(
            raw.key, words[0][0], about, "They were taken apart." if len(words) > 1 else "It was taken apart."
        )


def _split(text: str) -> tuple[pages.Cleaned, Split]:
    """The notes by the numbers at the beginning of lines, else on lines of their own, else inside lines."""
    cleaned = pages.without_page_lines(text)
    found = splitting.split(
        cleaned.lines, cleaned.page_of, ("bracketed", "dotted", "raised", "spaced", "glued")
    )
    if len(found.notes) < 2:
        alone = pages.without_page_lines(text, numbers_are_pages=False)
        other = splitting.split(alone.lines, alone.page_of, ("alone",))
        if len(other.notes) > 2:
            return alone, other
        inside = splitting.split(splitting.split_inside(cleaned.lines), {}, ("dotted",))
        if len(inside.notes) > len(found.notes):
            return cleaned, _with(
                inside, "The notes stand on one line.", "They were told apart by their numbers."
            )
    return cleaned, found


def _with(found: Split, about: str, assumed: str) -> Split:
    return Split(found.notes, found.before, (*found.doubts, Doubt(None, None, about, assumed)))
