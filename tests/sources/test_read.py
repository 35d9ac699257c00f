"""Text files, sidecars and corpora become documents."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from cases.records import Document, Rejection
from cases.sources import Seen, Skipped, Source, read, scan

PROSE = (
    "date 2024-03-05 The former harbour master of Port Ellen was convicted on Monday of taking "
    "bribes from a dredging firm.\n\n"
    "Ruth Adeyemi, 51, had pleaded not guilty. “She sold the berth list,” the prosecutor told the court in Leeds.\n"
)


def documents(folder: Path) -> list[Document | Rejection | Skipped]:
    return [read(item) if isinstance(item, Source) else item for item in scan([folder])]


def one(folder: Path) -> Document:
    (document,) = documents(folder)
    assert isinstance(document, Document), document
    return document


def test_text_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_bytes(b"\xef\xbb\xbf \r\n" + PROSE.encode())
    document = one(tmp_path)
    assert document.text == " \r\n" + PROSE
    assert (document.document_id, document.path, document.published) == ("harbour", "harbour.txt", date(2024, 3, 5))
    assert (document.language, document.redistributable) == ("en", False)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Harbour master jailed\n\ndate 2024-03-05 Ruth Adeyemi was jailed.", date(2024, 3, 5)),
        ("\r\nHarbour master jailed\r\n\r\n date 2024-03-05 Ruth Adeyemi was jailed.", date(2024, 3, 5)),
        ("Harbour master jailed\ndate 2024-03-05 was a Tuesday.", None),
        ("Harbour master jailed\n\nBy then the date 2024-03-05 had passed.", None),
        ("One paragraph.\n\nAnother one.\n\ndate 2024-03-05 Ruth Adeyemi was jailed.", None),
    ],
)
def test_date_at_the_head_or_below_the_headline(tmp_path: Path, text: str, published: date | None) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert one(tmp_path).published == published


def test_sidecar_over_file(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(PROSE)
    (tmp_path / "harbour.yaml").write_text("title: Harbour\npublished: 2024-03-06\nredistributable: yes\nurl: null\n")
    document = one(tmp_path)
    assert (document.title, document.published, document.redistributable, document.url) == (
        "Harbour",
        date(2024, 3, 6),
        True,
        None,
    )


def test_order_is_that_of_paths(tmp_path: Path) -> None:
    names = ["a/b.txt", "a.txt", "a-b/c.txt", "Z.txt", "ä.txt"]
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{PROSE} {number}")
    assert [item.path for item in scan([tmp_path])] == sorted(names)


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_corpus_lines(tmp_path: Path, suffix: str) -> None:
    line = json.dumps({"id": "one", "text": PROSE, "title": "T", "published": None}).encode()
    data = line + b"\n\n{broken\n" + line
    (tmp_path / f"dump.{suffix}").write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    first, broken, again = documents(tmp_path)
    assert isinstance(first, Document)
    assert (first.document_id, first.path, first.published) == ("one", f"dump.{suffix}#1", date(2024, 3, 5))
    assert isinstance(broken, Rejection)
    assert broken.path == f"dump.{suffix}#3"
    assert isinstance(again, Document)
    seen = Seen()
    assert seen.check(first) is None
    assert (second := seen.check(again)) is not None
    assert second.path == f"dump.{suffix}#4"


def test_markdown_front_matter(tmp_path: Path) -> None:
    front = "---\ntitle: Harbour\ndate: 2024-03-06\ntags: [a, b]\n---\n"
    (tmp_path / "harbour.md").write_text(front + "# Harbour\n\n*Ruth* [Adeyemi](http://a.example) said\nso.\n")
    document = one(tmp_path)
    assert document.text == "Harbour\n\nRuth Adeyemi said so."
    assert (document.title, document.published) == ("Harbour", date(2024, 3, 6))
