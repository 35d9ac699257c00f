"""What may reach a terminal or a log of a text that somebody else wrote."""

import unicodedata

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str, keep: str = "") -> str:
    r"""The text with control, format and undecodable characters as ``\x1b`` or ``\u202e``, less those in ``keep``."""
    return "".join(c if c in keep or _printable(c) else c.encode("unicode_escape").decode("ascii") for c in text)


def _printable(char: str) -> bool:
    return char == " " or unicodedata.category(char) not in HIDDEN
