"""Captions with a credit, on the same line or the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.line import FULL_ENDS, Line
from cleaner.passes.caption.line import POINTER_RE, credited_lines, has_story, is_stamped
from cleaner.pattern import late
from cleaner.reading import echo, masthead
from cleaner.reading.inner_credit import SIGNS, find_inner_credits
from cleaner.reading.photo_agency import JOINT_RE, ROLES, is_photo_agency
from cleaner.reading.scene import (
    is_dated_scene,
    is_scene,
    is_story,
    is_wire_scene,
    may_be_scene,
    opens_as_story,
    talks,
)
from cleaner.reading.sentence import is_sentence
from cleaner.rule import rule
from cleaner.text import Text

MIN_TWIN_SPACES = 6
NEAR = 4
BAR = " | "
MAX_ABOVE_CHARS = 500
"""So much may stand above the caption of the first picture: a headline and who wrote it."""

MAX_CREDIT_WORDS, NAME_WORDS = 8, 2
MAX_NAME_CHARS, MANY = 160, 2
"""Where so many credits have a short line above them that is no sentence, it names the picture."""

STAMP_RE = late(
    r" \d\d[-/]\d\d[-/]\d{4} [A-Z]|^by .{3,60} \d+ Comments? |^[a-z]+ \d\d?, \d{4} \d\d:\d\d:\d\d "
)
"""The day in numbers behind a headline; who wrote it, and when, before a caption."""

HEAD_RE = late(r"#|(?:[IVX]+|\d+)[.)] ")


@rule("caption.credited", gate=Gate.fact("open_lines"), language="en")
def credited(text: Text) -> Iterator[Proposal]:
    """A caption that ends in its photo credit.

    Why: scrapers take the caption under a picture for a paragraph of the story; pictures that
    load late are printed twice, once without a credit.
    Before: ``Fishermen mend nets in Vigo, Spain, June 18, 2023. REUTERS/Jane Roe``
    After: nothing; ``captions`` has the text and the credit
    Keeps: ``The minister told Reuters on Monday``; ``a new poll by Reuters/Ipsos``; an article
    that is nothing but captions; the picture of another story (``Related Video``), which is flagged
    """
    found = [each for each in credited_lines(text) if each.caption]
    if not found:
        return
    twins: dict[str, list[int]] = {}
    is_gallery = not has_story(text, {each.line.start for each in found})
    for number, line, caption, credit, is_sure in found:
        is_glued = opens_as_story(caption) and not line.text.startswith("Image ")
        is_glued = is_glued or _is_in_glued_brackets(line.text.strip(), caption)
        is_glued = is_glued or STAMP_RE.search(caption) is not None
        if POINTER_RE.match(caption):
            yield Proposal(line.start, line.end, None, f"points elsewhere, with a credit: {credit}")
            continue
        is_caption = not is_glued and not is_story(caption)
        if is_gallery or not is_caption or not (is_sure or is_dated_scene(caption)):
            if is_glued or (number and " " in caption and "/" in credit):
                yield Proposal(line.start, line.end, None, f"ends like a credit: {credit}")
            continue
        moved = (("captions", (caption, credit)),)
        yield Proposal(line.start, line.after, "", f"credit: {credit}", moved)
        if caption.count(" ") >= MIN_TWIN_SPACES:
            twins = twins or _numbers_by_text(text.lines, {each.number for each in found})
            for other in twins.pop(caption, []):
                # further away it is the sentence of the story that the caption was taken from
                is_near = other > 0 and abs(other - number) <= NEAR and not talks(caption)
                if is_dated_scene(caption) or is_near:
                    twin = text.lines[other]
                    yield Proposal(twin.start, twin.after, "", "again, with a credit", moved)


def _is_in_glued_brackets(line: str, caption: str) -> bool:
    """Tell whether nothing parts what stands before it from ``(Image credit: …)``.

    Sites that label their pictures so seldom have captions: it is the paragraph before, or a head.
    """
    return line.startswith(f"{caption}(Image credit") and not is_dated_scene(caption)


@rule("caption.credit-line", gate=Gate.fact("open_lines"), language="en")
def credit_line(text: Text) -> Iterator[Proposal]:
    """A line that is nothing but a photo credit, and the caption above or below it.

    Why: the credit often has a paragraph of its own. The paragraph above is its caption only
    where it tells a scene in the present tense and dates it: most often it is the story. Where
    that is in doubt of a dated one above the story, both stay and are flagged. A short line that is
    no sentence is the name of the picture, where two credits have one. Without a caption there is
    nothing that ``captions`` could say of a picture, and the edit alone has the credit.
    Before: ``Pilots meet in Bergen, Norway, on June 19, 2023.\\n\\nJane Roe/Pool photo via AP``
    After: nothing; ``captions`` has the text and the credit
    Keeps: ``Jane Roe, Reuters``, a byline; ``Photos: the storm in pictures``, a headline
    """
    last_end = 0
    found = credited_lines(text)
    alone = [each for each in found if each.is_sure and not each.caption]
    credits = {each.line.start for each in found}
    named = {each.number for each in alone if _has_name(text.lines, each.number, credits)}
    if len(named) < MANY:
        named = set()
    for number, line, _, credit, _ in alone:
        if line.start < last_end:
            continue
        start, end, label, scene = line.start, line.after, None, ""
        above, below = _neighbours(text.lines, number)
        if above and is_stamped(text, above):
            continue
        if below and line.text.startswith("Image "):
            label = re.match(r"Image caption,? ?", below.text)
        if below and label:
            end, scene = below.after, below.text[label.end() :].strip()
        elif above and above.start >= last_end and (number in named or is_dated_scene(above.text)):
            start, scene = above.start, above.text.strip()
        elif above and below and may_be_scene(above.text) and _is_first(text, above):
            if not is_wire_scene(above.text):
                yield Proposal(above.start, line.end, None, f"a caption, or the story; {credit}")
                continue
            start, scene = above.start, above.text.strip()
        moved = (("captions", (scene, credit)),) if scene else ()
        yield Proposal(start, end, "", f"credit: {credit}", moved)
        last_end = end


@rule("caption.above-headline", gate=Gate.any(BAR), language="en")
def above_headline(text: Text) -> Iterator[Proposal]:
    """Move a caption and its credit from the front of the headline to ``captions``.

    Why: where a picture stands above the headline, text extraction joins the three, and often the
    first sentence below the headline, too.
    Before: ``Ines Tarrow greets the boats at the quay. | AP Photo Islands greet their ferry``
    After: ``Islands greet their ferry``; ``captions`` has the text and the credit
    Keeps: a headline and the name of its site; a bar in a sentence
    """
    start, line = next(masthead.first_lines(text), (0, ""))
    caption, bar, rest = line.partition(BAR)
    is_told = is_sentence(caption)
    if not bar or not (is_told or is_scene(caption)):
        return
    credit, title = _split_credit(rest)
    end = start + len(line) - len(title)
    if credit and is_told:
        moved = (("captions", (caption.strip(), credit)),)
        yield Proposal(start, end, "", f"credit: {credit}", moved)
    elif credit and JOINT_RE.search(credit):  # or the headline itself, which tells a scene, too
        yield Proposal(start, end, None, f"ends like a credit: {credit}")


@rule("caption.inner-credit", gate=Gate.any(*SIGNS), language="en", only_flags=True)
def inner_credit(text: Text) -> Iterator[Proposal]:
    """A photo credit behind which a sentence goes on in the same line.

    Why: a caption was glued to the paragraph below it, and nothing shows where it began.
    Before: ``Boats wait at the quay in Bergen. (AP Photo/Jane Roe) The council met on Tuesday.``
    After: flagged
    Keeps: ``(AP) The council met``, an agency; a caption that ends in its credit
    """
    for start, end in find_inner_credits(text):
        yield Proposal(start, end, None, "a credit within a paragraph")


def _split_credit(words: str) -> tuple[str, str]:
    """Split words into the credit that they begin with and what is glued to it."""
    parts = words.split(" ")
    for count in range(1, min(MAX_CREDIT_WORDS, len(parts) - echo.MIN_WORDS) + 1):
        credit, glued = " ".join(parts[:count]), " ".join(parts[count:])
        if _is_whole(credit, parts[count]):
            return (credit, glued) if BAR not in glued else ("", "")
    return "", ""


def _is_whole(credit: str, following: str) -> bool:
    """Tell whether words are a credit, and the word that follows them is none of it."""
    first, *others = JOINT_RE.split(credit)
    last = others[-1] if others else first
    if following == "via" or following.lower().partition("/")[0] in ROLES:
        return False
    return is_photo_agency(last) or (is_photo_agency(first) and len(last.split()) == NAME_WORDS)


def _has_name(lines: tuple[Line, ...], number: int, credits: set[int]) -> bool:
    """Tell whether the line above a credit may name its picture: no sentence, head or credit."""
    above, _ = _neighbours(lines, number)
    if not above or above.start in credits or len(above.text) > MAX_NAME_CHARS:
        return False
    if ": " in above.text or not any(map(str.isalpha, above.text)):
        return False  # an entry of a list, the number of a slide
    return above.text[-1] not in FULL_ENDS and not HEAD_RE.match(above.text)


def _numbers_by_text(lines: tuple[Line, ...], taken: set[int]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if number not in taken:
            numbers.setdefault(line.text.strip(), []).append(number)
    return numbers


def _is_first(text: Text, line: Line) -> bool:
    """Tell whether no sentence stands above a line."""
    if line.start > MAX_ABOVE_CHARS:
        return False
    return not any(map(is_sentence, text[: line.start].split("\n")))


def _neighbours(lines: tuple[Line, ...], number: int) -> tuple[Line | None, Line | None]:
    """Return the next lines above and below that are not blank, at most one blank line away."""
    above = [line for line in lines[max(0, number - 2) : number] if not line.is_blank]
    below = [line for line in lines[number + 1 : number + 3] if not line.is_blank]
    return (above[-1] if above else None), (below[0] if below else None)
