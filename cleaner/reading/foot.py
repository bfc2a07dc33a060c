"""Lines at the foot of a story: credits of its pictures, who else reported, calls to its readers.

Each begins as its kind does and goes on with nothing that a sentence of a story has. They are asked
of the last lines alone, below the story's last paragraph, or of a last line that is one of them.
"""

from __future__ import annotations

import re

from cleaner.pattern import late

PIECE = (
    r"(?:article|story|post|column|essay|piece|episode|interview|video|page|report|newsletter"
    r"|recipe|quiz|poll)"
)
PICTURE = (
    r"(?:(?:top|featured?|header|lead|cover|main|hero|thumbnail|banner|all|story|gallery|screen"
    r"|[a-z]+side) )?(?:images?|photos?|pictures?|videos?|screen ?(?:shot|grab)s?|illustrations?"
    r"|graphics?|photographs?|pics?)(?:/(?:image|photo|video)s?)?"
)
LABEL = (
    rf"(?:{PICTURE}(?: (?:credits?|source|sources|courtesy))?"
    r"(?: ?[:–-]| (?:via|courtesy(?: of)?|from):?)|(?:photo|image|picture) ©"
    r"|(?:h/t|hat tip|via|sources?|credits?)(?: to)?:?) ?"
)
TOKEN = (
    r"(?:[@#©(]{0,2}(?-i:[A-Z0-9])[\w.’'&()-]*|[a-z0-9]+(?:[._][a-z0-9]+)+|(?-i:[a-z]+[A-Z])\w*|&|"
    r"(?:via|on|of|the|and|for|by|in|de|la|van|von|under|from|user)\b)"
)
WHO = rf"{TOKEN}(?: {TOKEN}){{0,11}}"
CREDIT_RE = late(
    rf"[\[(*]{{0,2}}(?:{LABEL})(?:{WHO})(?:(?:[,;/|]| [,;/|–-]) ?(?:{LABEL})?(?:{WHO}))*"
    r"[\])*.]{0,2}",
    re.IGNORECASE,
)
"""`Top photo via Flickr (CC BY 2.0) / h/t Ann Roe`: labels of pictures, and names."""

CAPTION_RE = late(
    r"(?:top|featured?|header|cover|lead|main|hero|thumbnail|banner) (?:image|photo|picture)s?: "
    rf"[^.?!\"“”]{{3,160}}\({WHO}\)|(?:istock|supplied|handout|screenshot|screengrab)",
    re.IGNORECASE,
)
LICENSED_RE = late(
    rf"\W*{PICTURE} (?:by|from) {WHO} ?[/,(|–-] ?(?:CC\b|Creative Commons|Public Domain|Flickr"
    r"|Wikimedia|Unsplash|Pixabay)[^?!\"“”]{0,80}",
    re.IGNORECASE,
)
OF_PICTURE_RE = late(rf"\b{PICTURE}\b|\b(?:h/t|hat tip)", re.IGNORECASE)

HOUSES = (
    r"(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|bloomberg|upi|pa media"
    r"|(?:the )?canadian press|news wires?|wire (?:services?|reports?)|staff reports?"
    r"|agenc(?:y|ies)(?: inputs?| reports?)?)"
)
REPORTED_RE = late(
    rf"\W*(?:(?:with |additional |further |more )*(?:a |an )?(?:files?|reports?|reporting"
    rf"|information|material|input)s? (?:from|by|courtesy of) {WHO}(?:, {WHO})*"
    rf"|(?<!- )with {HOUSES}(?:(?:,| and|, and) {HOUSES})*|{HOUSES}(?: {HOUSES})+"
    rf"|by {WHO}(?:, {WHO}){{0,4}}, {HOUSES}"
    rf"|{WHO},? with (?:additional |further )?reporting (?:by|from) {WHO}(?:, {WHO}){{0,4}}"
    rf"|(?<=[–—-] )by {WHO}(?:(?:,| in) {WHO}){{1,4}}"
    rf"|(?:this|the) {PIECE} (?:was |is )?compiled (?:from|by|with)\b[^.?!\"“”]{{3,100}}"
    rf"|information (?:for|in) this {PIECE} (?:was |has been )?(?:provided|supplied|came|comes)\b"
    r"[^.?!\"“”]{3,120}"
    rf"|[-–—]{{1,2}} ?{WHO}[^?!\"“”]{{0,60}}, with (?:assistance|help|reporting) (?:from|by)\b"
    r"[^?!\"“”]{3,300}"
    rf"|(?:official|original) translation by {WHO}"
    rf"|(?:staff )?(?:writer|reporter|photographer|editor|correspondent)s? {WHO}"
    rf"(?:,? and (?:[a-z]+ )?{WHO})* contributed(?: to this {PIECE})?)\W*",
    re.IGNORECASE,
)
FUNDED_RE = late(
    r"\W*(?:(?:[^.?!\"“”]{0,40} )?(?:reporting|coverage|journalism|newsroom)"
    r"(?: (?:for|of|on) [^.?!\"“”]{3,60})?"
    rf"|(?:research|travel|support|funding|production) for this (?:{PIECE}|series|project))"
    r" (?:is|are|was|were|has been)"
    r" (?:\w+ )?(?:supported|funded|provided|made possible|underwritten|sponsored)"
    r" (?:in part )?(?:by|through|with)\b[^?!\"“”]{3,160}\W*",
    re.IGNORECASE,
)
ROLE = (
    r"(?:(?:executive |associate |senior |series |web |video |photo |sound |audio |copy )?"
    r"(?:hosts?|producers?|presenters?|narrators?|engineers?|directors?|designers?|researchers?"
    r"|editors?|writers?|reporters?|illustrators?|translators?)|audio|video|music|sound|words|text"
    r"|transcript|graphics?|design|photography|story|research|artwork)"
)
DONE = r"(?:edited|mixed|narrated|reported|transcribed|translated|compiled|researched|posted)"
CREW_RE = late(
    rf"(?:{ROLE}(?: ?:| (?:(?:{DONE}|produced) )?by)"
    rf"|(?:this )?(?:{PIECE} |podcast |film )?(?:was )?{DONE}(?:,? and {DONE})? by) (?:{WHO})"
    rf"(?:, {WHO}){{0,9}}(?: (?:at|on) [\d:]+ ?(?:[ap]\.?m\.?)?"
    r"| for (?:style|length|clarity))?\.?"
    r"|[-–—(]{1,2} ?(?-i:[A-Z])[\w.&’' ]{1,40} (?:Press|News|Staff|Agency|Service|Wire|Bureau"
    r"|Report|Desk)\)?",
    re.IGNORECASE,
)

ASKED = (
    r"(?:tell us|let us know|sound off|weigh in|share (?:your|this|it)|leave (?:us )?a|drop "
    r"(?:us )?an?|comment|join the|vote|hit the comments|reach out|send (?:us|them|it|your)"
    r"|we['’]d (?:love|like)|write to|e-?mail|click|subscribe|sign up|follow|read|check out"
    r"|visit|find out|get in touch|contact|ask (?:us|our|the)|register|log in|download"
    r"|take (?:our|this)|see our|let me know|here['’]s how)\b"
)
SPOKEN_TO = (
    r"(?:more (?:about|on|like|from|news|stories)|comment on|newsletters?|submit|advertise"
    r"|write for|inbox|sign up|subscri\w+|e-?mail alerts?"
    r"|our (?:site|team|community|newsletter|podcast))\b"
)
ASK_RE = late(
    rf"\W*(?:(?:[^?.!\"“”]{{3,200}}\?\W{{1,3}}){{1,3}}{ASKED}[^?]{{0,160}}"
    r"|(?:do you )?(?:want|wish|interested|curious|looking|would you like|ready|keen)\b"
    rf"[^?\"“”]{{0,100}}?\b{SPOKEN_TO}[^?\"“”]{{0,80}}\?)",
    re.IGNORECASE,
)
FIRST_RE = late(
    r"\W*[^.?!\"“”]{0,80}\bbe the first to (?:add|share|comment|post|leave|write|review|rate)\b"
    r".{0,60}",
    re.IGNORECASE,
)
COMMENT_RE = late(
    r"\W*(?:[\w’' ]{0,40}\bcomments? can (?:only )?be (?:posted|left|made|read) by\b.{3,100}"
    r"|[^\"“”]{0,200}\b(?:please leave (?:us |me )?(?:a|your) comments?"
    r"|let us know in the comments?)\b[^\"“”]{0,120})",
    re.IGNORECASE,
)
CALL_RE = late(
    r"\W*(?:(?:sorry,? )?(?:but )?we (?:are|have) (?:not|no longer|currently not)"
    r" (?:currently |longer )?(?:accepting|taking|allowing) comments\b.{0,60}"
    rf"|please (?:like|share|retweet|repost)(?: (?:and|or) (?:like|share))? this {PIECE}\b"
    r".{0,200}"
    r"|please (?:do not|don['’]t) (?:use|post|leave)\b.{0,40}\bcomments?\b.{0,200}"
    r"|so,? (?:share|tell us|let us know)\b.{3,80}\b(?:below|in the comments)\b.{0,120}"
    r"|help us (?:keep|continue|grow|improve|tell|report|fund)\b[^.,?!\"“”]{3,80}\W*"
    r"|stay (?:tuned|with|up to date)\b[^.?!\"“”]{0,60}\bfor (?:the latest\b|updates\b"
    r"|more(?=\W*$| (?:on|from|about|to|like)\b| (?:[\w'’-]+ ){0,2}(?:news|updates?|details|info"
    r"|information|stories|coverage|reports?|episodes?|posts?|content)\b)).{0,60}"
    r"|(?-i:Stream|Watch|Catch) (?-i:[^.?!]{0,40}\b(?:News|TV|Tonight|Today|Channel))\b"
    r"[^.?!]{0,60}\W*"
    r"|add your name to (?:the )?(?:thousands|millions|petition|(?:our|this) petition)\b"
    r"[^\"“”]{3,200}"
    r"|tell your friends about [^?!\"“”]{2,60}\W*"
    r"|this is an open forum\b.{0,400}"
    rf"|we(?: will|['’]ll) (?:continue to )?update (?:this|our) {PIECE} (?:as|if|when|once|with) "
    r"[^\"“”?!]{3,100}"
    r"|(?:our|the) (?:staff|team|reporters|newsroom|editors)\b[^.?!\"“”]{0,60} (?:is|are) working"
    r"(?: hard)?(?: around the clock)? to bring you\b[^\"“”]{0,160}"
    r"|we(?: will|['’]ll) keep you (?:posted|updated|informed)\b[^.,?!\"“”]{0,60}\W*"
    r"|new episodes? (?:every|each|drops?|are|available|out)\b.{0,80}"
    r"|to reach [^.?!@]{3,60}, (?:call|e-?mail|write|send)\b.{3,200}@.{3,60})",
    re.IGNORECASE,
)

FULL = r"(?:full|complete|entire|original|whole|latest|rest of the)"
POINTER_RE = late(
    rf"\W*(?:(?:you can )?(?:also )?(?:read|see|view|watch|listen to|hear|find|download) "
    rf"(?:the|our|their|a) {FULL} (?:[\w’'-]+ ){{1,4}}?(?:here|(?:over )?(?:at|on) {WHO})"
    rf"|(?:the|our) {FULL} (?:[\w’'-]+ ){{1,5}}?(?:is|are|can be)"
    r" (?:available|found|read|seen|viewed|heard|posted|downloaded) here"
    r"|for (?:more|the latest|other|all)(?! (?:information|details|advice|help|than)\b)"
    r"[^.?!\"“”]{0,80}?(?:, | )(?:read|see|check out|(?:head|hop|click) (?:on )?over|click"
    r"|go to|follow|browse|subscribe)\b[^?!\"“”]{2,80}"
    r"|now, (?:see|watch|read|check out|find out|listen to)\b[^?!\"“”]{3,100}[.:]?"
    r"|now continue on to (?-i:[A-Z])[^?\"“”]{3,100}"
    r"|(?-i:[A-Z])[\w.’'-]+(?:['’]s)? (?:new|latest|upcoming|debut|first) (?:book|novel|memoir),"
    r" [^?\"“”]{3,140}? is (?:currently |now )?available (?:for pre-?\w{3,6}|at|from|on|wherever)"
    r"\b[^?\"“”]{0,120}"
    r"|watch for more (?:top |breaking |latest )?(?:news|videos?|stories|updates)"
    rf"|visit (?:the |our )?{WHO} (?:website|web site|blog|web ?page)\b[^?!\"“”]{{0,80}}"
    rf"|visit (?:the |our )?{WHO} (?:at|on) (?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+\S*"
    r"|(?:previous|next|older|newer) (?:post|article|story|entry): (?-i:[A-Z0-9])[^\"“”]{3,160}"
    r"(?<![.!?])"
    r"|more at (?-i:[A-Z])[\w.&’'-]*(?: (?-i:[A-Z])[\w.&’'-]*){0,3}"
    r"|posted by [^\"“”?!]{1,140}\b(?:permalink|trackbacks?)\b.{0,40}"
    r"|want to (?:know|learn|read|see) more\? (?:see|read|visit|check out|try)\b[^\"“”]{2,120}"
    r"|related(?: (?!to\b)\w+){0,2}(?: on (?-i:[A-Z])[\w’' ]{1,30})?: ?[^\"“”]{3,200}"
    r"|read part \w+(?: of [^.?!\"“”]{3,60})? here"
    r"|(?:more|full story|read more) (?:at|on) (?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+\S*"
    r"|more (?:(?:from|of) )?[\w’' -]{2,40}: ?(?:https?://|www\.)\S+"
    r"|go to \S+\.\S+ for (?:more|all)(?: (?:stories|news|coverage|photos|videos?))?"
    r"|coming (?:next|up|soon)\b[^.?!:\"“”]{0,20}: [^\"“”]{3,100}"
    r"|(?:part \w+|first|second|third|last|one) (?:of|in) (?:an?|our|the|\w+)(?: [\w-]+)?"
    r" (?:series|parts)\b[^?!\"“”]{0,60}"
    r"|@\w+ on (?:twitter|x|instagram|threads|bluesky)"
    r"|(?-i:(?:Opinion|Column|Analysis|Commentary|Editorial|Perspective|Explainer|Review|Feature"
    r"|Profile|Interview)s?: ?[A-Z][^\"“”]{5,140}(?!\W*[.!:;,]))"
    r"|more (?:about|on|from):? (?!th[ae]t\b|why\b|how\b|what\b|who\b)[^.?!:,\"“”]{2,60}(?!\W*\.)"
    r"|the (?-i:[A-Z])[\w.&’'-]*(?:,? (?:(?-i:[A-Z])[\w.&’'-]*|of|the|for|on|and)){1,8}"
    r" (?:has|have|offers?|provides?) (?:more|additional) (?:information )?(?:about|on)"
    r" [^.?!\"“”]{2,80})\W*",
    re.IGNORECASE,
)

HOUSE_RE = late(
    r"\W*(?:(?:(?:full )?disclosures?|disclaimers?): ?[^\"“”]{5,600}"
    r"|\((?-i:[A-Z])[^().?!]{1,60} (?:is|are) (?:(?:the|a|an) )?(?:\w+ )?"
    r"(?:parent company|owners?|owned by|publisher|subsidiary|part-owner|investor|sponsor|partner)"
    r"\b[^().?!]{3,60}\.?\)"
    r"|(?:the |any |all )?(?:contents?|text|articles?|posts?|works?|materials?)\b[^.?!\"“”]{0,60}?"
    r" (?:is|are) (?:covered|licen[sc]ed|released|distributed|protected)\b[^?!\"“”]{0,60}?"
    r"\b(?:licen[sc]e|copyright|CC[ -]BY)\b[^?!\"“”]{0,60}"
    r"|(?:the |all |any )?(?:information|content|advice)(?: (?:in|on|provided) [^.?!\"“”]{3,60})?"
    r" (?:is|are|should) not (?:\w+ )?(?:medical|legal|financial|investment|a substitute|be taken"
    r"|constitute|intended)\b[^?!\"“”]{3,160}"
    r"|this is an opinion (?:piece|column|article)\b[^?!\"“”]{0,160}"
    r"|(?:all )?(?:contents?|text|materials?) (?:is |are )?(?:©|copyright\b)[^?!\"“”]{2,60}"
    r"|theme:? (?:\w+ )?(?:based on|inspired by|by|from) [^.?!\"“”]{3,60}"
    r"|as (?:part of|an?) your (?:account|subscription|membership)\b[^\"“”]{5,200}"
    r"|(?:your )?name ?:? ?\*.{0,80}\be-?mail ?:? ?\*.{0,100}"
    rf"|(?:this|the) {PIECE} will (?:also )?appear in\b[^?!\"“”]{{3,80}}"
    r"|appeared in the [\w, ]{3,40}\bprint edition as .{3,160}"
    r"|for reprint rights:? [A-Z][\w.&’' -]{3,60}"
    r"|(?:as )?(?:published|printed|seen|it appeared)(?: in print)? (?:on|in)\b[^?!\"“”]{0,60}"
    r"\bpage [A-Z]?\d+\b[^?!\"“”]{0,40})\W*",
    re.IGNORECASE,
)
"""What the house says of itself and of its terms."""

NAMED_HOUSE_RE = late(
    r"\W*(?-i:[A-Z])[\w.&’' -]{1,40} (?:(?:is|are) not responsible for the (?:opinions|views"
    r"|comments|statements)\b[^?!\"“”]{3,160}|is editorially independent\b[^?!\"“”]{0,120})\W*",
    re.IGNORECASE,
)

STATE_RE = late(
    rf"[^\"“”?!]{{0,100}}\bthis (?:{PIECE} is (?:still )?developing"
    r"|is an? (?:still )?(?:developing|breaking|ongoing)(?: news)? story)\b[^\"“”?!]{0,80}\W*",
    re.IGNORECASE,
)

SALE_RE = late(r"[^\"“”?]{0,200}\b\d{1,2}% off\b[^\"“”?]{0,60}!\W*", re.IGNORECASE)
"""`Boats are back in stock! Now at 40% off!`: a story does not shout a price."""

GIVE_RE = late(r"[^\"“”?.]{5,120}! donate(?: now| today| here)?!?", re.IGNORECASE)
PAPER_RE = late(r"[^\"“”?!]{3,120} by (?-i:[A-Z])[^\"“”?!]{2,60} on scribd\W*", re.IGNORECASE)

WHOLE_RES = (CAPTION_RE, LICENSED_RE, REPORTED_RE, CREW_RE, CALL_RE, POINTER_RE, HOUSE_RE)
WITH_WORDS = (
    ("?", ASK_RE),
    ("be the first to ", FIRST_RE),
    ("comment", COMMENT_RE),
    ("developing", STATE_RE),
    ("breaking", STATE_RE),
    (" not responsible for ", NAMED_HOUSE_RE),
    (" is editorially ", NAMED_HOUSE_RE),
    ("supported ", FUNDED_RE),
    ("funded ", FUNDED_RE),
    ("provided ", FUNDED_RE),
    ("made possible ", FUNDED_RE),
    ("underwritten ", FUNDED_RE),
    ("sponsored ", FUNDED_RE),
    ("ongoing", STATE_RE),
    ("% off", SALE_RE),
    ("! donate", GIVE_RE),
    (" on scribd", PAPER_RE),
)
"""Patterns that may begin with any words, and what is in each line that one matches."""


def is_foot(line: str) -> bool:
    """Tell whether a line at the end of a text is a credit, or speaks to who reads it."""
    if CREDIT_RE.fullmatch(line) and OF_PICTURE_RE.search(line):
        return True
    if any(each.fullmatch(line) for each in WHOLE_RES):
        return True
    small = line.lower()
    return any(word in small and each.fullmatch(line) for word, each in WITH_WORDS)
