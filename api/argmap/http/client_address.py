"""Who asks: what a client is known by in limits and in the log."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

from argmap.settings import Network

Address: TypeAlias = IPv4Address | IPv6Address

_MEMORY = 4096
# So long a list of proxies is nobody's; what is kept in memory stays small.
_LONGEST_LIST = 512
UNKNOWN = "unknown"


class ClientAddresses:
    """Finds the client behind a connection, past the proxies that are trusted.

    A client is an IPv4 address, or the /64 network of an IPv6 address: whoever has one address of it has all.
    """

    def __init__(self, trusted: tuple[Network, ...]) -> None:
        self._trusted = trusted
        # The same few connections and clients come again and again; reading an address takes microseconds.
        self.trusts = lru_cache(_MEMORY)(self._trusts)
        self._found = lru_cache(_MEMORY)(self._find)

    def client(self, peer: str, forwarded_for: bytes = b"") -> str:
        """Return the client behind the address `peer`, which sent the field `X-Forwarded-For`.

        Each proxy adds whom it heard at the end of the field, and whoever is not trusted may have written
        what stands before: the client is the last in it that is not trusted. Where that is no address, it
        is the proxy that wrote so.
        """
        if len(forwarded_for) > _LONGEST_LIST:
            forwarded_for = forwarded_for[-_LONGEST_LIST:].partition(b",")[2]
        return self._found(peer, forwarded_for)

    def _trusts(self, peer: str) -> bool:
        address = read(peer)
        return address is not None and any(address in network for network in self._trusted)

    def _find(self, peer: str, forwarded_for: bytes) -> str:
        known = peer
        for entry in reversed(forwarded_for.decode("latin-1").split(",")):
            if not self._trusts(known) or read(entry) is None:
                break
            known = entry
        address = read(known)
        return (peer or UNKNOWN) if address is None else _counted(address)


def read(text: str) -> Address | None:
    """Return an address, written alone or with a port, or None if that is none; IPv4 in IPv6 is IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def _counted(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((address, 64), strict=False))
