"""Web pages: the main text without the page's furniture, and what the page's metadata say. Nothing is fetched."""

import re
from datetime import date

from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from cases.sources.encoding import decode
from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError
from cases.sources.metadata import Metadata, parse_date, tolerant

MARKUP_LIMIT = 4 * 1024 * 1024
ELEMENT_LIMIT = 40_000  # the extraction takes two seconds for as many; a page of news has some thousand
ELEMENT = re.compile(r"<[A-Za-z]")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
HEAD = 4096
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
INLINE_FILE = re.compile(r"data:[^\"'()\s<>]{200,}")
LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang\s{0,5}=\s{0,5}[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)
SENTENCE = re.compile(r"(?:\S+\s+){7,}\S*[.!?…][\"'”’)\]]*$")  # eight words up to a full stop
LONGEST_CHECKED = 2000


def convert(data: bytes, name: str) -> Converted:
    """The article of a page, a blank line between its paragraphs.

    Raises:
        SourceError: The page has no article.
    """
    markup = INLINE_FILE.sub("", DECLARATION.sub("", _characters(data), count=1))
    if len(markup) > MARKUP_LIMIT:
        raise SourceError("the page is over 4 million characters", "save its article alone")
    if len(ELEMENT.findall(markup)) > ELEMENT_LIMIT:
        raise SourceError(f"the page has over {ELEMENT_LIMIT:,} elements", "save its article alone")
    page = bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(page, Page) or not _has_article(page.text or ""):
        raise SourceError("the page has no article", "save the page of the article itself, or its text")
    blocks = [line.strip("| \t") for line in (page.text or "").splitlines()]
    return Converted("\n\n".join(filter(None, blocks)), _metadata(page, markup))


def _characters(data: bytes) -> str:
    declared = CHARSET.search(data[:HEAD])
    if declared is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii").lower())
        except (UnicodeError, LookupError):
            pass  # pages often declare what they are not
    return decode(data)


def _has_article(text: str) -> bool:
    """A list of links has no sentence."""
    return any(SENTENCE.search(line[-LONGEST_CHECKED:].rstrip()) for line in text.splitlines())


def _metadata(page: Page, markup: str) -> Metadata:
    language = LANGUAGE.search(markup[:HEAD])
    values = tolerant(
        {
            "title": page.title,
            "author": page.author,
            "publisher": page.sitename,
            "url": page.url,
            "language": None if language is None else _code(language[1]),
        }
    )
    return Metadata(published=_day(page.date)).over(values)


def _day(value: str | None) -> date | None:
    try:
        return None if value is None else parse_date(value[:10], "page")
    except SourceError:
        return None


def _code(value: str) -> str:
    language, _, region = value.partition("-")
    return f"{language.lower()}-{region}" if region else language.lower()
