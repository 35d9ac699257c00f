"""Each format gives the article's text and what the file says of itself."""

from datetime import date
from pathlib import Path

import pytest

from cases.records import Document
from cases.sources import Source, read, scan

from .made import EVERY_FORMAT, PARAGRAPHS, PROSE, TITLE, pdf, web_page, word_file


def one(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    (item,) = scan([folder])
    assert isinstance(item, Source)
    document = read(item)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("suffix", EVERY_FORMAT)
def test_same_article_same_text(tmp_path: Path, suffix: str) -> None:
    document = one(tmp_path, f"harbour.{suffix}", EVERY_FORMAT[suffix])
    assert document.text == PROSE
    assert document.published == date(2024, 3, 5)
    assert (document.document_id, document.path) == ("harbour", f"harbour.{suffix}")


@pytest.mark.parametrize(
    ("suffix", "title", "author"),
    [("html", TITLE, None), ("pdf", TITLE, "Ines Brandt"), ("docx", None, None), ("eml", TITLE, "Ines Brandt")],
)
def test_what_the_file_says_of_itself(tmp_path: Path, suffix: str, title: str | None, author: str | None) -> None:
    document = one(tmp_path, f"harbour.{suffix}", EVERY_FORMAT[suffix])
    assert (document.title, document.author) == (title, author)


def test_page_metadata(tmp_path: Path) -> None:
    head = (
        '<meta name="author" content="Ines Brandt"><meta property="og:site_name" content="The Port Paper">'
        '<meta property="article:published_time" content="2024-03-06T08:00:00Z">'
        '<link rel="canonical" href="https://paper.example/harbour">'
    )
    body = "<h1>" + TITLE + "</h1>" + "".join(f"<p>{p.removeprefix('date 2024-03-05 ')}</p>" for p in PARAGRAPHS)
    document = one(tmp_path, "harbour.html", web_page(body, head))
    assert document.text.startswith(TITLE + "\n\nThe former harbour master")
    assert (document.title, document.author, document.publisher) == (TITLE, "Ines Brandt", "The Port Paper")
    assert (document.published, document.url) == (date(2024, 3, 6), "https://paper.example/harbour")


LINES = [
    f"The dredging firm from {town} paid the former harbour master for the best of all berths at the quay"
    for town in ("Leeds", "Hull", "Whitby", "Goole", "Selby", "York")
]


def printed(*blocks: tuple[int, float, list[str]]) -> bytes:
    """A page of blocks, each with its size, the distance of its lines and the lines, half an inch between blocks."""
    shown = ["BT 50 800 Td"]
    for size, leading, lines in blocks:
        shown += [f"/F {size} Tf {leading} TL", *(f"({line}) Tj T*" for line in lines), "0 -36 Td"]
    return pdf(content=" ".join([*shown, "ET"]).encode())


@pytest.mark.parametrize(
    ("covers", "blocks", "text"),
    [
        (
            "a headline of two lines in large type",
            [(18, 24, ["Harbour master sold", "the best berths"]), (10, 12, [LINES[0], "until 2021."])],
            ["Harbour master sold the best berths", f"{LINES[0]} until 2021."],
        ),
        (
            "a court's double spacing above notes in small print",
            [(12, 28, LINES[:4]), (9, 11, LINES[4:])],
            [" ".join(LINES[:4]), " ".join(LINES[4:])],
        ),
        (
            "a list in small print, each line by itself",
            [(11, 13, LINES), (8, 20, ["Harbour office", "Berth list", "Dredging firm"])],
            [" ".join(LINES), "Harbour office", "Berth list", "Dredging firm"],
        ),
    ],
)
def test_lines_of_a_page_become_paragraphs(
    tmp_path: Path, covers: str, blocks: list[tuple[int, float, list[str]]], text: list[str]
) -> None:
    assert one(tmp_path, "a.pdf", printed(*blocks)).text == "\n\n".join(text), covers


def test_page_with_a_dangerous_address_keeps_none(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert one(tmp_path, "harbour.html", web_page(head=head)).url is None


def test_word_file_without_what_was_deleted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Ruth Adeyemi was </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:r><w:t>convicted</w:t><w:tab/><w:t>of bribery.</w:t></w:r></w:p>"
    )
    assert one(tmp_path, "a.docx", word_file(body)).text == "Ruth Adeyemi was convicted of bribery."


def test_word_file_properties(tmp_path: Path) -> None:
    core = (
        b'<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Berths</dc:title><dc:creator>Ines Brandt</dc:creator>'
        b"</c:coreProperties>"
    )
    document = one(tmp_path, "a.docx", word_file(extra={"docProps/core.xml": core}))
    assert (document.title, document.author) == ("Berths", "Ines Brandt")


def test_word_file_with_damaged_properties_keeps_its_text(tmp_path: Path) -> None:
    document = one(tmp_path, "a.docx", word_file(extra={"docProps/core.xml": b"<unclosed>"}))
    assert (document.text, document.title) == (PROSE, None)


@pytest.mark.parametrize(
    ("data", "character"),
    [
        (PROSE.encode("cp1252"), "“"),
        (PROSE.encode("utf-16"), "“"),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), "“"),
        (PROSE.encode("utf-16-le"), "“"),
        (PROSE.encode("utf-16-be"), "“"),
        (PROSE.encode("utf-32"), "“"),
        (b"\xef\xbb\xbf" + PROSE.encode(), "“"),
        (PROSE.replace("“", '"').replace("”", '"').encode("latin-1"), "á"),
    ],
    ids=["cp1252", "utf-16 BOM", "utf-16-be BOM", "utf-16-le", "utf-16-be", "utf-32 BOM", "utf-8 BOM", "latin-1"],
)
def test_encodings(tmp_path: Path, data: bytes, character: str) -> None:
    text = one(tmp_path, "a.txt", data).text
    assert character in text
    assert text.replace('"', "“") == PROSE.replace("”", "“") if character == "á" else text == PROSE


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "utf-16", "nonsense"])
def test_page_encodings(tmp_path: Path, charset: str) -> None:
    page = web_page().decode().replace('charset="utf-8"', f'charset="{charset}"')
    data = page.encode("cp1252" if charset == "windows-1252" else "utf-16" if charset == "utf-16" else "utf-8")
    assert one(tmp_path, "a.html", data).text == PROSE


def test_mojibake_is_kept_as_it_stands(tmp_path: Path) -> None:
    text = PROSE.encode().decode("cp1252", "ignore")
    assert one(tmp_path, "a.txt", text.encode()).text == text


@pytest.mark.parametrize("name", ["Ámbito é.txt", "日本語.txt", "приказ.v2.txt", "with space.TXT", "עברית.html"])
def test_names_in_any_script(tmp_path: Path, name: str) -> None:
    suffix = name.rpartition(".")[2].lower()
    document = one(tmp_path, name, EVERY_FORMAT[suffix])
    assert document.document_id == name.rpartition(".")[0]
