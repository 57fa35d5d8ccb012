"""What a version changes, as Markdown for people and as JSON for programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain

from argmap.model.ontology_change import Fate, Saying, TermChange, VersionChanges

_LITERALLY = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]#"} | {"<": "&lt;", "&": "&amp;"})
_HEADS: dict[Fate, str] = {
    "added": "Added",
    "removed": "Removed",
    "deprecated": "Deprecated",
    "changed": "Changed",
}


def to_markdown(changes: VersionChanges) -> str:
    """Return the changes as a Markdown document."""
    return "\n".join(_document(changes)) + "\n"


def to_json(changes: VersionChanges) -> str:
    """Return the changes as a JSON document: version, previous, same, counts, and each term with its fate."""
    return json.dumps(asdict(changes), ensure_ascii=False, indent=2) + "\n"


def _document(changes: VersionChanges) -> Iterator[str]:
    yield f"# What version {changes.version} changes"
    yield ""
    yield f"{_summary(changes)} It has {_listed(changes.counts)}."
    for fate, head in _HEADS.items():
        terms = changes.of(fate)
        if terms:
            yield from ("", f"## {head}", "")
            yield from chain.from_iterable(map(_entry, terms))


def _summary(changes: VersionChanges) -> str:
    if changes.previous is None:
        return "This is the first version that is released; there is none before it to compare it with."
    since = f"since version {changes.previous}"
    if changes.same:
        return f"Nothing has changed {since}: both say the same triples."
    if not changes.terms:
        return f"Nothing has changed {since} but the order in which members of sets are written."
    counts = {fate: len(changes.of(fate)) for fate in _HEADS}
    told = ", ".join(f"{count} {fate}" for fate, count in counts.items() if count)
    return f"Terms {since}: {told}."


def _listed(counts: dict[str, int]) -> str:
    return (
        ", ".join(f"{count} {sort if count == 1 else _plural(sort)}" for sort, count in counts.items())
        or "no terms"
    )


def _plural(sort: str) -> str:
    if sort.endswith("y"):
        return f"{sort[:-1]}ies"
    return f"{sort}es" if sort.endswith("s") else f"{sort}s"


def _entry(term: TermChange) -> Iterator[str]:
    yield f"- `{term.name}` ({term.sort})"
    if term.fate == "removed":
        return
    new = {saying.aspect: saying for saying in term.gained}
    alone = {each.aspect for each in term.lost if _is_alone(term, each.aspect)}
    for saying in term.lost:
        if saying.aspect in alone:
            yield f"  - {saying.aspect}: was {_code(saying)}, is {_code(new[saying.aspect])}"
        else:
            yield f"  - no longer {saying.aspect}: {_code(saying)}"
    for saying in term.gained:
        if saying.aspect not in alone:
            yield f"  - {'' if term.fate == 'added' else 'now '}{saying.aspect}: {_code(saying)}"


def _is_alone(term: TermChange, aspect: str) -> bool:
    """Whether one saying took the place of one other."""
    return [sum(each.aspect == aspect for each in side) for side in (term.lost, term.gained)] == [1, 1]


def _code(saying: Saying) -> str:
    """Return a value as text that Markdown leaves alone."""
    if saying.value.startswith('"') and saying.value.endswith('"'):
        return saying.value.translate(_LITERALLY)
    fence = "``" if "`" in saying.value else "`"
    return f"{fence}{saying.value}{fence}"
