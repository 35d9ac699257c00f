"""A document read: its text as the model saw it, its tokens, sentences and headline.

The model reads a text of the same length as the document's, so every offset of a token is an offset of the document:
curly quotes become straight, lines in capitals become title case, and runs that no prose has are blanked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from cases.language.columns import Entity, columns, placed, regrouped, sentence_end, sentence_start
from cases.language.furniture import teasers
from cases.language.lexicon import Match
from cases.language.lines import Titled, titled_lines
from cases.language.namesakes import namesakes
from cases.records import LEADING_DATE, Document, Span

PIECE = 100_000
RUN = re.compile(r"\S{1001,}")
CAPITALS = re.compile(r"^[^a-z\n]*[A-Z]{3}[^a-z\n]*[A-Z][^a-z\n]*$", re.MULTILINE)
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u2011": "-"})
# The dash of a dateline between an abbreviation and the first word, which would be one token with both: "Ore.—Roe".
GLUED = re.compile(r"(?<=[a-z]\.)[—–](?=[A-Z])")
# A line that ends inside a sentence, whether or not a blank line follows: "Roe was\n\njailed", "Roe, 60,\n\nReno".
BREAK = r"[ \t]*\n(?:[ \t]*\n)?[ \t]*"
BROKEN = re.compile(rf"(?<=[a-z,]){BREAK}(?=[a-z]{{2,}})|(?<=, \d\d,){BREAK}(?=[A-Z][a-z])")
# A full line that no mark ends.
FULL = re.compile(rf"(?<=[^\n]{{55}}[\w,'-]){BREAK}(?=[\w\"$(])")
LINE = re.compile(r"\S[^\n]*")
CUTS = ("\n\n", "\n", ". ", " ")


def readable(text: str) -> str:
    """The text as the model reads it; same length."""
    text = RUN.sub(lambda m: " " * len(m[0]), text.translate(STRAIGHT))
    text = GLUED.sub(" ", text)
    text = unwrapped(text)
    return "\n".join(title_case(line) if is_capitals(line) else line for line in text.split("\n"))


def unwrapped(text: str) -> str:
    """The text with line breaks inside sentences as spaces; same length.

    Where a fifth of the lines end so, the text was cut to a width, and every full line without a mark goes on.
    """
    broken = sum(1 for _ in BROKEN.finditer(text))
    wrapped = broken > 3 and 5 * broken > sum(1 for _ in LINE.finditer(text))
    text = BROKEN.sub(lambda m: " " * len(m[0]), text)
    return FULL.sub(lambda m: " " * len(m[0]), text) if wrapped else text


def is_capitals(line: str) -> bool:
    """A line of some length without a lower-case letter."""
    return line.isupper() and sum(map(str.isalpha, line)) > 8


def title_case(line: str) -> str:
    """A line in capitals with each word of over three letters in title case; same length."""
    changed = re.sub(r"[^\W\d_]{4,}", lambda m: m[0][0] + m[0][1:].lower(), line)
    return changed if len(changed) == len(line) else line


def pieces(text: str) -> Iterator[str]:
    """Cut a long text into pieces of at most ``PIECE`` characters, between paragraphs, lines, sentences or words."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = next((at + len(mark) for mark in CUTS if (at := window.rfind(mark)) > 0), PIECE)
        yield window[:cut]
        start += cut
    yield text[start:]


def parse(nlp: Language, documents: Iterable[Document], batch_size: int = 64) -> Iterator[tuple[Document, Doc]]:
    """Run the pipeline over documents in batches; one ``Doc`` per document, in order."""
    parts = ((piece, document) for document in documents for piece in pieces(readable(document.text)))
    gathered: list[Doc] = []
    current: Document | None = None
    for doc, document in nlp.pipe(parts, as_tuples=True, batch_size=batch_size):
        if current is not None and document is not current:
            yield current, joined(gathered)
            gathered = []
        current = document
        gathered.append(doc)
    if current is not None:
        yield current, joined(gathered)


def joined(docs: list[Doc]) -> Doc:
    """The pieces of one text as one ``Doc``."""
    if len(docs) == 1:
        return docs[0]
    whole = Doc.from_docs(docs, ensure_whitespace=False)
    assert whole is not None
    return whole


@dataclass
class Reading:
    """A document with its tokens and the word-list matches in them (list name → matches)."""

    document: Document
    doc: Doc
    matches: dict[str, list[Match]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's immutable text."""
        return self.document.text

    @cached_property
    def plain(self) -> str:
        """The text as the model read it: straight quotes, no lines in capitals; as long as the document's."""
        read = columns(self.doc)
        return "".join([f"{word} " if spaced else word for word, spaced in zip(read.words, read.spaced, strict=True)])

    @cached_property
    def lowered(self) -> str:
        """The text as the model read it, in lower case; as long as the document's."""
        lowered = self.plain.lower()
        if len(lowered) == len(self.plain):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.plain)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as strings."""
        return columns(self.doc).words

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return columns(self.doc).lower

    @cached_property
    def lemmas(self) -> list[str]:
        """The dictionary forms of the tokens."""
        return columns(self.doc).lemmas

    @cached_property
    def tags(self) -> list[str]:
        """The Penn tags of the tokens."""
        return columns(self.doc).tags

    @property
    def labels(self) -> list[str]:
        """The label of the model's entity at each token, empty where there is none."""
        return columns(self.doc).labels

    @property
    def entities(self) -> list[Entity]:
        """The model's entities."""
        return columns(self.doc).entities

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word as printed → where it stands; what looks for a few words need not walk over all of them."""
        return placed(self.words)

    @cached_property
    def lower_places(self) -> dict[str, list[int]]:
        """The same of the words in lower case."""
        return regrouped(self.places, self.lower)

    @cached_property
    def lemma_places(self) -> dict[str, list[int]]:
        """The same of the dictionary forms."""
        return regrouped(self.lower_places, self.lemmas)

    @cached_property
    def titled(self) -> Titled:
        """Which tokens stand in a line in title case."""
        return titled_lines(self.words, self.places)

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """Words that the text itself calls a company."""
        return namesakes(self.doc, self.words, self.lower_places)

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each token begins."""
        return columns(self.doc).starts

    @cached_property
    def sentences(self) -> list[Tokens]:
        """The sentences with at least one word, in text order."""
        doc, read = self.doc, columns(self.doc)
        bounds = zip(dict.fromkeys(read.first), dict.fromkeys(read.past), strict=True)
        return [doc[start:end] for start, end in bounds if not all(map(str.isspace, read.words[start:end]))]

    @cached_property
    def headline(self) -> Tokens | None:
        """The first line, if it ends without a full stop and text follows after it."""
        if not self.sentences:
            return None
        first = next(i for i, word in enumerate(self.words) if not word.isspace())
        for i in range(first, len(self.words)):
            if "\n" in self.words[i]:
                line = self.doc[first:i]
                return line if line.text.strip()[-1:] not in ".:;," and len(line) < 60 else None
        return None

    def span(self, start: int, end: int, method: str) -> Span:
        """The characters of tokens ``[start, end)`` as evidence found by ``method``."""
        starts, last = self.starts, end - 1
        return Span(starts[start], starts[last] + len(self.words[last]), method)

    def past(self, i: int) -> int:
        """Where in the text a token ends."""
        return self.starts[i] + len(self.words[i])

    def printed(self, start: int, end: int) -> str:
        """The document's own characters of tokens ``[start, end)``."""
        return self.text[self.starts[start] : self.past(end - 1)]

    @cached_property
    def head(self) -> int:
        """Where the article begins: after a leading ``date YYYY-MM-DD``, which is metadata."""
        found = LEADING_DATE.match(self.text)
        return found.end() if found else 0

    @cached_property
    def _teasers(self) -> list[tuple[int, int]]:
        return list(teasers(self.text))

    def is_teaser(self, offset: int) -> bool:
        """Whether a character stands in the title or the first words of another text."""
        return any(start <= offset < end for start, end in self._teasers)

    def clause(self, token: Token, method: str, limit: int = 200) -> Span:
        """Evidence around ``token``: its sentence without metadata or outer white space.

        A sentence of over ``limit`` characters is cut around the token, between words.
        """
        first, last = self.starts[sentence_start(token)], self.past(sentence_end(token) - 1)
        if first < self.head <= token.idx:
            first = self.head
        start, end = first, last
        if last - first > limit:
            start = max(first, min(token.idx - limit // 2, last - limit))
            end = start + limit
        if start > first:
            start = next((at for at in range(start, token.idx) if self.text[at - 1].isspace()), token.idx)
        if end < last:
            after = min(token.idx + len(token), end)
            end = next((at for at in range(end, after, -1) if self.text[at].isspace()), after)
        while end > start and self.text[end - 1].isspace():
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        return Span(start, end, method)
