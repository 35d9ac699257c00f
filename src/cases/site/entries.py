"""Rows as sentences with the words that support them, for the pages of people, organisations and cases."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cases.schema import TABLES
from cases.site.corrected import corrections_of
from cases.site.store import Row, json_list, rows
from cases.site.wording import SENTENCES

OUTCOMES_FIRST = ("acquitted", "dismissed", "convicted", "pleaded_guilty", "pleaded_not_guilty", "charged", "alleged")
"""The order of charges: how one ended stands before what was only said."""

STEP = """c.party, c.offence, c.conspiracy, coalesce(
  (select name from people where person_id = h.asserted_by_person_id),
  (select name from organizations where organization_id = h.asserted_by_organization_id)) as speaker"""
"""What a step of a charge, ``h``, is worded with beside its own columns; ``c`` is its charge."""


CUT = """substr(e.sentence, 1, length(e.quote)) <> e.quote as cut_before,
  substr(e.sentence, -length(e.quote)) <> e.quote as cut_after"""
"""Whether the words of evidence ``e`` begin or end within their sentence; not told where the sentence may not be."""

SHORT = 80
"""The most characters of a quote that is shown within its sentence."""

LONGEST = 300
"""The most characters of a sentence."""


@dataclass(slots=True)
class Entry:
    """A row, worded, with its quotes.

    Attributes:
        quotes: Rows of ``evidence`` with the document's title, publisher and day.
        steps: For a charge, the way to its status.
        corrected: What a person has set right in the row, in words.
    """

    table: str
    row_id: str
    row: Row
    sentence: str
    quotes: list[Row] = field(default_factory=list)
    steps: list["Entry"] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)


async def entries(datasette: Any, table: str, found: Iterable[Row]) -> list[Entry]:
    """Word the rows of a table and fetch the words behind them."""
    key = TABLES[table].primary_key[0]
    made = [Entry(table, row[key], row, SENTENCES[table](row)) for row in found]
    ids = [entry.row_id for entry in made]
    quotes, told = await quotes_of(datasette, ids), await corrections_of(datasette, ids)
    for entry in made:
        entry.quotes, entry.corrected = quotes[entry.row_id], told[entry.row_id]
    return made


async def quotes_of(datasette: Any, row_ids: Sequence[str]) -> dict[str, list[Row]]:
    """The evidence of rows, earliest document first."""
    found = await rows(
        datasette,
        f"""select e.evidence_id, e.row_id, e.document_id, e.quote, e.sentence, {CUT}, d.title, d.publisher, d.published
        from evidence e join documents d using (document_id) where e.row_id in (select value from json_each(:ids))
        order by d.published is null, d.published, e.document_id, e."start", e."end", e.evidence_id""",
        {"ids": json_list(row_ids)},
    )
    quotes: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        quotes[row["row_id"]].append(row | _around(row["quote"], row["sentence"]))
    return quotes


def _around(quote: str, sentence: str | None) -> dict[str, str]:
    """What stands before and after a short quote in its sentence, without which it says little: a bare sum."""
    if sentence is None or len(quote) > SHORT or sentence.count(quote) != 1:
        return {}
    before, after = sentence.split(quote)
    if len(sentence) >= LONGEST:  # A longer one is cut around the quote.
        before = f"…{before}" if before[:1].islower() else before
        after = f"{after}…" if after[-1:].isalnum() else after
    return {"before": before, "after": after}


async def charges_of(datasette: Any, where: str, key: str) -> list[Entry]:
    """The charges of a party or a case with the steps of each, outcomes before accusations.

    Args:
        datasette: The site.
        where: A condition on ``charges c`` in SQL with ``:key`` in it; never anything that a visitor wrote.
        key: The value of ``:key``.
    """
    charges = await entries(
        datasette, "charges", await rows(datasette, f"select * from charges c where {where}", {"key": key})
    )
    history = await rows(
        datasette,
        f"""select h.*, {STEP}, d.published
        from charge_history h join charges c using (charge_id) join documents d using (document_id)
        where {where} order by h.charge_history_id""",
        {"key": key},
    )
    history.sort(key=lambda row: (row["date"] or row["published"] or "", -OUTCOMES_FIRST.index(row["status"])))
    by_charge: dict[str, list[Entry]] = defaultdict(list)
    for step in await entries(datasette, "charge_history", history):
        by_charge[step.row["charge_id"]].append(step)
    for charge in charges:
        charge.steps = told_once(by_charge[charge.row_id])
    return sorted(charges, key=lambda entry: (OUTCOMES_FIRST.index(entry.row["status"]), entry.sentence))


def told_once(told: Iterable[Entry]) -> list[Entry]:
    """Rows with those that several documents report in the same words made one, with all their quotes."""
    once: dict[str, Entry] = {}
    for entry in told:
        first = once.setdefault(entry.sentence, entry)
        if first is not entry:
            first.quotes += entry.quotes
            first.corrected += entry.corrected
    return list(once.values())
