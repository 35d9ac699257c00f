"""What is declared in ``schemas/``, and what follows from it: Arrow and pandera schemas, SQLite DDL, metadata.

``schemas/`` is the only place where a column exists. Importing this package reads no file and loads no data library.
"""

from cases.schema.arrow import arrow_schema, to_arrow
from cases.schema.checks import pandera_schema
from cases.schema.datasette import datasette_metadata
from cases.schema.ddl import sqlite_checks, sqlite_ddl, sqlite_indices
from cases.schema.declaration import Code, Column, Dataset, ForeignKey, SchemaError, Table, Version, Vocabulary
from cases.schema.frictionless import table_schema
from cases.schema.loading import TABLES, codes, dataset, is_open_license, summaries, vocabularies

__all__ = [
    "TABLES",
    "Code",
    "Column",
    "Dataset",
    "ForeignKey",
    "SchemaError",
    "Table",
    "Version",
    "Vocabulary",
    "arrow_schema",
    "codes",
    "dataset",
    "datasette_metadata",
    "is_open_license",
    "pandera_schema",
    "sqlite_checks",
    "sqlite_ddl",
    "sqlite_indices",
    "summaries",
    "table_schema",
    "to_arrow",
    "vocabularies",
]
