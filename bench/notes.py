"""How well note lists are read: precision and recall beside what people read in them.

The gold of the shipped article is its own data; its text is in copyright and is looked for beside the
checkout (or where ARGMAP_NOTES_TEXT says). The other lists and their gold lie in tests/formats/notes; every
work in them is invented. A value counts as right only where it is the same letter by letter, but for case,
accents and punctuation; a title in square brackets, which describes an untitled work, equals any other.
"""

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pyoxigraph

from argmap.formats.notes.reader import read
from argmap.formats.notes.records import Note, NoteList, Reference
from argmap.formats.notes.resolving import folded
from argmap.vocabulary import AM

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "tests" / "formats" / "notes"
TEXT = Path(os.environ.get("ARGMAP_NOTES_TEXT", ROOT.parent / "shared" / "article" / "kuperman-1996.txt"))
SYNTHETIC = ("mhra", "legal", "german", "french", "apa", "chicago", "mixed", "unseen")
FIELDS = (
    "found",
    "form",
    "kind",
    "author",
    "title",
    "year",
    "locator",
    "antecedent",
    "candidates",
    "second hand",
)

Gold = dict[str, dict[str, Any]]  # by note key: its kind, and its references


@dataclass
class Score:
    """How often each field was right, given at all, and to be given; and what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    kinds_right: int = 0
    notes: int = 0
    mistakes: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    def precision(self, name: str) -> float:
        """The share of what was given that is right."""
        return self.right[name] / self.given[name] if self.given[name] else 1.0

    def recall(self, name: str) -> float:
        """The share of what was to be given that was given rightly."""
        return self.right[name] / self.wanted[name] if self.wanted[name] else 1.0


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("notes", help="note lists: precision and recall of what is read in them")
    command.add_argument(
        "--mistakes", action="store_true", help="also say every value that is wrong or missing"
    )
    command.set_defaults(run=lambda given: _print(given.mistakes))


def scores() -> Iterator[tuple[str, Score | None]]:
    """The score of every list; None where the text is not here."""
    yield "kuperman-1996", shipped()
    for name in SYNTHETIC:
        yield name, synthetic(name)


def shipped() -> Score | None:
    """The score on the notes of the shipped article, or None without its text."""
    if not TEXT.is_file():
        return None
    text = TEXT.read_text(encoding="utf-8")
    notes = text[text.index("\nNotes\n") :].split("\n[Project")[0]
    return score(read(notes), shipped_gold())


def synthetic(name: str) -> Score:
    """The score on one of the invented lists."""
    gold = json.loads((LISTS / f"{name}.json").read_text(encoding="utf-8"))
    return score(
        read((LISTS / f"{name}.txt").read_text(encoding="utf-8")),
        {str(note["note"]): note for note in gold["notes"]},
    )


def score(found: NoteList, gold: Gold) -> Score:
    """What was read in a list, beside the gold."""
    result = Score()
    read_notes = {note.key: note for note in found.notes}
    for key, wanted in gold.items():
        note = read_notes.get(key)
        result.notes += 1
        result.kinds_right += bool(note and note.kind == wanted["kind"])
        _compare(result, wanted["references"], note, key)
    for key in read_notes.keys() - gold.keys():
        _compare(result, [], read_notes[key], key)
    return result


def table(name: str, result: Score) -> str:
    """The score as a table."""
    rows = [f"{name}: {result.notes} notes, kind of note right in {result.kinds_right}"]
    rows.append(f"  {'':<14}{'right':>6}{'given':>7}{'wanted':>7}{'precision':>11}{'recall':>8}")
    for each in FIELDS:
        counts = f"{result.right[each]:>6}{result.given[each]:>7}{result.wanted[each]:>7}"
        rows.append(f"  {each:<14}{counts}{result.precision(each):>11.2f}{result.recall(each):>8.2f}")
    rows.append(f"  {len(result.mistakes)} wrong or missing, {len(result.silent)} of them without a doubt")
    return "\n".join(rows)


def shipped_gold() -> Gold:
    """The gold of the shipped article, out of its data."""
    facts = _facts(ROOT / "data" / "kuperman-1996" / "notes.ttl", ROOT / "data" / "sources.ttl")
    notes = [subject for subject in facts if re.search(r"/kuperman-1996/footnote/\d+$", subject)]
    return {
        note.rsplit("/", 1)[1]: {
            "kind": _tail(facts[note]["kind"][0]),
            "references": [
                _gold(facts, key) for key in sorted(facts[note].get("containsReference", ()), key=_order)
            ],
        }
        for note in notes
    }


def _print(mistakes: bool) -> None:
    for name, result in scores():
        if result is None:
            print(f"{name}: skipped, its text is not here (ARGMAP_NOTES_TEXT names the place)\n")
            continue
        print(table(name, result))
        for line in result.mistakes if mistakes else ():
            print(f"    {'' if line not in result.silent else 'silent: '}{line}")
        print()


def _compare(result: Score, wanted: list[dict[str, Any]], note: Note | None, key: str) -> None:
    given = [_described(each) for each in note.references] if note else []
    pairs = _paired(wanted, given)
    doubtful = {each["key"] for each in given if each["doubtful"]}
    for place, one in enumerate(wanted):
        other = given[pairs[place]] if place in pairs else None
        doubted = other["key"] in doubtful if other else bool(note and note.doubts)
        _count(result, one, other, f"note {key}, reference {place + 1}", doubted)
    for place, other in enumerate(given):
        if place not in pairs.values():
            _count(result, None, other, f"note {key}, not in the gold", other["key"] in doubtful)


def _count(
    result: Score,
    wanted: Mapping[str, Any] | None,
    given: Mapping[str, Any] | None,
    where: str,
    doubted: bool,
) -> None:
    for name in FIELDS:
        want, have = (_value(side, name) if side else None for side in (wanted, given))
        result.wanted[name] += want is not None
        result.given[name] += have is not None
        result.right[name] += want is not None and want == have
        if want != have:
            line = f"{where}: {name}: {want!r} wanted, {have!r} read"
            result.mistakes.append(line)
            result.silent += [] if doubted else [line]


def _value(side: Mapping[str, Any], name: str) -> object:
    """One field, in the form in which it is compared; None where there is none."""
    match name:
        case "found":
            return True
        case "author":
            return tuple(sorted(map(_plain, side.get("author") or ()))) or None
        case "title":
            title = side.get("title")
            return None if not title else "[]" if title.startswith("[") else _plain(title).replace(" ", "")
        case "locator":
            return _plain(side["locator"].replace("-", "–")) if side.get("locator") else None
        case "antecedent":
            return side.get("resolves") or None
        case "candidates":
            return tuple(side["candidates"]) if "candidates" in side else None
        case "second hand":
            return True if side.get("secondHand") else None
    return side.get(name)


def _plain(text: str) -> str:
    return folded(re.sub(r"\bUN\b", "United Nations", text))


def _paired(wanted: list[dict[str, Any]], given: list[dict[str, Any]]) -> dict[int, int]:
    """Which reference read is which of the gold: the likest first, each once."""
    likeness = {
        (i, j): _likeness(wanted[i], given[j]) for i, j in product(range(len(wanted)), range(len(given)))
    }
    pairs: dict[int, int] = {}
    for (i, j), value in sorted(
        likeness.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]), item[0])
    ):
        if value >= 2 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    both = ((_value(one, name), _value(other, name)) for name in FIELDS if name != "found")
    return sum(want == have for want, have in both if want is not None)


def _described(reference: Reference) -> dict[str, Any]:
    """A reference that was read, in the form of the gold."""
    told: dict[str, Any] = {
        "key": reference.key,
        "form": reference.form,
        "locator": reference.locator,
        "secondHand": reference.second_hand,
        "doubtful": bool(reference.doubts),
    }
    if reference.work:
        makers = [name.label if name.organization else name.family for name in reference.work.makers]
        told |= {
            "kind": reference.work.kind,
            "author": makers,
            "title": reference.work.title,
            "year": reference.work.year,
        }
    elif reference.resolves_to:
        told["resolves"] = reference.resolves_to
    else:
        told["candidates"] = list(reference.candidates)
    return told


def _facts(*files: Path) -> dict[str, dict[str, list[str]]]:
    facts: dict[str, dict[str, list[str]]] = {}
    for file in files:
        for quad in pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.TURTLE):
            own = facts.setdefault(_text(quad.subject), {})
            own.setdefault(_tail(_text(quad.predicate)), []).append(_text(quad.object))
    return facts


def _text(term: Any) -> str:
    return str(getattr(term, "value", term))


def _gold(facts: dict[str, dict[str, list[str]]], key: str) -> dict[str, Any]:
    own = facts[key]
    citations = [each for each in facts.values() if key in each.get("hasCitedReference", ())]
    told: dict[str, Any] = {
        "form": "full" if AM + "FullReference" in own["type"] else "short",
        "locator": own.get("locator", [""])[0],
        "secondHand": any("true" in each.get("secondHand", ()) for each in citations),
    }
    if "resolvesTo" in own:
        return told | {"resolves": _tail(own["resolvesTo"][0])}
    work = facts[own["assertsSource"][0]]
    return told | {
        "kind": _tail(work["type"][0]),
        "author": list(_families((work.get("byline") or work.get("editorLine") or [""])[0])),
        "title": work["title"][0],
        "year": int(work["year"][0]) if "year" in work else None,
    }


def _families(byline: str) -> Iterable[str]:
    for each in byline.removesuffix(", et al.").split(";"):
        if each.strip():
            yield each.split(",")[0].strip()


def _order(key: str) -> int:
    return int(key.rsplit("-", 1)[1])


def _tail(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]
