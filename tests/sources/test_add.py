"""Files and pages are put into RAW with a sidecar, once each."""

import gzip
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from cases.cli import main
from cases.errors import CasesError
from cases.records import Document
from cases.sources import Source, read, scan, web
from cases.sources.add import add
from cases.sources.web import fetch

from .made import EVERY_FORMAT, PROSE, TITLE, web_page

TODAY = date(2024, 3, 7)
HEAD = '<meta property="og:site_name" content="The Port Paper">'


OK = b"HTTP/1.1 200 OK\r\n"
PAGE = OK + b"Content-Type: text/html\r\n"
TO = b"HTTP/1.1 302 Found\r\nLocation: "
ANSWERS = {
    "/news/harbour": OK + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + web_page(head=HEAD),
    "/a.pdf": OK + b"Content-Type: application/pdf\r\n\r\n" + EVERY_FORMAT["pdf"],
    "/picture": OK + b"Content-Type: image/png\r\n\r\n",
    "/kind": OK + b"Content-Type: \x1b[31mx/y\r\n\r\n",
    "/gone": b"HTTP/1.1 404 Not \x1b[31mFound\r\n\r\n",
    "/moved": TO + b"/news/harbour\r\n\r\n" + b"x" * 5_000_000,
    "/to-file": TO + b"file:///etc/passwd\r\n\r\n",
    "/to-ftp": TO + b"ftp://127.0.0.1/a.txt\r\n\r\n",
    "/to-data": TO + b"data:text/html,<p>a\r\n\r\n",
    "/to-itself": TO + b"/to-itself\r\n\r\n",
    "/to-nowhere": b"HTTP/1.1 302 Found\r\n\r\n",
    "/short": PAGE + b"Content-Length: 5000\r\n\r\n" + web_page()[:500],
    "/chunks": PAGE + b"Transfer-Encoding: chunked\r\n\r\nFFFFFF\r\nxx",
    "/enormous": PAGE + b"Content-Length: 999999999999999\r\n\r\n",
    "/packed": PAGE + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(5_000_000)),
    "/headers": OK + b"X: y\r\n" * 500 + b"\r\n",
    "/long-header": OK + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    "/no-http": b"\0\x1b[31mhello\r\n\r\n",
}
SLOW = {"/slow": PAGE + b"\r\n", "/slow-header": OK + b"X: "}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with suppress(OSError):  # the other side has gone
            if self.path in SLOW:
                self.wfile.write(SLOW[self.path])
                for _ in range(200):
                    self.wfile.write(b"a")
                    time.sleep(0.05)
            elif self.path == "/endless":
                self.wfile.write(PAGE + b"\r\n" + b" " * 3_000_000)
            else:
                self.wfile.write(ANSWERS[self.path])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_file_with_its_sidecar(tmp_path: Path) -> None:
    (tmp_path / "Harbour case!.pdf").write_bytes(EVERY_FORMAT["pdf"])
    path = add(str(tmp_path / "Harbour case!.pdf"), tmp_path / "raw", TODAY)
    assert path == tmp_path / "raw" / "Harbour-case.pdf"
    assert yaml.safe_load(path.with_suffix(".yaml").read_text()) == {
        "title": TITLE,
        "author": "Ines Brandt",
        "published": date(2024, 3, 5),
        "retrieved": TODAY,
    }
    (item,) = scan([tmp_path / "raw"])
    assert isinstance(item, Source)
    document = read(item)
    assert isinstance(document, Document)
    assert (document.text, document.retrieved) == (PROSE, TODAY)


def test_page_with_its_address(tmp_path: Path, site: str) -> None:
    path = add(f"{site}/news/harbour", tmp_path, TODAY)
    said = yaml.safe_load(path.with_suffix(".yaml").read_text())
    assert path.name == "harbour.html"
    assert (said["url"], said["publisher"], said["retrieved"]) == (f"{site}/news/harbour", "The Port Paper", TODAY)
    assert add(f"{site}/a.pdf", tmp_path, TODAY).name == "a.pdf"


def test_page_that_has_moved(tmp_path: Path, site: str) -> None:
    path = add(f"{site}/moved", tmp_path, TODAY)
    assert (path.name, path.read_bytes()) == ("harbour.html", web_page(head=HEAD))
    assert yaml.safe_load(path.with_suffix(".yaml").read_text())["url"] == f"{site}/news/harbour"


def test_duplicate_is_refused_and_another_of_the_name_renamed(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(PROSE)
    first = add(str(tmp_path / "harbour.txt"), tmp_path / "raw")
    with pytest.raises(CasesError, match="already there"):
        add(str(tmp_path / "harbour.txt"), tmp_path / "raw")
    (tmp_path / "harbour.txt").write_text(PROSE + " More.")
    assert add(str(tmp_path / "harbour.txt"), tmp_path / "raw").name == "harbour-2.txt"
    assert first.read_text() == PROSE


REFUSED = {
    "/gone": r"cannot be fetched: 404 Not \\x1b\[31mFound; ",
    "/picture": "holds image/png; ",
    "/kind": r"holds \\x1b\[31mx/y; ",
    "/to-file": "leads to file:///etc/passwd, which is no web address; ",
    "/to-ftp": "leads to ftp://127.0.0.1/a.txt, which is no web address; ",
    "/to-data": "leads to data:text/html,<p>a, which is no web address; ",
    "/to-itself": "leads from page to page over 10 times; ",
    "/to-nowhere": "cannot be fetched: 302 Found; ",
    "/short": "breaks off before its end; ",
    "/chunks": "breaks off before its end; ",
    "/enormous": "is over 32 MiB; ",
    "/packed": "comes compressed, though that was not asked for; ",
    "/headers": "cannot be fetched: got more than 100 headers; ",
    "/long-header": "cannot be fetched: got more than 65536 bytes when reading header line; ",
    "/no-http": r"cannot be fetched: \\x00\\x1b\[31mhello",
}


@pytest.mark.parametrize("page", REFUSED)
def test_page_that_cannot_be_added(
    tmp_path: Path,
    site: str,
    page: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["cases", "add", site + page, "--raw", str(tmp_path)])
    with pytest.raises(SystemExit) as stop:
        main()
    told = capsys.readouterr().err
    assert stop.value.code == 1
    assert re.match(f"cases: {re.escape(site + page)}: {REFUSED[page]}", told)
    assert told.removesuffix("\n").isprintable()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("page", SLOW)
def test_time_limit_over_all_that_arrives(site: str, page: str) -> None:
    begin = time.monotonic()
    with pytest.raises(CasesError, match="took too long"):
        fetch(site + page, seconds=0.3)
    assert time.monotonic() - begin < 2


def test_size_limit(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SIZE_LIMIT", 1_000_000)
    with pytest.raises(CasesError, match="is over"):
        fetch(f"{site}/endless")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("file:///etc/passwd", "no web address"),
        ("ftp://host.example/a.txt", "no web address"),
        ("http://127.0.0.1:1/", "cannot be fetched"),
        ("http://[", "cannot be fetched|no web address"),
        ("gone.txt", "cannot be read"),
        ("picture.png", "of no kind"),
    ],
)
def test_what_is_none(tmp_path: Path, source: str, reason: str) -> None:
    with pytest.raises(CasesError, match=reason):
        add(source, tmp_path)


def test_file_that_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0" * 500)
    with pytest.raises(CasesError, match="binary"):
        add(str(tmp_path / "a.txt"), tmp_path / "raw")
