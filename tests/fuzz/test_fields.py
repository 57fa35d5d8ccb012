"""What stands in header fields and query strings is read as what it says, or passed over."""

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.fuzz import nasty

from argmap.errors import BadParameter, NotAcceptable, UsageError
from argmap.http.client_address import ClientAddresses, read
from argmap.http.conditional import is_any, tags
from argmap.http.encoding import chosen
from argmap.http.negotiation import Offer, choose, parse_accept
from argmap.http.origin import is_host
from argmap.http.parameters import once, pairs

TOKEN = st.text(alphabet="!#$%&'*+.^_`|~09azAZ-", min_size=1, max_size=6)
TYPES = ("text/turtle", "application/json", "application/ld+json", "text/html", "text/csv")
OFFERS = tuple(Offer(type_.partition("/")[2], type_) for type_ in TYPES)
WEIGHT = st.sampled_from(["", ";q=0", ";q=1", ";q=0.5", "; Q=0.001", ";q=1.000", " ; q=0.333"])
RANGE = st.sampled_from([*TYPES, "*/*", "text/*", "application/*", "image/png", "TEXT/HTML"])
ELEMENT = st.builds(str.__add__, RANGE, WEIGHT)
ANY_FIELD = st.one_of(
    st.text(alphabet=st.characters(max_codepoint=255), max_size=40),
    st.text(alphabet='",;=/*\\ \tqa0.1', max_size=40),
    st.lists(ELEMENT, max_size=5).map(", ".join),
)


@given(ANY_FIELD, st.one_of(st.none(), nasty.texts()))
def test_any_accept_field_gets_an_offer_or_is_told_what_there_is(accept: str, wanted: str | None) -> None:
    try:
        found = choose(OFFERS, accept, wanted)
    except (NotAcceptable, BadParameter) as error:
        said = str(error)
        assert all(offer.media_type in said for offer in OFFERS) or all(
            offer.name in said for offer in OFFERS
        )
        return
    assert found in OFFERS


@given(st.lists(ELEMENT, min_size=1, max_size=6, unique_by=lambda each: each.partition(";")[0].lower()))
def test_the_order_of_ranges_does_not_matter(elements: list[str]) -> None:
    assert _chosen(", ".join(elements)) == _chosen(",".join(reversed(elements)))


@given(
    st.lists(ELEMENT, min_size=1, max_size=4),
    st.sampled_from(['a/b;p="', "", ",", "/", "*/x", 'a"b"/c', "q=1", "a/b;;=x"]),
)
def test_what_is_not_well_formed_is_passed_over(elements: list[str], broken: str) -> None:
    assert _chosen(", ".join([*elements, broken])) == _chosen(", ".join(elements))


@given(st.sampled_from(TYPES), st.lists(ELEMENT, max_size=4))
def test_what_is_refused_is_never_sent(type_: str, elements: list[str]) -> None:
    others = [each for each in elements if not each.lower().startswith(type_)]
    assert _chosen(", ".join([f"{type_};q=0", *others])) != type_


@given(TOKEN, TOKEN, TOKEN, st.text(alphabet='a";,=\\ \t/é', max_size=8))
def test_a_range_is_read_as_it_is_written(type_: str, subtype: str, name: str, value: str) -> None:
    assume("*" not in (type_, subtype) and name.lower() != "q")
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    (read_back,) = parse_accept(f"{type_}/{subtype} ; {name}={quoted};q=0.25")
    assert (read_back.type, read_back.subtype) == (type_.lower(), subtype.lower())
    assert (read_back.parameters, read_back.weight) == ({name.lower(): value}, 0.25)


def _chosen(accept: str) -> str | None:
    try:
        return choose(OFFERS, accept).media_type
    except NotAcceptable:
        return None


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=50))
def test_a_query_string_is_read_as_it_is_written(given_: list[tuple[str, str]]) -> None:
    written = urlencode([(name, value) for name, value in given_])
    assert pairs(written) == pairs(written.encode()) == given_


@given(st.one_of(st.binary(max_size=60), st.text(alphabet="&=%+;aé0fF\x00", max_size=60).map(str.encode)))
def test_any_query_string_is_read_or_refused(sent: bytes) -> None:
    try:
        found = pairs(sent)
    except UsageError:
        return
    for name, value in found:
        (name + value).encode()  # whole letters


@given(st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=3)), max_size=4))
def test_a_name_is_given_once_or_refused(given_: list[tuple[str, str]]) -> None:
    if len({name for name, _ in given_}) == len(given_):
        assert once(given_) == dict(given_)
    else:
        with pytest.raises(BadParameter, match="more than once"):
            once(given_)


TAG = st.binary(max_size=6).map(
    lambda each: b'"' + each.translate(None, bytes(range(0x21)) + b'"\x7f') + b'"'
)


@given(
    st.lists(st.tuples(st.sampled_from([b"", b"W/"]), TAG), max_size=5),
    st.sampled_from([b",", b", ", b" ,\t"]),
)
def test_entity_tags_are_read_as_they_are_written(written: list[tuple[bytes, bytes]], between: bytes) -> None:
    field = between.join(weak + tag for weak, tag in written)
    assert tags(field) == [tag for _, tag in written]
    assert not is_any(field)


@given(st.binary(max_size=40))
def test_any_if_none_match_field_is_read(field: bytes) -> None:
    assert all(tag[:1] == tag[-1:] == b'"' for tag in tags(field))


CODING = st.tuples(st.sampled_from(["gzip", "br", "identity", "*", "x-gzip", "zstd", "GZIP"]), WEIGHT).map(
    "".join
)


@given(
    st.one_of(st.binary(max_size=40), st.lists(CODING, max_size=6).map(lambda each: ", ".join(each).encode()))
)
def test_any_accept_encoding_field_gets_a_coding_that_is_wanted(field: bytes) -> None:
    name = chosen(field).name
    if name is not None:
        assert name in field.decode("latin-1").lower() or b"*" in field


@given(st.sampled_from(["gzip", "br"]), st.lists(CODING, max_size=3))
def test_a_coding_that_is_refused_is_not_used(name: str, others: Sequence[str]) -> None:
    spoken = [each for each in others if name not in each.lower()]
    assert chosen(f"{name};q=0, {', '.join(spoken)}".encode()).name != name


@given(
    st.one_of(
        st.text(max_size=20), st.text(alphabet="a1.-:[]@/?#%\\ \r\n_", max_size=12), st.just("a.example:8000")
    )
)
def test_a_host_is_nothing_but_a_host(text: str) -> None:
    if is_host(text):
        parts = urlsplit(f"http://{text}/x")
        assert (parts.netloc, parts.path, parts.query, parts.fragment) == (text, "/x", "", "")
        assert parts.username is None
        assert parts.hostname


@settings(max_examples=300)
@given(st.binary(max_size=60), st.text(max_size=12))
def test_any_forwarded_for_field_leaves_a_client(field: bytes, peer: str) -> None:
    assert ClientAddresses(()).client(peer, field)
    assert "," not in ClientAddresses(()).client("192.0.2.1", field)


@given(st.one_of(st.text(max_size=20), st.text(alphabet="0123456789abcdef.:[]%/ ", max_size=24)))
def test_any_text_is_an_address_or_none(text: str) -> None:
    address = read(text)
    assert address is None or read(str(address)) == address
