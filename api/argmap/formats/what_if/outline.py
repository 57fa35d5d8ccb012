"""What would be if something were supposed, for readers: what is supposed, the thesis, then what changes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.impact.outline import Entry, entry, text
from argmap.formats.impact.words import footer, lost_text, named, number, said
from argmap.formats.what_if import words

Thing = Mapping[str, Any]


def what_if_text(document: Thing) -> str:
    """Return the answer as plain text."""
    return text(_outline(document))


def _outline(document: Thing) -> Iterator[Entry]:
    yield entry(1, "What if, in ", named(document["article"]))
    yield from _supposed(document)
    yield entry(3, words.judged(document))
    yield from _idle(document["authorsOfNothingCited"])
    yield from _reserved(document)
    if document["finished"]:
        yield from _theses(document["theses"])
        yield from _changes(document)
    yield from lost_text(document)
    yield from footer(document)


def _supposed(document: Thing) -> Iterator[Entry]:
    for thing in document["withdrawn"]:
        yield entry(3, "without: ", *said(thing))
    for thing in document["withdrawnWith"]:
        yield entry(4, "and so without: ", *said(thing))
    for thing in document["assumed"]:
        yield entry(3, "assumed: ", *said(thing))
        yield from _hindered(thing)
    for attack in document["attacks"]:
        ends = named(attack["attackingStatement"]), named(attack["attackedElement"])
        yield entry(3, "attack added: ", ends[0], " against ", ends[1])
        yield from _hindered(attack)
    if not (document["withdrawn"] or document["assumed"] or document["attacks"]):
        yield entry(3, "nothing is supposed otherwise")


def _hindered(thing: Thing) -> Iterator[Entry]:
    """Say of what is supposed that it does not stand all the same, and why."""
    for cause in thing.get("because", ()):
        yield entry(4, f"which {words.NOW[thing['after']]} all the same, because ", *words.stands(cause))


def _idle(agents: Sequence[Thing]) -> Iterator[Entry]:
    """Say with whom nothing goes."""
    for agent in agents:
        held = len(agent["attributed"])
        said = number(held, "statement is", "statements are") if held else "no statement is"
        way = "; to withdraw one, name it" if held else ""
        yield entry(3, named(agent), f" wrote no work that is cited, so nothing goes; {said} attributed{way}")


def _reserved(document: Thing) -> Iterator[Entry]:
    if not document["finished"]:
        yield entry(3, f"Not finished, so nothing is said of what stands: {document['unfinished']}")
    for when, there_is_none in document.get("withoutExtension", {}).items():
        if there_is_none:
            supposed = "as the record has it" if when == "before" else "if this is supposed"
            yield entry(3, f"There is no extension at all {supposed}: every label is undecided.")


def _theses(theses: Sequence[Thing]) -> Iterator[Entry]:
    if theses:
        yield entry(2, "Thesis" if len(theses) == 1 else "Theses")
    for thesis in theses:
        yield entry(3, *words.item(thesis))


def _changes(document: Thing) -> Iterator[Entry]:
    items, counts = document["items"], document["counts"]
    changed = counts["changed"]
    said = ", ".join(number(changed[many], one, many) for many, one in _SORTS.items() if changed[many])
    yield entry(2, f"What changes: {said or 'nothing'}")
    for many in _SORTS:
        of_sort = [item for item in items if _sort(item) == many]
        if of_sort:
            yield entry(2, f"{many.capitalize()} ({len(of_sort)})")
        for item in of_sort:
            yield from _change(item, document["semantics"])
    yield entry(2, "Of all statements")
    yield entry(3, f"as it is: {words.tally(counts['statementsBefore'], then=True)}")
    yield entry(3, f"as supposed: {words.tally(counts['statementsAfter'], then=False)}")


_SORTS = {"statements": "statement", "arguments": "argument", "attacks": "attack"}


def _sort(item: Thing) -> str:
    kind = str(item["type"])
    return "arguments" if kind == "Argument" else "attacks" if kind.endswith("Attack") else "statements"


def _change(item: Thing, semantics: str) -> Iterator[Entry]:
    yield entry(3, *words.item(item))
    for cause in item["because"]:
        yield entry(4, "because ", *words.cause(cause))
    if not item["because"]:
        yield entry(4, words.no_neighbour(semantics))
