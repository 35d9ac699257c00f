"""The functions of ``import cases``: they read the build that ``open_build()`` finds, or call the pipeline."""

import functools
import importlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast, overload

from cases.errors import CasesError
from cases.extras import missing_part
from cases.reader import Build, Engine, Parameters, StoredDocument, open_build, to_frame
from cases.schema import TABLES, to_arrow

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


@overload
def load(table: str, *, engine: Literal["pandas"] = "pandas") -> "pd.DataFrame": ...
@overload
def load(table: str, *, engine: Literal["arrow"]) -> "pa.Table": ...
@overload
def load(table: str, *, engine: Literal["polars"]) -> "pl.DataFrame": ...


def load(table: str, *, engine: Engine = "pandas") -> Any:
    """Read a table of the build that ``open_build()`` finds; see ``Build.load``."""
    return open_build().load(table, engine=engine)


@overload
def query(
    sql: str, parameters: Parameters | None = None, *, engine: Literal["pandas"] = "pandas"
) -> "pd.DataFrame": ...
@overload
def query(sql: str, parameters: Parameters | None = None, *, engine: Literal["arrow"]) -> "pa.Table": ...
@overload
def query(sql: str, parameters: Parameters | None = None, *, engine: Literal["polars"]) -> "pl.DataFrame": ...


def query(sql: str, parameters: Parameters | None = None, *, engine: Engine = "pandas") -> Any:
    """Ask the build that ``open_build()`` finds a question in SQL; see ``Build.query``."""
    return open_build().query(sql, parameters, engine=engine)


def evidence_for(row_id: str) -> "pd.DataFrame":
    """Find the words that support a row; see ``Build.evidence_for``."""
    return open_build().evidence_for(row_id)


def document(document_id: str) -> StoredDocument:
    """Read one document, with its text where the build holds it; see ``Build.document``."""
    return open_build().document(document_id)


def extract(text: str, *, published: date | str | None = None) -> "dict[str, pd.DataFrame]":
    """Read what a text says, in memory.

    Args:
        text: One article or press release, in English.
        published: The day of publication, as a date or "2023-02-21"; "last Monday" is counted from it.

    Returns:
        A frame per table, with the same columns as in a build.

    Raises:
        CasesError: The day is none, or the part that reads texts is not installed.
    """
    try:
        day = date.fromisoformat(str(published)) if published is not None else None
    except ValueError as error:
        raise CasesError(None, f"published is {published!r}, which is no day", "write it as 2023-02-21") from error
    tables = _pipeline().extract(text, published=day and day.isoformat())
    return {name: to_frame(to_arrow(name, tables.get(name, [])), "pandas") for name in TABLES}


def build(raw: str | os.PathLike[str], out: str | os.PathLike[str] = "build", *, public: bool = False) -> Build:
    """Build the dataset of a folder of articles and open it.

    Args:
        raw: A folder of sources, or one source; a path, or an address that fsspec reaches.
        out: The folder of the build; it appears whole or not at all.
        public: Leave out texts and sentences that may not be passed on.

    Raises:
        CasesError: No document could be built, or the part that builds is not installed.
    """
    _pipeline().build([os.fspath(raw)], Path(out), public=public)
    return open_build(out)


def _pipeline() -> Any:
    try:
        return importlib.import_module("cases.pipeline")
    except ModuleNotFoundError as error:
        raise missing_part(error) from error


class TableReader(Protocol):
    """Reads one table into a frame of the engine's kind; see ``cases.load``."""

    @overload
    def __call__(self, *, engine: Literal["pandas"] = "pandas") -> "pd.DataFrame": ...
    @overload
    def __call__(self, *, engine: Literal["arrow"]) -> "pa.Table": ...
    @overload
    def __call__(self, *, engine: Literal["polars"]) -> "pl.DataFrame": ...


def _reads(declared: Callable[[], None]) -> TableReader:
    """Make the reader of the table that a function is named after; the function itself holds name and description."""

    def read(*, engine: Engine = "pandas") -> Any:
        return open_build().load(declared.__name__, engine=engine)

    functools.update_wrapper(read, declared, functools.WRAPPER_ASSIGNMENTS[:4])
    del read.__wrapped__  # type: ignore[attr-defined]  # its signature is not this one's
    return cast(TableReader, read)


@_reads
def findings() -> None:
    """The flat table to begin with: one charge as reported in one document, with a quote and its source.

    Read ``status`` before you repeat a row: "alleged" and "charged" are accusations that nobody has proven.
    """


@_reads
def cases() -> None:
    """The cases: one accused party and one country of the proceedings."""


@_reads
def people() -> None:
    """The people whom the documents name, in whatever part; most of them are accused of nothing.

    ``is_accused`` tells who is.
    """


@_reads
def organizations() -> None:
    """The organisations that the documents name: companies, courts, agencies, parties, criminal groups."""


@_reads
def charges() -> None:
    """The charges: one accused party, one offence, conspiracy or not, and one country.

    ``status`` says how far it went.
    """


@_reads
def charge_history() -> None:
    """The way of each charge: one status, who says so, and in which document."""


@_reads
def penalties() -> None:
    """The penalties: imposed, sought, or set by law as a maximum or minimum; ``basis`` says which."""


@_reads
def amounts() -> None:
    """The sums of money: one sum of one kind in one document, as printed and as a number.

    A query that sums them counts each (case_id, value, currency, kind) once.
    """


@_reads
def dates() -> None:
    """The dates: one event on one day, month, year or interval in one document, as printed and as EDTF."""


@_reads
def roles() -> None:
    """The positions that people hold or held, and the parts they play in a case."""


@_reads
def evidence() -> None:
    """The words behind every row: quote, sentence, document and offsets."""


@_reads
def documents() -> None:
    """The source documents with what is known of them."""


@_reads
def texts() -> None:
    """The texts of the documents, as far as the build holds them.

    The data that comes with the package holds only those that may be passed on.
    """


@_reads
def offences() -> None:
    """The offences with their labels and their international codes."""


@_reads
def corrections() -> None:
    """The values that people have set right, with reason, author and day."""
