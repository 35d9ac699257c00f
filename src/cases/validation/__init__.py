"""Every rule of the dataset, in one report: each failure names table, row, column and rule."""

from cases.validation.build import check_build, check_joins, check_tables
from cases.validation.document import check_document
from cases.validation.failure import Failure
from cases.validation.files import check_files
from cases.validation.public import is_public
from cases.validation.rows import check_row

__all__ = [
    "Failure",
    "check_build",
    "check_document",
    "check_files",
    "check_joins",
    "check_row",
    "check_tables",
    "is_public",
]
