"""What stands at a web address that the user names: bounded in size and time, and never from a private network unasked.

The connections are those of trafilatura, which refuse a private address however its name was resolved. Redirects are
followed here, so that each target is checked before anything is sent to it.
"""

import ipaddress
import re
import socket
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from newsie.errors import SourceError
from newsie.read.context import ReadOptions
from newsie.read.documents.decode import charset_in
from newsie.read.names import printable

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
SCHEMES = ("http", "https")
MOST_REDIRECTS = 10
CHUNK = 64 * 1024
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052), in their last 32 bits."""

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class Answer(NamedTuple):
    """What a server sent, and the encoding that it said it is in."""

    data: bytes
    charset: str | None


def is_url(path: object) -> bool:
    """Whether what the user names is a web address rather than a path."""
    return isinstance(path, str) and ADDRESS.match(path) is not None


def fetched(url: str, options: ReadOptions) -> Answer:
    """Return what stands at `url`. Raises SourceError, one line with the next step, if it can't be had."""
    from trafilatura.downloads import create_pool
    from urllib3.exceptions import HTTPError

    pool = create_pool(ssrf_protection=not options.allow_private, cert_reqs="CERT_REQUIRED")
    label = printable(url)
    try:
        return _followed(pool, label, url, options)
    except (HTTPError, ValueError) as error:
        raise SourceError(label, *_reason(error, options.limits.fetch_seconds)) from error
    finally:
        pool.clear()


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet: no private, loopback, link-local or reserved one."""
    ip = _meant(ipaddress.ip_address(address.split("%")[0]))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _meant(ip: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def _followed(pool: "PoolManager", label: str, url: str, options: ReadOptions) -> Answer:
    deadline = time.monotonic() + options.limits.fetch_seconds
    for _ in range(MOST_REDIRECTS + 1):
        _check(label, url, options)
        response = pool.request(
            "GET", url, redirect=False, retries=False, preload_content=False, timeout=options.limits.fetch_seconds
        )
        try:
            target = response.get_redirect_location()
            if not target:
                charset = charset_in(response.headers.get("Content-Type", ""))
                return Answer(_body(label, response, options, deadline), charset)
        finally:
            response.close()
        url = urljoin(url, target)
    raise SourceError(label, f"redirects more than {MOST_REDIRECTS} times", "name the address of the article itself")


def _check(label: str, url: str, options: ReadOptions) -> None:
    """Raise SourceError unless an address is of the web, and public or allowed."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in SCHEMES or not parts.hostname:
        raise SourceError(label, f"not a web address ({printable(url)})", "only http:// and https:// are fetched")
    if options.allow_private:
        return
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceError(label, f"no such host ({parts.hostname})", "check the address and your connection") from error
    if not all(is_public(str(info[4][0])) for info in found):
        advice = "if you trust it, give --allow-private"
        raise SourceError(label, f"an address of a private network ({parts.hostname})", advice)


def _body(label: str, response: "BaseHTTPResponse", options: ReadOptions, deadline: float) -> bytes:
    if response.status != 200:
        raise SourceError(label, f"the server answered {response.status}", _advice_on(response.status))
    limits = options.limits
    data = bytearray()
    while chunk := response.read1(CHUNK):
        data += chunk
        if len(data) > limits.fetch_bytes:
            advice = f"raise the limit with --limit fetch-bytes={10 * limits.fetch_bytes}"
            raise SourceError(label, f"more than {limits.fetch_bytes:,} bytes", advice)
        if time.monotonic() > deadline:
            raise SourceError(label, *_too_slow(limits.fetch_seconds))
    return bytes(data)


def _advice_on(status: int) -> str:
    if status in (401, 402, 403):
        return "save the page in your browser, and name the file"
    return "try again later" if status == 429 or status >= 500 else "check the address"


def _too_slow(seconds: int) -> tuple[str, str]:
    return f"no whole answer within {seconds} seconds", f"try again, or give --limit fetch-seconds={4 * seconds}"


def _reason(error: Exception, seconds: int) -> tuple[str, str]:
    """The cause of a failure, and what to do about it."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.TimeoutError) and not isinstance(error, exceptions.NewConnectionError):
        return _too_slow(seconds)
    if isinstance(error, exceptions.SSLError):
        return "its certificate isn't valid", "save the page in your browser, and name the file"
    if isinstance(error, ValueError):
        return "not a web address", "check how it is written"
    if isinstance(error, exceptions.DecodeError | exceptions.ProtocolError):
        return "the answer is damaged or cut short", "try again"
    return "cannot be reached", "check the address and your connection"
