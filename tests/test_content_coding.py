import gzip
import random

import brotli
import pytest

from argmap.content_coding import NAMES, Name, encoded, encoder

TEXT = b"".join(b'{"id": "claim/%d", "text": "leverage"}\n' % number for number in range(5_000))
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_encoded_comes_back_and_is_smaller(name: Name) -> None:
    small = encoded(name, TEXT)
    assert DECODE[name](small) == TEXT
    assert len(small) < len(TEXT) / 10


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_encoded_as_nothing(name: Name) -> None:
    assert DECODE[name](encoded(name, b"")) == b""


@pytest.mark.parametrize("name", NAMES)
def test_pieces_are_encoded_as_one(name: Name) -> None:
    one = encoder(name)
    pieces = [TEXT[start : start + 7_001] for start in range(0, len(TEXT), 7_001)]
    assert DECODE[name](b"".join([*map(one.compress, pieces), one.finish()])) == TEXT


@pytest.mark.parametrize("name", NAMES)
def test_a_long_body_is_given_out_before_its_end(name: Name) -> None:
    noise = random.Random(1).randbytes(8_000_000)
    one = encoder(name)
    assert sum(len(one.compress(noise[at : at + 500_000])) for at in range(0, 8_000_000, 500_000)) > 4_000_000


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_give_the_same(name: Name) -> None:
    assert encoded(name, TEXT) == encoded(name, TEXT)


def test_gzip_tells_no_time() -> None:
    assert encoded("gzip", TEXT)[4:8] == bytes(4)
