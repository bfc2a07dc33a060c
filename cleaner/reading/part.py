"""Cuts a line of furniture into its parts: at its marks, and before the words that begin one."""

from __future__ import annotations

import re
from itertools import pairwise

from cleaner.pattern import late
from cleaner.reading import author, companion, label

SOURCE_LABELS = """source quelle fonte fuente źródło источник джерело източник πηγή kaynak bron
kilde källa lähde zdroj izvor forrás sursa sumber nguồn""".split()
COLON_LABELS = f"{'|'.join(SOURCE_LABELS)}|{companion.LABELS}"
PREPOSITIONS = author.PREPOSITIONS.replace(" ", "|")
AFTER_DATE = r"(?:(?<=[12]\d\d\d)|(?<=[:.h/]\d\d)|(?<=[\d ][apAP][mM])|(?<=[A-Z]T)|(?<=Uhr))"
"""Behind a year, a time or a zone."""

SPLIT_RE = late(
    "|".join(
        (
            r"\s*[|•·｜丨]\s*",
            r"\s+(?:/+|[–—-]+)\s+",
            r"\s+(?=\d{1,2}[ -]?(?i:min(?:ute)?s? read))",
            r"(?<=[12]\d\d\d)(?=[A-Z]|\s[A-Z][a-z]{2,8}\.? \d\d?, [12])",  # one day and another
            r"(?<=\d[apAP][mM])(?=[A-Z][a-z])",
            r"(?<=[AP]M)(?=\d)",
            r"(?<=\d[apAP][mM])\s+(?=[A-Z][a-z]+day \d)",
            rf"[\s,(]+(?=(?i:{COLON_LABELS}): ?)",
            r"[\s)]+(?=(?i:get short url|\((?:edit|undo)\)))",
            r"(?<=[12]\d\d\d)\s+(?=in [A-Z])",
            r"[\s,]+(?=(?i:gespeichert|abgelegt|filed) (?:unter|under) \w)",
            r"(?<=[a-z\d])(?=(?:Categories|Kategorien|Catégories|Categorías|Schlagwörter|Tags)\b)",
            r"\s+(?=来源|來源|出典|출처|[記记]者)",
            r"\s+(?=[\u4e00-\u9fff\uac00-\ud7a3]{2,5}\s?[:：])",
            r"(?<=[\u4e00-\u9fff])\s+(?=(?:19|20)\d\d[-年/.])",
            r"\s?[(（](?=(?:19|20)\d\d[-年/.])",
            rf"{AFTER_DATE}[,\s]+(?=(?i:(?:posted )?(?:{PREPOSITIONS}):?) @?\w)",
        )
    )
)
GLUED = r"(?:(?<=[ecmpi][dsc]t)|(?<=\d[ap]m)|(?<=\d))(?=publi|updat|post|first|last)"
"""`8:15 AM EDTUpdated`."""

LABEL_RE = late(rf"(?:^|(?<!was)[\s,(\[]+|{GLUED})(?P<label>{label.PATTERN})\b")
MARKED_RE = late(r"[|•·｜丨]|\s[–—/-]+\s")
"""What sets a date off from words that are not understood."""


ASIDE = (
    rf"(?:{companion.READING_TIME}|{companion.COUNT}|(?:leave|add|post|write) a (?:comment|reply))"
)
ASIDE_RE = late(
    rf"^{ASIDE}[\s.•·|–-]+|(?:\s+/+\s+|[\s,(]+|(?<=[a-z])(?=\d)){ASIDE}$", re.IGNORECASE
)


def cut(text: str) -> list[str]:
    """Return the parts of a line, without the marks around them."""
    text = ASIDE_RE.sub("", text)
    small = label.fold(text)
    is_labelled = label.is_in(small) and len(small) == len(text)
    starts = [found.start("label") for found in LABEL_RE.finditer(small)] if is_labelled else []
    pieces = (text[start:end] for start, end in pairwise([0, *starts, len(text)]))
    return [part for piece in pieces for part in map(_trim, SPLIT_RE.split(piece)) if part]


def _trim(part: str) -> str:
    part = part.strip(" ,]").rstrip("([ ,")
    return part if "(" in part or "（" in part else part.rstrip(")）")
