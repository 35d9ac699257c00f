"""The page of a document: its text unchanged, every span marked, every row beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from asking import Site, words
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement
from porto_verde import CHARGE, TEXT, key, made_rows

from cases.site.marking import Span, marked, spans


def test_the_text_is_whole_and_every_span_marked(site: Site) -> None:
    page = site.page("/document/porto-verde")
    assert page.find_class("document")[0].text_content() == TEXT
    for row in made_rows()["evidence"]:
        assert page.get_element_by_id(f"e-{row['evidence_id']}").tag == "mark"
        assert _marked_words(page, f"e-{row['evidence_id']}") == row["quote"]


def test_rows_and_places_point_to_each_other(site: Site) -> None:
    page = site.page("/document/porto-verde")
    entry = page.get_element_by_id(f"r-{CHARGE}")
    assert "Ana Férrol was charged with bribery (not proven)" in words(entry)
    place = entry.find_class("places")[0][0]
    assert _marked_words(page, place.get("href").removeprefix("#")) == "was charged with bribery"
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    inner = {link.get("href") for link in page.iter("a") if (link.get("href") or "").startswith("#")}
    assert {f"#{name}" for name in ids} >= inner


def test_a_text_that_may_not_be_shown_leaves_its_quotes(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    rows["texts"] = []
    rows["documents"][0]["redistributable"] = False
    page = site_of(rows).page("/document/porto-verde")
    assert page.get_element_by_id(f"e-{key('evidence', 6)}").text_content() == "was charged with bribery"
    assert "in jail." not in words(page)


def test_an_unknown_document_is_not_found(site: Site) -> None:
    assert site.get("/document/nowhere").status_code == 404


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([(0, 2)], "[ab]cdef"),
        ([(0, 4), (1, 2)], "[a[b]cd]ef"),
        ([(0, 3), (0, 3)], "[[abc]]def"),
        ([(0, 3), (3, 6)], "[abc][def]"),
        ([(0, 3), (2, 5)], "[ab][[c]de]f"),  # Crossing marks: the first is cut and goes on inside the second.
    ],
)
def test_marks_nest(places: list[tuple[int, int]], shown: str) -> None:
    pieces = marked("abcdef", _spans(places))
    assert "".join({"open": "[", "close": "]", "text": piece.text}[piece.kind] for piece in pieces) == shown


@given(st.text(min_size=1, max_size=12), st.data())
def test_any_spans_keep_the_text_and_open_once(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    places = data.draw(st.lists(st.tuples(place, place).filter(lambda pair: pair[0] < pair[1]), max_size=6))
    depth, opened, covered = [], set(), {}
    at = 0
    for piece in marked(text, _spans(places)):
        if piece.kind == "open":
            assert piece.span is not None
            depth.append(piece.span)
            assert piece.first == (piece.span not in opened)
            opened.add(piece.span)
        elif piece.kind == "close":
            depth.pop()
        else:
            assert text[at : at + len(piece.text)] == piece.text
            for one in depth:
                covered.setdefault(one, []).extend(range(at, at + len(piece.text)))
            at += len(piece.text)
    assert (at, depth) == (len(text), [])
    assert covered == {span: list(range(span.start, span.end)) for span in _spans(places)}


def _marked_words(page: HtmlElement, name: str) -> str:
    # A mark that another one crosses goes on in pieces.
    rest = page.xpath(f"//mark[@data-of='{name}']")
    return "".join(piece.text_content() for piece in [page.get_element_by_id(name), *rest])


def _spans(places: list[tuple[int, int]]) -> list[Span]:
    return spans(
        {"start": start, "end": end, "evidence_id": f"e{number}", "table_name": "people", "row_id": "p"}
        for number, (start, end) in enumerate(places)
    )


def test_no_link_is_made_of_the_space_between_two_marks(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    name = rows["evidence"][0]  # "Ana Férrol"
    for number, (start, end) in enumerate([(0, 3), (4, 10)], start=90):
        span = {"evidence_id": key("evidence", number), "start": start, "end": end, "quote": TEXT[start:end]}
        rows["evidence"].append(name | span)
    [text] = site_of(rows).page("/document/porto-verde").find_class("document")
    assert text.text_content() == TEXT
    assert [link for link in text.xpath(".//a") if not link.text_content().strip()] == []
    assert [words(link) for link in text.xpath(".//mark[@id='e-e000000000000']//a")] == ["Ana", "Férrol"]
