"""Documents that want to do harm: every page answers, and nothing of theirs becomes a tag, an address or a script."""

from pathlib import Path

import pytest
from asking import Site
from hostile import HOSTILE, hostile_build, pages


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(hostile_build(tmp_path_factory.mktemp("hostile") / "build"))


@pytest.mark.parametrize("path", pages())
def test_a_page_answers_and_holds_no_foreign_tag(hostile: Site, path: str) -> None:
    page = hostile.page(path)
    assert not page.xpath("//*[@onerror or @onload]")
    assert not page.xpath("//img[@src='x']")
    assert "window.hurt" not in "".join(page.xpath("//script/text()"))
    for address in page.xpath("//@href | //@src | //@action"):
        assert not address.strip().lower().startswith(("javascript:", "//", "data:")), address


def test_the_words_arrive_unchanged(hostile: Site) -> None:
    for number, text in enumerate(HOSTILE):
        heading = hostile.page(f"/person/p{number:012x}").xpath("//h1")[0].text_content()
        assert heading.replace("\x07", "") == text.replace("\x07", "")  # The parser of this test drops it.


def test_a_table_is_still_there(hostile: Site) -> None:
    assert len(hostile.get("/cases/people.json?_shape=array").json()) == len(HOSTILE)
    assert Path(hostile.build / "cases.db").is_file()
