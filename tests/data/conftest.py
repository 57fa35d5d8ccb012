from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def text() -> Store:
    """The article without its statements and arguments, and the shared data, before any rule runs."""
    store = Store()
    for file in sorted([*DATA.glob("*.ttl"), *DATA.glob("kuperman-1996/*.ttl")]):
        if file.name != "argument.ttl":
            store.load(path=file, format=RdfFormat.TURTLE)
    return store
