"""Who gives pictures to papers: the agencies in a credit, and what joins them to other names."""

from __future__ import annotations

from cleaner.pattern import late

_AGENCIES = """
aap, abaca, afp, alamy, alamy stock photo, anadolu, ani, anp, ansa, ap, associated press, the
associated press, barcroft, barcroft media, belga, bettmann, bloomberg, canadian press, the
canadian press, cfp, cnp, corbis, cq roll call, demotix, dpa, dreamstime, efe, epa, epa-efe,
eyevine, filmmagic, flickr, ians, icon sportswire, imago, invision, istock, istockphoto, kyodo,
lightrocket, magnum, mct, nurphoto, pa, pexels, picture alliance, pixabay, polaris, press
association, pti, redux, reuters, rex, rex features, scanpix, shutterstock, shutterstock.com,
sipa, sipa usa, sopa, sputnik, swns, tass, thinkstock, tns, un, unsplash, upi, usa today, usa
today sports, vcg, wikimedia commons, wireimage, xinhua, yonhap, zuma, zuma press, zumapress
"""
_PAPERS = """
abc, abc news, al jazeera, bbc, boston globe, cbs, cbs news, chicago tribune, cnn, financial
times, the globe and mail, guardian, hindustan times, los angeles times, nbc, nbc news, new york
times, npr, politico, the boston globe, the guardian, the new york times, the wall street journal,
the washington post, wall street journal, washington post
"""
_ROLES = """
agency archive entertainment file files handout image images news photo photograph photos pool
press service sport sports staff stf str video wire
"""


def _names(words: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in words.split(","))


PAPERS = _names(_PAPERS)
"""Whose own photographers are credited; two of them together have made a poll."""

AGENCIES = _names(_AGENCIES) | PAPERS
"""Names that make a credit of what stands beside them; matched without case."""

SHORT_AGENCIES = frozenset({"ap", "ani", "pa", "pti", "un"})
"""Abbreviations of other things too: beside these, a name has two words."""

ROLES = frozenset(_ROLES.split())
"""Words that may follow an agency's name."""

JOINT = r"(?: ?/ ?| -/ ?| via | [–—|-] )"
JOINT_RE = late(JOINT)
INNER_JOINT_RE = late(rf"{JOINT}|[,:;©] ?")


STOCK_RE = late(
    r"(?:[\w .&'’-]{2,40}/)*"
    r"(?:Adobe Stock|(?:AP|Reuters|REUTERS|AFP) (?:File )?[Pp]hotos?|Alamy|Dreamstime|Flickr"
    r"|Getty(?: Images)?|iStock(?:photo|Photo)?|Pexels|Pixabay|Shutterstock"
    r"|Thinkstock|Unsplash|Wikimedia Commons)(?: Plus)?"
)
"""Houses that sell or give nothing but pictures."""

FOR = " for "
WHO_RE = late(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")


def is_for_paper(line: str) -> bool:
    """Tell whether a line is somebody's name and a paper: `Ines Tarrow for The New York Times`."""
    who, _, paper = line.partition(FOR if FOR in line else "/")
    return paper.strip().casefold() in PAPERS and WHO_RE.fullmatch(who.strip()) is not None


def is_stock(words: str) -> bool:
    """Tell whether words name a house that has nothing but pictures, or the pictures of one."""
    return STOCK_RE.fullmatch(words) is not None


def is_photo_agency(words: str) -> bool:
    """Tell whether ``words`` name an agency: `REUTERS`, `AP Photo`, `Getty Images Europe`."""
    names = words.casefold().split()
    while len(names) > 1 and names[-1] in ROLES and " ".join(names) not in AGENCIES:
        names.pop()
    return " ".join(names) in AGENCIES or (bool(names) and names[0] in ("getty", "gettyimages"))


def has_agency(words: str) -> bool:
    """Tell whether an agency is one of the names in a credit."""
    return any(is_photo_agency(part) for part in INNER_JOINT_RE.split(words))


def is_joined(words: str) -> bool:
    """Tell whether an agency stands beside a name: not `Reuters, AP`, not `Reuters/Ipsos`."""
    parts = INNER_JOINT_RE.split(words)
    agencies = [part for part in parts if is_photo_agency(part)]
    others = [part for part in parts if not is_photo_agency(part)]
    if len(parts) < 2 or not agencies or all(part.casefold() in PAPERS for part in parts):
        return False
    if "," in words:
        return any(" " in part for part in others)
    if parts[0].casefold() in PAPERS:
        return any(part.casefold() not in PAPERS for part in agencies)
    if is_photo_agency(parts[0]):
        return all(" " in part or part.casefold() in ROLES for part in others)
    return " " in parts[0] or parts[0].isupper() or agencies[0].casefold() not in SHORT_AGENCIES
