import pytest

from argmap.errors import BadParameter, NotAcceptable
from argmap.http.negotiation import Offer, choose

JSON_LD = Offer("json", "application/ld+json")
JSON = Offer("json", "application/json")
CSV = Offer("csv", "text/csv")
OFFERS = [JSON_LD, JSON, CSV]


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON_LD),
        ("", JSON_LD),
        ("*/*", JSON_LD),
        ("application/json", JSON),
        ("APPLICATION/JSON", JSON),
        ("text/*", CSV),
        ("application/*", JSON_LD),
        ("text/csv, application/json", JSON),
        ("text/csv;q=0.9, application/json;q=0.8", CSV),
        ("application/json;q=0.8,\ttext/csv ; q=0.9", CSV),
        ("text/html, */*;q=0.1", JSON_LD),
        ("*/*, application/ld+json;q=0", JSON),
        ("application/*;q=0.2, text/*;q=0.1, application/json;q=0.05", JSON_LD),
        ("text/csv;charset=utf-8", CSV),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', JSON_LD),
        ('text/x;title="a, text/csv;q=1", application/json', JSON),
        ("text/csv;header=absent, application/json;q=0.1", JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", JSON_LD),
    ],
)
def test_accept_chooses(accept: str | None, chosen: Offer) -> None:
    assert choose(OFFERS, accept) == chosen


@pytest.mark.parametrize("accept", ["text/html", "image/*;q=1", "*/*;q=0", "text/csv;charset=latin1"])
def test_nothing_wanted_is_not_acceptable(accept: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        choose(OFFERS, accept)
    assert caught.value.offered == ("application/ld+json", "application/json", "text/csv")


@pytest.mark.parametrize("accept", ["nonsense", "text/csv;q=2", ";;;,,,", "*/csv", '"'])
def test_an_unreadable_accept_takes_anything(accept: str) -> None:
    assert choose(OFFERS, accept) == JSON_LD


def test_format_wins_over_accept() -> None:
    assert choose(OFFERS, "application/json", "csv") == CSV


def test_an_unknown_format_is_told_the_known_ones() -> None:
    with pytest.raises(BadParameter, match="one of json, csv"):
        choose(OFFERS, None, "pdf")
