"""Which legacy encoding a text without a declaration is in, or none where there is doubt.

For scripts of their own (Cyrillic, Greek, Chinese …) charset-normalizer is right on a line or two.
Among the encodings of Latin letters it guesses; there the language tells, by its common words,
which are ASCII in all of them, and then the letters beyond ASCII must be letters of that language.
"""

from __future__ import annotations

import re

from cleaner.language import FUNCTION_WORDS, guess_language

OTHER_SCRIPTS = (
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
MIN_SHARE_OF_OTHER_SCRIPT = 0.25
MIN_BYTES_OF_OTHER_SCRIPT = 40
MIN_KNOWN_WORDS = 2
"""Different ones, of two letters or more: Hungarian is full of ``a``."""

MAX_CHAOS, MIN_LEAD_IN_CHAOS, MIN_LEAD_IN_COHERENCE = 0.1, 0.05, 0.08

WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿßšžªº"
LETTERS = {
    **dict.fromkeys(("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "id"), WESTERN),
    "pl": "ąćęłńóśźżéöüä",
    "cs": "áčďéěíňóřšťúůýžöüä",
    "ro": "ăâîşţéö",
    "tr": "çğıöşüâîû",
}
"""Letters that texts in a language have, foreign names included. No ð, þ, ý in the West: in an
English text they are more often Turkish in the wrong encoding than Icelandic in the right one."""

ENCODINGS = {"pl": ("cp1250", "iso8859_2"), "cs": ("cp1250", "iso8859_2"), "ro": ("cp1250",)}
ENCODINGS["tr"] = ("cp1254",)
WESTERN_ENCODINGS = ("cp1252", "mac_roman")

MARKS = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}£€¥¢§©®™°·•–—…‘’‚“”„‹›«»¿¡½¼¾²³×´†"
TYPOGRAPHIC_RE = re.compile("[–—…‘’“”]")
OUTER_RE = re.compile("\ufffd(?![a-z])|(?<![a-z])\ufffd")
"""What may be a quotation mark or a dash; a letter leaves no word where it stands within one."""
MISPLACED_RE = re.compile(
    "[a-zà-ÿ.,!?…0-9][À-ÞŒŠŽŸ]"  # a capital within a word, or at the end of a sentence
    "|[à-ÿ][A-Z0-9]|[À-Þ][A-Z][a-z]|(?<!\\S)[ÐÑÒÕ¥](?!\\S)|\\wÕ\\w"
    "|(?<=[a-z])ÿ(?=(?:s|t|re|ve|ll|d|m)(?!\\w))|sÿ(?!\\w)|(?<!\\w)´(?=\\w)"  # Baltic quotes
    "|\\w[‚„]|œ(?=\\d)"  # é, ä and £ of DOS
    "|[^\\W\\d_][£€¥¢§©®•¿¡½¼¾²³×†][^\\W\\d_]"  # a sign within a word
    "|[£€¥¢][^\\W\\d_]|°(?![\\sCFKNSEW.,;)]|$)|(?<![\\s\\d])°"
    "|(?<![\\s(«“\"'])[¿¡]|[¿¡](?![\\w«“\"'])|(?<!\\w)[´¼½¾²³×](?=[a-z])"
)


def guess_charset(raw: bytes) -> tuple[str, str]:
    """Return an encoding and why, or "" and why not."""
    beyond_ascii = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    if beyond_ascii > MIN_SHARE_OF_OTHER_SCRIPT * len(raw):
        return _guess_other_script(raw, beyond_ascii)
    return _guess_latin(raw)


def _guess_latin(raw: bytes) -> tuple[str, str]:
    seen = raw.decode("ascii", "replace").lower()
    language = guess_language(_spaced(OUTER_RE.sub(" ", seen)))
    apart = _spaced(seen.replace("\ufffd", " "))
    words = FUNCTION_WORDS.get(language, ())
    known = [word for word in words if len(word) > 3 and word in apart]
    if len(known) < MIN_KNOWN_WORDS:
        return "", "its language cannot be told"
    for encoding in ENCODINGS.get(language, WESTERN_ENCODINGS):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = {char for char in text.lower() if not char.isascii()}
        if strange <= set(LETTERS[language]) | set(MARKS) and _is_plausible(text, encoding):
            return encoding, f"words and letters make sense in {encoding}"
    return "", "no encoding makes sense of all its letters"


def _spaced(text: str) -> str:
    return " ".join(("", *text.split(), ""))


def _is_plausible(text: str, encoding: str) -> bool:
    return (
        not MISPLACED_RE.search(text)
        and text.count("¡") <= text.count("!")
        and text.count("¿") <= text.count("?")
        # Of old Macs there is so little left that a text has to show its quotes.
        and (encoding != "mac_roman" or bool(TYPOGRAPHIC_RE.search(text)))
    )


def _guess_other_script(raw: bytes, beyond_ascii: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    if beyond_ascii < MIN_BYTES_OF_OTHER_SCRIPT:
        return "", "it is too short to tell"
    matches = from_bytes(raw, cp_isolation=list(OTHER_SCRIPTS), enable_fallback=False)
    best = matches.best()
    if best is None or best.chaos > MAX_CHAOS:
        return "", "no known encoding fits"
    for other in matches:
        if (
            other.encoding != best.encoding
            and str(other) != str(best)
            and other.chaos - best.chaos < MIN_LEAD_IN_CHAOS
            and best.coherence - other.coherence < MIN_LEAD_IN_COHERENCE
        ):
            return "", f"it may be {best.encoding} or {other.encoding}"
    return best.encoding, f"charset-normalizer finds {best.language} in {best.encoding}"
