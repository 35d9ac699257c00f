"""Opaque ids: the letter of the table and 12 hex digits of SHA-256 over the row's key."""

import hashlib
import re
import unicodedata
from functools import cache

from cases.schema import TABLES

Key = str | int | float | bool | None


@cache
def _letter(table: str) -> str:
    letter = TABLES[table].id_letter
    assert letter is not None, f"{table} has no ids"
    return letter


def row_id(table: str, *key: Key) -> str:
    """The id of a row of ``table`` with this key; equal keys give equal ids in every build."""
    joined = "\x1f".join([part if type(part) is str else _printed(part) for part in key])
    return _letter(table) + hashlib.sha256(f"{table}\x1f{joined}".encode()).hexdigest()[:12]


def _printed(part: Key) -> str:
    """Whole numbers without a fraction, so that 24 and 24.0 months are one key; nothing where there is no value."""
    if part is None:
        return ""
    return str(int(part)) if isinstance(part, float) and part.is_integer() else str(part)


def fold(text: str) -> str:
    """Words in lower case without accents and punctuation, for keys: "Vice-President" and "vice president" are one."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold()))
