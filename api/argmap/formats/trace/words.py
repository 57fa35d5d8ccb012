"""The facts of a hop in the words of a reader."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from argmap.formats.kinds import most_telling
from argmap.model.intents import supports

Hop = Mapping[str, Any]

# How a step goes on from the thing above it.
STEPS = {
    "citesNote": "",
    "locatedIn": "made in",
    "containsReference": "",
    "resolvesTo": "short for",
    "assertsSource": "",
    "directlySupportedBy": "rests on",
    "assertedBy": "cited as",
    "resolvedBy": "then as",
    "referencedIn": "in",
    "noteCitedBy": "called by",
    "encloses": "states",
    "contains": "contains",
    "supports": "supports",
}
_INTENTS = {
    "cites": "cited",
    "includesQuotationFrom": "quoted",
    "includesExcerptFrom": "quoted at length",
    "qualifies": "cited and qualified",
    "obtainsBackgroundFrom": "cited for background",
    "obtainsSupportFrom": "cited for support",
}
_REASONS = {
    "citedForAnotherStatement": "it is cited for another statement",
    "severalReferences": "the note holds several references",
    "paragraphEnd": "the marker stands at the end of the paragraph",
    "noCitation": "no citation is recorded",
}


def kind(hop: Hop) -> str:
    """Return what a hop's thing is: `FullReference` as `Full reference`."""
    name = most_telling([str(name) for name in several(hop.get("type"))]) or "Thing"
    return re.sub(r"(?<=[a-z])([A-Z])", lambda capital: f" {capital[1].lower()}", name)


def saying(hop: Hop) -> str:
    """Return what a hop's thing says, or what it is called."""
    return str(next((hop[key] for key in ("text", "label", "id") if hop.get(key)), ""))


def speakers(hop: Hop) -> str:
    """Return who holds a statement."""
    return ", ".join(str(holder.get("label", holder["id"])) for holder in several(hop.get("attributedTo")))


def place(hop: Hop) -> str:
    """Return page and paragraph: `p. 231, para. 13`; `p. 224, 225 or 226` where a page break is lost."""
    pages = [str(number) for number in hop.get("pages", ())]
    possible = [str(number) for number in hop.get("possiblePages", ()) if number not in hop.get("pages", ())]
    *others, last = possible or [""]
    certain = f"{'pp.' if len(pages) > 1 else 'p.'} {', '.join(pages)}" if pages else ""
    maybe = f"p. {', '.join(others)} or {last}" if others else f"p. {last}?" if last else ""
    numbers = [str(number) for number in hop.get("paragraphs", ())]
    paragraphs = f"{'paras.' if len(numbers) > 1 else 'para.'} {', '.join(numbers)}" if numbers else ""
    return ", ".join(filter(None, [certain or maybe, paragraphs]))


def stance(hop: Hop) -> Iterator[str]:
    """Yield how the author stands to a statement, where that is not simply to make it."""
    if hop.get("authorStance") not in {None, "endorsed"}:
        yield f"{hop['authorStance']} by the author"
    if hop.get("certainty") not in {None, "asserted"}:
        yield str(hop["certainty"])
    if hop.get("implicit"):
        yield "unstated"


def marker(note: Hop) -> Iterator[str]:
    """Yield what is unusual about how a note is called: a number that is misprinted, a marker that is lost.

    The reasons are long: only the thing that a trace starts from (no `via`) has them.
    """
    for each in several(note.get("markedBy")):
        printed = each.get("printedNumber", note.get("noteNumber"))
        if printed != note.get("noteNumber"):
            yield f"printed as {printed}" + _at_length(note, each.get("correctionReason"))
    for gap in several(note.get("markerLostIn")):
        yield "its marker is lost" + _at_length(note, gap.get("missing", gap.get("label")))


def _at_length(note: Hop, reason: object) -> str:
    return f": {reason}" if reason and "via" not in note else ""


@dataclass(frozen=True)
class Above:
    """What a path has come through: the ids of the last note and of the last statement."""

    note: str | None = None
    statement: str | None = None

    def below(self, hop: Hop) -> "Above":
        """Return what the path has come through below a hop."""
        if "noteNumber" in hop:
            return replace(self, note=hop["id"])
        return replace(self, statement=hop["id"]) if "text" in hop else self


def precision(hop: Hop, above: Above) -> Iterator[str]:
    """Yield how exactly it is known what is cited for what, and whether it is no support."""
    citations = several(hop.get("citation"))
    yield from dict.fromkeys(_cited(citation, hop, above) for citation in citations)
    if not supports(frozenset(str(each["intent"]) for each in citations if "intent" in each)):
        yield "not as support"
    if any(citation.get("secondHand") for citation in citations):
        yield "second hand"
    if hop.get("precision") == "note":
        yield f"known for the note only: {', '.join(reasons(hop))}"


def reasons(hop: Hop) -> list[str]:
    """Return why no more is known than that a reference stands in the note."""
    return [_REASONS[reason] for reason in hop.get("precisionReason", ())]


def _cited(citation: Hop, hop: Hop, above: Above) -> str:
    """Return what a work is cited for, and who does if not the statement on the path.

    `cito:citesAsEvidence` is `cited as evidence`, or `cited by the note as evidence`.
    """
    name = re.split(r"[/#]", str(citation.get("intent", "cites")))[-1]
    words = re.sub(r"([A-Z])", lambda capital: f" {capital[1].lower()}", name)
    cited = _INTENTS.get(name) or re.sub(r"^cites\b", "cited", words)
    citing = several(citation.get("hasCitingEntity"))
    if hop["id"] in citing or above.statement in citing:
        return cited
    who = "by the note" if above.note in citing else "by a statement"
    return re.sub(r"^(cited|quoted)\b", rf"\1 {who}", cited)


def several(value: Any) -> Sequence[Any]:
    """Return a value as a sequence: one and several look different in JSON."""
    return value if isinstance(value, list) else () if value is None else (value,)
