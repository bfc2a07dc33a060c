"""Lines that begin with the words of a page, and then tell of people: sentences of the story."""

from __future__ import annotations

from cleaner.pattern import late

SPEECH = (
    "said|says|say|told|tells|wrote|writes|read|reads|ran|runs|began|begins|thought|felt|sang|swore"
    "|used to|went|goes|put it|did|does|had|has|was|were|found|held|gave|got|kept|knew|left|lost"
    "|met|paid|sat|saw|sent|spoke|stood|took|taught|won|wept|broke|chose|fell|fought|heard|led|meant"
)
OF_PAGES = (
    "delivered|curated|dedicated|devoted|written|published|produced|hosted|based|packed|updated"
    "|focused|filled|designed|created|powered|supported|funded|owned|operated|licensed|edited|used"
    "|reserved|printed|trusted|related|featured|provided|required|verified|received|needed|called"
)
"""What is done with a letter or a site: of these nobody is told."""

TOLD = rf"(?:{SPEECH}|(?!(?:{OF_PAGES})\b)[a-z]+ed)\b"
SOMEBODY = (
    r"(?:(?:s?he|they)|(?:the|an?|his|her|its|their|one|my) (?:[\w’'-]+ ){0,2}?[\w’'-]+"
    r"|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})"
)
MADE = (
    r"(?! (?:[a-z]+ly )?(?:[a-z]+ly|first|also|made|last|not|never|then|republished|created"
    rf"|translated|reported|adapted|corrected|generated|co-\w+|{OF_PAGES})\b)"
)
SAID_RE = late(rf", (?:and |but )?(?:{SOMEBODY} {TOLD}|(?:said|says|wrote) {SOMEBODY})")
"""Behind a comma somebody says or does what the line begins with."""

STORY_RE = late(
    r"\b(?<![Tt]here )(?:was|were) (?:the|his|her|their|what|how"
    r"|an? (?!production|project|version|part|member))"
    r"|[.?!] Then (?:you|he|she|they|it|the|his|her) |: so (?:says?|said|reads?)\b"
    rf"|[.?!] (?:The|It|He|She|They|That) (?:[\w’'-]+ ){{0,3}}?(?:was|were|had|did){MADE}"
    rf"|\b(?:he|she|they) {TOLD}"
    r"|\b(?:began|appeared|born|made) (?:in|on) (?:the )?[12]\d{3}\b|\bin 1[0-9]\d\d\b"
)
"""The line goes on with what was."""

SPOKEN_RE = late(
    r"(?!(?i:ends?)\.)"
    r"(?:[^\W\d_][\w'’]*(?: [a-z][\w'’]*)?|(?:Tell me|Find out) more"
    r"|Get in touch|Details to follow)\."
)
"""A sentence of a word or two, as people speak (`Got it.`, `Read on.`): a button has no stop."""


def is_told(line: str) -> bool:
    """Tell whether a line, however it begins, tells what somebody said or did, or what was."""
    return SAID_RE.search(line) is not None or STORY_RE.search(line) is not None


def is_spoken(line: str) -> bool:
    """Tell whether a line is so short a sentence that only its stop tells it from a button."""
    return SPOKEN_RE.fullmatch(line.strip()) is not None
