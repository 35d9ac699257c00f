"""pandera schemas: the checks of single columns over a whole batch of rows."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cases.edtf import is_edtf
from cases.schema.declaration import Column
from cases.schema.loading import TABLES, codes

if TYPE_CHECKING:
    import pandera.pandas as pandera


@lru_cache(maxsize=64)
def pandera_schema(table: str) -> "pandera.DataFrameSchema":
    """Make the pandera schema of a table, for a frame with Arrow-backed dtypes (``pandas.ArrowDtype``).

    It is strict: a column more or less is an error. Rules that see more than one column stand in ``cases.validation``.
    """
    import pandera.pandas as pandera

    declared = TABLES[table]
    columns = {
        column.name: pandera.Column(
            checks=_checks(column), nullable=not column.required, unique=column.unique, title=column.title
        )
        for column in declared.columns
    }
    unique = list(declared.primary_key) if len(declared.primary_key) > 1 else None
    return pandera.DataFrameSchema(columns, strict=True, ordered=True, unique=unique, name=table)


def _checks(column: Column) -> "list[pandera.Check]":
    from pandera.pandas import Check

    checks = []
    if column.codes is not None:
        checks.append(Check.isin(codes(column.codes).values, error=f"codes {column.codes}"))
    if column.format == "edtf":
        checks.append(Check(is_edtf, element_wise=True, error="EDTF"))
    if column.pattern is not None:
        checks.append(Check.str_matches(f"^(?:{column.pattern})$", error=f"pattern {column.pattern}"))
    if column.minimum is not None:
        checks.append(Check.ge(column.minimum, error=f"minimum {column.minimum:g}"))
    if column.maximum is not None:
        checks.append(Check.le(column.maximum, error=f"maximum {column.maximum:g}"))
    if column.min_length is not None or column.max_length is not None:
        bounds: dict[str, Any] = {"min_value": column.min_length, "max_value": column.max_length}
        checks.append(Check.str_length(**bounds, error=f"length {column.min_length}..{column.max_length}"))
    return checks
