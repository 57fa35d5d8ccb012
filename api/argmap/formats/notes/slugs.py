"""Names for the IRIs of works and agents: short, plain letters, the same each time."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from argmap.formats.notes.records import Name, Note, Reference, Work
from argmap.formats.notes.resolving import folded

_MOST_NAMES = 3
_MOST_WORDS = 8


def slug(text: str) -> str:
    """The text in lower-case letters and digits with hyphens; a digest where it has none of these."""
    plain = re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
    return plain[:80].strip("-") or "x" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def of_agent(name: Name) -> str:
    """The slug of a person or organization."""
    return slug(name.label)


def of_work(work: Work) -> str:
    """The slug of a work: its makers and year, or its title."""
    makers = [name.label if name.organization else name.family for name in work.makers]
    shown = [*makers[:1], "et al"] if len(makers) > _MOST_NAMES else makers
    if not shown:
        shown = work.title.split()[:_MOST_WORDS]
    return slug(" ".join([*shown, work.year_label or str(work.year or "")]))


def named(notes: Sequence[Note]) -> tuple[tuple[Note, ...], dict[str, Work]]:
    """The notes with slugs for the keys of their works, and the works by slug, volumes included."""
    works: dict[str, Work] = {}
    slug_of: dict[str, str] = {}
    for reference in (reference for note in notes for reference in note.references):
        if reference.work and reference.source not in slug_of:
            slug_of[reference.source] = _put(works, reference.work)
    sources = _sources(notes)
    original = {key: slug_of.get(source, "") for key, source in sources.items()}
    return tuple(
        replace(note, references=tuple(_named(each, slug_of, original) for each in note.references))
        for note in notes
    ), works


def _sources(notes: Sequence[Note]) -> dict[str, str]:
    """The key of the work that each reference names, directly or through those it repeats."""
    references = {each.key: each for note in notes for each in note.references}
    sources: dict[str, str] = {}
    for key, reference in references.items():
        # What a short form repeats comes before it.
        sources[key] = reference.source or sources.get(reference.resolves_to or "", "")
    return sources


def _named(reference: Reference, slug_of: dict[str, str], original: dict[str, str]) -> Reference:
    return replace(
        reference, source=slug_of.get(reference.source, ""), original=original.get(reference.original, "")
    )


def _put(works: dict[str, Work], work: Work) -> str:
    """Put a work under a slug that is free, with the volume it stands in."""
    if work.container:
        _put(works, work.container)
    wanted, times = of_work(work), 1
    free = wanted
    while free in works and works[free] != work:
        times += 1
        free = f"{wanted}-{times}"
    works[free] = work
    return free
