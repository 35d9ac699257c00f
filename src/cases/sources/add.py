"""``cases add``: a file or a web page into RAW, with a sidecar of what it says of itself and of the day it was got."""

import os
import re
import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml

from cases.errors import CasesError
from cases.records import Document, Rejection
from cases.sources import formats
from cases.sources.reading import SIZE_LIMIT, Loaded, read
from cases.sources.scan import SIDECAR, split_name
from cases.sources.web import Got, fetch, within_limit

UNSAFE = re.compile(r"[^\w.-]+")
NAME_LENGTH = 100
SAID = ("title", "published", "publisher", "author", "url", "license")


def add(source: str, raw: Path, today: date | None = None) -> Path:
    """Put a file or the page of an address into RAW beside a sidecar, if it is a document and not there yet.

    Args:
        source: A path, or an address that begins with http:// or https://.
        raw: The folder; made if it is missing.
        today: What the sidecar says under ``retrieved``; default the present day.

    Returns:
        The new file.

    Raises:
        CasesError: It cannot be had, is no document, is there already, or RAW cannot be written.
    """
    got = fetch(source) if re.match(r"[a-z][a-z0-9+.-]*://", source, re.IGNORECASE) else from_file(Path(source))
    document = read(Loaded(f"{got.name}.{got.suffix}", got.suffix, got.data))
    if isinstance(document, Rejection):
        raise CasesError(source, document.reason, document.remedy)
    try:
        raw.mkdir(parents=True, exist_ok=True)
        _refuse_duplicate(source, got.data, raw)
        return _write(got, document, raw, today or date.today())
    except OSError as error:
        raise CasesError(raw, f"cannot be written: {error.strerror}", "free the disk or check permissions") from error


def from_file(path: Path) -> Got:
    """The bytes of a local file.

    Raises:
        CasesError: It cannot be read, is too large, or of no kind that is read.
    """
    stem, suffix = split_name(path.name)
    if suffix[1:] not in formats.SUFFIXES:
        raise CasesError(
            path, "is of no kind that can be added", f"the kinds are {', '.join(sorted(formats.SUFFIXES))}"
        )
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise CasesError(path, f"cannot be read: {error.strerror}", "check the file and its permissions") from error
    within_limit(str(path), len(data))
    return Got(stem, suffix[1:], data)


def _refuse_duplicate(source: str, data: bytes, raw: Path) -> None:
    digest = sha256(data).digest()
    for path in raw.rglob("*"):
        if path.is_file() and path.stat().st_size == len(data) and sha256(path.read_bytes()).digest() == digest:
            raise CasesError(source, f"is already there as {path}", "nothing needs to be done")


def _write(got: Got, document: Document, raw: Path, today: date) -> Path:
    """Sidecar first, document last and in one step, so that a stop leaves no document without its metadata."""
    stem = _free_stem(raw, got)
    said = {key: getattr(document, key) for key in SAID} | {"retrieved": today}
    said["url"] = said["url"] or got.url
    sidecar = raw / f"{stem}{SIDECAR}"
    text = yaml.safe_dump({key: value for key, value in said.items() if value is not None}, allow_unicode=True)
    _write_whole(sidecar, text.encode("utf-8"))
    path = raw / f"{stem}.{got.suffix}"
    _write_whole(path, got.data)
    return path


def _free_stem(raw: Path, got: Got) -> str:
    """A safe name that no document or sidecar in the folder has."""
    safe = UNSAFE.sub("-", got.name)[:NAME_LENGTH].strip("-._") or "document"
    if safe.startswith("README"):
        safe = f"document-{safe}"
    taken = {split_name(path.name)[0] for path in raw.iterdir()}
    number = 1
    stem = safe
    while stem in taken:
        number += 1
        stem = f"{safe}-{number}"
    return stem


def _write_whole(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".adding-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)  # noqa: PTH101
        Path(temporary).rename(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
