"""Which lone ``s`` and ``t`` are the rest of a word whose apostrophe was lost, or stands apart."""

from __future__ import annotations

from cleaner.chars import SINGLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation
from cleaner.reading.lexicon import is_listed
from cleaner.reading.name import words
from cleaner.scan import ENDINGS

NEGATED = words("""
    ain aren can couldn didn doesn don hadn hasn haven isn mightn mustn needn shan shouldn wasn
    weren won wouldn
""")
SHORTENED = words("""
    he she it that there here what who when how why let everyone everybody everything
    someone somebody something nobody nothing one this let
""")
NO_OWNER = words("""
    a an the of and or in to for by on at with from as is are was be been these those no not but if
    than then so all each every any some between under section sections letter letters grade grades
    vitamin plural suffix prefix silent capital lowercase uppercase variable variables parameter
    suppose where said say says word words mark ending ye oh about above across after against along
    also among around because before behind below beside beyond both during either even into just
    like many more most much near neither never nor off only onto out over own per quite rather
    same since still such through too toward towards until up upon very via while within without
""")
AUXILIARIES = words("""
    have has had having do does did will would can could shall should may might must am been being
""")
"""In small letters no owner either; ``Will`` and ``May`` are names."""

VERBS = words("is are was were be denote denotes")
NOT_OWNED = VERBS | words("""
    a an the to of and or in on at by for from with as that which who i you he she it we they this
    these those than
""")
TORN_FROM_S = words("""
    ays aying econd ecretary enator ent everal hould ince ome omeone omething pent poken tand tarted
    tatement tates tood trong uch upport upporters
""")
"""The rest of a word that a space tore apart behind its s: ``has s pent``."""

WORD_RE = late(r"[^\W\d_]+(?:[-'’‘‛][^\W\d_]+)*")
OPENING = "\"'“”‘’‛(—–-["
AROUND = OPENING + ".,;:!?)]"
DETACHED_VERB_RE = late(
    r"(?<![\w-])(?=(?:I (?:m|ve|ll)"
    r"|(?:[Ww]e|[Yy]ou|[Tt]hey) (?:re|ve|ll)"
    r"|(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hat|[Tt]here|[Ww]ho) ll) [a-z])\w+(?P<gap> )"
)


def apostrophe_of(text: str) -> str:
    """Return the apostrophe that the text uses: the curly one if it uses it at all."""
    return "’" if "’" in text else "'"


def is_contraction(word: str) -> bool:
    """Tell whether ``word`` is the first part of ``don't`` and the like."""
    return word.lstrip(OPENING).lower() in NEGATED


def is_possessive(text: str, word: str, after: int) -> bool:
    """Tell whether a lone s between ``word`` and what begins at ``after`` belongs to ``word``."""
    owner = word.rpartition("—")[2].lstrip(OPENING)
    is_word = len(owner) > 1 and WORD_RE.fullmatch(owner)
    if not is_word or owner.lower() in NO_OWNER or owner in AUXILIARIES:
        return False
    if owner.islower() and not is_listed(owner.rpartition("-")[2]):  # `defen s es`
        return False
    owned = text[after : after + 20].split(" ", 1)[0].strip(AROUND).lower()
    if len(owned) == 1 and owned.isalpha() and owned not in "ai":
        return False
    if owned in TORN_FROM_S:
        return False
    if owner.lower() in SHORTENED:
        return owned not in VERBS or (owner.lower(), owned) == ("let", "be")
    # Nothing but a name stands before `s and` or `s to`: other nouns there are talk of letters.
    return owned not in (VERBS if owner[0].isupper() else NOT_OWNED)


ENDING_RE = late(rf"(?:{'|'.join(ENDINGS)})(?![\w{SINGLE_QUOTES}-])")
BEFORE_ENDING = {
    "re": words("we you they"),
    "ve": words("i we you they could would should might must"),
    "ll": words("i we you he she it they that there who"),
    "d": words("i we you he she it they who"),
    "m": words("i"),
}
NEGATABLE = words("""
    ai are ca could did do does had has have is must need should was were wo would
""")
LETTER_RE = late(rf" (?:[{SINGLE_QUOTES}]|[b-hj-zB-HJ-Z](?![\w.&{SINGLE_QUOTES}-]))")
"""What follows in talk of letters: ``s t``, ``'s'``."""
OWNER_RE = late(rf"(?:1[5-9]|20)\d\d|[^\W\d_][\w{SINGLE_QUOTES}-]*\w")


def is_apart(text: str, word: str, after: int) -> bool:
    """Tell whether the ending at ``after``, an apostrophe before it, belongs to ``word``."""
    match = ENDING_RE.match(text, after)
    if not match:
        return False
    word, ending = word.rpartition("—")[2].lstrip(OPENING), match[0]
    if ending == "s":
        return is_owner(word) and not LETTER_RE.match(text, match.end())
    return is_contraction(word) if ending == "t" else word.lower() in BEFORE_ENDING[ending]


def is_owner(word: str) -> bool:
    """Tell whether ``word`` can have a possessive: ``G20``, ``U.S.``, ``Inc.``, but no ``the``."""
    if word.endswith("."):
        return is_abbreviation(word[:-1])
    is_plural = (
        word.isalpha()
        and word.islower()
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    )
    is_word = OWNER_RE.fullmatch(word) and word.lower() not in NO_OWNER
    return bool(is_word) and not (is_plural)
