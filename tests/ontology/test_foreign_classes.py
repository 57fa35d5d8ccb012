"""No foreign class that an alignment uses is one that its own vocabulary leaves without members.

`foreign/` holds what vocabularies say of such classes, as far as we know of trouble there; the whole of a
vocabulary is not read.
"""

from functools import cache
from pathlib import Path

import pytest
from tests.alignments import asking
from tests.ontology import reasoned

from argmap.reasoning.entailments import Entailments
from argmap.reasoning.hermit import reason

FOREIGN = sorted((Path(__file__).parent / "foreign").glob("*.ttl"))
C4O = "http://purl.org/spar/c4o/"

pytestmark = [pytest.mark.hermit, pytest.mark.usefixtures("java")]


@cache
def empty() -> frozenset[str]:
    """Return the classes without members, by our ontology, all alignments and `foreign/` together."""
    files = [*Path("ontology/alignments").glob("*.ttl"), *FOREIGN]
    answer = reason(
        [*reasoned.ontology(), *(quad for file in files for quad in reasoned.read(file))], values=False
    )
    assert isinstance(answer, Entailments), answer
    return answer.unsatisfiable


def test_the_defect_of_c4o_is_seen() -> None:
    assert empty() == {C4O + "SingleLocationPointerList"}


@pytest.mark.parametrize("name", asking.NAMES)
def test_no_class_in_use_is_empty(name: str) -> None:
    assert (asking.given_by_file(name) | asking.given_by_rules(name)) & empty() == set()
