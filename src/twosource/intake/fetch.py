"""Fetch pages from the web: only where asked to, and only from public addresses.

A host's name is resolved once, every address it has is checked, and the connection goes to the one
that was checked, so that a name that changes its mind in between changes nothing. The same holds
for every redirect. What is fetched is saved as it came, as a MIME message (RFC 2557) that carries
its address, and is then read like any page that somebody saved.
"""

import hashlib
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import cast
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, LocationValueError

from twosource.errors import TooMuch, Unreadable, Unsupported

MAX_BYTES = 16 * 1024 * 1024
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5
_CHUNK = 64 * 1024
_PORTS = {"http": 80, "https": 443}
_NAT64 = ip_network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Allowance:
    """What may be fetched besides public addresses on the usual ports. For tests and intranets."""

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset()


PUBLIC = Allowance()


@dataclass(frozen=True, slots=True)
class _Answer:
    """A response: where it redirects to, or its body with what the server said of it."""

    redirect: str | None
    body: bytes = b""
    kind: str = ""
    date: str = ""


def fetch(url: str, folder: Path, allowance: Allowance = PUBLIC) -> Path:
    """Save the page at `url` in `folder` and return the file.

    Raises `Unsupported` for an address that is not to be fetched, `TooMuch` where a cap on bytes,
    time or redirects is reached, `Unreadable` where the page cannot be had.
    """
    deadline = time.monotonic() + MAX_SECONDS
    address = url
    for _ in range(MAX_REDIRECTS + 1):
        answer = _asked(address, allowance, deadline)
        if answer.redirect is None:
            return _saved(address, answer, folder)
        address = urljoin(address, answer.redirect)
    raise TooMuch(f"more than {MAX_REDIRECTS} redirects: give the address they should end at")


def _asked(url: str, allowance: Allowance, deadline: float) -> _Answer:
    parts = _checked(url, allowance)
    with _pool(parts, _resolved(parts, allowance)) as pool:
        try:
            response = _requested(pool, parts, deadline)
            with closing(response):
                return _answer(response, deadline)
        except (HTTPError, LocationValueError, OSError, UnicodeError) as problem:
            raise Unreadable(f"cannot be fetched: {type(problem).__name__}") from problem


def _requested(
    pool: urllib3.HTTPConnectionPool, parts: SplitResult, deadline: float
) -> urllib3.BaseHTTPResponse:
    """The response to one request, its body not yet read."""
    return pool.request(
        "GET",
        f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}",
        headers={"Host": parts.netloc, "Accept-Encoding": "identity", "User-Agent": "twosource"},
        redirect=False,
        retries=False,
        preload_content=False,
        decode_content=False,
        timeout=urllib3.Timeout(total=max(0.1, deadline - time.monotonic())),
    )


def _checked(url: str, allowance: Allowance) -> SplitResult:
    """The parts of an address that may be asked for. Raises `Unsupported`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise Unsupported("not an address: check how it is written") from problem
    if parts.scheme not in _PORTS or not parts.hostname:
        raise Unsupported("not an http or https address")
    if parts.username is not None:
        raise Unsupported("an address with a user name in it: leave it out")
    if port not in {None, *_PORTS.values(), *allowance.ports}:
        raise Unsupported(f"port {port} is not one that pages are served from")
    return parts


def _resolved(parts: SplitResult, allowance: Allowance) -> str:
    """The first address of a host all of whose addresses are public. Raises as `fetch`."""
    try:
        found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise Unreadable(f"no such host: {parts.hostname}") from problem
    addresses = [str(one[4][0]) for one in found]
    for address in addresses:
        if not _may_be_reached(ip_address(address.split("%")[0]), allowance):
            raise Unsupported(f"{parts.hostname} is not a public address: it is not fetched")
    return addresses[0]


def _may_be_reached(address: Address, allowance: Allowance) -> bool:
    inner = _inside(address)
    if any(inner in network for network in allowance.networks):
        return True
    return inner.is_global and not inner.is_multicast


def _inside(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address


def _pool(parts: SplitResult, address: str) -> urllib3.HTTPConnectionPool:
    """Connections to the address that was checked, with the host's own certificate."""
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(address, _port(parts), maxsize=1)
    return urllib3.HTTPSConnectionPool(
        address,
        _port(parts),
        maxsize=1,
        cert_reqs="CERT_REQUIRED",
        server_hostname=parts.hostname,
        assert_hostname=cast("str", parts.hostname),
    )


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _answer(response: urllib3.BaseHTTPResponse, deadline: float) -> _Answer:
    location = response.headers.get("Location")
    if response.status in range(300, 400) and location:
        return _Answer(location)
    if response.status != 200:  # noqa: PLR2004 - OK
        raise Unreadable(f"the server answers {response.status}")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise Unsupported("the server packs the page although asked not to")
    body = b"".join(_within_limits(response, deadline))
    said = response.headers
    return _Answer(None, body, said.get("Content-Type", "text/html"), said.get("Date", ""))


def _within_limits(response: urllib3.BaseHTTPResponse, deadline: float) -> Iterator[bytes]:
    size = 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise TooMuch(f"more than {MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise TooMuch(f"takes longer than {MAX_SECONDS:.0f} seconds")
        yield chunk


def _saved(url: str, answer: _Answer, folder: Path) -> Path:
    """Write the page as a message; its name is made of its bytes, so that it is saved once."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "twosource"
    message["Subject"] = ""
    message["MIME-Version"] = "1.0"
    message["Snapshot-Content-Location"] = url.encode("ascii", "replace").decode()
    if answer.date:
        message["Date"] = answer.date
    kind = answer.kind.partition(";")[0].strip().casefold() or "text/html"
    main, _, sub = kind.partition("/")
    message.set_content(answer.body, maintype=main, subtype=sub or "html", cte="base64")
    path = folder / f"{hashlib.sha256(url.encode() + answer.body).hexdigest()[:16]}.mhtml"
    path.write_bytes(message.as_bytes())
    return path
