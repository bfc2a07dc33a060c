"""What pages print around and between paragraphs: built in, and without floors so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from bench.fidelity.damage import Damage, DamageClass, prose

HEADLINES = "Harbour council votes on a second crane\nFive soups for a wet week\nWhy herons wait"

HEAD = {
    "stamp": [" date 2023-06-19 ", " date 2023-06 ", " date 2023-06-18 23\n"],
    "navigation": ["Skip to content\n\n", "Menu\n\n", "Home >> World\n\n", "Connect with us\n\n"],
}
LEAD = {
    "dateline": ["OSLO (AP) — ", "NAIROBI, June 19 (Xinhua) -- ", "LISBON, Portugal (AP) – "],
    "byline": ["By Ines Tarrow\n\n", "By Ines Tarrow, Lea Brandt and Tom Odell\n\n"],
    "date": [
        "June 19, 2023\n\n",
        "Monday, June 19, 2023, 4:22 AM\n\n",
        "2023-06-09 16:52:32\n\n",
        "May 10, 2023 19:10 IST\n\n",
    ],
    "labelled-date": [
        "Published on: 19 June 2023\n\n",
        "Updated: 07 Jul 2022, 11:01 PM IST\n\n",
        "Publish : 2023-06-19 11:59:00\n\n",
    ],
    "empty-label": ["PUBLISHED: | UPDATED:\n\n", "Issued on: Modified:\n\n"],
    "reading-time": ["2 min read\n\n", "8 min\n\n", "< 1 minute read\n\n"],
    "caption": [
        "Ines Tarrow opens the new quay in Oslo on Monday, June 19, 2023. (AP Photo/L. Odell)\n\n"
    ],
}
BETWEEN = {
    "ad-marker": ["[ad_1]\n\n", "[ad_2]\n\n", "ARTICLE AD BOX\n\n", "Advertisement\n\n"],
    "ad-notice": ["Story continues below advertisement\n\n", "Story continues below this ad\n\n"],
    "pointer": [
        "Read more: Harbour council votes on a second crane\n\n",
        "Also Read: Five soups for a wet week\n\n",
        "RELATED: Why herons wait\n\n",
    ],
    "newsletter": [
        "Sign up for our daily newsletter\n\n",
        "Get the morning briefing in your inbox\n\n",
    ],
    "share": ["Share this:\n\n", "Share\n\n", "facebook-white sharing button\n\n"],
    "video": ["Video Player is loading.\n\n", "Media playback is unsupported on your device\n\n"],
    "caption": ["A heron waits at the quay in Oslo, Norway, May 3, 2023. REUTERS/Lea Odell\n\n"],
}
TAIL = {
    "comment-form": [
        "\n\nLeave a Reply\n\nYour email address will not be published.",
        "\n\nComments (0)",
        "\n\nPost a Comment",
    ],
    "related": [f"\n\nRelated posts\n\n{HEADLINES}", f"\n\nYou May Also Like\n{HEADLINES}"],
    "source": [
        "\n\nSource link",
        "\n\n[ad_2]\n\nSource link",
        "\n\nSource: https://news.example/a/",
    ],
    "copyright": [
        "\n\nCopyright 2023 The Associated Press. All rights reserved. This material may not be "
        "published, broadcast, rewritten or redistributed."
    ],
    "credits": [
        "\n\n(Reporting by Ines Tarrow; Editing by Tom Odell)",
        "\n\n(Web editor: Lea Odell)",
    ],
    "syndication": ["\n\nThe post Why herons wait appeared first on The Quay."],
    "hashtags": ["\n\n#Oslo #harbour #herons", "\n\nTags: Oslo, harbour, herons"],
    "end-mark": ["\n\n■", "\n\nik/19:36", "\n\nHits: 2"],
}


def lead(text: str) -> int | None:
    """Return where the first paragraph of prose begins."""
    return prose(text)[0][0] if prose(text) else None


def insert(
    blocks: Sequence[str], find: Callable[[str, Random], int | None]
) -> Callable[[str, Random], Damage | None]:
    """Write one of ``blocks`` at the place that ``find`` finds."""

    def put(text: str, rng: Random) -> Damage | None:
        place, block = find(text, rng), rng.choice(blocks)
        if place is None:
            return None
        return Damage(text[:place] + block + text[place:], place, place + len(block), "")

    return put


def between(text: str, rng: Random) -> int | None:
    """Return the beginning of a paragraph of prose that follows one."""
    starts = [start for _, end in prose(text) if (start := end + 2) in dict(prose(text))]
    return rng.choice(starts) if starts else None


PLACES: Sequence[tuple[str, dict[str, list[str]], Callable[[str, Random], int | None]]] = (
    ("header", HEAD, lambda text, rng: 0),
    ("header", LEAD, lambda text, rng: lead(text)),
    ("furniture", BETWEEN, between),
    ("trailer", TAIL, lambda text, rng: len(text.rstrip())),
)

CLASSES = tuple(
    DamageClass(f"{group}.{name}", insert(blocks, find), has_floor=False)
    for group, table, find in PLACES
    for name, blocks in table.items()
)
