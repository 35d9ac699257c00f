"""What a declaration is, as frozen values: tables, columns, code lists, and the dataset as a whole.

The words are those of Frictionless Table Schema; what is ours beyond them is described in ``Column`` and ``Table``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

ColumnType = Literal["string", "date", "boolean", "integer", "number", "list"]


class SchemaError(ValueError):
    """A declaration in ``schemas/`` is wrong, or rows do not have the declared columns."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a build was made of: ``data`` is the hash of inputs and code, ``code`` the version of the package."""

    data: str
    code: str


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a closed list. ``extra`` holds what only some lists have: ``iccs``, ``uncac``, ``spellings``."""

    value: str
    label: str
    description: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of codes, in the order of its file."""

    name: str
    title: str
    description: str
    codes: tuple[Code, ...]
    standard: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The codes alone, in order."""
        return tuple(code.value for code in self.codes)

    def __getitem__(self, value: str) -> Code:
        for code in self.codes:
            if code.value == value:
                return code
        raise KeyError(f"{value!r} is no code of {self.name}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        null_means: What it says when the value is missing; ``None`` for a column that is never null.
        codes: Name of the vocabulary that the values come from.
        unit: What a number counts.
        facet, search, index: Whether readers filter by it, search in it, look rows up by it.
    """

    name: str
    type: ColumnType
    title: str
    description: str
    required: bool = False
    unique: bool = False
    format: str = "default"
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    codes: str | None = None
    unit: str | None = None
    null_means: str | None = None
    standard: str | None = None
    facet: bool = False
    search: bool = False
    index: bool = False


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``column`` holds a key of ``table``, whose primary key is ``reference``."""

    column: str
    table: str
    reference: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the dataset.

    Attributes:
        row_is: What one row stands for.
        label: Column that names a row for people.
        sort: Column that rows are shown in the order of; ``sort_descending`` turns it round.
        id_letter: First letter of the identifiers; ``None`` where the key is no hash.
        evidenced: Whether each row must have a row in ``evidence``.
        exactly_one, at_most_one: Columns of which exactly, or at most, one has a value.
        indices: What further indices of the database hold, as SQLite writes it within brackets, or before "where".
    """

    name: str
    title: str
    description: str
    row_is: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    label: str | None = None
    sort: str | None = None
    sort_descending: bool = False
    id_letter: str | None = None
    evidenced: bool = False
    exactly_one: tuple[str, ...] = ()
    at_most_one: tuple[str, ...] = ()
    indices: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")


@dataclass(frozen=True, slots=True)
class Dataset:
    """The dataset as a whole; ``tables`` is the order in which they are shown."""

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    license: Mapping[str, str]
    notice: str
    source: str
    tables: tuple[str, ...]
