"""Sums and date expressions: found once by their own modules, used by several others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Tokens ``[start, end)`` that print a sum without its qualifier; ``value`` in units of ``currency`` (ISO 4217)."""

    start: int
    end: int
    text: str
    currency: str
    qualifier: str
    value: float | None = None
    value_min: float | None = None
    value_max: float | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens ``[start, end)`` that name a date, resolved against the publication date to EDTF; ``text`` as printed."""

    start: int
    end: int
    text: str
    edtf: str
