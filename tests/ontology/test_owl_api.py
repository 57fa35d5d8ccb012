"""The OWL API judges whether ontology, schemes, data and alignments are OWL 2 DL.

What `test_profile.py` says without Java, this says with the program that others check their ontologies with.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.ontology.terms import AM, ONTOLOGY, SCHEMES
from tests.owlapi.asking import ask, merged, written

ALIGNMENTS = sorted(Path("ontology/alignments").glob("*.ttl"))
DATA = sorted(Path("data").rglob("*.ttl"))
OUTSIDE = sorted(Path("tests/ontology/outside_profile").glob("*.ttl"))

# Data borrow terms of other vocabularies without declaring them, as RDF is written everywhere. OWL DL wants
# every term declared; the reasoner leaves these out, since nothing that we say follows from them.
BORROWED = {"UseOfUndeclaredAnnotationProperty", "UseOfUndeclaredClass"}

pytestmark = [pytest.mark.hermit, pytest.mark.usefixtures("java")]


@cache
def breaches() -> dict[str, list[list[str]]]:
    """Return what the OWL API finds in each set of files, by the name of the set; one Java for all."""
    sets = {
        "ontology": [ONTOLOGY],
        "schemes": [ONTOLOGY, SCHEMES],
        "data": [ONTOLOGY, SCHEMES, *DATA],
        "alignments": [ONTOLOGY, *ALIGNMENTS],
        **{path.stem: [ONTOLOGY, path] for path in ALIGNMENTS},
        **{path.stem: [path] for path in OUTSIDE},
    }
    with TemporaryDirectory() as folder:
        files = [written(merged(paths), Path(folder, f"{name}.nt")) for name, paths in sets.items()]
        return dict(zip(sets, ask(*(("profile", file) for file in files)), strict=True))


@pytest.mark.parametrize("name", ["ontology", "schemes", "alignments", *(path.stem for path in ALIGNMENTS)])
def test_it_is_owl_2_dl(name: str) -> None:
    assert breaches()[name] == []


def test_data_are_owl_2_dl_but_for_terms_of_others() -> None:
    found = breaches()["data"]
    assert {breach for breach, _ in found} <= BORROWED
    assert [term for _, terms in found for term in terms.split() if term.startswith(str(AM))] == []


@pytest.mark.parametrize("fixture", OUTSIDE, ids=lambda path: path.stem)
def test_what_is_not_owl_2_dl_is_found(fixture: Path) -> None:
    assert {breach for breach, _ in breaches()[fixture.stem]} == {fixture.stem}
