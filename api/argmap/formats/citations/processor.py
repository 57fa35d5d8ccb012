"""One work in one style: citeproc-py, set up so that it neither warns nor loses what newer styles ask for.

This module imports citeproc and lxml, so it is imported only when the first citation is formatted.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from citeproc import (
    NAMES,
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
)
from citeproc.model import CitationStylesElement
from citeproc.source import VariableError
from citeproc.source.json import CiteProcJSON
from lxml import etree

from argmap.formats.citations import markup
from argmap.formats.citations.elements import CORRECTED, one_citation
from argmap.formats.citations.locators import LITERAL, Place
from argmap.formats.citations.markup import marked, unmarked
from argmap.formats.citations.punctuation import punctuated

_CSL = "http://purl.org/net/xbiblio/csl"
_KEY = "work"
_STYLES_KEPT = 16
# Remarks about a work, which some styles would print for want of anything else, and what is no variable.
_NOT_PRINTED = ("id", "type", "annote", "note", "custom")
# What citeproc-py raises when a style uses what it does not know.
FAILURES = (
    *(AttributeError, LookupError, TypeError, ValueError, AssertionError, RecursionError, OSError),
    *(VariableError, etree.Error),
)


def formatted(item: Mapping[str, Any], place: Place | None, style_file: Path) -> str:
    """Return a work as a first note cites it, or as the bibliography of a style without notes lists it.

    The text holds the marks of `markup`. Not for two threads at once. Raises one of FAILURES.
    """
    style = _style(style_file)
    in_note = style.root.get("class") == "note" or not style.has_bibliography()
    locator = {"locator": _locator(style, place)} if place and in_note else {}
    bibliography = CitationStylesBibliography(style, _source(item), _MARKS)
    citation = Citation([CitationItem(_KEY, **locator)])
    bibliography.register(citation)
    # Where a work stands in a list means nothing when it stands alone.
    with one_citation(without=() if in_note else ("citation-number",)):
        text = bibliography.cite(citation, lambda _: None) if in_note else bibliography.bibliography()[0]
    inside = style.root.get_locale_option("punctuation-in-quote").lower() == "true"
    return punctuated(str(text), str(style.root.get_single_term("close-quote")) if inside else None)


_MARKS = SimpleNamespace(
    preformat=str,
    Italic=lambda text: marked(str(text), markup.ITALIC),
    Oblique=lambda text: marked(str(text), markup.ITALIC),
    Bold=lambda text: marked(str(text), markup.BOLD),
    Light=str,
    Underline=lambda text: marked(str(text), markup.UNDERLINE),
    Superscript=lambda text: marked(str(text), markup.SUPERSCRIPT),
    Subscript=lambda text: marked(str(text), markup.SUBSCRIPT),
    SmallCaps=lambda text: marked(str(text), markup.SMALL_CAPS),
)


class _Style(CitationStylesStyle):  # type: ignore[misc]
    """A style whose elements are citeproc's, or ours where those differ from the specification."""

    def __init__(self, file: Path) -> None:
        parser = _parser()
        self.xml = etree.parse(file, parser)
        self.root = self.xml.getroot()
        self._name_all()
        self.root.set_locale_list(self.root.get("default-locale", "en-US"), validate=False)
        self.root.locales = [self._corrected(locale, parser) for locale in self.root.locales]

    def _corrected(self, locale: Any, parser: etree.XMLParser) -> Any:
        """Return a locale whose elements are corrected too, if it is from a file of its own."""
        tree = locale.getroottree()
        if tree.getroot() is self.root:
            return locale
        corrected = etree.parse(tree.docinfo.URL, parser).getroot()
        corrected.style = self.root
        return corrected

    def _name_all(self) -> None:
        """Give every `names` its `name`: citeproc-py would add another one each time that it formats it."""
        for names in self.root.iter(f"{{{_CSL}}}names"):
            if names.find(f"{{{_CSL}}}name") is None and not names.xpath(
                "ancestor::*[local-name()='substitute']"
            ):
                names.insert(0, names.makeelement(f"{{{_CSL}}}name"))


def _parser() -> etree.XMLParser:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_CSL)
    namespace[None] = CitationStylesElement
    for element in CitationStylesElement.__subclasses__():
        namespace[element.__name__.replace("_", "-").lower()] = element
    namespace.update(CORRECTED)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    return parser


@lru_cache(maxsize=_STYLES_KEPT)
def _style(file: Path) -> _Style:
    return _Style(file)


def _source(item: Mapping[str, Any]) -> CiteProcJSON:
    """Return the work for citeproc-py; what its list of variables lacks is added without its warning."""
    cleaned = {key: _cleaned(value) for key, value in item.items() if key not in _NOT_PRINTED}
    known = {key: value for key, value in cleaned.items() if key.replace("-", "_") in VARIABLES}
    source = CiteProcJSON([{"id": _KEY, "type": item.get("type", "document"), **known}])
    more = {
        key.replace("-", "_"): source.parse_string(value)
        for key, value in cleaned.items()
        if key not in known and isinstance(value, str)
    }
    # citeproc-py looks some names up by the names that styles give them.
    more |= {key: source[_KEY][key.replace("-", "_")] for key in known if key.replace("-", "_") in NAMES}
    source[_KEY].update(more)
    if "event_title" in more:  # which was `event` up to CSL 1.0.1
        source[_KEY].setdefault("event", more["event_title"])
    return source


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return unmarked(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _cleaned(each) for key, each in value.items()}
    return value


def _locator(style: _Style, place: Place) -> Locator:
    """Return the place; if the style's language has no word for its label, it is printed as it stands."""
    forms = (None, "short")
    if place.label == LITERAL or all(style.root.get_term(place.label, form) is None for form in forms):
        return Locator(LITERAL, unmarked(place.text))
    return Locator(place.label, unmarked(place.value))
