"""Make the pictures: python -m docs.pictures (wants the extra browser, and Chromium)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docs.pictures.terminal import COMMANDS, RAW, draw, lay_out, printed

HERE = Path(__file__).parent
WIDTH, HEIGHT = 1000, 640
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def make_terminals(folder: Path) -> None:
    """Make those of a terminal."""
    for name, arguments in COMMANDS.items():
        picture = draw(arguments, printed(arguments, folder))
        (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


@contextmanager
def opened(address: str) -> Iterator[Any]:
    """Open a page in the browser of the system."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of an extra

    sandbox = [] if hasattr(os, "geteuid") and os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(address)
        yield page
        browser.close()


def make_report(folder: Path) -> None:
    """Make that of the page of a report, at one article."""
    command = [sys.executable, "-m", "cleaner", "report", "raw", "--to", "report.html"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with opened((folder / "report.html").as_uri()) as page:
        page.screenshot(path=HERE / "report.png")
        page.fill("#by-name", "03_capitals")
        page.click("#documents tbody a")
        page.keyboard.press("n")
        page.keyboard.press("n")
        page.keyboard.press("n")
        page.screenshot(path=HERE / "article.png")


def make_review(folder: Path) -> None:
    """Make that of the page of a review."""
    command = [sys.executable, "-u", "-m", "cleaner", "review", "raw/03_capitals_head.txt"]
    with subprocess.Popen(
        [*command, "--edits", "--no-browser"], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout
        program.stdout.readline()
        with opened(program.stdout.readline().strip()) as page:
            page.locator("#card").wait_for()
            page.select_option("#rule", "possessive.name-s-apostrophe")
            page.screenshot(path=HERE / "review.png")
        program.terminate()


def main() -> None:
    """Make all of them."""
    with TemporaryDirectory() as name:
        few, all_of_them = Path(name, "few"), Path(name, "all")
        few.mkdir()
        lay_out(few)
        shutil.copytree(RAW, all_of_them / "raw")
        make_terminals(few)
        make_report(all_of_them)
        make_review(few)


if __name__ == "__main__":
    main()
