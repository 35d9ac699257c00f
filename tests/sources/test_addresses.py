"""Sources at an address are read as those of a folder are, and a public build is copied to one."""

import gzip
import json
from pathlib import Path
from uuid import uuid4

import fsspec
import pytest
from made import rows, write_build

from cases import pipeline
from cases.errors import CasesError
from cases.publish.copy import copy_build
from cases.records import Rejection
from cases.sources import Item, Source, read, scan
from sources.made import PROSE

FILES = {
    "raw/a.txt": PROSE.encode(),
    "raw/a.yaml": b"title: Harbour\npublisher: The Quay\n",
    "raw/a-b/c.md": f"{PROSE}\n\nA second edition.".encode(),
    "raw/a/d.txt": b"",
    "raw/e.yaml": b"title: of nothing\n",
    "raw/.hidden/f.txt": PROSE.encode(),
    "raw/README.txt": b"no source",
    "raw/picture.png": b"no source",
    "raw/news.jsonl.gz": gzip.compress(
        b"".join(json.dumps({"id": f"n{n}", "text": f"{PROSE}\n\nEdition {n}."}).encode() + b"\n" for n in range(3))
    ),
}


@pytest.fixture
def address() -> str:
    """The files in memory, at an address of this test's own."""
    place = f"memory://{uuid4().hex}"
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe_file(f"{place}/{name}", data)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same files in a folder."""
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def told(items: list[Item]) -> list[object]:
    return [read(item) if isinstance(item, Source) else item for item in items]


def test_an_address_gives_what_a_folder_gives(address: str, folder: Path) -> None:
    found = told(list(scan([f"{address}/raw"])))
    assert found == told(list(scan([folder / "raw"])))
    assert [item.path for item in found if isinstance(item, Rejection)] == ["a/d.txt", "e.yaml"]
    assert len(found) == 10


def test_one_file_with_its_sidecar_and_one_corpus(address: str, folder: Path) -> None:
    for name in ("a.txt", "news.jsonl.gz"):
        assert told(list(scan([f"{address}/raw/{name}"]))) == told(list(scan([folder / "raw" / name])))


def test_an_address_inside_another_is_read_once(address: str) -> None:
    assert len(list(scan([f"{address}/raw/a.txt", f"{address}/raw/", f"{address}/raw"]))) == 10


def test_a_build_of_an_address_has_the_same_bytes(address: str, folder: Path, tmp_path: Path) -> None:
    there = pipeline.build([f"{address}/raw"], tmp_path / "there", workers=1, use_cache=False)
    pipeline.build([folder / "raw"], tmp_path / "here", workers=1, use_cache=False)
    for file in (tmp_path / "here" / "parquet").iterdir():
        assert (tmp_path / "there" / "parquet" / file.name).read_bytes() == file.read_bytes(), file.name
    assert there.documents == 5


def test_names_are_withheld_at_an_address_too(address: str, tmp_path: Path) -> None:
    fsspec.filesystem("memory").pipe_file(f"{address}/suppressed.yaml", b"- nobody\n")
    with pytest.raises(CasesError, match=r"suppressed\.yaml: entry 1: 'nobody' is no person id"):
        pipeline.build([f"{address}/raw"], tmp_path / "build", workers=1, use_cache=False)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("memory://is/not/there", "there is no such file or folder"),
        ("nosuch://bucket", "nosuch://bucket: cannot be reached: Protocol not known"),
    ],
)
def test_an_address_of_nothing_is_told_in_one_line(place: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(CasesError, match=said):
        pipeline.build([place], tmp_path / "build", workers=1, use_cache=False)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A finished build that may be passed on."""
    content = rows()
    for document in content["documents"]:
        document["redistributable"] = True
    return write_build(tmp_path / "public", content)


def test_a_public_build_is_copied_descriptor_last(public: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (public / "report.json").write_text("{}")
    put: list[str] = []
    system = fsspec.filesystem("memory")
    whole = type(system).put_file

    def noted(self, lpath, rpath, **options):  # type: ignore[no-untyped-def]
        assert not self.exists(f"{address}/out/datapackage.json")
        put.append(rpath)
        return whole(self, lpath, rpath, **options)

    monkeypatch.setattr(type(system), "put_file", noted)
    system.pipe_file(f"{address}/out/datapackage.json", b"an older one")
    written = copy_build(public, f"{address}/out")
    assert put[-1].endswith("/out/datapackage.json")
    assert written[-1] == "datapackage.json"
    assert "report.json" not in written
    for file in written:
        assert system.cat_file(f"{address}/out/{file}") == (public / file).read_bytes()


def test_a_build_that_is_not_public_stays(tmp_path: Path, address: str) -> None:
    content = rows()
    for document in content["documents"]:
        document["redistributable"] = False
    build = write_build(tmp_path / "closed", content)
    with pytest.raises(CasesError, match="holds texts that may not be passed on; make it with: cases build --public"):
        copy_build(build, f"{address}/out")
    assert not fsspec.filesystem("memory").exists(f"{address}/out")


def test_a_build_that_is_not_whole_stays(public: Path, address: str) -> None:
    (public / "parquet" / "roles.parquet").write_bytes(b"cut off")
    with pytest.raises(CasesError, match="is no finished build: the file was changed"):
        copy_build(public, f"{address}/out")
