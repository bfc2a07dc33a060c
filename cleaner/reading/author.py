"""Reads who wrote a story from words beside its date, in many languages."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading import byline, date, label, lexicon, nobody, person
from cleaner.reading.beat import is_section
from cleaner.reading.moment import Moment

PREPOSITIONS = "by von par por di da door av af przez"
DESKS = frozenset(
    """redazione redaktion redacción redação rédaction redactie redakcja redakce redaktionen
    редакция""".split()
)
USERS = frozenset("admin administrator editor editors staff webmaster moderator".split())
AUTHORS = (
    "author|autor/in|autorin|autora|autore|autor|auteur|författare|forfatter|автор|συντάκτης|yazar"
    "|penulis|tác giả|szerző|text|texte|testo|texto|tekst|reporter|作者|记者|記者|撰文|文|기자"
)
FIRST_WORDS = frozenset(
    f"""{PREPOSITIONS} author autor autorin autora autore auteur ein un une escrito scritto
    verfasst redactado thứ chủ""".split()
)
SIGNED_RE = late(
    r"(?:in .{2,30}? )?(?:(?:(?:posted|written|submitted|published|story|words|report"
    r"|article|review|écrit|escrito|scritto|verfasst|redactado) )?"
    rf"(?P<word>{PREPOSITIONS.replace(' ', '|')})(?::|\b)"
    r"|(?:ein|une?|un) (?:artikel|beitrag|kommentar|gastbeitrag|article|art[ií]culo|articolo"
    rf"|artigo) (?:von|de|di)\b|(?:{AUTHORS})\s?[:：/]|author(?= [A-Z])|[記记]者)\s?(?=\S|$)",
    re.IGNORECASE,
)
HANDLE_RE = late(r"@?[\w.-]{2,30}")
IN = " in "
IN_RE = late(r" in [^,|•·]{2,40}")
TITLE_RE = late(r", [^.!?|•·]{2,60}[^\W\d_]|,? @\w+")
WIDE_RE = late(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3·]{2,8}(?:[／/].{2,6})?")
KOREAN_RE = late(r"(?P<name>[가-힣]{2,4}) ?기자(?:\s?\S+@\S+)?")
MAX_NAME_CHARS = 60
MAX_CHARS = 80
AT_RE = late(r"(?:on|am|le|el|il|em|op|den) ", re.IGNORECASE)
AT = (" am ", " le ", " el ", " il ", " em ", " op ", " den ")
TAGS_RE = late(r"(?<=[ap]m)(?:,? [a-z][\w+-]*){1,3}$")
MARK_RE = late(r"\s*[|•·]$")


def read(text: str, *, is_behind: bool) -> str:
    """Return the author that words beside a date name: ``by Jane Roe``, ``Autor: Jan Novak``.

    Behind the date small words are words: before it `Von Miller` and `Di Maria` are names.
    """
    if text.lower() in DESKS:
        return text
    korean = KOREAN_RE.fullmatch(text)
    if korean:
        return korean["name"]
    signed = SIGNED_RE.match(text)
    who = text[signed.end() :].strip(" ,") if signed else ""
    if not signed or not who:
        return ""
    word = signed["word"] or "by"
    return _name(who, "by" if is_behind and word.islower() else word)


def _name(who: str, preposition: str) -> str:
    """Return a name, with a title maybe, or the handle of a user; "" where it may be neither."""
    if len(who) > MAX_CHARS or label.is_in(label.fold(who)):
        return ""
    if WIDE_RE.fullmatch(who) or who.lower() in DESKS:
        return who
    names = person.NAMES_RE.match(who)
    if names and not nobody.names_nobody(names[0]):
        rest = who[names.end() :]
        where = IN_RE.fullmatch(rest)
        if rest.startswith(IN) and is_section(rest.removeprefix(IN)):
            rest = ""
        if not rest or where or TITLE_RE.fullmatch(rest):
            return person.spell(names[0]) + rest
    handle = HANDLE_RE.match(who)
    if preposition.lower() not in ("by", "door", "przez"):
        return ""  # `Von Miller` and `Di Maria` are names
    if not handle or handle[0].lower() in nobody.NO_NAMES or _is_word(handle[0]):
        return ""
    rest = who[handle.end() :]
    return handle[0] if not rest or IN_RE.fullmatch(rest) else ""


def _is_word(handle: str) -> bool:
    """Tell whether what may be the handle of a user is an ordinary word, or a number."""
    return handle.isdigit() or (handle not in USERS and lexicon.is_listed(handle))


def split(text: str, order: str, *, is_labelled: bool) -> tuple[str, Moment] | None:
    """Split ``by Jane Roe on June 19, 2023`` into who and when; None where no day is named.

    Behind a label (`Posted by …`) all is who, and tags may follow; else it has to be a name.
    """
    signed = SIGNED_RE.match(text)
    if not signed:
        return None
    rest = TAGS_RE.sub("", text[signed.end() :]) if is_labelled else text[signed.end() :]
    who, when = byline.split(rest)
    if who and not is_labelled:
        word = "by" if rest[len(who) :].startswith(AT) else signed["word"] or "by"
        who = _name(MARK_RE.sub("", who), word)
        if not who:
            return None
    if not who and not AT_RE.match(rest):
        return None
    is_clean = len(who) <= MAX_NAME_CHARS and not label.is_in(label.fold(who))
    found = date.read(when, order) if when and is_clean and "|" not in who else None
    return (who, found) if found else None
