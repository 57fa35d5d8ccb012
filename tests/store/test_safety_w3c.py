"""The W3C's own queries pass the check, but for those that call others or ask for other graphs."""

from pathlib import Path

import pytest

from argmap.errors import ArgmapError, QueryRefused, QuerySyntaxError, UnknownGraph
from argmap.store.safety import refuse_unsafe

SUITE = Path(__file__).parents[3] / "shared" / "samples" / "w3c-sparql11"
UNREADABLE = {
    "syn-bad-pname-06.rq",
    "syn-codepoint-escape-bad-04.rq",
    "syn-codepoint-escape-bad-05.rq",
    "syn-invalid-codepoint-escaped-bad-01.rq",
}
OTHER_GRAPHS = {"constructwhere04.rq", "syntax-construct-where-02.rq"}


def _refused() -> dict[str, type[ArgmapError]]:
    found: dict[str, type[ArgmapError]] = {}
    for file in sorted(SUITE.rglob("*.rq")):
        try:
            refuse_unsafe(file.read_bytes().decode(errors="replace"), ())
        except ArgmapError as error:
            found[file.relative_to(SUITE).as_posix()] = type(error)
    return found


@pytest.mark.skipif(not SUITE.is_dir(), reason=f"the W3C SPARQL 1.1 suite is not at {SUITE}")
def test_only_what_is_not_allowed_is_refused() -> None:
    refused = _refused()
    assert {name for name in refused if name.startswith(("service/", "syntax-fed/"))} >= {
        f"service/service0{number}.rq" for number in (1, 2, 3, 5, 6, 7)
    }
    for name, error in refused.items():
        folder, _, file = name.partition("/")
        expected = (
            QueryRefused
            if folder in ("service", "syntax-fed")
            else UnknownGraph
            if file in OTHER_GRAPHS
            else QuerySyntaxError
        )
        assert error is expected, name
        assert expected is not QuerySyntaxError or file in UNREADABLE, name
