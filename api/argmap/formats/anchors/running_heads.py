"""Lines that a copy repeats on page after page: its running heads and feet."""

from collections import Counter

from argmap.formats.anchors.normal_form import letters_of

# A line that is there so often, and no longer than this, is no sentence of the text. Fewer letters may be the
# end of a broken word, or `Ibid.`
_OFTEN, _LONGEST, _FEWEST = 3, 100, 8


def without_running_heads(text: str) -> str | None:
    """Return the text with spaces where lines are repeated, so that all else stays in its place.

    Lines that differ only in numbers and signs count as the same. Returns None where no line is repeated.
    """
    lines = text.splitlines(keepends=True)
    keys = [_key(line) for line in lines]
    repeated = {key for key, count in Counter(keys).items() if len(key) >= _FEWEST and count >= _OFTEN}
    if not repeated:
        return None
    return "".join(_blank(line) if key in repeated else line for line, key in zip(lines, keys, strict=True))


def _key(line: str) -> str:
    short = line.strip()
    return "".join(map(letters_of, short)) if len(short) <= _LONGEST else ""


def _blank(line: str) -> str:
    return "".join(sign if sign in "\r\n\f" else " " for sign in line)
