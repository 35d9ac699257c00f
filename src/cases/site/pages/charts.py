"""Charts where people would rather look than read, each beside a table of the same numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from datasette import Response
from markupsafe import Markup

from cases.schema import codes
from cases.site import store
from cases.site.labels import country, label
from cases.site.vega import drawn, room

SUMS, COUNTRIES, OFFENCES = 25, 15, 12
"""The most rows, countries and offences that a drawing holds; its table holds the rest."""

_YEARS = """
select substr(coalesce(c.last_date, max(d.published)), 1, 4) as year, c.status, c.case_id
from cases c join charges using (case_id) join charge_history using (charge_id) join documents d using (document_id)
group by c.case_id
"""
_SUMS = """
select kind, currency, count(exact) as exact, sum(exact) as total, count(*) - count(exact) as vague,
  max(iif(exact is null, coalesce(value, value_max, value_min), null)) as largest_vague
from (select distinct kind, currency, value, value_min, value_max, coalesce(case_id, amount_id),
        iif(qualifier in ('exact', 'approximately'), value, null) as exact from amounts where currency is not null)
group by kind, currency order by count(*) desc, kind, currency
"""
_COUNTRIES = """
select country, offence, count(*) as charges from charges where country is not null
group by country, offence order by count(*) desc, country, offence
"""
# Each power of ten has a line, every third one a label: they would not all have room.
_ROUND = (
    "round(log(datum.value) / LN10) % 3 ? '' : datum.value >= 1e9 ? format(datum.value / 1e9, ',') + ' bn' : "
    "datum.value >= 1e6 ? format(datum.value / 1e6, ',') + ' m' : format(datum.value, ',')"
)
_WHOLE = {"labelExpr": "datum.value % 1 ? '' : format(datum.value, ',')"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, and the same numbers as a table.

    Attributes:
        svg: The drawing; none where the documents tell nothing for it.
        head: Names of the table's columns.
        rows: The table; the first cell of each row is its name.
        legend: Class and words of each kind of mark.
    """

    title: str
    about: str
    svg: Markup | None
    head: list[str]
    rows: list[list[str]]
    legend: list[tuple[str, str]] = field(default_factory=list)


async def page(request: Any, datasette: Any) -> Response:
    """Answer with all charts."""
    charts = await store.remembered(datasette, "charts", _charts)
    return Response.html(await datasette.render_template("cases_charts.html", {"charts": charts}, request=request))


async def _charts(datasette: Any) -> list[Chart]:
    return [await _years(datasette), await _sums(datasette), await _countries(datasette)]


async def _years(datasette: Any) -> Chart:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in await store.rows(datasette, _YEARS):
        counts[row["year"] or "not known"][row["status"]] += 1
    statuses = codes("charge_status").values
    names = [label(status, "charge_status") for status in statuses]
    values = [
        {"year": year, "status": name, "place": place, "cases": of[status]}
        for year, of in sorted(counts.items())
        for place, (status, name) in enumerate(zip(statuses, names, strict=True))
        if of[status]
    ]
    colours = [f"var(--f-{status})" for status in statuses]
    drawing = {
        "height": 260,
        "data": {"values": values},
        "mark": {"type": "bar", "stroke": "var(--paper)"},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": -45}},
            "y": {"field": "cases", "type": "quantitative", "title": "Cases", "axis": _WHOLE},
            "order": {"field": "place"},
            "color": {"field": "status", "scale": {"domain": names, "range": colours}, "legend": None},
        },
    }
    return Chart(
        "Cases by year and status",
        "Each case once, in the year of its last known date. It shows what was reported, not what happened.",
        await drawn(drawing) if values else None,
        ["Year", *names],
        [[year, *(f"{of[status]:,}" for status in statuses)] for year, of in sorted(counts.items())],
        [(f"f-{status}", name) for status, name in zip(statuses, names, strict=True)],
    )


async def _sums(datasette: Any) -> Chart:
    rows = await store.rows(datasette, _SUMS)
    for row in rows:
        row["name"] = f"{label(row['kind'], 'amount_kinds')}, {row['currency']}"
    series = {"total": "Total of the sums with a figure", "largest_vague": "Largest vague sum (no total)"}
    values = [
        {"name": row["name"], "what": words, "sum": row[column]}
        for row in rows[:SUMS]
        for column, words in series.items()
        if (row[column] or 0) > 0  # There is no place for zero on a logarithmic scale.
    ]
    names = [row["name"] for row in rows[:SUMS]]
    apart = {"domain": list(series.values())}
    drawing = {
        "height": {"step": 24},
        "data": {"values": values},
        "mark": {"type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1},
        "encoding": {
            "y": {"field": "name", "type": "nominal", "title": None, "sort": None, "axis": _beside(names)},
            "x": {
                "field": "sum",
                "type": "quantitative",
                "title": "Sum in its own currency, logarithmic",
                "scale": {"type": "log"},
                "axis": {"labelExpr": _ROUND, "values": [10**power for power in range(0, 16)]},
            },
            "shape": {"field": "what", "scale": apart | {"range": ["circle", "diamond"]}, "legend": None},
            "color": {
                "field": "what",
                "scale": apart | {"range": ["var(--link)", "var(--organizations)"]},
                "legend": None,
            },
        },
    }
    return Chart(
        "Sums by kind and currency",
        "On a logarithmic scale, so that each step is ten times the one before. Nothing is converted. At least, at "
        "most and sums without a figure are vague: they are counted apart, and never added.",
        await drawn(drawing) if values else None,
        ["Kind", "Total", "Sums added", "Vague sums, not added", "Largest vague sum"],
        [
            [row["name"], _figure(row["total"]), str(row["exact"]), str(row["vague"]), _figure(row["largest_vague"])]
            for row in rows
        ],
        [("circle", series["total"]), ("diamond", series["largest_vague"])],
    )


def _beside(labels: Iterable[str], grid: bool = True) -> dict[str, Any]:
    return {"grid": grid, "minExtent": room(labels)}


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


async def _countries(datasette: Any) -> Chart:
    rows = await store.rows(datasette, _COUNTRIES)
    lands, offences = _most(rows, "country", COUNTRIES), _most(rows, "offence", OFFENCES)
    values = [
        {
            "country": country(row["country"]),
            "offence": label(row["offence"], "offences"),
            "charges": row["charges"],
        }
        for row in rows
        if row["country"] in lands and row["offence"] in offences
    ]
    drawing = {
        "width": {"step": 46},
        "padding": {"left": 90, "top": 5, "right": 5, "bottom": 30},
        "height": {"step": 34},
        "data": {"values": values},
        "encoding": {
            "x": {
                "field": "offence",
                "type": "nominal",
                "title": None,
                "sort": [label(offence, "offences") for offence in offences],
                "axis": {"labelAngle": -40, "grid": False},
            },
            "y": {
                "field": "country",
                "type": "nominal",
                "title": None,
                "sort": [country(land) for land in lands],
                "axis": _beside((country(land) for land in lands), grid=False),
            },
        },
        "layer": [
            {
                "mark": {"type": "circle", "color": "var(--bubble)", "opacity": 1},
                "encoding": {
                    "size": {
                        "field": "charges",
                        "type": "quantitative",
                        "legend": None,
                        "scale": {"range": [90, 1000]},
                    }
                },
            },
            {
                "mark": {"type": "text", "fontSize": 12, "color": "var(--ink)"},
                "encoding": {"text": {"field": "charges", "type": "quantitative", "format": ","}},
            },
        ],
    }
    about = (
        f"Charges whose country the documents tell: the {COUNTRIES} countries and {OFFENCES} offences named most. "
        "The documents are no sample of all cases."
    )
    table = [
        [f"{country(row['country'])}: {label(row['offence'], 'offences').lower()}", f"{row['charges']:,}"]
        for row in rows
    ]
    svg = await drawn(drawing) if values else None
    return Chart("Offences by country", about, svg, ["Country and offence", "Charges"], table)


def _most(rows: list[dict[str, Any]], column: str, size: int) -> list[str]:
    charges: Counter[str] = Counter()
    for row in rows:
        charges[row[column]] += row["charges"]
    return [value for value, _ in sorted(charges.items(), key=lambda pair: (-pair[1], pair[0]))[:size]]
