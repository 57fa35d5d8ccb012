import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.content_coding import NAMES
from argmap.http.encoding import AS_IT_IS, SMALLEST, Coding, chosen

BR, GZIP = Coding("br"), Coding("gzip")


@pytest.mark.parametrize(
    ("field", "coding"),
    [
        (b"", AS_IT_IS),
        (b"identity", AS_IT_IS),
        (b"br", BR),
        (b"gzip", GZIP),
        (b"GZip", GZIP),
        (b"x-gzip", GZIP),
        (b"x-br", AS_IT_IS),
        (b"gzip, deflate, br, zstd", BR),
        (b"deflate, zstd", AS_IT_IS),
        (b"br;q=0.5, gzip", GZIP),
        (b"br;q=0.5,gzip;q=0.500", BR),
        (b"br ; q=0 , gzip ; Q=0.001", GZIP),
        (b"br;q=0, gzip;q=0", AS_IT_IS),
        (b"gzip;q=0.5, identity", AS_IT_IS),
        (b"gzip;q=0.5, identity;q=0.5", GZIP),
        (b"identity;q=0.1, gzip", GZIP),
        (b"*", BR),
        (b"*;q=0.2, br;q=0.1", GZIP),
        (b"br;q=0, *", GZIP),
        (b"br;q=0, *;q=0.1, identity;q=0.5", AS_IT_IS),
        (b"*, identity;q=0.5", BR),
        (b"identity;q=0, gzip", Coding("gzip", always=True)),
        (b"identity;q=0, *", Coding("br", always=True)),
        (b"br, *;q=0", Coding("br", always=True)),
        (b"*;q=0, identity", AS_IT_IS),
        (b"*;q=0, identity, gzip", GZIP),
    ],
)
def test_the_weights_choose(field: bytes, coding: Coding) -> None:
    assert chosen(field) == coding


@pytest.mark.parametrize("field", [b"identity;q=0", b"*;q=0", b"zstd, *;q=0", b"br;q=0, identity;q=0"])
def test_who_refuses_all_we_have_gets_the_answer_as_it_is(field: bytes) -> None:
    assert chosen(field) == AS_IT_IS


@pytest.mark.parametrize(
    "field", [b"br;q=2", b"br;q=", b"br;q=0.1234", b"b r", b"br;level=5", b";", b",,", b"\xff"]
)
def test_what_is_not_well_formed_is_passed_over(field: bytes) -> None:
    assert chosen(field) == AS_IT_IS
    assert chosen(field + b", gzip") == GZIP


def test_a_field_that_nobody_honest_sends_is_not_read() -> None:
    assert chosen(b"br, " * 1_000) == AS_IT_IS


@given(
    st.binary(max_size=60)
    | st.from_regex(rb"((br|gzip|\*|identity)(;q=[01]\.?[0-9]{0,3})?, ?){0,5}", fullmatch=True)
)
def test_any_field_is_answered_and_what_it_refuses_is_not_chosen(field: bytes) -> None:
    coding = chosen(field)
    assert coding.name in (None, *NAMES)
    refused = [element.strip() for element in field.lower().split(b",")]
    assert refused[-1] != f"{coding.name};q=0".encode()


@pytest.mark.parametrize(
    "type_",
    [
        b"application/ld+json",
        b"application/json",
        b"application/problem+json; charset=utf-8",
        b"text/csv; charset=utf-8",
        b"TEXT/Turtle",
        b"application/n-triples",
        b"application/rdf+xml",
        b"application/sparql-results+json",
        b"application/sparql-query",
        b"text/javascript",
        b"image/svg+xml",
    ],
)
def test_text_is_encoded(type_: bytes) -> None:
    assert BR.of(type_, SMALLEST) == "br"


@pytest.mark.parametrize(
    "type_", [b"image/png", b"font/woff2", b"application/zip", b"", b"application/jsonish"]
)
def test_what_is_packed_already_is_not(type_: bytes) -> None:
    assert BR.of(type_, 1_000_000) is None


def test_the_small_is_not_encoded_unless_it_must_be() -> None:
    assert GZIP.of(b"text/csv", SMALLEST - 1) is None
    assert GZIP.of(b"text/csv") == "gzip"
    assert Coding("gzip", always=True).of(b"image/png", 1) == "gzip"
    assert AS_IT_IS.of(b"text/csv", 1_000_000) is None


def test_every_agreement_has_its_own_end_of_a_tag() -> None:
    agreements = [AS_IT_IS, *(Coding(name, always) for name in NAMES for always in (False, True))]
    assert len({coding.suffix for coding in agreements}) == len(agreements)
