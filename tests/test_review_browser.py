"""The page of a review in a real Chromium, served by the real program: what a person does there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest
from browsing import CHROMIUM, NEEDS_CHROMIUM, PATIENCE_MS, SANDBOX, SIZES

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = NEEDS_CHROMIUM

FERRY = """\
Brandts’ ferry sank . It “lies off the quay. Brandt owns it. Brandt sold two others last spring.

The mayor spoke on Friday , and left. Brandt said nothing.

He reads the Harbour , Post at noon.

<img src=x onerror=alert(1)> \u202esank , too.
"""
RULES = """\
# ours
version: 1
extends: news
rules:
  boilerplate.harbour-tip:  # of the harbour
    kind: line
    match: ["Write to the harbour {words}"]
    where: anywhere
    why: The harbour asks for letters.
    state: flag
    examples:
      keeps: ["Write to us.\\n"]
"""
FOREIGN = "foreign.example"
"""A name that says it is this machine, as whoever owns the name may let it say."""
SPACE = "punctuation.space-before-mark"


class Review(NamedTuple):
    """A review that is on: its folder, its address and its process."""

    folder: Path
    address: str
    program: subprocess.Popen[str]

    @property
    def decisions(self) -> str:
        path = self.folder / "decisions.yaml"
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def rules(self) -> str:
        return (self.folder / "rules.yaml").read_text("utf-8")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-u", "-m", "cleaner", *arguments]


def run(folder: Path) -> str:
    """Clean the folder, and return its article."""
    done = subprocess.run(command("run", "raw", "clean"), cwd=folder, check=True, text=True,
                          capture_output=True)  # fmt: skip
    assert "rules.yaml" in done.stdout + done.stderr
    return (folder / "clean" / "ferry.txt").read_text("utf-8")


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    words = command("review", "raw", "--edits", "--no-browser")
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stdout.readline().endswith("; Ctrl-C ends\n")
        yield Review(tmp_path, program.stdout.readline().strip(), program)
        program.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        yield driver.chromium.launch(
            slow_mo=PATIENCE_MS,
            executable_path=CHROMIUM,
            args=[*SANDBOX, f"--host-resolver-rules=MAP {FOREIGN} 127.0.0.1"],
        )


@pytest.fixture
def tab(browser: Any, review: Review) -> Iterator[Any]:
    """The page, opened; what goes wrong in it, or is asked of others, fails the test."""
    context = browser.new_context(viewport=SIZES["wide"])
    context.set_default_timeout(10_000)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("dialog", lambda dialog: wrong.append(dialog.message))
    own = review.address
    tab.on("request", lambda sent: None if sent.url.startswith(own) else wrong.append(sent.url))
    tab.goto(review.address)
    tab.locator("#card").wait_for()
    yield tab
    context.close()
    assert not [each for each in wrong if "ERR_CONNECTION_REFUSED" not in each]


def find(tab: Any, rule: str, words: str) -> None:
    """Go to the question of a rule on the place behind some words, or on the last of them."""
    tab.select_option("#rule", rule)
    while True:
        before = "".join(tab.locator("#context > *").all_inner_texts()[:2])
        if before.removesuffix("…").endswith(words):
            return
        tab.click("#next")


def wait_for(tab: Any, text: str) -> None:
    tab.locator("#said", has_text=text).wait_for()


def count(tab: Any) -> str:
    text: str = tab.inner_text("#count")
    return text.partition(" of ")[0]


def test_it_says_what_is_asked_and_why(tab: Any) -> None:
    find(tab, "possessive.name-s-apostrophe", "Brandts'")
    assert "raw/ferry.txt:1:7" in tab.inner_text("#place")
    assert tab.inner_text("#why") == "Edited by possessive.name-s-apostrophe"
    assert tab.inner_text("#title").endswith("Because: `Brandt` ×3, `Brandts` ×0")
    assert tab.inner_text("#context del") == "s'"
    assert tab.inner_text("#context ins") == "'s"
    for size in SIZES.values():
        tab.set_viewport_size(size)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_person_decides_by_the_mouse_and_the_next_run_does_it(tab: Any, review: Review) -> None:
    find(tab, SPACE, "Friday ,")
    tab.click("#accept")
    find(tab, SPACE, "Harbour ,")
    tab.click("#reject")
    find(tab, "possessive.name-s-apostrophe", "Brandts'")
    tab.click("#write")
    tab.fill("#text", "'s old")
    tab.click("#rewrite")
    wait_for(tab, "Decided: your text stands there.")
    assert count(tab) == "3"
    assert review.decisions.count("verdict: ") == 3

    article = run(review.folder)
    assert "Brandt's old ferry sank." in article
    assert "on Friday, and left" in article
    assert "the Harbour , Post at" in article


def test_the_keyboard_is_enough(tab: Any, review: Review) -> None:
    tab.select_option("#rule", SPACE)
    tab.locator("#card").focus()
    first = tab.inner_text("#place")
    tab.keyboard.press("n")
    assert tab.inner_text("#place") != first
    tab.keyboard.press("p")
    assert tab.inner_text("#place") == first
    tab.keyboard.press("a")
    tab.locator("#count", has_text="1 of").wait_for()
    tab.keyboard.press("r")
    tab.locator("#count", has_text="2 of").wait_for()
    tab.keyboard.press("p")
    wait_for(tab, "Decided: the text stays.")
    tab.keyboard.press("u")
    tab.locator("#count", has_text="1 of").wait_for()
    tab.keyboard.press("e")
    assert tab.evaluate("document.activeElement.id") == "text"
    tab.keyboard.press("Escape")
    assert tab.locator("#other").is_hidden()
    tab.keyboard.press("e")
    tab.keyboard.type(" - ar")  # letters, and no commands
    tab.keyboard.press("Enter")
    tab.locator("#count", has_text="2 of").wait_for()
    assert "after: ' .'" not in review.decisions
    assert review.decisions.count("verdict: ") == 2
    assert "after: ' - ar'" in review.decisions


def test_one_click_protects_the_words(tab: Any, review: Review) -> None:
    find(tab, SPACE, "Harbour ,")
    protect = tab.locator("[data-change=protect]")
    assert protect.inner_text() == "Never touch “reads the Harbour , Post at”"
    for _ in range(2):  # once is enough
        protect.click()
        wait_for(tab, 'rules.yaml protects "reads the Harbour , Post at"')
    assert review.rules == f'{RULES}\nprotect: ["reads the Harbour , Post at"]\n'
    assert "the Harbour , Post" in run(review.folder)


def test_marks_alone_are_not_protected_everywhere(tab: Any) -> None:
    find(tab, "typography.quotes", "Brandts’")
    assert tab.inner_text("[data-change=protect]") == "Never touch “Brandts’ ferry sank . It “lies”"
    assert tab.locator("[data-change=keep]").is_hidden()


def test_one_click_changes_a_rule(tab: Any, review: Review) -> None:
    find(tab, SPACE, "Harbour ,")
    tab.click("[data-change=flag]")
    wait_for(tab, f"rules.yaml says {SPACE}: flag")
    assert f"rules:\n  {SPACE}: flag\n  boilerplate" in review.rules
    before = tab.inner_text("#count")
    tab.click("[data-change=off]")
    wait_for(tab, f"rules.yaml says {SPACE}: off")
    assert tab.inner_text("#count") != before  # what it asks needs no answer now
    assert tab.locator(f"#rule option[value='{SPACE}']").count() == 0
    assert "Friday , and" in run(review.folder)


def test_a_line_becomes_an_example_of_a_rule_of_ones_own(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It sank.\n\nWrite to the harbour office, she said.\n")
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES, encoding="utf-8")
    words = command("review", "a.txt", "--no-browser", "--rule", "boilerplate.harbour-tip")
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stdout.readline() == "1 question; Ctrl-C ends\n"
        tab = browser.new_page()
        tab.goto(program.stdout.readline().strip())
        tab.click("[data-change=keep]")
        wait_for(tab, "make the rule narrower in the file first")
        assert rules.read_text("utf-8") == RULES
        narrow = RULES.replace("{words}", "{word}")
        rules.write_text(narrow, encoding="utf-8")
        tab.click("[data-change=keep]")
        wait_for(tab, "has the line as an example")
        added = 'keeps: ["Write to the harbour office, she said.\\n", '
        assert rules.read_text("utf-8") == narrow.replace("keeps: [", added)
        tab.click("#reject")
        wait_for(tab, "All are decided; the review can end.")
        tab.click("#stop")
        tab.get_by_text("Ended.").wait_for()
        assert program.stdout.read() == "1 decision kept in decisions.yaml\n"
        assert program.wait(10) == 0
        tab.close()


def test_what_a_document_says_is_text(tab: Any) -> None:
    tab.select_option("#rule", "layout.invisible")
    assert "<img src=x onerror=alert(1)>" in tab.inner_text("#context")
    assert tab.locator("img").count() == 0
    assert tab.locator("script").count() == 1


def test_a_page_that_outlives_the_program_says_so(tab: Any, review: Review) -> None:
    review.program.terminate()
    review.program.wait(10)
    tab.click("#next")
    tab.click("#accept")
    wait_for(tab, "The program does not answer: the review has ended.")


def test_dark_is_dark(browser: Any, review: Review) -> None:
    shades = []
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(review.address)
        colour = tab.evaluate(
            "const probe = document.createElement('p'); document.body.append(probe);"
            "getComputedStyle(probe).color"
        )
        shades.append(sum(map(int, colour[4:-1].split(","))))
        tab.close()
    assert shades[0] < 100
    assert shades[1] > 600


THEFT = """
async (address) => {
  const told = [], JSON_TYPE = {headers: {"Content-Type": "application/json"}};
  const POST = {method: "POST", body: JSON.stringify({number: 0, verdict: "reject"})};
  for (const name of ["questions", "decide", "stop"]) {
    for (const mode of ["cors", "no-cors"]) {
      const body = name === "questions" ? {} : POST;
      const headers = mode === "cors" ? JSON_TYPE : {};
      const answer = await fetch(address + name, {mode, ...body, ...headers}).catch(() => null);
      told.push(answer ? await answer.text() : "");
    }
  }
  return told.join("");
}
"""


def test_another_page_can_neither_read_nor_decide(
    browser: Any, review: Review, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text(
        f"<!doctype html><title>other</title><iframe src='{review.address}'></iframe>"
    )
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "other"))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as other:
        thread = Thread(target=other.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        tab = browser.new_page()
        tab.goto(f"http://127.0.0.1:{other.server_port}/index.html")
        assert tab.evaluate(THEFT, review.address) == ""
        assert "cleaner review" not in "".join(
            frame.content() for frame in tab.frames[1:]
        )  # not in a frame either
        tab.close()
        other.shutdown()
        thread.join()
    assert not review.decisions
    assert review.program.poll() is None


def test_without_its_token_or_under_another_name_nothing_is_served(
    browser: Any, review: Review
) -> None:
    root, _, token = review.address.removesuffix("/").rpartition("/")
    other = "".join(reversed(token))
    named = root.replace("127.0.0.1", "localhost")
    foreign = root.replace("127.0.0.1", FOREIGN)
    tab = browser.new_page()
    statuses = [tab.goto(address).status for address in (
        f"{root}/", f"{root}/{other}/", f"{root}/{other}/questions", f"{named}/{token}/",
        f"{foreign}/{token}/", f"{foreign}/{token}/questions")]  # fmt: skip
    tab.close()
    assert statuses == [404, 404, 404, 200, 403, 403]
