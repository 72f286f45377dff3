"""Fetching, tried against a server on this machine that plays each trick, and allowed by name."""

import gzip
import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from threading import Thread

import pytest

from twosource.errors import IntakeError, TooMuch, Unreadable, Unsupported
from twosource.intake import fetch as fetching
from twosource.intake import ingest
from twosource.intake.fetch import Allowance, fetch
from twosource.model import DateRole

SENTENCE = (
    "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
)
PAGE = f"<html><head><title>Heron</title></head><body>{f'<p>{SENTENCE}</p>' * 4}</body></html>"


class Trickster(BaseHTTPRequestHandler):
    """Does what the path says."""

    def do_GET(self) -> None:
        trick, _, rest = self.path.lstrip("/").partition("/")
        if trick == "to":
            self.answer(302, b"", Location=rest)
        elif trick == "around":
            self.answer(302, b"", Location="/around")
        elif trick == "packed":
            self.answer(200, gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"})
        elif trick == "endless":
            self.endless()
        elif trick == "slow":
            self.slow()
        else:
            self.answer(int(trick or 200), PAGE.encode(), Date="Sun, 01 Jun 2031 10:00:00 GMT")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response_only(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response_only(200)
        self.end_headers()
        self.go_on(bytes(1024 * 1024), pause=0)

    def slow(self) -> None:
        self.send_response_only(200)
        self.end_headers()
        self.go_on(b"a", pause=0.05)

    def go_on(self, chunk: bytes, pause: float) -> None:
        try:
            for _ in range(200):
                self.wfile.write(chunk)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return  # the other side has had enough

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Trickster) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


@pytest.fixture
def allowed(server: str) -> Allowance:
    port = int(server.rpartition(":")[2])
    return Allowance((ip_network("127.0.0.0/8"),), frozenset({port}))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",  # 127.0.0.1 as one number
        "0x7f.1",  # the same in other bases
        "0.0.0.0",  # noqa: S104 - this machine, by another name
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # where clouds keep their keys
        "100.64.0.1",  # shared by carriers
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[ff02::1]",
        "[::ffff:127.0.0.1]",  # IPv4 in IPv6
        "[::ffff:10.0.0.1]",
        "[64:ff9b::7f00:1]",  # 127.0.0.1 through a translator
        "[2002:7f00:1::]",  # and through a tunnel
    ],
)
def test_an_address_that_is_not_public_is_not_asked(host: str, tmp_path: Path) -> None:
    with pytest.raises((Unsupported, Unreadable)):
        fetch(f"http://{host}/", tmp_path)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://heron.example/",
        "gopher://heron.example/",
        "javascript:alert(1)",
        "//heron.example/",
        "heron.example",
        "http://",
        "http://[::1",
        "http://user:secret@heron.example/",
        "http://heron.example:22/",
        "http://heron.example:99999/",
        "",
    ],
)
def test_only_plain_web_addresses_are_fetched(url: str, tmp_path: Path) -> None:
    with pytest.raises(Unsupported):
        fetch(url, tmp_path)


def test_a_page_is_saved_with_its_address_and_read_from_there(
    server: str, allowed: Allowance, tmp_path: Path
) -> None:
    fetch(f"{server}/to//200", tmp_path, allowed)
    (article,) = ingest([tmp_path]).articles
    assert SENTENCE in article.text
    assert article.url is not None
    assert article.url.value == f"{server}/200"
    assert [(one.role, one.interval.value) for one in article.dates] == [
        (DateRole.CRAWLED, "2031-06-01")
    ]


@pytest.mark.parametrize(
    ("trick", "error"),
    [
        ("404", Unreadable),
        ("to/http://10.0.0.1/", Unsupported),  # from a public page to a private one
        ("to/http://169.254.169.254/latest/", Unsupported),
        ("to/http://127.0.0.1:1/", Unsupported),  # to another port
        ("to/file:///etc/passwd", Unsupported),
        ("around", TooMuch),
        ("packed", Unsupported),  # what unpacks may be larger than what is sent
        ("endless", TooMuch),
    ],
)
def test_a_trick_of_the_server_ends_in_one_line(
    trick: str, error: type[IntakeError], server: str, allowed: Allowance, tmp_path: Path
) -> None:
    with pytest.raises(error) as problem:
        fetch(f"{server}/{trick}", tmp_path, allowed)
    assert "\n" not in str(problem.value)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_drips_is_left(
    server: str, allowed: Allowance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.5)
    with pytest.raises((TooMuch, Unreadable)):
        fetch(f"{server}/slow", tmp_path, allowed)


def test_a_name_is_resolved_once_and_the_checked_address_is_the_one_that_is_asked(
    server: str, allowed: Allowance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    truly = socket.getaddrinfo

    def changing(host: str, port: int, *rest: int, **more: int) -> object:
        asked.append(host)
        return truly("127.0.0.1" if host == "heron.example" else host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    fetch(server.replace("127.0.0.1", "heron.example"), tmp_path, allowed)
    assert asked.count("heron.example") == 1


def test_a_host_with_one_private_address_among_public_ones_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(Unsupported, match="not a public address"):
        fetch("http://heron.example/", tmp_path)
