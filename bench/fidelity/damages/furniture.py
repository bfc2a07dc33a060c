"""What pages print around and between paragraphs: built in; headers alone have floors so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from bench.fidelity.damage import Damage, DamageClass, prose

HEADLINES = "Harbour council votes on a second crane\nFive soups for a wet week\nWhy herons wait"
LISTED = HEADLINES.replace("\n", "\n\n")

HEAD = {
    "stamp": [" date 2023-06-19 ", " date 2023-06 ", " date 2023-06-18 23\n"],
    "navigation": ["Skip to content", "Menu", "Home >> World", "Connect with us", "Search"],
    "menu": ["World\nPolitics\nSport\nWeather", "Home | News | Sport | Weather | Sign in"],
    "today": ["Monday, June 19, 2023 | Latest edition", "Today's paper", "June 19, 2023 7:42 am"],
}
LEAD = {
    "dateline": ["OSLO (AP) — ", "NAIROBI, June 19 (Xinhua) -- ", "LISBON, Portugal (AP) – "],
    "byline": [
        "By Ines Tarrow",
        "By Ines Tarrow, Lea Brandt and Tom Odell",
        "By INES TARROW, Associated Press",
        "Written by Ines Tarrow for Reuters",
        "Ines Tarrow, Staff Writer",
    ],
    "date": [
        "June 19, 2023",
        "Monday, June 19, 2023, 4:22 AM",
        "2023-06-09 16:52:32",
        "May 10, 2023 19:10 IST",
        "Wed 24 May 2023 05.27 EDT",
        "16:14 JST, November 17, 2022",
    ],
    "labelled-date": [
        "Published on: 19 June 2023",
        "Updated: 07 Jul 2022, 11:01 PM IST",
        "Publish : 2023-06-19 11:59:00",
        "First Published Aug 20, 2023, 5:52 PM IST",
        "Last updated on June 19, 2023 at 7:15 pm",
        "Posted November 2, 2022 7:27 pm",
    ],
    "empty-label": ["PUBLISHED: | UPDATED:", "Issued on: Modified:", "Last updated:"],
    "reading-time": ["2 min read", "8 min", "< 1 minute read", "Reading time: 4 minutes"],
    "source": ["Associated Press", "Source: The Guardian", "Press Trust of India"],
    "caption": [
        "Ines Tarrow opens the new quay in Oslo on Monday, June 19, 2023. (AP Photo/L. Odell)",
        "The new quay in Oslo. Photograph: Lea Odell/AFP",
    ],
    "listen": ["Listen to this article", "00:00 / 04:12", "Play Video"],
}
BETWEEN = {
    "ad-marker": ["[ad_1]", "[ad_2]", "ARTICLE AD BOX", "Advertisement", "ADVERTISEMENT"],
    "ad-notice": [
        "Story continues below advertisement",
        "Story continues below this ad",
        "Article continues after this advertisement",
    ],
    "pointer": [
        "Read more: Harbour council votes on a second crane",
        "Also Read: Five soups for a wet week",
        "RELATED: Why herons wait",
        "READ | Five soups for a wet week",
        "[Read: Why herons wait]",
        "MORE: Harbour council votes on a second crane",
    ],
    "newsletter": [
        "Sign up for our daily newsletter",
        "Get the morning briefing in your inbox",
        "Subscribe to The Quay for free",
        "Enter your email address",
        "By signing up, you agree to our terms of use and privacy policy.",
    ],
    "share": ["Share this:", "Share", "Tweet", "Share on Facebook", "Copy link", "Email", "Print"],
    "video": ["Video Player is loading.", "Watch: Herons at the quay", "Play Video"],
    "caption": [
        "A heron waits at the quay in Oslo, Norway, May 3, 2023. REUTERS/Lea Odell",
        "Image: Lea Odell/Getty Images",
        "Herons at the quay. (Lea Odell / Associated Press)",
    ],
    "paywall": [
        "Already a subscriber? Log in",
        "Subscribe to continue reading",
        "You have 2 free articles left this month.",
    ],
    "cookies": ["We use cookies to improve your experience.", "Accept all cookies"],
}
TAIL = {
    "comment-form": [
        "Leave a Reply\n\nYour email address will not be published.",
        "Comments (0)",
        "Post a Comment",
        "View comments",
        "Join the conversation",
        "Comments are closed.",
        "What do you think? Let us know in the comments below.",
    ],
    "related": [
        f"{head}{between}{listed}"
        for head in (
            "Related posts",
            "You May Also Like",
            "More from World",
            "Most Read",
            "Up next",
        )
        for between, listed in (("\n\n", LISTED), ("\n", HEADLINES))
    ],
    "source": ["Source link", "[ad_2]\n\nSource link", "Source: https://news.example/a/"],
    "copyright": [
        "Copyright 2023 The Associated Press. All rights reserved.",
        "© 2023 The Quay. All rights reserved.",
    ],
    "credits": [
        "(Reporting by Ines Tarrow; editing by Tom Odell)",
        "(Web editor: L. Odell)",
        "Lea Brandt contributed to this report.",
        "With inputs from agencies",
    ],
    "syndication": ["The post Why herons wait appeared first on The Quay."],
    "biography": ["Ines Tarrow is a reporter for The Quay. Follow her on Twitter @inestarrow."],
    "hashtags": ["#Oslo #harbour #herons", "Tags: Oslo, harbour, herons", "Filed under: Herons"],
    "end-mark": ["■", "ik/19:36", "Hits: 2", "###", "-30-", "[END]"],
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


def above(blocks: Sequence[str]) -> list[str]:
    """Set blocks apart from what follows, unless they run into it."""
    return [block if block[-1].isspace() else f"{block}\n\n" for block in blocks]


def between(text: str, rng: Random) -> int | None:
    """Return the beginning of a paragraph of prose that follows one."""
    starts = [start for _, end in prose(text) if (start := end + 2) in dict(prose(text))]
    return rng.choice(starts) if starts else None


PLACES: Sequence[tuple[str, dict[str, list[str]], Callable[[str, Random], int | None]]] = (
    ("header", HEAD, lambda text, rng: 0),
    ("header", LEAD, lambda text, rng: lead(text)),
    ("furniture", BETWEEN, between),
)

PROMISED = frozenset({"stamp", "today", *LEAD} - {"caption", "listen"})
"""The lines of a header, which leave for the front matter."""

CLASSES = (
    *(
        DamageClass(f"{group}.{name}", insert(above(blocks), find), has_floor=name in PROMISED)
        for group, table, find in PLACES
        for name, blocks in table.items()
    ),
    *(
        DamageClass(
            f"trailer.{name}",
            insert([f"\n\n{block}" for block in blocks], lambda text, rng: len(text.rstrip())),
            has_floor=False,
        )
        for name, blocks in TAIL.items()
    ),
)
