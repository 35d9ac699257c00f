"""What a broken rule is told as."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cases.schema import TABLES


@dataclass(frozen=True, slots=True)
class Failure:
    """One broken rule.

    Attributes:
        table: The table, or the file where a whole file is wrong.
        row: The row's key; ``""`` where the rule concerns the table as a whole.
        column: The column; ``""`` where the rule concerns the row as a whole.
        rule: Name of the rule.
        message: What is wrong with which value.
    """

    table: str
    row: str
    column: str
    rule: str
    message: str

    def __str__(self) -> str:
        """Tell it in one line."""
        row = f" row {self.row}" if self.row else ""
        column = f" column {self.column}" if self.column else ""
        return f"{self.table}{row}{column}: {self.rule}: {self.message}"


def row_key(table: str, row: Mapping[str, Any]) -> str:
    """Name a row by its key, with ``/`` between the columns of a composite one."""
    return "/".join(str(row.get(column)) for column in TABLES[table].primary_key)


def shown(value: object) -> str:
    """Show a value in a message, shortened."""
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
