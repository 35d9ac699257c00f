"""The pages in a browser: clicks, keys, no JavaScript, a telephone, darkness, and documents that want to do harm."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asking import served
from hostile import hostile_build
from hostile import pages as hostile_pages
from porto_verde import ANA, CASE, HALDEN, key, made_rows, make_build

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; set CHROMIUM to one")

OURS = (
    "/",
    f"/person/{ANA}",
    f"/organization/{HALDEN}",
    f"/case/{CASE}",
    "/document/porto-verde",
    "/find?q=bribery",
    "/download",
    "/charts",
    f"/reconcile/preview?id={ANA}",
    "/cases/charges",
    "/cases/amounts?_facet=kind",
    f"/cases/people/{ANA}",
    "/nowhere",
)
DATASETTES = ("/cases", "/cases/who_was_convicted", "/cases?sql=select+1")
# What axe finds on pages that Datasette makes: its editor of SQL is a field without a label.
DATASETTES_OWN = {"label"}


@pytest.fixture(scope="module")
def address(porto_verde: Path) -> Iterator[str]:
    with served(porto_verde) as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@contextmanager
def tab(browser: Any, **options: Any) -> Iterator[Any]:
    """A page that fails the test for an error on the console or a request to another host."""
    context = browser.new_context(**options)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("http://127.0.0.1:", "data:")) else wrong.append(asked.url),
    )
    yield page
    context.close()
    # Browsers ask for this of themselves, and tell of a page that is not there.
    assert [one for one in wrong if "favicon" not in one and "status of 404" not in one] == []


@pytest.mark.parametrize("javascript", [True, False])
def test_two_clicks_lead_to_the_quote(browser: Any, address: str, javascript: bool) -> None:
    with tab(browser, java_script_enabled=javascript) as page:
        page.goto(address)
        page.click("main a:has-text('Ana Férrol')")
        page.click("blockquote a >> nth=0")
        mark = page.locator("mark:target")
        assert mark.inner_text() == "charged with bribery on 3 March 2021"
        box = mark.bounding_box()
        assert 0 < box["y"] < 720


def test_keys_alone_lead_to_the_quote(browser: Any, address: str) -> None:
    with tab(browser) as page:
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "To the content"
        page.keyboard.press("Enter")
        for wanted in ("#e-", "#e-"):
            for _ in range(40):
                page.keyboard.press("Tab")
                if wanted in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
                    break
            page.keyboard.press("Enter")
            page.wait_for_load_state()
            if page.locator("mark:target").count():
                break
        assert page.locator("mark:target").is_visible()


@pytest.mark.parametrize("width", [375, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(browser: Any, address: str, width: int, scheme: Any) -> None:
    with tab(browser, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        for path in (*OURS, *DATASETTES):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
            assert dark == (scheme == "dark"), path


@pytest.mark.parametrize("path", [*OURS, *DATASETTES])
def test_a_page_has_a_title_a_language_and_one_heading(browser: Any, address: str, path: str) -> None:
    with tab(browser) as page:
        page.goto(address + path)
        assert page.title()
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.locator("h1").count() == 1
        assert page.locator("main").count() == 1


def test_nothing_is_wider_than_a_sheet_of_paper(browser: Any, address: str) -> None:
    with tab(browser) as page:
        page.emulate_media(media="print")
        for path in (*OURS, *DATASETTES):
            page.goto(address + path)
            # A4 less the margins, in CSS pixels; tables lie on the long side.
            sheet = 1009 if page.evaluate("getComputedStyle(document.body).page") == "wide" else 680
            page.set_viewport_size({"width": sheet, "height": 960})
            assert page.evaluate("document.documentElement.scrollWidth") <= sheet, path


def test_a_telephone_shows_the_latest_years_first(browser: Any, tmp_path: Path) -> None:
    rows = made_rows()
    charge, step = rows["charges"][0], rows["charge_history"][0]
    rows["cases"] = [
        rows["cases"][0] | {"case_id": key("cases", n), "last_date": date(1990 + n, 1, 1), "first_date": None}
        for n in range(30)
    ]
    rows["charges"] = [charge | {"charge_id": key("charges", n), "case_id": key("cases", n)} for n in range(30)]
    rows["charge_history"] = [
        step | {"charge_history_id": key("charge_history", n), "charge_id": key("charges", n)} for n in range(30)
    ]
    with served(make_build(tmp_path / "build", rows)) as address:
        for width, seen in ((375, "2019"), (1200, "1990")):
            with tab(browser, viewport={"width": width, "height": 800}) as page:
                page.goto(f"{address}/charts")
                box = page.locator(f".latest svg text:text-is('{seen}')").bounding_box()
                assert 0 <= box["x"] <= width - box["width"]


def test_what_is_folded_is_printed(browser: Any, tmp_path: Path) -> None:
    rows = made_rows()
    quote = rows["evidence"][7]
    rows["evidence"] += [quote | {"evidence_id": key("evidence", 100 + number)} for number in range(4)]
    with served(make_build(tmp_path / "build", rows)) as address, tab(browser) as page:
        page.goto(f"{address}/person/{ANA}")
        folded = page.locator("details blockquote").last
        assert not folded.evaluate("quote => quote.checkVisibility()")
        page.emulate_media(media="print")
        assert folded.evaluate("quote => quote.checkVisibility() && quote.offsetHeight > 20")


def test_nothing_of_a_document_runs_or_overflows(browser: Any, tmp_path: Path) -> None:
    with (
        served(hostile_build(tmp_path / "build")) as address,
        tab(browser, viewport={"width": 375, "height": 800}) as page,
    ):
        for path in hostile_pages():
            page.goto(address + path)
            assert page.evaluate("window.hurt") is None, path
            assert page.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_axe_finds_nothing(browser: Any, address: str) -> None:
    script = Path(os.environ.get("AXE", "node_modules/axe-core/axe.min.js"))
    if not script.is_file():
        pytest.skip("no axe-core here; set AXE to its axe.min.js")
    for scheme in ("light", "dark"):
        # The pages' policy forbids foreign scripts; the test puts its own in.
        with tab(browser, bypass_csp=True, color_scheme=scheme) as page:
            for path in (*OURS, *DATASETTES):
                page.goto(address + path)
                page.add_script_tag(path=script)
                found = page.evaluate("axe.run().then(result => result.violations)")
                if path in DATASETTES:
                    found = [one for one in found if one["id"] not in DATASETTES_OWN]
                assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == [], (
                    path,
                    scheme,
                )
