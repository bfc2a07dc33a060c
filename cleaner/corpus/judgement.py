"""What recurs and may go, and what recurs and is part of stories: told by numbers and places.

A line of a story recurs where the story is there twice, where the news repeats its background,
and as the head of a section. Such lines are never proposed; they are shown with the reason.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.corpus.census import Recurring
from cleaner.kinds import Where
from cleaner.reading.bio import SPEECH_RE
from cleaner.reading.dateline import is_place_line
from cleaner.reading.story import is_prose

MIN_STORIES = 4
MIN_WORDINGS = {"line": 1, "numbers": 2, "names": 3, "label": 3}
MANY_DOCUMENTS = 10
NEARLY_ALL = 0.9
OFTEN = 2.0
"""Times in one document: a head is there once, a button or a label more than once."""

MAX_SITES = 2
MIN_SITES = 3

FURNITURE_WORDS = """
    ad ads advert\\w* sponsored promoted share shares tweet click tap sign_up signing_up sign_in
    log_?in subscri\\w+ newsletters? inbox e-?mail\\w* follow read_more read_next read_also
    read_on read_or see_also see_more related recommended trending most_read most_popular
    most_viewed also_on more_on more_from more_stories more_news full_coverage continued?
    continues continue_reading skip scroll loading comments? reply replies cookies? privacy
    terms copyright rights_reserved reprints? republish\\w* licen[sc]ing source photos? images?
    videos? slideshow slide gallery watch listen podcasts? apps? download print facebook twitter
    whatsapp instagram telegram linkedin pinterest youtube reporting_by editing_by writing_by
    contributed this_article this_story this_post this_report this_column donat\\w+ support_us
    support_our paywall your our anzeige werbung teilen kommentare? lesen_sie mehr_zum partager
    commentaires? lire_aussi publicité compartir comentarios? publicidad lea_también condividi
    commenti pubblicità leggi_anche compartilh\\w+ leia_também udostępnij komentarz\\w* reklama
    czytaj_też
"""
FURNITURE_RE = re.compile(
    rf"(?i)(?<!\w)(?:{'|'.join(FURNITURE_WORDS.split()).replace('_', ' ')})(?!\w)"
    r"|©|https?://|www\.|\{url\}"
)
"""Words with which a page speaks of itself and to its reader."""

FRAME_RE = re.compile(r"[\[<|*_=•-].*[\]>|*_=•-]$")
HEADER_RE = re.compile(r"(?i)(?:by|from|posted|published|updated|date|last updated|written by)\b")


class Verdict(NamedTuple):
    """Whether something that recurs may go, and why not."""

    may_go: bool
    reason: str = ""


def judge(found: Recurring) -> Verdict:
    """Tell whether what recurs is furniture."""
    if found.story_count < MIN_STORIES:
        return Verdict(False, "in one story, or a few, that are there more than once")
    if _is_header(found):
        return Verdict(False, "a date, a byline or a dateline, which the header is read from")
    at_ends = 1 - found.places["middle"] / found.documents
    if is_prose(found.text) and found.level in ("line", "numbers"):
        return _judge_sentence(found, at_ends)
    if at_ends >= NEARLY_ALL:
        return _judge_ends(found)
    return _judge_between(found)


def is_varied(found: Recurring) -> bool:
    """Tell whether a form is worded in so many ways that it says more than one of them."""
    return len(found.wordings) >= MIN_WORDINGS[found.level]


def _judge_ends(found: Recurring) -> Verdict:
    """One word has to speak of the page, or to stand at one end and never elsewhere."""
    is_at_one_end = max(found.places["head"], found.places["tail"]) >= NEARLY_ALL * found.documents
    if " " in found.phrase or speaks(found) or (is_at_one_end and not found.places["middle"]):
        return Verdict(True)
    return Verdict(False, "one word, here and there: it may head a section, or be a place")


def _judge_between(found: Recurring) -> Verdict:
    """What stands between paragraphs has to speak of the page; one word, again and again."""
    if not speaks(found):
        return Verdict(False, "between paragraphs: it may head a section")
    is_frequent = found.times >= OFTEN * found.documents and found.documents >= MANY_DOCUMENTS
    if " " in found.phrase or is_frequent:
        return Verdict(True)
    return Verdict(False, "one word between paragraphs: it may head a section")


def speaks(found: Recurring) -> bool:
    """Tell whether it has words or a frame with which a page speaks of itself."""
    return bool(FURNITURE_RE.search(found.phrase) or FRAME_RE.match(found.text))


def _judge_sentence(found: Recurring, at_ends: float) -> Verdict:
    """A sentence has to speak of the page, or to stand apart from very many stories."""
    is_apart = at_ends >= NEARLY_ALL and found.documents >= MANY_DOCUMENTS
    if not SPEECH_RE.search(found.text) and (is_apart or speaks(found)):
        return Verdict(True)
    return Verdict(False, "reads as a sentence of the story")


def _is_header(found: Recurring) -> bool:
    above = found.places["head"] + found.places["ends"]
    is_above = above >= NEARLY_ALL * found.documents
    is_read = "{date}" in found.phrase or HEADER_RE.match(found.phrase)
    return is_above and bool(is_read or is_place_line(found.text))


def where_of(found: Recurring) -> Where:
    """Return where a rule for it may look: no wider than where it nearly always stands."""
    share = {place: count / found.documents for place, count in found.places.items()}
    either = share.get("ends", 0)
    if share.get("tail", 0) + either >= NEARLY_ALL and share.get("tail", 0) > either:
        return "tail"
    if share.get("head", 0) + either >= NEARLY_ALL and share.get("head", 0) > either:
        return "head"
    return "edge" if share.get("middle", 0) <= 1 - NEARLY_ALL else "anywhere"


def sites_of_rule(found: Recurring, sites: int) -> tuple[str, ...]:
    """Return the sites a rule for it is for, of a corpus of so many; none where it is for all."""
    if sites < MIN_SITES:
        return ()
    top = found.sites.most_common(MAX_SITES)
    for number in range(1, len(top) + 1):
        if sum(count for _, count in top[:number]) >= NEARLY_ALL * found.documents:
            return tuple(sorted(site for site, _ in top[:number]))
    return ()
