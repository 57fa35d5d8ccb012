"""Every operation of the OpenAPI document, asked with what its parameters allow, and with what they do not.

Each answer is one that the document tells: its status, its media type, its fields, its schema. None is a 5xx.
"""

from contextlib import suppress
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.fuzz import nasty
from tests.fuzz.engine import Door
from tests.fuzz.sparql_texts import texts

Operation = APIOperation[Any, Any, Any, Any]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
DOOR = Door()


@pytest.fixture(scope="module")
def schema(root: str) -> BaseSchema:
    return schemathesis.openapi.from_url(f"{root}/openapi.json")


def _operations(schema: BaseSchema) -> list[Operation]:
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


def _fuzz(operation: Operation, mode: GenerationMode, examples: int) -> int:
    """Ask an operation, check every answer, and return how often it was asked."""
    asked = []

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        asked.append(case)
        case.call_and_validate(checks=CHECKS, timeout=30)

    with suppress(Unsatisfiable):  # whatever is sent as a text is a text: nothing is not allowed
        ask()
    return len(asked)


def test_what_is_allowed_is_answered_as_documented(schema: BaseSchema) -> None:
    for operation in _operations(schema):
        assert _fuzz(operation, GenerationMode.POSITIVE, 8), operation.label


def test_what_is_not_allowed_is_refused_as_documented(schema: BaseSchema) -> None:
    asked = 0
    for operation in _operations(schema):
        if operation.query or operation.path_parameters or operation.body:
            asked += _fuzz(operation, GenerationMode.NEGATIVE, 6)
    assert asked > 100


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), texts(DOOR.url))
def test_any_text_at_the_endpoint_is_answered_as_documented(
    schema: BaseSchema, data: st.DataObject, text: str
) -> None:
    """Whatever is asked as SPARQL gets an answer that the document tells, and nobody else is called."""
    operation = schema["/sparql"][data.draw(st.sampled_from(["GET", "POST"]))]
    by_form = {"body": {"query": text}, "media_type": "application/x-www-form-urlencoded"}
    case = operation.Case(**({"query": {"query": text}} if operation.method == "get" else by_form))
    before = DOOR.knocks
    case.call_and_validate(checks=CHECKS, timeout=30)
    assert DOOR.knocks == before


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(st.tuples(nasty.texts(), nasty.texts()), max_size=2))
def test_any_value_in_any_place_is_answered(
    root: str, schema: BaseSchema, data: st.DataObject, more: list[tuple[str, str]]
) -> None:
    operation = data.draw(st.sampled_from([each for each in _operations(schema) if each.method == "get"]))
    path = operation.path.format(
        **{each.name: _quoted(data.draw(nasty.texts())) for each in operation.path_parameters}
    )
    names = [each.name for each in operation.query]
    query = [(data.draw(st.sampled_from(names)), data.draw(nasty.texts())) for _ in names[:2]]
    fields = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in [*query, *more])
    answer = httpx.get(f"{root}{path}?{fields}", timeout=30)
    assert answer.status_code < 500
    assert answer.status_code < 400 or answer.headers["content-type"] == "application/problem+json"


def _quoted(text: str) -> str:
    """Percent-encode a text; half a letter as its three bytes, which are no UTF-8."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_fields_of_a_request_are_answered(root: str, data: st.DataObject) -> None:
    path = data.draw(
        st.sampled_from(
            ["/api/v1/claims", "/sparql?query=ASK{}", "/id/kuperman-1996", "/health", "/none", "/ontology"]
        )
    )
    value = st.text(
        alphabet=st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=30
    )
    names = st.sampled_from(
        [
            "accept",
            "accept-encoding",
            "if-none-match",
            "host",
            "x-forwarded-for",
            "x-forwarded-host",
            "authorization",
            "origin",
            "content-type",
            "range",
            "te",
            "cookie",
        ]
    )
    fields = data.draw(
        st.dictionaries(names, value.map(lambda each: each.strip().encode("latin-1")), max_size=4)
    )
    method = data.draw(st.sampled_from(["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE"]))
    answer = httpx.request(
        method, root + path, headers=[(name.encode(), text) for name, text in fields.items()], timeout=30
    )
    assert answer.status_code < 500
