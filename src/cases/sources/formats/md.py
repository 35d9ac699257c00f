"""Markdown: its text without the marks, metadata from YAML front matter."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cases.sources.encoding import decode
from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError
from cases.sources.metadata import KEYS, Metadata, from_mapping, yaml_pairs

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FRONT_LIMIT = 64 * 1024
ALSO = {"date": "published", "lang": "language", "source": "url", "licence": "license"}  # as blogs and wikis write them
BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def convert(data: bytes, name: str) -> Converted:
    """Text and front matter; keys that say nothing of a source are left alone."""
    text = decode(data)
    front = FRONT_MATTER.match(text[:FRONT_LIMIT])
    if front is None:
        return Converted(plain(text))
    return Converted(plain(text[front.end() :]), _front_matter(front[1] or ""))


def _front_matter(yaml_text: str) -> Metadata:
    values = {ALSO.get(key, key): value for key, value in yaml_pairs(yaml_text) if value is not False}
    try:
        return from_mapping({key: value for key, value in values.items() if key in KEYS})
    except SourceError as error:
        raise SourceError(error.reason, error.remedy, f"front matter, {error.place}") from None


def plain(markdown: str) -> str:
    """Paragraphs, headings, list items and table rows, a blank line between them; HTML inside is left out."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    blocks = (_block(token).strip() for token in tokens)
    return "\n\n".join(block for block in blocks if block)


def _block(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content
    return "".join(_inline(token.children or [])) if token.type == "inline" else ""


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            yield token.content
        elif token.type == "image":
            yield from _inline(token.children or [])
        else:
            yield BREAKS.get(token.type, "")
