"""URLs: what a server on this machine sends, what it may not do, and addresses that are never asked."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsie.errors import InputError, SourceError
from newsie.read import read_articles
from newsie.read.context import ReadOptions
from newsie.read.documents.fetch import fetched, is_public, is_url
from newsie.read.settings import Limits
from newsie.records import Article

STORY = (
    "The governor met the bishop on Monday, and both said that they would meet again before the winter was over. " * 3
)
PAGE = f"""<!DOCTYPE html><html><head><title>Governor meets bishop | The Sierra Post</title>
<meta property="og:site_name" content="The Sierra Post"></head>
<body><article><h1>Governor meets bishop</h1><p>{STORY} Peña said so.</p></article></body></html>"""


class Handler(BaseHTTPRequestHandler):
    """A site with one page, and with what goes wrong on sites."""

    def do_GET(self) -> None:
        status, headers, body = self.answer()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        path = self.path.partition("?")[0]
        if path == "/page":
            return 200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")
        if path == "/text.txt":
            return 200, {"Content-Type": "text/plain"}, STORY.encode()
        if path == "/long":
            return 200, {}, b"x" * 5000
        if path == "/cut":
            return 200, {"Content-Length": "5000"}, b"<html>"
        if path == "/slow":
            time.sleep(2)
            return 200, {}, b""
        if path.startswith("/to/"):
            return 302, {"Location": path.removeprefix("/to/")}, b""
        return (int(path[1:]) if path[1:].isdigit() else 404), {}, b""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server in a thread."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def articles_at(*urls: str, **limits: int) -> tuple[list[Article], list[str]]:
    errors: list[InputError] = []
    options = ReadOptions(allow_private=True, limits=Limits(**limits))
    articles = list(read_articles(urls, options, on_error=errors.append))
    return articles, [str(error) for error in errors]


def test_page_is_read_as_a_file_would_be(site: str) -> None:
    (article,), errors = articles_at(f"{site}/page", f"{site}/page")
    assert errors == []
    assert (article.source, article.url) == (f"{site}/page", f"{site}/page")
    assert (article.title, article.site) == ("Governor meets bishop", "The Sierra Post")
    assert "Peña said so." in article.text


def test_other_formats_are_told_by_content(site: str) -> None:
    (article,), _ = articles_at(f"{site}/text.txt")
    assert article.text == STORY


def test_redirects_are_followed(site: str) -> None:
    (article,), _ = articles_at(f"{site}/to//to//page")
    assert article.source == f"{site}/to//to//page"
    assert article.title == "Governor meets bishop"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/404", "the server answered 404; check the address"),
        ("/403", "the server answered 403; save the page in your browser, and name the file"),
        ("/503", "the server answered 503; try again later"),
        ("/cut", "the answer is damaged or cut short; try again"),
        ("/slow", "no whole answer within 1 seconds; try again, or give --limit fetch-seconds=4"),
        ("/long", "more than 4,000 bytes; raise the limit with --limit fetch-bytes=40000"),
        (
            "/to/ftp://sierra.example/a",
            "not a web address (ftp://sierra.example/a); only http:// and https:// are fetched",
        ),
        ("/to/file:///etc/passwd", "not a web address (file:///etc/passwd); only http:// and https:// are fetched"),
    ],
)
def test_failure_is_one_line_and_the_rest_is_read(site: str, path: str, line: str) -> None:
    articles, errors = articles_at(f"{site}{path}", f"{site}/text.txt", fetch_bytes=4000, fetch_seconds=1)
    assert errors == [f"{site}{path}: {line}"]
    assert len(articles) == 1


def test_redirects_in_a_circle_end(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Handler, "answer", lambda self: (302, {"Location": "/again"}, b""))
    assert articles_at(f"{site}/again")[1] == [
        f"{site}/again: redirects more than 10 times; name the address of the article itself"
    ]


def test_closed_port_cannot_be_reached() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        assert articles_at(url)[1] == [f"{url}: cannot be reached; check the address and your connection"]


PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
    *("255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1"),
    *("64:ff9b::7f00:1", "2002:7f00:1::", "::ffff:10.0.0.1"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_address_is_public(address: str) -> None:
    assert is_public(address)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Make every name resolve to these addresses, as far as checks go."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **named: found)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_address_is_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34", address)
    monkeypatch.setattr(socket, "socket", None)  # nothing may connect
    with pytest.raises(SourceError, match=r"private network \(news\.example\); if you trust it, give --allow-private"):
        fetched("http://news.example/a", ReadOptions())


def test_redirect_to_a_private_address_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.rpartition(":")[2]
    monkeypatch.setattr("newsie.read.documents.fetch.is_public", lambda address: address != "169.254.169.254")
    # The library's own guard would not let a test reach this machine.
    from trafilatura.downloads import create_pool

    monkeypatch.setattr(
        "trafilatura.downloads.create_pool", lambda ssrf_protection, **named: create_pool(False, **named)
    )
    with pytest.raises(SourceError, match=r"private network \(169\.254\.169\.254\)"):
        fetched(f"http://127.0.0.1:{port}/to/http://169.254.169.254/latest", ReadOptions())


def test_name_that_resolves_differently_when_connecting_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsie.read.documents.fetch.is_public", lambda address: True)
    with pytest.raises(SourceError, match="cannot be reached"):
        fetched(f"{site}/page", ReadOptions())


def test_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(SourceError, match=r"no such host \(news\.example\); check the address"):
        fetched("https://news.example/a", ReadOptions())


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "https:///path", "http://a:99999/", f"http://{'a' * 70}.example/"]
)
def test_broken_address(url: str) -> None:
    with pytest.raises(SourceError, match=r"not a web address|no such host|cannot be reached"):
        fetched(url, ReadOptions(allow_private=True))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("https://a.example/b", True),
        ("HTTP://A", True),
        ("ftp://a", True),
        ("a/b", False),
        ("C:\\a", False),
        ("-", False),
    ],
)
def test_address_or_path(path: str, expected: bool) -> None:
    assert is_url(path) is expected
