"""Who is accused or convicted of what, with the status as reported and who says so."""

from collections.abc import Sequence

from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Charge, ...]:
    """Charges of every party, each with its reports in text order."""
    return ()
