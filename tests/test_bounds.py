"""What each number in a rule decides: a text at the bound, and one beyond it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from test_cases import RULES

from cleaner.text import Text

Make = Callable[[int], str]

WORDS = "boats of the town "


def filled(text: str, size: int) -> str:
    """Return a text of one line that words make as long as asked."""
    return f"{(WORDS * size)[: size - len(text)]}{text}"


def second(text: str, size: int) -> str:
    """Return two lines, of which the second is as long as asked."""
    return f"{STORY}\n{filled(text, size)}"


def story(said: int, spaces: int = 301, first: str = "they") -> str:
    """Return a text of so many spaces that reports speech so many times."""
    words = [*["the master said that", f"it told {first} that"] * said][:said]
    text = f"So {' '.join(words)}"
    return text + " boat" * (spaces - text.count(" "))


def damaged(marks: int) -> str:
    return "Brandt spoke. Brandt left. " + "Brandts’ visit came. " * marks


def pulled(size: int = 80, between: int = 0, around: int = 6) -> str:
    """Return a text with a sentence of so many letters that its paragraph, so much below, has."""
    sentence = filled("and the fare will stay as it is now.", size).capitalize()
    others = [f"At {number} a boat of the town left at {number} again." for number in range(60)]
    first, *more = others[: around + between]
    lines = [first, more.pop(), sentence, *more[:between], f"They said it. {sentence} {first}"]
    return "\n\n".join([*lines, *more[between:]])


HEAD = "Ferry between two islands sails again"
STORY = "The ferry between the two islands will sail again on Monday, the company said."
SAID = "Ferries of the two islands sail again on Monday, and on all days of the week of May"


def above(*lines: str) -> str:
    """Return lines above a story."""
    return "\n\n".join([*lines, STORY])


def scene(number: int) -> str:
    """Return a text whose scene is its so manieth line, blank ones as well."""
    return "The boats went out at noon.\n" * (number - 1) + SCENE


def gaps(ended: int, amid: int, size: int = 200) -> str:
    """Return a line with so many gaps after a sentence, and so many amid words."""
    return filled(f"{'It rained.    ' * ended}{'They    ' * amid}slept.", size)


def joined(stops: int = 5, marks: int = 0, spaced: int = 3, size: int = 600) -> str:
    """Return a line with so many stops and marks glued to a sentence, and so many apart from it."""
    text = "The boats sailed. " * spaced + "The boats sailed." * stops + SAILED * marks
    return filled(f"{text}He slept.", size)


def quoted(lead: int = 40, between: int = 20, lines: int = 1) -> str:
    """Return a story with a button, below so many lines, and the words that lead up to them."""
    short = [filled(" It rained.", between)] * lines
    button = "Verify your email address to continue"
    return "\n\n".join([STORY, filled(" It said:", lead), *short, button, STORY])


SAILED = 'He said: "They sailed."'
SCENE = "Pilots meet in Bergen, Norway, on June 19, 2023."


BOUNDS: dict[str, tuple[str, Make, int, int]] = {
    "a long text": (
        "possessive.dropped-apostrophe",
        lambda n: filled(" Veldania voted. In Veldania they did. Veldanias army said so.", n),
        801,
        800,
    ),
    "apostrophes of one text": ("possessive.name-s-apostrophe", damaged, 2000, 2001),
    "speech, often": ("punctuation.lost-quotes", story, 6, 5),
    "speech, of us": ("punctuation.lost-quotes", lambda n: story(n, first="we"), 2, 1),
    "a story": ("punctuation.lost-quotes", lambda n: story(6, n), 301, 300),
    "quotations in a story": ("punctuation.lost-quotes", lambda n: story(6) + ' "so"' * n, 0, 1),
    "a paragraph with two apostrophes": (
        "punctuation.two-apostrophes",
        lambda n: second(" They said, ''It is over,'' and left.", n),
        19_999,
        20_000,
    ),
    "a paragraph with a doubled mark": (
        "punctuation.doubled-quote",
        lambda n: second(' "It is over."" Then she left.', n),
        19_999,
        20_000,
    ),
    "a paragraph with spaced marks": (
        "punctuation.spaced-quote",
        lambda n: filled(' He said, "It is over. " Then he left it.', n),
        20_000,
        20_001,
    ),
    "a line in another language": (
        "punctuation.space-before-mark",
        lambda n: f"{STORY}\n\n{('La mer est dans le port de la ville ' * 2)[: n - 2]} ?",
        39,
        40,
    ),
    "a column of marks": ("punctuation.space-before-mark", lambda n: "Is it so ?\n" * n, 2, 3),
    "more than anybody weighs": (
        "punctuation.split-ordinal",
        lambda n: f"They saw {n} st in a row.",
        41,
        31,
    ),
    "a call above a headline": (
        "header.kicker",
        lambda n: above(f"{'S' * 12} {'K' * (n - 13)}", HEAD),
        24,
        25,
    ),
    "words of a call": ("header.kicker", lambda n: above(" ".join(["STOP"] * n), HEAD), 2, 3),
    "a call that may be initials": ("header.kicker", lambda n: above("SHOCKERS"[:n], HEAD), 5, 4),
    "a standfirst": (
        "header.repeated-standfirst",
        lambda n: above(HEAD, SAID[:n], "By Ines Tarrow", SAID[:n]),
        50,
        49,
    ),
    "where a standfirst comes again": (
        "header.repeated-standfirst",
        lambda n: "\n".join([HEAD, SAID, *["By Ines Tarrow"] * (n - 3), SAID, STORY]),
        13,
        14,
    ),
    "a standfirst above an author": (
        "header.byline",
        lambda n: above(HEAD, filled("They went.", n), "By Ines Tarrow"),
        300,
        301,
    ),
    "sentences above an author": (
        "header.byline",
        lambda n: above(HEAD, *[f"{SAID}."] * n, "By Ines Tarrow"),
        2,
        3,
    ),
    "lines below a standfirst": (
        "header.byline",
        lambda n: above(HEAD, f"{SAID}.", "By Ines Tarrow", *["2 min read"] * (n - 2)),
        8,
        9,
    ),
    "points below a headline": (
        "header.title",
        lambda n: above(HEAD, "Key points", *["- It sails on all days of May"] * n),
        2,
        1,
    ),
    "paragraphs above a dateline": (
        "header.dateline",
        lambda n: "\n\n".join([*[f"{SAID}."] * n, f"OSLO (AP) - {STORY}"]),
        2,
        3,
    ),
    "a paragraph above a dateline": (
        "header.dateline",
        lambda n: f"{filled('They went.', n)}\n\nOSLO (AP) - {STORY}",
        400,
        401,
    ),
    "words behind an agency": (
        "header.dateline",
        lambda n: f"OSLO, June 19, 2023 (AP) - {' '.join('The ferry was sold'.split()[:n])}.",
        4,
        3,
    ),
    "dates below a date": (
        "header.bare-date",
        lambda n: above(HEAD, "19 June 2023, 08:15") + "\n\n20 June 2023\n\nIt sailed." * n,
        1,
        2,
    ),
    "lines above a story with a date among them": (
        "header.bare-date",
        lambda n: above(HEAD, *["By Ines Tarrow"] * (n - 2), "19 June 2023, 08:15"),
        10,
        11,
    ),
    "a name behind a label": (
        "header.labelled-date",
        lambda n: above(f"Posted by Ines Tarrow-{'a' * (n - 12)} on June 19, 2023"),
        60,
        61,
    ),
    "the name of a file": (
        "caption.file-name",
        lambda n: f"{STORY}\n\nLisbon-harbour-{'a' * (n - 24)}-main-750\n\n{STORY}",
        129,
        130,
    ),
    "a scene at the head": ("caption.no-credit", scene, 8, 9),
    "a story beside captions": (
        "caption.labelled",
        lambda n: f"Caption: The harbour of Vigo at noon.\n\n{SAID[: n - 1]}.",
        41,
        40,
    ),
    "gaps after a sentence": ("layout.paragraph-gap", lambda n: gaps(n, 0), 3, 2),
    "gaps amid words": ("layout.paragraph-gap", lambda n: gaps(3, n), 2, 3),
    "a line with gaps": ("layout.paragraph-gap", lambda n: f"{STORY}\n{gaps(3, 0, n)}", 121, 120),
    "glued sentences": ("layout.glued-paragraph", joined, 5, 4),
    "glued sentences beside marks": ("layout.glued-paragraph", lambda n: joined(n, 6), 3, 2),
    "sentences that are not glued": ("layout.glued-paragraph", lambda n: joined(spaced=n), 3, 2),
    "a line of glued sentences": (
        "layout.glued-paragraph",
        lambda n: f"{STORY}\n{joined(size=n)}",
        600,
        599,
    ),
    "a paragraph that comes again": (
        "layout.repeated-paragraph",
        lambda n: f"{SAID[: n - 1]}.\n\n{SAID[: n - 1]}.",
        60,
        59,
    ),
    "a paragraph that comes again further down": (
        "layout.repeated-paragraph",
        lambda n: f"{SAID[: n - 1]}.\n\n{STORY} \n\n{SAID[: n - 1]}.",
        80,
        79,
    ),
    "a sentence that was pulled": ("boilerplate.pull-quote", pulled, 60, 59),
    "a long sentence that was pulled": ("boilerplate.pull-quote", pulled, 300, 301),
    "how near it stands": ("boilerplate.pull-quote", lambda n: pulled(between=n), 7, 8),
    "paragraphs around it": ("boilerplate.pull-quote", lambda n: pulled(around=n), 6, 5),
    "what leads up to a button": ("boilerplate.reader-call", quoted, 24, 25),
    "a line above a button": ("boilerplate.reader-call", lambda n: quoted(between=n), 81, 80),
    "lines above a button": ("boilerplate.reader-call", lambda n: quoted(lines=n), 8, 7),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound(name: str) -> None:
    rule_id, make, within, beyond = BOUNDS[name]
    rule = replace(RULES[rule_id], language="")
    assert rule.look(Text(make(within))), "at the bound"
    assert not rule.look(Text(make(beyond))), "beyond it"


@pytest.mark.parametrize(("size", "after"), [(20_000, " "), (20_001, None)])
def test_a_glued_mark_in_a_long_paragraph(size: int, after: str | None) -> None:
    text = Text(second(' He said: "It is over."She left.', size))
    assert [each.after for each in RULES["punctuation.glued-quote"].propose(text)] == [after]


@pytest.mark.parametrize(
    ("words", "lines", "is_twin"), [(7, 4, True), (6, 4, False), (7, 5, False)]
)
def test_a_caption_that_comes_again(words: int, lines: int, is_twin: bool) -> None:
    caption = " ".join("Dockers warm their hands at a fire".split()[:words])
    between = [f"The boats went out at {hour}, as they do." for hour in range(1, lines)]
    text = "\n".join(
        [STORY, f"{caption}.", *between, f"{caption}. Jane Roe/AFP/Getty Images", STORY]
    )
    found = list(RULES["caption.credited"].propose(Text(text)))
    assert len([each for each in found if each.after is not None]) == 1 + is_twin, found


def test_odd_spaces() -> None:
    found = {
        code
        for code in range(0x80, 0x3100)
        if list(RULES["layout.odd-space"].propose(Text(f"a{chr(code)}b")))
    }
    assert found == {0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000}


@pytest.mark.parametrize(("size", "is_taken"), [(1000, True), (990, False)])
def test_a_stranger_under_a_story(size: int, is_taken: bool) -> None:
    above = f"{filled(STORY, size - 2)}\n\n"
    last = "Lea Brandt is a lecturer in law at the school on the quay."
    assert bool(list(RULES["boilerplate.author-bio"].propose(Text(above + last)))) is is_taken


@pytest.mark.parametrize(
    "last",
    [
        "Mr. Brandt is a member of the council on the quay.",
        "Lea Sailor is a poet in the north.",
        "Lea Brandt is a poet, she said of herself.",
        "Lea Brandt is at home on the quay, as poets of the north who see the sea are.",
        "Lea Brandt is a professor of law.",
        "The author is at her best on the sea.",
    ],
)
def test_who_is_no_writer_under_a_story(last: str) -> None:
    above = f"{filled('The quay was built by Tom Sailor, and by his sons.', 1200)}\n\n"
    assert not list(RULES["boilerplate.author-bio"].propose(Text(above + last)))


@pytest.mark.parametrize(("people", "is_taken"), [(3, True), (4, False)])
def test_strangers_one_by_one(people: int, is_taken: bool) -> None:
    names = ("Lea Brandt", "Ines Tarrow", "Ann Roe", "Tom Poe")[:people]
    lines = [filled(STORY, 1200), *(f"{name} is a poet in the north." for name in names)]
    found = list(RULES["boilerplate.author-bio"].propose(Text("\n\n".join(lines))))
    assert len(found) == people * is_taken


@pytest.mark.parametrize(("labels", "is_taken"), [(3, True), (4, False)])
def test_doubtful_labels_under_a_story(labels: int, is_taken: bool) -> None:
    places = (f"Harbour complaints of the {place}" for place in "NSEW"[:labels])
    lines = [STORY, f"{SAID}.", *places]
    found = list(RULES["boilerplate.page-label"].propose(Text("\n\n".join(lines))))
    assert len(found) == labels * is_taken


@pytest.mark.parametrize(
    "last",
    [
        "The writer is a columnist in the north.",
        "The author can be reached at lea@quay.example.",
    ],
)
def test_a_writer_without_a_name(last: str) -> None:
    above = f"{filled('The quay was built by Tom Sailor, and by his sons.', 1200)}\n\n"
    assert list(RULES["boilerplate.author-bio"].propose(Text(above + last)))
