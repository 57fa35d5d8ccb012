"""What the tests of the command line share."""

from pathlib import Path

import pytest

TINY = Path(__file__).parent.parent / "fixtures" / "tiny"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder that remembers, for this run only, what passed the checks."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch, cache: str) -> str:
    """Return the path of a small article."""
    monkeypatch.setenv("ARGMAP_CACHE", cache)
    return str(TINY)
