"""The works that the shipped article cites, as CSL-JSON."""

from typing import Any

import pytest

from argmap.graph.build import build


@pytest.fixture(scope="session")
def works() -> dict[str, dict[str, Any]]:
    answer = build(check=False).answer("sources/list", {})
    return {str(item["id"]): dict(item) for item in answer.works()}
