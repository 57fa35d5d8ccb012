from pathlib import Path

import pytest
from tests.catalogue.queries import DETAIL, LIST

from argmap.catalogue import QueryFile, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/list.rq").write_text(LIST)
    (tmp_path / "claims/detail.rq").write_text(DETAIL)
    return tmp_path


@pytest.fixture
def claims(folder: Path) -> QueryFile:
    return load(folder).named("claims/list")


@pytest.fixture
def claim(folder: Path) -> QueryFile:
    return load(folder).named("claims/detail")
