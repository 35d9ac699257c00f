"""The files of a build to take away, whole or in part (HEAD and Range requests, RFC 9110)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases.schema import TABLES
from cases.site.store import DATABASE

PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".db": "application/vnd.sqlite3",
    ".json": "application/json",
}
# A visitor's words never reach the file system: a name is served only if it stands here.
NAMES = (*(f"parquet/{table}.parquet" for table in TABLES), "cases.db", "datapackage.json")


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be taken away.

    Attributes:
        rows: Number of rows of a table; none for the other files.
        sha256: Its checksum in hexadecimal digits, where the data package tells it.
    """

    name: str
    path: Path
    size: int
    title: str
    rows: int | None
    sha256: str | None


def files(build: Path) -> list[File]:
    """What there is to download, in the order of the tables."""
    described = {resource["path"]: resource for resource in _resources(build)}
    found = []
    for name in NAMES:
        path = build / name
        if path.is_file():
            about = described.get(name, {})
            table = TABLES.get(path.stem) if path.suffix == ".parquet" else None
            checksum = str(about.get("hash", "")).removeprefix("sha256:") or None
            found.append(File(name, path, path.stat().st_size, table.title if table else "", _rows(path), checksum))
    return found


def build_of(datasette: Any) -> Path:
    """The folder that the database lies in."""
    return Path(datasette.get_database(DATABASE).path).parent


def address(datasette: Any, table: str) -> str:
    """Where a table is had as Parquet: the file, or the database's own answer where it was published alone."""
    if has_tables(build_of(datasette)):
        return str(datasette.urls.path(f"download/parquet/{table}.parquet"))
    return str(datasette.urls.table(DATABASE, table, format="parquet"))


def has_tables(build: Path) -> bool:
    """Whether the Parquet files lie beside the database."""
    return all((build / name).is_file() for name in NAMES if name.endswith(".parquet"))


def _resources(build: Path) -> list[dict[str, Any]]:
    package = build / "datapackage.json"
    if not package.is_file():
        return []
    resources: list[dict[str, Any]] = json.loads(package.read_text(encoding="utf-8"))["resources"]
    return resources


def _rows(path: Path) -> int | None:
    if path.suffix != ".parquet":
        return None
    import pyarrow.parquet as pq

    return int(pq.read_metadata(path).num_rows)


def byte_range(header: str | None, size: int) -> tuple[int, int] | bool | None:
    """The bytes that a request asks for, half-open.

    Returns:
        ``None`` for the whole file, which also answers what cannot be read; ``False`` for a range outside the file.
    """
    match = _RANGE.fullmatch(header.strip()) if header else None
    if match is None or match.group() == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        length = min(int(last), size)
        return (size - length, size) if length else False
    start = int(first)
    end = min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return None
    return (start, end) if start < size else False


async def send_file(file: File, method: str, wanted: str | None, send: Any) -> None:
    """Answer a request for a file.

    Args:
        file: The file.
        method: GET or HEAD.
        wanted: The request's ``Range``.
        send: The channel to the browser.
    """
    place = byte_range(wanted, file.size)
    headers = {
        "accept-ranges": "bytes",
        "content-type": _TYPES[file.path.suffix],
        "content-disposition": f'attachment; filename="{file.path.name}"',
    }
    if place is False:
        headers |= {"content-range": f"bytes */{file.size}", "content-length": "0"}
        status, start, end = 416, 0, 0
    elif isinstance(place, tuple):
        (start, end), status = place, 206
        headers |= {"content-range": f"bytes {start}-{end - 1}/{file.size}", "content-length": str(end - start)}
    else:
        start, end, status = 0, file.size, 200
        headers["content-length"] = str(file.size)
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    if method != "HEAD":
        for piece in _pieces(file.path, start, end):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _pieces(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as stream:
        stream.seek(start)
        while start < end and (piece := stream.read(min(PIECE, end - start))):
            start += len(piece)
            yield piece
