"""One article as text, web page, PDF and Word file, the last two by the libraries that others write them with."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from cases import pipeline
from cases.schema import TABLES

TITLE = "Former harbour master jailed for selling berths"
PARAGRAPHS = (
    "date 2024-04-10 Ruth Adeyemi, the former harbour master of Port Ellen, was sentenced to six years in prison on "
    "Tuesday for taking bribes from a dredging firm, the Public Prosecutor's Office said.",
    'Adeyemi, 51, was convicted of bribery and money laundering on March 5. "She sold the berth list as if it were her '
    'own," Judge Tomás Okafor told the court in Leeds. He also ordered her to pay a fine of £85,000.',
    "Prosecutors said that she took £240,000 in bribes from Halden Marine Ltd. between 2019 and 2021. Part of the "
    "money was laundered through accounts in Jersey.",
    "Pieter Vanderlinde, the chief executive of Halden Marine Ltd., was charged with bribery in November 2023. He has "
    "pleaded not guilty and is to stand trial on September 16, 2024.",
    "Her deputy, Gwen Abara, was acquitted of embezzlement last year. Halden Marine Ltd. agreed to pay a penalty of "
    "$1.2 million to settle the case in January 2024.",
)
PLAIN = "\n\n".join([TITLE, *PARAGRAPHS])
FURNITURE = '<header><nav><a href="/">Home</a> <a href="/courts">Courts</a></nav></header>'
SHARED = '<aside><ul><li><a href="/a">Ten arrested in raid</a></li><li><a href="/b">Mayor quits</a></li></ul></aside>'


def as_text(path: Path) -> None:
    path.write_text(PLAIN, "utf-8")


def as_page(path: Path) -> None:
    article = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>{FURNITURE}'
        f"<main><article><h1>{TITLE}</h1>{article}</article></main>{SHARED}<footer>&copy; The Port Paper</footer>"
        "</body></html>",
        "utf-8",
    )


class Paper(FPDF):
    """Pages with a running foot, as a printer of a court writes them."""

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of 2", align="C")


def as_pdf(path: Path) -> None:
    """On two pages, a paragraph broken between them."""
    pdf = Paper(format=(140, 120))
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 16)
    pdf.multi_cell(0, 8, TITLE, align="L")
    pdf.ln(4)
    pdf.set_font("Times", size=11)
    for paragraph in PARAGRAPHS:
        pdf.multi_cell(0, 5.5, paragraph, align="L")
        pdf.ln(4)
    assert pdf.pages_count == 2
    pdf.output(str(path))


def as_word_file(path: Path) -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for paragraph in PARAGRAPHS:
        first, rest = paragraph.split(" ", 1)
        written = document.add_paragraph(first)
        written.add_run(" " + rest).italic = True
    document.save(str(path))


WRITERS: dict[str, Callable[[Path], None]] = {"txt": as_text, "html": as_page, "pdf": as_pdf, "docx": as_word_file}
FACTS = [name for name, table in TABLES.items() if table.evidenced]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[dict[str, object]]]]:
    """The rows of each form by table; the name of the file, of which ids are made, is the same."""
    found = {}
    for suffix, write in WRITERS.items():
        file = tmp_path_factory.mktemp(suffix) / f"harbour.{suffix}"
        write(file)
        found[suffix] = pipeline.extract_file(file)
    return found


def test_the_article_has_facts_in_every_table(tables: dict[str, dict[str, list[dict[str, object]]]]) -> None:
    rows = tables["txt"]
    assert all(rows[name] for name in FACTS)
    assert {row["name"] for row in rows["people"] if row["is_accused"]} == {
        "Ruth Adeyemi",
        "Pieter Vanderlinde",
        "Gwen Abara",
    }
    assert {row["value"] for row in rows["amounts"]} == {85_000, 240_000, 1_200_000}
    assert {(row["kind"], row["months"]) for row in rows["penalties"] if row["months"]} == {("imprisonment", 72)}


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx"])
def test_same_article_same_facts(suffix: str, tables: dict[str, dict[str, list[dict[str, object]]]]) -> None:
    for name in [*FACTS, "evidence", "findings", "texts"]:
        assert without_source(tables[suffix][name]) == without_source(tables["txt"][name]), name


def without_source(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows without what a file says of itself."""
    return [{key: value for key, value in row.items() if key != "title" or "quote" not in row} for row in rows]
