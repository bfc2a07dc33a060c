"""Punctuation, the spaces about it, and splices."""

from __future__ import annotations

from bench.fidelity.damage import point

WORD_END = r"(?<=[a-z]{2})"
NEXT_SENTENCE = r"(?= [A-Z][a-z]+ )"

CLASSES = (
    point("punctuation.stop-comma", WORD_END + r",(?= [a-z]{2})", [". ,"]),
    point("punctuation.doubled-stop", WORD_END + r"\." + NEXT_SENTENCE, [".."]),
    point("punctuation.doubled-stop-at-end", WORD_END + r"\.$", [".."]),
    point("punctuation.spaced-doubled-stop", WORD_END + r"\." + NEXT_SENTENCE, [". .", " . ."]),
    point("punctuation.doubled-comma", WORD_END + r",(?= [a-z])", [",,", ", ,"]),
    point("punctuation.space-before-stop", WORD_END + r"\." + NEXT_SENTENCE, [" ."]),
    point("punctuation.space-before-stop-at-end", WORD_END + r"\.$", [" ."]),
    point("punctuation.space-before-comma", WORD_END + r",(?= [A-Za-z])", [" ,"]),
    point("punctuation.space-before-other-mark", WORD_END + r"([?!;:])(?= [A-Za-z])", [r" \1"]),
    point("punctuation.missing-space-after-stop", WORD_END + r"\. (?=[A-Z][a-z]+ )", ["."]),
    point("punctuation.missing-space-after-comma", WORD_END + r", (?=[A-Za-z]{2})", [","]),
    point("punctuation.comma-before-space", WORD_END + r", (?=[A-Za-z]{2})", [" ,"]),
    point("punctuation.missing-space-after-quote", r"(?<=[a-z][.,?!]([\"”])) (?=[A-Za-z]+ )", [""]),
    point("punctuation.space-inside-brackets", r"\((\w[^()\n]*\w)\)", [r"( \1 )"]),
    point("punctuation.doubled-quote", r"(?<= )([\"“])(?=[A-Za-z])", [r"\1\1"]),
    point("punctuation.split-time", r"\b(\d{1,2}[:.])(\d\d ?[ap]\.?m\b)", [r"\1 \2"]),
    point("splice.stop-before-joining-word", r"(?<=[a-z]{3}) (?=(?:to|from|and) [a-z]+ )", [". "]),
    point("splice.stop-for-comma", WORD_END + r",(?= (?:according to|including|which) )", ["."]),
    point("splice.other", WORD_END + r",(?= (?:but|who|with|of|not|a) )", ["."], has_floor=False),
)
