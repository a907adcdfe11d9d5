"""The addresses of a host: resolved once, and refused where they are not the public internet's."""

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence

from claimcheck.errors import ArticleAddressRefused, ArticleUnreachable

__all__ = ["Resolve", "find_addresses", "is_public", "resolve_host"]

Resolve = Callable[[str, int], Sequence[str]]
"""A host and a port to its addresses; OSError where it has none."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address as IPv6-only networks write it


def resolve_host(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host, each once, in its order of preference.

    Raises:
        OSError: there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _within(address: _Address) -> list[_Address]:
    """The IPv4 addresses that an IPv6 address stands for; the address itself where it stands for none."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _TRANSLATED:
        return [ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)]
    if address.sixtofour:
        return [address.sixtofour]
    return list(address.teredo) if address.teredo else [address]


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet: not private, loopback, link-local, reserved or multicast.

    >>> [is_public(each) for each in ("93.184.215.14", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    """
    try:
        found = _within(ipaddress.ip_address(address))
    except ValueError:
        return False
    return all(
        each.is_global
        and not (each.is_private or each.is_loopback or each.is_link_local or each.is_reserved)
        and not (each.is_multicast or each.is_unspecified or getattr(each, "is_site_local", False))
        for each in found
    )


def _in_time(host: str, port: int, resolve: Resolve, seconds: float) -> Sequence[str]:
    """What ``resolve`` finds within ``seconds``: the system's own resolver knows no limit."""
    found: list[Sequence[str]] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            found.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=work, name="resolve", daemon=True)
    thread.start()
    thread.join(max(seconds, 0.001))
    if failed:
        why = getattr(failed[0], "strerror", None) or "no such name"
        raise ArticleUnreachable(host, f"its address cannot be found: {why}") from failed[0]
    if not found:
        raise ArticleUnreachable(host, "its address could not be found in time")
    return found[0]


def find_addresses(
    host: str, port: int, *, allow_private: bool = False, resolve: Resolve = resolve_host, seconds: float = 10.0
) -> list[str]:
    """The addresses to connect to, asked for once.

    A host with a single address that is not public is refused whole: the public ones beside it are no reason to trust
    it. ``allow_private`` lets any address pass.

    Raises:
        ArticleAddressRefused: one of the addresses is not public.
        ArticleUnreachable: there is no address, or none within ``seconds``.
    """
    addresses = list(_in_time(host, port, resolve, seconds))
    if not addresses:
        raise ArticleUnreachable(host, "it has no address")
    refused = next((each for each in addresses if not is_public(each)), None)
    if refused is not None and not allow_private:
        raise ArticleAddressRefused(host, refused)
    return addresses
