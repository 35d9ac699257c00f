"""What a process does with a batch of sources: read, extract, check; and the form in which results travel."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from cases.language.bare import load_spacy
from cases.records import Document, Facts, Rejection
from cases.sources import Loaded, read

TAKEN, REJECTED = b"T", b"R"


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read, with what it says."""

    document: Document
    facts: Facts


Result = Taken | Rejection


def work(batch: Sequence[Loaded], model: str) -> list[bytes]:
    """Read, extract and check some sources: one encoded result for each, in order. Runs in any process."""
    documents = [read(loaded) for loaded in batch]
    facts = iter(_facts([d for d in documents if isinstance(d, Document)], model))
    return [encode(next(facts) if isinstance(d, Document) else d) for d in documents]


def lost(loaded: Loaded) -> bytes:
    """The result for a source on which process after process died."""
    reason = "the process that read it died, for want of memory it may be"
    return encode(Rejection(loaded.path, reason, "split the document, or use fewer workers"))


def encode(result: Result) -> bytes:
    """A result as bytes."""
    return (TAKEN if isinstance(result, Taken) else REJECTED) + msgspec.msgpack.encode(result)


def decode(data: bytes, path: str) -> Result:
    """What ``encode`` made, for the place at which the source is now.

    Raises:
        ValueError: The bytes are none of its.
    """
    if data[:1] == TAKEN:
        taken = msgspec.msgpack.decode(data[1:], type=Taken)
        return replace(taken, document=replace(taken.document, path=path))
    if data[:1] == REJECTED:
        return replace(msgspec.msgpack.decode(data[1:], type=Rejection), path=path)
    raise ValueError("no encoded result")


def may_be_kept(data: bytes) -> bool:
    """Whether a result depends on its source alone; a failure with a traceback may not happen again."""
    return data[:1] == TAKEN or msgspec.msgpack.decode(data[1:], type=Rejection).traceback is None


def rows_alone(document: Document, facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """The rows of a document, by table, as if there were no other."""
    from cases.frames import Joined, document_rows
    from cases.resolve import names_of, resolve

    joined = Joined(resolve([names_of(document, facts)]))
    joined.add(document, facts)
    return {**dict(joined.tables()), **document_rows(document, facts, joined)}


def _facts(documents: list[Document], model: str) -> list[Result]:
    """Facts of a batch. If one document makes the extraction raise, the others are read one by one."""
    load_spacy()
    from cases.extraction import extract_all

    try:
        return [_checked(document, facts) for document, facts in extract_all(documents, model)]
    except Exception as error:
        if len(documents) == 1:
            return [_raised(documents[0], error)]
        return [result for document in documents for result in _facts([document], model)]


def _raised(document: Document, error: Exception) -> Rejection:
    reason = f"the extraction failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
    trace = "".join(traceback.format_exception(error))
    return Rejection(document.path, reason, "report it with the traceback in report.json", traceback=trace)


def _checked(document: Document, facts: Facts) -> Result:
    """A document whose own rows break a rule is rejected with that rule."""
    from cases.validation import check_document

    failures = check_document(rows_alone(document, facts), document.text)
    if not failures:
        return Taken(document, facts)
    first = failures[0]
    place = f"{first.table} {first.row} {first.column}"
    reason = f"{first.rule}: {first.message}" + (f" (and {len(failures) - 1} more)" if len(failures) > 1 else "")
    return Rejection(document.path, reason, "report it; the document breaks a rule of the tables", place)
