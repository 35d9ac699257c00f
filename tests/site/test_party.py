"""The pages of people, organisations and cases: outcomes first, allegations as such, every value with its words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from asking import Site, words
from hypothesis import given
from hypothesis import strategies as st
from porto_verde import ANA, CASE, CHARGE, HALDEN, LUIS, SENTENCES, TEXT, key, made_rows

from cases.site.drawing import network, timeline


def test_a_charge_is_worded_with_its_speaker_and_day(site: Site) -> None:
    page = site.page(f"/person/{ANA}")
    step = page.get_element_by_id(f"r-{CHARGE}").find_class("steps")[0][0]
    expected = "Ana Férrol was charged with bribery (not proven), says prosecutor Luis Brandt, 2021-03-03"
    assert words(step).startswith(expected)


def test_a_quote_leads_to_its_very_place(site: Site) -> None:
    quote = site.page(f"/person/{ANA}").xpath("//article//blockquote//a")[0]
    assert quote.text_content() == "charged with bribery on 3 March 2021"
    path, place = quote.get("href").split("#")
    assert site.page(path).get_element_by_id(place).tag == "mark"


def test_outcomes_stand_before_accusations(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    first = rows["charges"][0]
    for number, status in enumerate(("alleged", "convicted", "dismissed", "acquitted"), start=1):
        rows["charges"].append(
            first
            | {
                "charge_id": key("charges", number),
                "offence": "fraud",
                "country": ["FR", "GB", "US", "DE"][number - 1],
                "status": status,
            }
        )
    page = site_of(rows).page(f"/person/{ANA}")
    badges = [words(badge) for badge in page.xpath("//article//h3/span")]
    assert badges == [
        "Acquitted", "Dismissed", "Convicted", "Charged, not proven", "Alleged, no criminal charge reported",
    ]  # fmt: skip


def test_what_two_reports_say_in_the_same_words_is_told_once(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    again = key("charge_history", 1)
    rows["charge_history"].append(rows["charge_history"][0] | {"charge_history_id": again})
    quote = rows["evidence"][7]
    rows["evidence"].append(quote | {"evidence_id": key("evidence", 99), "row_id": again})
    [steps] = site_of(rows).page(f"/person/{ANA}").find_class("steps")
    assert len(steps) == 1
    assert len(steps.xpath(".//blockquote")) == 2


def test_a_dated_event_of_two_reports_stands_once_and_is_drawn_once(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    day = rows["dates"][0]
    later = {"start": date(2022, 1, 5), "end": date(2022, 1, 5), "edtf": "2022-01-05", "event": "plea"}
    rows["dates"] += [day | {"date_id": key("dates", 1)}, day | {"date_id": key("dates", 2)} | later]
    rows["evidence"].append(rows["evidence"][12] | {"evidence_id": key("evidence", 98), "row_id": key("dates", 1)})
    page = site_of(rows).page(f"/person/{ANA}")
    lists = {words(title): title.getparent() for title in page.xpath("//main//h2")}
    events = lists["Dated events"].xpath("./ul/li")
    assert [words(event.xpath("./a")[0]) for event in events] == [
        "2021-03-03: charge or accusation, Ana Férrol",
        "2022-01-05: plea, Ana Férrol",
    ]
    assert len(events[0].xpath(".//blockquote")) == 2
    drawn = [words(text) for text in lists["Timeline"].xpath(".//svg/text") if words(text)[0].isalpha()]
    assert drawn == [
        "Charge or accusation, 2021-03-03", "Charged, not proven: bribery, 2021-03-03", "Plea, 2022-01-05",
    ]  # fmt: skip


def test_one_day_has_no_scale_to_draw_on(site: Site) -> None:
    assert timeline([("2021-03-03", "Charge"), ("2021-03-03", "Plea"), ("../2019", "Conduct")]) is None
    assert not site.page(f"/person/{ANA}").xpath("//h2[.='Timeline']")


def test_the_ends_of_a_timeline_are_as_precise_as_the_documents() -> None:
    line = timeline([("2001/2005", "Tenure"), ("2019", "Arrest"), ("2018-12-31", "Plea")])
    assert line is not None
    assert (line.first, line.last) == ("2001", "2019")
    assert [moment.words.text for moment in line.moments] == [
        "Tenure, 2001 to 2005",
        "Plea, 2018-12-31",
        "Arrest, 2019",
    ]


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 9000), st.integers(1, 60)),
        min_size=2,
        max_size=6,
    )
)
def test_no_words_of_a_timeline_are_wider_than_it(drawn: list[tuple[date, int, int]]) -> None:
    line = timeline([(f"{day}/{day + timedelta(days)}", "x" * size) for day, days, size in drawn])
    for moment in line.moments if line else []:
        words_ = moment.words
        room = line.width - words_.x if words_.anchor == "start" else words_.x
        assert len(words_.text) * 7.6 <= room
        assert words_.text.split(", ")[1]


@pytest.mark.parametrize(
    ("told", "first", "last", "expected"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "2019"),
        ("2019-03/2021", date(2019, 3, 1), date(2021, 12, 31), "2019-03 to 2021"),
        ("2019-01-01", date(2019, 1, 1), date(2019, 1, 1), "2019-01-01"),
        ("2020/..", date(2020, 1, 1), None, "from 2020"),
        ("2018-05-05", date(2019, 3, 1), date(2019, 3, 1), "2019-03-01"),  # Told by something else.
    ],
)
def test_a_case_dates_a_year_as_a_year(
    site_of: Callable[[Any], Site], told: str, first: date, last: date | None, expected: str
) -> None:
    rows = made_rows()
    rows["charge_history"][0]["date"] = told
    rows["dates"] = []
    rows["evidence"] = [row for row in rows["evidence"] if row["table_name"] != "dates"]
    rows["cases"][0] |= {"first_date": first, "last_date": last}
    assert f"Dates of the proceedings: {expected}. " in words(site_of(rows).page(f"/case/{CASE}"))


def test_nothing_is_folded_away_for_good(site_of: Callable[[Any], Site]) -> None:
    """Beyond fifty quotes a page leads to them all."""
    rows = made_rows()
    quote = rows["evidence"][7]
    rows["evidence"] += [quote | {"evidence_id": key("evidence", 100 + number)} for number in range(60)]
    site = site_of(rows)
    [steps] = site.page(f"/person/{ANA}").find_class("steps")
    [every] = [link for link in steps.xpath(".//a") if words(link) == "All 61"]
    assert len(site.page(every.get("href") + "&_size=100").xpath("//tbody/tr")) == 61


@pytest.mark.parametrize(("others", "drawings"), [(1, 0), (2, 1)])
def test_one_alone_makes_no_network(site_of: Callable[[Any], Site], others: int, drawings: int) -> None:
    rows = made_rows()
    for number in range(1, 1 + others):
        person, charge = key("people", 10 + number), key("charges", number)
        rows["people"].append(rows["people"][1] | {"person_id": person, "name": f"Cora Lindt {number}"})
        rows["charges"].append(rows["charges"][0] | {"charge_id": charge, "person_id": person})
        step = {"charge_id": charge, "charge_history_id": key("charge_history", number)}
        rows["charge_history"].append(rows["charge_history"][0] | step)
    [section] = site_of(rows).page(f"/person/{ANA}").xpath("//section[h2='Accused in the same documents']")
    assert (len(section.xpath("./ul/li")), len(section.xpath(".//svg"))) == (others, drawings)


def test_the_places_of_a_name_stand_by_document(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    name = rows["evidence"][0]
    rows["evidence"] += [name | {"evidence_id": key("evidence", number)} for number in (96, 97)]
    page = site_of(rows).page(f"/person/{ANA}")
    [place] = page.xpath("//section[h2='Where the name stands']/ul/li")
    assert words(place) == "Mayor charged: Ana Férrol"


def test_a_case_names_its_accused_and_not_itself(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    rows["cases"][0]["name"] = "Ana Férrol, Portugal"
    assert "Accused: Ana Férrol." in words(site_of(rows).page(f"/case/{CASE}"))


BRIBED = "charged with bribery on 3 March 2021"


def test_a_short_quote_stands_in_its_sentence(site: Site) -> None:
    [said] = site.page(f"/case/{CASE}").xpath("//article//blockquote/p")
    assert words(said) == SENTENCES[0]
    assert [words(link) for link in said.xpath("./a")] == ["charged with bribery on 3 March 2021"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (None, "charged with bribery on 3 March 2021"),  # A public build of a text that may not be passed on.
        ("She was charged with bribery on 3 March 2021, " * 2, "…charged with bribery on 3 March 2021…"),
        (f"was {BRIBED}{'x' * 260}", f"…was {BRIBED}{'x' * 260}…"),
        (f"was {BRIBED}{'x' * 9}", f"was {BRIBED}{'x' * 9}"),
    ],
)
def test_words_within_a_sentence_are_seen_to_be_cut(
    site_of: Callable[[Any], Site], sentence: str | None, said: str
) -> None:
    rows = made_rows()
    rows["evidence"][7]["sentence"] = sentence
    assert [words(p) for p in site_of(rows).page(f"/case/{CASE}").xpath("//article//blockquote/p")] == [said]


def test_a_long_quote_is_not_drawn_out(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    long = {"start": 0, "end": 100, "quote": TEXT[:100], "sentence": SENTENCES[0]}
    rows["evidence"][7] |= long
    assert [words(p) for p in site_of(rows).page(f"/case/{CASE}").xpath("//article//blockquote/p")] == [
        TEXT[:100] + "…"
    ]


def test_money_keeps_its_qualifier(site: Site) -> None:
    assert "at least 40,000 USD" in words(site.page(f"/person/{ANA}"))


def test_a_possible_penalty_is_no_sentence(site: Site) -> None:
    assert "Ana Férrol faces at most 10 years of imprisonment" in words(site.page(f"/case/{CASE}"))


def test_whoever_is_not_accused_is_said_not_to_be(site: Site) -> None:
    assert "report no charge against Luis Brandt" in words(site.page(f"/person/{LUIS}"))


@pytest.mark.parametrize("path", [f"/organization/{HALDEN}", f"/case/{CASE}", f"/person/{ANA}"])
def test_every_link_of_ours_leads_somewhere(site: Site, path: str) -> None:
    page = site.page(path)
    for address in {link.get("href").split("#")[0] for link in page.xpath("//section[@class='content']//a[@href]")}:
        assert not address.startswith("/") or site.get(address).status_code == 200, address


@pytest.mark.parametrize("path", ["/person/p0", "/organization/o0", "/case/c0"])
def test_an_unknown_key_is_not_found(site: Site, path: str) -> None:
    assert site.get(path).status_code == 404


def test_no_name_in_the_network_is_longer_than_its_place() -> None:
    nodes = network(["Aruban Telecommunications Purchasing Office"] * 12)
    # A letter of 14 px is 8 px wide on the average.
    rooms = [{"start": 720 - node.x, "end": node.x, "middle": 360}[node.anchor] for node in nodes]
    assert all(12 + 8 * len(node.name) <= room for node, room in zip(nodes, rooms, strict=True))
