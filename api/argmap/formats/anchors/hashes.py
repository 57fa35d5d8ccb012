"""The two hashes of a window: a small rolling one that finds places to look at, a slow salted one that tells.

The rolling hash (Karp and Rabin 1987, IBM Journal of Research and Development 31:2) is a polynomial over the
integers modulo a prime below 2^16, at a point that follows from the salt. The digest is scrypt (RFC 7914).
Both are cut so short that together they say less than the letters hold: see docs/decisions.
"""

from collections.abc import Container
from functools import lru_cache
from hashlib import blake2b, scrypt

from argmap.formats.anchors.records import Stretch

# The letters that a rolling hash covers: the first of a window at the start, the last of one at the end.
WINDOW = 48
RECIPE = "scrypt-512-8-1"
PRIME = 65521

_ONE_WINDOW_BYTES, _TWO_WINDOWS_BYTES = 3, 4


def base(salt: bytes) -> int:
    """Return the point at which the polynomials of an article are taken."""
    drawn = int.from_bytes(blake2b(salt, digest_size=8, person=b"argmap.rolling").digest(), "big")
    return 256 + drawn % (PRIME - 512)


def rolling(letters: str, point: int) -> int:
    """Return the rolling hash of exactly these letters."""
    value = 0
    for letter in letters:
        value = (value * point + ord(letter)) % PRIME
    return value


def places(letters: str, point: int, wanted: Container[int]) -> dict[int, list[int]]:
    """Return where in a text windows with one of the `wanted` hashes start, by hash."""
    found: dict[int, list[int]] = {}
    if len(letters) < WINDOW:
        return found
    codes = list(map(ord, letters))
    out = pow(point, WINDOW, PRIME)
    outgoing = [(code * out) % PRIME for code in range(max(codes) + 1)] if max(codes) < PRIME else None
    value = rolling(letters[:WINDOW], point)
    if value in wanted:
        found.setdefault(value, []).append(0)
    gone = [outgoing[code] for code in codes] if outgoing else [code * out % PRIME for code in codes]
    for place, (new, old) in enumerate(zip(codes[WINDOW:], gone, strict=False), start=1):
        value = (value * point + new - old) % PRIME
        if value in wanted:
            found.setdefault(value, []).append(place)
    return found


@lru_cache(maxsize=8192)
def digest(head: str, tail: str, salt: bytes, stretch: Stretch) -> str:
    """Return the digest of a stretch's windows: `head`, and `tail` unless one covers the whole."""
    place = f"|{stretch.start}|{stretch.end}|{stretch.head}|{stretch.tail}"
    size = _TWO_WINDOWS_BYTES if stretch.tail else _ONE_WINDOW_BYTES
    password = f"{head}|{tail}".encode()
    return scrypt(password, salt=salt + place.encode(), n=512, r=8, p=1, dklen=size).hex()
