"""A withheld name is in nothing that is made of a build: files, index tables, exports, pages, diff, cache."""

import html
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pyarrow.parquet as pq
import pytest
from asking import Site
from typer.testing import CliRunner

from cases import TABLES, open_build
from cases.cli import app
from cases.covering import folded
from cases.exports import FORMS
from cases.pipeline import build
from cases.site import register_routes
from cases.site.queries import queries

TEXTS = {
    "marta-kowalska-charged": (
        "Prosecutors in Texas charged Marta Kowalska, also known as “La Zorra”, with bribery on Monday. Kowalska "
        "denied it.\n\nMARTA KOWALSKA’S LAWYER, John Carter, said: “Ms. Kowalska is innocent. La Zorra is a name of "
        "the press.” "
        "Marta\nKowalska’s brother called Marta  \n   Kowalska honest, and Kowal-\nska’s firm paid. "
        "The Kowalska Trust, a charity, was fined $2 million. The Kowalskas’ house, the KOWALSKAS’ farm, Kowalska-run "
        "shops and Márta KOWALSKÁ’s car were searched. #FreeKowalska and #JusticeForMartaKowalska were read on "
        "https://news.example/exmayormartakowalska, www.mykowalska.example and "
        "https://n.example/?q=M%C3%A1rta%20Kowalsk%C3%A1; "
        "write to marta@town.example. Marta Kowalska, also known as Maria Wolska, wept. Wolska paid $70,000 in bribes. "
        "A judge in Texas sentenced Robert Smith to 24 months in prison for fraud."
    ),
    "kowalska-2-trial": "Robert Smith was convicted of theft in 2019. MARTA KOWALSKA, whom he knew, was not accused.",
    "friends": (
        "Judge Anna Jones convicted Peter Miller of fraud on 4 March 2021. “Kowalska, Marta” stood in his list, said "
        "Jones. Miller also met Marta T. Kowalska, and wrote to marta.kowalska@firm.example and @MartaKowalska. "
        "See https://news.example/marta-kowalska?q=Marta%20Kowalska."
    ),
    "again": "Robert Smith was convicted of fraud in 2020. He had worked with MARTA KOWALSKA for years.",
    "_marta-kowalska": "skipped",
    "nothing": "Peter Miller was convicted of bribery in 2018.",
}
ABOUT = {
    "marta-kowalska-charged": (
        'title: "KOWALSKA’S fall: what is known of Marta Kowalska"\npublished: 2024-03-06\n'
        'url: "https://news.example/2024/marta-k%6Fwalska-charged?who=Marta+Kowalska"\n'
        'publisher: Marta Kowalska Watch\nauthor: Marta Kowalska\nlicense: CC0-1.0\n'
    ),
    "kowalska-2-trial": 'title: "martakowalska"\npublished: 2024-04-06\nlicense: CC0-1.0\n',
    "friends": "published: 2024-04-08\nlicense: CC0-1.0\n",
}  # fmt: skip
NAME = re.compile(r"wal-?\s*ska|\bmarta\b|zorra|wolska")
CORPUS = [
    {"id": "marta-kowalska-9", "text": "Peter Miller was convicted of theft. Marta Kowalska was not accused."},
    {"id": "plain", "title": "Márta Kowalská: a life", "text": "Robert Smith was convicted of theft in 2022."},
    {"id": "wrong", "text": "Robert Smith was convicted of theft in 2023.", "Marta Kowalska": 1},
]
PAGE = """<html><head><title>M&aacute;rta Kowalsk&aacute; and Robert Smith</title>
<meta name="author" content="M&aacute;rta Kowalsk&aacute;"></head><body><article><h1>Marta&nbsp;Kowalska</h1>
<p>Robert Smith was convicted of fraud in 2011, and <b>Mar</b>ta <i>Kowal</i>ska paid for it, said a court in Texas.</p>
<p>He was sentenced to 24 months in prison. The court said that he had taken a bribe of $2 million, and that nobody
else was involved in the scheme that began in 2010 and ended in 2011.</p></article></body></html>"""
CORRECTION = """- {{table: charges, row: {}, column: statute, old: null, new: § 3 of the Marta Kowalska Act,
   reason: Kowalska’s lawyer wrote, author: Marta Kowalska, date: 2024-05-01}}"""
REJECTED = {"marta-kowalska-2.txt": b"\x00\x01\x02", "marta-kowalska-3.yaml": b"title: [Marta Kowalska"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds with the name into ``old``, and over it and into ``build`` without."""
    place = tmp_path_factory.mktemp("place")
    raw = place / "raw"
    raw.mkdir()
    for name, text in TEXTS.items():
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, text in ABOUT.items():
        (raw / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, data in REJECTED.items():
        (raw / name).write_bytes(data)
    (raw / "marta-kowalska-3.txt").write_text("Robert Smith was convicted of fraud.", encoding="utf-8")
    (raw / "kowalska, marta").mkdir()
    (raw / "kowalska, marta" / "mayor.html").write_text(PAGE, encoding="utf-8")
    (raw / "marta-kowalska.jsonl").write_text("\n".join(map(json.dumps, CORPUS)), encoding="utf-8")
    build([raw], place / "old", workers=1)
    (raw / "gone.txt").write_text("Marta Kowalska was fined $300 in 2011.", encoding="utf-8")
    build([raw], place / "build", workers=1)
    (raw / "gone.txt").unlink()
    people = open_build(place / "old").load("people", engine="arrow").to_pylist()
    [person] = [row["person_id"] for row in people if "Kowalska" in row["name"]]
    findings = open_build(place / "old").load("findings", engine="arrow").to_pylist()
    [theft] = [row["charge_id"] for row in findings if row["document_id"] == "kowalska-2-trial"]
    (place / "corrections.yaml").write_text(CORRECTION.format(theft), encoding="utf-8")
    (place / "suppressed.yaml").write_text(
        f"- person: {person}\n  also: [La Zorra]\n  reason: asked for\n", encoding="utf-8"
    )
    build([raw], place / "build", workers=1)
    return place


def _leaks(parts: Mapping[str, str]) -> dict[str, list[str]]:
    """What is left of the name in each text, with the characters around it."""
    found = {}
    for where, text in parts.items():
        plain = folded(html.unescape(re.sub(r"\\u([0-9a-fA-F]{4})", _char, unquote(text))))
        if hits := [plain[max(m.start() - 30, 0) : m.end() + 10] for m in NAME.finditer(plain)]:
            found[where] = hits
    return found


def _char(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _files(folder: Path) -> dict[str, str]:
    """The files below a folder: their names and their bytes as text, archives opened."""
    parts = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        parts[f"{name} (its name)"] = name
        if path.is_file():
            parts[name] = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                parts |= {f"{name}/{one}": archive.read(one).decode("utf-8", "replace") for one in archive.namelist()}
        if path.suffix == ".parquet":
            parts[f"{name} (rows)"] = str(pq.read_table(path).to_pylist())
            parts[f"{name} (metadata)"] = str(pq.read_metadata(path).to_dict()) + str(pq.read_schema(path).metadata)
        if path.suffix == ".json":
            parts[f"{name} (decoded)"] = "\n".join(str(value) for value in _decoded(path.read_text("utf-8")))
    return parts


def _decoded(text: str) -> Iterator[Any]:
    """The JSON values of a file, one or one on each line."""
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        yield value
        text = text[end:]


def _database(path: Path) -> Iterator[tuple[str, str]]:
    """Every table of a database, those of the index too, and the words of each index."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        with closing(sqlite3.connect(path)) as source:
            source.backup(connection)
        for name, sql in connection.execute("select name, sql from sqlite_master where type = 'table'").fetchall():
            cells = [c for row in connection.execute(f'select * from "{name}"') for c in row]
            yield name, "\n".join(c.decode("utf-8", "replace") if isinstance(c, bytes) else str(c) for c in cells)
            if "using fts5" in sql.lower():
                connection.execute(f"create virtual table temp.words using fts5vocab(main, '{name}', 'row')")
                yield f"words of {name}", "\n".join(one for (one,) in connection.execute("select term from temp.words"))
                connection.execute("drop table temp.words")


def test_old_build_has_the_name(place: Path) -> None:
    leaks = _leaks(dict(_database(place / "old" / "cases.db")))
    assert {"documents", "texts", "people", "evidence"} <= leaks.keys()
    assert any(name.startswith("words of") for name in leaks)


def test_files_of_the_build(place: Path) -> None:
    assert _leaks(_files(place / "build")) == {}


def test_database(place: Path) -> None:
    assert _leaks(dict(_database(place / "build" / "cases.db"))) == {}


def test_cache_and_what_lies_about(place: Path) -> None:
    cache = _files(place / "build.cache")
    assert cache
    assert _leaks(cache) == {}
    left = {path for path in place.iterdir() if path.is_file() and path.suffix != ".yaml"}
    assert _leaks({path.name: path.read_text("utf-8") for path in left}) == {}
    assert {path.name for path in place.iterdir() if path.is_dir()} == {
        "raw",
        "old",
        "old.cache",
        "build",
        "build.cache",
    }


@pytest.mark.parametrize("form", list(FORMS))
def test_exports(place: Path, tmp_path: Path, form: str) -> None:
    done = CliRunner().invoke(app, ["export", form, str(place / "build"), "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert _leaks({"output": done.output, **_files(tmp_path)}) == {}


def _pages(build: Path) -> Iterator[str]:
    """Addresses of every kind: all things, tables, questions and downloads, and what machines ask for."""
    opened = open_build(build)
    yield from ("/", "/charts", "/find?q=kowalska", "/find?q=Smith", "/download", "/feed.atom", "/llms.txt")
    yield from ("/robots.txt", "/cases", "/cases.json", "/-/databases.json", "/-/metadata.json", "/reconcile")
    for table, column, page in (
        ("people", "person_id", "person"), ("organizations", "organization_id", "organization"),
        ("documents", "document_id", "document"), ("cases", "case_id", "case"),
    ):  # fmt: skip
        for key in (row[column] for row in opened.load(table, engine="arrow").to_pylist()):
            yield from (f"/{page}/{key}", f"/cases/{table}/{key}", f"/cases/{table}/{key}.json")
            if page in ("person", "organization"):
                yield from (f"/id/{key}", f"/reconcile/preview?id={key}")
    for table in TABLES:
        yield from (f"/cases/{table}{form}" for form in ("", ".json?_shape=array", ".csv?_size=max", ".parquet"))
        yield f"/cases/{table}?_search=kowalska"
        yield f"/download/parquet/{table}.parquet"
    yield from (f"/cases/{name}{form}" for name in queries() for form in ("", ".json", ".csv", ".parquet"))
    yield "/download/cases.db"
    for name in ("Marta Kowalska", "La Zorra", "Robert Smith"):
        yield f"/reconcile?queries={quote(json.dumps({'q0': {'query': name}}))}"
        yield f"/reconcile/suggest/entity?prefix={quote(name)}"
    yield from ("/reconcile/suggest/property?prefix=n", "/reconcile/properties?type=person")


def _shown(answer: Any, page: str) -> str:
    """What an answer says; Parquet files are opened, and the words that were searched for are left out."""
    if "parquet" in page:
        return str(pq.read_table(io.BytesIO(answer.content)).to_pylist())
    text = str(answer.content.decode("utf-8", "replace"))
    return text.replace("kowalska", "") if "=kowalska" in page else text


def test_pages(place: Path) -> None:
    site = Site(place / "build")
    pages = list(_pages(place / "build"))
    unasked = {route for route, _ in register_routes() if not any(re.match(route, p.partition("?")[0]) for p in pages)}
    assert unasked == set()
    answers = {page: site.get(page) for page in pages}
    refused = {page: answer.status_code for page, answer in answers.items() if answer.status_code not in (200, 302)}
    assert refused == {}
    assert _leaks({page: _shown(answer, page) for page, answer in answers.items() if answer.status_code == 200}) == {}


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_diff_from_the_build_with_the_name(place: Path, option: list[str]) -> None:
    done = CliRunner().invoke(app, ["diff", str(place / "old"), str(place / "build"), *option])
    assert done.exit_code == 0, done.output
    assert "█" in done.output
    assert _leaks({"output": done.output}) == {}
