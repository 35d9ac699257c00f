"""PDF files: the text layer, its lines put together to paragraphs."""

import io
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pypdf
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError

from cases.sources.formats import _layout
from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError
from cases.sources.metadata import Metadata, tolerant

PAGE_LIMIT = 2000
DRAWING_LIMIT = 2_000_000  # operators and operands in all pages: some ten seconds; a printed page has a thousand
STREAM_LIMIT = 2 * 1024 * 1024
CONTENT_LIMIT = 16 * 1024 * 1024  # bytes in all pages; many pages can show one stream
LIMITS = pypdf.Configuration(
    zlib_maximum_output_length=STREAM_LIMIT,
    lzw_maximum_output_length=STREAM_LIMIT,
    run_length_maximum_output_length=STREAM_LIMIT,
    array_based_stream_maximum_output_length=STREAM_LIMIT,
    xform_maximum_invocations_per_extraction=500,
    page_tree_maximum_page_entries=10 * PAGE_LIMIT,
)
NO_NAME = {"untitled", "anonymous", "unspecified", "(unspecified)"}
HEAD = 4096  # readers look for the mark in the first 1024 bytes; mail programs put some lines before it
MADE_NEAR = 3000  # characters from the beginning in which a release prints its day

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every flaw that it works around


def convert(data: bytes, name: str) -> Converted:
    """The text of all pages, a blank line between paragraphs, and what the document information says.

    Raises:
        SourceError: The file is broken, encrypted, a scan without text, or unpacks to more than the limits.
    """
    if b"%PDF-" not in data[:HEAD]:
        raise SourceError("no PDF, though its name says so", "give it the suffix of what it is, or remove it")
    try:
        with pypdf.apply_configuration(LIMITS):
            reader = pypdf.PdfReader(io.BytesIO(data))
            _unlock(reader)
            text = _layout.paragraphs(list(_pages(reader)))
            said = _information(reader, text)
    except DependencyError:
        raise SourceError("the PDF is encrypted", "save it without a password") from None
    except LimitReachedError:
        raise SourceError("the PDF unpacks to more than the limit", "print it to a new PDF") from None
    except PdfReadError as error:
        raise SourceError(f"broken PDF: {error}", "fetch it again, or print it to a new PDF") from None
    if not text.strip():
        raise SourceError("the PDF has no text, as a scan has none", "recognise its text (OCR) first")
    return Converted(text, said)


def _unlock(reader: pypdf.PdfReader) -> None:
    """Many files are only locked against printing, with an empty password for reading."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError("the PDF is encrypted", "save it without a password")


def _pages(reader: pypdf.PdfReader) -> Iterator[list[_layout.Line]]:
    if len(reader.pages) > PAGE_LIMIT:
        raise SourceError(f"the PDF has over {PAGE_LIMIT} pages", "split it")
    drawing, content = _Budget(DRAWING_LIMIT), _Budget(CONTENT_LIMIT)
    for page in reader.pages:
        shown = page.get_contents()
        content.spend(0 if shown is None else len(shown.get_data()))
        drawn = _Drawn()
        page.extract_text(
            visitor_text=drawn.keep,
            visitor_operand_before=lambda _operator, operands, *_: drawing.spend(1 + len(operands)),
        )
        yield _layout.lines(drawn.pieces)


class _Drawn:
    """What a page draws, as pypdf calls it back."""

    def __init__(self) -> None:
        self.pieces: list[_layout.Piece] = []

    def keep(self, text: str, cm: list[float], tm: list[float], *font_and_size: Any) -> None:
        self.pieces.append(_layout.Piece(text, _layout.height(cm, tm), float(font_and_size[1])))


class _Budget:
    """So much work and no more; forms that draw forms can make millions of operators of a few bytes."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0:
            raise SourceError("the PDF draws more than a document can", "print it to a new PDF")


def _information(reader: pypdf.PdfReader, text: str) -> Metadata:
    information = reader.metadata
    if information is None:
        return Metadata()
    values = {"title": information.title, "author": information.author}
    said = tolerant({key: value for key, value in values.items() if value and value.strip().lower() not in NO_NAME})
    return said.over(Metadata(published=_printed_day(information, text[:MADE_NEAR])))


def _printed_day(information: pypdf.DocumentInformation, beginning: str) -> date | None:
    """The day on which the file was made, if the text prints it too: a scan of an old judgment was made years later."""
    try:
        made = information.creation_date
    except ValueError:
        return None
    if made is None:
        return None
    day = made.date()
    month = f"{day:%B}|{day:%b}\\.?"
    printed = (
        rf"{day:%Y-%m-%d}|\b0?{day.day}(?:st|nd|rd|th)? (?:{month}),? {day.year}|(?:{month}) 0?{day.day}, {day.year}"
    )
    return day if re.search(printed, beginning) else None
