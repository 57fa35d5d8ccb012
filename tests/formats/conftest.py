import pytest

from argmap import shipped
from argmap.formats.context import Context, load


@pytest.fixture(scope="session")
def context() -> Context:
    return load(shipped.folder("ontology") / "context.jsonld")
