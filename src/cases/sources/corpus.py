"""A corpus of one JSON object a line, plain or gzipped, read as a stream."""

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

import msgspec

from cases.addresses import Remote
from cases.records import Rejection
from cases.sources.items import Source, SourceError, clean_name, quoted
from cases.sources.metadata import Metadata, from_mapping

LINE_LIMIT = 16 * 1024 * 1024
BLOCK = 1024 * 1024
BOMB_BYTES = 16 * 1024 * 1024  # below this much no ratio is suspicious
BOMB_RATIO = 100  # releases and articles shrink to a quarter, never to a hundredth
ID_LIMIT = 255
ONE_OBJECT = "write one JSON object a line"
FLAT_OBJECT = "write id, text and metadata in one flat object"
MALFORMED = re.compile(r"JSON is malformed: (.*) \(byte (\d+)\)")


def lines(path: str, location: str | Remote, compressed: bool) -> Iterator[Source | Rejection]:
    """One source for each line that is not blank; a rejection where a line is too long or the file breaks off."""
    number = 0
    try:
        with location.open() if isinstance(location, Remote) else open(location, "rb") as raw:  # noqa: PTH123
            stream = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if compressed else raw
            for number, line in enumerate(_split(stream, raw), 1):
                name = f"{path}#{number}"
                if len(line) > LINE_LIMIT:
                    yield SourceError("the line is over 16 MiB", "split the document").rejection(name)
                elif line.strip():
                    yield Source(name, location, "jsonl", data=line)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        reason, remedy = "the gzip file is damaged or cut off", "fetch it again; the lines before this one are kept"
        yield SourceError(reason, remedy).rejection(f"{path}#{number + 1}")
    except OSError as error:
        yield SourceError(f"cannot be read: {error.strerror}", "check the file and its permissions").rejection(path)
    except SourceError as error:
        yield error.rejection(f"{path}#{number + 1}")


def _split(stream: IO[bytes], raw: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends; of one over the limit no more than a block over it is kept."""
    total, rest = 0, b""
    while block := stream.read(BLOCK):
        total += len(block)
        if total > BOMB_BYTES and total > BOMB_RATIO * raw.tell():
            raise SourceError("the file unpacks to over a hundred times its size", "unpack it yourself if you trust it")
        *whole, tail = block.split(b"\n")
        if whole:
            whole[0] = rest + whole[0]
            yield from whole
            rest = tail
        elif len(rest) <= LINE_LIMIT:
            rest += tail
    if rest:
        yield rest


def parse(line: bytes) -> tuple[str, str, Metadata]:
    """Id, text and metadata of one line.

    Raises:
        SourceError: It is no JSON object, lacks id or text, or its metadata is wrong.
    """
    values = _object(line.removeprefix(b"\xef\xbb\xbf"))
    document_id, text = _required(values, "id"), _required(values, "text")
    if wrong := _wrong_id(document_id):
        raise SourceError(f"the id {quoted(document_id)} {wrong}", "give a short id of printable characters", "key id")
    return document_id, text, from_mapping(values)


def _object(line: bytes) -> dict[str, object]:
    try:
        values = msgspec.json.decode(line)
    except RecursionError:
        raise SourceError("the line nests lists or objects too deep", FLAT_OBJECT) from None
    except UnicodeError:
        raise SourceError("the line is not UTF-8", "save the file as UTF-8", _not_utf8(line)) from None
    except msgspec.MsgspecError as error:
        told, place = _told(str(error), line)
        raise SourceError(f"the line is not JSON: {told}", ONE_OBJECT, place) from None
    if not isinstance(values, dict):
        raise SourceError("the line is no JSON object", ONE_OBJECT)
    return values


def _told(error: str, line: bytes) -> tuple[str, str | None]:
    """What is wrong, and where in the line."""
    if error == "Input data was truncated":
        return "it breaks off", f"byte {len(line)}"
    told = MALFORMED.fullmatch(error)
    return (error, None) if told is None else (told[1], f"byte {told[2]}")


def _not_utf8(line: bytes) -> str | None:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start}"
    return None


def _wrong_id(document_id: str) -> str | None:
    if not document_id.strip():
        return "is empty"
    if len(document_id) > ID_LIMIT:
        return f"is over {ID_LIMIT} characters"
    return None if clean_name(document_id) else "has control characters"


def _required(values: dict[str, object], key: str) -> str:
    value = values.pop(key, None)
    if not isinstance(value, str):
        raise SourceError(f"the line has no {key}, or one that is no text", f"give “{key}” as a string", f"key {key}")
    return value
