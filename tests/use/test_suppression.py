"""Withheld names: in no file of a build, with every offset still right."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cases import open_build
from cases.amend import Suppression, Withheld
from cases.covering import cover_address, folded
from cases.errors import CasesError
from cases.pipeline import Report, build
from cases.records import Document
from cases.resolve import PersonRow, Resolution
from cases.terminal import show_report
from cases.validation import check_build

ZOE = PersonRow("p00000000000a", "Zoë Ruiz Núñez", ("Núñez", "“La Jefa”"), None, None, None)
RON = PersonRow("p00000000000b", "Ron Ito", ("Ito",), None, None, None)
RESOLVED = Resolution({("d-1", 0): ZOE.person_id, ("d-1", 1): RON.person_id, ("d-2", 0): RON.person_id}, {}, (ZOE, RON))
DOCUMENTS = [
    Document("d-1", "Zoë said it.", "d-1.txt", "f" * 64),
    Document("d-2", "Ron Ito said it.", "d-2.txt", "e" * 64),
    Document("d-3", "The list: Nunez, Zoe; Will Mai.", "d-3.txt", "d" * 64),
]


@pytest.fixture
def withheld() -> Suppression:
    return Suppression([Withheld(ZOE.person_id, ("Doña Zorra",))], RESOLVED, DOCUMENTS)


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("Zoë Ruiz Núñez denied it.", "d-2", "██████████████ denied it."),  # full name, anywhere
        ("ZOE RUIZ NUNEZ", "d-2", "██████████████"),  # capitals, no accents
        ("Zoe\u0308 Ruiz Nun\u0303ez", "d-2", "████████████████"),  # decomposed accents
        ("Zoë Núñez", "d-2", "█████████"),  # first and last word
        ("Núñez’s firm", "d-1", "█████’s firm"),  # surname in a document that names her
        ("Núñez’s firm", "d-2", "Núñez’s firm"),  # another Núñez
        ("Nuñezia, a town", "d-1", "Nuñezia, a town"),  # only whole words
        ("the boss, “La Jefa”", "d-2", "the boss, “███████”"),  # nickname
        ("Ron Ito of Zoe-Ruiz_Nunez", "d-2", "Ron Ito of ██████████████"),  # as in file names
        ("Zoë said that zoe is a word for life", "d-1", "███ said that zoe is a word for life"),  # given name
        ("Zoë said it", "d-2", "Zoë said it"),  # another Zoë
        ("Núñez, Zoë was on it, Ruiz Núñez too", "d-2", "██████████ was on it, ██████████ too"),  # as in a list
        ("Zoë T. Núñez or Zoë  \n  Núñez", "d-2", "████████████ or █████████████"),  # an initial; wide spaces
        ("Zoë Nú-\n ñez’s", "d-2", "████████████’s"),  # a word over two lines
        ("Zoë%20Núñez, zoenunez", "d-2", "███████████, ████████"),  # addresses in a text
        ("#FreeZoëNúñez, http://n.example/exzoenunez", "d-2", "#Free████████, http://n.example/ex████████"),  # glued
        ("@RealNuñez, zoe@n.example", "d-1", "@Real█████, ███@n.example"),  # a word alone, glued
        ("@RealNuñez", "d-2", "@RealNuñez"),  # another Núñez
        ("FreeNuñez and NuñezGate", "d-1", "Free█████ and █████Gate"),  # the same without their signs
        ("the Nuñezes, NÚÑEZ' or Núñezs", "d-1", "the ███████, █████' or ██████"),  # a family
        ("Jefa, said the jefa", "d-1", "████, said the jefa"),  # the last word of an alias
        ("the boss, doña zorra", "d-2", "the boss, ██████████"),  # what else she is called
        ("Nunez said it", "d-3", "█████ said it"),  # a document in which nobody found her
        ("🦀 Zoë\nRuiz Núñez", "d-2", "🦀 ██████████████"),  # over a line break, after a wide character
    ],
)
def test_every_form_is_covered(withheld: Suppression, text: str, document: str, expected: str) -> None:
    covered = withheld.mask(text, document)
    assert covered.replace("”█", "█") == expected or covered == expected
    assert len(covered) == len(text)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://n.example/zoe-ruiz-nunez-trial", "https://n.example/██████████████-trial"),
        ("https://n.example/zoeruiznunez2", "https://n.example/████████████2"),
        ("https://n.example/Zo%C3%AB%20Ruiz%20N%C3%BA%C3%B1ez?a=%20b", "https://n.example/" + "█" * 33 + "?a=%20b"),
        ("https://n.example/%FFzoeruiznunez", "https://n.example/%FF████████████"),
        ("https://n.example/a%20b", "https://n.example/a%20b"),
    ],
)
def test_addresses(withheld: Suppression, address: str, expected: str) -> None:
    assert cover_address(address, withheld._everywhere) == expected


def test_a_person_who_is_gone_stops_the_build() -> None:
    with pytest.raises(CasesError, match="p0 is no person of this build"):
        Suppression([Withheld("p0")], RESOLVED)


def test_a_second_person_of_a_shorter_name_is_told_and_keeps_no_given_name() -> None:
    short = PersonRow("p00000000000c", "Zoë Núñez Ruiz", (), None, None, None)  # in her own words another's name
    kin = PersonRow("p00000000000d", "Ana Ruiz Núñez", (), None, None, None)
    resolved = Resolution(
        {("d-1", 0): ZOE.person_id, ("d-1", 1): short.person_id, ("d-1", 2): kin.person_id}, {}, (ZOE, short, kin)
    )
    withheld = Suppression([Withheld(ZOE.person_id)], resolved, DOCUMENTS)
    assert withheld.akin == {short.person_id}
    assert withheld.mask("Zoë said it to Ana", "d-1") == "███ said it to Ana"
    assert not Suppression([], resolved, DOCUMENTS).akin


def test_the_build_tells_who_may_be_withheld_too(capsys: pytest.CaptureFixture[str]) -> None:
    show_report(Report(Path("build"), akin=["p00000000000c"]))
    assert "p00000000000c bears a form of a withheld name" in capsys.readouterr().err


TEXTS = {
    "maria-lopez-charged": (
        "Prosecutors charged Maria López with bribery on Monday. López denied it, and her lawyer, John Carter, said "
        "“Maria Lopez is innocent.” A judge in Texas sentenced Robert Smith to 24 months in prison for fraud."
    ),
    "other": "Robert Smith was convicted of fraud in 2020. He had worked with MARÍA LÓPEZ for years.",
}
ABOUT = """\
title: "LÓPEZ charged: what is known of Maria Lopez"
published: 2024-03-06
url: "https://news.example/2024/maria-l%C3%B3pez-charged"
"""


@pytest.fixture(scope="module")
def raw_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw = tmp_path_factory.mktemp("place") / "raw"
    raw.mkdir()
    for name, text in TEXTS.items():
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    (raw / "maria-lopez-charged.yaml").write_text(ABOUT, encoding="utf-8")
    return raw


@pytest.fixture(scope="module")
def withheld_build(raw_of_two: Path) -> Path:
    """Builds with the name, looks the person up, and builds again without it, into the same folder."""
    out = raw_of_two.parent / "build"
    build([raw_of_two], out, workers=1)
    people = open_build(out).load("people", engine="arrow").to_pylist()
    [person] = [row["person_id"] for row in people if row["name"] == "Maria López"]
    (raw_of_two.parent / "suppressed.yaml").write_text(f"- person: {person}\n  reason: asked for\n", encoding="utf-8")
    build([raw_of_two], out, workers=1)
    return out


def _content(folder: Path) -> str:
    """All that a build holds, decoded, less accents and capitals."""
    parts = [path.read_text(encoding="utf-8") for path in folder.glob("*.json")]
    for path in (folder / "parquet").iterdir():
        table = pq.read_table(path)
        parts += [str(table.to_pylist()), str(table.schema.metadata)]
    with closing(sqlite3.connect(folder / "cases.db")) as connection:
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            for member in connection.execute(f'select * from "{name}"'):
                parts += [v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in member]
    return folded("\n".join(parts))


def test_the_name_is_in_no_file(withheld_build: Path, raw_of_two: Path) -> None:
    content = _content(withheld_build)
    assert "smith" in content
    assert "lopez" not in content
    assert not re.search(r"\bmaria\b", content)  # there are the Northern Mariana Islands
    assert json.loads((withheld_build / "datapackage.json").read_text())["resources"]


def test_the_cache_forgets(withheld_build: Path) -> None:
    files = [path for path in (withheld_build.parent / "build.cache").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if re.search("L(ó|o)pez".encode(), path.read_bytes(), re.IGNORECASE)]


def test_offsets_still_hold(withheld_build: Path) -> None:
    assert check_build(withheld_build) == []
    texts = {row["text"] for row in open_build(withheld_build).load("texts", engine="arrow").to_pylist()}
    assert {len(text) for text in texts} == {len(text) for text in TEXTS.values()}


def test_the_person_stays_a_person_without_a_name(withheld_build: Path) -> None:
    opened = open_build(withheld_build)
    [person] = [r for r in opened.load("people", engine="arrow").to_pylist() if r["name"] == "[withheld]"]
    assert person["aliases"] == []
    assert set(opened.evidence_for(person["person_id"])["quote"]) <= {"███████████", "█████"}
    documents = opened.load("documents", engine="arrow").to_pylist()
    assert sorted(len(row["document_id"]) for row in documents) == [5, 16]
