"""The page of a report in a real Chromium: it opens from disk, and does what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import CHROMIUM, NEEDS_CHROMIUM, PATIENCE_MS, SANDBOX, SIZES
from click.testing import CliRunner

from cleaner.cli import main

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = NEEDS_CHROMIUM

FERRY = (
    "OSLO — Brandts’ ferry sank . It “lies” off the “old” quay.\n\n"
    "Brandt said so on Friday . Nobody asked Brandt to come back. the quay.\n\n[ad_1]\n"
)
HEAD = f"{'The boats came. ' * 9}\n\nHOW THEY WENT\n\n{'They left at  night. ' * 9}\n"
HOSTILE = "</script><img src=x onerror=alert(1)> sank . He \u202e“said” so.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page on some documents, of two sites; one is hostile, one is no text."""
    folder = tmp_path_factory.mktemp("report")
    for number in range(70):
        site = folder / "raw" / ("north.example" if number % 2 else "south.example")
        site.mkdir(parents=True, exist_ok=True)
        text = f"The {number} boats came , and left .\n\n{'All was quiet there. ' * number}\n"
        (site / f"boat{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "raw" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "raw" / "<script>alert(1)</script>.txt".replace("/", "_")).write_text(HOSTILE)
    (folder / "raw" / "head.txt").write_text(HEAD)
    (folder / "raw" / "bad.txt").write_bytes(b"\x00\x01" * 500)
    result = CliRunner().invoke(
        main, ["report", str(folder / "raw"), "--to", str(folder / "report.html"), "--no-rules"]
    )
    assert result.exit_code == 3, result.output
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        yield driver.chromium.launch(slow_mo=PATIENCE_MS, executable_path=CHROMIUM, args=SANDBOX)


@pytest.fixture(params=["wide", "narrow"])
def tab(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page, opened; whatever goes wrong in it, or leaves it, fails the test."""
    context = browser.new_context(viewport=SIZES[request.param])
    context.set_default_timeout(10_000)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("dialog", lambda dialog: wrong.append(dialog.message))
    tab.on("request", lambda sent: wrong.append(sent.url) if sent.url != address else None)
    tab.goto(address)
    yield tab
    context.close()
    assert not wrong


def names_in(tab: Any) -> list[str]:
    return [name.strip() for name in tab.locator("#documents tbody th").all_inner_texts()]


def test_the_most_active_rules_stand_first_and_can_be_switched_off(tab: Any) -> None:
    rows = tab.locator("section[aria-labelledby=edits-title] tbody tr")
    assert rows.nth(0).locator("th > a").inner_text() == "punctuation.space-before-mark"
    counts = [
        int(text.split()[-1]) for text in rows.locator("td.number:nth-child(2)").all_inner_texts()
    ]
    assert counts == sorted(counts, reverse=True)
    rows.nth(0).get_by_text("Switch it off").click()
    rules = rows.nth(0).locator(".off pre").first.inner_text()
    assert rules == "version: 1\nrules:\n  punctuation.space-before-mark: off", "a whole file"
    bars = rows.locator("svg.bar rect")
    assert bars.nth(0).bounding_box()["width"] > bars.nth(3).bounding_box()["width"] > 0


def test_it_fits_the_window(tab: Any) -> None:
    for there in ("", "#article=0"):
        tab.goto(tab.url.partition("#")[0] + there)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_example_leads_to_its_edit_and_its_rule(tab: Any) -> None:
    row = tab.locator("tr", has_text="possessive.name-s-apostrophe").first
    row.locator("a.words").click()
    assert tab.locator("#article-title").inner_text().endswith("ferry.txt")
    note = tab.locator("#note")
    assert "possessive.name-s-apostrophe" in note.inner_text()
    assert "`Brandt` ×" in note.inner_text()
    assert "rules: {possessive.name-s-apostrophe: off}" in note.inner_text()
    assert 'protect: ["Brandts’"]' in note.inner_text()
    assert tab.evaluate("document.activeElement.textContent") == "s’"
    tab.go_back()
    assert tab.locator("#overview").is_visible()
    assert tab.locator("#article").is_hidden()


def test_a_rule_leads_to_what_it_did_in_an_article(tab: Any) -> None:
    tab.locator("th a", has_text="punctuation.space-before-mark").first.click()
    readable = re.search(r"; (\d+) can be read here", tab.locator("#count").inner_text())
    assert readable
    assert int(readable[1]) > 50, "how many differs: those that took longest are among them"
    assert tab.locator("#documents tbody a").count() == 50, "those come first"
    tab.locator("#documents tbody a").first.click()
    assert "punctuation.space-before-mark" in tab.locator("#note").inner_text()


def test_what_is_put_in_beside_a_word_is_not_undone_by_protecting_it(tab: Any) -> None:
    tab.goto(tab.url.partition("#")[0] + "#rule=heading.unmarked")
    tab.locator("#documents tbody a").first.click()
    assert "## HOW" in tab.locator("#note").inner_text()
    assert "protect" not in tab.locator("#note").inner_text()


def test_both_texts_stand_side_by_side(tab: Any) -> None:
    tab.locator("tr", has_text="possessive.name-s-apostrophe").first.locator("a.words").click()
    pair = tab.locator(".pair", has_text="Brandts’ ferry")
    raw, clean = pair.locator("> div").all()
    assert "It “lies” off the “old” quay." in raw.inner_text()
    assert 'Brandt\'s ferry sank. It "lies" off the "old" quay.' in clean.inner_text()
    left, right = raw.bounding_box(), clean.bounding_box()
    is_wide = tab.viewport_size["width"] > 800
    assert (left["y"] == right["y"]) == is_wide
    assert (left["x"] == right["x"]) != is_wide


def test_the_keyboard_is_enough(tab: Any) -> None:
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "To the documents"
    tab.keyboard.press("Enter")
    for _ in range(8):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.closest('#documents') !== null"):
            break
    tab.keyboard.press("Enter")
    assert tab.locator("#article").is_visible()
    assert tab.evaluate("document.activeElement.id") == "article-title"
    seen = []
    for _ in range(3):
        tab.keyboard.press("n")
        seen.append(tab.evaluate("document.activeElement.parentElement.dataset.note"))
        assert tab.locator("#note dl").inner_text()
    assert len(set(seen)) == 3
    tab.keyboard.press("p")
    assert tab.evaluate("document.activeElement.parentElement.dataset.note") == seen[1]
    tab.keyboard.press("Escape")
    tab.locator("#documents").wait_for(state="visible", timeout=5_000)


def test_documents_are_filtered_by_rule_site_and_name(tab: Any) -> None:
    assert "73 of 73 documents" in tab.locator("#count").inner_text()
    tab.select_option("#by-site", "north.example")
    assert "35 of 73" in tab.locator("#count").inner_text()
    assert all("north.example" in name for name in names_in(tab))
    tab.fill("#by-name", "boat07")
    assert len(names_in(tab)) == 1
    tab.fill("#by-name", "")
    tab.select_option("#by-site", "")
    tab.select_option("#by-rule", "splice.displaced-fragment")
    (name,) = names_in(tab)
    assert name.endswith("ferry.txt")
    tab.reload()
    assert names_in(tab) == [name]
    tab.locator("#documents tbody a").click()
    marks = tab.locator("#sides del, #sides ins, #sides mark")
    plain = [each for each in marks.all() if "dim" not in (each.get_attribute("class") or "")]
    assert {each.inner_text() for each in plain} == {"the quay."}


def test_the_list_has_pages_and_an_order(tab: Any) -> None:
    shares = tab.locator("#documents tbody tr").all()
    assert len(shares) == 50
    first = names_in(tab)
    tab.click("#page-on")
    assert tab.locator("#page-number").inner_text() == "Page 2 of 2"
    assert len(names_in(tab)) == 23
    assert not set(names_in(tab)) & set(first)
    tab.select_option("#order", "name")
    assert names_in(tab) == sorted(names_in(tab))


def test_what_a_document_says_is_text(tab: Any) -> None:
    tab.fill("#by-name", "<script>")
    tab.locator("#documents tbody a").click()
    assert "</script><img src=x onerror=alert(1)>" in tab.locator("#sides").inner_text()
    assert "\\u202e" in tab.locator("#sides").inner_text()
    assert tab.locator("img").count() == 0
    assert tab.locator("script").count() == 2


def test_dark_is_dark(browser: Any, address: str) -> None:
    shades = []
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(address)
        colour = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        shades.append(sum(map(int, colour[4:-1].split(","))))
        tab.close()
    assert shades[0] > 700
    assert shades[1] < 100


def test_a_screen_reader_has_names_for_all(tab: Any) -> None:
    for there in ("", "#article=0"):
        tab.goto(tab.url.partition("#")[0] + there)
        unnamed = tab.evaluate(
            """[...document.querySelectorAll('a, button, select, input, table, summary')].filter(
                (one) => one.checkVisibility() && !one.textContent.trim() && !one.labels?.length
                    && !one.ariaLabel).map((one) => one.outerHTML)"""
        )
        assert unnamed == []
