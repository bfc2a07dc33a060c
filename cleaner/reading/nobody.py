"""The words that names of people have not, however much what they stand in looks like one."""

from __future__ import annotations

NO_NAMES = frozenset(
    """a all an any at default each every far hand his her in its it law mail many means my night
    no now our phone popular request that the then their this these those train what when your
    published updated posted modified nature definition design contrast comparison accident
    mistake monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
NO_PEOPLE = frozenset(
    """about advertisement agency archive archives arena bank big black blog bowl breaking bridge
    business cathedral center central centre ceremony channel church city club college community
    company concert conference contact content council county court coverage culture cup daily
    department desk district east economy edition editorial editors education election energy
    entertainment environment events exhibition fair features festival final finals finance
    football foundation full gala games garden gardens gazette global government great group
    guest hall health hearing herald high home hornets hospital institute international
    interview journal latest law league lifestyle live local log magazine main map marathon
    market markets media meeting memorial menu ministry more museum music national navigation
    network new news newsletter north office old online opinion page palace parade park party
    period photo photos podcast police policy politics post press primary print public radio
    read register release report reports review river school science search section share sign
    site skip social south special sponsored sport sports stadium staff stories story street
    studio subscribe summit team tech technology television theater theatre times today top
    tower travel trial tribune tv union united university update updates us video vote weather
    web week weekly west white world""".split()
)
"""Words that names of papers, sections and what is held on a day have, and of people seldom."""


def names_nobody(words: str) -> bool:
    """Tell whether a word is in what looks like names that no name has: ``By Popular Demand``.

    ``Dana A. Ford`` has an initial.
    """
    return any(word.lower().strip(",.") in NO_NAMES for word in words.split() if word != "A.")
