"""What photo credits are made of: names, labels, joints, and credits that are whole."""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading.photo_agency import JOINT

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
ABBREVIATION = r"(?:Assoc|Bros|Co|Corp|Dept|Inc|Intl|Jr|Ltd|Pvt|Sr|St|Univ)\."
TOKEN = rf"(?:(?:[A-Z]\.)+(?:[A-Z]\w+)?|{UPPER}[\w'’&-]*(?:\.com\b)?|{ABBREVIATION}|&)"
PARTICLE = r"(?:al|and|bin|d[aeiou]s?|del|della|den|der|for|la|le|of|the|van|von|y)(?= )"
PART = rf"{TOKEN}(?: (?:{TOKEN}|{PARTICLE})){{0,6}}(?: (?:file )?photos?\b)?"
JOINT_SIGNS = ("/", " via ", " – ", " — ", " | ", " - ")
CHAIN_RE = late(rf"(?<![\w/&'’-])(?<![A-Z]\.){PART}(?:{JOINT}{PART})+$")
"""`Jane Roe/Pool via AP`: capitalised names, joined; one of them has to be an agency."""

LABEL_RE = late(
    r"(?:(?:[Ff]ile|FILE|[Pp]ic|[Cc]ourtesy) "
    r"|(?:[Ff]eatured?|[Hh]eader|[Cc]over|[Ll]ead|[Tt]op|[Mm]ain|[Hh]ero|[Bb]anner)"
    r" (?=[Ii]mage|[Pp]hoto))?"
    r"(?:(?:File|FILE)(?= ?:)|[Pp][Hh]oto(?:graph)?s?|PHOTO(?:GRAPH)?S?"
    r"|Pictures?|PICTURE|Images?|IMAGE|Pics?"
    r"|[Cc]redit|CREDIT|Illustrations?|Screen ?(?:shot|grab)"
    r"|Maps?|Graphics?|Charts?|Infographics?|Artwork|Collage)"
    r"(?:/Illustration)?(?: ?(?:[Cc]redits?|CREDIT|[Cc]ourtesy|[Ss]ource)(?: should read)?)?"
    r"(?: ?: ?(?:[Bb]y:? |[Cc]ourtesy:? )?| (?:by|BY):? |(?<=mage) via |(?<=hoto) via "
    r"|(?<=[Cc]ourtesy) of:? |(?<=Credit)(?:\.{3}|…))"
    r"|(?:^|(?<=[.!?] ))[Cc]ourtesy(?: of:?|:) "
)
"""What announces a credit: `Photo: `, `Photograph by `, `Picture courtesy of `."""

LABEL_WORDS = (
    *("file", "photo", "pic", "image", "credit", "courtesy", "illustration", "screen"),
    *("map", "graphic", "chart", "artwork", "collage"),
)
"""One of these is in what announces a credit."""

PLURAL_RE = late(r"(?<!redit)s ?:")
CREDIT_RE = late(r"(?:hoto|HOTO|mage|MAGE|icture) (?:[Cc]redit|CREDIT|[Ss]ource)")
OF_PICTURE_RE = late(
    r"redit|REDIT|ourtesy|ource|^(?:Image|Illustration|Map|Graphic|Chart)s? ?:|^Screen"
    r"|^\w+ (?:[Pp]hoto|[Ii]mage)|^(?:Image|Map|Graphic|Chart|Infographic|Collage|Artwork)s? by"
    r"|(?:image|Image) via "
)
SMALL_HOUSE = r"(?:iStock(?:photo)?|pexels|pixabay|shutterstock|unsplash)"
NAME_RE = late(
    rf"(?:© ?)?(?:{TOKEN}|@\w+|\w+[._]\w+|{SMALL_HOUSE})"
    rf"(?:(?: -/ ?| ?[,/|;] ?(?:© ?)?| ?© ?| - | )(?:{TOKEN}|{PARTICLE}|via(?= )|on(?= )|file"
    rf"|photos?|{SMALL_HOUSE}|\d+(?= {UPPER})|CC BY(?:-[A-Z]{{2}})*(?: \d\.\d)?))*"
)
SOLE_RE = late(
    r"(?:AP|AFP|ANI|EPA|PTI|Reuters|Xinhua) (?:[Ff]ile )?(?:[Pp]hotos?|PHOTO)|AP Images"
    r"|(?:\d{4} )?(?:Getty(?: Images)?|GETTY IMAGES)|iStock(?:photo)?|Shutterstock"
    r"|Alamy Stock Photo"
    r"|(?:Photo|Picture|Image) (?:supplied|provided|submitted)"
    r"|(?:Supplied|Courtesy) (?:photo|picture|image)"
    r"|(?:YouTube|Twitter|Instagram|Facebook|TikTok|Google Maps) [Ss]creen ?(?:shot|grab)"
    r"|Screen ?(?:shot|grab)s?(?: ?/ ?| (?:via|from) )(?:[A-Z][\w.]*|video)"
    r"|(?:Flickr|Pexels|Pixabay|Unsplash|Wikimedia(?: Commons)?)(?:: ?|/)[A-Za-z][\w .'-]{1,40}"
    r"|@?[\w.]{3,30}/(?:Instagram|Facebook|Twitter|TikTok|YouTube)|Source: Supplied"
    r"|(?:Image|Photo) credit for [^:]{3,60}: [A-Z][\w .&'’-]{2,50}"
    r"|Copyright \d{4} (?:by )?[^()]{3,60}[Aa]ll rights reserved\.?"
    r"|File [Pp]hoto|FILE PHOTO|Representat(?:ive|ional) (?:[Ii]mage|[Pp]hoto)"
    r"|(?:[A-Z][\w.&/-]* ){1,6}file photo|Photo/[\w ]+|© ?(?:Provided by )?[\w ]+"
)
"""Credits that are whole by themselves."""

COURTESY_RE = late(r"[Cc]ourtesy (?:of )?")
PAIR_RE = late(rf"{TOKEN} {TOKEN}(?: ?/ ?| for (?=The )){TOKEN}(?: {TOKEN}){{0,3}}")
"""`Ines Tarrow/The Quay`: somebody, and a paper that is not known."""

PHOTO_RE = late(r"(?:Photo|PHOTO|Image|Picture)(?: [Cc]redit)?: $")
WHO_RE = late(r"[^.!?\"“”:]{2,60}")
"""In brackets behind a caption `Photo: ` is enough to know a credit, whoever is named."""

FULL_NAME_RE = late(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}")
"""`(Ines Tarrow)`, behind what may be a scene."""

AGENCY_PHOTO_RE = late(r"(?P<agency>(?:[A-Z][\w.]* ){1,3})(?P<file>[Ff]ile )?[Pp]hoto(?:: ?| by )")
CLOSING_RE = late(r" (?<=[.!?)”\"] )(?:[—–-] ?|/ ?)(?P<who>[A-Z]\w+(?: PHOTO)?(?:/F(?:ile|ILE))?)$")
DESK_PHOTO_RE = late(
    rf" (?<=[.!?)”\"] )[—–-] ?(?P<who>[A-Z]{{2,6}} (?:[Ff]ile )?[Pp]hotos?(?: by)?"
    rf"(?: {TOKEN}){{1,4}})$"
)
"""`of new projects. - VNS Photo Van Chau`: a desk, and who took it."""

"""`in Lahore. — AFP/File`, `on June 19, 2023. /Xinhua`."""

COPYRIGHT_RE = late(r"Copyright (?P<who>[^/]{2,40})/(?:Copyright \d{4} )?(?:The )?AP\b.*$")
