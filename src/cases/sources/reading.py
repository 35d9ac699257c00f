"""One source → one document, or the reason why not. Pure of order: any process may do it."""

import os
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO

from cases.addresses import Remote
from cases.records import Document, Rejection
from cases.schema import is_open_license
from cases.sources import corpus, formats, language, metadata, prose
from cases.sources.encoding import BINARY, is_binary
from cases.sources.formats import Converted
from cases.sources.items import Source, SourceError, quoted
from cases.sources.metadata import Metadata
from cases.sources.scan import split_name

CORPUS = "jsonl"
SIZE_LIMIT = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a source and of its sidecar: all that its document depends on, whatever happens to the files."""

    path: str
    suffix: str
    data: bytes = field(repr=False)
    sidecar: bytes | None = field(default=None, repr=False)

    @property
    def key(self) -> bytes:
        """Hash of what the document depends on; the folder, and the line's place in a corpus, are not part of it."""
        name = "" if self.suffix == CORPUS else _name(self.path)
        parts = (self.suffix.encode(), name.encode(), b"" if self.sidecar is None else b"=" + self.sidecar, self.data)
        return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def load(source: Source) -> Loaded | Rejection:
    """The bytes that a source stands for, or why they cannot be had."""
    try:
        data = _bytes(source.location) if source.data is None else source.data
        sidecar = None if source.sidecar is None else _bytes(source.sidecar)
    except SourceError as error:
        return error.rejection(source.path)
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return SourceError(reason, "check the file and its permissions").rejection(source.path)
    return Loaded(source.path, source.suffix, data, sidecar)


def read(source: Source | Loaded) -> Document | Rejection:
    """The document that a source holds, or why it holds none; it raises nothing that depends on the source."""
    loaded = load(source) if isinstance(source, Source) else source
    if isinstance(loaded, Rejection):
        return loaded
    try:
        return _line(loaded) if loaded.suffix == CORPUS else _file(loaded)
    except SourceError as error:
        return error.rejection(loaded.path)


def _line(line: Loaded) -> Document:
    document_id, text, said = corpus.parse(line.data)
    return _finished(document_id, line.path, sha256(_utf8(text)).hexdigest(), Converted(text), said)


def _file(file: Loaded) -> Document:
    said = Metadata() if file.sidecar is None else metadata.from_sidecar(file.sidecar)
    if not file.data:
        raise SourceError("the file is empty", "remove it or fetch it again")
    name = _name(file.path)
    converted = formats.convert(file.data, name, file.suffix)
    return _finished(split_name(name)[0], file.path, sha256(file.data).hexdigest(), converted, said)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _finished(document_id: str, path: str, digest: str, converted: Converted, said: Metadata) -> Document:
    """Sidecar over the date that the text begins with, over what the file says in its own way."""
    text = converted.text
    _utf8(text)
    if is_binary(text):
        raise BINARY
    prose.check(text)
    if said.published is None:
        said = said.over(Metadata(published=metadata.leading_date(text)))
    code = said.language or language.of_text(text, converted.metadata.language)
    if not language.is_supported(code):
        raise SourceError(f"the language is {quoted(code)}, not English", "keep it until its language is supported")
    values = said.over(converted.metadata)
    return Document(
        document_id=document_id,
        text=text,
        path=path,
        sha256=digest,
        title=values.title,
        published=values.published,
        retrieved=values.retrieved,
        publisher=values.publisher,
        author=values.author,
        url=values.url,
        language=code,
        license=values.license,
        redistributable=_redistributable(values),
    )


def _redistributable(values: Metadata) -> bool:
    if values.redistributable is not None:
        return values.redistributable
    return values.license is not None and is_open_license(values.license)


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(
            "the text has half a character (a lone surrogate)", "write it anew", f"character {error.start}"
        ) from None


def _bytes(location: str | Remote) -> bytes:
    """A regular file's bytes, up to the limit and no further, whatever took its place since it was found."""
    with _opened(location) as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise SourceError(f"the file is over {SIZE_LIMIT // 1024 // 1024} MiB", "split the document")
    return data


def _opened(location: str | Remote) -> BinaryIO:
    if isinstance(location, Remote):
        return location.open()
    return os.fdopen(os.open(location, os.O_RDONLY | os.O_NONBLOCK), "rb")
