"""Taking files away: whole, in part, and nothing that is not on the list."""

import hashlib
import json
from pathlib import Path

import pytest
from asking import Site, words

from cases.schema import TABLES
from cases.site.downloads import NAMES, byte_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("bytes=0-3", (0, 4)),
        ("bytes=4-", (4, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=-30", (0, 10)),
        ("bytes=8-99", (8, 10)),
        ("bytes=10-", False),
        ("bytes=-0", False),
        ("bytes=5-2", None),  # No range by the standard: the whole file answers it.
        ("bytes=0-1,4-5", None),
        ("lines=1-2", None),
        ("bytes=-", None),
        ("bytes=²-", None),
    ],
)
def test_ranges(header: str | None, expected: object) -> None:
    assert byte_range(header, 10) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_file_comes_whole_and_in_part(site: Site, name: str) -> None:
    content = (site.build / name).read_bytes()
    whole = site.get(f"/download/{name}")
    assert (whole.status_code, whole.content) == (200, content)
    head = site.get(f"/download/{name}", method="HEAD")
    assert (head.content, head.headers["content-length"], head.headers["accept-ranges"]) == (
        b"",
        str(len(content)),
        "bytes",
    )
    tail = site.get(f"/download/{name}", Range="bytes=-8")
    assert (tail.status_code, tail.content) == (206, content[-8:])
    assert tail.headers["content-range"] == f"bytes {len(content) - 8}-{len(content) - 1}/{len(content)}"
    assert site.get(f"/download/{name}", Range=f"bytes={len(content)}-").status_code == 416


@pytest.mark.parametrize("name", ["parquet/none.parquet", "report.json", "/etc/passwd", "cases.db/x"])
def test_nothing_else_comes(site: Site, name: str) -> None:
    assert site.get(f"/download/{name}").status_code == 404


def test_nothing_is_taken_in(site: Site) -> None:
    assert site.get("/download/cases.db", method="DELETE").status_code == 405


def test_the_list_tells_rows_and_checksums(site: Site) -> None:
    lines = site.page("/download").xpath("//tbody/tr")
    assert len(lines) == len(TABLES) + 2
    for line in lines:
        path: Path = site.build / line.xpath(".//a")[0].text
        if path.suffix == ".parquet":
            assert words(line[3]) == hashlib.sha256(path.read_bytes()).hexdigest()
    counts = {line.xpath(".//a")[0].text: words(line[1]) for line in lines}
    assert (counts["parquet/people.parquet"], counts["parquet/evidence.parquet"], counts["cases.db"]) == ("2", "13", "")


def test_the_descriptor_is_the_one_of_the_build(site: Site) -> None:
    assert site.get("/download/datapackage.json").json() == json.loads((site.build / "datapackage.json").read_text())
