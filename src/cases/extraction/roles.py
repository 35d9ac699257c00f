"""Positions that the document gives a person: offices, jobs, and parts played in the case."""

from collections.abc import Sequence

from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Role


def find(
    reading: Reading, mentions: Mentions, expressions: Sequence[Expression], charges: Sequence[Charge]
) -> tuple[Role, ...]:
    """Roles of the people of a document, one "defendant" for each accused person among them."""
    return ()
