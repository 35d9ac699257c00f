"""What a sentence holds that is a penalty without a length or a sum: bans, expulsions, death, restitution."""

import re
from collections.abc import Iterator

from cases.extraction.penalties.sizes import Size

BAN = re.compile(
    r"\b(?:struck off|disbarred|debarred|disqualified from|banned from|barred (?:for life )?from (?:\w+ )?"
    r"(?:holding|serving|working|practi|public|running|being|bidding|federal)|expelled from"
    r"|(?:barred|banned)\b[^.;]{0,90}? from (?:(?:the |any |all )?(?:\w+ ){0,2}"
    r"(?:industry|profession|office|boards?|sports?|trading|athletics|football|cricket|tennis|business)"
    r"|(?:preparing|acting|operating|serving|holding|participating|engaging|practicing|working|running))\b)"
)
RESTITUTION = re.compile(r"\b(?:pay|make|provide) (?:(?:full|the|any|remaining|additional) ){0,2}restitution\b")
FINED = re.compile(r"\bfined\b(?= for\b)")
DEATH = re.compile(r"\bsentenced to death\b")
LONG = re.compile(r"\bfor (?:\w+[\s-]){1,3}(?:year|month)s?\b")
SIZED = re.compile(r"\d|[$£€]|\bamount\b|\bmillions?\b")
REACH = 70
# One of them stands in whatever the patterns find.
TELLING = (
    "struck off",
    "barred",
    "disqualified",
    "banned",
    "expelled",
    "restitution",
    "fined for",
    "sentenced to death",
)


def unsized(text: str, start: int, end: int) -> Iterator[tuple[Size, bool]]:
    """The penalties without a size in characters ``[start, end)`` of a lower-case text.

    Yields:
        The penalty, and whether the verb that imposes it is its own first word.
    """
    for match in BAN.finditer(text, start, end):
        if not LONG.search(text, match.end(), min(match.end() + REACH, end)):
            yield Size(*match.span(), "other" if match[0].startswith("expelled") else "ban", True), True
    for match in RESTITUTION.finditer(text, start, end):
        if not SIZED.search(text, match.end(), min(match.end() + REACH, end)):
            yield Size(*match.span(), "restitution", True), False
    for match in FINED.finditer(text, start, end):
        if not SIZED.search(text, start, end):
            yield Size(*match.span(), "fine", True), True
    for match in DEATH.finditer(text, start, end):
        yield Size(*match.span(), "other", True), True
