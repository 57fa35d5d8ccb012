"""Which content coding the caller wants: `Accept-Encoding` (RFC 9110 §12.5.3)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from argmap.content_coding import NAMES, Name

# Below this an encoded answer is hardly smaller than the packet it travels in.
SMALLEST = 1024

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 (a token of the grammar)
_CODING = re.compile(rf"({_TOKEN})(?:[ \t]*;[ \t]*[qQ]=(0(?:\.[0-9]{{0,3}})?|1(?:\.0{{0,3}})?))?")
# A coding that nobody spoke of is worth less than any that somebody did: the least weight of those is 0.001.
_UNSPOKEN = 0.0001
# What is longer was not written by a browser; it is not kept, and costs no more than this to read.
_LONGEST_READ = 1000
_TEXT_TYPE = re.compile(
    rb"\s*(?:text/|image/svg\+xml|application/(?:[a-z0-9.+-]*[+.-])?"
    rb"(?:json|xml|javascript|sparql-query|n-triples|n-quads|trig)\s*(?:;|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Coding:
    """What was agreed on: a coding or, if `name` is None, the answer as it is (`identity`).

    `always` tells that the answer as it is was refused, so that even small ones are encoded.
    """

    name: Name | None = None
    always: bool = False

    @cached_property
    def suffix(self) -> bytes:
        """What the entity tag of an answer ends with that was negotiated so.

        It follows from the request alone: so a tag is known, and compared, before the answer is made.
        """
        if self.name is None:
            return b""
        return f"-{self.name}-always".encode() if self.always else f"-{self.name}".encode()

    def of(self, content_type: bytes, size: int | None = None) -> Name | None:
        """Return the coding of an answer of this type and size in bytes (None: unknown and maybe large)."""
        if self.always or (_TEXT_TYPE.match(content_type) and (size is None or size >= SMALLEST)):
            return self.name
        return None


AS_IT_IS = Coding()


def chosen(field: bytes) -> Coding:
    """Return the best coding for an `Accept-Encoding` field (several lines: joined by commas).

    No field is taken for none but `identity`: who can read more says so. What refuses everything we have is
    disregarded, as §12.1 allows; elements that are not well formed are passed over.
    """
    return _chosen(field) if len(field) <= _LONGEST_READ else AS_IT_IS


@lru_cache(maxsize=512)
def _chosen(field: bytes) -> Coding:
    weights = dict(_weights(field.decode("latin-1")))
    identity = weights.get("identity", weights.get("*", _UNSPOKEN))
    name = max(NAMES, key=lambda each: _weight(each, weights))  # max keeps the first of equals
    if _weight(name, weights) == 0 or _weight(name, weights) < identity:
        return AS_IT_IS
    return Coding(name, always=identity == 0)


def _weights(field: str) -> Iterator[tuple[str, float]]:
    for element in field.split(","):
        match = _CODING.fullmatch(element.strip(" \t"))
        if match is not None:
            name = match[1].lower()
            yield "gzip" if name == "x-gzip" else name, float(match[2] or 1)  # §8.4.1.3: they are the same


def _weight(name: str, weights: Mapping[str, float]) -> float:
    return weights.get(name, weights.get("*", 0.0))
