"""Does a stop end a sentence, or an abbreviation?"""

from __future__ import annotations

from cleaner.chars import SINGLE_QUOTES
from cleaner.pattern import late

LOWER = """
    al approx ave bn bros ca cf cm dept ed eds eg est etc ext feat ft govt hr hrs ie incl inc jr kg
    km lb lbs max mfg mg min misc ml mm mn mph oz para pp prof pt rd sec sq sr tel viz vol vs yd yds
    yr yrs
"""
CAPITAL = """
    Ala Ariz Ark
    Adm Assn Assoc Atty Ave Blvd Bros Brig Calif Cantab Capt Cie Cmdr Co Col Colo Comdr Conn
    Corp Cpl Del Dept Det Dist Div Dr Ed Eds Ens Est Esq Etc Fig Fla Fr Ft Ga Gen Gov Govt Hon Ill
    Inc Ind Insp Jr Kan Ky La Lt Ltd Maj Mass Md Me Messrs Mich Minn Miss Mo Mont Mr Mrs Ms Mt Msgr
    Neb Nev No Nos Okla Ont Op Ore Pa Pfc Ph Pres Prof Pte Pty Pvt Que Rd Rep Reps Res Rev Sen Sens
    Sgt Spc Sq Sr St Ste Supt Sr Tenn Tex Tel Treas Univ Va Vol Vt Wash Wis Wyo
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
"""
ABBREVIATIONS = frozenset(LOWER.split()) | frozenset(CAPITAL.split())

LAST_WORD_RE = late(rf"[\w.&/@{SINGLE_QUOTES}-]+\Z")
VOWELS = frozenset("aeiouyAEIOUY")
MAX_WORD_CHARS = 40


def last_word(text: str, end: int) -> str:
    """Return the word, with stops inside it, that ends at ``end``; "" where none does."""
    match = LAST_WORD_RE.search(text[max(0, end - MAX_WORD_CHARS) : end].rpartition(" ")[2])
    return match.group() if match else ""


def is_abbreviation(word: str) -> bool:
    """Tell whether a stop after ``word`` may belong to the word.

    An initial, a word with stops of its own (``U.S``), one of a list, or a short word without a
    vowel that is not all capitals (``Blvd``, ``Sgt``).
    """
    letters = word.rpartition("-")[2].strip(SINGLE_QUOTES)
    if not letters[-1:].isalnum():
        return False
    if len(letters) == 1:
        return not letters.isdigit()
    if "." in letters or letters in ABBREVIATIONS:
        return True
    return letters.isalpha() and not letters.isupper() and VOWELS.isdisjoint(letters)
