"""Whole pages: what is taken for one, how its lines are scored, and the bench that measures it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest
from cases import CASES

from bench.boilerplate.gram import f1
from bench.boilerplate.page import FOLDS, WebPage
from bench.boilerplate.pages import FOLDS_PATH
from cleaner import Pipeline
from cleaner.reading.page.line import measure
from cleaner.reading.page.place import measure_places
from cleaner.reading.page.score import Scored, score, weigh
from cleaner.reading.page.shape import is_page
from cleaner.reading.page.story import find_story
from cleaner.reading.page.view import Page
from cleaner.reading.page.weights import ALONE, PLACED

RULE = "boilerplate.page-furniture"
PAGES = [case.before for case in CASES if case.rule == RULE and not case.is_keep]


@pytest.mark.parametrize("text", PAGES)
def test_a_page_is_seen_and_its_story_is_not_one(text: str, pipeline: Pipeline) -> None:
    document = pipeline.clean(text)
    assert is_page(text.split("\n"))
    assert not is_page([line for line in document.text.split("\n") if line])
    assert all("not of the story" in edit.evidence for edit in document.edits if edit.rule == RULE)


@pytest.mark.parametrize("text", PAGES)
def test_the_headline_is_found(text: str) -> None:
    lines = text.split("\n")
    assert lines[score(lines, ALONE, PLACED).headline].startswith(("Harbour", "Hafenmauer", "Mill"))


@pytest.mark.parametrize("distance", [1, 10, 11])
def test_a_headline_that_scores_do_not_tell_is_found_near_the_story(
    distance: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of the story tells it."""
    story = [
        f"The ferry of the two sisters was sold in year {n}, the council said." for n in "123456"
    ]
    lines = ["Home", "Ferry sold by two sisters", *["Sport"] * (distance - 1), *story, "Privacy"]

    def without_headline(texts: Sequence[str], *weights: Mapping[str, float]) -> Scored:
        scores = [9.0 if text in story else -9.0 for text in texts]
        return score(texts, *weights)._replace(scores=scores, headline=-1)

    monkeypatch.setattr("cleaner.reading.page.story.score", without_headline)
    gone = {number for number, *_ in find_story(list(enumerate(lines)), is_surely=True)}
    assert (1 in gone) == (distance == 11)


@pytest.mark.parametrize("size", [1, 3])
def test_titles_do_not_take_the_place_of_a_paragraph(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only they score, which is seen by their being short, nothing of the page goes."""
    titles = ["Ten Knots That You Will Want To Tie Before You Are Old And Grey."] * 5
    story = "The ferry went down off the quay at noon, and the boats took all of its people." * size
    lines = ["Home", "Sport", *titles, "Log in", f"{story} Nobody was hurt.", "Privacy"]

    def like_titles(texts: Sequence[str], *weights: Mapping[str, float]) -> Scored:
        return score(texts, *weights)._replace(
            scores=[9.0 if text in titles else -9.0 for text in texts]
        )

    monkeypatch.setattr("cleaner.reading.page.story.score", like_titles)
    found = find_story(list(enumerate(lines)), is_surely=True)
    assert [number for number, *_ in found] == ([] if size == 3 else [0, 1, 7, 8, 9])


def test_each_weight_is_of_something_that_is_measured() -> None:
    names = set()
    for text in PAGES:
        lines = measure(text.split("\n"))
        names |= {name for line in lines for name in line.features}
        places = measure_places(Page(lines, [weigh(line.features, ALONE) for line in lines]))
        names |= {name for place in places for name in place}
    folds = json.loads(FOLDS_PATH.read_text(encoding="utf-8"))
    assert len(folds) == FOLDS
    for weights in (ALONE, PLACED, *(each[part] for each in folds for part in each)):
        assert set(weights) <= names | {"bias"}


def test_runs_of_words_are_compared() -> None:
    assert f1("a b c d e", "a b c d e") == 1
    assert f1("a b c d e", "a b c d x") == 0.5
    assert f1("a b", "c d") == 0


def test_the_lines_of_the_gold_text_are_labelled() -> None:
    raw = "Home\nThe tide came in on Monday.\nIt left.\nContact us\n"
    page = WebPage("n", "o", "s.example", True, raw, "The tide came in on Monday. It left.")
    assert page.labels == [False, True, True, False]
    assert 0 <= page.fold < FOLDS


HEADLINE = "Harbour wall to be rebuilt after winter storms"
QUOTED = "Lost stones: Council of Port Lindow calls for new harbour wall 'that will stand'"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ((QUOTED, "By Ann Roe", "Share"), QUOTED),
        (
            (HEADLINE, "The work will take two summers and cost four million", "19 June 2023"),
            HEADLINE,
        ),
        ((HEADLINE, "By Ann Roe", "Related stories", "Stones fall from harbour wall"), HEADLINE),
        (("Categories: harbour wall stones storms council", HEADLINE), HEADLINE),
        (("Stones of the harbour wall lie on the slipway (Ann Roe)", HEADLINE), HEADLINE),
        (("Harbour council works and storms", "By Ann Roe", HEADLINE, "By Ann Roe"), HEADLINE),
        ((HEADLINE, "Port Lindow Harbour News", "19 June 2023"), HEADLINE),
        (("News | " + HEADLINE, HEADLINE, "19 June 2023"), HEADLINE),
        ((HEADLINE, "Tweet", "Topics :", "Council of Port Lindow and Harbour"), HEADLINE),
        ((HEADLINE, "Port Lindow Wall and Harbour Journal", "Date: 19 June 2023"), HEADLINE),
        (
            (
                "Old mayor of the region tells of storms",
                "Boats leave the basin before the summer",
                "Engineers of the council find sand",
                HEADLINE,
                "June 19, 2023 by Ann Roe",
            ),
            HEADLINE,
        ),
        ((f"{HEADLINE}...", "By Ann Roe", f"{HEADLINE}...", "Tweet"), f"{HEADLINE}..."),
        (("HomeLatest News" + HEADLINE, HEADLINE, "QuayPost June 19, 2023"), HEADLINE),
        (
            (
                HEADLINE,
                "Ann RoeView More",
                "Related",
                "Harbour wall loses stones",
                "Mayor of Port Lindow calls for harbour wall",
            ),
            HEADLINE,
        ),
    ],
)
def test_the_headline_is_told_from_what_stands_by_it(
    head: tuple[str, ...], headline: str, pipeline: Pipeline
) -> None:
    text = PAGES[0].replace(f"{HEADLINE}\nBy Ann Roe", "\n".join(head))
    lines = text.split("\n")
    assert lines[score(lines, ALONE, PLACED).headline] == headline
    document = pipeline.clean(text)
    assert headline in (document.metadata.get("title"), *document.text.split("\n"))


def test_the_headline_of_a_page_without_a_sure_paragraph_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Page, "is_sure", lambda self, number: False)
    lines = PAGES[0].split("\n")
    assert lines[score(lines, ALONE, PLACED).headline] == HEADLINE


@pytest.mark.parametrize(
    "label",
    [
        "Categories: harbour wall, stones, storms",
        "Harbour | Wall | Council",
        "The council voted on the harbour wall,",
        "Harbour wall",
    ],
)
def test_a_label_is_no_headline(label: str) -> None:
    lines = PAGES[0].replace(HEADLINE, label).split("\n")
    assert lines[score(lines, ALONE, PLACED).headline] != label


FIRST_PARAGRAPH, SECOND_PARAGRAPH, *_ = (
    line for line in PAGES[0].split("\n") if line.endswith(("February.", "stands."))
)
MARKED = "\nAdvertisement\n"
ITEMS = ("Jan. 2 -- Easthaven, old quay", "Feb. 4 -- Skarby", "Mar. 9 -- Lindow", "May 1 -- Ves")


@pytest.mark.parametrize(
    "stays",
    [
        ("Advertisement", "Most of all, the wall is now racing against the tide.", "Advertisement"),
        ("A wall too old",),
        ITEMS,
        ("The figures", "stones", "1,204", "boats", "86", "fees", "12%", "the old basin", "210"),
        ("Comments", f"{SECOND_PARAGRAPH.replace('stands.', 'holds and all are home again.')}"),
    ],
)
def test_what_stands_between_paragraphs_stays(stays: tuple[str, ...], pipeline: Pipeline) -> None:
    between = "\n".join((FIRST_PARAGRAPH, *stays))
    document = pipeline.clean(PAGES[0].replace(FIRST_PARAGRAPH, between))
    kept = [line.removeprefix("## ") for line in document.text.split("\n")]
    assert all(line in kept for line in stays if line not in {"Advertisement", "Comments"})
    assert "Advertisement" not in kept


@pytest.mark.parametrize("goes", ["Read more", "Related stories", "Story continues below"])
def test_pointers_between_paragraphs_go(goes: str, pipeline: Pipeline) -> None:
    text = PAGES[0].replace(FIRST_PARAGRAPH, f"{FIRST_PARAGRAPH}\n{goes}")
    assert goes not in pipeline.clean(text).text


def test_markers_between_all_paragraphs_change_nothing(pipeline: Pipeline) -> None:
    head, foot = PAGES[0].split("Share this")
    marked = head.replace(".\n", f".{MARKED}").replace('"\n', f'"{MARKED}')
    assert pipeline.clean(f"{marked}Share this{foot}").text == pipeline.clean(PAGES[0]).text


def test_a_standfirst_above_the_buttons_stays(pipeline: Pipeline) -> None:
    standfirst = "A third of the stones are gone, and the boats have to wait for two summers."
    text = PAGES[0].replace("By Ann Roe", f"{standfirst}\nTweet\nShare\nPrint")
    assert standfirst in pipeline.clean(text).text


def test_a_text_of_markers_alone_is_no_page() -> None:
    assert find_story([(0, "Advertisement")], is_surely=True) == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            "19 June 2023 Last updated at 08:15 GMT\nShare this page\nFacebook\nEmail\nPrint",
            {"date": "2023-06-19", "updated": "2023-06-19T08:15:00+00:00", "byline": "Ann Roe"},
        ),
        ("Monday 19 June 2023\nShare this page\nFacebook\nTwitter\nEmail", {"byline": "Ann Roe"}),
    ],
)
def test_a_labelled_date_far_above_the_headline_is_read(
    head: str, said: dict[str, str], pipeline: Pipeline
) -> None:
    document = pipeline.clean(PAGES[0].replace(HEADLINE, f"{head}\n{HEADLINE}"))
    assert dict(document.metadata) == {"title": HEADLINE, **said}
    assert document.text == pipeline.clean(PAGES[0]).text


def test_what_stands_below_a_standfirst_is_read(pipeline: Pipeline) -> None:
    standfirst = "A third of the stones are gone, and the boats have to wait for two summers."
    imprint = f"{standfirst}\nBy Ann Roe\nTweet\nJune 19, 2023 8:15 am"
    document = pipeline.clean(PAGES[0].replace("By Ann Roe", imprint))
    assert document.metadata["byline"] == "Ann Roe"
    assert document.metadata["date"] == "2023-06-19T08:15:00"
    assert "2023" not in document.text


def test_names_below_a_line_by_are_read(pipeline: Pipeline) -> None:
    document = pipeline.clean(PAGES[0].replace("By Ann Roe", "By\nQuay News Staff"))
    assert document.metadata["byline"] == "Quay News Staff"
    assert document.text == pipeline.clean(PAGES[0]).text


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("First posted June 18, 2023 08:15:00", {"date": "2023-06-18T08:15:00"}),
        (
            "Topics: harbours\nCreated: 18/06/2023 | Last updated: 20/06/2023",
            {"date": "2023-06-18"},
        ),
        ("Share this\nPosted June 20, 2023 08:15:00", {}),
        ("Published by gullwatch on June 20, 2023", {}),
        ("June 20, 2023", {}),
        ("Tags\nTides\nHarbours\nQuay\nMore\nFirst posted June 18, 2023", {}),
    ],
)
def test_a_labelled_date_just_below_the_story_is_read(
    below: str, said: dict[str, str], pipeline: Pipeline
) -> None:
    page = PAGES[0].replace("By Ann Roe", "By Ann Roe\nUpdated June 19, 2023 9:30:00")
    document = pipeline.clean(page.replace("Share this\n", f"{below}\nShare this\n"))
    known = {"title": HEADLINE, "updated": "2023-06-19T09:30:00", "byline": "Ann Roe"}
    assert dict(document.metadata) == known | said
    assert document.text == pipeline.clean(PAGES[0]).text


@pytest.mark.parametrize(("number", "stays"), [(4, True), (6, False)])
def test_numbered_heads_go_on_behind_furniture(
    number: int, stays: bool, pipeline: Pipeline
) -> None:
    text = PAGES[0]
    for count, start in enumerate(("Work is", "The work will", "Engineers who"), 1):
        text = text.replace(f"\n{start}", f"\n{count}. What the harbour needs\n{start}")
    gallery = "\n".join(f"{count}/60 Gull in flight Getty Images" for count in range(1, 61))
    last = f"{number}. Gulls\nThey nest on the ledge of the old shed from April to July."
    text = text.replace("Share this\n", f"{gallery}\n{last}\nShare this\n", 1)
    assert ("They nest" in pipeline.clean(text).text) is stays
    assert "Getty" not in pipeline.clean(text).text
