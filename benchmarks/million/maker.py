"""A build of made rows: names of syllables, and codes about as often as reports have them."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cases.publish.datapackage import write_datapackage
from cases.publish.sqlite import build_sqlite
from cases.schema import Version, arrow_schema, codes

SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "or", "pe", "ra", "si", "tu", "va", "we", "zo", "len", "mar", "ton")
COMMON = {
    "countries": ["US", "DE", "BR", "MY", "GB", "ZA", "FR", "IT", "MX", "IN", "UA", "KE"],
    "currencies": ["USD", "EUR", "GBP", "MYR", "BRL", "ZAR", "INR", "CHF"],
}
Columns = dict[str, Any]


class Maker:
    """Columns of made rows; the same for the same number of rows."""

    def __init__(self, rows: int) -> None:
        self.random = np.random.default_rng(7)
        self.rows = rows
        self.documents = np.array([f"document-{n}" for n in range(rows // 4)])
        self.published = self.days(len(self.documents))
        self.people = self.keys("p", rows // 2)
        self.organizations = self.keys("o", rows // 10)
        self.names = self.named(len(self.people), 2)
        self.bodies = np.char.add(self.named(len(self.organizations), 1), " Works Ltd")

    def keys(self, letter: str, count: int) -> Any:
        return np.array([f"{letter}{n:012x}" for n in range(count)])

    def named(self, count: int, words: int) -> Any:
        parts = self.random.choice(SYLLABLES, (count, words, 3))
        return np.array([" ".join("".join(word).capitalize() for word in name) for name in parts])

    def days(self, count: int) -> Any:
        return np.datetime64("2010-01-01") + self.random.integers(0, 5_800, count).astype("timedelta64[D]")

    def code(self, name: str, count: int) -> Any:
        """Codes of a list, the first ones more often than the last."""
        values = np.array(COMMON.get(name) or codes(name).values)
        return values[np.minimum(self.random.geometric(0.2, count) - 1, len(values) - 1)]

    def some(self, values: Any, share: float = 0.5) -> list[Any]:
        """The values with gaps."""
        kept = self.random.random(len(values)) < share
        return [v if k else None for v, k in zip(values.tolist(), kept.tolist(), strict=True)]

    def tables(self) -> Iterator[tuple[str, Columns]]:
        """All tables but the texts, which no question reads."""
        r, n, nothing = self.random, self.rows, None
        cases, charges, amounts = self.keys("c", n // 2), self.keys("g", n), self.keys("a", n)
        yield (
            "documents",
            {
                "document_id": self.documents,
                "title": np.char.add("Report on ", self.named(len(self.documents), 2)),
                "published": self.published,
                "publisher": r.choice(self.named(300, 1), len(self.documents)),
                "url": np.char.add("https://news.example/", self.documents),
                "language": "en",
                "redistributable": True,
                "path": np.char.add("news.jsonl#", self.documents),
                "sha256": "0" * 64,
                "n_chars": 3_000,
            },
        )
        yield (
            "people",
            {
                "person_id": self.people,
                "name": self.names,
                "aliases": [[] for _ in self.people],
                "nationality": self.some(self.code("countries", len(self.people)), 0.2),
                "is_accused": True,
            },
        )
        yield (
            "organizations",
            {
                "organization_id": self.organizations,
                "name": self.bodies,
                "aliases": [[] for _ in self.organizations],
                "kind": self.code("organization_kinds", len(self.organizations)),
                "country": self.some(self.code("countries", len(self.organizations))),
            },
        )
        yield (
            "offences",
            {
                "offence": [code.value for code in codes("offences").codes],
                "label": [code.label for code in codes("offences").codes],
                "iccs": [code.extra["iccs"] for code in codes("offences").codes],
                "uncac": [code.extra["uncac"] for code in codes("offences").codes],
            },
        )
        accused = r.integers(0, len(self.people), len(cases))
        countries, statuses = self.code("countries", len(cases)), self.code("charge_status", len(cases))
        first = self.days(len(cases))
        yield (
            "cases",
            {
                "case_id": cases,
                "name": self.names[accused],
                "person_id": self.people[accused],
                "organization_id": nothing,
                "country": countries,
                "court_id": self.some(self.organizations[r.integers(0, len(self.organizations), len(cases))]),
                "status": statuses,
                "first_date": first.astype(str),
                "last_date": (first + 400).astype(str),
            },
        )
        office = r.integers(0, len(self.organizations), n)
        holder = r.integers(0, len(self.people), n)
        yield (
            "roles",
            {
                "role_id": self.keys("r", n),
                "person_id": self.people[holder],
                "person": self.names[holder],
                "title": r.choice(np.char.add(self.named(2_000, 1), " officer"), n),
                "kind": self.code("role_kinds", n),
                "organization_id": self.organizations[office],
                "organization": self.bodies[office],
                "country": self.some(self.code("countries", n)),
                "is_former": r.random(n) < 0.2,
            },
        )
        case = np.repeat(np.arange(len(cases)), 2)
        party = accused[case]
        offence, status = self.code("offences", n), self.code("charge_status", n)
        yield (
            "charges",
            {
                "charge_id": charges,
                "case_id": cases[case],
                "person_id": self.people[party],
                "organization_id": nothing,
                "party": self.names[party],
                "offence": offence,
                "conspiracy": r.random(n) < 0.2,
                "status": status,
                "country": countries[case],
            },
        )
        document = r.integers(0, len(self.documents), n)
        said = self.some(r.choice(self.named(20_000, 2), n))
        dates = self.some(self.days(n).astype(str))
        histories = self.keys("h", n)
        yield (
            "charge_history",
            {
                "charge_history_id": histories,
                "charge_id": charges,
                "status": status,
                "date": dates,
                "asserted_by": said,
                "document_id": self.documents[document],
            },
        )
        labels = {code.value: code.label for code in codes("offences").codes}
        quotes = np.char.add(np.char.add(self.names[party], " was charged with "), offence)
        yield (
            "findings",
            {
                "party": self.names[party],
                "party_kind": "person",
                "offence": [labels[value] for value in offence.tolist()],
                "conspiracy": False,
                "status": status,
                "status_date": dates,
                "asserted_by": said,
                "country": countries[case],
                "case_id": cases[case],
                "charge_id": charges,
                "quote": quotes,
                "document_id": self.documents[document],
                "title": "A report",
                "publisher": "A paper",
                "published": self.published[document],
            },
        )
        sentenced = r.integers(0, n, n // 4)
        yield (
            "penalties",
            {
                "penalty_id": self.keys("n", n // 4),
                "case_id": cases[case[sentenced]],
                "person_id": self.people[party[sentenced]],
                "party": self.names[party[sentenced]],
                "kind": self.code("penalty_kinds", n // 4),
                "basis": self.code("penalty_basis", n // 4),
                "months": r.integers(1, 300, n // 4).astype(float),
                "life": r.random(n // 4) < 0.01,
            },
        )
        named = r.integers(0, n, n)
        value = np.round(10 ** r.uniform(2, 9, n), -2)
        where = r.integers(0, len(self.documents), n)
        yield (
            "amounts",
            {
                "amount_id": amounts,
                "document_id": self.documents[where],
                "text": np.char.add("$", value.astype(np.int64).astype(str)),
                "value": value,
                "currency": self.code("currencies", n),
                "qualifier": self.code("amount_qualifiers", n),
                "kind": self.code("amount_kinds", n),
                "person_id": self.people[party[named]],
                "party": self.names[party[named]],
                "case_id": cases[case[named]],
            },
        )
        yield (
            "evidence",
            {
                "evidence_id": self.keys("e", 3 * n),
                "table_name": np.repeat(["charges", "charge_history", "amounts"], n),
                "row_id": np.concatenate([charges, histories, amounts]),
                "document_id": self.documents[np.concatenate([document, document, where])],
                "start": 10,
                "end": 60,
                "quote": np.concatenate([quotes, quotes, np.char.add("took a sum, said ", self.names[party[named]])]),
                "sentence": "The court heard on Monday what the inquiry had found out.",
                "method": "made",
            },
        )


def make(folder: Path, rows: int) -> Path:
    """A build of made rows."""
    version = Version("0" * 16, "0.0.0")
    (folder / "parquet").mkdir(parents=True)
    made = itertools.chain(Maker(rows).tables(), ((table, {}) for table in ("texts", "dates", "corrections")))
    for table, columns in made:
        _write(folder / "parquet", table, columns, version)
    build_sqlite(folder / "parquet", folder / "cases.db")
    write_datapackage(folder, version)
    return folder


def _write(folder: Path, table: str, columns: Columns, version: Version) -> None:
    schema = arrow_schema(table, version)
    count = max((len(values) for values in columns.values() if _is_many(values)), default=0)
    arrays = [_array(columns.get(field.name), field.type, count) for field in schema]
    content = pa.Table.from_arrays(arrays, schema=schema)
    pq.write_table(content, folder / f"{table}.parquet", row_group_size=20_000, compression="zstd")


def _is_many(values: Any) -> bool:
    return not isinstance(values, str | int | bool | None)


def _array(values: Any, kind: pa.DataType, count: int) -> pa.Array:
    if not _is_many(values):
        return pa.repeat(pa.scalar(values, kind), count)
    if isinstance(values, np.ndarray) and values.dtype.kind == "U":
        return pa.array(values.tolist()).cast(kind)
    return pa.array(values, kind)
