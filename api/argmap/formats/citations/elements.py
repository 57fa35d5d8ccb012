"""citeproc-py's CSL elements, corrected where they differ from the CSL 1.0.2 specification.

Only what changes the text of a single citation is here: `initialize`, "and others", names and texts that a
`substitute` has used up, labels of what is not there, `disambiguate`, and titles in brackets.
This module imports citeproc and lxml, so it is imported only when the first citation is formatted.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from citeproc import model
from citeproc.source import VariableError
from citeproc.string import String

# The literal name that stands for authors who are not named (as BibTeX has it, and pandoc's CSL processor).
OTHERS = "others"
_PLURAL = re.compile(r"[0-9ivxlcdm]\s*(?:[-–—,;&])\s*[0-9ivxlcdm]", re.IGNORECASE)
# Numbers, each with a letter or ending if it has one, joined as a range or list (CSL 1.0.2, "is-numeric").
_NUMBER = r"(?:[A-Za-z]*[0-9]+[A-Za-z]*|[ivxlcdm]+)"
_NUMERIC = re.compile(rf"{_NUMBER}(?:\s*[-–,&]\s*{_NUMBER})*")


@dataclass
class _Used:
    """Which variables a citation has printed, and which are not to be printed again."""

    printed: set[str] = field(default_factory=set)
    suppressed: set[str] = field(default_factory=set)


_USED: ContextVar[_Used] = ContextVar("_USED")


@contextmanager
def one_citation(without: Iterable[str] = ()) -> Iterator[None]:
    """Format one citation in here, without some variables; what it has used up is forgotten afterwards."""
    token = _USED.set(_Used(suppressed=set(without)))
    try:
        yield
    finally:
        _USED.reset(token)


class Cased:
    """Text in some case. citeproc-py takes for granted that it is of its own class of strings."""

    def case(self, text: Any, language: Any = None) -> Any:
        """Return the text in the case that the style wants."""
        own = String(text) if type(text) is str else text
        cased = super().case(own, language) if own else own  # type: ignore[misc]
        return String(str(cased)) if type(text) is str else cased


class Name(model.Name):  # type: ignore[misc]
    """Names of one role."""

    def process(self, item: Any, variable: str, context: Any = None, **options: Any) -> Any:
        """Return the names; a last literal "others" becomes "et al."."""
        names = item.reference.get(variable, [])
        if len(names) < 2 or names[-1].get("literal") != OTHERS:
            return super().process(item, variable, context=context, **options)
        item.reference[variable] = names[:-1]
        try:
            text = super().process(item, variable, context=context, **options)
        finally:
            item.reference[variable] = names
        et_al = str(self.et_al())
        if not isinstance(text, str) or text.endswith(et_al):
            return text
        return f"{text}, {et_al}" if ", " in text else f"{text} {et_al}"

    def initialize(self, given: str, mark: str, context: Any) -> Any:
        """Return initials, unless the style wants given names as they are (`initialize="false"`)."""
        if self.get("initialize", "true") == "false":
            return given
        return super().initialize(given, mark, context)


class NamePart(Cased, model.Name_Part):  # type: ignore[misc]
    """The given or the family part of a name."""


class DatePart(Cased, model.Date_Part):  # type: ignore[misc]
    """The day, month or year of a date."""


class Names(model.Names):  # type: ignore[misc]
    """The names of some roles, with their label."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **options: Any) -> Any:
        """Return names that have not been used up; a `substitute` may leave their form to its parent."""
        used = _USED.get()
        roles = [role.replace("-", "_") for role in self.get("variable", "").split()]
        present = [role for role in roles if role in item.reference]
        if present and used.suppressed.issuperset(present):
            raise VariableError
        own = self if self.name is not None else names_context
        text = super().process(item, names_context=own, context=context, **options)
        if text:
            used.printed.update(present)
        return text


class Text(Cased, model.Text):  # type: ignore[misc]
    """A variable, a macro or a term."""

    def quote(self, string: Any) -> Any:
        """Return text in quotation marks, but not a description in place of a title, which is in brackets."""
        return string if _is_description(string) else super().quote(string)

    def font_style(self, text: Any) -> Any:
        """Return text in italics, but not a description in place of a title."""
        return text if _is_description(text) else super().font_style(text)

    def case(self, text: Any, language: Any = None) -> Any:
        """Return text in the case that the style wants, but a description as it is."""
        return text if _is_description(text) else super().case(text, language)

    def _variable(self, item: Any, context: Any) -> Any:
        used = _USED.get()
        variable = self.get("variable")
        if variable in used.suppressed:
            return None
        text = super()._variable(item, context)
        if text:
            used.printed.add(variable)
        return text


class Number(Cased, model.Number):  # type: ignore[misc]
    """A variable that is a number."""

    def process(self, item: Any, context: Any = None, **options: Any) -> Any:
        """Return the number, unless it has been used up."""
        used = _USED.get()
        variable = self.get("variable")
        if variable in used.suppressed:
            raise VariableError
        text = super().process(item, context=context, **options)
        if text:
            used.printed.add(variable)
        return text


class Date(model.Date):  # type: ignore[misc]
    """A date, or the range of two."""

    def render_date_range(self, dates: Any, show_parts: Any = None, context: Any = None) -> Any:
        """Return a range; citeproc-py takes for granted that one within a year shows year and month."""
        context = context if isinstance(context, model.Delimited) else self
        shown = {part.get("name") for part in self.iterchildren()}
        parts = [part for part in show_parts or () if part in shown]
        if dates.end.is_nil() or dates.begin.year != dates.end.year:
            return super().render_date_range(dates, parts, context)
        if parts == ["year"]:
            return self.render_single_date(dates.end, parts, context)
        if "year" in parts:
            return super().render_date_range(dates, parts, context)
        ends = (self.render_single_date(date, parts, context) for date in (dates.begin, dates.end))
        return (
            self.unicode_character("EN DASH").join(dict.fromkeys(str(end).strip() for end in ends if end))
            or None
        )


class Substitute(model.Substitute):  # type: ignore[misc]
    """What stands in for names that are not there, and is not printed again (CSL 1.0.2, "Substitute")."""

    def render(self, item: Any, context: Any = None, **options: Any) -> Any:
        """Return the first alternative that has something to print."""
        used = _USED.get()
        parent = self.getparent()
        for child in self.iterchildren():
            before, used.printed = used.printed, set()
            try:
                text = child.render(item, context=context, **options, **_inherited(child, parent))
            except VariableError:
                text = None
            finally:
                just_printed, used.printed = used.printed, before | used.printed
            if text:
                used.suppressed |= just_printed
                return text
        return None


class Label(Cased, model.Label):  # type: ignore[misc]
    """The word before or after a variable: "ed.", "pp."."""

    def process(self, item: Any, variable: Any = None, plural: Any = None, **options: Any) -> Any:
        """Return the label of a variable that is there (CSL 1.0.2, "Label")."""
        name = self.get("variable") if variable is None else variable
        there = item.has_locator if name == "locator" else name.replace("-", "_") in item.reference
        if variable is None and (not there or name in _USED.get().suppressed):
            raise VariableError
        return super().process(item, variable, plural, **options)

    def case(self, text: Any, language: Any = None) -> Any:
        """Return the label in the case that the style wants; it is in the language of the style."""
        return super().case(text, language or self.get_root().get("default-locale", "en")[:2])

    def _is_plural(self, item: Any) -> bool:
        if self.get("variable") == "locator" and item.has_locator:
            return bool(_PLURAL.search(str(item.locator.identifier)))
        return bool(super()._is_plural(item))


class If(model.If):  # type: ignore[misc]
    """A condition. A single citation needs no disambiguation, so `disambiguate` never holds."""

    def render(self, item: Any, context: Any = None, **options: Any) -> Any:
        """Return what the condition guards, or raise ConditionFailed."""
        if "disambiguate" in self.attrib and self.get("match", "all") == "all":
            raise model.ConditionFailed
        return super().render(item, context=context, **options)

    def _is_numeric(self, item: Any) -> list[bool]:
        return [_is_numeric(item, variable) for variable in self.get("is-numeric").split()]


class ElseIf(If):
    """A condition that is looked at if those before it did not hold."""


CORRECTED = {
    "name": Name,
    "name-part": NamePart,
    "date-part": DatePart,
    "names": Names,
    "text": Text,
    "number": Number,
    "date": Date,
    "substitute": Substitute,
    "label": Label,
    "if": If,
    "else-if": ElseIf,
}


def _inherited(child: Any, parent: Any) -> dict[str, Any]:
    return {"names_context": parent} if isinstance(child, Names | model.Choose) else {}


def _is_numeric(item: Any, variable: str) -> bool:
    if variable == "locator":
        return bool(item.has_locator and _NUMERIC.fullmatch(str(item.locator.identifier)))
    value = item.reference.get(variable.replace("-", "_"))
    return value is not None and _NUMERIC.fullmatch(str(value)) is not None


def _is_description(text: Any) -> bool:
    plain = str(text)
    return len(plain) > 2 and plain.startswith("[") and plain.endswith("]")
