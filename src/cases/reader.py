"""Reading a build: tables as frames, SQL over them, and the words behind a row.

Importing this module loads no data library; each is loaded when it is first used.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from cases.errors import CasesError
from cases.extras import missing_part
from cases.schema import TABLES, dataset

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Engine = Literal["pandas", "arrow", "polars"]
Parameters = Sequence[Any] | Mapping[str, Any]

CONTEXT = 120
"""Characters of a text that ``evidence_for`` shows on either side of a quote."""

_EVIDENCE = f"""
select e.*, coalesce(
    substr(t.text, greatest(e."start" - {CONTEXT}, 0) + 1, e."end" - greatest(e."start" - {CONTEXT}, 0) + {CONTEXT}),
    e.sentence, e.quote) as context,
  d.title, d.publisher, d.published, d.url
from evidence e join documents d using (document_id) left join texts t using (document_id)
where e.row_id = $row_id
order by d.published nulls last, e.document_id, e."start", e."end", e.evidence_id
"""


class NotInBuildError(CasesError, LookupError):
    """What was asked for is not in the build."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A source document as the build holds it.

    Attributes:
        text: What offsets count in; ``None`` where the build leaves it out, because it may not be passed on.
        n_chars: Length of the text in Unicode code points, also where the text is left out.
    """

    document_id: str
    title: str | None
    published: date | None
    retrieved: date | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    license: str | None
    redistributable: bool
    path: str
    sha256: str
    n_chars: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Build:
    """A build of the dataset, opened for reading; ``open_build`` makes one.

    Attributes:
        path: The folder with ``parquet/`` in it.
    """

    path: Path

    @overload
    def load(self, table: str, *, engine: Literal["pandas"] = "pandas") -> "pd.DataFrame": ...
    @overload
    def load(self, table: str, *, engine: Literal["arrow"]) -> "pa.Table": ...
    @overload
    def load(self, table: str, *, engine: Literal["polars"]) -> "pl.DataFrame": ...

    def load(self, table: str, *, engine: Engine = "pandas") -> Any:
        """Read a table.

        Args:
            table: One of ``cases.TABLES``.
            engine: What to read it into. pandas gets Arrow-backed types, so that integers with gaps stay integers,
                dates stay dates and lists stay lists.

        Raises:
            NotInBuildError: There is no such table.
            CasesError: The engine is not installed.
        """
        import pyarrow.parquet as pq

        return to_frame(pq.read_table(self._file(table)), engine)

    @overload
    def query(
        self, sql: str, parameters: Parameters | None = None, *, engine: Literal["pandas"] = "pandas"
    ) -> "pd.DataFrame": ...
    @overload
    def query(self, sql: str, parameters: Parameters | None = None, *, engine: Literal["arrow"]) -> "pa.Table": ...
    @overload
    def query(self, sql: str, parameters: Parameters | None = None, *, engine: Literal["polars"]) -> "pl.DataFrame": ...

    def query(self, sql: str, parameters: Parameters | None = None, *, engine: Engine = "pandas") -> Any:
        """Ask a question in DuckDB's SQL; every table of the dataset is there under its name.

        Args:
            sql: One SELECT. Values go into ``parameters``, never into this text.
            parameters: A list for ``?`` in the SQL, or a mapping for ``$name``.
            engine: What to return.

        Raises:
            CasesError: The SQL is wrong, or no query.
        """
        import duckdb

        with duckdb.connect() as connection:
            for table in TABLES:
                connection.read_parquet(str(self._file(table))).create_view(table)
            try:
                statements = connection.extract_statements(sql)
                if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                    raise CasesError(None, "this SQL is no query", "write one SELECT")
                return to_frame(connection.sql(sql, params=parameters).to_arrow_table(), engine)
            except duckdb.Error as error:
                raise CasesError(None, f"the SQL does not run: {str(error).splitlines()[0]}") from error

    def evidence_for(self, row_id: str) -> "pd.DataFrame":
        """Find the words that support a row.

        Args:
            row_id: The key of a row in any table, such as a ``charge_id`` or a ``person_id``.

        Returns:
            One row per quote, earliest document first: the columns of ``evidence``; ``context``, the quote with the
            text around it (with its sentence where the build does not hold the text); and the document's title,
            publisher, day of publication and address.

        Raises:
            NotInBuildError: Nothing supports a row of this key.
        """
        found = self.query(_EVIDENCE, {"row_id": row_id})
        if found.empty:
            raise NotInBuildError(
                None, f"there is no evidence for a row {row_id!r}", "take the key from a table's first column"
            )
        return found

    def document(self, document_id: str) -> StoredDocument:
        """Read one document, with its text where the build holds it.

        Raises:
            NotInBuildError: There is no such document.
        """
        rows = self.query(
            "select d.*, t.text from documents d left join texts t using (document_id) where document_id = ?",
            [document_id],
            engine="arrow",
        ).to_pylist()
        if not rows:
            raise NotInBuildError(None, f"there is no document {document_id!r}", "see the table documents")
        return StoredDocument(**{name: rows[0][name] for name in StoredDocument.__dataclass_fields__})

    def version(self) -> str:
        """The version of the data: a hash of the inputs and of code, model and word lists."""
        import pyarrow.parquet as pq

        metadata = pq.read_schema(self._file("documents")).metadata or {}
        return str(metadata.get(b"data_version", b"unknown").decode())

    def _file(self, table: str) -> Path:
        if table not in TABLES:
            raise NotInBuildError(None, f"there is no table {table!r}", f"there are {', '.join(TABLES)}")
        return self.path / "parquet" / f"{table}.parquet"


def open_build(path: str | os.PathLike[str] | None = None) -> Build:
    """Open a build for reading.

    Args:
        path: The folder of the build. Without it: the one that the environment variable ``CASES_BUILD`` names; else
            ``build`` in the working folder, if it is one of ours; else the data that came with the package.

    Raises:
        CasesError: There is no build.
    """
    if path is not None:
        return _checked(Path(path))
    if named := os.environ.get("CASES_BUILD"):
        return _checked(Path(named))
    if _is_build(Path("build")):
        return Build(Path("build").resolve())
    packaged = Path(__file__).parent / "data"
    if (packaged / "parquet").is_dir():
        return Build(packaged)
    raise CasesError(
        None, "there is no build to read", "set CASES_BUILD to one, or make one: cases build RAW --out build"
    )


def _checked(path: Path) -> Build:
    missing = [table for table in TABLES if not (path / "parquet" / f"{table}.parquet").is_file()]
    if missing:
        raise CasesError(path, f"is no build: parquet/{missing[0]}.parquet is not there", "make one: cases build")
    return Build(path.resolve())


def _is_build(path: Path) -> bool:
    try:
        descriptor = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(descriptor, dict) and descriptor.get("name") == dataset().name


def to_frame(table: "pa.Table", engine: Engine) -> Any:
    """Turn an Arrow table into the engine's kind of frame.

    Raises:
        CasesError: The engine is not installed, or there is none of that name.
    """
    if engine == "arrow":
        return table
    if engine == "pandas":
        import pandas as pd

        return table.to_pandas(types_mapper=pd.ArrowDtype)
    if engine == "polars":
        try:
            import polars as pl
        except ModuleNotFoundError as error:
            raise missing_part(error) from error
        return pl.from_arrow(table)
    raise CasesError(None, f"there is no engine {engine!r}", "take pandas, arrow or polars")
