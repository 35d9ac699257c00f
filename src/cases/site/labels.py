"""Codes as a person says them."""

from cases.schema import codes


def label(code: str | None, vocabulary: str) -> str:
    """The label of a code; nothing for null, the code itself where the list does not know it."""
    if code is None:
        return ""
    known = codes(vocabulary)
    return known[code].label if code in known.values else code


def country(code: str | None) -> str:
    """The name of a country."""
    return label(code, "countries")
