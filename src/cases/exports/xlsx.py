"""One workbook with a sheet per table. Every text is a text cell, so none is taken for a formula."""

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cases.errors import CasesError
from cases.exports._shared import NOTE, Notes, note, notes, rows
from cases.reader import Build
from cases.schema import TABLES

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
LEFT_OUT = ("texts",)
"""Tables whose values are longer than a cell may be."""


def write(build: Build, out: Path) -> list[Path]:
    """Write ``cases.xlsx``.

    Raises:
        CasesError: A table has more rows than a sheet can hold.
    """
    path = out / "cases.xlsx"
    corrected = notes(build)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        bold, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy-mm-dd"})
        for table in TABLES:
            if table not in LEFT_OUT:
                _write_sheet(workbook.add_worksheet(table), build, table, corrected, (bold, day))
    return [path]


def _write_sheet(sheet: Worksheet, build: Build, table: str, corrected: Notes, formats: tuple[Format, Format]) -> None:
    bold, day = formats
    sheet.freeze_panes(1, 1)
    for place, name in enumerate((*TABLES[table].column_names, NOTE)):
        sheet.write_string(0, place, name, bold)
    for number, row in enumerate(rows(build, table), start=1):
        if number > MOST_ROWS:
            raise CasesError(None, f"{table} has more rows than a sheet can hold", "take csv")
        for place, value in enumerate((*row.values(), note(corrected, table, row))):
            _write_cell(sheet, number, place, value, day)


def _write_cell(sheet: Worksheet, row: int, place: int, value: Any, day: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, place, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    else:
        text = "; ".join(value) if isinstance(value, list) else str(value)
        sheet.write_string(row, place, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…")
