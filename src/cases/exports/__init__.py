"""A build in the forms that other tools read; one module per form, each made from ``schemas/``."""

from importlib import import_module
from pathlib import Path

from cases.errors import CasesError
from cases.exports._shared import write_sums
from cases.extras import missing_part
from cases.reader import Build

FORMS = {
    "csv": "one CSV file per table, with a data package",
    "xlsx": "one workbook, a sheet per table",
    "ftm": "FollowTheMoney entities, one JSON object per line",
    "annotations": "W3C Web Annotations of the evidence",
    "croissant": "Parquet files described for machine learning (Croissant, schema.org/Dataset)",
}


def export_build(build: Build, form: str, out: Path, *, spreadsheet: bool = False) -> list[Path]:
    """Write a build in another form, with the checksums of its files.

    Args:
        build: The build.
        form: One of ``FORMS``.
        out: The folder to write into; files of the same names are replaced.
        spreadsheet: For ``csv``: put an apostrophe before text that a spreadsheet would take for a formula.

    Raises:
        CasesError: There is no such form, or the part that writes it is not installed.
    """
    if form not in FORMS:
        raise CasesError(None, f"there is no form {form!r}", f"take one of {', '.join(FORMS)}")
    if spreadsheet and form != "csv":
        raise CasesError(None, "--spreadsheet is for csv alone", "leave it out")
    try:
        module = import_module(f"cases.exports.{form}")
    except ModuleNotFoundError as error:
        raise missing_part(error) from error
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = module.write(build, out, spreadsheet) if form == "csv" else module.write(build, out)
    return [*written, write_sums(out, written)]
