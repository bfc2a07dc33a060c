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
    """about advertisement agency archive archives bank big black blog breaking business center
    central centre channel church city club college community company contact content council
    county court coverage culture cup daily department desk district east economy edition
    editorial editors education energy entertainment environment events features finance
    football foundation full gazette global government great group guest health herald high home
    hospital institute interview international journal latest law league lifestyle live local
    log magazine main map market markets media menu ministry more music national navigation
    network new news newsletter north office old online opinion page park party photo photos
    podcast police policy politics post press print public radio read register release report
    reports review river school science search section share sign site skip social south special
    sponsored sport sports staff stories story street studio subscribe team tech technology
    television times today top travel tribune tv union united university update updates us video
    weather web week weekly west white world""".split()
)
"""Words that names of papers and sections have, and names of people seldom."""


def names_nobody(words: str) -> bool:
    """Tell whether a word is in what looks like names that no name has: ``By Popular Demand``.

    ``Dana A. Ford`` has an initial.
    """
    return any(word.lower().strip(",.") in NO_NAMES for word in words.split() if word != "A.")
