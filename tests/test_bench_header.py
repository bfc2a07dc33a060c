"""The bench of dates: lines are told apart, outcomes are judged."""

from __future__ import annotations

import pytest

from bench.header.judge import above, judge
from bench.header.line import AMBIGUOUS, Line, load
from cleaner import Pipeline

STORY = "The ferry between the two islands will sail again on Monday, the company said."


@pytest.mark.parametrize(
    ("text", "day", "shape"),
    [
        ("June 19, 2023", "2023-06-19", "bare"),
        ("5/6/2023", AMBIGUOUS, "bare"),
        ("Publicado el 19 de junio de 2023", "2023-06-19", "labelled"),
        ("Ines Tarrow | 19 June 2023", "2023-06-19", "beside"),
        ("19 June 2023 La Repubblica", "2023-06-19", "beside"),
        ("herons of the quay", "", "inside"),
        ("350/1.500 – 4.500", "", "inside"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_line_has_a_day_and_a_shape(text: str, day: str, shape: str) -> None:
    (line,) = load([text])
    assert (line.day, line.shape) == (day, shape)


@pytest.mark.parametrize(
    ("text", "day", "outcome"),
    [
        ("June 19, 2023", "2023-06-19", "right"),
        ("June 19, 2023", "2023-06-20", "invented"),
        ("June 19, 2023", AMBIGUOUS, "invented"),
        ("5/6/2023", AMBIGUOUS, "right"),
        ("5/6/2023", "2023-06-05", "flagged"),
        ("herons of the quay", "2023-06-05", "left"),
    ],
)
def test_outcomes_are_told_apart(text: str, day: str, outcome: str) -> None:
    cleaned = Pipeline.default().clean(above(text, STORY))
    assert judge(Line(text, day, "en", "bare"), cleaned) == outcome


def test_a_line_stands_below_the_headline() -> None:
    assert above("June 19", f"Ferry sails\n\n{STORY}") == f"Ferry sails\n\nJune 19\n\n{STORY}"
    assert above("June 19", f"{STORY}\n\n{STORY}") == f"June 19\n\n{STORY}\n\n{STORY}"
