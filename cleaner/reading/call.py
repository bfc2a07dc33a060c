"""The words with which a site calls to its readers, of who speaks and who is spoken to."""

from __future__ import annotations

import re

from cleaner.pattern import late

READER_RE = late(r"\b(?:you|your|we|our|us|here|please|below)\b|@", re.IGNORECASE)
"""Who is spoken to, or speaks: of that a line says something, unless it is very short."""

BOTH_RE = late(r"\b(?:we|our|us)\b[^.!?]*\byou|\byou[^.!?]*\b(?:we|our|us)\b", re.IGNORECASE)
"""Site and reader in one sentence."""

SPOKEN = (" you", "You", " we", "We", " our", "Our", " us", "here", "lease ", "below", "@")
"""What READER_RE finds has one of these."""

MARKS = "•*-–—[(>»►▶→✨📩🔔👉📱📧✉️ "

CALL_RE = late(
    r"(?:^|(?<=[.!?:;,–—|] )|(?<= and )|(?<=^and ))(?:please )?"
    r"(?:add|be|become|browse|buy|check|click|comment"
    r"|contact|continue|discover|donate|don['’]t miss|download|e-?mail|enjoy(?:ing)?|enter|explore"
    r"|find|follow|for more|for the latest|get|give|got|have (?:a|an|any|you)|help|join|keep|learn"
    r"|like (?:what|this)|liked|listen|log|looking|love|make|manage|never miss|new[!:]|on the go"
    r"|read|receive|register|reply|report|save|scroll|see|send|share|shop|sign|start|stay|submit"
    r"|subscribe|support|take|tap|tell us|thank you|thanks|try|tune|turn|unlock|upgrade"
    r"|use (?:this|our)|view|visit|vote|want|watch|we hate|we['’]ll|write)\b",
    re.IGNORECASE,
)
"""How a call to the reader begins, at the start of a line or of a part of it."""

OF_SITES_RE = late(
    r"(?:browse|donate|follow|join|log|register|share|shop|sign|submit|subscribe|view)\b",
    re.IGNORECASE,
)
"""A call that sites make, and guides hardly ever."""
