"""What happened on each date, and to whom."""

from collections.abc import Sequence

from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Event


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Event, ...]:
    """Every date with its event and party, once per date, event and party."""
    return ()
