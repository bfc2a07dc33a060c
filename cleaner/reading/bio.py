"""Who wrote it: the lines under a story that tell of its writer, and whose views it holds."""

from __future__ import annotations

from cleaner.chars import CLOSERS, DOUBLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.calendar import ENGLISH_MONTH

LIST_MARKS = ("•", "⦁", "■", "▪", "*", "-")
BIO_RE = late(
    r"(?P<mark>[•⦁■▪—–*-]+ ?|@\w+ )?(?:[A-Z]\w+ (?:contributor|columnist|editor) )?"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gen)\. )?"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:, [^.!?]{3,180},)?"
    r" (?:is|(?:currently )?serves as|served as|teaches|works as|lives in) (?P<what>.{3,700})"
)
TRADE_RE = late(
    r"\b(?:editor|columnist|fellow|professor|author|reporter|writer|correspondent|director|host"
    r"|president|contributor|analyst|journalist|attorney|historian|economist|consultant|scholar"
    r"|founder|blogger|CEO|chairman|[Ll]eader|co-host|Director|Editor|activist|Professor|Fellow"
    r"|[Mm]eteorologist|advocate|member of The Associated Press)\b"
)
BIO_VERBS = tuple(
    " can be | are | is | has covered | has reported | has written | has been | joined | covers "
    "| writes | reports | edits | hosts | contributes | teaches | serves as | served as | works as "
    "| lives in ".split("|")
)
WRITER_RE = late(
    r"(?!(?:He|She|It|They|We|Who|Nobody|Somebody|Everybody) )"
    r"(?:[A-Z][\w.'’-]* ){0,2}(?P<surname>[A-Z][\w'’-]+)(?:,? [JS]r\.)?(?:, [^.!?]{3,60},)? "
    r"(?:(?:is|(?:currently )?serves as) (?:an? |the |[A-Z][\w&]+(?: [A-Z]\w+){0,2}['’]s )?"
    r"(?:member of [^.!?]{2,40}\bstaff|(?:\(?[\w’'-]+\)?(?:[ ,-]| and )){0,6}?"
    r"(?:[Ww]riter|[Rr]eporter|[Cc]olumnist|[Cc]orrespondent|[Jj]ournalist|[Ee]ditor"
    r"|[Cc]ontributor|blogger|[Pp]roducer|editorial assistant|intern)"
    r"|(?:the )?author of (?=[A-Z]))\b(?! who)"
    r"|has (?:covered|reported (?:on|for|from)|written (?:about|for|on)|been (?:covering|writing"
    r"|reporting|an? (?:[\w-]+ ){0,3}(?:reporter|writer|editor|journalist|columnist)))\b"
    r"|joined (?:The |the )?[A-Z][\w.&’' -]{2,40} (?:in (?:19|20)\d\d\b|as an? (?:\w+ ){0,3}"
    r"(?:anchor|columnist|contributor|correspondent|critic|editor|fellow|intern|journalist"
    r"|photographer|producer|reporter|writer)\b)"
    r"|(?:covers(?! (?:the|a|his|her|its|their) [\w ]+ with [a-z]+\.)"
    r"|writes (?:about|on|for)|reports (?:on|for)"
    r"|edits|blogs (?:about|at)|hosts the|contributes to)\b)[^!?\"“”]{0,600}"
    r"|(?:[A-Z][\w.'’-]* ){1,2}(?P<host>[A-Z][\w'’-]+) is (?:the|a) (?:co-?)?host of "
    r"(?:[\"“][A-Z][^\"“”]{2,60}[\"”]|[A-Z][\w:'’ -]{2,60}?)"
    r"(?: (?:on|at|for) [A-Z][\w +.-]{1,30})?\.?"
)
"""The commonest way to say who wrote; a profile would tell more of its own man's trade."""

TITLE = r"(?:(?:Dr|Prof|Sen|Rep|Gen|Rev)\. )?"
TRADES = """
    lecturer|author|editor|fellow|director|(?:co-?)?founder|president|chair(?:man|woman)?
    ceo|chief executive|columnist|writer|reporter|journalist|correspondent|consultant|attorney
    lawyer|economist|historian|scientist|researcher|analyst|physician|psychologist|therapist
    teacher|student|member|contributor|blogger|host|producer|photographer|novelist|poet|critic
    scholar|activist|partner|manager|dean|strategist|advis[eo]r|associate|graduate|dietitian|delegate
    nutritionist|entrepreneur|investor|engineer|pastor|rabbi|senator|congress(?:wo)?man
    representative|ambassador|veteran|expert|specialist|educator|principal|chief [a-z ]{2,30}officer
    publisher|freelancer
""".strip().replace("\n    ", "|")
BY_FIRST_NAME = (
    r"(?!(?:He|She|Who|What|This|That|It|Here|There|One|Each)\b)(?=[A-Z][a-z]+ (?:\([\w/]+\) )?is"
    r" (?:an? |the )?(?:[\w.&’'-]+ ){0,5}?(?:co-?founder|founder|writer|reporter|journalist"
    r"|columnist|correspondent|contributor|blogger)\b)"
)
STRANGER_RE = late(
    rf"{TITLE}(?!M(?:r|rs|s)\.)(?:[A-Z][\w.’'-]+ (?:[A-Z][\w.’'-]* ){{0,2}}|{BY_FIRST_NAME})"
    r"(?P<surname>[A-Z][\w’'-]+)"
    r"(?: \((?:(?:s?he|they)/\w+(?:/\w+)?|@\w+)?\))?(?:, (?:[A-Z][\w.]*,? ?){1,4})?"
    r",? (?:is|serves as|works as) (?:also |currently |now )?"
    r"(?!(?:at|in|on|from|with|of|not|one|no|here|among|under|as|to|so|more|due|likely|set|ready"
    r"|(?!retired|based|married)[a-z]+(?:ed|ing))\b)"
    rf"(?:(?:[\w.&’'-]+,?|&) ){{0,7}}?(?i:{TRADES})s?\b.{{0,600}}"
)
"""At its end a story tells in the present of somebody whom it has not named: of its writer. But not
of a professor, whom it may have asked."""

WRITER = r"(?:The|This) (?:writer|author|columnist|reporter|reviewer|correspondent)s? "
ITSELF_RE = late(
    rf"{WRITER}(?:can be (?:reached|contacted|e-?mailed|followed)\b.{{2,120}}"
    rf"|(?:is|are|works as) (?:(?:[\w.&’'-]+,?|&) ){{0,7}}?(?i:{TRADES}|professor)s?\b.{{0,300}}"
    r"|(?:teaches|lectures) [^.?!]{3,80} (?:at|for) [A-Z].{0,200}"
    r"|(?:is|are) (?:an? |the )?(?:former|retired|visiting|distinguished|independent|senior"
    r"|freelance|associate|assistant|deputy|[A-Z][\w-]+-based)\b.{0,300})"
    r"|This is the opinion of (?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][\w'’-]+(?:, [^!?\"“”]{3,160}?)?\."
    r"(?: (?:His|Her|Their) column (?:appears|runs|is published) [^.!?\"“”]{3,60}\.)?"
)
"""The text speaks of who wrote it."""

AUTHOR_RE = late(
    r"(?:[A-Z][\w.'’-]+ ){1,3}(?P<surname>[A-Z][\w'’-]+), [^.!?\"“”]{3,160}, is (?:the |an? )?"
    r"(?:\w+ )?author of [\"“A-Z].{3,300}"
)
"""Whose book it is behind what else its writer does."""

BESIDES_RE = late(
    r"(?:[A-Z][\w.'’-]+ ){1,3}(?P<surname>[A-Z][\w'’-]+) is an? [^.!?\"“”]{3,200} and an?"
    r" (?:[A-Z][\w.&’'-]* ){1,4}(?:contributor|columnist|correspondent|commentator|fellow)\b"
    r"[^\"“”]{0,500}"
)
"""For whom somebody writes, behind what else he is."""

MAX_STRANGERS = 3
"""More of them are people of whom the story tells one by one."""

MIN_STORY_CHARS = 1000
"""That a shorter story does not name somebody says little."""

REACH_RE = late(
    r"\b(?:[Ff]ollow (?:him|her|them|me)|[Ee]-?mail (?:him|her|them|me)|[Rr]each (?:him|her|them)"
    r"|[Tt]weets? (?:at )?@|on Twitter\b|(?:can|may) be (?:reached|contacted|followed)"
    r"|\b(?:His|Her|Their) (?:latest|new|most recent) book\b"
    r"|[Cc]ontact (?:him|her|them))|@\w|\S@\S+\.\w|\[email\W?protected\]"
)
SPEECH_RE = late(
    r"\b(?:said|says|told|asked|wrote|writes|added|according to|tweeted|replied|argued|testified)\b"
)
PUBLISHED_RE = late(
    r"(?=.*\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,2}(?:essays?|work|writings?|articles|stories"
    r"|columns?|poems|poetry|fiction) (?:has|have) (?:been published|appeared|been featured) in"
    r" [A-Z])"
    r"(?:[^.!?]* )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)? (?P<surname>[A-Z][\w'’-]+)"
    r" (?:is|has been|lives|teaches|works|writes)\b.{0,600}(?P<host>)"
)
"""Somebody whose work has appeared elsewhere."""

ELSEWHERE = ("published in ", "appeared in ", "featured in ")

WRITES_RE = late(
    r"\b(?:wrote|writes) this (?:article|column|commentary|essay|op-ed|piece) for\b"
    r"|\bwrites (?:about|on|for|from|frequently|regularly|often|widely|extensively)\b"
)
"""What a writer does, and nobody says."""

ABOUT_RE = late(r"(?:About|ABOUT) (?:the|THE) (?:author|writer|AUTHOR|WRITER)s?: ?")
PHONE = r"(?:\([a-z]\) ?)?(?:\+?1[-. ])?\(?\d{3}\)?[-. ]{1,2}\d{3}[-.]\d{4}"
CONTACT_RE = late(
    r"(?:[Ee]-?mail|Twitter|[Ff]ollow (?:me|us) on Twitter)(?: at)?:? ?[\w.+-]*@[\w.-]+"
    rf"|(?:[A-Z][\w.'’-]* ){{1,2}}[A-Z][\w'’-]+(?: ?[•·|:,]) {PHONE}(?: or \S+@\S+)?"
    r"|[\w.+-]+@[\w-]+(?:\.\w{2,})+(?:,? \(?\d{3}[-.) ]{1,2}\d{3}[-.]\d{4})?"
    r"|(?:[Ff]ollow )?(?:[A-Z][\w.'’-]* ){2,3}(?:is )?(?:on Twitter|at)"
    r"(?: at)?:? ?(?:(?:https?://)?(?:www\.)?twitter\.com/|@)\w+\.?"
)
"""A line that is nothing but the way to a writer."""

NUMBER_RE = late(rf"{PHONE}|@\w{{4,15}}")
"""A line that is nothing but the number or the name in a network of who wrote."""

MAX_CONTACT_CHARS = 100
NEAR_CHARS = 300
"""So long is such a line, and in so many characters around it stand those that belong to it."""

BOARD = "a member of USA TODAY's Board of Contributors"
MAX_TRADE_OFFSET = 60
NEWS_RE = late(
    r"\b(?:[Oo]n|since|last|until|before|after) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?! (?:morn|even)ings\b| (?:night|afternoon)s\b)"
    rf"|(?<!ed )\b(?:in|since|last|until) {ENGLISH_MONTH}\b(?!,? \d{{4}})"
    r"|[.!?] (?:He|She|They) (?:told|pleaded|testified|declined|denied|refused|lost|quit|died"
    r"|(?:was|were|is|has been|was later) (?:not|held|shot|hurt|arrested|charged|sued|killed"
    r"|accused|convicted|sentenced|acquitted|fired|found|released|jailed))\b"
)
"""What is told of a writer for the news in it: a bio names no day of this week."""

VIEWS_SIGNS = ("xpressed in this ", "xpressed here", "xpressed by the author")
VIEWS_RE = late(
    r"\b(?:[Oo]pinions?|[Vv]iews?) expressed (?:in this [\w-]+|herein|here|by the author)"
    r"(?: belong| are| is)\b(?: solely| entirely| exclusively)?"
    r"(?: (?:his|hers?|theirs?)\b| to | those of | the author)"
)
NOTE_RE = late(r"(?:Editor['’]s [Nn]ote|EDITOR['’]S NOTE) ?: ?")
TELLS_RE = late(r"\b(?:said|says|told)\b")


def is_bio(line: str, text: str, end: int) -> bool:
    """Whether a line tells who wrote, and no news of a writer.

    It is set apart by a mark, has a way to reach the writer, or has a trade of writers and a name
    that the story above it, the text up to ``end``, does not have.
    """
    return _is_on_writer(line, text, end) and NEWS_RE.search(line) is None


def _is_on_writer(line: str, text: str, end: int) -> bool:
    if len(line) < MAX_CONTACT_CHARS and (CONTACT_RE.fullmatch(line) or NUMBER_RE.fullmatch(line)):
        return _is_signature(line, text, end)
    if line.startswith(("(", "[")) and line.endswith((")", "]")):
        line = line[1:-1]
    if line.startswith(("About", "ABOUT")):
        line = ABOUT_RE.sub("", line, count=1)
    if not any(map(line.__contains__, BIO_VERBS)):
        return False
    found = BIO_RE.fullmatch(line)
    if found and not SPEECH_RE.search(line):
        if BOARD in found["what"]:
            return True
        trade = TRADE_RE.search(found["what"])
        *_, reach = None, *REACH_RE.finditer(found["what"])
        is_apart = bool(found["mark"]) and bool(trade and trade.start() <= MAX_TRADE_OFFSET)
        # the titles of books stand in quotation marks, but before the way to the writer
        is_quiet = not (
            reach and any(map(found["what"][reach.start() :].__contains__, DOUBLE_QUOTES))
        )
        if is_apart or (trade and reach and is_quiet):
            return True
    writer = WRITER_RE.fullmatch(line) if end else None
    if not writer and end >= MIN_STORY_CHARS and any(map(line.__contains__, ELSEWHERE)):
        writer = None if SPEECH_RE.search(line) else PUBLISHED_RE.fullmatch(line)
    if writer:
        return text.find(writer["surname"] or writer["host"], 0, end) < 0
    return end >= MIN_STORY_CHARS and is_stranger(line, text, end)


def _is_signature(line: str, text: str, end: int) -> bool:
    """Whether the way to somebody is that to the writer: right under the story, no block of names.

    Of such a block (whom the press may ask) none is taken: half of it would be left.
    """
    before, behind = text[max(0, end - NEAR_CHARS) : end], text[end + len(line) :][:NEAR_CHARS]
    above = [each.strip() for each in before.split("\n") if each.strip()]
    below = [each.strip() for each in behind.split("\n") if each.strip()]
    group = [line, *below]
    while above and (NUMBER_RE.fullmatch(above[-1]) or CONTACT_RE.fullmatch(above[-1])):
        group.append(above.pop())
    if not above or above[-1].endswith(":") or not any(map(CONTACT_RE.fullmatch, group)):
        return False
    is_below_story = above[-1].rstrip(CLOSERS).endswith((".", "!", "?"))
    return is_below_story or not any(map(NUMBER_RE.fullmatch, group))


def is_stranger(line: str, text: str, end: int) -> bool:
    """Whether a line is on the trade of somebody whom the text up to ``end`` does not name."""
    found = STRANGER_RE.fullmatch(line) or AUTHOR_RE.fullmatch(line) or BESIDES_RE.fullmatch(line)
    if found:
        is_whose = text.find(found["surname"], 0, end) < 0
    else:
        is_whose = ITSELF_RE.fullmatch(line) is not None
    return is_whose and SPEECH_RE.search(WRITES_RE.sub("", line)) is None


def is_views_note(line: str) -> bool:
    """Whether a line says who wrote an opinion, and that it is the writer's own."""
    found = VIEWS_RE.search(line)
    if not found or TELLS_RE.search(line):
        return False
    return bool(NOTE_RE.match(line)) or BIO_RE.match(line[: found.start()]) is not None
