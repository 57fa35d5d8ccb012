from ipaddress import ip_network

import pytest

from argmap.http.client_address import UNKNOWN, ClientAddresses

PROXIES = (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"), ip_network("2001:db8:ffff::/48"))


@pytest.mark.parametrize(
    ("peer", "client"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", UNKNOWN),
    ],
)
def test_a_client_is_an_address_or_the_network_of_one(peer: str, client: str) -> None:
    assert ClientAddresses(()).client(peer) == client


def test_a_stranger_cannot_say_who_it_is() -> None:
    assert ClientAddresses(PROXIES).client("203.0.113.7", b"192.0.2.1") == "203.0.113.7"
    assert ClientAddresses(()).client("127.0.0.1", b"192.0.2.1") == "127.0.0.1"


@pytest.mark.parametrize(
    ("forwarded_for", "client"),
    [
        (b"192.0.2.1", "192.0.2.1"),
        (b"192.0.2.1:4711", "192.0.2.1"),
        (b"[2001:db8:5::1]:4711", "2001:db8:5::/64"),
        (b"  192.0.2.1  ", "192.0.2.1"),
        (b"9.9.9.9, 192.0.2.1", "192.0.2.1"),
        (b"9.9.9.9,192.0.2.1, 10.1.2.3", "192.0.2.1"),
        (b"9.9.9.9, 192.0.2.1, 2001:db8:ffff::1, 10.1.2.3", "192.0.2.1"),
        (b"10.1.2.4, 10.1.2.3", "10.1.2.4"),
        (b"", "127.0.0.1"),
        (b"unknown", "127.0.0.1"),
        (b"192.0.2.1, unknown, 10.1.2.3", "10.1.2.3"),
        (b'<script>, "\n', "127.0.0.1"),
        (b"\xff\xfe", "127.0.0.1"),
    ],
)
def test_behind_trusted_proxies_the_last_untrusted_address_counts(forwarded_for: bytes, client: str) -> None:
    assert ClientAddresses(PROXIES).client("127.0.0.1", forwarded_for) == client


def test_of_an_endless_list_only_the_end_is_read() -> None:
    endless = b"1.2.3.4," * 100_000
    assert ClientAddresses(PROXIES).client("127.0.0.1", endless + b"192.0.2.1") == "192.0.2.1"
    only_proxies = b"10.0.0.1, " * 1_000
    assert ClientAddresses(PROXIES).client("127.0.0.1", only_proxies[:-2]) == "10.0.0.1"
