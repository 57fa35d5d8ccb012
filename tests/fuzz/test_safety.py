"""Whatever passes the check calls nobody, reads no graph that is not held, and does not kill the engine."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from tests.fuzz.engine import HELD, SECRET, Door, Engine
from tests.fuzz.sparql_texts import texts

from argmap.errors import QueryRefused, QuerySyntaxError, UnknownGraph
from argmap.settings import Limits
from argmap.store.safety import refuse_unsafe

LIMITS = Limits(patterns=40)
DOOR = Door()


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


def _passes(text: str) -> bool:
    try:
        refuse_unsafe(text, {HELD}, (), LIMITS)
    except (QueryRefused, UnknownGraph, QuerySyntaxError):
        return False
    return True


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(DOOR.url))
def test_what_passes_calls_nobody_and_reads_what_is_held(engine: Engine, text: str) -> None:
    if not _passes(text):
        return
    before = DOOR.knocks
    reply = engine.ask(text)
    assert DOOR.knocks == before
    assert "SECRET" not in reply["found"] or "SECRET" in text
    assert reply["outcome"] in ("answered", "syntax", "failed")


def test_the_door_would_notice(engine: Engine) -> None:
    before = DOOR.knocks
    engine.ask(f"ASK {{ SERVICE <{DOOR.url}> {{ ?s ?p ?o }} }}")
    assert DOOR.knocks > before


def test_the_secret_would_be_found(engine: Engine) -> None:
    assert "SECRET" in engine.ask(f"SELECT * FROM <{SECRET}> {{ ?s ?p ?o }}")["found"]
    assert "SECRET" not in engine.ask("SELECT * { ?s ?p ?o }")["found"]
