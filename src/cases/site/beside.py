"""What a table page says beside its rows: each in words, how many quotes it rests on, and what was corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils import to_css_class
from markupsafe import Markup, escape

from cases.schema import TABLES
from cases.site.corrected import corrections_of
from cases.site.entries import STEP
from cases.site.store import DATABASE, Row, json_list, rows
from cases.site.wording import SENTENCES, step

_OWN = (
    "select row_id as key, count(*) as n from evidence where row_id in (select value from json_each(:ids)) group by 1"
)
_CHARGES = """select {0} as key, count(*) as n from {1} join evidence on row_id = charge_id
where {0} in (select value from json_each(:ids)) group by 1"""
# Where the words behind a row are counted; a table that is not here rests on none of its own.
_COUNTS = {
    **dict.fromkeys(
        ("people", "organizations", "roles", "charges", "charge_history", "penalties", "amounts", "dates"), _OWN
    ),
    "documents": """select document_id as key, count(*) as n from evidence
    where document_id in (select value from json_each(:ids)) group by 1""",
    "cases": _CHARGES.format("case_id", "charges"),
    "findings": _CHARGES.format("charge_id", "findings"),
}
_WORDED = ("roles", "penalties", "amounts", "dates")
_STEPS = f"""select h.*, {STEP}, {{key}} as key from charge_history h join charges c using (charge_id)
where {{key}} in (select value from json_each(:ids)) {{last}} order by coalesce(h.date, ''), h.charge_history_id"""
_LAST = {"charges": "and h.status = c.status", "charge_history": ""}


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said of the rows of a page, in their order.

    Attributes:
        words: A sentence for each row; nothing where the table has none.
        counts: The key and the number of quotes of each row.
        column: The column of ``evidence`` that holds the key; nothing where it has none.
        corrected: For each row, what was corrected.
    """

    words: list[str] | None
    counts: list[tuple[str, int]]
    column: str | None
    corrected: list[list[str]]


async def table_body(datasette: Any, table: str, display_rows: Sequence[Any]) -> tuple[Beside | None, Markup]:
    """What is said beside the rows, and the rows themselves as HTML.

    They are made here and not in the template, which takes as long again for a page of fifty rows.
    """
    said = await beside(datasette, table, display_rows)
    lines = ["".join(_cells(datasette.urls, row, said, number)) for number, row in enumerate(display_rows)]
    return said, Markup("".join(f"<tr>{line}</tr>\n" for line in lines))


def _cells(urls: Any, row: Any, said: Beside | None, number: int) -> Iterator[str]:
    for place, cell in enumerate(row):
        name = to_css_class(cell["column"])
        yield f'<td class="col-{name} type-{cell["value_type"]}">{escape(cell["value"])}</td>'
        if place == 0 and said:
            yield from _said(urls, said, number)


def _said(urls: Any, said: Beside, number: int) -> Iterator[str]:
    if said.words:
        yield f'<td class="in-words"><bdi>{escape(said.words[number])}</bdi></td>'
    notes = "".join(f'<br><em class="corrected"><bdi>{escape(note)}</bdi></em>' for note in said.corrected[number])
    key, count = said.counts[number]
    shown = str(count)
    if said.column and count:
        address = f"{urls.table(DATABASE, 'evidence')}?{urlencode({said.column: key})}"
        shown = f'<a href="{escape(address)}">{count}</a>'
    yield f'<td class="quotes">{shown}{notes}</td>'


async def beside(datasette: Any, table: str, display_rows: Sequence[Any]) -> Beside | None:
    """What to say beside the rows of a table page; nothing for tables that rest on no words."""
    if table not in _COUNTS or not display_rows:
        return None
    key = "charge_id" if table == "findings" else TABLES[table].primary_key[0]
    shown = [{cell["column"]: _plain(cell["raw"]) for cell in row} for row in display_rows]
    ids = [str(row.get(key) or "") for row in shown]
    counted = await rows(datasette, _COUNTS[table], {"ids": json_list(ids)})
    counts = {row["key"]: row["n"] for row in counted}
    told = await corrections_of(datasette, ids)
    return Beside(
        await _words(datasette, table, shown, ids),
        [(one, counts.get(one, 0)) for one in ids],
        {"documents": "document_id", "cases": None}.get(table, "row_id"),
        [told.get(one, []) for one in ids],
    )


def _plain(value: Any) -> Any:
    # Datasette puts the label beside the key where a column points to another table.
    return value["value"] if isinstance(value, dict) else value


async def _words(datasette: Any, table: str, shown: list[Row], ids: list[str]) -> list[str] | None:
    if table in _WORDED and all(set(TABLES[table].column_names) <= row.keys() for row in shown):
        return [SENTENCES[table](row) for row in shown]
    if table not in _LAST:
        return None
    key = "c.charge_id" if table == "charges" else "h.charge_history_id"
    sql = _STEPS.format(key=key, last=_LAST[table])
    # Of a charge, the last report of its status.
    said = {row["key"]: step(row) for row in await rows(datasette, sql, {"ids": json_list(ids)})}
    return [said.get(one, "") for one in ids]
