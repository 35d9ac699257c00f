"""Parquet files of all declared tables, written as the rows come, with bytes that depend on the rows alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from cases.schema import TABLES, Version, arrow_schema, to_arrow
from cases.schema.arrow import check_keys

if TYPE_CHECKING:
    import pyarrow.parquet as pq

ROWS_PER_GROUP = 20_000
ROWS_PER_GROUP_OF_TEXTS = 500
"""Texts are long: a group of them is what a reader holds in memory at once."""

_OPTIONS: Mapping[str, Any] = {"compression": "zstd", "compression_level": 3, "version": "2.6"}


class ParquetWriter:
    """Writes ``<table>.parquet`` for every declared table; a table without rows gets an empty file.

    Rows are gathered into groups of a fixed number of rows, so the bytes do not depend on how ``write`` was called.

    Attributes:
        counts: Rows written so far, by table.
    """

    def __init__(self, folder: Path, version: Version | None = None) -> None:
        """Remember where to write; the files are opened by ``with``."""
        self._folder = folder
        self._version = version
        self._pending: dict[str, list[Mapping[str, Any]]] = {table: [] for table in TABLES}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self.counts: dict[str, int] = dict.fromkeys(TABLES, 0)

    def __enter__(self) -> Self:
        import pyarrow.parquet as pq

        self._folder.mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            path = self._folder / f"{table}.parquet"
            self._writers[table] = pq.ParquetWriter(path, arrow_schema(table, self._version), **_OPTIONS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for table in TABLES:
                    self._flush(table, len(self._pending[table]))
        finally:
            for writer in self._writers.values():
                writer.close()

    def write(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows to a table.

        Raises:
            SchemaError: A row has not exactly the declared columns, or (when its group is written) a wrong type.
        """
        check_keys(table, rows)
        self._pending[table].extend(rows)
        self.counts[table] += len(rows)
        size = _group_size(table)
        while len(self._pending[table]) >= size:
            self._flush(table, size)

    def _flush(self, table: str, size: int) -> None:
        pending = self._pending[table]
        if size:
            group = to_arrow(table, pending[:size], self._version)
            self._writers[table].write_table(group, row_group_size=size)
            del pending[:size]


def _group_size(table: str) -> int:
    return ROWS_PER_GROUP_OF_TEXTS if table == "texts" else ROWS_PER_GROUP
