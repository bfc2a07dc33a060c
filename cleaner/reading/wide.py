"""What dates are written with where words do not stand alone, or are two: a table.

Chinese, Japanese and Korean set no spaces; Vietnamese, Hebrew and Arabic have names of two words.
"""

from __future__ import annotations

import re

from cleaner.pattern import late

WIDE_RE = late(r"[\u0590-\uffff]|th[áứg]|[πμ]\.?μ")
WIDE = (
    (
        late(
            r"(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
        ),
        " ",
    ),
    (re.compile(r"[（(][月火水木金土日월화수목금토][）)]?"), " "),
    (re.compile(r"(?:上午|午前|오전|凌晨|早上) ?(\d{1,2}[:：时時시] ?\d\d분?)"), r" \1 am"),
    (re.compile(r"(?:下午|午後|오후|晚上) ?(\d{1,2}[:：时時시] ?\d\d분?)"), r" \1 pm"),
    (re.compile(r"(\d\d?:\d\d) ?م(?:ساء)?\b"), r"\1 pm"),
    (re.compile(r"(\d\d?:\d\d) ?ص(?:باحا)?\b"), r"\1 am"),
    (re.compile("،"), ","),
    (re.compile(r"(\d\d?:\d\d) ?(?:μ\.?μ|μμ)\.?"), r"\1 pm"),
    (re.compile(r"(\d\d?:\d\d) ?(?:π\.?μ|πμ)\.?"), r"\1 am"),
    (re.compile("יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|יום שבת"), " "),
    (re.compile(r"(?<=\d)\s?[年月년월]\s?(?=\d)"), "-"),
    (re.compile(r"(?<=\d)\s?[日일号號]"), " "),
    (re.compile(r"(?<=\d)\s?[时時點点시]\s?(?=\d)|："), ":"),
    (re.compile(r"(?<=:\d\d)\s?[分분](?:\s?(?=\d\d\s?[秒초]))?"), " "),
    (re.compile(r"\b(?:tháng|thg)\s?(\d{1,2})\b"), r"#\1"),
    *(
        (re.compile(rf"\b{name}\b"), f" @{number} ")
        for number, name in enumerate(
            "thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật".split("|")
        )
    ),
    *(
        (re.compile(name), f" #{number} ")
        for number, name in (
            (1, "كانون الثاني"),
            (10, "تشرين الأول"),
            (11, "تشرين الثاني"),
            (12, "كانون الأول"),
        )
    ),
)
"""What stands in a date, and what it means there: an order of its own, each once."""

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)


def spell_out(text: str) -> str:
    """Return a date, in lower case, with figures, marks and signs in the place of such words."""
    if not WIDE_RE.search(text):
        return text
    text = text.translate(DIGITS)
    for pattern, meaning in WIDE:
        text = pattern.sub(meaning, text)
    return text
