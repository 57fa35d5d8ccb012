import shutil
from pathlib import Path

import pytest

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build

TINY = Path(__file__).parent.parent / "fixtures/tiny"


@pytest.fixture(scope="session")
def tiny() -> ArgumentMap:
    return build([TINY], check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tiny data, to be broken."""
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
