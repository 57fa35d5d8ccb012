"""Does every property stand on the right kind of thing, with the right kind of value, and often enough once?

What is right is read from the ontology: domains, ranges, functional properties and disjoint kinds, taken as
rules that the data must meet (OWL itself would conclude that a wrong value is of another kind).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from argmap.graph.check.draft import TYPE, Draft, key
from argmap.graph.check.terms import Terms
from argmap.graph.check.wording import one_of, quoted, shown, with_article
from argmap.model.finding import Finding
from argmap.vocabulary import AM, RDFS, XSD

_LITERALS = {
    XSD + "string": ("text", "Write it in quotation marks."),
    XSD + "integer": ("a whole number", "Write the bare number, without quotation marks."),
    XSD + "boolean": ("true or false", "Write true or false, without quotation marks."),
}
_Wrong = tuple[str, str]


@dataclass(frozen=True)
class Misfit:
    """A finding, and what the data say that it is about: one triple, or some that do not go together."""

    finding: Finding
    triples: frozenset[ox.Triple]


def findings(draft: Draft, terms: Terms) -> Iterator[Finding]:
    """Properties and values that do not fit, and things of two kinds that exclude each other."""
    return (misfit.finding for misfit in misfits(draft, terms))


def misfits(draft: Draft, terms: Terms) -> Iterator[Misfit]:
    """The findings, each with its triples."""
    for triple in draft.data():
        wrong = _literal(triple) or _value(draft, terms, triple) or _owner(draft, terms, triple)
        if wrong:
            subject, property, value = key(triple.subject), triple.predicate.value, key(triple.object)
            finding = draft.finding("error", subject, *wrong, property=property, value=value)
            yield Misfit(finding, frozenset({triple}))
    yield from _repeated(draft, terms)
    yield from _two_kinds(draft, terms)


def _literal(triple: ox.Triple) -> _Wrong | None:
    """Message and remedy for a literal that is neither plain text, nor a whole number, nor true or false."""
    value, property = triple.object, shown(triple.predicate.value)
    if not isinstance(value, ox.Literal) or not triple.predicate.value.startswith((AM, RDFS)):
        return None  # other vocabularies have rules of their own
    if value.language:
        return (
            f"The text in {property} carries a language tag (@{value.language}).",
            f"Remove the @{value.language} after the quotation mark.",
        )
    if value.datatype.value in _LITERALS:
        return None
    return (
        f"The value {quoted(value.value)} in {property} is written as {shown(value.datatype.value)}.",
        "Write text and dates in plain quotation marks, years and other whole numbers bare.",
    )


def _value(draft: Draft, terms: Terms, triple: ox.Triple) -> _Wrong | None:
    """Message and remedy for a value that the property does not take."""
    wanted = terms.ranges.get(triple.predicate.value)
    if not wanted or wanted & terms.tokens:
        return None  # tokens have shapes of their own, which name the choices
    if wanted <= set(_LITERALS):
        return _literal_value(triple, next(iter(wanted)))
    return _thing_value(draft, terms, triple, wanted)


def _literal_value(triple: ox.Triple, wanted: str) -> _Wrong | None:
    what, remedy = _LITERALS[wanted]
    value, property = triple.object, shown(triple.predicate.value)
    if not isinstance(value, ox.Literal):
        return f"{property} takes {what}, but it points to {shown(key(value))}.", remedy
    if value.datatype.value == wanted:
        return None
    return f"{property} takes {what}, but it is given as {_written(value)}.", remedy


def _written(value: ox.Literal) -> str:
    return f"the text {quoted(value.value)}" if value.datatype.value == XSD + "string" else value.value


def _thing_value(draft: Draft, terms: Terms, triple: ox.Triple, wanted: set[str]) -> _Wrong | None:
    property, kinds = shown(triple.predicate.value), one_of(terms.name(kind) for kind in wanted)
    if isinstance(triple.object, ox.Literal):
        text = quoted(triple.object.value)
        return (
            f"{property} must point to {with_article(kinds)}, but it is given as text: {text}.",
            "Describe it as a thing of its own, and write its name here without quotation marks.",
        )
    given = draft.kinds.get(key(triple.object), set()) & terms.classes
    if not given or wanted & terms.with_parents(given):
        return None
    return (
        f"{property} must point to {with_article(kinds)}, but {shown(key(triple.object))} is"
        f" {with_article(one_of(terms.name(kind) for kind in given))}.",
        _instead(draft, terms, triple) + "orrect the name, or the kind of what it points to.",
    )


def _instead(draft: Draft, terms: Terms, triple: ox.Triple) -> str:
    """The properties beside this one that take the value, as the beginning of a remedy."""

    def kinds(thing: str) -> set[str]:
        return terms.with_parents(draft.kinds.get(thing, set()) & terms.classes)

    subject, value = kinds(key(triple.subject)), kinds(key(triple.object))
    fitting = [
        shown(each)
        for each in terms.siblings(triple.predicate.value)
        if terms.domains.get(each, subject) & subject and terms.ranges.get(each, set()) & value
    ]
    return f"Write {one_of(fitting)} instead, or c" if fitting else "C"


def _owner(draft: Draft, terms: Terms, triple: ox.Triple) -> _Wrong | None:
    """Message and remedy for a property on a kind of thing that does not have it."""
    wanted = terms.domains.get(triple.predicate.value)
    given = draft.kinds.get(key(triple.subject), set()) & terms.classes
    if not wanted or not given or wanted & terms.with_parents(given):
        return None
    owner = with_article(one_of(terms.name(kind) for kind in wanted))
    return (
        f"{shown(triple.predicate.value)} belongs to {owner}, but this is"
        f" {with_article(one_of(terms.name(kind) for kind in given))}.",
        f"Move it to the {one_of(terms.name(kind) for kind in wanted)}, or correct the property or the kind.",
    )


def _repeated(draft: Draft, terms: Terms) -> Iterator[Misfit]:
    """Properties that are given twice though a thing has them once."""
    values: dict[tuple[str, str], set[ox.Triple]] = {}
    for triple in draft.data():
        if triple.predicate.value in terms.functional:
            values.setdefault((key(triple.subject), triple.predicate.value), set()).add(triple)
    for (subject, property), given in values.items():
        if len(given) > 1:
            message = f"{shown(property)} is given {len(given)} times, but a thing has it only once."
            remedy = "Keep the right one and remove the others."
            finding = draft.finding("error", subject, message, remedy, property=property)
            yield Misfit(finding, frozenset(given))


def _two_kinds(draft: Draft, terms: Terms) -> Iterator[Misfit]:
    typed: dict[str, set[ox.Triple]] = {}
    for triple in draft.data():
        if triple.predicate.value == TYPE:
            typed.setdefault(key(triple.subject), set()).add(triple)
    for subject, types in typed.items():
        together = terms.disjoint(terms.with_parents(draft.kinds.get(subject, set()) & terms.classes))
        if together:
            names = " and ".join(sorted(with_article(terms.name(kind)) for kind in together))
            message = f"It is described as {names} at once, which nothing can be."
            remedy = "Keep one; describe the other as a thing of its own."
            yield Misfit(draft.finding("error", subject, message, remedy), frozenset(types))
