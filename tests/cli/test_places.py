"""Pages in the words of a reader."""

from typing import Any

import pytest

from argmap.cli.places import place

PAGE = "https://w3id.org/argmap/id/a/page/"


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ({"onPage": f"{PAGE}231"}, "p. 231"),
        ({"onPage": [f"{PAGE}227", f"{PAGE}226"]}, "pp. 226, 227"),
        ({"onPage": {"id": f"{PAGE}231", "pageNumber": 231}}, "p. 231"),
        ({"onPage": {"id": f"{PAGE}231"}}, "p. 231"),
        ({"possiblyOnPage": [f"{PAGE}226", f"{PAGE}224", f"{PAGE}225"]}, "p. 224, 225 or 226"),
        ({"possiblyOnPage": f"{PAGE}224"}, "p. 224?"),
        ({"onPage": f"{PAGE}231", "possiblyOnPage": f"{PAGE}232"}, "p. 231"),
        ({"expressedIn": [{"onPage": f"{PAGE}231"}, {"onPage": f"{PAGE}232"}]}, "pp. 231, 232"),
        ({"expressedIn": "https://w3id.org/argmap/id/a/passage/p1-s1"}, ""),
        ({}, ""),
    ],
)
def test_a_place_in_words(thing: dict[str, Any], words: str) -> None:
    assert place(thing) == words
