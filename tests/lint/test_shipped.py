"""What argmap ships passes the lint: no error and no warning but those that are waived, with a reason."""

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDFS, SDO, SKOS, VANN

from argmap.graph.lint import lint, shipped_files

LISTS = [DCTERMS, OWL, PROV, RDFS, SDO, SKOS, VANN]
SPACES = tuple(str(each._NS) for each in LISTS)
each_file = pytest.mark.parametrize("file", shipped_files(), ids=lambda file: file.stem)


@each_file
def test_nothing_bad_is_left(file: Path) -> None:
    left = [each for each in lint([file]) if each.severity != "info" and each.waived is None]
    assert [(each.rule, each.subject, each.message) for each in left] == []


@each_file
def test_everything_that_is_waived_says_why(file: Path) -> None:
    waived = [each.waived for each in lint([file]) if each.waived is not None]
    assert waived
    assert all(len(reason) > 20 for reason in waived)


def test_no_waiver_is_left_over() -> None:
    assert [each.message for each in lint() if each.rule == "waivers"] == []


@each_file
def test_borrowed_terms_exist(file: Path) -> None:
    """Of the vocabularies of which RDFLib has the lists of terms: OOPS! P40."""
    used = {term for triple in Graph().parse(file) for term in triple if isinstance(term, URIRef)}
    borrowed = {term for term in used if str(term).startswith(SPACES) and str(term) not in SPACES}
    assert borrowed
    assert [term for term in borrowed if not any(term in each for each in LISTS)] == []
