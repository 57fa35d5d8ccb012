"""Which representation the caller wants: `Accept` (RFC 9110 §12.5.1) or `?format=`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.errors import BadParameter, NotAcceptable

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 (a token of the grammar)
_QUOTED = r'"(?:[^"\\]++|\\.)*+"'
_RANGE = re.compile(rf"({_TOKEN})/({_TOKEN})")
_PARAMETER = re.compile(rf"[ \t]*;[ \t]*(?:({_TOKEN})=({_TOKEN}|{_QUOTED}))?")
# A quotation that does not end quotes the rest, so that nothing is read twice: time grows with the length.
_ELEMENT = re.compile(r'(?:[^,"]++|"(?:[^"\\]++|\\.)*+(?:"|\\?+\Z))++', re.DOTALL)
_WEIGHT = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
# No honest field is as long as this.
_LONGEST_READ = 4000


@dataclass(frozen=True)
class Offer:
    """One representation we can write: the name `?format=` knows it by, and its media type."""

    name: str
    media_type: str


@dataclass(frozen=True)
class MediaRange:
    """One element of an `Accept` field: type, subtype, parameters (lower case names) and weight 0 to 1."""

    type: str
    subtype: str
    parameters: dict[str, str] = field(default_factory=dict)
    weight: float = 1.0

    def precedence(self, offer: Offer) -> int:
        """Return how closely it names the offer: 0 not, 1 `*/*`, 2 `type/*`, 3 exactly, 4 with parameters."""
        type_, _, subtype = offer.media_type.partition("/")
        if (self.type, self.subtype) == ("*", "*"):
            return 1
        if self.type != type_:
            return 0
        if self.subtype == "*":
            return 2
        if self.subtype != subtype or not self._parameters_hold():
            return 0
        return 4 if self.parameters else 3

    def _parameters_hold(self) -> bool:
        # Everything we write is UTF-8. A JSON-LD profile is a wish that a server may leave unfulfilled
        # (JSON-LD 1.1, appendix C). Any other parameter asks for something that we do not write.
        return all(
            name == "profile" or (name == "charset" and value.lower() in ("utf-8", "utf8"))
            for name, value in self.parameters.items()
        )


def choose(offers: Sequence[Offer], accept: str | None, wanted: str | None = None) -> Offer:
    """Return the best of `offers` (in our order of preference) for an `Accept` field and a `format`.

    `wanted` names an offer outright and wins. No `Accept`, or none that can be read, takes anything.
    Raises BadParameter for an unknown `wanted`, NotAcceptable when nothing on offer is wanted.
    """
    if wanted is not None:
        return _named(offers, wanted)
    ranges = list(parse_accept(accept or ""))
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _weight(offer, ranges))  # max keeps the first of equals
    if _weight(best, ranges) == 0:
        raise NotAcceptable([offer.media_type for offer in offers])
    return best


def parse_accept(accept: str) -> Iterator[MediaRange]:
    """Yield the media ranges of an `Accept` field; elements that are not well formed are passed over."""
    for element in _ELEMENT.findall(accept[:_LONGEST_READ]):
        media_range = _parse_range(element.strip(" \t"))
        if media_range is not None:
            yield media_range


def _parse_range(element: str) -> MediaRange | None:
    match = _RANGE.match(element)
    if match is None or (match[1] == "*" and match[2] != "*"):
        return None
    parameters: dict[str, str] = {}
    position = match.end()
    while position < len(element):
        parameter = _PARAMETER.match(element, position)
        if parameter is None:
            return None
        position = parameter.end()
        if parameter[1]:
            parameters[parameter[1].lower()] = _unquote(parameter[2])
    weight = parameters.pop("q", "1")
    if not _WEIGHT.fullmatch(weight):
        return None
    return MediaRange(match[1].lower(), match[2].lower(), parameters, float(weight))


def _unquote(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


def _weight(offer: Offer, ranges: Sequence[MediaRange]) -> float:
    """Return the weight of the range that names the offer most closely (RFC 9110 §12.5.1), 0 if none does."""
    closest = max(ranges, key=lambda media_range: (media_range.precedence(offer), media_range.weight))
    return closest.weight if closest.precedence(offer) else 0.0


def _named(offers: Sequence[Offer], wanted: str) -> Offer:
    for offer in offers:
        if offer.name == wanted:
            return offer
    names = ", ".join(dict.fromkeys(offer.name for offer in offers))
    raise BadParameter("format", f'"{wanted}" is not on offer here; give one of {names}.')
