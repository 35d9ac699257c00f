"""The products of a build: equal bytes for equal rows, a database to search, a valid descriptor, an exchange."""

import errno
import fcntl
import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from made import VERSION
from porto_verde import ANA, HALDEN, made_rows, make_build

from cases.errors import CasesError
from cases.publish import exchange
from cases.publish.datapackage import describe
from cases.publish.exchange import recover, staged
from cases.publish.parquet import ParquetWriter
from cases.publish.report import write_report
from cases.publish.sqlite import build_sqlite
from cases.records import Rejection
from cases.schema import TABLES, SchemaError, Version


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.parquet")}


def people(count: int) -> list[dict[str, object]]:
    row = made_rows()["people"][0]
    return [row | {"person_id": f"p{number:012x}", "name": f"Person {number}"} for number in range(count)]


# Parquet


def test_the_bytes_do_not_depend_on_the_batches(tmp_path: Path) -> None:
    rows = people(45_001)
    for name, size in (("one", 45_001), ("many", 7_000), ("few", 20_000)):
        with ParquetWriter(tmp_path / name, VERSION) as writer:
            for start in range(0, len(rows), size):
                writer.write("people", rows[start : start + size])
        assert writer.counts["people"] == 45_001
    assert contents(tmp_path / "one") == contents(tmp_path / "many") == contents(tmp_path / "few")
    assert pq.read_metadata(tmp_path / "one" / "people.parquet").num_row_groups == 3


def test_every_table_has_a_file(tmp_path: Path) -> None:
    with ParquetWriter(tmp_path, VERSION):
        pass
    assert {path.stem for path in tmp_path.iterdir()} == set(TABLES)
    assert pq.read_table(tmp_path / "roles.parquet").num_rows == 0


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    rows = made_rows()
    build = make_build(tmp_path, rows)
    for table in TABLES:
        assert pq.read_table(build / "parquet" / f"{table}.parquet").to_pylist() == rows[table]


def test_versions_stand_in_the_file(tmp_path: Path) -> None:
    metadata = pq.read_schema(make_build(tmp_path) / "parquet" / "cases.parquet").metadata
    assert (metadata[b"data_version"], metadata[b"code_version"]) == (b"0123456789abcdef", b"1.2.3")


def test_wrong_rows_stop_the_writer(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="undeclared"), ParquetWriter(tmp_path) as writer:
        writer.write("people", [{"name": "Ana"}])


# SQLite


def select(build: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(build / "cases.db")) as database:
        return database.execute(query, values).fetchall()


def test_the_database_has_the_same_rows(tmp_path: Path) -> None:
    rows = made_rows()
    build = make_build(tmp_path, rows)
    for table in TABLES:
        assert select(build, f"SELECT count(*) FROM {table}") == [(len(rows[table]),)]
    assert select(build, "SELECT name, aliases, age_on, is_accused FROM people WHERE person_id = ?", ANA) == [
        ("Ana Férrol", '["Férrol"]', "2021-03-04", 1)
    ]


@pytest.mark.parametrize(
    ("table", "words", "count"),
    [
        ("people", "ferrol", 1),
        ("people", "FÉRROL", 1),
        ("organizations", "halden", 1),
        ("texts", "ferrol bribery", 1),
        ("evidence", "ferrol", 12),  # all but the one of "She faces"
        ("documents", "mayor", 1),
        ("findings", "bribery", 1),
        ("people", "nobody", 0),
    ],
)
def test_full_text_search(tmp_path: Path, table: str, words: str, count: int) -> None:
    query = f"SELECT count(*) FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
    assert select(make_build(tmp_path), query, words) == [(count,)]


def test_the_database_is_strict_indexed_and_analysed(tmp_path: Path) -> None:
    build = make_build(tmp_path)
    strict = dict(select(build, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
    assert all(strict[table] == 1 for table in TABLES)
    indices = {name for (name,) in select(build, "SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"charges_case_id", "charges_status", "evidence_row_id", "dates_document_id"} <= indices
    assert select(build, "SELECT count(*) > 0 FROM sqlite_stat1") == [(1,)]
    assert select(build, "PRAGMA integrity_check") == [("ok",)]


def test_a_broken_reference_stops_the_database(tmp_path: Path) -> None:
    rows = made_rows()
    rows["people"].pop(0)
    with pytest.raises(CasesError, match="points to no row of people"):
        make_build(tmp_path, rows)


@pytest.mark.parametrize(
    ("table", "change", "rule"),
    [
        ("charges", {"status": "hanged"}, r'"status" IN \('),
        ("people", {"name": ""}, r'length\("name"\) >= 1'),
        ("people", {"age": 131}, '"age" <= 130'),
        ("charges", {"organization_id": "o000000000001"}, r'"organization_id" IS NOT NULL\) = 1'),
    ],
)
def test_a_broken_rule_stops_the_database(tmp_path: Path, table: str, change: dict[str, object], rule: str) -> None:
    rows = made_rows()
    rows[table][0] = dict(rows[table][0]) | change
    with pytest.raises(CasesError, match=rf"{table}.parquet: a row of {table} breaks a rule: .*{rule}"):
        make_build(tmp_path, rows)


def test_a_key_that_two_rows_have_stops_the_database(tmp_path: Path) -> None:
    rows = made_rows()
    rows["people"].append(rows["people"][0])
    with pytest.raises(CasesError, match=r"people.parquet: a row of people breaks a rule: UNIQUE"):
        make_build(tmp_path, rows)


def test_the_finished_database_checks_what_is_written_to_it(tmp_path: Path) -> None:
    with closing(sqlite3.connect(make_build(tmp_path) / "cases.db")) as database:
        for change in ("charges SET status = 'hanged'", "people SET name = ''", "people SET age = 131"):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(f"UPDATE {change}")


# The descriptor and the report


def test_the_descriptor_is_valid_and_equal_for_equal_builds(tmp_path: Path) -> None:
    build = make_build(tmp_path / "a")
    report = Package.validate_descriptor(str(build / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    descriptor = json.loads((build / "datapackage.json").read_text())
    assert descriptor["version"] == "1.2.3+0123456789abcdef"
    assert {resource["name"] for resource in descriptor["resources"]} == {*TABLES, "database"}
    parquet = describe(make_build(tmp_path / "b"), VERSION)["resources"][:-1]
    assert parquet == descriptor["resources"][:-1]


def test_the_report(tmp_path: Path) -> None:
    write_report(
        tmp_path / "report.json",
        documents=2,
        undated=1,
        rejected=[Rejection("a.pdf", "is encrypted", "save it without a password", traceback="long")],
        skipped={"other suffix": 2},
        tables={"people": 3},
        timings={"extraction": 0.12345},
        versions={"data": "d", "code": "c"},
    )
    assert json.loads((tmp_path / "report.json").read_text()) == {
        "documents": 2,
        "undated": 1,
        "rejected": [
            {
                "path": "a.pdf",
                "place": None,
                "reason": "is encrypted",
                "remedy": "save it without a password",
                "traceback": "long",
            }
        ],
        "skipped": {"other suffix": 2},
        "tables": {"people": 3},
        "timings": {"extraction": 0.123},
        "versions": {"data": "d", "code": "c"},
    }


# The exchange


def publish(build: Path, version: str) -> None:
    with staged(build) as folder:
        make_build(folder, version=Version(version, "1"))


def version_of(build: Path) -> str:
    return str(json.loads((build / "datapackage.json").read_text())["version"])


def litter(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in ("build", ".build.lock"))


@pytest.fixture(params=["one step", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "_rename_exchange", lambda first, second: False)


@pytest.mark.usefixtures("either_way")
def test_a_new_build_takes_the_place_of_the_old(tmp_path: Path) -> None:
    build = tmp_path / "build"
    for version in ("a", "b"):
        publish(build, version)
        assert version_of(build) == f"1+{version}"
        assert litter(tmp_path) == []


@pytest.mark.usefixtures("either_way")
def test_a_failure_leaves_the_old_build(tmp_path: Path) -> None:
    build = tmp_path / "build"
    publish(build, "a")
    with pytest.raises(ZeroDivisionError), staged(build) as folder:
        (folder / "half").write_text("made")
        raise ZeroDivisionError
    assert version_of(build) == "1+a"
    assert litter(tmp_path) == []


def test_an_old_build_is_put_back_if_it_is_all_there_is(tmp_path: Path) -> None:
    build = tmp_path / "build"
    publish(build, "a")
    build.rename(tmp_path / ".build.old-1")
    recover(build)
    assert version_of(build) == "1+a"
    recover(build)
    assert version_of(build) == "1+a"


def test_a_failed_second_rename_puts_the_old_build_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = tmp_path / "build"
    publish(build, "a")
    monkeypatch.setattr(exchange, "_rename_exchange", lambda first, second: False)
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if ".tmp-" in path.name:
            raise OSError(errno.EIO, "broken")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="broken"):
        publish(build, "b")
    assert version_of(build) == "1+a"


def test_litter_of_a_killed_run_is_removed(tmp_path: Path) -> None:
    for name in (".build.tmp-1", ".build.old-2"):
        make_build(tmp_path / name)
    publish(tmp_path / "build", "a")
    assert version_of(tmp_path / "build") == "1+a"
    assert litter(tmp_path) == []


def test_litter_of_a_run_killed_after_the_exchange(tmp_path: Path) -> None:
    build = tmp_path / "build"
    code = (
        "import os, sys; from pathlib import Path; from porto_verde import make_build; import shutil\n"
        "from cases.publish.exchange import staged\n"
        "with staged(Path(sys.argv[1])) as folder:\n"
        "    make_build(folder)\n"
        "    os._exit(9)\n"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(exchange.__file__).parents[2])])
    done = subprocess.run([sys.executable, "-c", code, build], env=os.environ | {"PYTHONPATH": paths}, check=False)
    assert done.returncode == 9
    assert not build.exists()
    assert len(litter(tmp_path)) == 1
    publish(build, "b")
    assert litter(tmp_path) == []


@pytest.mark.parametrize("kind", ["folder", "file", "other package"])
def test_what_is_no_build_is_not_replaced(tmp_path: Path, kind: str) -> None:
    build = tmp_path / "build"
    if kind == "file":
        build.write_text("mine")
    else:
        build.mkdir()
        (build / ("datapackage.json" if kind == "other package" else "thesis.txt")).write_text('{"name": "other"}')
    with pytest.raises(CasesError, match="holds something that is no build of ours"):
        publish(build, "a")
    assert litter(tmp_path) == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    publish(tmp_path / "build", "a")
    assert version_of(tmp_path / "build") == "1+a"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "disk" / "real")
    publish(tmp_path / "build", "a")
    assert (tmp_path / "build").is_symlink()
    assert version_of(tmp_path / "disk" / "real") == "1+a"


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    build = tmp_path / "build"
    waits = []
    with (tmp_path / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        def on_wait() -> None:
            waits.append(time.monotonic())
            fcntl.flock(lock, fcntl.LOCK_UN)

        with staged(build, on_wait) as folder:
            make_build(folder)
    assert len(waits) == 1
    assert build.is_dir()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_one_clear_error(tmp_path: Path, code: int) -> None:
    with pytest.raises(CasesError, match="the disk is full; make room"), staged(tmp_path / "build"):
        raise OSError(code, os.strerror(code))
    assert litter(tmp_path) == []


def test_a_full_disk_under_the_database(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="the disk is full"), staged(tmp_path / "build"):
        raise sqlite3.OperationalError("database or disk is full")


def test_a_closed_folder_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", closed)
    with pytest.raises(CasesError, match="cannot be written"), staged(tmp_path / "build"):
        pass


def test_an_error_that_is_not_about_the_place_passes(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), staged(tmp_path / "build"):
        raise PermissionError(errno.EACCES, "Permission denied", "/elsewhere/raw.txt")


def test_dates_without_a_clock(tmp_path: Path) -> None:
    build = make_build(tmp_path)
    today = date.today().isoformat().encode()
    assert not any(today in path.read_bytes() for path in (build / "parquet").iterdir())
    build_sqlite(build / "parquet", tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == (build / "cases.db").read_bytes()


def test_summaries_keep_the_answers_to_long_questions(tmp_path: Path) -> None:
    """One bribe of at least 40,000 dollars and one fine of two million euros; one speaker of one charge."""
    with closing(sqlite3.connect(make_build(tmp_path / "build") / "cases.db")) as connection:
        sums = connection.execute("select * from summary_sums_by_kind order by rowid").fetchall()
        speakers = connection.execute("select * from summary_who_accuses").fetchall()
        still_open = connection.execute("select party, last_report from summary_open_charges").fetchall()
    assert sums == [("bribe", "USD", "at_least", 1, 1, 40_000.0), ("fine", "EUR", "exact", 1, 1, 2_000_000.0)]
    assert speakers == [("prosecutor Luis Brandt", 1, 1, 1)]
    assert still_open == [("Ana Férrol", "2021-03-04")]  # published; the charge is of the day before


@pytest.mark.parametrize(
    ("first", "second", "status", "disagree"),
    [
        (["convicted"], ["acquitted"], "acquitted", True),
        (["dismissed"], ["pleaded_guilty"], "pleaded_guilty", True),
        (["charged"], ["acquitted"], "acquitted", False),
        (["convicted"], ["convicted", "acquitted"], "convicted", False),  # Some counts ended so, some so.
        (["convicted"], ["convicted", "acquitted"], "acquitted", True),  # The conviction was overturned.
        (["charged"], ["convicted", "acquitted"], "convicted", False),
    ],
)
def test_documents_disagree_where_one_tells_another_end(
    tmp_path: Path, first: list[str], second: list[str], status: str, disagree: bool
) -> None:
    rows = made_rows()
    rows["documents"].append(rows["documents"][0] | {"document_id": "b"})
    rows["charges"][0]["status"] = status
    told = [("porto-verde", one) for one in first] + [("b", one) for one in second]
    rows["charge_history"] = [
        rows["charge_history"][0] | {"charge_history_id": f"h{number:012x}", "document_id": document, "status": one}
        for number, (document, one) in enumerate(told)
    ]
    with closing(sqlite3.connect(make_build(tmp_path / "build", rows) / "cases.db")) as connection:
        found = connection.execute("select reported from summary_conflicts").fetchall()
    assert len(found) == (len(told) if disagree else 0)


@pytest.mark.parametrize(
    ("covers", "office", "business", "told"),
    [
        ("an office of a country", {"title": "mayor", "country": "NO"}, {"title": "owner"}, True),
        ("an office of nothing known", {"title": "vice president"}, {"title": "owner"}, False),
        (
            "an office of a company",
            {"title": "mayor", "country": "NO", "organization_id": HALDEN},
            {"title": "owner"},
            False,
        ),
        ("one position, told twice", {"title": "head", "country": "NO"}, {"title": "Head of sales"}, False),
    ],
)
def test_who_went_from_office_into_business(
    tmp_path: Path, covers: str, office: dict[str, str], business: dict[str, str], told: bool
) -> None:
    rows = made_rows()
    mayor = rows["roles"][0]
    other = {"role_id": "r00000000000f", "kind": "private_office", "country": None, "organization_id": None}
    rows["roles"] = [mayor | office, mayor | other | business]
    with closing(sqlite3.connect(make_build(tmp_path / "build", rows) / "cases.db")) as connection:
        found = connection.execute("select person, public_office, business_position from summary_revolving_doors")
        assert found.fetchall() == [("Ana Férrol", office["title"], business["title"])] * told, covers
