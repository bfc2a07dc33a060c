"""A box that opens on a name: the full name and headlines of other stories, printed in the line.

The page shows `Roe`, and on a click a box with her full name, some headlines and the word MORE.
As text this is `Roe Ann Maria RoeMayor talks tides Harbour reopens MORE said`. Both ends show: the
surname comes twice, the second time glued to a headline, and MORE stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.text import Text

MORE_RE = late(r"MORE(?![\w:])")
END_RE = late(r"(?<=[\w.?!'\"’”)%])(?<!\bREAD) MORE\Z")
NAME = (
    r"(?<![\w'’.-])(?P<surname>[A-Z][\w'’-]+)(?:,? (?:Jr|Sr)\.|,? I{2,3})?(?P<box> ?)"
    r"(?:[(\"“]?[A-Z][\w.'’-]*[)\"”]?,? |(?:de|del|der|la|von|van) ){1,5}(?P=surname)"
    r"(?:,? (?:Jr|Sr)\.?|,? I{2,3}\b)?"
)
GLUED_NAME_RE = late(rf"(?={NAME}(?=[A-Z0-9#$“\"‘(]|'[A-Z]))")
SPACED_NAME_RE = late(rf"(?={NAME} [A-Z0-9])")
"""A surname, first names, and the surname again: glued to a headline, or else with a space."""

GLUE_RE = late(r"[a-z]{3}[A-Z][a-z]|[a-z]{2}(?:[A-Z]{2}|[\"‘“])")
FOLLOWER_RE = late(r" \((?:[RDI]\b|[A-Z][a-z])|['’]s ")
MAX_BOX_CHARS = 900


def find_boxes(text: Text) -> Iterator[tuple[int, int, bool]]:
    """Find the boxes: where each starts, where it ends, and whether its start is sure.

    Where two names could open a box it is the later one, so that no story between them is lost.
    """
    last = 0
    for more in MORE_RE.finditer(text):
        first = max(last, text.rfind("\n", 0, more.start()) + 1, more.start() - MAX_BOX_CHARS)
        if not END_RE.search(text, first, more.end()):
            continue
        names = list(GLUED_NAME_RE.finditer(text, first, more.start()))
        is_sure = bool(names)
        names = names or list(SPACED_NAME_RE.finditer(text, first, more.start()))
        start = names[-1].start("box") if names else first
        if is_sure or (names and not GLUE_RE.search(text, start, more.start())):
            yield start, more.end(), True
        elif GLUE_RE.search(text, first, more.start()) and FOLLOWER_RE.match(text, more.end()):
            yield more.start(), more.end(), False
        last = more.end()
