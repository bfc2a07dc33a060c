"""Stories of whole pages that go on behind a box of links, and comments that look like them."""

from __future__ import annotations

import pytest
from cases import CASES

from cleaner import Pipeline
from cleaner.reading.page.resumed import NEAR, find_resumed
from cleaner.reading.story import is_prose

PAGE = next(
    case.before for case in CASES if case.rule == "boilerplate.page-furniture" and not case.is_keep
)
ABOVE = tuple(line for line in PAGE.split("\n") if is_prose(line))
OTHERS = (
    "Nobody knows whence these bottles came, yet collectors everywhere treasure them greatly.",
) * 4
BOX = ("Most read", "Quay bridge shut", "Ferry sold", "Two nets stolen", "Storm warning lifted")
RESUMED = tuple(
    f"The council heard that the harbour wall and its {thing} cost the boats of Port Lindow dearly "
    f"in both storms, and that the stones of the {thing} were paid for by fees of the fishing "
    "crews and by the region, which is to pay half of what the work will take in two summers."
    for thing in ("basin", "slipway", "northern end", "old quay", "lamps")
)
LETTERS = tuple(
    line.replace("The council heard", "I told my council years ago") for line in RESUMED
)


@pytest.mark.parametrize(
    ("between", "below", "found"),
    [
        (BOX, RESUMED, [(5, True)]),
        (BOX, (*RESUMED, "The lamps", RESUMED[0]), [(7, True)]),
        (BOX, (*RESUMED, "3 comments", *LETTERS[:2]), [(5, True), (2, False)]),
        (BOX, RESUMED[:2], [(2, False)]),
        (BOX, LETTERS, [(5, False)]),
        ((*BOX, "12 comments"), RESUMED, [(5, False)]),
        ((*BOX, "Tom Poe | 12 May 2023"), RESUMED, [(5, False)]),
        ((*BOX, "© Harbour News"), RESUMED, [(5, False)]),
        (("Most read",), RESUMED, [(5, True)]),
        ((), RESUMED[:2], [(2, True)]),
        ((), LETTERS[:2], [(2, False)]),
        (("Ferry",) * NEAR, RESUMED, []),
        (
            BOX,
            OTHERS,
            [],
        ),
    ],
)
def test_a_story_that_goes_on_behind_a_box_of_links_stays(
    between: tuple[str, ...], below: tuple[str, ...], found: list[tuple[int, bool]]
) -> None:
    texts = (*ABOVE, *between, *below, "Privacy")
    resumed = find_resumed(texts, [-5.0] * len(texts), set(range(len(ABOVE))))
    assert [(end - start, stays) for start, end, stays in resumed] == found


SHORT = tuple(line.split(" cost ")[0] + " cost too much, and told so." for line in RESUMED)


@pytest.mark.parametrize(
    ("score", "below", "stays"),
    [
        (-4.9, RESUMED[:2], True),
        (-5.1, RESUMED[:2], False),
        (-3.2, (RESUMED[0], "1. The lamps", RESUMED[1]), False),
        (-3.0, SHORT[:4], False),
        (-3.0, (RESUMED[0], "1. The lamps", RESUMED[1]), True),
        (-3.0, (RESUMED[0], "What of the lamps?", RESUMED[1]), True),
        (-3.0, (RESUMED[0], "Lamps of the quay", RESUMED[1]), True),
        (-3.0, (RESUMED[0][45:], "Lamps of the quay", RESUMED[1][45:]), False),
        (-3.0, LETTERS[:2], False),
    ],
)
def test_paragraphs_below_a_box_stay_by_what_they_score(
    score: float, below: tuple[str, ...], stays: bool
) -> None:
    """Where titles part short ones, they are teasers."""
    texts = (*ABOVE, *BOX, *below, "Privacy")
    resumed = find_resumed(texts, [score] * len(texts), set(range(len(ABOVE))))
    assert any(each.stays for each in resumed) is stays


def test_paragraphs_between_a_box_and_the_story_stay() -> None:
    texts = [*ABOVE, *BOX, *RESUMED]
    kept = {*range(len(ABOVE)), len(texts) - 1}
    assert list(find_resumed(texts, [-5.0] * len(texts), kept)) == [
        (len(ABOVE) + len(BOX), len(texts) - 1, True)
    ]


@pytest.mark.parametrize(
    ("score", "line", "stays"),
    [(-3.0, RESUMED[0], True), (-5.1, RESUMED[0], False), (-3.0, OTHERS[0] * 2, False)],
)
def test_the_last_paragraph_stays_by_its_words(score: float, line: str, stays: bool) -> None:
    texts = [*ABOVE, line, "Privacy"]
    found = list(find_resumed(texts, [score] * len(texts), set(range(len(ABOVE)))))
    assert found == [(len(ABOVE), len(ABOVE) + 1, True)] * stays


@pytest.mark.parametrize(
    ("box", "below", "stays"),
    [
        (("Nets stolen", "2 hours ago", "Ferry sold", "5 hours ago"), RESUMED, True),
        (("Nets stolen", "2 hours ago", "Ferry sold", "5 hours ago"), RESUMED[:3], False),
        (
            ("Five years of storms: what the winter of 2019 cost us", "Ferry sold"),
            RESUMED[:2],
            True,
        ),
        (("Tom Poe wrote this on the 12 May 2019", "Ferry sold"), RESUMED[:2], False),
    ],
)
def test_days_of_teasers_need_many_paragraphs_below(
    box: tuple[str, ...], below: tuple[str, ...], stays: bool
) -> None:
    texts = [*ABOVE, *box, *below, "Privacy"]
    found = list(find_resumed(texts, [-3.0] * len(texts), set(range(len(ABOVE)))))
    assert any(each.stays for each in found) is stays


@pytest.mark.parametrize(
    ("score", "above", "line", "stays"),
    [
        (-2.0, BOX[1:], RESUMED[0], True),
        (-2.2, BOX[1:], RESUMED[0], False),
        (-2.0, ("3 comments", *BOX), RESUMED[0], False),
        (-2.0, BOX[1:], LETTERS[0], False),
        (-2.0, BOX[1:], OTHERS[0] * 2, False),
        (-2.0, BOX[1:], f"{RESUMED[0][:120]}.", False),
    ],
)
def test_a_paragraph_amid_the_story_stays_by_its_words(
    score: float, above: tuple[str, ...], line: str, stays: bool
) -> None:
    texts = [*ABOVE, *above, line, "Photo", ABOVE[0]]
    kept = {*range(len(ABOVE)), len(texts) - 1}
    found = list(find_resumed(texts, [score] * len(texts), kept))
    number = len(texts) - 3
    assert found == [(number, number + 1, True)] * stays


def test_a_page_keeps_the_second_half_of_its_story(pipeline: Pipeline) -> None:
    head, foot = PAGE.split("Share this")
    page = "\n".join((head.rstrip("\n"), *BOX, *RESUMED, f"Share this{foot}"))
    document = pipeline.clean(page)
    assert all(line in document.text for line in RESUMED)
    assert not any(line in document.text for line in BOX[1:])
    assert "Privacy" not in document.text
