"""What cannot be a document is turned away with its reason; what is none is skipped."""

import gzip
import json
import os
from pathlib import Path

import pytest

from cases.records import Document, Rejection
from cases.sources import Seen, Skipped, Source, read, scan

from .made import PROSE, pdf, web_page, word_file

GERMAN = (
    "Der frühere Hafenmeister wurde am Montag in Leeds verurteilt, weil er von einer Baggerfirma Geld angenommen "
    "hatte. Die Staatsanwältin sagte den Geschworenen, er habe die Liste der Liegeplätze verkauft und dafür über zwei "
    "Jahre hinweg hohe Summen erhalten. Das Urteil soll im April verkündet "
    "werden, die Verteidigung will Berufung einlegen."
)
GOOD = {"id": "a", "text": PROSE}


def outcomes(folder: Path) -> list[Document | Rejection | Skipped]:
    return [read(item) if isinstance(item, Source) else item for item in scan([folder])]


REJECTED: list[tuple[str, bytes, str]] = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \r\n\t\n ", "no text"),
    ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0" + bytes(range(256)) * 8, "binary"),
    ("a.txt", b"\x89PNG\r\n\x1a\n" + os.urandom(4000), "binary"),
    ("a.txt", b"\xff\xfe" + b"\x00\xd8" * 50, "UTF-16"),
    ("a.txt", PROSE.replace("£", "é€ü").encode()[:-1] + b"\xe2\x82", "damaged UTF-8"),
    ("a.txt", GERMAN.encode(), "“de”"),
    ("a.txt", b"date 2023-02-30 " + PROSE.encode(), "no date"),
    ("a.txt", b"a" * 1_000_000, "less than half"),
    ("a.txt", b"[" * 1_000_000, "less than half"),
    ("a.txt", b"7 " * 500_000, "less than half"),
    ("a.txt", b"word " * 500_000, "over 2,000,000"),
    ("a.txt", b"word " * 7_000_000, "over 32 MiB"),
    ("a.md", b"---\npublished: 2023-02-30\n---\n" + PROSE.encode(), "no date"),
    ("a.md", b"---\ntitle: [\n---\n" + PROSE.encode(), "not YAML"),
    ("a.html", b"<html><body><nav><a href='/'>Home</a><a href='/w'>World</a></nav></body></html>", "no article"),
    ("a.html", b"<div>" * 10_000, "no article"),
    ("a.html", b"<div>" * 100_000, "over 40,000 elements"),
    ("a.htm", b"not a page", "no article"),
    ("a.pdf", b"%PDF-1.4 nothing more", "broken"),
    ("a.pdf", pdf()[:700], "broken"),
    ("a.pdf", b"<html>the court's server is busy</html>", "no PDF"),
    ("a.pdf", pdf(encrypted=True), "encrypted"),
    ("a.pdf", pdf(content=b"q 0 0 595 842 re f Q"), "no text"),
    ("a.pdf", pdf(content=b"q Q " * 12_000_000), "unpacks to more"),
    ("a.pdf", pdf(content=b"1 " * 1_000_000, pages=9), "draws more"),
    ("a.pdf", pdf(content=b" " * 2_000_000, pages=9), "draws more"),
    ("a.docx", b"PK\x03\x04 nothing more", "no Word file"),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or old"),
    ("a.docx", word_file("<w:p>" + " " * 40_000_000 + "</w:p>"), "unpacks to over"),
    ("a.docx", word_file("<w:p><w:r><w:t>unclosed"), "broken: the XML in it is damaged"),
    ("a.docx", word_file("<w:p><w:r>" * 100_000), "nested too deep"),
    ("a.docx", word_file("<w:p><w:r>" * 1000 + "</w:r></w:p>" * 1000), "nested too deep"),
    ("a.docx", word_file(""), "no text"),
    ("a.eml", b"", "empty"),
    ("a.eml", b"no mail at all", "no mail"),
    ("a.jsonl", b"{broken\n", "not JSON"),
    ("a.jsonl", b"[1, 2]\n", "no JSON object"),
    ("a.jsonl", b'{"id": "a"}\n', "no text"),
    ("a.jsonl", b'{"text": "a"}\n', "no id"),
    ("a.jsonl", b'{"id": 5, "text": "a"}\n', "no id"),
    ("a.jsonl", b'{"id": "a\\u001b[31m", "text": "a"}\n', "control characters"),
    ("a.jsonl", b'{"id": " ", "text": "a"}\n', "the id “ ” is empty"),
    ("a.jsonl", json.dumps({**GOOD, "id": "a" * 256}).encode(), "is over 255 characters"),
    ("a.jsonl", b'{"id": "a", "text": "\\ud800"}\n', "the line is not JSON"),
    ("a.jsonl", json.dumps({**GOOD, "colour": "red"}).encode(), "unknown key “colour”"),
    ("a.jsonl", json.dumps({**GOOD, "published": "2023-13-01"}).encode(), "no date"),
    ("a.jsonl", json.dumps({**GOOD, "language": "english"}).encode(), "no language code"),
    ("a.jsonl", json.dumps({**GOOD, "language": "es"}).encode(), "“es”, not English"),
    ("a.jsonl", json.dumps({**GOOD, "url": "javascript:alert(1)"}).encode(), "no web address"),
    ("a.jsonl", json.dumps({**GOOD, "title": ["a"]}).encode(), "no text"),
    ("a.jsonl", json.dumps({**GOOD, "text": PROSE + "\0"}).encode(), "binary"),
    ("a.jsonl", b"[" * 1_000_000, "nests lists or objects too deep"),
    ("a.jsonl", b'{"a":' * 100_000, "nests lists or objects too deep"),
    ("a.jsonl", b'{"id": "a", "n": 1e999}', "not JSON: Number out of range"),
    ("a.jsonl", b"x" * 17_000_000, "over 16 MiB"),
    ("a.jsonl.gz", b"no gzip", "damaged"),
    ("a.jsonl.gz", gzip.compress(json.dumps(GOOD).encode() * 99)[:-20], "damaged"),
    ("a.jsonl.gz", gzip.compress(bytes(100_000_000)), "hundred times"),
    ("a.jsonl.gz", gzip.compress(b"\n" * 100_000_000), "hundred times"),
    ("a.yaml", b"title: A\n", "no document beside"),
    ("a\x1b[31m.txt", PROSE.encode(), "control characters"),
    ("a\u202etxt.txt", PROSE.encode(), "control characters"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REJECTED, ids=[f"{r[0]!a} {r[2]}" for r in REJECTED])
def test_rejected(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection), rejection
    assert reason in rejection.reason
    lines = f"{rejection.path} {rejection.place} {rejection.reason} {rejection.remedy}"
    assert lines.isprintable()
    assert rejection.remedy


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.docx", word_file("<w:p>\n<w:r><w:t>unclosed"), "word/document.xml, line 2, column 28"),
        ("a.docx", word_file("<w:p><w:r>\n" * 200), "word/document.xml, line 128, column 5"),
        ("a.jsonl", b'{"id": "a", "text": "b"', "byte 23"),
        ("a.jsonl", b'{"id": b}', "byte 7"),
        ("a.jsonl", b'{"id": "\xff"}', "byte 8"),
        ("a.txt", b"caf\xc3\xa9 na\xc3\xafve \xff", "byte 13"),
    ],
)
def test_place_of_what_is_wrong(tmp_path: Path, name: str, data: bytes, place: str) -> None:
    (tmp_path / name).write_bytes(data)
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection), rejection
    assert rejection.place == place


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ("colour: red\n", "unknown key “colour”"),
        ("published: 2023-02-30\n", "no date"),
        ("published: last week\n", "no date"),
        ("published: 2023-02-15T10:00:00\n", "no date"),
        ("language: english\n", "no language code"),
        ("language: xx\n", "no language code"),
        ("redistributable: perhaps\n", "neither true nor false"),
        ("url: javascript:alert(1)\n", "no web address"),
        ("title: [a, b]\n", "no text"),
        ("title: a\ntitle: b\n", "twice"),
        ("title: 'a\\e[31m'\n---\n", "not YAML"),
        ('title: "a\\e[31m"\n', "the value of title has control characters"),
        ("title: " + "a" * 2001, "the value of title is over 2,000 characters"),
        ("- title\n", "no list of keys"),
        ("title: {\n", "not YAML"),
        ("a: &a [x]\nb: *a\n", "unknown key"),
        ("!!python/object/apply:os.system [ls]\n", "no list of keys"),
        ("[" * 50_000, "not YAML"),
        ("title: " + "x" * 70_000, "over 64 KiB"),
        ("plain words", "no list of keys"),
    ],
)
def test_wrong_sidecar_rejects_its_document(tmp_path: Path, sidecar: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.yaml").write_text(sidecar)
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection), rejection
    assert reason in rejection.reason
    assert (rejection.path, (rejection.place or "")[:7]) == ("a.txt", "sidecar")


def test_language_of_the_sidecar_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.yaml").write_text("language: no\n")
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "the language is “no”, not English"


def test_skipped(tmp_path: Path) -> None:
    names = [".hidden.txt", "README.md", "README", "_draft.txt", "table.csv", "a.tar.gz", "noname", "_more/a.txt"]
    for name in (*names, ".git/config.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    found = outcomes(tmp_path)
    assert all(isinstance(item, Skipped) for item in found), found
    assert {item.path for item in found} == {*names[:-1], "_more/", ".git/"}


def test_links(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text(PROSE)
    (tmp_path / "folder").mkdir()
    (raw / "good.txt").write_text(PROSE)
    (raw / "good2.txt").write_text(PROSE + " More.")
    (raw / "inside.txt").symlink_to("good.txt")
    (raw / "nowhere.txt").symlink_to("gone.txt")
    (raw / "out.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "out").symlink_to(tmp_path / "folder")
    (raw / "self").symlink_to(".")
    (raw / "good2.yaml").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(raw / "pipe.txt")
    found = {item.path: item for item in outcomes(raw)}
    assert isinstance(found.pop("good.txt"), Document)
    assert isinstance(found.pop("inside.txt"), Document)
    assert isinstance(found.pop("self"), Skipped)
    reasons = {path: item.reason for path, item in found.items() if isinstance(item, Rejection)}
    assert reasons == {
        "good2.txt": "a symbolic link that leads out of raw",
        "nowhere.txt": "a symbolic link that leads nowhere",
        "out": "a symbolic link that leads out of raw",
        "out.txt": "a symbolic link that leads out of raw",
        "pipe.txt": "not a regular file",
    }


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/a\xff.txt"))).write_text(PROSE)
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection)
    assert rejection.path == "a\\udcff.txt"


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PROSE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (source,) = scan([tmp_path])
    assert isinstance(source, Source)
    monkeypatch.setattr(os, "open", refuse)
    rejection = read(source)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "cannot be read: Permission denied"


def test_sidecar_of_a_corpus_is_dangling(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(GOOD))
    (tmp_path / "a.yaml").write_text("title: A\n")
    document, rejection = outcomes(tmp_path)
    assert isinstance(document, Document)
    assert isinstance(rejection, Rejection)
    assert "corpus has no sidecar" in rejection.reason


def test_duplicates_of_id_and_text(tmp_path: Path) -> None:
    texts = {"a/one.txt": PROSE, "b/one.txt": PROSE + " More.", "c/two.txt": PROSE, "d/three.txt": PROSE + " Else."}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    seen = Seen()
    found = [seen.check(document) for document in outcomes(tmp_path) if isinstance(document, Document)]
    assert [rejection and (rejection.path, rejection.reason) for rejection in found] == [
        None,
        ("b/one.txt", "the id “one” is already that of a/one.txt"),
        ("c/two.txt", "the text is already that of a/one.txt"),
        None,
    ]


def test_file_that_is_missing_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan([tmp_path / "gone"])


def test_path_inside_another_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(PROSE)
    found = scan([tmp_path / "sub" / "a.txt", tmp_path, tmp_path / "sub"])
    assert [item.path for item in found] == ["sub/a.txt"]


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("THE-SECRET")
    entity = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}">]>'
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    raw = tmp_path / "raw"
    raw.mkdir()
    body = (
        f'{entity}<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>{PROSE} &s;</w:t></w:r></w:p></w:body></w:document>'
    )
    (raw / "a.docx").write_bytes(_zipped({"word/document.xml": body.encode()}))
    (raw / "b.html").write_bytes(entity.encode() + web_page(f"<p>{PROSE} &s; <img src='http://127.0.0.1:9/x'></p>"))
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the network was used"))
    for item in outcomes(raw):
        assert "THE-SECRET" not in repr(item)


def test_entities_that_multiply_stay_small(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e11;</x>'
    (tmp_path / "a.docx").write_bytes(_zipped({"word/document.xml": body.encode()}))
    (rejection,) = outcomes(tmp_path)
    assert isinstance(rejection, Rejection)


def _zipped(parts: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()
