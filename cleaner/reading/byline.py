"""Reads a line that names its authors, and maybe for whom they wrote and when."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading import date
from cleaner.reading.agency import is_agency, is_source
from cleaner.reading.beat import is_section
from cleaner.reading.calendar import MONTHS, WEEKDAYS
from cleaner.reading.name import GIVEN_NAMES, MORE_GIVEN_NAMES
from cleaner.reading.nobody import NO_PEOPLE, names_nobody
from cleaner.reading.person import NAME, NAMES_RE, is_author, is_given, spell
from cleaner.reading.place import is_city, is_region
from cleaner.reading.place import spell as spell_place

BY_RE = late(
    r"(?:(?:written|authored|reported|reporting|edited|curated|words|text|story|article|posted"
    r"|exclusive) )?"
    r"by(?: ?[:/] ?|[ -])"
    r"|by(?=[A-Z][a-z])"
    r"|(?:author|reporter|curator|autor(?:in|a|e)?|auteur|von|por|par|redacci[oó]n): ?",
    re.IGNORECASE,
)
PREPOSITION_RE = late(
    r"(?i:von|par|por|di|da|door|av|af) (?P<given>[A-ZÀ-Þ][^\W\d_]+) (?=[A-ZÀ-Þ])"
)
"""`By` in other languages, which is a part of names, too: `Von Miller`."""

AFFILIATION_RE = late(r",? ?(?:for |of |with |in |at |[/|] ?|\()?(?P<name>.{2,40}?)\)?")
ROLE_RE = late(
    r",? (?:\w+ )?(?:staff writer|staff reporter|correspondent|reporter|editor|contributor|writer"
    r"|news service)\b.*",
    re.IGNORECASE,
)
DEGREE = (
    r"(?:B\.?A|B\.?Sc|D\.?D\.?S|D\.?O|D\.?V\.?M|Esq|J\.?D|M\.?[AD]|M\.?B\.?A|M\.?P\.?H|M\.?Sc?|Ph\.?D"
    r"|R\.?D\.?N|R\.?[DN])\b\.?"
)
DOMAIN = r"(?:[a-z\d-]+\.){1,2}(?:com|org|net|tv|ca|co\.uk)"
SIGNED_REST_RE = late(
    rf"(?:,? {DEGREE})+|(?:,? {DEGREE})*, (?i:{DOMAIN}) [A-Z][a-z]+|,? @\w+"
    r"|[;,] (?i:with (?:an? |additional )?(?:files?|reports?|reporting)"
    r" (?:from|by)(?: the)?) [A-Z][\w .,&'’-]{2,50}"
)
"""What may follow a name behind `by`: degrees, a role at a site, the name in a network, who else
reported."""

DOMAIN_RE = late(DOMAIN, re.IGNORECASE)
HOUSE_RE = late(
    r" [|] (?P<house>(?:[A-Z][\w.&'’-]* ){1,4}(?:Chronicle|Courier|Gazette|Herald|Journal|Media"
    r"|News|Newspapers|Observer|Press|Radio|Star|Telegraph|Times|Tribune|TV))"
    rf"(?: for (?i:{DOMAIN}))?$"
)
"""`By Jane Roe | NJ Quay Media for quay.com`: a house that says of itself that it is one."""

HOUSE_ALONE_RE = late(
    r"(?P<first>[A-Z][\w.&'’-]*) (?:[A-Z][\w.&'’-]* ){0,3}"
    r"(?:Chronicle|Courier|Gazette|Herald|Media|News|Newspapers|Telegraph|Tribune|TV)"
)
"""`By Quay News`: nobody has such a name."""

HOUSED_RE = late(rf"(?P<names>{NAME}), (?P<house>The(?: [A-Z][\w.&'’-]*){{1,4}})")
ROLES = frozenset(
    """writer writers reporter reporters correspondent correspondents editor editors contributor
    columnist desk bureau newsroom staff team agencies""".split()
)
BAR_RE = late(rf" [|] (?=(?:[A-Z][\w-]+ ){{0,2}}(?i:{'|'.join(sorted(ROLES))})\Z)")
"""Between somebody and the role: `Ines Tarrow | Staff Writer`."""

UNSIGNED_ROLE_RE = late(rf"{NAMES_RE.pattern}, (?:[\w-]+ ){{0,2}}(?P<role>\w+)")
DESK_RE = late(
    rf"(?:(?:[Oo]ur|[Ss]taff|[Ss]pecial|[A-Z][\w.&-]*) ){{0,4}}(?i:{'|'.join(sorted(ROLES))})"
)
"""Nobody by name: `Our Correspondent`, `The Quay Staff`, `Agencies`."""

UNSIGNED_DESK = (
    r"(?i:(?!special report\Z)"
    r"(?:our (?:own )?(?:correspondents?|reporters?)|(?:staff|special|web|news|online|digital"
    r"|contributing|monitoring) (?:correspondents?|reporters?|writers?|desk|bureau|report)"
    r"|(?:news )?agencies|(?:[a-z]\.){2,4} report))"
)
UNSIGNED_DESK_RE = late(UNSIGNED_DESK)
DESKED_RE = late(rf"(?P<house>[A-Z]{{2,6}}) ?/ ?(?P<desk>{UNSIGNED_DESK})")
"""`QBN / WEB DESK`."""

JOINT_RE = late(r",? (?:and|with|&) |, ")
ROLE_ALONE_RE = late(
    r"(?:(?:staff|special|web|news|online|digital|contributing) )?"
    r"(?:writer|reporter|correspondent|editor|contributor|columnist)s?",
    re.IGNORECASE,
)
"""What somebody does, but not who, nor for whom."""

AGENCY_ROLE_RE = late(
    r"(?P<agency>[A-Z][A-Za-z]+) (?:[A-Z][a-z]+ ){0,2}"
    r"(?:Writer|Reporter|Correspondent|Editor|Producer)s?"
)
GLUED_ROLE_RE = late(
    r"(?P<name>(?!The )[^\W\d_]+ (?:[^\W\d_.]+\.? )?[^\W\d_]+[a-z]) ?(?P<role>(?:(?:AP|Associate"
    r"|Assistant|Business|Chief|City|Contributing|Crime|Deputy|Digital|Education|Environment|Features"
    r"|Food|Foreign|Freelance|Guest|Health|Legal|Managing|Medical|National|News|Political|Science"
    r"|Senior|Special|Sports|Staff|Technology|Travel|[Aa]rts) ){1,3}"
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Cc]ontributor)\b.*)"
)
"""A role on the next line of the page, with no comma or not even a space before it in the text."""

FOR_RE = late(r",? (?:[Ss]pecial to|[Ff]or) (?:the )?(?P<house>[A-Z].*)")
IN_RE = late(r",? (?i:in) (?P<where>[A-Z][\w .'’-]{2,30})")
PLACED_RE = late(
    rf"(?!(?:By|BY) .* in )(?P<word>(?:[Bb]y|BY|[Ff]rom|FROM) )?(?P<names>{NAMES_RE.pattern})"
    r"(?:, | [–—-] | in )"
    r"(?P<city>[A-Z][\w .'’-]{2,30})"
)
PLACE_MARKS = (", ", " in ", " – ", " — ", " - ")
"""`From Ines Tarrow, Abuja`: who wrote it, and where, and what stands between."""

EMPTY_RE = late(r"\s+(?:on(?:\s+at)?|at)$")
DATE_START_RE = late(
    r"(?:^|,? (?:[–—-] )?)(?:(?i:on|at|am|um|le|el|il|em|op|om|den|vom|dne|dnia|alle) )?"
    r"(?P<when>(?P<word>\d|[^\W\d_]+))"
)
DIGIT_RE = late(r"\d")


def signature_end(text: str) -> int:
    """Return where the word ends with which a byline begins and hardly anything else; 0 for none.

    Those of other languages are such a word before somebody's first name and another name.
    """
    if found := BY_RE.match(text):
        return found.end()
    found = PREPOSITION_RE.match(text)
    is_name = found and (is_given(found["given"]) or found["given"] in MORE_GIVEN_NAMES)
    return found.start("given") if found and is_name else 0


def split(text: str) -> tuple[str, str]:
    """Split ``By Jane Roe on June 19, 2023`` into who and when; "" where one is not said.

    ``June`` and ``Jan`` are names of people too: when is what reads as a day.
    """
    rest = text[signature_end(text) :].strip().removesuffix("->").strip(" ,-–—")
    rest = BAR_RE.sub(", ", EMPTY_RE.sub("", rest))
    if not DIGIT_RE.search(rest):
        return rest, ""
    split: tuple[str, str] | None = None
    for start in DATE_START_RE.finditer(rest):
        word = start["word"].lower()
        if word.isdigit() or word in MONTHS or word in WEEKDAYS:
            when = rest[start.start("when") :]
            split = split or (rest[: start.start()], when)
            if date.read(when) or date.lacks_year(when):
                return rest[: start.start()], when
    return split or (rest, "")


def read(text: str, is_signed: bool = False) -> tuple[tuple[str, str], ...]:
    """Read who wrote it: names, and maybe for whom; nothing where there is anything else.

    Where it ``is_signed`` (`By …`), more may follow: `in Oslo`, `for The Quay`.
    """
    text = text.replace(" ,", ",")
    if is_agency(text) or (is_signed and (_are_agencies(text) or _is_house(text))):
        return (("source", text),)
    desk = DESKED_RE.fullmatch(text) or (DESK_RE if is_signed else UNSIGNED_DESK_RE).fullmatch(text)
    if desk:
        house = desk.groupdict().get("house")
        who = desk["desk"] if house else _apart(text)
        return (("byline", who), *((("source", house),) if house else ()))
    customer = (HOUSE_RE.search(text) or FOR_RE.search(text)) if is_signed else None
    if customer and NAMES_RE.fullmatch(text, 0, customer.start()):
        return (("byline", spell(text[: customer.start()])), ("source", customer["house"]))
    match = NAMES_RE.match(text)
    if not match or names_nobody(match[0]):
        return ()
    names, rest = match[0], text[match.end() :]
    who, source = _split_source(names) if not rest else (names, "")
    affiliation = AFFILIATION_RE.fullmatch(rest)
    name = affiliation["name"] if affiliation else ""
    if name and (is_source(name) or (is_signed and DOMAIN_RE.fullmatch(name))):
        source = name
    if source:
        return (("byline", spell(who)), ("source", source))
    where = IN_RE.fullmatch(rest) if is_signed else None
    if where and is_section(where["where"]):
        rest = ""
    more = ROLE_RE.fullmatch(rest) or (is_signed and SIGNED_REST_RE.fullmatch(rest))
    return (("byline", _apart(spell(names) + rest)),) if not rest or where or more else ()


def _are_agencies(text: str) -> bool:
    """Tell whether a text names agencies and nothing else: ``euronews with AP, AFP``."""
    return all(map(is_agency, JOINT_RE.split(text)))


def _is_house(text: str) -> bool:
    """Tell whether a text is the name of a paper or a site, and of nobody."""
    found = HOUSE_ALONE_RE.fullmatch(text)
    is_paper = found is not None and found["first"] not in GIVEN_NAMES
    return is_paper or DOMAIN_RE.fullmatch(text) is not None


def _apart(signed: str) -> str:
    """Put a comma between somebody's name and a role that is glued to it."""
    glued = GLUED_ROLE_RE.fullmatch(signed)
    if not glued or not NO_PEOPLE.isdisjoint(glued["name"].lower().split()):
        return signed
    return f"{glued['name']}, {glued['role']}"


def read_placed(text: str) -> tuple[tuple[str, str], ...]:
    """Read who wrote it and the known city where: nothing where there is anything else.

    Without a word that says so they have a name that people are given: `Swan Lake in London`.
    """
    found = PLACED_RE.fullmatch(text) if any(map(text.__contains__, PLACE_MARKS)) else None
    if not found or not is_city(found["city"]) or not is_author(found["names"]):
        return ()
    first = found["names"].partition(" ")[0]
    if is_region(first) or not (found["word"] or is_given(first)):
        return ()
    return (("byline", spell(found["names"])), ("dateline", spell_place(found["city"])))


def read_housed(text: str) -> tuple[tuple[str, str], ...]:
    """Read who wrote it, and for which paper: ``Ines Tarrow, The West Quay``; of no place."""
    found = HOUSED_RE.fullmatch(text)
    house = found["house"] if found else ""
    if not found or not is_author(found["names"]) or is_city(house) or is_region(house):
        return ()
    return (("byline", spell(found["names"])), ("source", house))


def _split_source(names: str) -> tuple[str, str]:
    """Split ``Ines Tarrow and Lea Odell, Associated Press``, with a comma or without."""
    words = names.split(" ")
    for count in range(1, min(5, len(words) - 1)):
        source = " ".join(words[-count:])
        if is_source(source) and (count > 1 or source.isupper() or source == "Reuters"):
            return " ".join(words[:-count]).rstrip(","), source
    return names, ""


def is_role(words: str) -> bool:
    """Tell whether words say what somebody does, maybe for an agency: ``AP Medical Writer``."""
    named = AGENCY_ROLE_RE.fullmatch(words)
    return bool(named and is_agency(named["agency"])) or bool(ROLE_ALONE_RE.fullmatch(words))


def names_role(line: str) -> bool:
    """Tell whether a line is names and a role and nothing else: ``Jane Roe, Staff Writer``."""
    match = UNSIGNED_ROLE_RE.fullmatch(line)
    return match is not None and match["role"].lower() in ROLES
