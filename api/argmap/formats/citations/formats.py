"""The formats of bibliographic records; each is one value that knows its names and its writer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argmap.formats.citations.bibtex import bibtex
from argmap.formats.citations.csl_json import csl_json
from argmap.formats.citations.records import Item
from argmap.formats.citations.ris import ris


@dataclass(frozen=True)
class RecordFormat:
    """A format of records: its name for `?format=`, media type, file extension, and writer."""

    name: str
    media_type: str
    extension: str
    write: Callable[[Iterable[Item]], bytes]


BIBTEX = RecordFormat("bibtex", "application/x-bibtex", "bib", bibtex)
RIS = RecordFormat("ris", "application/x-research-info-systems", "ris", ris)
CSL_JSON = RecordFormat("csl-json", "application/vnd.citationstyles.csl+json", "csljson", csl_json)
RECORDS = (BIBTEX, RIS, CSL_JSON)
