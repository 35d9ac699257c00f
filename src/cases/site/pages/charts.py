"""Charts drawn here, each beside a table of the same numbers: nothing to load, nothing to run."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from datasette import Response

from cases.schema import codes
from cases.site import store
from cases.site.labels import country, label

WIDTH = 420
"""Length of the longest bar."""

_YEARS = """
select substr(coalesce(c.last_date, max(d.published)), 1, 4) as year, c.status, c.case_id
from cases c join charges using (case_id) join charge_history using (charge_id) join documents d using (document_id)
group by c.case_id
"""
_SUMS = """
select kind, currency, count(*) as sums, count(exact) as exact, sum(exact) as total, count(*) - count(exact) as vague
from (select distinct kind, currency, value, value_min, value_max, coalesce(case_id, amount_id),
        iif(qualifier in ('exact', 'approximately'), value, null) as exact from amounts where currency is not null)
group by kind, currency order by kind, total desc
"""
_COUNTRIES = """
select country, offence, count(*) as charges from charges where country is not null
group by country, offence order by count(*) desc, country, offence
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its numbers.

    Attributes:
        parts: Length and class of each stretch of the bar.
        cells: What the table beside the chart says of it.
    """

    name: str
    parts: list[tuple[float, str]]
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other, and the same numbers as a table.

    Attributes:
        legend: Class and words of each kind of stretch.
    """

    title: str
    about: str
    head: list[str]
    bars: list[Bar]
    legend: list[tuple[str, str]]


async def page(request: Any, datasette: Any) -> Response:
    """Answer with all charts."""
    charts = await store.remembered(datasette, "charts", _charts)
    return Response.html(await datasette.render_template("cases_charts.html", {"charts": charts}, request=request))


async def _charts(datasette: Any) -> list[Chart]:
    return [await _years(datasette), await _sums(datasette), await _countries(datasette)]


async def _years(datasette: Any) -> Chart:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in await store.rows(datasette, _YEARS):
        counts[row["year"] or "not known"][row["status"]] += 1
    statuses = codes("charge_status").values
    longest = max((sum(of.values()) for of in counts.values()), default=1)
    bars = [
        Bar(
            year,
            [(WIDTH * of[status] / longest, f"f-{status}") for status in statuses if of[status]],
            [str(of[status]) for status in statuses],
        )
        for year, of in sorted(counts.items())
    ]
    names = [label(status, "charge_status") for status in statuses]
    about = "Each case once, in the year of its last known date. It shows what was reported, not what happened."
    return Chart(
        "Cases by year and status",
        about,
        ["Year", *names],
        bars,
        [(f"f-{status}", name) for status, name in zip(statuses, names, strict=True)],
    )


async def _sums(datasette: Any) -> Chart:
    rows = await store.rows(datasette, _SUMS)
    most = max((math.log10(row["total"]) for row in rows if row["total"]), default=1)
    bars = [
        Bar(
            f"{label(row['kind'], 'amount_kinds')}, {row['currency']}",
            [(WIDTH * math.log10(row["total"]) / most, "f-sum")] if (row["total"] or 0) > 1 else [],
            [f"{row['total']:,.0f}" if row["total"] else "", str(row["exact"]), str(row["vague"])],
        )
        for row in rows
    ]
    about = (
        'On a logarithmic scale: each tenfold sum is one step longer. Nothing is converted; "at least", "at most" and '
        "sums without a figure are counted apart and not added."
    )
    return Chart(
        "Sums by kind and currency",
        about,
        ["Kind", "Total", "Sums added", "Vague sums, not added"],
        bars,
        [("f-sum", "Total")],
    )


async def _countries(datasette: Any) -> Chart:
    rows = await store.rows(datasette, _COUNTRIES)
    longest = max((row["charges"] for row in rows), default=1)
    bars = [
        Bar(
            f"{country(row['country'])}: {label(row['offence'], 'offences').lower()}",
            [(WIDTH * row["charges"] / longest, "f-sum")],
            [str(row["charges"])],
        )
        for row in rows[:40]
    ]
    about = "Charges whose country the documents tell, the 40 most frequent. The documents are no sample of all cases."
    return Chart("Offences by country", about, ["Country and offence", "Charges"], bars, [("f-sum", "Charges")])
