"""What all tests share: whether Java is there."""

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def java() -> str:
    """Return the path of `java`; without one, skip, or fail where ARGMAP_REQUIRE_JAVA=1."""
    path = shutil.which("java")
    if path is None:
        refuse = pytest.fail if os.environ.get("ARGMAP_REQUIRE_JAVA") == "1" else pytest.skip
        refuse("no Java on the PATH: HermiT did not run, so nothing was proved about the ontology")
    return path
