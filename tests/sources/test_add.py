"""Files and pages are put into RAW with a sidecar, once each."""

import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from cases.errors import CasesError
from cases.records import Document
from cases.sources import Source, read, scan
from cases.sources import add as module
from cases.sources.add import add, fetch

from .made import EVERY_FORMAT, PROSE, TITLE, web_page

TODAY = date(2024, 3, 7)
HEAD = '<meta property="og:site_name" content="The Port Paper">'


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/to-file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        kinds = {"/news/harbour": "text/html; charset=utf-8", "/a.pdf": "application/pdf", "/picture": "image/png"}
        kind = kinds.get(self.path, "text/html")
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        if self.path == "/slow":
            for _ in range(40):
                self.wfile.write(b" ")
                time.sleep(0.05)
        elif self.path == "/endless":
            self.wfile.write(b" " * 3_000_000)
        else:
            self.wfile.write(EVERY_FORMAT["pdf"] if self.path == "/a.pdf" else web_page(head=HEAD))

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


def test_duplicate_is_refused_and_another_of_the_name_renamed(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(PROSE)
    first = add(str(tmp_path / "harbour.txt"), tmp_path / "raw")
    with pytest.raises(CasesError, match="already there"):
        add(str(tmp_path / "harbour.txt"), tmp_path / "raw")
    (tmp_path / "harbour.txt").write_text(PROSE + " More.")
    assert add(str(tmp_path / "harbour.txt"), tmp_path / "raw").name == "harbour-2.txt"
    assert first.read_text() == PROSE


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("/gone", "cannot be fetched: Not Found"),
        ("/picture", "holds image/png"),
        ("/to-file", "cannot be fetched"),
    ],
)
def test_page_that_cannot_be_added(tmp_path: Path, site: str, page: str, reason: str) -> None:
    with pytest.raises(CasesError, match=reason):
        add(site + page, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_time_limit_over_all_blocks(site: str) -> None:
    begin = time.monotonic()
    with pytest.raises(CasesError, match="took too long"):
        fetch(f"{site}/slow", seconds=0.3)
    assert time.monotonic() - begin < 2


def test_size_limit(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SIZE_LIMIT", 1_000_000)
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
