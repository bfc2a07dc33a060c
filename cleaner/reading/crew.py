"""Who else made a story, and how its writer can be reached: a role, names, addresses, no more."""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading.furniture import are_names

EDGES = "•⦁*—–-_()[] "
MAX_CHARS = 400
DID = (
    "(?:additional |further |original |web |copy ?|sub-?)?(?:reporting|research|assistance|inputs?"
    "|contributions?|files|editing|edited|compiled|translated|translation|fact[- ]check(?:ed|ing)"
    "|published|posted|uploaded|proofread|curated|moderated|transcribed|transcription"
    "|(?:medically |clinically |expert )reviewed)"
)
SHOT = "(?:produced|filmed|shot|recorded|animated)"
MADE_RE = late(
    rf"(?i:(?:this )?(?:video|audio|podcast|film|photos?)? ?{SHOT}"
    rf"(?:(?:, |/| and |, and | & )(?:{SHOT}|edited|presented))+ by:?) "
    r"(?P<names>[^\d\"“”?!@]{3,120})"
)
WORK_RE = late(
    r"(?:[Pp]roduced|[Pp]hotographs?|[Pp]hotos|[Ww]ritten|[Ii]nterviews|[Gg]raphics|[Vv]ideo"
    r"|[Ii]llustrations?|[Ee]dited|[Dd]esigned|[Dd]evelopment|[Dd]esign|[Dd]ata|[Rr]eporting"
    r"|[Rr]eported|[Tt]ext|[Ss]tory|[Ww]ords|[Ee]diting|[Rr]esearch|[Mm]aps?) by "
    r"([A-Z][^\d\"“”?!@;:]{2,120}?)(?:[.;,]? (?=[A-Z]\w+ by )|\.?$)"
)
"""Who did one thing of several; the next follows."""

IS = (
    "(?:contributing|contributors?|(?:(?:web|copy|news|night|desk|duty|series|video|photo) |sub-?)*"
    "editors?|translators?|reporters?|reporting|fact[- ]checkers?|researchers?"
    "|(?:additional |further )?(?:reporting|research)|editing|translation)"
)
CREW_RE = late(
    rf"(?P<role>(?i:(?:with )?{DID}(?:(?: and|,) {DID})?(?: by:?|:)|with {DID} from|{IS} ?:)) ?"
    r"(?P<names>[^\d\"“”?!@]{3,})"
)
FOLLOW_RE = late(
    r"[.;,]? (?:Follow|Reach|Contact|E-?mail) [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
    r"(?: on Twitter| on X)?(?: at)?:? ?@\w+\.?$"
)
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE = r"(?:\+?\d[\d ().-]{7,15}\d)(?:,? (?:ext\.?|x) ?\d{1,5})?"
WAY = (
    rf"(?:(?i:reporter|writer|e-?mail|mail|twitter|x|tel|phone|call|text|contact|follow|on twitter"
    rf"|instagram)"
    rf"(?: at| me| us)?[:.]? ?)?(?:{MAIL}|{PHONE}|@\w{{3,}})"
)
WAYS_RE = late(rf"{WAY}(?:(?: ?[;,|/•·]| or| and)? {WAY})*\.?")
SURE_RE = late(rf"{MAIL}|(?i:twitter):? ?@\w")
"""A handle or a number alone may be whose post was quoted, and where there is help."""


def is_crew(line: str) -> bool:
    """Tell whether a line names who did what for a story, or is nothing but a way to its writer."""
    line = line.strip(EDGES)
    if not 0 < len(line) <= MAX_CHARS:
        return False
    if is_way(line):
        return True
    if _is_work_of_many(line):
        return True
    alone = FOLLOW_RE.sub("", line) if "@" in line else line
    found = CREW_RE.fullmatch(alone) or MADE_RE.fullmatch(line)
    return found is not None and are_names(found["names"]) and found["names"][0].isupper()


def _is_work_of_many(line: str) -> bool:
    """Tell whether a line says of two works or more by whom they are, and nothing else."""
    end, count = 0, 0
    while found := WORK_RE.match(line, end):
        if not are_names(found[1]):
            return False
        end, count = found.end(), count + 1
    return end == len(line) and count > 1


def is_way(line: str) -> bool:
    """Tell whether a line is nothing but a way to reach somebody."""
    line = line.strip(EDGES)
    return "@" in line and bool(SURE_RE.search(line)) and bool(WAYS_RE.fullmatch(line))
