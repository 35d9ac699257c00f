"""What a person has set right by hand, to be said beside the value."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from cases.schema import TABLES
from cases.site.store import Row, json_list, remembered, rows


async def corrections_of(datasette: Any, row_ids: Sequence[str]) -> dict[str, list[str]]:
    """The corrections of rows, each in words; a row without one has none."""
    told: dict[str, list[str]] = defaultdict(list)
    if await remembered(datasette, "corrected", _any):
        found = await rows(
            datasette,
            """select * from corrections where "column" is not null and row_id in (select value from json_each(:ids))
            order by date, correction_id""",
            {"ids": json_list(row_ids)},
        )
        for row in found:
            told[row["row_id"]].append(_words(row))
    return told


async def _any(datasette: Any) -> bool:
    return bool(await rows(datasette, "select 1 from corrections limit 1"))


def _words(row: Row) -> str:
    titles = {column.name: column.title for column in TABLES[row["table_name"]].columns}
    old = "nothing" if row["old"] is None else f"“{row['old']}”"
    return f"{titles.get(row['column'], row['column'])} corrected from {old}, {row['date']}: {row['reason']}"
