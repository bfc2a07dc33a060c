"""The style `curly` of typography.quotes: what turns, what stays, and that it is settled."""

from __future__ import annotations

import pytest

from cleaner.edits import apply, make_step
from cleaner.passes.typography import quotes
from cleaner.rule import Rule
from cleaner.text import Text

CURLY = quotes.bind(style="curly")

TURNED = [
    ("The wall is 6' high, and 'great'.", "The wall is 6' high, and ‘great’."),
    ("It was ''fine'', he said.", "It was ''fine'', he said."),
    ('A 14" screen, "he said".', 'A 14" screen, “he said”.'),
    ("\"It's over,\" she said of the 'great' plan.", "“It’s over,” she said of the ‘great’ plan."),
    (
        "In the '90s it was rock 'n' roll, and '98 was good.",
        "In the ’90s it was rock ’n’ roll, and ’98 was good.",
    ),
    ("\"'Tis the end,\" he said, and told 'em so.", "“’Tis the end,” he said, and told ’em so."),
    ("\"He said 'no' and 'never',\" she wrote.", "“He said ‘no’ and ‘never’,” she wrote."),
    ("'It was \"fine\",' he thought.", "‘It was “fine”,’ he thought."),
    ('("Left") [ "right" ] —"up"— and "…down".', "(“Left”) [ “right” ] —“up”— and “…down”."),
    (
        'She said: "Why?" "Because," he said, "it\'s—"',
        "She said: “Why?” “Because,” he said, “it’s—”",
    ),
    (
        "The farmers' market, the Joneses' house and 'my sister's cat'.",
        "The farmers’ market, the Joneses’ house and ‘my sister’s cat’.",
    ),
    ('"One.\n\n"Two," he said.', "“One.\n\n“Two,” he said."),
    ("“Half done,\" she said, and it's fine.", "“Half done,” she said, and it’s fine."),
]

KEPT = [
    'He is 5\'11" tall and bought a 14" screen.',
    "The reef lies at 12°30' N.",
    '"Never closed, he said.\n\nThe end.',
    'Closed and never opened" he said.',
    "a \" b and a ' b",
    "« Jamais », „nie“ and “ever”, 5′11″",
]


def turn(rule: Rule, text: str) -> str:
    proposals = [proposal for proposal in rule.propose(Text(text)) if proposal.after is not None]
    assert rule.gate.is_open(Text(text)) or not proposals
    return apply(text, make_step(rule.id, text, proposals))


@pytest.mark.parametrize(("straight", "curly"), TURNED)
def test_turns(straight: str, curly: str) -> None:
    assert turn(CURLY, straight) == curly
    assert turn(CURLY, curly) == curly
    assert turn(CURLY, turn(quotes, curly)) == curly


@pytest.mark.parametrize("text", KEPT)
def test_keeps(text: str) -> None:
    assert turn(CURLY, text) == text


def test_an_unpaired_mark_is_flagged() -> None:
    (flag,) = CURLY.propose(Text('"Never closed, he said.\n\nThe end.'))
    assert flag.after is None and flag.start == 0


def test_keep_proposes_nothing() -> None:
    assert list(quotes.bind(style="keep").propose(Text('“It’s "over"”'))) == []
