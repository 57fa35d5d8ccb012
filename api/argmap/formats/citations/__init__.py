"""Works cited, for reference managers and people: CSL-JSON, BibTeX, RIS, notes in any citation style."""

from argmap.formats.citations.bibtex import bibtex
from argmap.formats.citations.csl_json import csl_json
from argmap.formats.citations.formats import BIBTEX, CSL_JSON, RECORDS, RIS, RecordFormat
from argmap.formats.citations.item import csl
from argmap.formats.citations.locators import labelled
from argmap.formats.citations.markup import MARKUPS, Markup
from argmap.formats.citations.note import note
from argmap.formats.citations.records import Item
from argmap.formats.citations.ris import ris
from argmap.formats.citations.styles import DEFAULT_STYLE, styles

__all__ = [
    "BIBTEX",
    "CSL_JSON",
    "DEFAULT_STYLE",
    "MARKUPS",
    "RECORDS",
    "RIS",
    "Item",
    "Markup",
    "RecordFormat",
    "bibtex",
    "csl",
    "csl_json",
    "labelled",
    "note",
    "ris",
    "styles",
]
